// A club, the page of its book, and one entry with its place in the chain.
#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <tuple>

#include "app/op_text.hpp"
#include "http/pages/figures.hpp"
#include "http/pages/names.hpp"
#include "http/pages/op_facts.hpp"
#include "http/pages/pages.hpp"
#include "http/pages/sign_in.hpp"
#include "http/pages/sign_in_words.hpp"

namespace lth::http::pages {
namespace {

// "Groups under 5 people show no attribute of people" (scheme.md).
constexpr std::int64_t fewest_people = 5;
constexpr std::size_t meetings_shown = 24;

// "62 (khung 50–70)"; of a part "32 (51,6 %, khung 60–70 %)".
std::string count_beside(const Page& page, std::optional<std::int64_t> count,
                         const facts::Goal& band, std::optional<std::int64_t> whole = {}) {
    const auto language = page.language();
    auto text = number_text(count, language);
    if (!count || !band.min || !band.max) return text;
    const auto kind = whole ? facts::ValueKind::share : facts::ValueKind::count;
    text += " (";
    if (whole) text += value_text(facts::share_of({*count, *whole}), band.min, language) + ", ";
    text += std::string(page.say(words::within)) + " " + goal_text(kind, band.min, language) + "–" +
            goal_text(kind, band.max, language) + ")";
    return text;
}

void draw_people(Page& page, const app::ClubView& view) {
    const auto language = page.language();
    const auto& people = view.people;
    page.element("h2", page.say(words::club_people)).open("dl", {{"class", "facts"}});
    page.term(words::members, count_beside(page, people.members, view.bands.size));
    const bool few = people.members && *people.members < fewest_people;
    if (!few) {
        page.term(words::women, count_beside(page, people.women, view.bands.women, people.members));
        page.term(words::elderly,
                  count_beside(page, people.elderly, view.bands.elderly, people.members));
        page.term(words::elderly_custom, number_text(people.elderly_custom, language));
        page.term(words::hardship, number_text(people.hardship, language));
        page.term(words::birth_unknown, number_text(people.birth_unknown, language));
    }
    page.close();
    if (few) page.element("p", page.say(words::few_people));
    page.element("h2", page.say(words::money)).open("dl", {{"class", "facts"}});
    page.term(words::capital, money_text(view.capital, language));
    page.term(words::outstanding, money_text(view.loans_outstanding, language));
    page.term(words::overdue, money_text(view.overdue, language));
    page.close();
}

void draw_fund(Page& page, const app::ClubView& view, core::club::Fund fund, const Phrase& name) {
    page.open_table(name).open("thead").open("tr");
    page.column(words::account).column(words::amount, "number").close().close().open("tbody");
    for (const auto& row : view.balances) {
        if (row.amount == core::Money{} || core::club::fund_of(row.account) != fund) continue;
        page.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
        page.text(page.say(account_name(row.account))).close();
        page.cell(words::amount, money_text(row.amount, page.language()), "number").close();
    }
    page.close().close();
}

void draw_balances(Page& page, const app::ClubView& view) {
    if (view.balances.empty()) {
        page.element("p", page.say(words::no_book));
        return;
    }
    page.element("h2", page.say(words::balances));
    draw_fund(page, view, core::club::Fund::income, words::income_fund);
    draw_fund(page, view, core::club::Fund::operating, words::operating_fund);
}

void draw_loans(Page& page, const app::ClubView& view) {
    const auto language = page.language();
    page.element("h2", page.say(words::loans));
    if (view.loans_closed) {
        page.element("p", page.say(words::loans_closed));
        return;
    }
    if (view.loans.empty()) {
        page.element("p", page.say(words::no_loans));
        return;
    }
    page.open_table(words::loans).open("thead").open("tr");
    page.column(words::borrower).column(words::disbursed).column(words::principal, "number");
    page.column(words::outstanding, "number").column(words::due_by).column(words::status);
    page.close().close().open("tbody");
    auto loans = view.loans;
    std::ranges::sort(loans, {}, [](const app::LoanLine& loan) {
        return std::tuple{loan.row.outstanding == core::Money{}, -loan.row.disbursed_on.days,
                          loan.row.loan};
    });
    for (const auto& loan : loans) {
        page.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
        page.element("code", loan.borrower).close();
        page.cell(words::disbursed, date_text(loan.row.disbursed_on, language));
        page.cell(words::principal, money_text(loan.row.principal, language), "number");
        page.cell(words::outstanding, money_text(loan.row.outstanding, language), "number");
        page.cell(words::due_by, date_text(loan.row.due_by, language));
        std::string state;
        if (loan.row.settled_on) {
            state = page.say(words::settled);
        } else if (loan.days_late > 0) {
            state = std::string(page.say(words::late)) + " " +
                    number_text(loan.days_late, language) + " " +
                    std::string(page.say(words::days));
        }
        page.cell(words::status, state).close();
    }
    page.close().close();
}

// Those until the day that the page is of, each with its way to where it is recorded.
void draw_meetings(Page& page, const Links& links, const app::ClubView& view) {
    page.element("h2", page.say(words::meetings));
    auto meetings = view.meetings;
    std::erase_if(meetings, [&](const auto& meeting) { return meeting.on > view.frame.as_of; });
    if (meetings.empty()) {
        page.element("p", page.say(words::no_meetings));
        return;
    }
    std::ranges::sort(meetings, std::ranges::greater{}, &core::club::MeetingRow::on);
    if (meetings.size() > meetings_shown) meetings.resize(meetings_shown);
    page.open_table(words::meetings).open("thead").open("tr");
    page.column(words::date).column(words::present, "number").close().close().open("tbody");
    for (const auto& meeting : meetings) {
        page.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
        const auto day = date_text(meeting.on, page.language());
        const auto entry = view.meeting_entries.find(meeting.meeting);
        if (entry == view.meeting_entries.end()) {
            page.text(day);
        } else {
            page.link(day, links.to("/books/" + core::to_text(view.line.id) + "/" +
                                    std::to_string(entry->second)));
        }
        page.close();
        page.cell(words::present, number_text(meeting.present, page.language()), "number").close();
    }
    page.close().close();
}

// The photograph that the operation names; empty if it names none.
std::string_view photo_of(const app::OpLine& op) {
    constexpr std::string_view key = R"("sha256":")";
    constexpr std::size_t hex = 64;
    const auto at = op.text.find(key);
    if (op.op != core::AttachmentAdded::op || at == std::string::npos) return {};
    return std::string_view(op.text).substr(at + key.size(), hex);
}

// What was done, when, and whether it counts; the caller closes it.
void open_op(Page& page, const app::OpLine& op) {
    page.open("li", {{"class", op.reversed ? "reversed" : ""}});
    const auto* name = operation_name(op.op);
    page.element("strong", name != nullptr ? page.say(*name) : op.op).text(" · ");
    const auto on = core::parse_date(op.on);
    page.text(on ? date_text(*on, page.language()) : op.on);
    if (op.reversed) page.text(" · ").text(page.say(words::reversed));
}

// What single members did stands once of a kind, with its sums.
void draw_op_lines(Page& page, const std::vector<app::OpLine>& ops) {
    struct Alike {
        const app::OpLine* first;
        bool one_person;
        std::vector<std::string_view> texts;
    };
    std::vector<Alike> lines;
    for (const auto& op : ops) {
        const bool one_person = is_of_one_person(op.text);
        auto same = std::ranges::find_if(lines, [&](const Alike& line) {
            return one_person && line.one_person &&
                   std::tie(line.first->op, line.first->on, line.first->reversed) ==
                       std::tie(op.op, op.on, op.reversed);
        });
        if (same == lines.end()) same = lines.insert(lines.end(), {&op, one_person, {}});
        same->texts.emplace_back(op.text);
    }
    for (const auto& line : lines) {
        open_op(page, *line.first);
        if (const auto times = static_cast<std::int64_t>(line.texts.size()); times > 1) {
            page.text(" · ").text(number_text(times, page.language())).text(" ");
            page.text(page.say(words::times_alike));
        }
        if (line.one_person) {
            draw_op_sums(page, line.texts);
        } else {
            draw_op_facts(page, line.texts.front());
        }
        page.close();
    }
}

// What single members did, or its sums.
enum class Told : std::uint8_t { whole, sums };

Told told_of(const auto& view) { return view.members_closed ? Told::sums : Told::whole; }

void draw_entry_line(Page& page, const app::BookInfo& book, const app::EntryLine& line, Told told) {
    const auto& seal = line.entry.seal;
    page.open("article", {{"class", "entry"}});
    page.open("h3");
    page.link("#" + std::to_string(seal.seq),
              page.links().to("/books/" + core::to_text(book.id) + "/" + std::to_string(seal.seq)));
    page.text(" · ").text(time_text(seal.received_at, page.language())).text(" · ");
    page.element("code", core::to_hex(seal.hash).substr(0, 12)).close();
    page.open("ul", {{"class", "ops"}});
    if (told == Told::sums) {
        draw_op_lines(page, line.ops);
        page.close().close();
        return;
    }
    for (const auto& op : line.ops) {
        open_op(page, op);
        if (const auto photo = photo_of(op); !photo.empty()) {
            page.text(" · ");
            page.link(page.say(words::photo),
                      "/api/v1/books/" + to_text(book.id) + "/attachments/" + std::string(photo));
        }
        draw_op_facts(page, op.text);
        page.open("details").element("summary", op.op);
        page.element("code", op.text).close().close();
    }
    page.close().close();
}

void draw_parts(Page& page, const std::vector<core::PrivatePart>& parts) {
    if (parts.empty()) return;
    page.element("h2", page.say(words::private_parts));
    page.open("ul", {{"class", "ops"}});
    for (const auto& part : parts) {
        page.open("li").text(to_text(part.kind)).text(" · ");
        if (part.content && part.kind == core::PartClass::text) {
            page.text(app::part_words(*part.content));
        } else if (part.content) {
            page.element("code", part.content->text);
        } else {
            page.text(page.say(words::part_withheld));
        }
        page.close();
    }
    page.close();
}

}  // namespace

