#include "core/registry/registry.hpp"

#include <algorithm>

namespace lth::core::registry {
namespace {

/// The record in force on a day among those that `wanted` picks: the latest `from`, ties by order.
template <class What, class Wanted>
const What* in_force(const std::vector<Recorded<What>>& records, Date date, Wanted wanted) {
    const What* found = nullptr;
    for (const auto& [op, what] : records) {
        if (what.from > date || !wanted(what)) continue;
        if (found == nullptr || what.from >= found->from) found = &what;
    }
    return found;
}

/// The same, and before the first version that one.
template <class What, class Wanted>
const What* version_on(const std::vector<Recorded<What>>& records, Date date, Wanted wanted) {
    if (const auto* found = in_force(records, date, wanted)) return found;
    const What* first = nullptr;
    for (const auto& [op, what] : records) {
        if (wanted(what) && (first == nullptr || what.from < first->from)) first = &what;
    }
    return first;
}

}  // namespace

std::optional<std::int64_t> setting_on(const Registry& registry, std::string_view key, Date date) {
    const auto* found = in_force(registry.settings, date,
                                 [&](const SettingSet& what) { return what.key.value == key; });
    return found == nullptr ? std::nullopt : std::optional(found->value);
}

const SchemeAdopted* scheme_on(const Registry& registry, std::string_view scheme, Date date) {
    return version_on(registry.schemes, date,
                      [&](const SchemeAdopted& what) { return what.scheme.value == scheme; });
}

const CriteriaAdopted* criteria_on(const Registry& registry, std::string_view criteria, Date date) {
    return version_on(registry.criteria, date,
                      [&](const CriteriaAdopted& what) { return what.criteria.value == criteria; });
}

std::vector<const SchemeAdopted*> scheme_versions(const Registry& registry,
                                                  std::string_view scheme) {
    std::vector<const SchemeAdopted*> versions;
    for (const auto& [op, what] : registry.schemes) {
        if (what.scheme.value != scheme) continue;
        const auto at = std::ranges::upper_bound(versions, what.from, {},
                                                 [](const SchemeAdopted* v) { return v->from; });
        versions.insert(at, &what);
    }
    return versions;
}

std::vector<std::string> scheme_ids(const Registry& registry) {
    std::vector<std::string> ids;
    for (const auto& [op, what] : registry.schemes) {
        if (std::ranges::find(ids, what.scheme.value) == ids.end())
            ids.push_back(what.scheme.value);
    }
    return ids;
}

const ProgrammeAdded* find_programme(const Registry& registry, ProgrammeId programme) {
    for (const auto& [op, what] : registry.programmes) {
        if (what.programme == programme) return &what;
    }
    return nullptr;
}

std::vector<ProgrammeId> programmes_of(const Registry& registry, std::string_view scheme) {
    std::vector<ProgrammeId> ids;
    for (const auto& [op, what] : registry.programmes) {
        if (what.scheme && what.scheme->value == scheme) ids.push_back(what.programme);
    }
    return ids;
}

const ClusterSet* cluster_on(const Registry& registry, ClusterId cluster, Date date) {
    const auto* found = in_force(registry.clusters, date,
                                 [&](const ClusterSet& what) { return what.cluster == cluster; });
    return found == nullptr || found->communes.empty() ? nullptr : found;
}

std::vector<const ClusterSet*> clusters_on(const Registry& registry, Date date) {
    std::vector<ClusterId> ids;
    std::vector<const ClusterSet*> clusters;
    for (const auto& [op, what] : registry.clusters) {
        if (std::ranges::find(ids, what.cluster) != ids.end()) continue;
        ids.push_back(what.cluster);
        if (const auto* now = cluster_on(registry, what.cluster, date)) clusters.push_back(now);
    }
    return clusters;
}

std::optional<std::int64_t> retention_on(const Registry& registry, Retained what, Date date) {
    const auto* found = in_force(registry.retentions, date,
                                 [&](const RetentionSet& set) { return set.what == what; });
    return found == nullptr ? std::nullopt : std::optional(found->months.value);
}

}  // namespace lth::core::registry
