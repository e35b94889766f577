// The words in which a loan and its interest are agreed: plain data, frozen into each loan.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include "core/operation.hpp"

namespace lth::core::club {

enum class LoanBase : std::uint8_t { outstanding, original };
BOOST_DESCRIBE_ENUM(LoanBase, outstanding, original)

enum class LoanMethod : std::uint8_t { equal_principal, at_end, free };
BOOST_DESCRIBE_ENUM(LoanMethod, equal_principal, at_end, free)

enum class OverdueInterest : std::uint8_t { same, none, own };
BOOST_DESCRIBE_ENUM(OverdueInterest, same, none, own)

/// Terms of a loan. Interest is a month's; `unit` is the rounding unit in đồng.
struct LoanTerms {
    Count months{12};
    Ppm rate_ppm{10'000};  // a month
    LoanBase base = LoanBase::outstanding;
    LoanMethod method = LoanMethod::equal_principal;
    Count unit{1'000};
    Count grace_months;
    OverdueInterest overdue = OverdueInterest::same;
    std::optional<Ppm> overdue_rate_ppm;  // with overdue = own
    Count min_months{1};

    friend bool operator==(const LoanTerms&, const LoanTerms&) = default;
};
BOOST_DESCRIBE_STRUCT(LoanTerms, (),
                      (months, rate_ppm, base, method, unit, grace_months, overdue,
                       overdue_rate_ppm, min_months))

/// How interest is divided; the four sum to 1,000,000.
struct InterestSplit {
    Ppm income;
    Ppm operating;
    Ppm board;
    Ppm reserve;

    friend bool operator==(const InterestSplit&, const InterestSplit&) = default;
};
BOOST_DESCRIBE_STRUCT(InterestSplit, (), (income, operating, board, reserve))

/// Before any rules.set: all interest to capitalised interest.
inline constexpr InterestSplit all_to_income{
    .income = {one_million}, .operating = {}, .board = {}, .reserve = {}};

}  // namespace lth::core::club
