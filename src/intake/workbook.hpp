// What the books hold of a unit as one workbook, in the tables that import reads: it can be
// looked through, corrected and handed in again; unchanged it makes no entry.
#pragma once

#include "core/result.hpp"
#include "intake/planner.hpp"

namespace lth::intake {

struct WorkbookQuestion {
    std::string unit;  // code or name on the map; empty: all
};

/// The bytes of the .xlsx, with hidden ids. Names of people are in it where they are known.
[[nodiscard]] core::Result<std::string> export_workbook(Planner& planner,
                                                        const WorkbookQuestion& question);

}  // namespace lth::intake
