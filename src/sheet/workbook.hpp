// A spreadsheet as values: sheets of rows of cells, free of the file it came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"

namespace lth::sheet {

enum class CellKind : std::uint8_t { empty, text, number, date, boolean, error };

/// What a cell holds. No floating point: a number is its exact decimal text.
struct Cell {
    CellKind kind = CellKind::empty;
    bool percent = false;  // a number that is shown times 100 with a % sign
    core::Date date;       // kind date
    /// text: as typed, in NFC · number: "-1234.5", no exponent, no trailing zeros · boolean: "TRUE"
    /// or "FALSE" · error: "#DIV/0!".
    std::string text;
};

/// A merged area, 0-based and inclusive; the value stands in its first cell.
struct Merge {
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_column = 0;
};

struct Sheet {
    std::string name;  // empty for a .csv
    bool hidden = false;
    std::vector<std::vector<Cell>> rows;  // rows[0] is row 1; no empty cells at the end of a row
    std::vector<Merge> merges;
};

/// Which day the serial number 1 stands for. A .csv counts from 1900.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

struct Workbook {
    std::vector<Sheet> sheets;
    DateSystem dates = DateSystem::from_1900;
};

/// The day of a serial number; nullopt outside 1900 … 2199, and for the 29 February 1900 that Excel
/// believes in.
[[nodiscard]] std::optional<core::Date> date_of_serial(std::int64_t serial, DateSystem system);

/// The cell as its reader sees it: "30/09/2020", "70%", "Tào Trụ".
[[nodiscard]] std::string shown(const Cell& cell);

/// "C12" from 0-based row and column.
[[nodiscard]] std::string cell_name(std::size_t row, std::size_t column);
/// "C" from a 0-based column.
[[nodiscard]] std::string column_name(std::size_t column);

}  // namespace lth::sheet
