// Where books stand on the map of today, for whoever judges rights.
#include <algorithm>

#include "app/province.hpp"
#include "facts/scene.hpp"

namespace lth::app {

std::vector<core::UnitId> Province::units_over(const core::BookId& book) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return {};
    const auto& view = asked->ground->view;
    auto node = facts::no_node;
    const auto& associations = asked->facts->folds().associations;
    if (const auto club = asked->facts->cube().find(book)) {
        node = facts::seat_on(asked->facts->cube(), *asked->ground, *club, asked->frame.as_of);
    } else if (const auto found = associations.find(book); found != associations.end()) {
        const auto unit = core::association::association_row(found->second).unit;
        const auto at = std::ranges::find(view.units, unit, &core::territory::UnitNode::id);
        if (at != view.units.end()) node = static_cast<facts::Node>(at - view.units.begin());
    }
    std::vector<core::UnitId> units;
    for (; node != facts::no_node; node = view.units[node].parent) {
        units.push_back(view.units[node].id);
    }
    return units;
}

std::string Province::name_of(const core::BookId& book) {
    const std::lock_guard lock(mutex_);
    const auto found = store_.book(book);
    return found ? book_name(*found) : std::string();
}

}  // namespace lth::app
