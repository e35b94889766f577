#include "sheet/sheet_builder.hpp"

#include <string>
#include <utility>

namespace lth::sheet {

std::optional<core::Rejection> SheetBuilder::put(std::size_t row, std::size_t column, Cell cell) {
    if (cell.kind == CellKind::empty) return std::nullopt;
    if (row >= limits_.rows) return refused("sheet.too_many_rows", limits_.rows);
    if (column >= limits_.columns) return refused("sheet.too_many_columns", limits_.columns);
    if (cell.text.size() > budget_.text_bytes) {
        return refused("sheet.too_large", limits_.text_bytes / mebibyte);
    }
    budget_.text_bytes -= cell.text.size();
    if (row >= sheet.rows.size()) sheet.rows.resize(row + 1);
    auto& cells = sheet.rows[row];
    if (column >= cells.size()) {
        const std::size_t grown = column + 1 - cells.size();
        if (grown > budget_.cells) return refused("sheet.too_many_cells", limits_.cells);
        budget_.cells -= grown;
        cells.resize(column + 1);
    }
    cells[column] = std::move(cell);
    return std::nullopt;
}

core::Rejection SheetBuilder::refused(core::RuleRef rule, std::size_t limit) const {
    const std::string name = sheet.name.empty() ? "CSV" : sheet.name;
    return core::make_rejection(rule, {}, {{"sheet", name}, {"limit", std::to_string(limit)}});
}

}  // namespace lth::sheet
