// Bytes as text, two digits each: how ids and digests are written.
#pragma once

#include <string_view>

namespace lth::core {

inline constexpr std::string_view hex_digits = "0123456789abcdef";

}  // namespace lth::core
