// Clusters of communes (cụm): since districts went, a cluster can be asked about like a unit.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/frame.hpp"
#include "core/registry/registry.hpp"
#include "core/territory/view.hpp"

namespace lth::app {

/// What a question names as its unit: "cum-0123456789".
[[nodiscard]] std::string cluster_unit(core::ClusterId cluster);
/// Null if the text names no cluster.
[[nodiscard]] std::optional<core::ClusterId> cluster_in(std::string_view unit);

/// As which a role is held at the cluster.
[[nodiscard]] inline core::UnitId unit_of(core::ClusterId cluster) { return {cluster.value}; }
/// As a unit on the map; it takes the place of a district.
[[nodiscard]] UnitRef cluster_ref(const core::registry::ClusterSet& cluster);

/// Those that hold the unit on that day, as units; what is a unit on the map is no cluster.
[[nodiscard]] std::vector<core::UnitId> clusters_over(const core::registry::Registry& registry,
                                                      const core::territory::TerritoryView& map,
                                                      core::UnitId unit, core::Date day);

/// Every version of every cluster, clusters as first set, versions by date.
[[nodiscard]] std::vector<const core::registry::ClusterSet*> cluster_versions(
    const core::registry::Registry& registry);

/// All their communes, sorted.
[[nodiscard]] std::vector<core::UnitId> communes_of(
    const std::vector<const core::registry::ClusterSet*>& clusters);

}  // namespace lth::app
