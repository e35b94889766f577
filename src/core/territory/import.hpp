// From a published list of units to operations, and what a reader should look at before recording
// it.
#pragma once

#include "core/territory/unit_list.hpp"

namespace lth::core::territory {

struct UnitsImport {
    std::vector<TerritoryOp> ops;       // empty if there are errors
    std::vector<Rejection> errors;      // rules territory.row.*: nothing can be recorded
    std::vector<Rejection> suspicions;  // rules territory.suspect.*: recorded nevertheless
    std::size_t created = 0;            // units that the book did not have on the day
    std::size_t vanished = 0;           // units of the day that the list does not have
};

struct ListDate {
    Date as_of;
    Date on;  // the business date of the operation
    std::optional<PublicText> legal_basis = {};
};

/// A unit of the list is the one that has its code on the map of `as_of`, else a new one.
/// Rows whose code stands in `skipped` are left out.
[[nodiscard]] UnitsImport import_units(const Territory& territory,
                                       const std::vector<ListedUnit>& rows, const ListDate& date,
                                       const std::vector<std::string>& skipped = {});

}  // namespace lth::core::territory
