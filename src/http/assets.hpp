// Files that pages need, embedded in the binary and addressed by their content.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace lth::http {

/// "/assets/style.css?v=…": a new content has a new address, so browsers may keep it for a year.
[[nodiscard]] std::string asset_address(std::string_view name);

/// nullopt if there is no such file.
[[nodiscard]] std::optional<Response> asset(std::string_view name);

}  // namespace lth::http
