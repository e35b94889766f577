#include "sheet/find_table.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "sheet/header.hpp"
#include "sheet/unicode.hpp"

namespace lth::sheet {
namespace {

/// "Tên câu lạc bộ, Xã, phường, thị trấn": what a table must have.
std::string needed_headings(const Table& table) {
    std::string headings;
    for (const auto& column : table.columns) {
        if (column.need == Need::optional) continue;
        if (!headings.empty()) headings += " · ";
        headings += column.heading;
    }
    return headings;
}

void add_column_errors(const FoundTable& found, ErrorList& errors) {
    const auto add = [&](core::Rejection rejection, std::string_view heading) {
        auto error = error_on_file(std::move(rejection));
        error.sheet = found.sheet->name;
        error.row = found.header.first_row + 1;
        error.column = std::string(heading);
        errors.add(std::move(error));
    };
    for (const auto* column : missing_columns(found.header, *found.table)) {
        add(core::make_rejection(
                "sheet.missing_column", {},
                {{"sheet", found.sheet->name}, {"column", std::string(column->heading)}}),
            column->heading);
    }
    for (const auto& [first, second] : found.header.twice) {
        add(core::make_rejection("sheet.column_twice", {},
                                 {{"sheet", found.sheet->name},
                                  {"first", column_name(first.at)},
                                  {"second", column_name(second.at)},
                                  {"column", std::string(first.column->heading)}}),
            first.heading);
    }
}

/// The incomplete table that comes closest, for an error that helps.
const FoundTable* closest(const std::vector<FoundTable>& incomplete) {
    const auto most = std::ranges::max_element(
        incomplete, {}, [](const FoundTable& found) { return found.header.columns.size(); });
    constexpr std::size_t least_columns = 2;  // one heading may be there by chance
    const bool close = most != incomplete.end() && most->header.columns.size() >= least_columns;
    return close ? &*most : nullptr;
}

/// Both have a row for each club.
bool are_akin(SheetKind one, SheetKind other) {
    const auto has_clubs = [](SheetKind kind) {
        return kind == SheetKind::club_register || kind == SheetKind::clubs;
    };
    return one == other || (has_clubs(one) && has_clubs(other));
}

/// How many of the headings a table knows; 0 if it lacks one that it needs.
std::size_t columns_known(const std::optional<Header>& header, const Table& table) {
    return header && missing_columns(*header, table).empty() ? header->columns.size() : 0;
}

/// As the project's own exports do.
bool names_rows(const std::optional<Header>& header) {
    return header && std::ranges::any_of(header->columns, [](const FoundColumn& one) {
               return one.column->id == ColumnId::id;
           });
}

/// Where a sheet is this table, those that fit another better are left to it.
void leave_to_others(FoundTables& found, std::span<const Elsewhere> places) {
    if (std::ranges::count(places, Elsewhere::no) == 0) return;
    std::vector<FoundTable> kept;
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto& table = found.tables[i];
        if (places[i] == Elsewhere::no) {
            kept.push_back(std::move(table));
        } else {
            found.ignored_sheets.push_back(table.sheet->name);
        }
    }
    found.tables = std::move(kept);
}

bool holds_figure(const Cell& cell) {
    if (cell.kind == CellKind::number || cell.kind == CellKind::date) return true;
    const std::string text = tidy(cell.text);
    return cell.kind == CellKind::text && !text.empty() && text.front() >= '0' &&
           text.front() <= '9';
}

/// Tells data from what else stands in tables made for print.
class RowSorter {
public:
    explicit RowSorter(const FoundTable& found) : found_(found), rows_(found.sheet->rows) {}

    enum class RowKind : std::uint8_t { data, blank, sum, other };

