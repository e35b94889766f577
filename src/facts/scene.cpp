#include "facts/scene.hpp"

#include <algorithm>
#include <cassert>

namespace lth::facts {

namespace {

using core::club::Status;
using core::territory::Place;

std::optional<Stated> stated_of(Column column) {
    switch (column) {
        case Column::members:
            return Stated::members;
        case Column::women:
            return Stated::women;
        case Column::elderly:
            return Stated::elderly;
        case Column::hardship:
            return Stated::hardship;
        case Column::borrowers_ever:
            return Stated::borrowers_ever;
        case Column::borrowers_year:
            return Stated::borrowers_year;
        case Column::borrowers_owing:
            return Stated::borrowers_owing;
        case Column::capital:
            return Stated::capital;
        case Column::loans_outstanding:
            return Stated::loans_outstanding;
        default:
            return std::nullopt;
    }
}

/// The first day of a group's book; borrowers need both people and money.
core::Date book_from(const ClubHead& head, Group group) {
    switch (group) {
        case Group::people:
            return head.people_from;
        case Group::borrowers:
            return std::max(head.people_from, head.money_from);
        default:
            return head.money_from;
    }
}

void settle_basis(Scene& scene, ClubNumber club, core::Date oldest) {
    const ClubHead& head = scene.cube.head(club);
    if (std::max(head.people_from, head.money_from) <= scene.as_of) {
        scene.basis[club].fill(Basis::book);
        return;
    }
    if (scene.statement.empty()) scene.statement.resize(scene.cube.size());
    for (std::size_t g = 0; g < group_count; ++g) {
        const auto group = static_cast<Group>(g);
        if (book_from(head, group) <= scene.as_of) {
            scene.basis[club][g] = Basis::book;
            continue;
        }
        scene.all_booked[g] = false;
        const auto at = latest(scene.cube.statements(club), group, oldest, scene.as_of);
        if (at == no_statement) continue;
        scene.basis[club][g] = Basis::report;
        scene.statement[club][g] = at;
    }
}

}  // namespace

Scope scope_of(const core::territory::TerritoryView& view, Node unit) {
    if (unit == 0 && view.units[0].end == view.units.size()) return {};
    return {{{unit, view.units[unit].end}}};
}

Scope scope_of(const core::territory::TerritoryView& view, std::span<const core::UnitId> communes) {
    Scope scope;
    for (const core::UnitId id : communes) {
        const Place* place = core::territory::place_of(view, id);
        if (!place || place->unit == no_node) continue;
        scope.intervals.emplace_back(place->unit, view.units[place->unit].end);
    }
    std::ranges::sort(scope.intervals);
    const auto [first, last] = std::ranges::unique(scope.intervals);
    scope.intervals.erase(first, last);
    // A cluster of which nothing is on the map holds nothing, not everything.
    if (scope.intervals.empty()) scope.intervals.emplace_back(0, 0);
    return scope;
}

Scene scene_of(const Cube& cube, const Ground& ground, Scope scope, core::Date as_of,
               FactsSettings settings) {
    assert(ground.places.size() == cube.village_ids().size());
    const int year = core::year_of(as_of);
    Scene scene{.cube = cube,
                .ground = ground,
                .scope = std::move(scope),
                .as_of = as_of,
                .settings = settings,
                .layer = cube.columns().on(as_of),
                .year_start = cube.columns().on(core::make_date(year, 1, 1) - 1),
                .active = {},
                .suspended = {},
                .closing = {},
                .basis = {},
                .statement = {},
                .all_booked = {}};
    scene.all_booked.fill(true);
    scene.basis.resize(cube.size());  // unknown
    const core::Date oldest = months_before(as_of, settings.report_months);
    for (ClubNumber club = 0; club < cube.size(); ++club) {
        const Status status = status_on(cube, club, as_of);
        auto* const list = status == Status::active      ? &scene.active
                           : status == Status::suspended ? &scene.suspended
                           : status == Status::closing   ? &scene.closing
                                                         : nullptr;
        if (!list) continue;
        if (!scene.scope.holds(seat_on(cube, ground, club, as_of))) continue;
        list->push_back(club);
        settle_basis(scene, club, oldest);
    }
    return scene;
}

Coverage coverage_on(const Cube& cube, const Ground& ground, core::Date date) {
    Coverage coverage;
    coverage.villages.resize(ground.view.villages.size());
    coverage.units.resize(ground.view.units.size());
    coverage.unit_villages.resize(ground.view.units.size());
    for (ClubNumber club = 0; club < cube.size(); ++club) {
        if (status_on(cube, club, date) != Status::active) continue;
        for (const ServedVillage& served : cube.villages(club, date)) {
            const Place& place = ground.places[served.village];
            if (place.unit == no_node) continue;
            coverage.units[place.unit] = true;
            if (place.village == core::territory::no_village) continue;
            if (coverage.villages[place.village]) continue;
            coverage.villages[place.village] = true;
            ++coverage.unit_villages[place.unit];
        }
    }
    return coverage;
}

std::optional<std::int64_t> stated_figure(const Scene& scene, Column column, ClubNumber club) {
    const Group group = group_of(column);
    if (scene.basis_of(group, club) != Basis::report) return std::nullopt;
    const auto stated = stated_of(column);
    return stated ? scene.statement_of(group, club).figure(*stated) : std::nullopt;
}

Total total(const Scene& scene, Column column, std::span<const ClubNumber> clubs) {
    Total total;
    const auto group = static_cast<std::size_t>(group_of(column));
    const auto sum = [&](const auto& values) {
        if (scene.all_booked[group]) {
            for (const ClubNumber club : clubs) total.sum += values[club];
            total.basis.book = static_cast<std::int64_t>(clubs.size());
            return;
        }
        for (const ClubNumber club : clubs) {
            if (scene.basis[club][group] == Basis::book) {
                total.sum += values[club];
                ++total.basis.book;
            } else if (const auto value = figure(scene, column, club)) {
                total.sum += *value;
                ++total.basis.report;
            } else {
                ++total.basis.unknown;
            }
        }
    };
    const auto c = static_cast<std::size_t>(column);
    if (is_money(column)) {
        sum(scene.layer.money[c]);
    } else {
        sum(scene.layer.people[c]);
    }
    return total;
}

}  // namespace lth::facts
