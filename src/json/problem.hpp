// A rejection as programs read it: the server's answers and the phone's core spell it alike.
#pragma once

#include <string>

#include "core/result.hpp"

namespace lth::json {

/// {"rule", "message", "message_en", "op_index", "field", "facts"}; op_index is null for the whole.
[[nodiscard]] std::string problem_text(const core::Rejection& rejection);

}  // namespace lth::json
