// Days on which the map of units changed, to choose from.
#pragma once

#include <vector>

#include "app/reading.hpp"
#include "core/territory/territory.hpp"

namespace lth::app {

/// The first list first; days that left the number of units as it was are passed over.
[[nodiscard]] std::vector<MapDay> map_days(const core::territory::Territory& territory);

}  // namespace lth::app
