// What a file looks like before it is read: its tables with their headings and first rows, and what
// its reader says about headings that are not known and rows that are one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sheet/columns.hpp"
#include "sheet/limits.hpp"
#include "sheet/rows.hpp"
#include "sheet/workbook.hpp"

namespace lth::sheet {

struct OutlineColumn {
    std::size_t at = 0;  // 0-based
    std::string heading;
    const Column* known = nullptr;
};

struct Outline {
    SheetKind kind = SheetKind::members;
    std::uint32_t sheet = 0;
    std::size_t first_row = 0;       // 0-based, of the headings
    std::size_t first_data_row = 0;  // likewise
    std::vector<OutlineColumn> columns;
};

/// The visible sheets that may hold a table of the kind. Where no heading is known, the row with
/// most words is taken for the headings.
[[nodiscard]] std::vector<Outline> outline(const Workbook& workbook, const ImportKind& kind,
                                           const Limits& limits = {});

/// A column whose heading nobody knows, and which one is meant.
struct MeantColumn {
    std::uint32_t sheet = 0;
    std::size_t at = 0;  // 0-based
    std::string column;  // its heading in templates
};

/// A row that is left out; of two that are one, the other takes over what only this one says.
struct DroppedRow {
    Origin row;
    std::optional<Origin> into = {};
};

/// A row that is about somebody or something known.
struct NamedRow {
    Origin row;
    std::string id;  // hidden
};

struct Mending {
    std::vector<MeantColumn> columns;
    std::vector<DroppedRow> rows;
    std::vector<NamedRow> ids = {};
};

/// The file as if it had been written so; rows keep their numbers.
void mend(Workbook& workbook, const ImportKind& kind, const Mending& mending,
          const Limits& limits = {});

}  // namespace lth::sheet
