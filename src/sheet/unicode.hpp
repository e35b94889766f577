// Unicode for spreadsheets: normal form and other encodings, by ICU.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lth::sheet {

/// NFC of valid UTF-8. "ê" typed as two code points (macOS) becomes one.
[[nodiscard]] std::string nfc(std::string_view text);

enum class ByteOrder : std::uint8_t { little, big };

/// nullopt if an odd byte or a lone surrogate stands in it. Without the mark of byte order.
[[nodiscard]] std::optional<std::string> utf8_from_utf16(std::string_view bytes, ByteOrder order);

/// One space for each run of spaces, line ends, control characters and non-breaking or zero-width
/// spaces; none at the ends. Of valid UTF-8.
[[nodiscard]] std::string tidy(std::string_view text);

/// Number of code points of valid UTF-8.
[[nodiscard]] std::size_t character_count(std::string_view text);

}  // namespace lth::sheet
