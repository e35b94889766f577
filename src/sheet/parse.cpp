#include "sheet/parse.hpp"

#include <array>

#include "sheet/find_table.hpp"
#include "sheet/read_rows.hpp"

namespace lth::sheet {
namespace {

template <class Row>
Rows<Row> read_tables(const Workbook& workbook, FoundTables found, const Limits& limits,
                      ErrorList& errors) {
    Rows<Row> result;
    result.ignored_sheets = std::move(found.ignored_sheets);
    for (auto& table : found.tables) {
        auto& unknown = table.header.unknown;
        result.unknown_columns.insert(result.unknown_columns.end(), unknown.begin(), unknown.end());
        RowReader reader(table, workbook.dates, limits, errors);
        for (const std::size_t row : data_rows(table, result.skipped)) {
            if (errors.full()) return result;
            reader.go_to(row);
            auto read = read_row<Row>(reader);
            if (reader.is_usable()) result.rows.push_back(std::move(read));
            result.unusable += reader.is_usable() ? 0 : 1;
        }
    }
    return result;
}

void add_no_rows(SheetKind kind, ErrorList& errors) {
    errors.add(error_on_file(
        core::make_rejection("sheet.no_rows", {}, {{"kind", std::string(table_of(kind).title)}})));
}

template <class Row>
Parsed<Row> parse(const Workbook& workbook, SheetKind kind, const Limits& limits) {
    auto read = read_table<Row>(workbook, kind, limits);
    if (!read.errors.empty()) return std::unexpected(std::move(read.errors));
    return std::move(read.rows);
}

}  // namespace

template <class Row>
Readable<Row> read_table(const Workbook& workbook, SheetKind kind, const Limits& limits) {
    ErrorList errors(limits.errors);
    const std::array siblings = {kind};
    Readable<Row> read;
    auto found = find_tables(workbook, kind, siblings, limits, errors, Presence::required);
    if (errors.empty()) {
        read.rows = read_tables<Row>(workbook, std::move(found), limits, errors);
        if (read.rows.rows.empty() && errors.empty()) add_no_rows(kind, errors);
    }
    read.errors = errors.take();
    return read;
}

template Readable<RegisterRow> read_table(const Workbook&, SheetKind, const Limits&);
template Readable<ClubRow> read_table(const Workbook&, SheetKind, const Limits&);
template Readable<MemberRow> read_table(const Workbook&, SheetKind, const Limits&);
template Readable<ClaimRow> read_table(const Workbook&, SheetKind, const Limits&);
template Readable<FundYearRow> read_table(const Workbook&, SheetKind, const Limits&);
template Readable<UnitRow> read_table(const Workbook&, SheetKind, const Limits&);
template Readable<SuccessionRow> read_table(const Workbook&, SheetKind, const Limits&);

Parsed<RegisterRow> parse_register(const Workbook& workbook, const Limits& limits) {
    return parse<RegisterRow>(workbook, SheetKind::club_register, limits);
}

Parsed<ClubRow> parse_clubs(const Workbook& workbook, const Limits& limits) {
    return parse<ClubRow>(workbook, SheetKind::clubs, limits);
}

Parsed<MemberRow> parse_members(const Workbook& workbook, const Limits& limits) {
    return parse<MemberRow>(workbook, SheetKind::members, limits);
}

Parsed<ClaimRow> parse_claims(const Workbook& workbook, const Limits& limits) {
    return parse<ClaimRow>(workbook, SheetKind::claims, limits);
}

Parsed<FundYearRow> parse_fund_years(const Workbook& workbook, const Limits& limits) {
    return parse<FundYearRow>(workbook, SheetKind::fund_years, limits);
}

Parsed<UnitRow> parse_units(const Workbook& workbook, const Limits& limits) {
    return parse<UnitRow>(workbook, SheetKind::units, limits);
}

Parsed<SuccessionRow> parse_successions(const Workbook& workbook, const Limits& limits) {
    return parse<SuccessionRow>(workbook, SheetKind::successions, limits);
}

std::expected<Balances, std::vector<RowError>> parse_balances(const Workbook& workbook,
                                                              const Limits& limits) {
    ErrorList errors(limits.errors);
    const auto siblings = find_import_kind("balances")->sheets;
    bool any = false;
    const auto find = [&](SheetKind kind) {
        auto found = find_tables(workbook, kind, siblings, limits, errors, Presence::optional);
        any = any || !found.tables.empty();
        return found;
    };
    auto funds = find(SheetKind::funds);
    auto capital = find(SheetKind::capital);
    auto loans = find(SheetKind::loans);
    auto rules = find(SheetKind::rules);
    if (!any) {
        // Looked for once more as if it had to be there, for the error that says what is missing.
        (void)find_tables(workbook, SheetKind::funds, siblings, limits, errors, Presence::required);
    }
    if (!errors.empty()) return std::unexpected(errors.take());
    Balances balances;
    balances.funds = read_tables<FundsRow>(workbook, std::move(funds), limits, errors);
    balances.capital = read_tables<CapitalRow>(workbook, std::move(capital), limits, errors);
    balances.loans = read_tables<LoanRow>(workbook, std::move(loans), limits, errors);
    balances.rules = read_tables<RulesRow>(workbook, std::move(rules), limits, errors);
    const bool nothing = balances.funds.rows.empty() && balances.capital.rows.empty() &&
                         balances.loans.rows.empty() && balances.rules.rows.empty();
    if (nothing && errors.empty()) add_no_rows(SheetKind::funds, errors);
    if (!errors.empty()) return std::unexpected(errors.take());
    return balances;
}

}  // namespace lth::sheet
