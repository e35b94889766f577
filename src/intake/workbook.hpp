// What the books hold of a unit as one workbook, in the tables that import reads: it can be
// looked through, corrected and handed in again; unchanged it makes no entry.
#pragma once

#include <functional>

#include "app/roles.hpp"
#include "core/result.hpp"
#include "intake/planner.hpp"

namespace lth::intake {

struct WorkbookQuestion {
    std::string unit = {};  // code or name on the map; empty: all
    // The private parts of a book that its reader may have; nothing: the book is left out, and
    // without names so are the lists of people and of what they own and owe. Absent: everything.
    std::function<std::optional<app::PartClasses>(const core::BookId& book)> sight = {};
};

struct TakenOut {
    std::string bytes;                // of the .xlsx
    std::vector<core::BookId> named;  // whose people are in it
};

/// With hidden ids. Names of people are in it where they are known; a last sheet says what is left
/// out and why. Rules question.unit.*, import.workbook_empty.
[[nodiscard]] core::Result<TakenOut> export_workbook(Planner& planner,
                                                     const WorkbookQuestion& question);

}  // namespace lth::intake
