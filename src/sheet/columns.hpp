// What tables the system reads: their columns, the Vietnamese heading that templates write, and the
// other headings that people use.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "sheet/choices.hpp"

namespace lth::sheet {

enum class SheetKind : std::uint8_t {
    club_register,  // one row a club with the figures of a day
    clubs,          // one row a club that will keep a book
    members,
    funds,    // \ balances on the day a book is opened
    capital,  // |
    loans,    // |
    rules,    // /
    claims,   // what documents say
    fund_years,
    units,
    successions
};

enum class ColumnId : std::uint8_t {
    id,
    district,
    commune,
    club,
    name,
    // register, clubs
    villages,
    seat_village,
    programme,
    decision_number,
    decision_date,
    launched,
    members,
    elderly,
    women,
    hardship_count,
    ethnic_minority,
    volunteers,
    start_capital,
    capital,
    loans_outstanding,
    borrowers_ever,
    borrowers_year,
    borrowers_owing,
    meetings_year,
    rating,
    as_of,
    // members
    birth,
    birth_male,
    birth_female,
    sex,
    hardship,
    village,
    joined,
    left,
    left_reason,
    role,
    phone,
    borrowed_before,
    // funds, capital
    income_cash,
    income_bank,
    capitalised_interest,
    reserve,
    operating_cash,
    operating_bank,
    board_allowance,
    source,
    member,
    amount,
    // loans, rules
    disbursed_on,
    principal,
    outstanding,
    months,
    rate,
    base,
    method,
    grace_months,
    purpose,
    interest_paid_through,
    from,
    meeting_day,
    dues,
    rounding,
    share_income,
    share_operating,
    share_board,
    share_reserve,
    max_loan,
    // claims
    document,
    date,
    measure,
    relation,
    value,
    words,
    // fund years
    unit,
    level,
    year,
    received_money,
    received_goods,
    spent,
    club_support,
    transferred_in,
    transferred_out,
    balance,
    // units, successions
    code,
    kind,
    parent_code,
    old_code,
    old_name,
    new_code,
    new_name,
    share
};
inline constexpr std::size_t column_id_count = static_cast<std::size_t>(ColumnId::share) + 1;

/// What the cells hold, and so how a template formats them.
enum class ValueKind : std::uint8_t {
    text,
    code,
    list,
    phone,
    date,
    birth,
    month,
    year,
    count,
    money,
    share,
    rate,
    quantity,
    choice
};

enum class Need : std::uint8_t {
    optional,  // the column may be missing
    column,    // its cells may be empty
    cell       // no cell may be empty
};

/// How a column behaves where several rows share one value.
enum class Fill : std::uint8_t {
    none,
    down  // a merged cell speaks for all its rows
};

struct Column {
    ColumnId id;
    std::string_view heading;   // Vietnamese; written by templates and exports
    std::string_view synonyms;  // folded words with bars between them
    ValueKind kind = ValueKind::text;
    Need need = Need::optional;
    ListId list = ListId::none;
    Fill fill = Fill::none;
    // Initialised, so that a designated list may leave them out without a warning.
    // NOLINTBEGIN(readability-redundant-member-init)
    std::string_view example = {};  // of the guide; empty: the column is read but not in templates
    std::string_view note = {};     // of the guide
    // NOLINTEND(readability-redundant-member-init)
};

/// One table: its sheet's name in templates, and its columns in the order of the template.
struct Table {
    SheetKind kind;
    std::string_view title;
    std::span<const Column> columns;
};

[[nodiscard]] const Table& table_of(SheetKind kind);

/// What `import KIND` and `template KIND` take: "register", "clubs", "members", "balances",
/// "claims", "fund-years", "units", "successions", and "reform": the last two in one workbook.
struct ImportKind {
    std::string_view id;
    std::span<const SheetKind> sheets;
};
[[nodiscard]] std::span<const ImportKind> import_kinds();
/// nullptr if there is no such kind.
[[nodiscard]] const ImportKind* find_import_kind(std::string_view id);

/// The column of a table; nullptr if the table has none such.
[[nodiscard]] const Column* find_column(const Table& table, ColumnId id);

}  // namespace lth::sheet
