// Documents of the programme, made of what stands in the books now: the same as `report`.
#include "report/issued.hpp"

#include <algorithm>

#include "app/op_text.hpp"
#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "http/handlers/reading.hpp"
#include "http/limits.hpp"
#include "http/pages/sign_in.hpp"
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
    asked.members_closed = reader->closes_members();
    return {};
}

// Whoever issues a club's own paper, or takes one that was issued, takes its single loans.
core::Result<void> may_take_members(const Call& call, const core::BookId& club) {
    const auto reader = reader_of(call, club);
    if (!reader) return std::unexpected(reader.error());
    return may_read_members(*reader, club);
}

// A reason is asked for where one would open the club.
core::Result<Response> refused_report(const Call& call, const core::Rejection& rejection) {
    const auto club = core::parse_uuid(call.request.target.parameter("club").value_or(""));
    if (!club || rejection.rule.id() != "reading.reason_needed") return std::unexpected(rejection);
    return pages::reason_page(pages::Links(call.request), core::BookId(*club), rejection);
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

// Over a unit stand those above it on the map asked about, and whoever works over it, or over what
// it lives on in, today: nobody chooses the day on which he has a right.
core::Result<std::vector<core::UnitId>> units_over(const Call& call,
                                                   const app::Question& question) {
    const auto asked = call.services.reading.unit(question);
    if (!asked) return std::unexpected(asked.error());
    std::vector<core::UnitId> over;
    for (const auto& unit : asked->frame.path) over.push_back(unit.id);
    if (over.empty()) return over;
    const auto today = call.services.officers.readers.units_over(over.back());
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

// What whoever asks may read of an association's book, as he reads it there. Nothing if parts of
// the entry are closed to him, or were erased.
std::optional<std::string> text_at(const Call& call, const app::OpPlace& place) {
    const auto reader = reader_of(call, place.book);
    if (!reader) return std::nullopt;
    auto view = call.services.reading.entry(place.book, place.seq);
    if (!view || !show(call, *reader, *view)) return std::nullopt;
    const auto& entry = view->line.entry.entry;
    auto text = app::op_text(entry, place.op_index);
    const bool closed = std::ranges::any_of(
        entry.parts, [](const core::PrivatePart& part) { return !part.content; });
    return text.empty() && closed ? std::nullopt : std::optional(std::move(text));
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
    asked.today = call.services.office.reports().today();
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
        if (const auto may = may_read_members(*reader, *asked.club); !may) {
            return std::unexpected(may.error());
        }
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
    if (asked.club) {
        const auto view = call.services.reading.entries(*asked.club, 0, {.entries = 1});
        title += " · " + (view ? view->name : to_text(*asked.club));
    }
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
    std::string unit;  // names
    std::string club;
    std::vector<report::Difference> differences;  // between what was known then and now
    app::LaterEntries later;
};
BOOST_DESCRIBE_STRUCT(IssuedChanges, (), (asked, unit, club, differences, later))

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
    if (!asked) return refused_report(call, asked.error());
    const auto values = report::compose(call.services.reading, *asked);
    if (!values) return std::unexpected(values.error());
    log_taken(call, *who, *asked, asked->club);
    auto asks = pages::Asks::nothing;
    if (asked->club) {
        if (const auto reader = reader_of(call, *asked->club)) asks = reader->asks();
    }
    return pages::report_page(pages::Links(call.request), *asked, *values, asks);
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
    // A file that is kept outlives what is erased: it tells no private text, but that there is one.
    asked->text = [&call](const app::OpPlace& place) {
        auto told = text_at(call, place);
        if (told && !told->empty()) told.reset();
        return told;
    };
    // Of a club whose history has closed to the officer nothing leaves the house in his name.
    if (asked->question.known_at) return core::reject("reading.not_allowed", "club");
    if (asked->club) {
        const auto may = may_take_members(call, *asked->club);
        if (!may) return std::unexpected(may.error());
    }
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

core::Result<Response> api_issued(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto lines = read_lines(call);
    if (!lines) return std::unexpected(lines.error());
    app::MatterQuestion question;
    question.area = app::MatterArea::reports;
    question.op = core::association::ReportIssued::op;
    question.order = app::MatterOrder::newest;
    question.offset = lines->offset;
    question.limit = lines->limit;
    const auto matters = call.services.office.scheme().matters(who->account.id, question);
    if (!matters) return std::unexpected(matters.error());
    return json_response(json::write_message(call.services.office.reports().list(*matters)));
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
    auto& reports = call.services.office.reports();
    return json_response(json::write_message(IssuedChanges{
        question, reports.unit_name(question), reports.club_name(question),
        report::differences(*then, *now), reports.since(who->account.id, *file, question.as_of)}));
}

}  // namespace lth::http
