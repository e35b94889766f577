// Instants of business days (UTC+7).
#pragma once

#include <string>

#include "core/date.hpp"

namespace lth::app {

inline constexpr std::int64_t day_ms = 86'400'000;

/// The first instant of a business day, ms UTC.
[[nodiscard]] constexpr std::int64_t start_of(core::Date day) {
    constexpr std::int64_t offset_ms = 7 * 3'600'000;
    return std::int64_t{day.days} * day_ms - offset_ms;
}

/// "14:05", of an instant in ms UTC.
[[nodiscard]] inline std::string time_of_day(std::int64_t ms) {
    constexpr std::int64_t minute_ms = 60'000;
    const auto minutes = (ms - start_of(core::business_date(ms))) / minute_ms;
    const auto two = [](std::int64_t value) {
        return (value < 10 ? "0" : "") + std::to_string(value);
    };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

}  // namespace lth::app
