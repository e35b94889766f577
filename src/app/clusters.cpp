#include "app/clusters.hpp"

#include <algorithm>

namespace lth::app {
namespace {

constexpr std::string_view prefix = "cum-";

}  // namespace

std::string cluster_unit(core::ClusterId cluster) { return std::string(prefix) + to_text(cluster); }

std::optional<core::ClusterId> cluster_in(std::string_view unit) {
    if (!unit.starts_with(prefix)) return std::nullopt;
    const auto id = core::parse_base32(unit.substr(prefix.size()));
    return id ? std::optional(core::ClusterId{*id}) : std::nullopt;
}

UnitRef cluster_ref(const core::registry::ClusterSet& cluster) {
    return {.id = unit_of(cluster.cluster),
            .code = cluster_unit(cluster.cluster),
            .name = cluster.name.value,
            .kind = core::territory::UnitKind::rural_district,
            .level = core::territory::Level::district};
}

std::vector<core::UnitId> clusters_over(const core::registry::Registry& registry,
                                        const core::territory::TerritoryView& map,
                                        core::UnitId unit, core::Date day) {
    std::vector<core::UnitId> over;
    for (const auto* cluster : core::registry::clusters_on(registry, day)) {
        const auto id = unit_of(cluster->cluster);
        if (std::ranges::count(cluster->communes, unit) == 0) continue;
        if (std::ranges::count(map.units, id, &core::territory::UnitNode::id) == 0) {
            over.push_back(id);
        }
    }
    return over;
}

std::vector<const core::registry::ClusterSet*> cluster_versions(
    const core::registry::Registry& registry) {
    std::vector<core::ClusterId> ids;
    for (const auto& [op, what] : registry.clusters) {
        if (std::ranges::find(ids, what.cluster) == ids.end()) ids.push_back(what.cluster);
    }
    std::vector<const core::registry::ClusterSet*> versions;
    for (const auto id : ids) {
        std::vector<const core::registry::ClusterSet*> own;
        for (const auto& [op, what] : registry.clusters) {
            if (what.cluster != id) continue;
            const auto at = std::ranges::upper_bound(
                own, what.from, {}, [](const auto* version) { return version->from; });
            own.insert(at, &what);
        }
        versions.insert(versions.end(), own.begin(), own.end());
    }
    return versions;
}

std::vector<core::UnitId> communes_of(
    const std::vector<const core::registry::ClusterSet*>& clusters) {
    std::vector<core::UnitId> communes;
    for (const auto* cluster : clusters) {
        communes.insert(communes.end(), cluster->communes.begin(), cluster->communes.end());
    }
    std::ranges::sort(communes);
    return communes;
}

}  // namespace lth::app
