#include <algorithm>

#include "core/text.hpp"
#include "sheet/decimal.hpp"
#include "sheet/unicode.hpp"
#include "sheet/xlsx_parts.hpp"

namespace lth::sheet {
namespace {

/// 0-based row and column of "C12"; nullopt if it is no such name.
struct CellAddress {
    std::size_t row;
    std::size_t column;
};

std::optional<CellAddress> parse_address(std::string_view text) {
    std::size_t column = 0;
    std::size_t letters = 0;
    while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') {
        column = column * 26 + static_cast<std::size_t>(text[letters] - 'A' + 1);
        if (++letters > 3) return std::nullopt;
    }
    const auto row = number_in(text.substr(letters));
    if (letters == 0 || !row || *row == 0) return std::nullopt;
    return CellAddress{*row - 1, column - 1};
}

std::optional<Merge> parse_merge(std::string_view reference) {
    const auto colon = reference.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto first = parse_address(reference.substr(0, colon));
    const auto last = parse_address(reference.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) {
        return std::nullopt;
    }
    constexpr std::size_t end = 0xFFFFFFFF;
    return Merge{static_cast<std::uint32_t>(std::min(first->row, end)),
                 static_cast<std::uint32_t>(std::min(last->row, end)),
                 static_cast<std::uint32_t>(first->column),
                 static_cast<std::uint32_t>(last->column)};
}

Cell text_cell(std::string text) {
    Cell cell;
    if (!text.empty()) cell.kind = CellKind::text;
    cell.text = std::move(text);
    return cell;
}

Cell number_cell(std::string canonical, NumberMeaning meaning, DateSystem dates) {
    Cell cell;
    cell.kind = CellKind::number;
    cell.percent = meaning == NumberMeaning::percent;
    if (meaning == NumberMeaning::date) {
        // The time of day is the fraction; a time alone stays a number.
        const auto serial = number_in(std::string_view(canonical).substr(0, canonical.find('.')));
        const auto date = serial && *serial > 0
                              ? date_of_serial(static_cast<std::int64_t>(*serial), dates)
                              : std::nullopt;
        if (date) {
            cell.kind = CellKind::date;
            cell.date = *date;
            return cell;
        }
    }
    cell.text = std::move(canonical);
    return cell;
}

/// One worksheet element read into a builder.
class WorksheetReader {
public:
    WorksheetReader(const CellContext& context, SheetBuilder& builder)
        : context_(context), builder_(builder) {}

    std::optional<core::Rejection> read_rows(pugi::xml_node sheet_data) {
        std::size_t next_row = 0;
        for (const auto row : sheet_data.children()) {
            if (!is_named(row, "row")) continue;
            const auto number = attribute_named(row, "r");
            const auto given = number_in(number);
            if (!number.empty() && (!given || *given == 0)) return broken(next_row, 0);
            const std::size_t at = given ? *given - 1 : next_row;
            if (auto refused = read_row(row, at)) return refused;
            next_row = at + 1;
        }
        return std::nullopt;
    }

private:
    std::optional<core::Rejection> read_row(pugi::xml_node row, std::size_t row_at) {
        std::size_t next_column = 0;
        for (const auto node : row.children()) {
            if (!is_named(node, "c")) continue;
            std::size_t column = next_column;
            if (const auto name = attribute_named(node, "r"); !name.empty()) {
                const auto address = parse_address(name);
                if (!address) return broken(row_at, next_column);
                column = address->column;
            }
            next_column = column + 1;
            auto cell = read_cell(node);
            if (!cell) return broken(row_at, column);
            if (cell->kind == CellKind::empty) continue;
            if (!core::is_valid_utf8(cell->text)) return core::make_rejection("sheet.not_utf8");
            if (auto refused = builder_.put(row_at, column, std::move(*cell))) return refused;
        }
        return std::nullopt;
    }

