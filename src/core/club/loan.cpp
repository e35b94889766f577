#include "core/club/loan.hpp"

#include <algorithm>
#include <utility>

#include "core/sort.hpp"

namespace lth::core::club {
namespace {

constexpr std::int64_t max_months = 120;

// Principal still owed after month k (1-based) of a plan that is kept.
Money planned_outstanding(const LoanPlan& plan, std::int64_t k) {
    const auto& terms = plan.terms;
    if (k >= terms.months.value) return {};
    if (terms.method != LoanMethod::equal_principal || k <= terms.grace_months.value) {
        return plan.principal;
    }
    const std::int64_t instalments = terms.months.value - terms.grace_months.value;
    const Money each = floor_share(plan.principal, instalments, terms.unit.value);
    return plan.principal - Money{each.dong * (k - terms.grace_months.value)};
}

// A month's interest on B; after the last month of the terms the overdue rule decides.
Money month_interest(const LoanTerms& terms, std::int64_t k, Money base) {
    std::int64_t rate = terms.rate_ppm.value;
    if (k > terms.months.value) {
        if (terms.overdue == OverdueInterest::none) return {};
        if (terms.overdue == OverdueInterest::own) rate = terms.overdue_rate_ppm->value;
    }
    return share_of(base, rate, terms.unit.value);
}

// A loan month by month, from that of disbursement (index 0), by events up to a day.
class Course {
public:
    Course(const Club& club, const Loan& loan, Date until, Month last)
        : club_(club), loan_(loan), first_(month_of(loan.disbursed_on)) {
        const auto size = static_cast<std::size_t>(std::max(last - first_, 0)) + 1;
        ends_.resize(size);
        collect(until);
        interest_.resize(size);
        Money sum;
        for (std::size_t i = 1; i < size; ++i) {
            sum += interest_of(static_cast<std::int64_t>(i));
            interest_[i] = sum;
        }
    }

    [[nodiscard]] std::int64_t index(Month month) const { return month - first_; }

    // Interest of months 1 … i together.
    [[nodiscard]] Money interest_through(std::int64_t i) const {
        if (i <= 0) return {};
        return interest_[std::min(static_cast<std::size_t>(i), interest_.size() - 1)];
    }

    // The plan that governs month i: months before the plan's own first month belong to the last
    // one.
    [[nodiscard]] const LoanPlan& plan_of(std::int64_t i) const {
        const LoanPlan* best = &loan_.plans.front();
        for (const auto& plan : loan_.plans) {
            if (is_live(club_, plan.op) && index(month_of(plan.from)) < i) best = &plan;
        }
        return *best;
    }

    // Principal that may still be owed at the end of month i.
    [[nodiscard]] Money planned(std::int64_t i) const {
        const auto& plan = plan_of(i);
        return planned_outstanding(plan, i - index(month_of(plan.from)));
    }

private:
    void collect(Date until) {
        const auto last = static_cast<std::int64_t>(ends_.size()) - 1;
        Date last_payment_on = first_date;
        for (const auto& event : loan_.events) {
            if (event.on > until) continue;
            const auto at = std::clamp<std::int64_t>(index(month_of(event.on)), 0, last);
            ends_[static_cast<std::size_t>(at)] += event.principal;
            const bool payment = event.kind == LoanEventKind::repaid && event.principal < Money{};
            if (payment && is_live(club_, event.op) && event.on >= last_payment_on) {
                last_payment_on = event.on;
                last_payment_ = -event.principal;
            }
        }
        for (std::size_t i = 1; i < ends_.size(); ++i) ends_[i] += ends_[i - 1];
        settled_ = last + 1;
        while (settled_ > 0 && ends_[static_cast<std::size_t>(settled_ - 1)] == Money{}) --settled_;
    }

    [[nodiscard]] Money interest_of(std::int64_t i) const {
        const Month month = first_ + static_cast<std::int32_t>(i);
        if (loan_.interest_paid_through && month <= month_of(*loan_.interest_paid_through))
            return {};
        const auto& plan = plan_of(i);
        const Money before = ends_[static_cast<std::size_t>(i - 1)];
        Money base = before;
        if (before == Money{}) {
            if (i <= settled_ || i > plan.terms.min_months.value) return {};
            base = settled_ == 0 ? plan.principal : last_payment_;
        }
        if (plan.terms.base == LoanBase::original) base = plan.principal;
        return month_interest(plan.terms, i - index(month_of(plan.from)), base);
    }

