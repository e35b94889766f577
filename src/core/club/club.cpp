#include "core/club/club.hpp"

#include <algorithm>
#include <utility>

#include "core/sort.hpp"

namespace lth::core::club {
namespace {

// The latest record in force on `date`: by its date, then by the order recorded.
template <class Record, class DateOf>
const Record* latest(const Club& club, const std::vector<Record>& records, Date date,
                     DateOf date_of) {
    const Record* best = nullptr;
    for (const auto& record : records) {
        if (!is_live(club, record.op) || date_of(record) > date) continue;
        if (best == nullptr || date_of(*best) <= date_of(record)) best = &record;
    }
    return best;
}

}  // namespace

const Member* find_member(const Club& club, MemberId id) {
    const auto found = club.member_index.find(id);
    return found == club.member_index.end() ? nullptr : &club.members[found->second];
}

const Loan* find_loan(const Club& club, LoanId id) {
    const auto found = club.loan_index.find(id);
    return found == club.loan_index.end() ? nullptr : &club.loans[found->second];
}

const Span* span_on(const Member& member, Date date) {
    for (const auto& span : member.spans) {
        if (span.joined <= date && (!span.left || date < *span.left)) return &span;
    }
    return nullptr;
}

Hardship hardship_on(const Club& club, const Member& member, Date date) {
    Hardship value = member.admitted.hardship;
    for (const auto& [op, corrected] : member.corrections) {
        if (corrected.hardship && is_live(club, op)) value = *corrected.hardship;
    }
    Date since = first_date;
    for (const auto& [op, changed] : member.changes) {
        const Date from = club.ops[op].on;
        if (!changed.hardship || !is_live(club, op) || from > date || from < since) continue;
        value = *changed.hardship;
        since = from;
    }
    return value;
}

std::optional<VillageId> village_on(const Club& club, const Member& member, Date date) {
    auto value = member.admitted.village;
    for (const auto& [op, corrected] : member.corrections) {
        if (corrected.village && is_live(club, op)) value = corrected.village;
    }
    Date since = first_date;
    for (const auto& [op, changed] : member.changes) {
        const Date from = club.ops[op].on;
        if (!changed.village || !is_live(club, op) || from > date || from < since) continue;
        value = changed.village;
        since = from;
    }
    return value;
}

Money shares_of(const Club& club, const Member& member) {
    Money sum;
    for (const auto& move : member.shares) {
        if (is_live(club, move.op)) sum += move.amount;
    }
    return sum;
}

std::uint32_t owner_on(const Club& club, const Loan& loan, Date date) {
    const auto* owner =
        latest(club, loan.owners, date, [](const LoanOwner& record) { return record.from; });
    return owner == nullptr ? loan.owners.front().member : owner->member;
}

Money outstanding_on(const Loan& loan, Date date) {
    Money sum;
    for (const auto& event : loan.events) {
        if (event.on <= date) sum += event.principal;
    }
    return sum;
}

Money loss_left(const Club& club, const Loan& loan) {
    Money sum;
    for (const auto& loss : loan.losses) {
        if (is_live(club, loss.op)) sum += loss.amount;
    }
    for (const auto& restoration : loan.restorations) {
        if (is_live(club, restoration.op)) sum -= restoration.amount;
    }
    return sum;
}

const LoanPlan& plan_on(const Club& club, const Loan& loan, Date date) {
    const auto* plan =
        latest(club, loan.plans, date, [](const LoanPlan& record) { return record.from; });
    return plan == nullptr ? loan.plans.front() : *plan;
}

Status status_on(const Club& club, Date date) {
    std::vector<const LifeEvent*> events;
    for (const auto& event : club.life) {
        if (is_live(club, event.op) && event.on <= date) events.push_back(&event);
    }
    if (events.empty()) return Status::withdrawn;
    sort_list(events, {}, [](const LifeEvent* event) { return std::pair{event->on, event->op}; });
    Status status = Status::proposed;
    for (const auto* event : events) {
        // The decision's paper often comes after the launch: it then changes nothing.
        if (event->to == Status::decided && status != Status::proposed) continue;
        status = event->to;
    }
    return status;
}

std::optional<Date> launched_on(const Club& club) {
    std::optional<Date> first;
    for (const auto& event : club.life) {
        const bool launch = club.ops[event.op].kind == kind_of<ClubLaunched>;
        if (launch && is_live(club, event.op) && (!first || event.on < *first)) first = event.on;
    }
    return first;
}

std::optional<Date> book_opened_on(const Club& club) {
    for (const auto& record : club.openings) {
        if (is_live(club, record.op)) return record.on;
    }
    return std::nullopt;
}

std::optional<Date> roster_completed_on(const Club& club) {
    for (const auto& record : club.rosters) {
        if (is_live(club, record.op)) return record.on;
    }
    return std::nullopt;
}

std::optional<Date> closed_until(const Club& club) {
    std::optional<Date> until;
    for (const auto& record : club.periods) {
        if (is_live(club, record.op) && (!until || *until < record.what.until)) {
            until = record.what.until;
        }
    }
    return until;
}

const Dated<RulesSet>* rules_on(const Club& club, Date date) {
    return latest(club, club.rules, date, [](const auto& record) { return record.what.from; });
}

Balances balances_on(const Club& club, Date date) {
    Balances balances{};
    for (const auto& op : club.ops) {
        if (op.on > date) continue;
        for (std::uint32_t i = 0; i < op.posting_count; ++i) {
            const auto& posting = club.postings[op.first_posting + i];
            balances[index(posting.account)] += posting.amount;
        }
    }
    return balances;
}

std::int64_t setting_on(const Club& club, std::string_view key, Date date, std::int64_t otherwise) {
    Date since = first_date;
    for (const auto& record : club.settings) {
        const auto& setting = record.what;
        if (!is_live(club, record.op) || setting.key.value != key) continue;
        if (setting.from > date || setting.from < since) continue;
        otherwise = setting.value;
        since = setting.from;
    }
    return otherwise;
}

RatingState rating_state(const Club& club, Year year) {
    RatingState state = RatingState::none;
    for (const auto& step : club.rating_steps) {
        if (is_live(club, step.op) && step.what.year == year) state = step.what.to;
    }
    return state;
}

}  // namespace lth::core::club
