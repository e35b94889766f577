// A reform of the map from its two tables: planned, certified, recorded as one entry.
#pragma once

#include "core/territory/reform.hpp"
#include "intake/import.hpp"
#include "intake/planner.hpp"

namespace lth::intake {

struct ReformTables {
    std::vector<core::territory::SuccessionRow> successions;
    std::vector<core::territory::ListedUnit> units;
    // Beside what could be read, what could not: the rest is judged, nothing is planned.
    std::vector<sheet::RowError> unread = {};
};

struct ReformDraft {
    core::territory::ReformPlan reform;
    core::territory::Certificate certificate;  // what the books hold before and after
    Plan plan;                                 // its entry; errors: nothing may be written
    bool on_map = false;  // the map of that day is that of the list: nothing is planned
};

[[nodiscard]] ReformTables reform_tables(const sheet::Rows<sheet::SuccessionRow>& successions,
                                         const sheet::Rows<sheet::UnitRow>& units);

/// Clubs, members, capital and loans are those of the eve of `effective` on both maps, care funds
/// what is on record that day.
[[nodiscard]] ReformDraft plan_reform(Planner& planner, const ReformTables& tables,
                                      const core::territory::ReformTerms& terms);

/// Both tables from one workbook, in force from --as-of by the legal basis, its certificate among
/// the notes. All that is wrong is told at once, each on its row; a row that names a unit nobody
/// knows is wrong here, where a row can be left out. Rules import.reform.*.
[[nodiscard]] Plan plan_reform_file(Planner& planner, const File& file);

}  // namespace lth::intake
