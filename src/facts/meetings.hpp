// Did a club meet in every month, did it work in all areas: judged from its one basis for meetings.
#pragma once

#include "facts/scene.hpp"

namespace lth::facts {

/// not_asked: no month has yet been asked of the club.
enum class Doing : std::uint8_t { no, yes, unknown, not_asked };

/// Months that are over, from January or the month after the launch. Months excused by decision
/// are asked for like any other.
[[nodiscard]] Doing met_every_month_this_year(const Scene& scene, ClubNumber club);
[[nodiscard]] Doing met_every_month_last_year(const Scene& scene, ClubNumber club);

/// At least one doing in each of the eight areas since 1 January.
[[nodiscard]] Doing worked_in_all_areas(const Scene& scene, ClubNumber club);

}  // namespace lth::facts
