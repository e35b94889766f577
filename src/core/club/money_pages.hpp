// What the board sees of its money: both funds account by account, what moved an account, and what
// an entry would change before it is recorded. Plain data like pages.hpp.
#pragma once

#include <string>
#include <vector>

#include "core/club/pages.hpp"

namespace lth::core::club {

/// An account by its full name, "income:cash", with its balance on the natural side.
struct AccountLine {
    std::string account;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(AccountLine, (), (account, amount))

/// A day that ended with an account below zero.
struct NegativeLine {
    Date on;
    std::string account;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(NegativeLine, (), (on, account, amount))

/// Both funds on a day: every account that is not 0, and what stops a period from being closed.
struct FundsPage {
    Date on;
    std::vector<AccountLine> accounts;
    std::optional<Date> book_opened;
    std::optional<Date> closed_until;
    std::optional<NegativeLine> negative;  // the first such day up to `on`
};
BOOST_DESCRIBE_STRUCT(FundsPage, (), (on, accounts, book_opened, closed_until, negative))
[[nodiscard]] FundsPage funds_page(const Club& club, Date on);

/// What an operation moved of an account.
struct AccountMove {
    Date on;
    Count seq;
    Count op_index;
    std::string op;
    bool live = true;
    Money amount;   // on the natural side
    Money balance;  // after it, in the order of dates
};
BOOST_DESCRIBE_STRUCT(AccountMove, (), (on, seq, op_index, op, live, amount, balance))

/// An account from a day to a day.
struct AccountPage {
    Money before;
    std::vector<AccountMove> moves;  // in the order of dates
    Money after;
};
BOOST_DESCRIBE_STRUCT(AccountPage, (), (before, moves, after))

struct Days {
    Date from;
    Date until;  // included
};
[[nodiscard]] AccountPage account_page(const Club& club, Account account, Days days);

struct AccountChange {
    std::string account;
    Money before;  // on the natural side
    Money after;
};
BOOST_DESCRIBE_STRUCT(AccountChange, (), (account, before, after))

/// A loan that an entry makes, changes or takes away.
struct LoanChange {
    std::optional<LoanLine> before;
    std::optional<LoanLine> after;
};
BOOST_DESCRIBE_STRUCT(LoanChange, (), (before, after))

/// What an entry would change, seen on a day; nothing of it is recorded.
struct Difference {
    std::vector<AccountChange> accounts;   // of everything recorded, whatever its date
    std::vector<LoanChange> loans;         // as they stand on the day
    std::optional<NegativeLine> negative;  // a day that the entry puts below zero
};
BOOST_DESCRIBE_STRUCT(Difference, (), (accounts, loans, negative))
[[nodiscard]] Difference difference(const Club& before, const Club& after, Date on);

}  // namespace lth::core::club
