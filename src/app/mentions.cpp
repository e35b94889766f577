#include "app/mentions.hpp"

#include <algorithm>

#include "app/each_id.hpp"
#include "core/territory/history.hpp"

namespace lth::app {

std::string Mentions::name(const core::BookId& book) const {
    const auto& cube = from_.facts.cube();
    if (const auto club = cube.find(book)) {
        std::string text(cube.name(*club));
        const auto seat = facts::seat_on(cube, from_.ground, *club, from_.on);
        if (seat != facts::no_node) text += ", " + from_.ground.view.units[seat].name;
        return text;
    }
    const auto& associations = from_.facts.folds().associations;
    const auto found = associations.find(book);
    return found == associations.end() ? std::string()
                                       : core::association::association_row(found->second).name;
}

// As it was called on the day, unless it still stands.
std::string Mentions::name(const core::UnitId& unit, core::Date on) const {
    const auto& units = from_.ground.view.units;
    const auto now = std::ranges::find(units, unit, &core::territory::UnitNode::id);
    if (now != units.end()) return now->name;
    const auto& territory = from_.facts.folds().territory;
    const auto slot = territory.unit_index.find(unit);
    if (slot == territory.unit_index.end()) return {};
    return std::string(core::territory::unit_on(territory, slot->second, on).name);
}

std::vector<NamedId> Mentions::of(const core::association::OpRecord& record) const {
    std::vector<NamedId> named;
    const auto add = [&](std::string id, std::string text) {
        const bool known =
            std::ranges::find(named, id, &NamedId::id) != named.end() || text.empty();
        if (!known) named.push_back({std::move(id), std::move(text)});
    };
    std::visit(
        [&](const auto& what) {
            each_id<core::BookId>(what, [&](const auto& id) { add(to_text(id), name(id)); });
            each_id<core::UnitId>(what,
                                  [&](const auto& id) { add(to_text(id), name(id, record.on)); });
        },
        record.what);
    return named;
}

void Mentions::keep(const core::association::OpRecord& record) {
    for (auto& named : of(record)) kept_.emplace(std::move(named.id), std::move(named.name));
}

void Mentions::keep(const core::BookId& book) { kept_.emplace(to_text(book), name(book)); }

std::vector<NamedId> Mentions::take() {
    std::vector<NamedId> names;
    for (auto& [id, name] : kept_) names.push_back({id, name});
    return names;
}

}  // namespace lth::app
