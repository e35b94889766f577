#include "core/club/journal.hpp"

#include <algorithm>

#include "core/club/days.hpp"
#include "core/club/rows_of.hpp"
#include "core/sort.hpp"

namespace lth::core::club {
namespace {

// Every list of the book that is only ever added to.
template <class Visit>
void for_each_list(Club& club, Visit visit) {
    visit(club.ops), visit(club.postings), visit(club.members), visit(club.loans);
    visit(club.meetings), visit(club.life), visit(club.proposals), visit(club.changed);
    visit(club.dossier), visit(club.decisions), visit(club.mergers), visit(club.rosters);
    visit(club.reviews), visit(club.consents), visit(club.boards), visit(club.volunteers);
    visit(club.teams), visit(club.keepers), visit(club.excused), visit(club.activities);
    visit(club.visits), visit(club.health), visit(club.gifts), visit(club.reports);
    visit(club.months), visit(club.openings), visit(club.settings), visit(club.counts);
    visit(club.periods), visit(club.handed_over), visit(club.taken_over), visit(club.rules);
    visit(club.split_uses), visit(club.dues), visit(club.namings), visit(club.grants);
    visit(club.rating_steps), visit(club.faults);
}

template <class Kept>
bool kept(const Kept& list, std::uint32_t index) {
    return std::ranges::any_of(list, [&](const auto& item) { return item.first == index; });
}

void rebuild_indexes(Club& club) {
    club.member_index.clear();
    for (std::uint32_t i = 0; i < club.members.size(); ++i) {
        if (club.members[i].live) club.member_index.emplace(club.members[i].admitted.member, i);
    }
    club.loan_index.clear();
    for (std::uint32_t i = 0; i < club.loans.size(); ++i) {
        if (club.loans[i].live) club.loan_index.emplace(club.loans[i].id, i);
    }
    const auto count = club.ops.size();
    std::erase_if(club.entry_index, [&](const auto& item) { return item.second >= count; });
}

}  // namespace

Journal::Journal(Club& club, Birthdays& birthdays)
    : club_(club),
      birthdays_(birthdays),
      first_op_(club.ops.size()),
      balances_(club.balances),
      statuses_(status_rows(club)),
      villages_(village_rows(club)),
      ratings_(rating_rows(club)) {
    for_each_list(club_, [&](const auto& list) { sizes_.push_back(list.size()); });
    club_row_[0] = club_row(club);
}

void Journal::before_member(std::uint32_t member) {
    if (kept(members_, member)) return;
    if (member >= club_.members.size()) {
        members_.emplace_back(member, std::nullopt);
        return;
    }
    add_member_days(member, -1);
    members_.emplace_back(member, club_.members[member]);
}

void Journal::before_loan(std::uint32_t loan) {
    if (kept(loans_, loan)) return;
    if (loan >= club_.loans.size()) {
        loans_.emplace_back(loan, std::nullopt);
        return;
    }
    for (const auto& owner : club_.loans[loan].owners) before_member(owner.member);
    add_loan_days(loan, -1);
    loans_.emplace_back(loan, club_.loans[loan]);
}

void Journal::before_volunteers() {
    if (volunteers_) return;
    volunteers_ = true;
    add_volunteer_days(-1);
}

void Journal::before_month(Month month) {
    if (std::ranges::find(months_, month) != months_.end()) return;
    add_month_days(month, -1);
    months_.push_back(month);
}

void Journal::set_birthday(const BirthdayChange& change) {
    const auto member = club_.member_index.find(change.member);
    if (member != club_.member_index.end()) before_member(member->second);
    const auto known = birthdays_.known.find(change.member);
    birthdays_before_.push_back({change.member, known == birthdays_.known.end()
                                                    ? std::nullopt
                                                    : std::optional(known->second)});
    if (change.birthday) {
        birthdays_.known[change.member] = *change.birthday;
    } else {
        birthdays_.known.erase(change.member);
    }
}

void Journal::undo() {
    std::size_t list_number = 0;
    for_each_list(club_, [&](auto& list) {
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(sizes_[list_number]), list.end());
        ++list_number;
    });
    for (const auto op : reversed_) {
        if (op < club_.ops.size()) club_.ops[op].live = true;
    }
    for (auto& [index, before] : members_) {
        if (before) club_.members[index] = std::move(*before);
    }
    for (auto& [index, before] : loans_) {
        if (before) club_.loans[index] = std::move(*before);
    }
    std::ranges::reverse(birthdays_before_);
    for (const auto& change : birthdays_before_) {
        if (change.birthday) {
            birthdays_.known[change.member] = *change.birthday;
        } else {
            birthdays_.known.erase(change.member);
        }
    }
    club_.balances = balances_;
    rebuild_indexes(club_);
}

std::vector<Account> Journal::touched_accounts() const {
    std::vector<Account> accounts;
    for (std::size_t i = 0; i < account_count; ++i) {
        if (club_.balances[i] != balances_[i]) accounts.push_back(static_cast<Account>(i));
    }
    return accounts;
}

Changes Journal::changes() {
    Changes changes;
    sort_list(members_, {}, [](const auto& item) { return item.first; });
    sort_list(loans_, {}, [](const auto& item) { return item.first; });
    for (const auto& [index, before] : members_) {
        add_member_days(index, 1);
        changes.members.push_back(member_row(club_, club_.members[index]));
    }
    for (const auto& [index, before] : loans_) {
        add_loan_days(index, 1);
        changes.loans.push_back(loan_row(club_, club_.loans[index]));
    }
    if (volunteers_) add_volunteer_days(1);
    for (const auto month : months_) add_month_days(month, 1);
    for (const auto account : touched_accounts()) {
        changes.balances.push_back({account, natural(account, club_.balances[index(account)])});
    }
    collect_lists(changes);
    changes.days = std::move(days_);
    consolidate(changes.days);
    return changes;
}

void Journal::collect_lists(Changes& changes) const {
    const auto changed = [&](OpIndex op) {
        return op >= first_op_ || std::ranges::find(reversed_, op) != reversed_.end();
    };
    for (const auto& meeting : club_.meetings) {
        if (changed(meeting.op)) changes.meetings.push_back(meeting_row(club_, meeting));
    }
    for (const auto& report : club_.reports) {
        if (changed(report.op)) changes.reports.push_back(report_row(club_, report));
    }
    for (const auto& grant : club_.grants) {
        if (changed(grant.op)) changes.grants.push_back(grant_row(club_, grant));
    }
    auto row = club_row(club_);
    if (row != *club_row_[0]) changes.club = std::move(row);
    if (auto rows = status_rows(club_); rows != statuses_) changes.statuses = std::move(rows);
    if (auto rows = village_rows(club_); rows != villages_) changes.villages = std::move(rows);
    if (auto rows = rating_rows(club_); rows != ratings_) changes.ratings = std::move(rows);
}

void Journal::add_member_days(std::uint32_t member, std::int64_t sign) {
    member_days(club_, birthdays_, club_.members[member], DaySink(days_, sign));
}
void Journal::add_loan_days(std::uint32_t loan, std::int64_t sign) {
    loan_days(club_, club_.loans[loan], DaySink(days_, sign));
}
void Journal::add_volunteer_days(std::int64_t sign) { volunteer_days(club_, DaySink(days_, sign)); }
void Journal::add_month_days(Month month, std::int64_t sign) {
    month_days(club_, month, DaySink(days_, sign));
}

}  // namespace lth::core::club
