// Finds the row of headings in a sheet and which column holds what.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/columns.hpp"
#include "sheet/limits.hpp"
#include "sheet/workbook.hpp"

namespace lth::sheet {

/// Folded name of the sheet that stands beside the tables of a template.
inline constexpr std::string_view guide_name = "huong dan";

struct FoundColumn {
    const Column* column = nullptr;
    std::size_t at = 0;   // 0-based
    std::string heading;  // as it stands in the file
    int unit_power = 0;   // 6 for "(triệu đồng)", of columns of money
};

/// A heading that no column is known by.
struct UnknownColumn {
    std::string sheet;
    std::string column;  // "C"
    std::string heading;
};

struct Header {
    std::size_t first_row = 0;       // 0-based, of the headings
    std::size_t first_data_row = 0;  // after them, and after a row that numbers the columns
    std::vector<FoundColumn> columns;
    std::vector<UnknownColumn> unknown;
    std::vector<std::pair<FoundColumn, FoundColumn>> twice;  // two columns of one meaning
};

/// The sheet is named as the project's own tables of the kind are.
[[nodiscard]] bool bears_title(const Sheet& sheet, SheetKind kind);

/// The row with most known headings among the first `limits.header_rows`; headings may stand in two
/// rows, the upper one naming a group. nullopt: none has one.
[[nodiscard]] std::optional<Header> find_header(const Sheet& sheet, const Table& table,
                                                const Limits& limits);

/// What the table makes of headings that stand in that row (0-based), in it and the next, or in the
/// next; nullopt: it knows none.
[[nodiscard]] std::optional<Header> header_at(const Sheet& sheet, const Table& table,
                                              std::size_t row);

/// Columns that the table needs and the header lacks.
[[nodiscard]] std::vector<const Column*> missing_columns(const Header& header, const Table& table);

/// 6 for "triệu đồng", 3 for "nghìn đồng" or "1.000 đ", 9 for "tỷ đồng", else 0.
[[nodiscard]] int unit_power_in(std::string_view text);

}  // namespace lth::sheet
