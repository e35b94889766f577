#include "core/club/days.hpp"

#include <algorithm>
#include <utility>

#include "core/club/loan.hpp"
#include "core/sort.hpp"

namespace lth::core::club {
namespace {

constexpr int elderly_years = 60;  // law on the elderly 39/2009, article 2
constexpr int elderly_custom_years = 55;

bool in_hardship(Hardship hardship) {
    return hardship == Hardship::near_poor || hardship == Hardship::poor ||
           hardship == Hardship::other;
}

struct HardshipPeriod {
    Date from;
    Hardship value;
};

// Hardship from the first day on, each with the day it began.
std::vector<HardshipPeriod> hardship_periods(const Club& club, const Member& member) {
    std::vector<HardshipPeriod> periods = {{first_date, hardship_on(club, member, first_date)}};
    std::vector<Date> dates;
    for (const auto& [op, changed] : member.changes) {
        if (changed.hardship && is_live(club, op)) dates.push_back(club.ops[op].on);
    }
    sort_list(dates);
    for (const Date date : dates) {
        const auto value = hardship_on(club, member, date);
        if (value != periods.back().value) periods.push_back({date, value});
    }
    return periods;
}

struct Interval {
    Date from;
    std::optional<Date> until;
};

// Days on which the member owes principal, loans taken over included.
std::vector<Interval> owing_intervals(const Club& club, std::uint32_t self, const Member& member) {
    struct Change {
        Date day;
        std::int64_t delta;
    };
    std::vector<Change> changes;
    for (const auto index : member.loans) {
        const Loan& loan = club.loans[index];
        if (!loan.live) continue;
        std::vector<Date> days;
        for (const auto& event : loan.events) days.push_back(event.on);
        for (const auto& owner : loan.owners) days.push_back(owner.from);
        sort_list(days);
        days.erase(std::ranges::unique(days).begin(), days.end());
        bool owed = false;
        for (const Date day : days) {
            const bool owes =
                owner_on(club, loan, day) == self && outstanding_on(loan, day) > Money{};
            if (owes != owed) changes.push_back({day, owes ? 1 : -1});
            owed = owes;
        }
    }
    sort_list(changes, {},
              [](const Change& change) { return std::pair{change.day, -change.delta}; });
    std::vector<Interval> intervals;
    std::int64_t open = 0;
    for (const auto& change : changes) {
        if (open == 0 && change.delta > 0) intervals.push_back({change.day, std::nullopt});
        open += change.delta;
        if (open == 0) intervals.back().until = change.day;
    }
    return intervals;
}

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
    if (!a) return b;
    if (!b) return a;
    return std::min(*a, *b);
}

class MemberDays {
public:
    MemberDays(const Club& club, const Birthdays& birthdays, const Member& member, DaySink& sink)
        : club_(club), birthdays_(birthdays), member_(member), sink_(sink) {
        const auto self = static_cast<std::uint32_t>(&member - club.members.data());
        owing_ = owing_intervals(club, self, member);
        for (const auto index : member.loans) {
            const Loan& loan = club.loans[index];
            if (loan.live && loan.owners.front().member == self) lent_.push_back(loan.disbursed_on);
        }
        sort_list(lent_);
    }

    void add(const Span& span) {
        if (span.left && *span.left <= span.joined) return;
        sink_.during(span.joined, span.left, Column::members);
        if (member_.sex == Sex::female) sink_.during(span.joined, span.left, Column::women);
        if (member_.sex == Sex::unknown) sink_.during(span.joined, span.left, Column::sex_unknown);
        add_age(span);
        add_hardship(span);
        add_borrowing(span);
    }

private:
    // `amount` in the part of [from, until) that lies within the span.
    void within(const Span& span, Date from, std::optional<Date> until, Column column) {
        sink_.during(std::max(span.joined, from), earlier(span.left, until), column);
    }

    void add_age(const Span& span) {
        if (!member_.birth_year) {
            sink_.during(span.joined, span.left, Column::birth_unknown);
            return;
        }
        const int year = member_.birth_year->value;
        const auto known = birthdays_.known.find(member_.admitted.member);
        const bool exact = known != birthdays_.known.end();
        const Date born =
            exact ? make_date(year, known->second.month, known->second.day) : make_date(year, 1, 1);
        within(span, birthday(born, elderly_years), std::nullopt, Column::elderly);
        within(span, birthday(born, elderly_custom_years), std::nullopt, Column::elderly_custom);
        if (exact) return;
        within(span, make_date(year + elderly_years, 1, 1),
               make_date(year + elderly_years + 1, 1, 1), Column::elderly_by_year);
    }

    void add_hardship(const Span& span) {
        const auto periods = hardship_periods(club_, member_);
        for (std::size_t i = 0; i < periods.size(); ++i) {
            const auto until =
                i + 1 < periods.size() ? std::optional(periods[i + 1].from) : std::nullopt;
            if (in_hardship(periods[i].value)) {
                within(span, periods[i].from, until, Column::hardship);
            } else if (periods[i].value == Hardship::unknown) {
                within(span, periods[i].from, until, Column::hardship_unknown);
            }
            const bool left = i > 0 && periods[i].value == Hardship::none &&
                              (periods[i - 1].value == Hardship::poor ||
                               periods[i - 1].value == Hardship::near_poor);
            if (left && periods[i].from >= span.joined) {
                within(span, periods[i].from, until, Column::left_poverty);
                if (!lent_.empty() && lent_.front() <= periods[i].from) {
                    within(span, periods[i].from, until, Column::borrowers_left_poverty);
                }
            }
        }
    }

