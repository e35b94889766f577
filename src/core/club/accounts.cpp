#include "core/club/accounts.hpp"

namespace lth::core::club {
namespace {

constexpr std::array<std::string_view, account_count> names = {
    "income:cash",
    "income:bank",
    "income:loans",
    "income:advances",
    "income:claims",
    "income:capital:province",
    "income:capital:branch",
    "income:capital:district",
    "income:capital:commune",
    "income:capital:budget",
    "income:capital:project",
    "income:capital:front",
    "income:capital:firm",
    "income:capital:person",
    "income:capital:members",
    "income:capital:club",
    "income:capital:unknown",
    "income:shares",
    "income:capitalised_interest",
    "income:reserve",
    "income:opening",
    "operating:cash",
    "operating:bank",
    "operating:claims",
    "operating:advances",
    "operating:balance:dues",
    "operating:balance:gift",
    "operating:balance:grant",
    "operating:balance:interest",
    "operating:balance:bank",
    "operating:balance:transfer",
    "operating:balance:adjustment",
    "operating:balance:expense",
    "operating:board_allowance",
    "operating:opening",
};

}  // namespace

std::string_view full_name(Account account) { return names[index(account)]; }

std::optional<Account> find_account(Fund fund, std::string_view name) {
    const std::string_view prefix = fund == Fund::income ? "income:" : "operating:";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].starts_with(prefix) && names[i].substr(prefix.size()) == name) {
            return static_cast<Account>(i);
        }
    }
    return std::nullopt;
}

}  // namespace lth::core::club
