#include "app/paper_desk.hpp"

#include <algorithm>
#include <map>

#include "app/roles.hpp"
#include "core/text.hpp"

namespace lth::app {
namespace {

constexpr std::int32_t months_shown = 12;

core::Rejection not_allowed() {
    const std::string op(core::club::MeetingHeld::op);
    return core::make_rejection("role.operation.not_allowed", "op", {{"op", op}});
}

bool may_type(std::span<const Role> roles) {
    return std::ranges::any_of(roles, [](Role role) {
        return may_record(role, core::BookKind::club, core::club::MeetingHeld::op);
    });
}

}  // namespace

core::Result<void> PaperDesk::asked_by(const core::AccountId& officer,
                                       const core::BookId& book) const {
    if (!may_type(in_.rights.roles_over(officer, book))) return std::unexpected(not_allowed());
    return {};
}

WorkClub PaperDesk::club(const ClubLine& line, core::Date on, std::span<const PaperDraft> drafts) {
    WorkClub club{
        .book = line.id, .name = line.name, .village = line.village, .commune = line.commune.name};
    for (const auto& kept : in_.store.case_marks(line.id)) {
        club.open_cases += kept.outcome == core::replica::CaseState::open ? 1 : 0;
    }
    (void)in_.books.read(line.id, [&](const Book& book) {
        const auto* fold = book.as<ClubFold>();
        if (!fold) return;
        club.keeper = core::club::keeper_on(fold->club, on);
        club.months = core::club::month_lines(fold->club, core::month_of(on), months_shown);
        club.due = core::club::todo_lines(fold->club, on);
    });
    for (const auto& draft : drafts) {
        if (draft.book == line.id) club.typing.push_back(draft.month);
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
            PaperPerson person{.member = line.member,
                               .number = core::Count{number},
                               .birth_year = line.birth_year};
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
