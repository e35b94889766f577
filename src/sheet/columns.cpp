#include "sheet/columns.hpp"

#include <algorithm>

#include "sheet/column_tables.hpp"

namespace lth::sheet {
namespace {

std::span<const Table> tables() {
    static const std::array all = {
        Table{SheetKind::club_register, "Danh sách câu lạc bộ", register_columns()},
        Table{SheetKind::clubs, "Câu lạc bộ", club_columns()},
        Table{SheetKind::members, "Thành viên", member_columns()},
        Table{SheetKind::funds, "Số dư quỹ", fund_columns()},
        Table{SheetKind::capital, "Nguồn vốn", capital_columns()},
        Table{SheetKind::loans, "Khoản vay còn nợ", loan_columns()},
        Table{SheetKind::rules, "Quy chế vay", rule_columns()},
        Table{SheetKind::claims, "Số liệu công bố", claim_columns()},
        Table{SheetKind::fund_years, "Quỹ chăm sóc theo năm", fund_year_columns()},
        Table{SheetKind::units, "Đơn vị hành chính", unit_columns()},
        Table{SheetKind::successions, "Kế thừa đơn vị", succession_columns()},
    };
    return all;
}

constexpr std::array register_sheets = {SheetKind::club_register};
constexpr std::array club_sheets = {SheetKind::clubs};
constexpr std::array member_sheets = {SheetKind::members};
constexpr std::array balance_sheets = {SheetKind::funds, SheetKind::capital, SheetKind::loans,
                                       SheetKind::rules};
constexpr std::array claim_sheets = {SheetKind::claims};
constexpr std::array fund_year_sheets = {SheetKind::fund_years};
constexpr std::array unit_sheets = {SheetKind::units};
constexpr std::array succession_sheets = {SheetKind::successions};

constexpr std::array reform_sheets = {SheetKind::units, SheetKind::successions};

constexpr std::array every_import_kind = {
    ImportKind{"register", register_sheets}, ImportKind{"clubs", club_sheets},
    ImportKind{"members", member_sheets},    ImportKind{"balances", balance_sheets},
    ImportKind{"claims", claim_sheets},      ImportKind{"fund-years", fund_year_sheets},
    ImportKind{"units", unit_sheets},        ImportKind{"successions", succession_sheets},
    ImportKind{"reform", reform_sheets},
};

}  // namespace

const Table& table_of(SheetKind kind) { return tables()[static_cast<std::size_t>(kind)]; }

std::span<const ImportKind> import_kinds() { return every_import_kind; }

const ImportKind* find_import_kind(std::string_view id) {
    const auto* const found = std::ranges::find(every_import_kind, id, &ImportKind::id);
    return found == every_import_kind.end() ? nullptr : found;
}

const Column* find_column(const Table& table, ColumnId id) {
    const auto found = std::ranges::find(table.columns, id, &Column::id);
    return found == table.columns.end() ? nullptr : &*found;
}

}  // namespace lth::sheet