    RowKind kind_of(std::size_t row) const {
        std::size_t filled = 0;
        std::size_t like_heading = 0;
        std::size_t figures = 0;
        const Column* only = nullptr;
        for (const auto& column : found_.header.columns) {
            const Cell* cell = cell_at(row, column.at);
            if (cell == nullptr || is_blank(*cell)) continue;
            ++filled;
            only = column.column;
            if (holds_figure(*cell)) ++figures;
            if (cell->kind == CellKind::text && tidy(cell->text) == column.heading) ++like_heading;
        }
        const Cell* first = first_filled(row);
        if (first == nullptr) return RowKind::blank;
        if (filled == 0)
            return first->kind == CellKind::text && !holds_figure(*first)
                       ? RowKind::other
                       : RowKind::blank;  // numbered in advance
        if (is_sum(*first)) return RowKind::sum;
        if (like_heading >= 2) return RowKind::other;  // printed anew on each page
        if (filled == 1 && figures == 0 && is_group_heading(*only, *first, row)) {
            return RowKind::other;
        }
        return RowKind::data;
    }

    /// Whether every cell that must not be empty is filled.
    bool complete(std::size_t row) const {
        return std::ranges::all_of(found_.header.columns, [&](const FoundColumn& column) {
            const Cell* cell = cell_at(row, column.at);
            return column.column->need != Need::cell || column.column->fill == Fill::down ||
                   (cell != nullptr && !is_blank(*cell));
        });
    }

    /// Signatures and notes under the table: few words and no figures.
    bool like_footer(std::size_t row) const {
        constexpr std::size_t most_texts = 2;
        std::size_t filled = 0;
        for (const auto& cell : rows_[row]) {
            if (is_blank(cell)) continue;
            if (holds_figure(cell)) return false;
            ++filled;
        }
        return filled <= most_texts;
    }

    SkippedRow skipped(std::size_t row) const {
        const Cell* first = first_filled(row);
        return {{found_.sheet_index, static_cast<std::uint32_t>(row + 1)},
                first == nullptr ? std::string{} : tidy(shown(*first))};
    }

private:
    const Cell* cell_at(std::size_t row, std::size_t column) const {
        return column < rows_[row].size() ? &rows_[row][column] : nullptr;
    }

    const Cell* first_filled(std::size_t row) const {
        const auto first =
            std::ranges::find_if(rows_[row], [](const Cell& cell) { return !is_blank(cell); });
        return first == rows_[row].end() ? nullptr : &*first;
    }

    /// Whole words only: Tống and Tòng are family names.
    static bool is_sum(const Cell& cell) {
        constexpr std::array words = {"tong",      "cong",  "tong cong", "tong so",
                                      "toan tinh", "total", "cong tong", "tong cong toan tinh"};
        if (cell.kind != CellKind::text) return false;
        return std::ranges::find(words, core::fold_words(cell.text)) != words.end();
    }

    /// "I | Huyện Mường Lát" between the clubs of districts, or a name of a group alone in its row.
    bool is_group_heading(const Column& only, const Cell& first, std::size_t row) const {
        if (only.fill == Fill::down) return true;
        if (only.id != ColumnId::name || found_.table->kind == SheetKind::members) return false;
        const auto& column = *std::ranges::find(found_.header.columns, &only, &FoundColumn::column);
        const Cell* name = cell_at(row, column.at);
        constexpr std::array kinds = {"huyen ",  "thanh pho ", "thi xa ", "xa ",
                                      "phuong ", "tinh ",      "cum ",    "thi tran "};
        const std::string words = core::fold_words(name == nullptr ? first.text : name->text);
        return std::ranges::any_of(kinds,
                                   [&](std::string_view kind) { return words.starts_with(kind); });
    }

    const FoundTable& found_;
    const std::vector<std::vector<Cell>>& rows_;
};

}  // namespace

