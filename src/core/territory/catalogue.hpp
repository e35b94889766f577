// Reads a catalogue of units in the project's own format (data/<province>/README.md) as operations.
#pragma once

#include <string_view>
#include <vector>

#include "core/territory/territory.hpp"

namespace lth::core::territory {

/// The texts of the three files; `reform` may be empty.
struct CatalogueFiles {
    std::string_view units;   // every unit there ever was, with the day and name it began with
    std::string_view events;  // what changed between the first list and the reform
    std::string_view reform;  // what one resolution did on one day
};

/// One entry each, in this order: the first list, the events, the reform. `on` is the business date
/// of every operation: the facts are recorded on one day, whatever days they are true from.
/// Rules catalogue.*; the same text always gives the same operations.
[[nodiscard]] Result<std::vector<std::vector<TerritoryOp>>> read_catalogue(
    const CatalogueFiles& files, Date on);

}  // namespace lth::core::territory
