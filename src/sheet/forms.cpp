#include "sheet/forms.hpp"

#include <algorithm>

#include "sheet/unicode.hpp"

namespace lth::sheet {
namespace {

constexpr std::string_view guide_title = "Hướng dẫn";

ColumnFormat format_of(ValueKind kind) {
    switch (kind) {
        case ValueKind::date:
            return ColumnFormat::date;
        case ValueKind::count:
        case ValueKind::money:
            return ColumnFormat::number;
        case ValueKind::text:
        case ValueKind::code:
        case ValueKind::list:
        case ValueKind::phone:
        case ValueKind::month:  // or Excel makes a date of "09/2020"
        case ValueKind::choice:
            return ColumnFormat::text;
        case ValueKind::birth:
        case ValueKind::year:
        case ValueKind::share:
        case ValueKind::rate:
        case ValueKind::quantity:
            break;
    }
    return ColumnFormat::general;
}

double width_of(const Column& column) {
    switch (column.kind) {
        case ValueKind::text:
            return 26;
        case ValueKind::list:
            return 36;
        case ValueKind::money:
            return 18;
        default:
            return 15;
    }
}

OutColumn out_column(const Column& column) {
    OutColumn out{.heading = std::string(column.heading),
                  .format = format_of(column.kind),
                  .width = width_of(column)};
    for (const auto& choice : choices(column.list)) out.choices.emplace_back(choice.label);
    out.hint = std::string(column.note);
    return out;
}

bool in_forms(const Column& column) { return !column.example.empty(); }

OutSheet form(const Table& table) {
    OutSheet sheet{.name = std::string(table.title), .columns = {}, .rows = {}};
    for (const auto& column : table.columns) {
        if (in_forms(column)) sheet.columns.push_back(out_column(column));
    }
    return sheet;
}

std::string needed(Need need) {
    switch (need) {
        case Need::cell:
            return "phải có ở mọi dòng";
        case Need::column:
            return "phải có cột, ô được để trống";
        case Need::optional:
            return "không bắt buộc";
    }
    return {};
}

std::string remark(const Column& column) {
    std::string text(column.note);
    if (column.list == ListId::none) return text;
    if (!text.empty()) text += ". ";
    return text + "Chọn: " + choice_labels(column.list);
}

/// Headings and an example row as they stand in the form, then a line on each column.
void add_guide(OutSheet& guide, const Table& table) {
    std::vector<OutCell> headings;
    std::vector<OutCell> example;
    for (const auto& column : table.columns) {
        if (!in_forms(column)) continue;
        headings.emplace_back(std::string(column.heading));
        example.emplace_back(std::string(column.example));
    }
    guide.rows.push_back({std::string("Trang «") + std::string(table.title) + "», dòng mẫu:"});
    guide.rows.push_back(std::move(headings));
    guide.rows.push_back(std::move(example));
    guide.rows.emplace_back();
    guide.rows.push_back({std::string("Cột"), std::string("Bắt buộc"), std::string("Ví dụ"),
                          std::string("Ghi chú")});
    for (const auto& column : table.columns) {
        if (!in_forms(column)) continue;
        guide.rows.push_back({std::string(column.heading), needed(column.need),
                              std::string(column.example), remark(column)});
    }
    guide.rows.emplace_back();
}

}  // namespace

core::Result<std::string> template_bytes(const ImportKind& kind) {
    OutWorkbook workbook{.title = "Mẫu nhập liệu: " + std::string(kind.id),
                         .issued_on = core::make_date(2020, 11, 30),  // decision 5133/QĐ-UBND
                         .sheets = {}};
    OutSheet guide{.name = std::string(guide_title), .columns = {}, .rows = {}};
    guide.columns.push_back({.heading = "Điền vào các trang trước; trang này không được đọc.",
                             .format = ColumnFormat::text,
                             .width = 40});
    for (int i = 0; i < 3; ++i) {
        guide.columns.push_back({.heading = {}, .format = ColumnFormat::text, .width = 28});
    }
    for (const SheetKind sheet : kind.sheets) {
        const Table& table = table_of(sheet);
        workbook.sheets.push_back(form(table));
        add_guide(guide, table);
    }
    workbook.sheets.push_back(std::move(guide));
    return workbook_bytes(workbook);
}

OutSheet empty_sheet(SheetKind kind) {
    const Table& table = table_of(kind);
    OutSheet sheet = form(table);
    const Column* id = find_column(table, ColumnId::id);
    if (id != nullptr) {
        OutColumn hidden = out_column(*id);
        hidden.visibility = Visibility::hidden;
        sheet.columns.insert(sheet.columns.begin(), std::move(hidden));
    }
    return sheet;
}

}  // namespace lth::sheet
