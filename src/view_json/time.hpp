// Instants as text.
#pragma once

#include <cstdint>
#include <string>

namespace lth::view_json {

/// "2026-07-01T08:30:00.000Z" of milliseconds since 1970 UTC.
[[nodiscard]] std::string instant_text(std::int64_t ms_utc);

}  // namespace lth::view_json
