// Which sheets of a workbook hold a table, and which of their rows are data.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sheet/row_reader.hpp"

namespace lth::sheet {

struct FoundTables {
    std::vector<FoundTable> tables;
    std::vector<std::string> ignored_sheets;
};

enum class Presence : std::uint8_t { required, optional };

/// Whether a sheet in which a table was found is rather another of ours.
enum class Elsewhere : std::uint8_t {
    no,
    better,  // another has all that it needs and knows more of the headings
    named    // and the sheet bears its title
};

/// Tables of `kinds` are no others, nor is a register beside a list of clubs. A sheet that lacks
/// what its table needs is another only if our own export wrote it.
[[nodiscard]] Elsewhere elsewhere(const FoundTable& found, std::span<const SheetKind> kinds,
                                  const Limits& limits);

/// Sheets that have all columns the table needs and are no other table of ours: not by their title,
/// and where one sheet is this table, not by their headings either. `siblings` are the tables of
/// one import: a sheet that bears the title of one of them is taken for it only. Errors are added
/// for columns that are missing or doubled, and where a required table is nowhere.
[[nodiscard]] FoundTables find_tables(const Workbook& workbook, SheetKind kind,
                                      std::span<const SheetKind> siblings, const Limits& limits,
                                      ErrorList& errors, Presence presence);

/// The rows of a table that are data (0-based); the others are blank or added to `skipped`.
[[nodiscard]] std::vector<std::size_t> data_rows(const FoundTable& found,
                                                 std::vector<SkippedRow>& skipped);

}  // namespace lth::sheet
