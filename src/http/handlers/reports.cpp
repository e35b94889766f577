// Documents of the programme, made of what stands in the books now: the same as `report`.
#include "report/make.hpp"

#include <algorithm>

#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "http/handlers/reading.hpp"
#include "view_json/json.hpp"

namespace lth::http {
namespace {

constexpr std::uint64_t last_year = 2199;

// A club's own papers are for whoever may open its book, as it was known while he might.
core::Result<void> read_club(const Call& call, report::Asked& asked) {
    const auto text = call.request.target.parameter("club");
    if (!text) return {};
    const auto id = core::parse_uuid(*text);
    if (!id) {
        return core::reject("question.club.unknown", "club", {{"club", std::string(*text)}});
    }
    asked.club = core::BookId(*id);
    const auto reader = reader_of(call, *asked.club);
    if (!reader) return std::unexpected(reader.error());
    reader->limit(asked.question);
    return {};
}

// Who reads the figures of the whole scheme makes its documents; who works in a unit those of the
// unit. What tells single clubs' money is not for readers of figures.
bool makes_all(app::Role role, report::Kind kind) {
    if (role == app::Role::province) return true;
    const bool reads = role == app::Role::steering || role == app::Role::auditor;
    return reads && kind != report::Kind::commune_month;
}

core::Result<void> check_maker(const Call& call, const app::SignedIn& who,
                               const report::Asked& asked) {
    if (asked.club) return {};
    for (const auto& held : who.roles) {
        if (makes_all(held.role, asked.kind)) return {};
    }
    if (!asked.question.unit.empty()) {
        const auto view = call.services.reading.unit(asked.question);
        if (!view) return std::unexpected(view.error());
        for (const auto& held : who.roles) {
            const bool works = held.role == app::Role::commune || held.role == app::Role::district;
            const bool over = held.unit && std::ranges::count(view->frame.path, *held.unit,
                                                              &app::UnitRef::id) > 0;
            if (works && over) return {};
        }
    }
    return core::reject("reading.not_allowed", "unit");
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
    if (const auto club = read_club(call, asked); !club) return std::unexpected(club.error());
    if (const auto may = check_maker(call, *who, asked); !may) return std::unexpected(may.error());
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
