#include "facts/ground.hpp"

#include <algorithm>

namespace lth::facts {

namespace {

using core::territory::Evidence;
using core::territory::Level;
using core::territory::Standing;
using core::territory::Territory;
using core::territory::TerritoryView;
using core::territory::UnitHistory;
using core::territory::UnitNode;

/// What a unit last said of itself by a date; the first statement answers for the time before it.
struct Said {
    std::optional<std::int64_t> villages;
    std::optional<std::int64_t> elderly_population;
    bool villages_complete = false;
};

Said said_by(const Territory& territory, const UnitHistory& unit, core::Date date) {
    Said said;
    for (const auto& fact : unit.reports) {
        if (!territory.ops[fact.op].live) continue;
        const auto& report = fact.report;
        const bool in_time = report.as_of <= date;
        if (report.villages && (in_time || !said.villages)) said.villages = report.villages->value;
        if (report.elderly_population && (in_time || !said.elderly_population)) {
            said.elderly_population = report.elderly_population->value;
        }
        said.villages_complete = said.villages_complete || report.villages_complete;
    }
    return said;
}

/// A unit's figure is the sum of what it is made of, where all of that is known; else its own.
template <class Member>
void sum_up(const TerritoryView& view, std::vector<UnitDenominators>& of, Member member) {
    std::vector<std::int64_t> sums(view.units.size());
    std::vector<std::int32_t> parts(view.units.size());
    std::vector<std::int32_t> known(view.units.size());
    for (Node node = static_cast<Node>(view.units.size()); node-- > 0;) {
        const UnitNode& unit = view.units[node];
        if (unit.level != Level::commune && parts[node] > 0 && parts[node] == known[node]) {
            of[node].*member = sums[node];
        }
        if (unit.parent == no_node || unit.standing != Standing::live) continue;
        ++parts[unit.parent];
        if (const auto& value = of[node].*member) {
            ++known[unit.parent];
            sums[unit.parent] += *value;
        }
    }
}

}  // namespace

bool Ground::has_districts() const {
    return std::ranges::any_of(view.units, [](const UnitNode& unit) {
        return unit.level == Level::district && unit.standing == Standing::live;
    });
}

Ground ground_of(const Territory& territory, const Cube& cube, core::Date units_as_of) {
    Ground ground{.view = core::territory::make_view(territory, units_as_of),
                  .places = {},
                  .denominators = {}};
    const auto& units = ground.view.units;
    ground.denominators.resize(units.size());
    std::vector<bool> complete(units.size());  // said so of the unit or of one above it
    for (Node node = 0; node < units.size(); ++node) {
        const UnitNode& unit = units[node];
        const UnitHistory* history = core::territory::find_unit(territory, unit.id);
        const Said said = history ? said_by(territory, *history, units_as_of) : Said{};
        complete[node] =
            said.villages_complete || (unit.parent != no_node && complete[unit.parent]);
        UnitDenominators& own = ground.denominators[node];
        own.villages_listed = complete[node];
        own.villages =
            complete[node] ? std::int64_t{unit.end_village} - unit.first_village : said.villages;
        own.elderly_population = said.elderly_population;
    }
    sum_up(ground.view, ground.denominators, &UnitDenominators::villages);
    sum_up(ground.view, ground.denominators, &UnitDenominators::elderly_population);
    extend(ground, cube);
    return ground;
}

void extend(Ground& ground, const Cube& cube) {
    const auto villages = cube.village_ids();
    ground.places.reserve(villages.size());
    for (std::size_t i = ground.places.size(); i < villages.size(); ++i) {
        const auto* place = core::territory::place_of(ground.view, villages[i]);
        ground.places.push_back(place ? *place : core::territory::Place{});
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
