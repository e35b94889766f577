// Tables to .xlsx: headings, widths and formats, lists to choose from, a frozen first row.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "core/date.hpp"
#include "core/money.hpp"
#include "core/result.hpp"

namespace lth::sheet {

/// A share in parts per million, shown as per cent.
struct SharePpm {
    std::int64_t ppm = 0;
};

/// A number that is a name and not grouped: a year.
struct Ungrouped {
    std::int64_t value = 0;
};

using OutCell = std::variant<std::monostate, std::string, std::int64_t, Ungrouped, core::Money,
                             core::Date, SharePpm>;

/// What an empty column is prepared for; filled cells are formatted by what they hold.
enum class ColumnFormat : std::uint8_t { general, text, number, date };

enum class Visibility : std::uint8_t { shown, hidden };

struct OutColumn {
    std::string heading;
    ColumnFormat format = ColumnFormat::general;
    double width = 14;  // in characters
    Visibility visibility = Visibility::shown;
    // Initialised, so that a designated list may leave them out without a warning.
    // NOLINTBEGIN(readability-redundant-member-init)
    std::vector<std::string> choices = {};  // offered in each cell; others are refused by Excel
    std::string hint = {};                  // shown beside the cell that is being filled
    // NOLINTEND(readability-redundant-member-init)
};

struct OutSheet {
    std::string name;  // cut to what Excel takes: 31 characters, none of []:*?/\ in it
    std::vector<OutColumn> columns;
    std::vector<std::vector<OutCell>> rows;
};

struct OutWorkbook {
    std::string title;
    core::Date issued_on;  // the same bytes for the same values: no clock is read
    std::vector<OutSheet> sheets;
};

/// The bytes of the file; a text above Excel's 32,767 characters is refused, trouble with temporary
/// files is an exception.
[[nodiscard]] core::Result<std::string> workbook_bytes(const OutWorkbook& workbook);

}  // namespace lth::sheet
