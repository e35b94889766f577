// Instants as text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lth::view_json {

/// "2026-07-01T08:30:00.000Z" of milliseconds since 1970 UTC.
[[nodiscard]] std::string instant_text(std::int64_t ms_utc);

/// Reads the same, with or without milliseconds, or a plain number of milliseconds since 1970 UTC.
/// A date alone means all of that day in business time. Nothing for what lies before 1970 or after
/// the last date.
[[nodiscard]] std::optional<std::int64_t> parse_instant(std::string_view text);

}  // namespace lth::view_json
