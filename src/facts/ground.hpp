// One map made ready for figures: where each village that clubs name counts on it, and the
// denominators that its units have.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/territory/view.hpp"
#include "facts/cube.hpp"
#include "facts/ratio.hpp"

namespace lth::facts {

using core::territory::no_node;
using core::territory::Node;
using UnitStanding = core::territory::Standing;  // not that of the scheme

/// Denominators of a unit; absent where neither a list nor a statement gives them.
struct UnitDenominators {
    std::optional<std::int64_t> villages;
    bool villages_listed = false;  // the list is complete; else as reported
    std::optional<std::int64_t> elderly_population;
};

struct Ground {
    core::territory::TerritoryView view;
    std::vector<core::territory::Place> places;  // by VillageNumber
    std::vector<UnitDenominators> denominators;  // by Node
    bool unsettled = false;                      // some place is provisional or in no known unit
    bool synthetic_villages = false;             // the villages are made up for a demonstration

    [[nodiscard]] bool has_districts() const;
};

/// In a unit that exists on the map's day.
[[nodiscard]] bool is_live(const core::territory::TerritoryView& view,
                           const core::territory::Place& place);

[[nodiscard]] Ground ground_of(const core::territory::Territory& territory, const Cube& cube,
                               core::Date units_as_of);

/// Places for villages that the cube met since. To be called after `Cube::put`, before a figure.
void extend(Ground& ground, const Cube& cube);

enum class Priority : std::uint8_t { unknown, no, yes };

/// What T7 needs of the past, the same for every map.
struct PriorityFacts {
    std::vector<Priority> at_launch;  // by ClubNumber: the seat's class on the day of the launch
    std::optional<Ratio> villages;    // priority villages of all, at the scheme's start
    bool synthetic = false;           // classes made up for a demonstration
};

[[nodiscard]] PriorityFacts priority_facts(const core::territory::Territory& territory,
                                           const Cube& cube, core::Date scheme_start);

}  // namespace lth::facts
