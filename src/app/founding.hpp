// What a province's books begin with: the units of Thanh Hóa as facts of law, and the schemes that
// travel with the program.
#pragma once

#include <vector>

#include "core/rating/criteria.hpp"
#include "core/registry/operations.hpp"
#include "core/territory/operations.hpp"

namespace lth::app {

/// The catalogue of data/thanh-hoa, an element an entry, recorded on `on`. Throws Fault if the
/// data that was built in cannot be read.
[[nodiscard]] std::vector<std::vector<core::territory::TerritoryOp>> founding_units(core::Date on);

/// Every scheme of schemes/ with its programmes and claims, and the criteria, in one entry.
[[nodiscard]] std::vector<core::registry::RegistryOp> founding_schemes(core::Date on);
/// The criteria among them, by their file's name.
[[nodiscard]] std::vector<core::rating::Criteria> founding_criteria();

}  // namespace lth::app
