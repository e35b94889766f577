// Months and days of a simulated year, and the days on which the map was drawn anew.
#pragma once

#include "core/date.hpp"

namespace lth::demo {

inline constexpr core::Date first_map = core::make_date(2020, 11, 1);
inline constexpr core::Date map_reform = core::make_date(2025, 7, 1);

/// 1 to 12.
[[nodiscard]] constexpr unsigned month_number(core::Month month) {
    return static_cast<unsigned>(month.index % 12) + 1;
}

[[nodiscard]] constexpr core::Date day_of(core::Month month, std::int32_t day) {
    return core::first_day(month) + (day - 1);
}

}  // namespace lth::demo
