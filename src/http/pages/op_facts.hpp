// Amounts, days and counts of an operation in the reader's words; what else it says is in its JSON.
#pragma once

#include <string_view>

#include "http/pages/page.hpp"

namespace lth::http::pages {

/// `text`: the operation as JSON. Nothing if it holds no such field.
void draw_op_facts(Page& page, std::string_view text);

}  // namespace lth::http::pages
