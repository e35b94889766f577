// Fills an Excel template (.xlsx): placeholders in cells, rows that repeat.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "report/limits.hpp"
#include "report/values.hpp"

namespace lth::report {

/// A cell that is {{name}} becomes a number where the field is one, in the style of the cell; other
/// text stays text. A row with {{list.field}} repeats for each item (none: it stays, blank), and
/// what names rows moves: the rows below, merged cells, formulas, filters, print areas and titles.
/// Cells of one format keep it; formats inside the text of a filled cell are lost.
/// The same template and values give the same bytes. Rules report.*
[[nodiscard]] core::Result<std::string> fill_xlsx(std::string_view bytes, const Values& values,
                                                  const Limits& limits = {});

}  // namespace lth::report
