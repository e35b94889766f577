#include <algorithm>

#include "intake/desk_kept.hpp"

namespace lth::intake {
namespace {

constexpr std::size_t longest_cell = 80;  // characters of a cell that is shown

std::string shortened(std::string text) {
    if (text.size() <= longest_cell) return text;
    auto end = longest_cell;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

ShownRow row_of(const sheet::Sheet& sheet, std::size_t row, const sheet::Outline& table,
                std::size_t most) {
    ShownRow shown{.row = row + 1, .cells = {}};
    for (const auto& column : table.columns) {
        if (shown.cells.size() == most) break;
        const auto& cells = sheet.rows[row];
        shown.cells.push_back(column.at < cells.size() ? shortened(sheet::shown(cells[column.at]))
                                                       : std::string());
    }
    return shown;
}

bool is_filled(const ShownRow& row) {
    return std::ranges::any_of(row.cells, [](const std::string& cell) { return !cell.empty(); });
}

const sheet::Outline* table_on(std::span<const sheet::Outline> tables, std::uint32_t sheet) {
    const auto found = std::ranges::find(tables, sheet, &sheet::Outline::sheet);
    return found == tables.end() ? nullptr : &*found;
}

ShownSheet shown_sheet(const sheet::Workbook& workbook, const sheet::Outline& table,
                       const DeskLimits& limits) {
    const auto& sheet = workbook.sheets[table.sheet];
    ShownSheet shown{.sheet = table.sheet,
                     .name = sheet.name,
                     .columns = {},
                     .may_be = {},
                     .rows = {},
                     .whole = table.kind == sheet::SheetKind::units};
    for (const auto& column : table.columns) {
        if (shown.columns.size() == limits.columns) break;
        shown.columns.push_back(
            {.at = column.at,
             .letter = sheet::column_name(column.at),
             .heading = shortened(column.heading),
             .known = std::string(column.known == nullptr ? "" : column.known->heading)});
    }
    for (const auto& column : sheet::table_of(table.kind).columns) {
        if (column.id == sheet::ColumnId::id) continue;
        shown.may_be.push_back({.heading = std::string(column.heading),
                                .needed = column.need != sheet::Need::optional});
    }
    for (auto row = table.first_data_row; row < sheet.rows.size(); ++row) {
        if (shown.rows.size() == limits.first_rows) break;
        auto one = row_of(sheet, row, table, limits.columns);
        if (is_filled(one)) shown.rows.push_back(std::move(one));
    }
    return shown;
}

void show_same(const Note& note, const sheet::Workbook& workbook,
               std::span<const sheet::Outline> tables, const DeskLimits& limits,
               PreviewView& view) {
    if (note.rows.size() + note.held.size() < 2 || view.same.size() == limits.same) return;
    const auto* table = table_on(tables, note.rows.front().sheet);
    if (table == nullptr) return;
    ShownSame same{.sheet = table->sheet, .names = {}, .rows = {}, .held = {}};
    for (const auto& [name, value] : note.what.facts) {
        if (name == "names" || name == "name") same.names = value;
    }
    for (const auto& [id, text] : note.held) same.held.push_back({.id = id, .text = text});
    for (const auto& at : note.rows) {
        if (at.sheet != table->sheet) continue;
        same.rows.push_back(row_of(workbook.sheets[at.sheet], at.row - 1, *table, limits.columns));
    }
    view.same.push_back(std::move(same));
}

}  // namespace

Said said(std::string sheet, std::size_t row, const core::Rejection& what) {
    Said said{.sheet = std::move(sheet),
              .row = row,
              .column = {},
              .found = {},
              .rule = std::string(what.rule.id()),
              .vi = message(what, core::Language::vi),
              .en = message(what, core::Language::en)};
    for (const auto& [name, value] : what.facts) said.facts.push_back({name, value});
    return said;
}

void show_sheets(const sheet::Workbook& workbook, std::span<const sheet::Outline> tables,
                 const DeskLimits& limits, PreviewView& view) {
    for (const auto& table : tables) {
        if (view.sheets.size() == limits.sheets) break;
        view.sheets.push_back(shown_sheet(workbook, table, limits));
    }
}

void show_plan(const Plan& plan, const sheet::Workbook& workbook,
               std::span<const sheet::Outline> tables, const DeskLimits& limits,
               PreviewView& view) {
    view.job = to_text(plan.job);
    view.rows = plan.rows;
    view.unchanged = plan.unchanged;
    view.opened = plan.opened;
    view.entries = plan.entries.size();
    for (const auto& planned : plan.entries) view.operations += planned.operations;
    view.error_count = plan.errors.size();
    view.note_count = plan.notes.size();
    for (const auto& error : plan.errors) {
        if (view.errors.size() == limits.errors) break;
        auto line = said(error.sheet, error.row, error.rejection);
        line.column = error.column;
        line.found = shortened(error.found);
        view.errors.push_back(std::move(line));
    }
    view.reform = plan.reform;
    if (view.reform) {
        auto& shown = *view.reform;
        shown.units.resize(std::min(shown.units.size(), limits.units));
        shown.left.resize(std::min(shown.left.size(), limits.units));
    }
    view.difference_count = plan.differences.size();
    for (const auto& one : plan.differences) {
        if (view.differences.size() == limits.differences) break;
        view.differences.push_back({.sheet = one.sheet,
                                    .row = one.row,
                                    .club = one.club,
                                    .who = one.who,
                                    .column = std::string(one.column),
                                    .before = shortened(one.before),
                                    .after = shortened(one.after)});
    }
    for (const auto& note : plan.notes) {
        show_same(note, workbook, tables, limits, view);
        if (view.notes.size() == limits.notes) continue;
        view.notes.push_back(said(note.sheet, note.row, note.what));
    }
}

sheet::Mending mending_of(const Choices& choices) {
    sheet::Mending mending;
    for (const auto& meant : choices.columns) {
        mending.columns.push_back({.sheet = static_cast<std::uint32_t>(meant.sheet),
                                   .at = meant.at,
                                   .column = meant.column});
    }
    for (const auto& out : choices.rows) {
        const auto at = [&](std::uint64_t row) {
            return sheet::Origin{static_cast<std::uint32_t>(out.sheet),
                                 static_cast<std::uint32_t>(row)};
        };
        sheet::DroppedRow dropped{.row = at(out.row)};
        if (out.into) dropped.into = at(*out.into);
        mending.rows.push_back(dropped);
    }
    for (const auto& known : choices.known) {
        mending.ids.push_back({.row = {static_cast<std::uint32_t>(known.sheet),
                                       static_cast<std::uint32_t>(known.row)},
                               .id = known.id});
    }
    return mending;
}

}  // namespace lth::intake
