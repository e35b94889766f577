// A reform of the map: from a table of successions and the list of units after it to one operation,
// what stays undecided, and the certificate that nothing was lost or counted twice.
#pragma once

#include "core/territory/unit_list.hpp"

namespace lth::core::territory {

/// A row of the table of successions. `share`: "toàn bộ"/"whole" or "một phần"/"part"; empty:
/// whole.
struct SuccessionRow {
    std::int32_t row = 0;
    std::string old_code;
    std::string old_name;  // may be empty; else compared with the map
    std::string new_code;
    std::string new_name;
    std::string share;
    std::uint32_t sheet = 0;  // of the file
};

struct ReformTerms {
    Date effective;
    Date on;  // the business date of the operation
    PublicText legal_basis;
    Evidence evidence = Evidence::law;
};

struct ReformPlan {
    std::vector<TerritoryOp> ops;    // one; empty if there are errors or nothing changes
    std::vector<Rejection> errors;   // the list or the table cannot be understood
    std::vector<Rejection> skipped;  // rows left out: they name units that are not known
    std::vector<Rejection> notes;    // names that differ, units whose end nobody explains
    std::vector<OpenDecision> decisions;
    TerritoryView before;  // the day before
    TerritoryView after;   // the day itself; as `before` if there are errors
};

/// Rules on rows have row and sheet among their facts, and the cell as their field.
/// A unit keeps its id if it alone goes whole into the one with its code, kind and name; every
/// other unit of the new list is new, and every unit that is not in it ends.
[[nodiscard]] ReformPlan plan_reform(const Territory& territory,
                                     const std::vector<SuccessionRow>& successions,
                                     const std::vector<ListedUnit>& units,
                                     const ReformTerms& terms);

/// What the books hold in one unit itself (not in the units below it).
struct UnitTotals {
    std::int64_t clubs = 0;
    std::int64_t members = 0;
    Money capital;
    Money loans;
    Money care_funds;

    UnitTotals& operator+=(const UnitTotals& other);
    friend bool operator==(const UnitTotals&, const UnitTotals&) = default;
};

/// A unit of the new map made of whole units only: its figures must be the sum of theirs.
struct CertificateLine {
    UnitId unit;
    std::string code;
    std::string name;
    UnitTotals before;
    UnitTotals after;
    bool by_villages = false;  // parts joined it or left it: only the sum of all can be compared

    [[nodiscard]] bool conserved() const { return by_villages || before == after; }
};

struct Certificate {
    UnitTotals before;
    UnitTotals after;
    std::vector<CertificateLine> lines;  // live communes of the new map, in preorder

    [[nodiscard]] bool conserved() const;
};

/// `before` and `after` have one element for each node of the view, facts counted once each.
[[nodiscard]] Certificate certify(const ReformPlan& plan, std::span<const UnitTotals> before,
                                  std::span<const UnitTotals> after);

}  // namespace lth::core::territory
