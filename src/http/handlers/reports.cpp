// Documents of the programme, made of what stands in the books now: the same as `report`.
#include "report/issued.hpp"

#include <algorithm>

#include "app/op_text.hpp"
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

bool works_below(app::Role role) {
    return role == app::Role::commune || role == app::Role::district;
}

// Over a unit stand those above it on the map asked about, and whoever stands today over where it
// lives on: nobody chooses the day on which he has a right.
core::Result<std::vector<core::UnitId>> units_over(const Call& call,
                                                   const app::Question& question) {
    const auto asked = call.services.reading.unit(question);
    if (!asked) return std::unexpected(asked.error());
    std::vector<core::UnitId> over;
    for (const auto& unit : asked->frame.path) over.push_back(unit.id);
    const auto today = call.services.officers.readers.units_over(asked->frame.path.back().id);
    over.insert(over.end(), today.begin(), today.end());
    return over;
}

core::Result<void> check_maker(const Call& call, const app::SignedIn& who,
                               const report::Asked& asked) {
    if (asked.club) return {};
    for (const auto& held : who.roles) {
        if (makes_all(held.role, asked.kind)) return {};
    }
    if (!asked.question.unit.empty()) {
        const auto over = units_over(call, asked.question);
        if (!over) return std::unexpected(over.error());
        for (const auto& held : who.roles) {
            const bool works = works_below(held.role) && held.unit;
            if (works && std::ranges::count(*over, *held.unit) > 0) return {};
        }
    }
    return core::reject("reading.not_allowed", "unit");
}

// What whoever asks may read of an association's book, as he reads it there.
std::string text_at(const Call& call, const app::OpPlace& place) {
    const auto reader = reader_of(call, place.book);
    if (!reader) return {};
    auto view = call.services.reading.entry(place.book, place.seq);
    if (!view || !show(call, *reader, *view)) return {};
    return app::op_text(view->line.entry.entry, place.op_index);
}

void let_read(const Call& call, report::Asked& asked) {
    asked.text = [&call](const app::OpPlace& place) { return text_at(call, place); };
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
    let_read(call, asked);
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
    const auto kind = report::find_kind(asked.kind);
    const bool may = std::ranges::any_of(who->roles, [&](const app::RoleHeld& held) {
        return works_below(held.role) || (kind && makes_all(held.role, *kind));
    });
    if (!asked.club && !may) return core::reject("reading.not_allowed", "book");
    return file;
}

// Before it is handed out: what was not logged does not leave the house.
void log_taken(const Call& call, const app::SignedIn& who, const report::Asked& asked,
               std::optional<core::BookId> book) {
    std::string title(report::info_of(asked.kind).vi);
    if (!asked.question.unit.empty()) title += " · " + asked.question.unit;
    if (asked.question.as_of) title += " · " + core::vietnamese(*asked.question.as_of);
    if (!book) book = call.services.office.scheme().widest(who.account.id);
    call.services.officers.readers.took(who, book, app::ReadWhat::document, std::move(title));
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
    log_taken(call, *who, *asked, asked->club);
    return file_response(std::move(document->bytes), document->media_type, document->file_name);
}

core::Result<Response> get_report(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto asked = read_asked(call, *who, call.path.at("kind"));
    if (!asked) return std::unexpected(asked.error());
    const auto values = report::compose(call.services.reading, *asked);
    if (!values) return std::unexpected(values.error());
    log_taken(call, *who, *asked, asked->club);
    return pages::report_page(pages::Links(call.request), *asked, *values);
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
    // A file that is kept outlives what is erased: it tells no private text.
    asked->text = {};
    // Of a club whose history has closed to the officer nothing leaves the house in his name.
    if (asked->question.known_at) return core::reject("reading.not_allowed", "club");
    const auto issued = call.services.office.reports().issue(
        who->account.id, *book, *draft, report::question_of(*asked),
        [&](const app::IssuedAs& issued) {
            asked->issued = issued;
            asked->question.known_at.reset();
            if (issued.moment_passed) asked->question.known_at = issued.known_at;
            return report::make_to_issue(call.services.reading, *asked);
        });
    if (!issued) return std::unexpected(issued.error());
    return json_response(
        json::write_message(IssuedAnswer{issued->receipt.seq, issued->file, issued->file_name}));
}

core::Result<Response> api_issued_file(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    auto file = find_issued(call);
    if (!file) return std::unexpected(file.error());
    const auto asked = report::asked_of(app::question_of(*file));
    if (!asked) return std::unexpected(asked.error());
    log_taken(call, *who, *asked, file->book);
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
