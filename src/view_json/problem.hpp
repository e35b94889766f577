// A rejection as the API shows it.
#pragma once

#include <string>

#include "core/result.hpp"

namespace lth::view_json {

/// {"rule", "message", "message_en", "op_index", "field", "facts"}; op_index is null for the whole.
[[nodiscard]] std::string problem_text(const core::Rejection& rejection);

}  // namespace lth::view_json
