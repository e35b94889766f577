// The tables of columns.hpp written out: empty forms to fill in, and rows for a workbook that comes
// back.
#pragma once

#include <span>
#include <string>

#include "core/result.hpp"
#include "sheet/columns.hpp"
#include "sheet/rows.hpp"
#include "sheet/write.hpp"

namespace lth::sheet {

/// The form of `import KIND`: an empty sheet for each table, and a guide with an example row and a
/// line on each column. What is filled in reads back by the parse functions.
[[nodiscard]] core::Result<std::string> template_bytes(const ImportKind& kind);

/// An empty sheet with the columns of a form behind a hidden first column "id".
[[nodiscard]] OutSheet empty_sheet(SheetKind kind);

// Rows as a sheet with a hidden first column of ids; reading it gives equal rows.

[[nodiscard]] OutSheet to_sheet(std::span<const RegisterRow> rows);
[[nodiscard]] OutSheet to_sheet(std::span<const ClubRow> rows);
[[nodiscard]] OutSheet to_sheet(std::span<const MemberRow> rows);
[[nodiscard]] OutSheet to_sheet(std::span<const FundsRow> rows);
[[nodiscard]] OutSheet to_sheet(std::span<const CapitalRow> rows);
[[nodiscard]] OutSheet to_sheet(std::span<const LoanRow> rows);
[[nodiscard]] OutSheet to_sheet(std::span<const RulesRow> rows);
[[nodiscard]] OutSheet to_sheet(std::span<const ClaimRow> rows);
[[nodiscard]] OutSheet to_sheet(std::span<const FundYearRow> rows);

}  // namespace lth::sheet