Elsewhere elsewhere(const FoundTable& found, std::span<const SheetKind> kinds,
                    const Limits& limits) {
    const Sheet& sheet = *found.sheet;
    std::size_t own = columns_known(found.header, *found.table);
    std::size_t others = 0;
    std::size_t named = 0;  // by the table whose title the sheet bears
    for (const auto& import : import_kinds()) {
        for (const SheetKind kind : import.sheets) {
            const Table& table = table_of(kind);
            const bool titled = bears_title(sheet, kind);
            const bool asked =
                std::ranges::any_of(kinds, [&](SheetKind one) { return are_akin(one, kind); });
            if (asked && titled) return Elsewhere::no;
            if (own == 0 && !titled) continue;
            const auto header = titled ? find_header(sheet, table, limits)
                                       : header_at(sheet, table, found.header.first_row);
            // Headings that nobody knows may yet be explained, but not those that we wrote.
            if (own == 0 && !names_rows(header)) continue;
            auto& most = asked ? own : titled ? named : others;
            most = std::max(most, columns_known(header, table));
        }
    }
    if (named > own) return Elsewhere::named;
    return others > own ? Elsewhere::better : Elsewhere::no;
}

FoundTables find_tables(const Workbook& workbook, SheetKind kind,
                        std::span<const SheetKind> siblings, const Limits& limits,
                        ErrorList& errors, Presence presence) {
    const Table& table = table_of(kind);
    FoundTables found;
    std::vector<Elsewhere> places;  // of the tables
    std::vector<FoundTable> incomplete;
    // In a workbook with a sheet named like the table, the others hold other tables.
    const bool named = std::ranges::any_of(workbook.sheets, [&](const Sheet& sheet) {
        return !sheet.hidden && bears_title(sheet, kind);
    });
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        const Sheet& sheet = workbook.sheets[i];
        if (sheet.hidden || core::fold_words(sheet.name) == guide_name) continue;
        const bool named_otherwise = std::ranges::any_of(siblings, [&](SheetKind sibling) {
            return sibling != kind && bears_title(sheet, sibling);
        });
        if (named_otherwise || (named && !bears_title(sheet, kind))) continue;
        auto header = find_header(sheet, table, limits);
        if (!header) {
            if (!sheet.rows.empty()) found.ignored_sheets.push_back(sheet.name);
            continue;
        }
        FoundTable candidate{static_cast<std::uint32_t>(i), &sheet, &table, std::move(*header)};
        const auto place = elsewhere(candidate, siblings, limits);
        const bool complete = missing_columns(candidate.header, table).empty();
        if (place != Elsewhere::named && (complete || bears_title(sheet, kind))) {
            places.push_back(place);
            found.tables.push_back(std::move(candidate));
        } else {
            found.ignored_sheets.push_back(sheet.name);
            if (place != Elsewhere::named) incomplete.push_back(std::move(candidate));
        }
    }
    leave_to_others(found, places);
    for (const auto& one : found.tables) add_column_errors(one, errors);
    if (!found.tables.empty() || presence == Presence::optional) return found;
    if (const auto* nearest = closest(incomplete)) {
        add_column_errors(*nearest, errors);
    } else {
        errors.add(
            error_on_file(core::make_rejection("sheet.no_table", {},
                                               {{"kind", std::string(table.title)},
                                                {"limit", std::to_string(limits.header_rows)},
                                                {"columns", needed_headings(table)}})));
    }
    return found;
}

std::vector<std::size_t> data_rows(const FoundTable& found, std::vector<SkippedRow>& skipped) {
    const RowSorter sorter(found);
    std::vector<std::size_t> rows;
    std::size_t complete_rows = 0;  // how many of `rows` up to the last that is surely data
    bool below_sum = false;
    for (std::size_t row = found.header.first_data_row; row < found.sheet->rows.size(); ++row) {
        const auto kind = sorter.kind_of(row);
        if (kind == RowSorter::RowKind::blank) continue;
        if (kind == RowSorter::RowKind::data) {
            rows.push_back(row);
            const bool signature = below_sum && sorter.like_footer(row);
            if (signature || !sorter.complete(row)) continue;
            complete_rows = rows.size();
            below_sum = false;
        } else {
            skipped.push_back(sorter.skipped(row));
            below_sum = below_sum || kind == RowSorter::RowKind::sum;
        }
    }
    while (rows.size() > complete_rows && sorter.like_footer(rows.back())) {
        skipped.push_back(sorter.skipped(rows.back()));
        rows.pop_back();
    }
    std::ranges::sort(skipped, {}, &SkippedRow::at);
    return rows;
}

}  // namespace lth::sheet
