// Did a club meet in every month, did it work in all areas: judged from its one basis for meetings.
#pragma once

#include "facts/scene.hpp"

namespace lth::facts {

/// not_asked: no month has yet been asked of the club.
enum class Doing : std::uint8_t { no, yes, unknown, not_asked };

/// The months of a year that were over on a date, and what stood in the books at both their ends.
struct AskedMonths {
    int year;
    core::Month last;  // December of the year before: none was over yet
    Layer before;      // on the eve of 1 January
    Layer after;       // at the end of `last`
};
[[nodiscard]] AskedMonths asked_months(const Scene& scene, int year);

/// From January or the month after the launch. Months excused by decision are asked for like any
/// other.
[[nodiscard]] Doing met_every_month(const Scene& scene, const AskedMonths& asked, ClubNumber club);

/// How often a club met of the months that were over: of its book, or of a statement up to that.
struct MonthsMet {
    Basis basis = Basis::unknown;
    std::int64_t met = 0;
    std::int64_t asked = 0;  // 0 where nothing says
};
/// From `begin` to the scene's day, months asked for as above; nothing: none was. A statement
/// counts the meetings of its year, so it answers only for what begins with the year.
[[nodiscard]] std::optional<MonthsMet> meetings_since(const Scene& scene, core::Date begin,
                                                      ClubNumber club);

/// At least one doing in each of the eight areas since 1 January.
[[nodiscard]] Doing worked_in_all_areas(const Scene& scene, ClubNumber club);

}  // namespace lth::facts
