#include "intake/reform.hpp"

#include "facts/scene.hpp"
#include "intake/import.hpp"

namespace lth::intake {
namespace {

using core::territory::no_node;
using core::territory::TerritoryView;
using core::territory::UnitTotals;

core::Money fund_assets(const core::association::Association& book, core::Date day) {
    core::Money sum;
    const auto balances = core::association::balances_on(book, day);
    for (std::size_t i = 0; i < balances.size(); ++i) {
        if (core::association::is_asset({static_cast<std::uint8_t>(i)})) sum += balances[i];
    }
    return sum;
}

/// What each unit itself holds on `day`, on one map.
std::vector<UnitTotals> totals_on(Planner& planner, const TerritoryView& view, core::Date day) {
    std::vector<UnitTotals> totals(view.units.size());
    auto& facts = planner.facts();
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

}  // namespace

ReformTables reform_tables(const sheet::Rows<sheet::SuccessionRow>& successions,
                           const sheet::Rows<sheet::UnitRow>& units) {
    ReformTables tables;
    for (const auto& row : successions.rows) {
        const bool part = row.share == sheet::Share::part;
        tables.successions.push_back({static_cast<std::int32_t>(row.at.row), row.old_code,
                                      row.old_name.value_or(""), row.new_code.value_or(""),
                                      row.new_name.value_or(""), part ? "part" : "whole"});
    }
    for (const auto& row : units.rows) {
        tables.units.push_back({static_cast<std::int32_t>(row.at.row), row.code, row.name, row.kind,
                                row.parent_code.value_or("")});
    }
    return tables;
}

ReformDraft plan_reform(Planner& planner, const ReformTables& tables,
                        const core::territory::ReformTerms& terms) {
    if (planner.territory().units.empty()) {
        planner.error({}, core::make_rejection("import.province.missing"));
    }
    if (is_on_map(planner.territory(), tables.units, terms.effective)) {
        ReformDraft done{.reform = {}, .certificate = {}, .plan = {}, .on_map = true};
        done.plan = planner.take("reform", terms.legal_basis.value);
        return done;
    }
    ReformDraft draft{.reform = core::territory::plan_reform(
                          planner.territory(), tables.successions, tables.units, terms),
                      .certificate = {},
                      .plan = {},
                      .on_map = false};
    const auto eve = terms.effective - 1;
    draft.certificate =
        core::territory::certify(draft.reform, totals_on(planner, draft.reform.before, eve),
                                 totals_on(planner, draft.reform.after, eve));
    if (!planner.has_errors()) {
        planner.propose(planner.only_book(core::BookKind::territory), core::BookKind::territory,
                        drafted(draft.reform.ops));
    }
    for (const auto& error : draft.reform.errors) planner.error({}, error);
    draft.plan = planner.take("reform", terms.legal_basis.value);
    return draft;
}

}  // namespace lth::intake
