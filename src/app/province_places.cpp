// Where books stand on the map of today, for whoever judges rights.
#include <algorithm>

#include "app/clusters.hpp"
#include "app/list_matters.hpp"
#include "app/province.hpp"
#include "facts/scene.hpp"

namespace lth::app {

namespace {

using core::territory::TerritoryView;

// Nothing is nowhere.
facts::Node node_of(const TerritoryView& view, const std::optional<core::UnitId>& unit) {
    const auto at = std::ranges::find(view.units, unit, &core::territory::UnitNode::id);
    return at == view.units.end() ? facts::no_node
                                  : static_cast<facts::Node>(at - view.units.begin());
}

std::vector<core::UnitId> lineage(const TerritoryView& view, facts::Node node) {
    std::vector<core::UnitId> units;
    for (; node != facts::no_node; node = view.units[node].parent) {
        units.push_back(view.units[node].id);
    }
    return units;
}

// A role may be held at a cluster, which then stands for a unit over its communes of that day.
void add_clusters(const TerritoryView& view, const core::registry::Registry& registry,
                  core::Date day, std::vector<core::UnitId>& units) {
    if (units.empty()) return;
    const auto over = clusters_over(registry, view, units.front(), day);
    units.insert(units.end(), over.begin(), over.end());
}

// In its last version that had communes: who holds a role at a dissolved one is still looked after.
const core::registry::ClusterSet* last_of(const core::registry::Registry& registry,
                                          core::UnitId unit) {
    const core::registry::ClusterSet* last = nullptr;
    for (const auto* version : cluster_versions(registry)) {
        if (unit_of(version->cluster) == unit && !version->communes.empty()) last = version;
    }
    return last;
}

}  // namespace

std::vector<core::UnitId> Province::units_over(const core::BookId& book) {
    return units_over_on(book, core::business_date(clock_.now_ms()));
}

std::vector<core::UnitId> Province::units_over_on(const core::BookId& book, core::Date day) {
    const std::lock_guard lock(mutex_);
    Question question;
    question.as_of = day;
    const auto asked = ask(question);
    if (!asked) return {};
    const auto& view = asked->ground->view;
    auto node = facts::no_node;
    const auto& associations = asked->facts->folds().associations;
    if (const auto club = asked->facts->cube().find(book)) {
        node = facts::seat_on(asked->facts->cube(), *asked->ground, *club, day);
    } else if (const auto found = associations.find(book); found != associations.end()) {
        const auto unit = core::association::association_row(found->second).unit;
        if (unit) node = node_of({*asked->facts, *asked->ground, day}, *unit);
    }
    auto units = lineage(view, node);
    add_clusters(view, asked->facts->folds().registry, day, units);
    return units;
}

std::vector<core::UnitId> Province::units_over(const core::UnitId& unit) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return {};
    const auto& view = asked->ground->view;
    const auto& registry = asked->facts->folds().registry;
    const auto node = node_of(view, unit);
    const auto* cluster = node == facts::no_node ? last_of(registry, unit) : nullptr;
    if (cluster != nullptr) {
        auto units = lineage(view, node_of(view, cluster->communes.front()));
        if (!units.empty()) units.front() = unit;  // in the place of its communes
        return units;
    }
    if (node == facts::no_node) return over_relatives(*asked, unit);
    auto units = lineage(view, node);
    add_clusters(view, registry, asked->frame.as_of, units);
    return units;
}

// Rights follow lineage: over a unit that ended stands what all of it went into. Whoever has only a
// part of it has no right to the rest.
std::vector<core::UnitId> Province::over_relatives(const Asked& asked, const core::UnitId& unit) {
    const auto& folds = asked.facts->folds();
    const auto& view = asked.ground->view;
    std::vector<core::UnitId> units;
    for (const auto& relative :
         core::territory::relatives_on(folds.territory, unit, asked.frame.as_of)) {
        if (relative.share != core::territory::Share::whole) continue;
        auto over = lineage(view, node_of(view, relative.unit));
        add_clusters(view, folds.registry, asked.frame.as_of, over);
        for (const auto& one : over) {
            if (std::ranges::count(units, one) == 0) units.push_back(one);
        }
    }
    return units;
}

std::vector<core::UnitId> Province::units_over_unit(const core::UnitId& unit) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return {};
    return lineage(asked->ground->view, node_of(asked->ground->view, unit));
}

std::vector<core::UnitId> Province::units_over_village(const core::VillageId& village) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return {};
    const auto& view = asked->ground->view;
    const auto at = std::ranges::find(view.villages, village, &core::territory::VillageNode::id);
    if (at == view.villages.end()) return {};
    return lineage(view, at->unit);
}

bool Province::has_association(const core::UnitId& unit, core::association::CareLevel level) {
    const std::lock_guard lock(mutex_);
    const auto& associations = current().folds().associations;
    return std::ranges::any_of(associations, [&](const auto& one) {
        const auto row = core::association::association_row(one.second);
        return row.unit == unit && row.level == level;
    });
}

std::optional<UnitRef> Province::find_unit(std::string_view code_or_id) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return std::nullopt;
    const auto& view = asked->ground->view;
    auto node = core::territory::find_code(view, std::string(code_or_id));
    if (const auto id = core::parse_base32(code_or_id); id && node == facts::no_node) {
        node = node_of(view, core::UnitId{*id});
    }
    if (node == facts::no_node) {
        const auto named = cluster_in(code_or_id);
        const auto id = named ? std::optional(named->value) : core::parse_base32(code_or_id);
        const auto* cluster =
            id ? last_of(asked->facts->folds().registry, core::UnitId{*id}) : nullptr;
        if (cluster != nullptr) return cluster_ref(*cluster);
        return std::nullopt;
    }
    const auto& unit = view.units[node];
    return UnitRef{.id = unit.id,
                   .code = unit.code,
                   .name = unit.name,
                   .kind = unit.kind,
                   .level = unit.level};
}

std::string Province::name_of(const core::BookId& book) {
    const std::lock_guard lock(mutex_);
    const auto found = store_.book(book);
    return found ? book_name(*found) : std::string();
}

}  // namespace lth::app