Response club_page(const Links& links, const app::ClubView& view, Asks asks) {
    Page page(links, {.tab = Tab::clubs,
                      .title = view.line.name,
                      .simulated = view.frame.simulated,
                      .json = links.to("/api/v1/clubs/" + core::to_text(view.line.id))});
    page.breadcrumbs(view.frame);
    page.element("h1", view.line.name);
    page.open("dl", {{"class", "facts"}});
    page.term(words::launched, date_text(view.line.launched_on, page.language()));
    if (!view.programme.empty()) page.term(words::programme, view.programme);
    for (const auto& village : view.villages) page.term(words::village, village);
    page.close();
    page.open("p");
    page.link(page.say(words::open_book), links.to("/books/" + core::to_text(view.line.id)));
    page.close();
    draw_people(page, view);
    draw_peers(page, view.peers);
    draw_ratings(page, view);
    draw_flags(page, view);
    draw_balances(page, view);
    draw_loans(page, view);
    if (view.loans_closed && asks == Asks::reason) draw_reason(page, view.line.id);
    draw_meetings(page, links, view);
    page.footnote(view.frame);
    return std::move(page).finish();
}

Response book_page(const Links& links, const app::EntriesView& view, Asks asks) {
    const auto id = core::to_text(view.book.id);
    const auto title = std::string(words::book.in(links.language())) + ": " + view.name;
    Page page(links, {.title = title,
                      .simulated = view.simulated,
                      .json = links.to("/api/v1/books/" + id + "/entries")});
    page.element("h1", title);
    page.element("p",
                 number_text(static_cast<std::int64_t>(view.book.head.last_seq), page.language()) +
                     " " + std::string(page.say(words::entries_in_book)));
    if (view.members_closed) page.element("p", page.say(words::members_closed));
    for (const auto& line : view.entries) {
        draw_entry_line(page, view.book, line, told_of(view));
    }
    page.open("nav", {{"aria-label", std::string(page.say(words::pages))}, {"class", "paging"}});
    if (view.after > 0) page.link(page.say(words::to_first), links.to("/books/" + id));
    if (!view.entries.empty() && view.entries.back().entry.seal.seq < view.book.head.last_seq) {
        page.text(" ");
        page.link(page.say(words::next),
                  links.to("/books/" + id,
                           {{"after", std::to_string(view.entries.back().entry.seal.seq)}}));
    }
    page.close();
    if (asks == Asks::reason) draw_reason(page, view.book.id);
    return std::move(page).finish();
}

