// Workbooks to typed rows: every error is collected, and nothing is taken from a file with errors.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "sheet/header.hpp"
#include "sheet/limits.hpp"
#include "sheet/rows.hpp"
#include "sheet/workbook.hpp"

namespace lth::sheet {

/// One thing that is wrong; `message(error.rejection, language)` says it with row and heading.
struct RowError {
    std::string sheet;    // its name; empty in a .csv
    std::size_t row = 0;  // from 1; 0: the sheet or file as a whole
    std::string column;   // the heading as it stands; empty: the row as a whole
    std::string found;
    core::Rejection rejection;
};

/// A row that is no data: a sum, a heading between clubs, a line for signatures.
struct SkippedRow {
    Origin at;
    std::string text;  // its first words
};

template <class Row>
struct Rows {
    std::vector<Row> rows;  // in the order of the file
    std::vector<UnknownColumn> unknown_columns;
    std::vector<SkippedRow> skipped;
    std::vector<std::string> ignored_sheets;  // visible sheets that hold no such table
    std::size_t unusable = 0;                 // without a cell that no row can do without
};

/// At most `limits.errors`, then one of rule `sheet.more_errors`.
template <class Row>
using Parsed = std::expected<Rows<Row>, std::vector<RowError>>;

/// Beside what is wrong what could be read: to judge the rest, never to write it.
template <class Row>
struct Readable {
    Rows<Row> rows;
    std::vector<RowError> errors;
};

// The table is looked for in all visible sheets but the guide; it may stand in several (one a
// district). A sheet named like another table of the templates holds that one only.

template <class Row>
[[nodiscard]] Readable<Row> read_table(const Workbook& workbook, SheetKind kind,
                                       const Limits& limits = {});
[[nodiscard]] Parsed<RegisterRow> parse_register(const Workbook& workbook,
                                                 const Limits& limits = {});
[[nodiscard]] Parsed<ClubRow> parse_clubs(const Workbook& workbook, const Limits& limits = {});
[[nodiscard]] Parsed<MemberRow> parse_members(const Workbook& workbook, const Limits& limits = {});
[[nodiscard]] Parsed<ClaimRow> parse_claims(const Workbook& workbook, const Limits& limits = {});
[[nodiscard]] Parsed<FundYearRow> parse_fund_years(const Workbook& workbook,
                                                   const Limits& limits = {});
[[nodiscard]] Parsed<UnitRow> parse_units(const Workbook& workbook, const Limits& limits = {});
[[nodiscard]] Parsed<SuccessionRow> parse_successions(const Workbook& workbook,
                                                      const Limits& limits = {});

/// Any of the four tables may be missing or empty, but not all.
struct Balances {
    Rows<FundsRow> funds;
    Rows<CapitalRow> capital;
    Rows<LoanRow> loans;
    Rows<RulesRow> rules;
};
[[nodiscard]] std::expected<Balances, std::vector<RowError>> parse_balances(
    const Workbook& workbook, const Limits& limits = {});

}  // namespace lth::sheet