    /// nullopt: broken.
    std::optional<Cell> read_cell(pugi::xml_node node) const {
        const auto type = attribute_named(node, "t");
        if (type == "inlineStr") {
            auto text = rich_text(child_named(node, "is"));
            if (!text) return std::nullopt;
            return text_cell(std::move(*text));
        }
        const std::string_view value = child_named(node, "v").text().get();
        if (value.empty()) return Cell{};
        if (type == "s") {
            const auto index = number_in(value);
            if (!index || *index >= context_.strings.size()) return std::nullopt;
            return text_cell(context_.strings[*index]);
        }
        if (type == "str") {
            if (!core::is_valid_utf8(value)) return std::nullopt;
            return text_cell(nfc(value));
        }
        Cell cell;
        if (type == "b") {
            cell.kind = CellKind::boolean;
            cell.text = value == "0" ? "FALSE" : "TRUE";
            return cell;
        }
        if (type == "e") {
            cell.kind = CellKind::error;
            cell.text = value;
            return cell;
        }
        if (type == "d") {
            const auto date = core::parse_date(value.substr(0, 10));
            if (!date) return text_cell(std::string(value));
            cell.kind = CellKind::date;
            cell.date = *date;
            return cell;
        }
        auto number = canonical_number(value);
        if (!number) return std::nullopt;
        return number_cell(std::move(*number), meaning_of(node), context_.dates);
    }

    NumberMeaning meaning_of(pugi::xml_node node) const {
        const auto style = number_in(attribute_named(node, "s"));
        const auto& meanings = context_.meanings;
        return style && *style < meanings.size() ? meanings[*style] : NumberMeaning::plain;
    }

    core::Rejection broken(std::size_t row, std::size_t column) const {
        return core::make_rejection(
            "sheet.broken_cell", {},
            {{"sheet", builder_.sheet.name}, {"cell", cell_name(row, column)}});
    }

    const CellContext& context_;
    SheetBuilder& builder_;
};

/// Cells below a merged area may hold leftovers that nobody sees; they go.
/// False: the areas are so large and many that looking at them would take too long.
bool clear_covered(Sheet& sheet, std::size_t visits_left) {
    for (const auto& merge : sheet.merges) {
        const std::size_t end =
            std::min<std::size_t>(merge.last_row + std::size_t{1}, sheet.rows.size());
        for (std::size_t row = merge.first_row; row < end; ++row) {
            auto& cells = sheet.rows[row];
            const std::size_t last =
                std::min<std::size_t>(merge.last_column + std::size_t{1}, cells.size());
            for (std::size_t column = merge.first_column; column < last; ++column) {
                if (visits_left-- == 0) return false;
                if (row != merge.first_row || column != merge.first_column) cells[column] = {};
            }
            if (visits_left-- == 0) return false;
        }
    }
    for (auto& cells : sheet.rows) {
        while (!cells.empty() && cells.back().kind == CellKind::empty) cells.pop_back();
    }
    while (!sheet.rows.empty() && sheet.rows.back().empty()) sheet.rows.pop_back();
    return true;
}

}  // namespace

std::optional<core::Rejection> parse_worksheet(pugi::xml_node worksheet, const CellContext& context,
                                               const Limits& limits, SheetBuilder& builder) {
    WorksheetReader reader(context, builder);
    if (auto refused = reader.read_rows(child_named(worksheet, "sheetData"))) return refused;
    for (const auto node : child_named(worksheet, "mergeCells").children()) {
        const auto merge = parse_merge(attribute_named(node, "ref"));
        if (merge) builder.sheet.merges.push_back(*merge);
    }
    if (builder.sheet.merges.empty()) return std::nullopt;
    if (!clear_covered(builder.sheet, limits.merge_visits)) {
        return core::make_rejection("sheet.too_many_cells", {},
                                    {{"limit", std::to_string(limits.cells)}});
    }
    return std::nullopt;
}

}  // namespace lth::sheet