    const Club& club_;
    const Loan& loan_;
    Month first_;
    std::vector<Money> ends_;      // outstanding at the end of month i
    std::vector<Money> interest_;  // cumulative
    std::int64_t settled_ = 0;     // from this month on nothing is outstanding
    Money last_payment_;
};

struct PaidInterest {
    Money sum;
    explicit PaidInterest(const Loan& loan, Date date) {
        for (const auto& event : loan.events) {
            if (event.on <= date) sum += event.interest;
        }
    }
};

Money at_least_zero(Money amount) { return std::max(amount, Money{}); }

Month last_planned_month(const Club& club, const Loan& loan) {
    Month last = month_of(loan.disbursed_on);
    for (const auto& plan : loan.plans) {
        if (!is_live(club, plan.op)) continue;
        last = std::max(last,
                        month_of(plan.from) + static_cast<std::int32_t>(plan.terms.months.value));
    }
    return last;
}

}  // namespace

const char* wrong_term(const LoanTerms& terms) {
    if (terms.months.value < 1 || terms.months.value > max_months) return "months";
    if (terms.unit.value < 1 || terms.unit.value > one_million) return "unit";
    if (terms.grace_months.value >= terms.months.value) return "grace_months";
    if (terms.min_months.value > terms.months.value) return "min_months";
    const bool own = terms.overdue == OverdueInterest::own;
    if (own != terms.overdue_rate_ppm.has_value()) return "overdue_rate_ppm";
    return nullptr;
}

std::vector<MonthDue> schedule(const LoanTerms& terms, Money principal, Date disbursed_on) {
    const LoanPlan plan{disbursed_on, principal, terms, no_op};
    std::vector<MonthDue> months;
    months.reserve(static_cast<std::size_t>(terms.months.value));
    Money before = principal;
    for (std::int64_t k = 1; k <= terms.months.value; ++k) {
        const Money after = planned_outstanding(plan, k);
        const Money base = terms.base == LoanBase::original ? principal : before;
        months.push_back({month_of(disbursed_on) + static_cast<std::int32_t>(k), before - after,
                          month_interest(terms, k, base), after});
        before = after;
    }
    return months;
}

LoanDue due_on(const Club& club, const Loan& loan, Date date) {
    const Month now = month_of(date);
    const Course course(club, loan, date, now);
    const std::int64_t current = course.index(now);
    const std::int64_t ended = current - 1;
    LoanDue due;
    due.outstanding = outstanding_on(loan, date);
    const Money paid = PaidInterest(loan, date).sum;
    const Money owed = course.interest_through(ended);
    due.overdue_interest = at_least_zero(owed - paid);
    const Money ahead = at_least_zero(paid - owed);
    due.due_interest = at_least_zero(course.interest_through(current) - owed - ahead);
    // A new plan starts again: nothing of the months before it is overdue principal.
    const auto start = course.index(month_of(plan_on(club, loan, date).from));
    if (ended > start)
        due.overdue_principal = at_least_zero(due.outstanding - course.planned(ended));
    if (current > start) {
        due.due_principal =
            at_least_zero(due.outstanding - course.planned(current) - due.overdue_principal);
    }
    for (std::int64_t i = std::max<std::int64_t>(start, 0) + 1; i <= ended && !due.oldest; ++i) {
        if (course.planned(i) < due.outstanding || course.interest_through(i) > paid) {
            due.oldest = month_of(loan.disbursed_on) + static_cast<std::int32_t>(i);
        }
    }
    return due;
}

std::int32_t age_days(const LoanDue& due, Date date) {
    return due.oldest ? date.days - last_day(*due.oldest).days : 0;
}

std::vector<RiskChange> risk_changes(const Club& club, const Loan& loan) {
    const Month first = month_of(loan.disbursed_on);
    Month last = last_planned_month(club, loan);
    std::vector<Date> days;
    for (const auto& event : loan.events) {
        days.push_back(event.on);
        last = std::max(last, month_of(event.on));
    }
    for (const auto& plan : loan.plans) {
        if (is_live(club, plan.op)) days.push_back(plan.from);
    }
    const Course course(club, loan, last_date, last);
    for (Month month = first + 1; month <= last; month = month + 1) {
        days.push_back(last_day(month) + overdue_days + 1);
    }
    sort_list(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    std::vector<LoanEvent> events = loan.events;
    sort_list(events, {}, [](const LoanEvent& event) { return std::pair{event.on, event.op}; });
    std::vector<RiskChange> changes;
    Money outstanding;
    Money paid;
    Money at_risk;
    std::size_t next = 0;
    for (const Date day : days) {
        for (; next < events.size() && events[next].on <= day; ++next) {
            outstanding += events[next].principal;
            paid += events[next].interest;
        }
        // The last month that ended more than 30 days ago; a new plan starts the age again.
        const std::int64_t old = course.index(month_of(day - overdue_days)) - 1;
        const std::int64_t start = course.index(month_of(plan_on(club, loan, day).from));
        const bool late =
            old > start && outstanding > Money{} &&
            (course.planned(old) < outstanding || course.interest_through(old) > paid);
        const Money now = late ? outstanding : Money{};
        if (now != at_risk) changes.push_back({day, now - at_risk});
        at_risk = now;
    }
    return changes;
}

TruePrice true_price(const LoanTerms& terms, Money principal, Date disbursed_on) {
    __extension__ using Wide = __int128;
    constexpr Wide scale = 1'000'000'000;  // rates in 10⁻⁹, balances in 10⁻⁶ đồng
    constexpr Wide micro = 1'000'000;
    const auto months = schedule(terms, principal, disbursed_on);
    TruePrice price;
    for (const auto& month : months) price.interest += month.interest;
    const auto paid_off = [&](Wide rate) {
        Wide owed = Wide{principal.dong} * micro;
        for (const auto& month : months) {
            owed += owed * rate / scale - Wide{(month.principal + month.interest).dong} * micro;
        }
        return owed <= 0;
    };
    Wide low = 0;
    Wide high = scale;
    while (low + 1 < high) {
        const Wide middle = (low + high) / 2;
        (paid_off(middle) ? low : high) = middle;
    }
    constexpr Wide to_ppm = 1'000;
    price.month_ppm = static_cast<std::int64_t>((low + to_ppm / 2) / to_ppm);
    price.nominal_ppm = static_cast<std::int64_t>((12 * low + to_ppm / 2) / to_ppm);
    Wide grown = scale;
    for (int i = 0; i < 12; ++i) grown += grown * low / scale;
    price.effective_ppm = static_cast<std::int64_t>((grown - scale + to_ppm / 2) / to_ppm);
    return price;
}

}  // namespace lth::core::club
