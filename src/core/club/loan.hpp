// Loans over calendar months: the plan, what is due on a day, arrears, and the true price.
// Month k is the k-th after that of disbursement; what falls due in a month is due on its last day.
#pragma once

#include <optional>
#include <vector>

#include "core/club/club.hpp"

namespace lth::core::club {

/// One month of a plan.
struct MonthDue {
    Month month;
    Money principal;
    Money interest;
    Money outstanding;  // after it

    friend bool operator==(const MonthDue&, const MonthDue&) = default;
};
BOOST_DESCRIBE_STRUCT(MonthDue, (), (month, principal, interest, outstanding))

/// The name of the first term that makes no sense, or nullptr.
[[nodiscard]] const char* wrong_term(const LoanTerms& terms);

/// The plan if every month is paid as due. `terms` must be sound, principal > 0.
[[nodiscard]] std::vector<MonthDue> schedule(const LoanTerms& terms, Money principal,
                                             Date disbursed_on);

/// What is owed on a day, split by age; `oldest` is the first month not covered.
struct LoanDue {
    Money outstanding;
    Money overdue_interest;   // of months that ended before the day
    Money due_interest;       // of the day's month
    Money overdue_principal;  // of months that ended before the day
    Money due_principal;      // of the day's month
    std::optional<Month> oldest;

    friend bool operator==(const LoanDue&, const LoanDue&) = default;
};

/// By what is dated up to and including `date`.
[[nodiscard]] LoanDue due_on(const Club& club, const Loan& loan, Date date);

/// Days since the end of the oldest month not covered; 0 if none.
[[nodiscard]] std::int32_t age_days(const LoanDue& due, Date date);

inline constexpr std::int32_t overdue_days = 30;  // PAR30

/// Changes of the amount at risk (outstanding while anything is older than 30 days), by day.
struct RiskChange {
    Date day;
    Money delta;
};
[[nodiscard]] std::vector<RiskChange> risk_changes(const Club& club, const Loan& loan);

/// What a loan really costs if paid as planned.
struct TruePrice {
    Money interest;                  // in all
    std::int64_t month_ppm = 0;      // monthly internal rate of return, half up
    std::int64_t nominal_ppm = 0;    // 12 months, simple
    std::int64_t effective_ppm = 0;  // 12 months, compound
};
BOOST_DESCRIBE_STRUCT(TruePrice, (), (interest, month_ppm, nominal_ppm, effective_ppm))
[[nodiscard]] TruePrice true_price(const LoanTerms& terms, Money principal, Date disbursed_on);

/// Civil Code 2015, article 468: more than 20 % a year is flagged.
inline constexpr std::int64_t usury_ppm = 200'000;

}  // namespace lth::core::club
