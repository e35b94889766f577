#include "intake/reform.hpp"

#include <algorithm>

#include "app/map_totals.hpp"
#include "sheet/parse.hpp"

namespace lth::intake {
namespace {

std::string totals_text(const core::territory::UnitTotals& held) {
    return std::to_string(held.clubs) + " · " + std::to_string(held.members) + " · " +
           to_text(held.capital) + " · " + to_text(held.loans) + " · " + to_text(held.care_funds);
}

void note_certificate(const ReformDraft& draft, std::vector<Note>& notes) {
    const auto say = [&](core::Rejection what) { notes.push_back({{}, 0, std::move(what)}); };
    for (const auto* list : {&draft.reform.skipped, &draft.reform.notes}) {
        for (const auto& one : *list) say(one);
    }
    const auto& held = draft.certificate;
    std::string moved;
    for (const auto& line : held.lines) {
        if (!line.conserved()) moved += "; ≠ " + line.code + " " + line.name;
    }
    say(core::make_rejection("import.note.certificate", {},
                             {{"before", totals_text(held.before)},
                              {"verdict", held.conserved() ? "=" : "≠"},
                              {"after", totals_text(held.after) + moved}}));
    if (const auto open = draft.reform.decisions.size(); open > 0) {
        say(core::make_rejection("import.note.open_decisions", {},
                                 {{"count", std::to_string(open)}}));
    }
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

Plan plan_reform_file(Planner& planner, const File& file) {
    const auto units = sheet::parse_units(file.workbook);
    const auto successions = sheet::parse_successions(file.workbook);
    Plan unread;
    for (const auto* errors :
         {units ? nullptr : &units.error(), successions ? nullptr : &successions.error()}) {
        if (errors != nullptr) std::ranges::copy(*errors, std::back_inserter(unread.errors));
    }
    const auto& options = planner.options();
    if (!options.as_of) planner.error({}, core::make_rejection("import.reform.day_missing"));
    if (options.legal_basis.empty()) {
        planner.error({}, core::make_rejection("import.reform.basis_missing"));
    }
    if (!unread.errors.empty() || planner.has_errors()) {
        auto plan = planner.take("reform", file.name);
        std::ranges::move(unread.errors, std::back_inserter(plan.errors));
        return plan;
    }
    auto draft = plan_reform(planner, reform_tables(*successions, *units),
                             {.effective = *options.as_of,
                              .on = planner.today(),
                              .legal_basis = {options.legal_basis},
                              .evidence = core::territory::Evidence::law});
    if (!draft.on_map) note_certificate(draft, draft.plan.notes);
    draft.plan.source = file.name;
    draft.plan.rows = units->rows.size() + successions->rows.size();
    return std::move(draft.plan);
}

}  // namespace lth::intake
