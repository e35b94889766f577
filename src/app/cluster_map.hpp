// Clusters stand in the registry, their communes on the map: what the one book cannot know of the
// other.
#pragma once

#include <optional>

#include "app/book.hpp"

namespace lth::app {

[[nodiscard]] bool sets_cluster(const Ops& ops);

/// Rules territory.unit.unknown and territory.unit.not_live: a commune that is not on the map on
/// the day from which the cluster has it; before the first list of units that one answers.
[[nodiscard]] std::optional<core::Rejection> refused_cluster(
    const core::territory::Territory& territory, const Ops& ops);

/// The refusal that a commune belongs to another cluster, with the commune by its name.
void name_commune(core::Rejection& refused, const core::territory::Territory& territory);

}  // namespace lth::app
