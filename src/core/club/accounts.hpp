// The chart of accounts of a club: two funds in double entry (ledger.md).
// Postings are debit +, credit −, and sum to zero in each fund.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <boost/describe/enum.hpp>

#include "core/money.hpp"

namespace lth::core::club {

enum class Fund : std::uint8_t { income, operating };
BOOST_DESCRIBE_ENUM(Fund, income, operating)

/// Where money is held; the JSON field is `account`.
enum class Box : std::uint8_t { cash, bank };
BOOST_DESCRIBE_ENUM(Box, cash, bank)

/// Where capital came from.
enum class Source : std::uint8_t {
    province,
    branch,
    district,
    commune,
    budget,
    project,
    front,
    firm,
    person,
    members,
    club,
    unknown
};
BOOST_DESCRIBE_ENUM(Source, province, branch, district, commune, budget, project, front, firm,
                    person, members, club, unknown)
inline constexpr std::size_t source_count = 12;

/// What made the operating fund grow or shrink.
enum class BalanceKind : std::uint8_t {
    dues,
    gift,
    grant,
    interest,
    bank,
    transfer,
    adjustment,
    expense
};
inline constexpr std::size_t balance_kind_count = 8;

enum class Account : std::uint8_t {
    income_cash,
    income_bank,
    income_loans,
    income_advances,
    income_claims,
    income_capital,  // the first of `source_count` accounts, in the order of Source
    income_shares = income_capital + source_count,
    income_capitalised_interest,
    income_reserve,
    income_opening,
    operating_cash,
    operating_bank,
    operating_claims,
    operating_advances,  // a liability: what the operating fund owes the income fund
    operating_balance,   // the first of `balance_kind_count` accounts
    operating_board_allowance = operating_balance + balance_kind_count,
    operating_opening
};
inline constexpr std::size_t account_count =
    static_cast<std::size_t>(Account::operating_opening) + 1;

using Balances = std::array<Money, account_count>;

[[nodiscard]] constexpr std::size_t index(Account account) {
    return static_cast<std::size_t>(account);
}
[[nodiscard]] constexpr Account capital(Source source) {
    return static_cast<Account>(index(Account::income_capital) + static_cast<std::size_t>(source));
}
[[nodiscard]] constexpr Account balance(BalanceKind kind) {
    return static_cast<Account>(index(Account::operating_balance) + static_cast<std::size_t>(kind));
}
[[nodiscard]] constexpr Account held(Fund fund, Box box) {
    const Account first = fund == Fund::income ? Account::income_cash : Account::operating_cash;
    return static_cast<Account>(index(first) + static_cast<std::size_t>(box));
}
[[nodiscard]] constexpr Account claims(Fund fund) {
    return fund == Fund::income ? Account::income_claims : Account::operating_claims;
}
[[nodiscard]] constexpr Account opening(Fund fund) {
    return fund == Fund::income ? Account::income_opening : Account::operating_opening;
}
[[nodiscard]] constexpr Fund fund_of(Account account) {
    return account < Account::operating_cash ? Fund::income : Fund::operating;
}
[[nodiscard]] constexpr bool is_asset(Account account) {
    return account <= Account::income_claims ||
           (account >= Account::operating_cash && account <= Account::operating_claims);
}
[[nodiscard]] constexpr bool is_capital(Account account) {
    return account >= Account::income_capital && account < Account::income_shares;
}

/// `balance:*` and `opening` may be of either sign; every other account must not end below zero on
/// its natural side (assets debit, the rest credit).
[[nodiscard]] constexpr bool is_signed(Account account) {
    return account == Account::income_opening || account == Account::operating_opening ||
           (account >= Account::operating_balance && account < Account::operating_board_allowance);
}

/// The balance on the account's natural side.
[[nodiscard]] constexpr Money natural(Account account, Money debit) {
    return is_asset(account) ? debit : -debit;
}

/// "income:capital:province": used in the journal, in rows and on screen as a key.
[[nodiscard]] std::string_view full_name(Account account);

/// The account of a fund by its name inside the fund, "capital:province"; nullopt if there is none.
[[nodiscard]] std::optional<Account> find_account(Fund fund, std::string_view name);

}  // namespace lth::core::club
