#include "intake/reform.hpp"

#include "app/map_totals.hpp"
#include "intake/import.hpp"

namespace lth::intake {

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
    draft.certificate = core::territory::certify(
        draft.reform, app::totals_on(planner.facts(), draft.reform.before, eve),
        app::totals_on(planner.facts(), draft.reform.after, eve));
    if (!planner.has_errors()) {
        planner.propose(planner.only_book(core::BookKind::territory), core::BookKind::territory,
                        drafted(draft.reform.ops));
    }
    for (const auto& error : draft.reform.errors) planner.error({}, error);
    draft.plan = planner.take("reform", terms.legal_basis.value);
    return draft;
}

}  // namespace lth::intake
