#include "facts/ground.hpp"

#include <algorithm>

#include "core/territory/denominators.hpp"

namespace lth::facts {

namespace {

using core::territory::Evidence;
using core::territory::Figure;
using core::territory::FigureSource;
using core::territory::Level;
using core::territory::Territory;
using core::territory::TerritoryView;
using core::territory::UnitNode;

}  // namespace

bool Ground::has_districts() const {
    return std::ranges::any_of(view.units, [](const UnitNode& unit) {
        return unit.level == Level::district && unit.standing == UnitStanding::live;
    });
}

bool is_live(const TerritoryView& view, const core::territory::Place& place) {
    return place.unit != no_node && view.units[place.unit].standing == UnitStanding::live;
}

Ground ground_of(const Territory& territory, const Cube& cube, core::Date units_as_of) {
    Ground ground{.view = core::territory::make_view(territory, units_as_of),
                  .places = {},
                  .denominators = {},
                  .unsettled = false,
                  .synthetic_villages = false};
    ground.denominators.resize(ground.view.units.size());
    for (Node node = 0; node < ground.view.units.size(); ++node) {
        UnitDenominators& own = ground.denominators[node];
        const auto asked = [&](Figure figure) {
            return core::territory::denominator(territory, ground.view, node, figure);
        };
        if (const auto villages = asked(Figure::villages)) {
            own.villages = villages->value;
            own.villages_listed = villages->source == FigureSource::list;
            ground.synthetic_villages = ground.synthetic_villages || villages->synthetic;
        }
        if (const auto population = asked(Figure::elderly_population)) {
            own.elderly_population = population->value;
        }
    }
    extend(ground, cube);
    return ground;
}

void extend(Ground& ground, const Cube& cube) {
    const auto villages = cube.village_ids();
    ground.places.reserve(villages.size());
    for (std::size_t i = ground.places.size(); i < villages.size(); ++i) {
        const auto* place = core::territory::place_of(ground.view, villages[i]);
        ground.places.push_back(place ? *place : core::territory::Place{});
        const auto& found = ground.places.back();
        ground.unsettled = ground.unsettled || found.provisional || !is_live(ground.view, found);
    }
}

PriorityFacts priority_facts(const Territory& territory, const Cube& cube,
                             core::Date scheme_start) {
    PriorityFacts facts;
    facts.at_launch.resize(cube.size(), Priority::unknown);
    const auto ids = cube.village_ids();
    for (ClubNumber club = 0; club < cube.size(); ++club) {
        const core::Date launched = cube.head(club).launched;
        if (launched == never) continue;
        for (const ServedVillage& served : cube.villages(club, launched)) {
            if (!served.seat) continue;
            const auto classes =
                core::territory::village_classes_on(territory, ids[served.village], launched);
            if (!classes) continue;
            facts.at_launch[club] = classes->is_priority() ? Priority::yes : Priority::no;
            facts.synthetic = facts.synthetic || classes->evidence == Evidence::synthetic;
        }
    }
    const TerritoryView start = core::territory::make_view(territory, scheme_start);
    Ratio villages;
    for (const auto& village : start.villages) {
        if (!village.classes) return facts;
        ++villages.den;
        if (village.classes->is_priority()) ++villages.num;
    }
    if (villages.den > 0) facts.villages = villages;
    return facts;
}

}  // namespace lth::facts
