#include "app/paper_desk.hpp"

#include <algorithm>
#include <map>

#include "app/roles.hpp"
#include "core/text.hpp"

namespace lth::app {
namespace {

constexpr std::int32_t months_shown = 12;
constexpr std::size_t every_club = 1'000'000;
constexpr std::size_t most_clubs = 100;

core::Rejection not_allowed() {
    const std::string op(core::club::MeetingHeld::op);
    return core::make_rejection("role.operation.not_allowed", "op", {{"op", op}});
}

template <class T>
const T* latest(const core::club::Club& club, const std::vector<core::club::Dated<T>>& list,
                core::Date on) {
    const T* found = nullptr;
    core::Date of = {};
    for (const auto& one : list) {
        if (!is_live(club, one.op) || one.on > on || (found && one.on < of)) continue;
        found = &one.what;
        of = one.on;
    }
    return found;
}

MonthCell month_cell(const core::club::Club& club, core::Month month) {
    MonthCell cell{.month = month};
    for (const auto& meeting : club.meetings) {
        const auto& record = club.ops[meeting.op];
        if (!record.live || meeting.held.kind != core::club::MeetingKind::regular) continue;
        if (core::month_of(record.on) != month) continue;
        cell.state = MonthState::held;
        cell.on = record.on;
        cell.seq = record.seq;
        cell.from_paper = meeting.held.entered_from == core::club::EnteredFrom::paper;
    }
    if (cell.state == MonthState::held) return cell;
    const auto in_month = [&](const auto& list, auto names) {
        return std::ranges::any_of(
            list, [&](const auto& one) { return is_live(club, one.op) && names(one.what); });
    };
    if (in_month(club.months, [&](const auto& said) { return said.month == month; })) {
        cell.state = MonthState::totals;
    } else if (in_month(club.excused, [&](const auto& said) {
                   return std::ranges::find(said.months, month) != said.months.end();
               })) {
        cell.state = MonthState::excused;
    } else if (core::club::status_on(club, core::last_day(month)) != core::club::Status::active) {
        cell.state = MonthState::outside;
    }
    return cell;
}

}  // namespace

bool PaperDesk::may_type(std::span<const Role> roles) const {
    return std::ranges::any_of(roles, [](Role role) {
        return may_record(role, core::BookKind::club, core::club::MeetingHeld::op);
    });
}

core::Result<void> PaperDesk::asked_by(const core::AccountId& officer,
                                       const core::BookId& book) const {
    if (!may_type(in_.rights.roles_over(officer, book))) return std::unexpected(not_allowed());
    return {};
}

WorkClub PaperDesk::club(const ClubLine& line, core::Date on, std::span<const PaperDraft> drafts) {
    WorkClub club{
        .book = line.id, .name = line.name, .village = line.village, .commune = line.commune.name};
    for (const auto& device : in_.store.people().devices(line.id)) {
        club.devices_in_use += device.revoked_at ? 0 : 1;
    }
    for (const auto& kept : in_.store.case_marks(line.id)) {
        club.open_cases += kept.outcome == core::replica::CaseState::open ? 1 : 0;
    }
    (void)in_.books.read(line.id, [&](const Book& book) {
        const auto* fold = book.as<ClubFold>();
        if (!fold) return;
        const auto& folded = fold->club;
        if (const auto* said = latest(folded, folded.keepers, on)) club.keeper = said->keeper;
        const auto last = core::month_of(on);
        for (auto month = last + (1 - months_shown); month <= last; month = month + 1) {
            club.months.push_back(month_cell(folded, month));
        }
        club.due = core::club::todo_lines(folded, on);
    });
    for (auto& cell : club.months) {
        const bool typed = std::ranges::any_of(drafts, [&](const PaperDraft& draft) {
            return draft.book == line.id && draft.month == cell.month;
        });
        if (typed && cell.state != MonthState::held) cell.state = MonthState::typing;
    }
    return club;
}

core::Result<WorkView> PaperDesk::work(const core::AccountId& officer,
                                       const WorkQuestion& question) {
    ClubsQuestion all_clubs;
    all_clubs.limit = every_club;
    const auto all = in_.reading.clubs(all_clubs);
    if (!all) return std::unexpected(all.error());
    WorkView view{.on = question.on.value_or(core::business_date(in_.clock.now_ms()))};
    const auto limit = std::min(question.limit, most_clubs);
    const auto held = in_.rights.held_today(officer);
    const auto drafts = in_.store.paper_drafts().of(officer);
    for (const auto& line : all->clubs) {
        if (!may_type(in_.rights.roles_over(held, line.id))) continue;
        const auto place = view.total++;
        if (place < question.offset || view.clubs.size() == limit) continue;
        view.clubs.push_back(club(line, view.on, drafts));
    }
    return view;
}

core::Result<PaperSheet> PaperDesk::sheet(const core::AccountId& officer, const core::BookId& book,
                                          core::Date on) {
    if (const auto allowed = asked_by(officer, book); !allowed) {
        return std::unexpected(allowed.error());
    }
    const auto roles = in_.rights.roles_over(officer, book);
    const bool names = std::ranges::any_of(
        roles, [](Role role) { return may_see(role, Sight::name) == Seeing::yes; });
    std::map<std::uint64_t, std::string> named;
    if (names) {
        for (auto& row : in_.store.club_rows(book).disclosed) {
            if (row.field == "name") named[row.subject.value] = std::move(row.value);
        }
    }
    PaperSheet paper{.book = book};
    (void)in_.books.read(book, [&](const Book& folded) {
        const auto* fold = folded.as<ClubFold>();
        if (!fold) return;
        const auto& club = fold->club;
        paper.home = core::club::home_page(club, on);
        paper.sheet = core::club::meeting_sheet(club, on);
        std::int64_t number = 0;
        for (const auto& line : core::club::member_lines(club, on)) {
            ++number;
            if (!line.in_club) continue;
            PaperPerson person{.member = line.member, .number = core::Count{number}};
            const auto found = named.find(line.member.value);
            if (found != named.end() && !core::club::is_nameless(club, line.member, on)) {
                person.name = found->second;
            }
            paper.people.push_back(std::move(person));
        }
    });
    std::ranges::sort(paper.people, {}, [](const PaperPerson& person) {
        return std::pair(core::name_sort_key(person.name), person.member);
    });
    for (auto& draft : in_.store.paper_drafts().of(officer)) {
        if (draft.book != book || draft.month != core::month_of(on)) continue;
        paper.draft = std::move(draft.text);
        paper.kept_at = draft.kept_at;
    }
    return paper;
}

core::Result<void> PaperDesk::keep(const core::AccountId& officer, const core::BookId& book,
                                   core::Month month, const std::string& text) {
    if (const auto allowed = asked_by(officer, book); !allowed) return allowed;
    if (text.size() > max_draft_bytes) {
        return core::reject("paper.draft.too_long", "text",
                            {{"limit", std::to_string(max_draft_bytes)}});
    }
    in_.store.paper_drafts().put({book, officer, month, text, in_.clock.now_ms()});
    return {};
}

}  // namespace lth::app
