#include "sheet/outline.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "sheet/column_tables.hpp"
#include "sheet/find_table.hpp"
#include "sheet/unicode.hpp"
#include "sheet/values.hpp"

namespace lth::sheet {
namespace {

std::string text_at(const Sheet& sheet, std::size_t row, std::size_t at) {
    if (row >= sheet.rows.size() || at >= sheet.rows[row].size()) return {};
    const auto& cell = sheet.rows[row][at];
    return cell.kind == CellKind::text ? tidy(cell.text) : std::string();
}

/// The first row with most words: what it says are headings that nobody knows.
Outline guess(const Sheet& sheet, const Limits& limits) {
    Outline found;
    std::size_t most = 1;  // one text alone is a title
    for (std::size_t row = 0; row < std::min(limits.header_rows, sheet.rows.size()); ++row) {
        std::vector<OutlineColumn> columns;
        for (std::size_t at = 0; at < sheet.rows[row].size(); ++at) {
            auto heading = text_at(sheet, row, at);
            if (!heading.empty()) columns.push_back({at, std::move(heading), nullptr});
        }
        if (columns.size() <= most) continue;
        most = columns.size();
        found.first_row = row;
        found.first_data_row = row + 1;
        found.columns = std::move(columns);
    }
    return found;
}

std::size_t column_at(const std::string& name) {
    std::size_t at = 0;
    for (const char letter : name) at = at * 26 + static_cast<std::size_t>(letter - 'A') + 1;
    return at - 1;
}

Outline outline_of(const Header& header) {
    Outline found{
        .first_row = header.first_row, .first_data_row = header.first_data_row, .columns = {}};
    for (const auto& column : header.columns) {
        found.columns.push_back({column.at, column.heading, column.column});
    }
    for (const auto& [first, second] : header.twice) {
        found.columns.push_back({second.at, second.heading, second.column});
    }
    for (const auto& unknown : header.unknown) {
        found.columns.push_back({column_at(unknown.column), unknown.heading, nullptr});
    }
    std::ranges::sort(found.columns, {}, &OutlineColumn::at);
    return found;
}

struct Guessed {
    Outline outline;
    bool whole = false;  // it has all that its table needs
    Elsewhere place = Elsewhere::no;
};

/// By its title, else the table that knows most of its headings.
Guessed best_of(const Sheet& sheet, std::span<const SheetKind> kinds, const Limits& limits) {
    std::optional<Header> best;
    SheetKind of = kinds.front();
    for (const auto kind : kinds) {
        auto header = find_header(sheet, table_of(kind), limits);
        const bool better = header && (!best || header->columns.size() > best->columns.size());
        if (bears_title(sheet, kind)) of = kind;
        if (better || (header && bears_title(sheet, kind))) {
            best = std::move(header);
            of = kind;
        }
        if (bears_title(sheet, kind)) break;
    }
    Guessed found{.outline = best ? outline_of(*best) : guess(sheet, limits)};
    found.outline.kind = of;
    if (!best) return found;
    const Table& table = table_of(of);
    found.whole = missing_columns(*best, table).empty();
    found.place = elsewhere({.sheet = &sheet, .table = &table, .header = *best}, kinds, limits);
    return found;
}

/// What stood in merged cells from this row on stands in the next one: the others keep it.
void leave_merges(Sheet& sheet, std::size_t row) {
    for (auto& merge : sheet.merges) {
        if (merge.first_row != row || merge.last_row == row) continue;
        const auto at = merge.first_column;
        ++merge.first_row;
        if (at >= sheet.rows[row].size() || merge.first_row >= sheet.rows.size()) continue;
        auto& next = sheet.rows[merge.first_row];
        if (next.size() <= at) next.resize(at + 1);
        next[at] = sheet.rows[row][at];
    }
}

bool is_there(const Workbook& workbook, Origin at) {
    return at.sheet < workbook.sheets.size() && at.row > 0 &&
           at.row <= workbook.sheets[at.sheet].rows.size();
}

void drop(Workbook& workbook, const DroppedRow& dropped) {
    if (!is_there(workbook, dropped.row)) return;
    auto& sheet = workbook.sheets[dropped.row.sheet];
    auto& cells = sheet.rows[dropped.row.row - 1];
    if (dropped.into && is_there(workbook, *dropped.into) && *dropped.into != dropped.row) {
        auto& kept = workbook.sheets[dropped.into->sheet].rows[dropped.into->row - 1];
        if (kept.size() < cells.size()) kept.resize(cells.size());
        for (std::size_t at = 0; at < cells.size(); ++at) {
            if (is_blank(kept[at])) kept[at] = cells[at];
        }
    }
    leave_merges(sheet, dropped.row.row - 1);
    cells.clear();
}

/// Known by its first words; the unit of money that the old heading names still counts.
std::string renamed(const Column& column, std::string heading) {
    std::ranges::replace_if(heading, [](char c) { return c == '(' || c == ')'; }, ' ');
    return std::string(column.heading) + " (" + heading + ")";
}

void rename(Sheet& sheet, const Outline& found, const MeantColumn& meant) {
    const auto& columns = table_of(found.kind).columns;
    const auto column = std::ranges::find(columns, meant.column, &Column::heading);
    const auto there = std::ranges::find(found.columns, meant.at, &OutlineColumn::at);
    if (column == columns.end() || there == found.columns.end()) return;
    if (there->known != nullptr) return;
    // From below: a heading that nobody knows is what stands under its group.
    for (auto row = std::min(found.first_data_row, sheet.rows.size()); row > found.first_row;
         --row) {
        if (text_at(sheet, row - 1, meant.at) != there->heading) continue;
        sheet.rows[row - 1][meant.at].text = renamed(*column, there->heading);
        return;
    }
}

void put(Sheet& sheet, std::size_t row, std::size_t at, std::string_view text) {
    auto& cells = sheet.rows[row];
    if (cells.size() <= at) cells.resize(at + 1);
    cells[at] = {};
    cells[at].kind = CellKind::text;
    cells[at].text = text;
}

/// Writes the ids where the table has them, else into a column of their own behind all others.
void name_rows(Workbook& workbook, const Outline& found, std::span<const NamedRow> ids) {
    auto& sheet = workbook.sheets[found.sheet];
    const auto is_id = [](const OutlineColumn& column) {
        return column.known != nullptr && column.known->id == ColumnId::id;
    };
    const auto held = std::ranges::find_if(found.columns, is_id);
    std::optional<std::size_t> at;
    if (held != found.columns.end()) at = held->at;
    for (const auto& [row, id] : ids) {
        if (row.sheet != found.sheet || !is_there(workbook, row)) continue;
        if (row.row <= found.first_data_row || found.first_data_row == 0) continue;
        if (!at) {
            at = 0;
            for (const auto& cells : sheet.rows) at = std::max(*at, cells.size());
            put(sheet, found.first_data_row - 1, *at, id_column.heading);
        }
        put(sheet, row.row - 1, *at, id);
    }
}

}  // namespace

std::vector<Outline> outline(const Workbook& workbook, const ImportKind& kind,
                             const Limits& limits) {
    const auto is_titled = [&](const Sheet& sheet) {
        return std::ranges::any_of(kind.sheets,
                                   [&](SheetKind one) { return bears_title(sheet, one); });
    };
    const auto counts = [&](const Sheet& sheet) {
        return !sheet.hidden && core::fold_words(sheet.name) != guide_name;
    };
    const bool titled = std::ranges::any_of(
        workbook.sheets, [&](const Sheet& sheet) { return counts(sheet) && is_titled(sheet); });
    std::vector<Guessed> guessed;
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        const auto& sheet = workbook.sheets[i];
        if (!counts(sheet) || (titled && !is_titled(sheet))) continue;
        auto one = best_of(sheet, kind.sheets, limits);
        if (one.outline.columns.empty() || one.place == Elsewhere::named) continue;
        one.outline.sheet = static_cast<std::uint32_t>(i);
        guessed.push_back(std::move(one));
    }
    // As find_tables: where one sheet is such a table, those that fit another better are not.
    const bool any = std::ranges::any_of(
        guessed, [](const Guessed& one) { return one.whole && one.place == Elsewhere::no; });
    std::vector<Outline> found;
    for (auto& one : guessed) {
        if (!any || !one.whole || one.place == Elsewhere::no)
            found.push_back(std::move(one.outline));
    }
    return found;
}

void mend(Workbook& workbook, const ImportKind& kind, const Mending& mending,
          const Limits& limits) {
    if (!mending.columns.empty()) {
        for (const auto& found : outline(workbook, kind, limits)) {
            for (const auto& meant : mending.columns) {
                if (meant.sheet == found.sheet) rename(workbook.sheets[found.sheet], found, meant);
            }
        }
    }
    if (!mending.ids.empty()) {
        for (const auto& found : outline(workbook, kind, limits)) {
            name_rows(workbook, found, mending.ids);
        }
    }
    for (const auto& dropped : mending.rows) drop(workbook, dropped);
}

}  // namespace lth::sheet
