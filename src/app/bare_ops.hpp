// Operations as an entry's body holds them: text, whatever they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lth::app {

/// Each operation of a body that was admitted, as JSON, in its order.
[[nodiscard]] std::vector<std::string> bare_ops(std::string_view body);

/// The text under a key of such an operation; empty if there is none. Escapes stay as they are.
[[nodiscard]] std::string text_field(std::string_view object, std::string_view key);

}  // namespace lth::app
