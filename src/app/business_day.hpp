// Instants of business days (UTC+7).
#pragma once

#include "core/date.hpp"

namespace lth::app {

inline constexpr std::int64_t day_ms = 86'400'000;

/// The first instant of a business day, ms UTC.
[[nodiscard]] constexpr std::int64_t start_of(core::Date day) {
    constexpr std::int64_t offset_ms = 7 * 3'600'000;
    return std::int64_t{day.days} * day_ms - offset_ms;
}

}  // namespace lth::app
