// Amounts, days and counts of an operation in the reader's words; what else it says is in its JSON.
#pragma once

#include <span>
#include <string_view>

#include "http/pages/page.hpp"

namespace lth::http::pages {

/// `text`: the operation as JSON. Nothing if it holds no such field.
void draw_op_facts(Page& page, std::string_view text);

/// True of an operation on one member or one loan.
[[nodiscard]] bool is_of_one_person(std::string_view text);

/// The amounts of such operations, added up: nothing tells one of them from another.
void draw_op_sums(Page& page, std::span<const std::string_view> texts);

}  // namespace lth::http::pages