Response entry_page(const Links& links, const app::EntryView& view,
                    const std::optional<app::Recorder>& by, Asks asks) {
    const auto& seal = view.line.entry.seal;
    const auto title = std::string(words::entry.in(links.language())) + " #" +
                       std::to_string(seal.seq) + " · " + view.name;
    Page page(links, {.title = title, .simulated = view.simulated});
    page.element("h1", title).open("p");
    page.link(view.name, links.to("/books/" + core::to_text(view.book.id))).close();
    page.open("dl", {{"class", "facts"}});
    page.term(words::received, time_text(seal.received_at, page.language()));
    page.term(words::digest, core::to_hex(view.line.digest));
    page.term(words::chain, core::to_hex(seal.hash));
    if (by) page.term(words::recorded_by, recorder_text(*by));
    page.term(words::author, core::to_text(view.line.entry.entry.author));
    page.term(words::device, core::to_text(view.line.entry.entry.device));
    page.close();
    page.element("p", page.say(view.chain_holds ? words::chain_holds : words::chain_broken),
                 {{"class", view.chain_holds ? "state met" : "state open"}});
    if (view.members_closed) page.element("p", page.say(words::members_closed));
    draw_entry_line(page, view.book, view.line, told_of(view));
    if (asks == Asks::reason) draw_reason(page, view.book.id);
    draw_parts(page, view.line.entry.entry.parts);
    return std::move(page).finish();
}

Response refusal_page(const Links& links, const core::Rejection& rejection, unsigned status) {
    constexpr unsigned not_found = 404;
    const auto& title = status == not_found ? words::not_found : words::wrong_request;
    Page page(links, {.title = std::string(title.in(links.language()))});
    page.element("h1", page.say(title));
    page.element("p", core::message(rejection, links.language()), {{"role", "alert"}});
    page.open("p");
    page.link(page.say(words::back), "/standing");
    page.close();
    return std::move(page).finish(status);
}

}  // namespace lth::http::pages
