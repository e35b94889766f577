// The code of an entry as it is printed: 80 bits of its digest, short enough to be typed. Together
// with the date and the totals beside it, it tells whether a book still holds that entry.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/sha256.hpp"

namespace lth::core {

inline constexpr std::size_t entry_code_characters = 16;

/// "7K3D-0QWM-AV9B-22XZ", in the alphabet of ids.
[[nodiscard]] std::string entry_code(const Digest& entry_digest);

/// As somebody types it: any case, with or without spaces and hyphens, O for 0 and I or L for 1.
/// The form that entry_code writes; nullopt if it is none.
[[nodiscard]] std::optional<std::string> read_entry_code(std::string_view typed);

}  // namespace lth::core
