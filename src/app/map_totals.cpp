#include "app/map_totals.hpp"

#include <algorithm>

#include "facts/scene.hpp"

namespace lth::app {
namespace {

using core::territory::no_node;
using core::territory::Succession;
using core::territory::UnitTotals;

core::Money fund_assets(const core::association::Association& book, core::Date day) {
    core::Money sum;
    const auto balances = core::association::balances_on(book, day);
    for (std::size_t i = 0; i < balances.size(); ++i) {
        if (core::association::is_asset({static_cast<std::uint8_t>(i)})) sum += balances[i];
    }
    return sum;
}

// Said twice of the same two units it is one; whole if either says so.
void add_succession(std::vector<Succession>& rows, const Succession& row) {
    const auto same = std::ranges::find_if(
        rows, [&](const Succession& one) { return one.from == row.from && one.to == row.to; });
    if (same == rows.end()) {
        rows.push_back(row);
    } else if (row.share == core::territory::Share::whole) {
        same->share = row.share;
    }
}

}  // namespace

std::vector<UnitTotals> totals_on(ProvinceFacts& facts, const core::territory::TerritoryView& view,
                                  core::Date day) {
    std::vector<UnitTotals> totals(view.units.size());
    const auto& cube = facts.cube();
    // Also what was last stated long ago: the question is what the map does to it.
    constexpr int any_age = 12 * 100;
    const auto scene =
        facts::scene_of(cube, facts.ground(day), {}, day, {.report_months = any_age});
    for (const auto* clubs : {&scene.active, &scene.suspended, &scene.closing}) {
        for (const auto club : *clubs) {
            const auto served = cube.villages(club, day);
            if (served.empty()) continue;
            const auto seat = cube.village_ids()[served.front().village];
            const auto* place = core::territory::place_of(view, seat);
            if (place == nullptr || place->unit == no_node) continue;
            const auto known = [&](facts::Column column) {
                return facts::figure(scene, column, club).value_or(0);
            };
            totals[place->unit] += {.clubs = 1,
                                    .members = known(facts::Column::members),
                                    .capital = {known(facts::Column::capital)},
                                    .loans = {known(facts::Column::loans_outstanding)},
                                    .care_funds = {}};
        }
    }
    for (const auto& [id, book] : facts.folds().associations) {
        const auto row = core::association::association_row(book);
        const auto* place = row.unit ? core::territory::place_of(view, *row.unit) : nullptr;
        if (place == nullptr || place->unit == no_node) continue;
        totals[place->unit].care_funds += fund_assets(book, day);
    }
    return totals;
}

core::territory::Certificate certificate_of(ProvinceFacts& facts,
                                            const core::territory::ReformPlan& applied,
                                            core::Date effective) {
    const auto eve = effective - 1;
    return core::territory::certify(applied, totals_on(facts, applied.before, eve),
                                    totals_on(facts, applied.after, eve));
}

bool is_of_commune(const core::territory::Territory& territory, core::territory::UnitSlot unit,
                   const core::territory::UnitLink& link) {
    const auto before = unit_on(territory, unit, link.from - 1);
    return level_of(before.kind) == core::territory::Level::commune;
}

core::territory::ReformPlan applied_reform(const core::territory::Territory& territory,
                                           core::Date effective) {
    core::territory::ReformApplied reform{.effective = effective,
                                          .created = {},
                                          .changed = {},
                                          .abolished = {},
                                          .successions = {},
                                          .evidence = core::territory::Evidence::unknown,
                                          .legal_basis = {}};
    for (core::territory::UnitSlot slot = 0; slot < territory.units.size(); ++slot) {
        const auto& unit = territory.units[slot];
        for (const auto& link : unit.successors) {
            if (link.from != effective || !is_of_commune(territory, slot, link)) continue;
            add_succession(
                reform.successions,
                {.from = unit.id, .to = territory.units[link.other].id, .share = link.share});
        }
    }
    core::territory::ReformPlan plan;
    plan.ops.push_back({.on = effective, .parts = {}, .what = std::move(reform)});
    plan.before = core::territory::make_view(territory, effective - 1);
    plan.after = core::territory::make_view(territory, effective);
    return plan;
}

}  // namespace lth::app
