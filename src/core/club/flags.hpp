// What a book keeps although somebody should look at it: saved and shown, never refused (books.md,
// soft rules; ledger.md). Derived like every page, so a reversal or a later entry takes it away.
#pragma once

#include <string>
#include <vector>

#include "core/club/club.hpp"

namespace lth::core::club {

enum class Flag : std::uint8_t {
    below_zero,          // an account ended a day below zero: papers typed out of order
    opening_difference,  // what the old papers do not explain
    count_differs,       // the last count of cash, and nothing was decided since
    advance_open,        // owed by the operating fund to the income fund
    left_owing,          // out of the club with a loan
    above_limit,         // a loan above the club's own limit
    above_law,           // loans dearer than 20 % a year (Civil Code 2015, article 468)
    rollover,            // a loan within a week after the same member settled one
    interest_differs,    // a repayment with interest other than due
    typed_twice          // the same money of the same person on the same day in two entries
};
BOOST_DESCRIBE_ENUM(Flag, below_zero, opening_difference, count_differs, advance_open, left_owing,
                    above_limit, above_law, rollover, interest_differs, typed_twice)

struct FlagLine {
    Flag what = Flag::below_zero;
    Date on;
    std::optional<Count> seq;       // of the entry that it is about
    std::optional<Count> op_index;  // in it
    std::optional<MemberId> member;
    std::optional<LoanId> loan;
    std::string account;           // "income:cash", if it is about one
    std::optional<Money> amount;   // as recorded
    std::optional<Money> instead;  // due, by the book, or the limit
    std::optional<Count> loans;    // how many of them
};
BOOST_DESCRIBE_STRUCT(FlagLine, (),
                      (what, on, seq, op_index, member, loan, account, amount, instead, loans))

/// What stands so on that day, then what is dated in the year before it, the latest first.
[[nodiscard]] std::vector<FlagLine> flag_lines(const Club& club, Date on);

}  // namespace lth::core::club