    void add_borrowing(const Span& span) {
        if (member_.borrowed_before) {
            sink_.during(span.joined, span.left, Column::borrowers_ever);
        } else if (!lent_.empty()) {
            within(span, lent_.front(), std::nullopt, Column::borrowers_ever);
        }
        int counted = 0;
        for (const Date day : lent_) {
            const int year = year_of(day);
            if (year == counted) continue;
            counted = year;
            within(span, day, make_date(year + 1, 1, 1), Column::borrowers_year);
        }
        for (const auto& owing : owing_) {
            within(span, owing.from, owing.until, Column::borrowers_owing);
        }
    }

    const Club& club_;
    const Birthdays& birthdays_;
    const Member& member_;
    DaySink& sink_;
    std::vector<Interval> owing_;
    std::vector<Date> lent_;  // days on which a loan was disbursed to this member
};

Column area_column(Area area) {
    return static_cast<Column>(static_cast<std::size_t>(Column::area_income) +
                               static_cast<std::size_t>(area));
}

template <class List>
typename List::const_pointer made_by(const List& list, OpIndex op) {
    const auto found = std::ranges::lower_bound(list, op, {}, [](const auto& r) { return r.op; });
    return found != list.end() && found->op == op ? &*found : nullptr;
}

// People of one list on the days it stands; a role ends with leaving the club.
void list_days(const Club& club, const VolunteersSet& set, Interval stands, DaySink& sink) {
    const Column column = set.kind == VolunteerKind::home_care ? Column::volunteers_home_care
                                                               : Column::volunteers_economic;
    std::vector<MemberId> cared_for;
    const auto add = [&](MemberId id, Column to) {
        const Member* member = find_member(club, id);
        if (member == nullptr) return;
        for (const auto& span : member->spans) {
            sink.during(std::max(span.joined, stands.from), earlier(span.left, stands.until), to);
        }
    };
    std::vector<MemberId> counted;
    for (const auto& pair : set.volunteers) {
        if (std::ranges::find(counted, pair.volunteer) == counted.end()) {
            counted.push_back(pair.volunteer);
            add(pair.volunteer, column);
        }
        if (!pair.cares_for || set.kind != VolunteerKind::home_care) continue;
        if (std::ranges::find(cared_for, *pair.cares_for) != cared_for.end()) continue;
        cared_for.push_back(*pair.cares_for);
        add(*pair.cares_for, Column::cared_for);
    }
}

}  // namespace

void member_days(const Club& club, const Birthdays& birthdays, const Member& member, DaySink sink) {
    if (!member.live) return;
    MemberDays days(club, birthdays, member, sink);
    for (const auto& span : member.spans) days.add(span);
}

void loan_days(const Club& club, const Loan& loan, DaySink sink) {
    if (!loan.live) return;
    for (const auto& change : risk_changes(club, loan)) {
        sink.add(change.day, Column::overdue, change.delta.dong);
    }
}

void volunteer_days(const Club& club, DaySink sink) {
    for (const auto kind : {VolunteerKind::home_care, VolunteerKind::economic}) {
        std::vector<const Dated<VolunteersSet>*> lists;
        for (const auto& record : club.volunteers) {
            if (record.what.kind == kind && is_live(club, record.op)) lists.push_back(&record);
        }
        sort_list(lists, {}, [](const auto* r) { return std::pair{r->on, r->op}; });
        for (std::size_t i = 0; i < lists.size(); ++i) {
            const auto until =
                i + 1 < lists.size() ? std::optional(lists[i + 1]->on) : std::nullopt;
            list_days(club, lists[i]->what, {lists[i]->on, until}, sink);
        }
    }
}

void month_days(const Club& club, Month month, DaySink sink) {
    std::optional<Date> first;
    for (const auto& meeting : club.meetings) {
        const bool counts = meeting.held.kind == MeetingKind::regular &&
                            is_live(club, meeting.op) && month_of(meeting.on) == month;
        if (counts && (!first || meeting.on < *first)) first = meeting.on;
    }
    if (first) sink.add(*first, Column::months_met, 1);
}

void doing_days(const Club& club, OpIndex op, DaySink sink) {
    if (const auto* meeting = made_by(club.meetings, op)) {
        for (const Area area : meeting->held.areas) sink.add(meeting->on, area_column(area), 1);
    } else if (const auto* activity = made_by(club.activities, op)) {
        sink.add(activity->on, area_column(activity->what.area), 1);
        if (activity->what.kind == ActivityKind::performance && activity->what.outside) {
            sink.add(activity->on, Column::performances, 1);
        }
    } else if (const auto* check = made_by(club.health, op)) {
        sink.add(check->on, Column::health_checks, 1);
    }
}

void posting_days(const OpRecord& op, const Posting& posting, DaySink sink) {
    const Date day = op.on;
    const Account account = posting.account;
    const std::int64_t debit = posting.amount.dong;
    if (fund_of(account) == Fund::operating) {
        if (is_asset(account) || account == Account::operating_advances) {
            sink.add(day, Column::operating_fund, debit);
        }
        return;
    }
    if (account == Account::income_loans) sink.add(day, Column::loans_outstanding, debit);
    if (is_asset(account)) return;
    sink.add(day, Column::capital, -debit);
    if (op.raises_capital && (is_capital(account) || account == Account::income_shares)) {
        sink.add(day, Column::capital_raised, -debit);
    }
}

void consolidate(std::vector<DayDelta>& days) {
    sort_list(days);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < days.size();) {
        DayDelta sum = days[i];
        for (++i; i < days.size() && days[i].day == sum.day && days[i].column == sum.column; ++i) {
            sum.delta += days[i].delta;
        }
        if (sum.delta != 0) days[kept++] = sum;
    }
    days.resize(kept);
}

}  // namespace lth::core::club
