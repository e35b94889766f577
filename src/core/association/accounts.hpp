// The chart of accounts of a care fund: cash + bank + goods = free + bound:<purpose> + opening, for
// each level (branch and province stand both in the province's book). There is no account for
// loans: a care fund never lends (decree 03/2026).
#pragma once

#include <array>
#include <boost/describe/enum.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "core/money.hpp"

namespace lth::core::association {

enum class CareLevel : std::uint8_t { province, branch, district, commune };
BOOST_DESCRIBE_ENUM(CareLevel, province, branch, district, commune)
inline constexpr std::size_t care_level_count = 4;

/// In what a fund holds its worth; the JSON field is `account`.
enum class CareForm : std::uint8_t { cash, bank, goods };
BOOST_DESCRIBE_ENUM(CareForm, cash, bank, goods)
inline constexpr std::size_t care_form_count = 3;

/// What a donor may bind a gift to, and what is spent for. The first two support clubs (T10).
enum class CarePurpose : std::uint8_t {
    club_founding,
    club_management,
    health,     // checks, eye care, treatment
    home_care,  // of the old who live alone or are ill
    visits,     // to the sick and bereaved, gifts at Tết
    longevity,  // mừng thọ
    housing,
    relief,  // storm, flood, fire
    culture,
    training,
    administration,  // of the fund itself, bank fees
    other
};
BOOST_DESCRIBE_ENUM(CarePurpose, club_founding, club_management, health, home_care, visits,
                    longevity, housing, relief, culture, training, administration, other)
inline constexpr std::size_t care_purpose_count = 12;

[[nodiscard]] constexpr bool supports_clubs(CarePurpose purpose) {
    return purpose <= CarePurpose::club_management;
}

/// Accounts of one level, in this order: the three forms, free, one per purpose, opening.
inline constexpr std::size_t accounts_a_level = care_form_count + 1 + care_purpose_count + 1;
inline constexpr std::size_t account_count = care_level_count * accounts_a_level;

/// 0 … account_count − 1.
struct Account {
    std::uint8_t index = 0;
    friend auto operator<=>(const Account&, const Account&) = default;
};

using Balances = std::array<Money, account_count>;

[[nodiscard]] constexpr Account account_at(CareLevel level, std::size_t place) {
    return {static_cast<std::uint8_t>(static_cast<std::size_t>(level) * accounts_a_level + place)};
}
[[nodiscard]] constexpr Account held(CareLevel level, CareForm form) {
    return account_at(level, static_cast<std::size_t>(form));
}
[[nodiscard]] constexpr Account owned(CareLevel level, std::optional<CarePurpose> bound_to) {
    return account_at(level,
                      care_form_count + (bound_to ? 1 + static_cast<std::size_t>(*bound_to) : 0));
}
[[nodiscard]] constexpr Account opening(CareLevel level) {
    return account_at(level, accounts_a_level - 1);
}
[[nodiscard]] constexpr CareLevel level_of(Account account) {
    return static_cast<CareLevel>(account.index / accounts_a_level);
}
[[nodiscard]] constexpr std::size_t place_of(Account account) {
    return account.index % accounts_a_level;
}
[[nodiscard]] constexpr bool is_asset(Account account) {
    return place_of(account) < care_form_count;
}
[[nodiscard]] constexpr bool is_opening(Account account) {
    return place_of(account) == accounts_a_level - 1;
}

/// The balance on the account's natural side: assets debit, the rest credit.
[[nodiscard]] constexpr Money natural(Account account, Money debit) {
    return is_asset(account) ? debit : -debit;
}

/// "commune:cash", "branch:bound:health": used in rows and on screen as a key.
[[nodiscard]] std::string full_name(Account account);

}  // namespace lth::core::association
