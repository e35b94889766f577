// Bytes of a spreadsheet to values: .xlsx and .csv, told apart by their content.
#pragma once

#include <string_view>

#include "core/result.hpp"
#include "sheet/limits.hpp"
#include "sheet/workbook.hpp"

namespace lth::sheet {

/// The whole file in memory. A file that cannot be read is one rejection, never a crash.
[[nodiscard]] core::Result<Workbook> read_workbook(std::string_view bytes,
                                                   const Limits& limits = {});

/// UTF-8 with or without its mark, or UTF-16 with it; comma, semicolon or tab, found by what the
/// first rows have in common, or named by Excel's first line "sep=;"; line ends CRLF, LF or CR.
/// All cells are text.
[[nodiscard]] core::Result<Workbook> read_csv(std::string_view bytes, const Limits& limits = {});

/// Values as last computed; formulas themselves are not read.
[[nodiscard]] core::Result<Workbook> read_xlsx(std::string_view bytes, const Limits& limits = {});

}  // namespace lth::sheet
