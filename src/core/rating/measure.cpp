#include "core/rating/measure.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/club/loan.hpp"
#include "core/rating/owed_meetings.hpp"
#include "core/sort.hpp"

namespace lth::core::rating {
namespace {

using namespace club;

// Millionths of an amount in đồng need more than 64 bits.
__extension__ using Wide = __int128;

constexpr int elderly_years = 60;  // law on the elderly 39/2009, article 2

struct Asked {
    const Club& club;
    const Criterion& criterion;
    Year year;
    Date as_of;

    [[nodiscard]] bool in_year(Date on) const { return year_of(on) == year.value && on <= as_of; }
    [[nodiscard]] std::uint32_t seq(OpIndex op) const { return club.ops[op].seq; }
};

Measured share(std::int64_t numerator, std::int64_t denominator) {
    Measured said;
    said.numerator = numerator;
    said.denominator = denominator;
    if (denominator == 0) return said;
    said.value = static_cast<std::int64_t>(Wide{numerator} * one_million / denominator);
    return said;
}

Measured count(std::int64_t value) {
    Measured said;
    said.value = value;
    return said;
}

bool before(std::optional<Date> day, Date limit) { return day && *day <= limit; }

/// A month that need not have had a meeting but had one counts as due and met: a meeting never
/// lowers the share.
Measured meetings(const Asked& asked) {
    std::map<Month, std::uint32_t> met;
    for (const auto& meeting : asked.club.meetings) {
        const bool counts = is_live(asked.club, meeting.op) &&
                            meeting.held.kind == MeetingKind::regular && asked.in_year(meeting.on);
        if (counts) met.emplace(month_of(meeting.on), asked.seq(meeting.op));
    }
    std::int64_t due = 0;
    const auto first = make_month(asked.year.value, 1);
    for (Month month = first; month - first < 12; month = month + 1) {
        if (met.contains(month) || owes_meeting(asked.club, month)) ++due;
    }
    auto said = share(static_cast<std::int64_t>(met.size()), due);
    for (const auto& [month, seq] : met) said.entries.push_back(seq);
    return said;
}

Measured worked_areas(const Asked& asked) {
    std::array<std::optional<std::uint32_t>, area_count> found;
    const auto take = [&](OpIndex op, Date on, Area area) {
        auto& first = found[static_cast<std::size_t>(area)];
        if (is_live(asked.club, op) && asked.in_year(on) && !first) first = asked.seq(op);
    };
    for (const auto& meeting : asked.club.meetings) {
        for (const auto area : meeting.held.areas) take(meeting.op, meeting.on, area);
    }
    for (const auto& activity : asked.club.activities) {
        take(activity.op, activity.on, activity.what.area);
    }
    auto said = count(0);
    for (const auto& seq : found) {
        if (!seq) continue;
        ++*said.value;
        said.entries.push_back(*seq);
    }
    return said;
}

Measured funds(const Asked& asked) {
    if (!before(book_opened_on(asked.club), asked.as_of)) return {};
    const auto balances = balances_on(asked.club, asked.as_of);
    std::array<Money, 2> held;
    for (std::size_t i = 0; i < account_count; ++i) {
        const auto account = static_cast<Account>(i);
        if (is_asset(account)) held[static_cast<std::size_t>(fund_of(account))] += balances[i];
    }
    auto said = count(std::ranges::count_if(held, [](Money fund) { return fund.dong > 0; }));
    for (const auto& record : asked.club.openings) {
        if (is_live(asked.club, record.op)) said.entries.push_back(asked.seq(record.op));
    }
    return said;
}

Measured volunteers(const Asked& asked, VolunteerKind kind) {
    const Dated<VolunteersSet>* list = nullptr;
    for (const auto& record : asked.club.volunteers) {
        const bool counts =
            is_live(asked.club, record.op) && record.what.kind == kind && record.on <= asked.as_of;
        if (counts && (list == nullptr || list->on <= record.on)) list = &record;
    }
    auto said = count(0);
    if (list == nullptr) return said;
    std::set<MemberId> people;
    for (const auto& pair : list->what.volunteers) {
        const auto* member = find_member(asked.club, pair.volunteer);
        if (member != nullptr && span_on(*member, asked.as_of) != nullptr) {
            people.insert(pair.volunteer);
        }
    }
    said.value = static_cast<std::int64_t>(people.size());
    said.entries.push_back(asked.seq(list->op));
    return said;
}

/// Members on the day; none if the list is not the whole club by then.
std::vector<const Member*> people(const Asked& asked) {
    std::vector<const Member*> found;
    if (!before(roster_completed_on(asked.club), asked.as_of)) return found;
    for (const auto& member : asked.club.members) {
        if (member.live && span_on(member, asked.as_of) != nullptr) found.push_back(&member);
    }
    return found;
}

Measured borrowing(const Asked& asked) {
    if (!before(book_opened_on(asked.club), asked.as_of)) return {};
    const auto members = people(asked);
    std::vector<const Member*> borrowers;
    std::vector<std::uint32_t> entries;
    for (const auto& loan : asked.club.loans) {
        if (!loan.live || !asked.in_year(loan.disbursed_on)) continue;
        const auto* borrower = &asked.club.members[loan.owners.front().member];
        if (std::ranges::find(members, borrower) == members.end()) continue;
        if (std::ranges::find(borrowers, borrower) == borrowers.end())
            borrowers.push_back(borrower);
        entries.push_back(asked.seq(loan.op));
    }
    auto said = share(static_cast<std::int64_t>(borrowers.size()),
                      static_cast<std::int64_t>(members.size()));
    said.entries = std::move(entries);
    return said;
}

Measured on_time(const Asked& asked) {
    if (!before(book_opened_on(asked.club), asked.as_of)) return {};
    Money lent;
    Money late;
    std::vector<std::uint32_t> entries;
    for (const auto& loan : asked.club.loans) {
        if (!loan.live || loan.disbursed_on > asked.as_of) continue;
        const auto due = due_on(asked.club, loan, asked.as_of);
        lent += due.outstanding;
        if (age_days(due, asked.as_of) <= overdue_days) continue;
        late += due.outstanding;
        entries.push_back(asked.seq(loan.op));
    }
    auto said = share((lent - late).dong, lent.dong);
    said.entries = std::move(entries);
    return said;
}

Measured counts(const Asked& asked) {
    std::int64_t all = 0;
    std::int64_t equal = 0;
    std::vector<std::uint32_t> entries;
    for (const auto& record : asked.club.counts) {
        if (!is_live(asked.club, record.op) || !asked.in_year(record.on)) continue;
        ++all;
        if (record.what.amount == record.what.book_amount) ++equal;
        entries.push_back(asked.seq(record.op));
    }
    auto said = share(equal, all);
    said.entries = std::move(entries);
    return said;
}

template <class Records, class Counts>
Measured times(const Asked& asked, const Records& records, Counts counts_one) {
    auto said = count(0);
    for (const auto& record : records) {
        if (!is_live(asked.club, record.op) || !asked.in_year(record.on)) continue;
        if (!counts_one(record.what)) continue;
        ++*said.value;
        said.entries.push_back(asked.seq(record.op));
    }
    return said;
}

/// Some of the members, of whom `unknown` more may be: inside only if it is so either way.
Measured within(const Asked& asked, std::int64_t some, std::int64_t unknown, std::int64_t all) {
    const auto place = [&](std::int64_t part) {
        const auto scaled = asked.criterion.measure == Measure::size ? part : part * one_million;
        const auto whole = asked.criterion.measure == Measure::size ? 1 : all;
        if (scaled < *asked.criterion.min * whole) return -1;
        return scaled > *asked.criterion.max * whole ? 1 : 0;
    };
    Measured said;
    said.numerator = some;
    said.denominator = all;
    if (all == 0) return said;
    const int low = place(some);
    const int high = place(some + unknown);
    if (low == high) said.value = low == 0 ? 1 : 0;
    return said;
}

Measured composition(const Asked& asked) {
    const auto members = people(asked);
    const auto all = static_cast<std::int64_t>(members.size());
    std::int64_t some = 0;
    std::int64_t unknown = 0;
    for (const auto* member : members) {
        if (asked.criterion.measure == Measure::women) {
            some += member->sex == Sex::female ? 1 : 0;
            unknown += member->sex == Sex::unknown ? 1 : 0;
        } else if (!member->birth_year) {
            ++unknown;
        } else {
            some += member->birth_year->value + elderly_years <= asked.year.value ? 1 : 0;
        }
    }
    auto said = asked.criterion.measure == Measure::size ? within(asked, all, 0, all)
                                                         : within(asked, some, unknown, all);
    if (asked.criterion.measure == Measure::size) said.denominator = 0;
    for (const auto& record : asked.club.rosters) {
        if (is_live(asked.club, record.op)) said.entries.push_back(asked.seq(record.op));
    }
    for (const auto& record : asked.club.reviews) {
        if (is_live(asked.club, record.op) && asked.in_year(record.on)) {
            said.entries.push_back(asked.seq(record.op));
        }
    }
    return said;
}

Measured measured(const Asked& asked) {
    switch (asked.criterion.measure) {
        case Measure::judged:
            return {};
        case Measure::meetings:
            return meetings(asked);
        case Measure::areas:
            return worked_areas(asked);
        case Measure::funds:
            return funds(asked);
        case Measure::home_care_volunteers:
            return volunteers(asked, VolunteerKind::home_care);
        case Measure::economic_volunteers:
            return volunteers(asked, VolunteerKind::economic);
        case Measure::borrowing:
            return borrowing(asked);
        case Measure::on_time:
            return on_time(asked);
        case Measure::counts:
            return counts(asked);
        case Measure::health_checks:
            return times(asked, asked.club.health, [](const HealthChecked&) { return true; });
        case Measure::performances:
            return times(asked, asked.club.activities, [](const ActivityHeld& held) {
                return held.kind == ActivityKind::performance && held.outside;
            });
        case Measure::size:
        case Measure::women:
        case Measure::elderly:
            return composition(asked);
    }
    return {};
}

}  // namespace

Date facts_date(Year year) { return make_date(year.value, 12, 31); }

Measured measure(const Club& club, const Criterion& criterion, Year year, Date as_of) {
    auto said = measured({club, criterion, year, std::min(as_of, facts_date(year))});
    sort_list(said.entries);
    said.entries.erase(std::ranges::unique(said.entries).begin(), said.entries.end());
    return said;
}

}  // namespace lth::core::rating
