// Where a count that grows month by month will stand when a scheme ends: a seasonal gamma-Poisson
// in closed form (scheme.md). Months of the year have weights learnt from the counts themselves,
// drawn towards even ones; the rate has Jeffreys' prior, so the count to come is negative binomial.
#pragma once

#include <cstdint>
#include <span>

#include "core/date.hpp"

namespace lth::plan {

/// reached: the goal is met already · missed: the period is over and it is not · the rest by the
/// chance of reaching it: on_track from 2/3, at_risk below 1/3.
enum class Prospect : std::uint8_t { reached, on_track, watch, at_risk, missed };

struct CountSoFar {
    core::Month first;                       // of `by_month`
    std::span<const std::int64_t> by_month;  // what came in each full month; negative counts as 0
    std::int64_t total = 0;                  // now, what came before `first` included
    core::Month last;                        // in which the period ends
};

struct Outlook {
    Prospect prospect = Prospect::watch;
    std::int64_t expected = 0;  // at the end
    std::int64_t low = 0;       // with four chances of five it ends within low … high
    std::int64_t high = 0;
    std::int64_t chance_ppm = 0;  // that the goal is reached
};

[[nodiscard]] Outlook outlook_of(const CountSoFar& so_far, std::int64_t goal);

}  // namespace lth::plan
