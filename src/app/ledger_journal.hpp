// A club's book as a plain-text-accounting journal, for anybody's own tools (hledger, ledger,
// beancount after conversion).
#pragma once

#include <string>

#include "core/club/club.hpp"

namespace lth::app {

/// One transaction an operation that posts, in the order recorded, whole đồng with the commodity
/// VND. Accounts stand under `assets:`, `liabilities:` and `equity:`; debits are positive.
[[nodiscard]] std::string ledger_journal(const core::club::Club& club);

/// The name of an account in the journal.
[[nodiscard]] std::string journal_account(core::club::Account account);

}  // namespace lth::app
