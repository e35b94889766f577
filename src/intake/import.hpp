// From a workbook to what it would record. `import KIND` of the command line, and later of the
// desk.
#pragma once

#include "core/result.hpp"
#include "core/territory/unit_list.hpp"
#include "intake/plan.hpp"
#include "intake/planner.hpp"
#include "sheet/columns.hpp"

namespace lth::intake {

struct File {
    std::string name;
    sheet::Workbook workbook;
};

/// Judges every row against private copies of the books; nothing is written. An unknown place, a
/// rule that refuses, a cell that cannot be read: all of them are among the plan's errors.
[[nodiscard]] Plan plan_import(Planner& planner, const sheet::ImportKind& kind, const File& file);

// One for each kind; each proposes what its rows say and the books do not.
void plan_register(Planner& planner, const sheet::Rows<sheet::RegisterRow>& rows);
void plan_clubs(Planner& planner, const sheet::Rows<sheet::ClubRow>& rows);
void plan_members(Planner& planner, const sheet::Rows<sheet::MemberRow>& rows);
void plan_balances(Planner& planner, const sheet::Balances& balances);
void plan_claims(Planner& planner, const sheet::Rows<sheet::ClaimRow>& rows);
void plan_fund_years(Planner& planner, const sheet::Rows<sheet::FundYearRow>& rows);
void plan_units(Planner& planner, const sheet::Rows<sheet::UnitRow>& rows);

/// The map of that day has these units already, with these codes, names, kinds and parents.
[[nodiscard]] bool is_on_map(const core::territory::Territory& territory,
                             const std::vector<core::territory::ListedUnit>& units, core::Date day);

/// The units of Thanh Hóa if the store has no territory book, and the schemes if it has no
/// registry.
void found_province(Planner& planner);

}  // namespace lth::intake
