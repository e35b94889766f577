// What accounts and operations are called on screen.
#pragma once

#include "core/club/accounts.hpp"
#include "http/pages/phrase.hpp"
#include "view_json/op_words.hpp"

namespace lth::http::pages {

/// Inside its fund: "Tiền mặt".
[[nodiscard]] const Phrase& account_name(core::club::Account account);

using view_json::operation_name;

}  // namespace lth::http::pages
