// What accounts and operations are called on screen.
#pragma once

#include <string_view>

#include "core/club/accounts.hpp"
#include "http/pages/phrase.hpp"

namespace lth::http::pages {

/// Inside its fund: "Tiền mặt".
[[nodiscard]] const Phrase& account_name(core::club::Account account);

/// "Cho vay" of "loan.disbursed", version suffix left out; null if there is none.
[[nodiscard]] const Phrase* operation_name(std::string_view op);

}  // namespace lth::http::pages
