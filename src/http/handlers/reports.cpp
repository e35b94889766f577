// Documents of the programme, made of what stands in the books now: the same as `report`.
#include "report/make.hpp"

#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "http/handlers/reading.hpp"
#include "view_json/json.hpp"

namespace lth::http {
namespace {

constexpr std::uint64_t last_year = 2199;

// A club's own papers are for whoever may open its book.
core::Result<std::optional<core::BookId>> read_club(const Call& call) {
    const auto text = call.request.target.parameter("club");
    if (!text) return std::optional<core::BookId>();
    const auto id = core::parse_uuid(*text);
    if (!id) {
        return core::reject("question.club.unknown", "club", {{"club", std::string(*text)}});
    }
    const core::BookId club(*id);
    const auto reader = reader_of(call, club);
    if (!reader) return std::unexpected(reader.error());
    return std::optional(club);
}

}  // namespace

core::Result<Response> api_reports(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    view_json::Json json;
    json.begin_object().key("reports").begin_array();
    for (const auto& kind : report::all_kinds()) {
        json.begin_object()
            .field("id", kind.id)
            .field("type", kind.type)
            .field("vi", kind.vi)
            .field("en", kind.en);
        json.end_object();
    }
    json.end_array().end_object();
    return json_response(std::move(json).take());
}

core::Result<Response> api_report(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto& id = call.path.at("kind");
    const auto kind = report::find_kind(id);
    if (!kind) return core::reject("question.choice.unknown", "kind", {{"value", id}});
    report::Asked asked;
    asked.kind = *kind;
    const auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    asked.question = *question;
    const auto club = read_club(call);
    if (!club) return std::unexpected(club.error());
    asked.club = *club;
    const auto year = read_number(call, "year", 0, last_year);
    if (!year) return std::unexpected(year.error());
    if (*year > 0) asked.year = static_cast<int>(*year);
    auto document = report::make(call.services.reading, asked);
    if (!document) return std::unexpected(document.error());
    Response response{.status = 200,
                      .content_type = std::string(document->media_type),
                      .body = std::move(document->bytes)};
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"" + document->file_name + "\"");
    return response;
}

}  // namespace lth::http
