#include "app/cluster_map.hpp"

#include <algorithm>

#include "core/territory/history.hpp"

namespace lth::app {
namespace {

using core::registry::ClusterSet;
using core::registry::RegistryOp;
using core::territory::Territory;

std::optional<core::Rejection> off_map(const Territory& territory, const ClusterSet& what) {
    const auto answering = core::territory::map_dates(territory, what.from).units;
    for (const auto commune : what.communes) {
        const auto id = to_text(commune);
        if (find_unit(territory, commune) == nullptr) {
            return core::make_rejection("territory.unit.unknown", "communes", {{"unit", id}});
        }
        const auto slot = territory.unit_index.at(commune);
        if (unit_on(territory, slot, answering).exists) continue;
        const auto last = unit_on(territory, slot, core::last_date);
        return core::make_rejection(
            "territory.unit.not_live", "communes",
            {{"name", std::string(last.name)}, {"unit", id}, {"date", to_text(what.from)}});
    }
    return std::nullopt;
}

}  // namespace

bool sets_cluster(const Ops& ops) {
    const auto* list = std::get_if<std::vector<RegistryOp>>(&ops);
    return list != nullptr && std::ranges::any_of(*list, [](const RegistryOp& op) {
               return std::holds_alternative<ClusterSet>(op.what);
           });
}

std::optional<core::Rejection> refused_cluster(const Territory& territory, const Ops& ops) {
    const auto* list = std::get_if<std::vector<RegistryOp>>(&ops);
    if (list == nullptr) return std::nullopt;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto* what = std::get_if<ClusterSet>(&(*list)[i].what);
        if (what == nullptr) continue;
        auto no = off_map(territory, *what);
        if (!no) continue;
        no->op_index = static_cast<std::int32_t>(i);
        return no;
    }
    return std::nullopt;
}

void name_commune(core::Rejection& refused, const Territory& territory) {
    if (refused.rule.id() != "registry.cluster.taken") return;
    for (auto& [name, value] : refused.facts) {
        const auto id = name == "commune" ? core::parse_base32(value) : std::nullopt;
        if (!id) continue;
        const auto slot = territory.unit_index.find(core::UnitId{*id});
        if (slot == territory.unit_index.end()) continue;
        value = unit_on(territory, slot->second, core::last_date).name;
    }
}

}  // namespace lth::app
