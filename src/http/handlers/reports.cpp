// Documents of the programme, made of what stands in the books now: the same as `report`.
#include "report/issued.hpp"

#include <algorithm>

#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "http/handlers/reading.hpp"
#include "http/limits.hpp"
#include "json/message.hpp"
#include "view_json/json.hpp"

namespace lth::http {
namespace {

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

bool is_over(const core::UnitId& unit, const app::Frame& frame) {
    return std::ranges::count(frame.path, unit, &app::UnitRef::id) > 0 ||
           std::ranges::count(frame.clusters, unit) > 0;
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
            if (works && held.unit && is_over(*held.unit, view->frame)) return {};
        }
    }
    return core::reject("reading.not_allowed", "unit");
}

core::Result<report::Asked> read_asked(const Call& call, const app::SignedIn& who,
                                       std::string_view id) {
    const auto kind = report::find_kind(id);
    if (!kind) {
        return core::reject("question.choice.unknown", "kind", {{"value", std::string(id)}});
    }
    report::Asked asked;
    asked.kind = *kind;
    const auto question = read_question(call);
    if (!question) return std::unexpected(question.error());
    asked.question = *question;
    if (const auto club = read_club(call, asked); !club) return std::unexpected(club.error());
    if (const auto may = check_maker(call, who, asked); !may) return std::unexpected(may.error());
    const auto year = read_number(call, "year", 0, last_year);
    if (!year) return std::unexpected(year.error());
    asked.year = static_cast<int>(*year);
    return asked;
}

Response file_response(std::string bytes, std::string_view media_type, std::string_view name) {
    Response response{
        .status = 200, .content_type = std::string(media_type), .body = std::move(bytes)};
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"" + std::string(name) + "\"");
    return response;
}

core::Result<app::IssuedFile> find_issued(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    const auto& text = call.path.at("file");
    const auto digest = core::parse_hex(text);
    if (!digest) return core::reject("question.file.unknown", "file", {{"file", text}});
    auto file = call.services.office.reports().find(who->account.id, *book, *digest);
    if (!file) return file;
    // A club's own papers are for whoever may open its book, up to when he might.
    const auto asked = app::question_of(*file);
    if (asked.club) {
        const auto reader = reader_of(call, *asked.club);
        if (!reader) return std::unexpected(reader.error());
        app::Question now;
        reader->limit(now);
        if (now.known_at && *now.known_at < asked.known_at) {
            return core::reject("reading.not_allowed", "club");
        }
    }
    return file;
}

struct IssuedAnswer {
    std::uint64_t seq = 0;
    core::Digest file{};
    std::string file_name;
};
BOOST_DESCRIBE_STRUCT(IssuedAnswer, (), (seq, file, file_name))

struct IssuedChanges {
    app::IssuedQuestion asked;
    std::vector<report::Difference> differences;  // between what was known then and now
    app::LaterEntries later;
};
BOOST_DESCRIBE_STRUCT(IssuedChanges, (), (asked, differences, later))

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
    const auto asked = read_asked(call, *who, call.path.at("kind"));
    if (!asked) return std::unexpected(asked.error());
    auto document = report::make(call.services.reading, *asked);
    if (!document) return std::unexpected(document.error());
    return file_response(std::move(document->bytes), document->media_type, document->file_name);
}

core::Result<Response> api_issue_report(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto book = read_book_id(call);
    if (!book) return std::unexpected(book.error());
    auto asked = read_asked(call, *who, call.request.target.parameter("kind").value_or(""));
    if (!asked) return std::unexpected(asked.error());
    if (!asked->question.as_of) {
        return core::reject("question.date.malformed", "as_of", {{"value", ""}});
    }
    const auto draft = json::read_message<app::IssueDraft>(call.request.body, "report");
    if (!draft) return std::unexpected(draft.error());
    // Of a club whose history has closed to the officer nothing leaves the house in his name.
    if (asked->question.known_at) return core::reject("reading.not_allowed", "club");
    const auto issued = call.services.office.reports().issue(
        who->account.id, *book, *draft, report::question_of(*asked),
        [&](std::optional<std::int64_t> known_at) {
            asked->question.known_at = known_at;
            return report::make_to_issue(call.services.reading, *asked);
        });
    if (!issued) return std::unexpected(issued.error());
    return json_response(
        json::write_message(IssuedAnswer{issued->receipt.seq, issued->file, issued->file_name}));
}

core::Result<Response> api_issued_file(const Call& call) {
    auto file = find_issued(call);
    if (!file) return std::unexpected(file.error());
    return file_response(std::move(file->content), file->media_type, file->file_name);
}

core::Result<Response> api_issued_changes(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto file = find_issued(call);
    if (!file) return std::unexpected(file.error());
    const auto question = app::question_of(*file);
    auto asked = report::asked_of(question);
    if (!asked) return std::unexpected(asked.error());
    auto& reading = call.services.reading;
    const auto then = report::compose(reading, *asked);
    if (!then) return std::unexpected(then.error());
    asked->question.known_at.reset();
    if (asked->club) {
        const auto reader = reader_of(call, *asked->club);
        if (!reader) return std::unexpected(reader.error());
        reader->limit(asked->question);
    }
    const auto now = report::compose(reading, *asked);
    if (!now) return std::unexpected(now.error());
    return json_response(json::write_message(IssuedChanges{
        question, report::differences(*then, *now),
        call.services.office.reports().since(who->account.id, *file, question.as_of)}));
}

}  // namespace lth::http
