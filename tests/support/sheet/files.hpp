// Spreadsheet files made in memory for tests: archives of given parts, workbooks of given XML.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.hpp"
#include "sheet/workbook.hpp"

namespace lth::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip archive of the parts in that order, compressed.
[[nodiscard]] std::string make_zip(const Parts& parts);

/// The parts of a small workbook with one sheet "Trang 1"; `sheet` is what stands in <worksheet>,
/// `strings` in <sst>, `styles` in <styleSheet>.
struct RawXlsx {
    std::string sheet;
    std::string strings = {};
    std::string styles = {};
    std::string workbook_properties = {};
    std::string sheets = R"(<sheet name="Trang 1" sheetId="1" r:id="rId1"/>)";
};
[[nodiscard]] Parts xlsx_parts(const RawXlsx& raw);
[[nodiscard]] std::string make_xlsx(const RawXlsx& raw);

/// <sheetData> around rows.
[[nodiscard]] std::string sheet_data(std::string_view rows);

/// A workbook of text cells, one sheet.
using TextRows = std::vector<std::vector<std::string>>;
[[nodiscard]] sheet::Workbook text_workbook(const TextRows& rows, std::string name = "Trang 1");

/// What all cells show, with bars between them and a line for each row.
[[nodiscard]] std::string shown_rows(const sheet::Sheet& sheet);

/// The rule's id, or "" if the result holds a value.
template <class T>
[[nodiscard]] std::string rule_of(const core::Result<T>& result) {
    return result ? std::string{} : std::string(result.error().rule.id());
}

}  // namespace lth::test
