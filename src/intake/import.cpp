#include "intake/import.hpp"

#include <algorithm>
#include <tuple>
#include <type_traits>

#include "app/founding.hpp"
#include "intake/reform.hpp"

namespace lth::intake {
namespace {

template <class Row>
void note_reading(Planner& planner, const sheet::Rows<Row>& rows) {
    for (std::size_t i = 0; i < rows.unusable; ++i) planner.count_row();
    for (const auto& column : rows.unknown_columns) {
        planner.note(
            {}, core::make_rejection("import.note.column_unknown", {},
                                     {{"column", column.column}, {"heading", column.heading}}));
    }
    for (const auto& row : rows.skipped) {
        planner.note(row.at,
                     core::make_rejection("import.note.row_skipped", {}, {{"text", row.text}}));
    }
    for (const auto& name : rows.ignored_sheets) {
        planner.note({}, core::make_rejection("import.note.sheet_ignored", {}, {{"sheet", name}}));
    }
}

template <class Row>
void plan_rows(Planner& planner, const sheet::Rows<Row>& rows) {
    note_reading(planner, rows);
    if constexpr (std::is_same_v<Row, sheet::RegisterRow>) plan_register(planner, rows);
    if constexpr (std::is_same_v<Row, sheet::ClubRow>) plan_clubs(planner, rows);
    if constexpr (std::is_same_v<Row, sheet::MemberRow>) plan_members(planner, rows);
    if constexpr (std::is_same_v<Row, sheet::ClaimRow>) plan_claims(planner, rows);
    if constexpr (std::is_same_v<Row, sheet::FundYearRow>) plan_fund_years(planner, rows);
    if constexpr (std::is_same_v<Row, sheet::UnitRow>) plan_units(planner, rows);
}
void plan_rows(Planner& planner, const sheet::Balances& balances) {
    note_reading(planner, balances.funds);
    note_reading(planner, balances.capital);
    note_reading(planner, balances.loans);
    note_reading(planner, balances.rules);
    plan_balances(planner, balances);
}

/// Rows that stand each by itself: what can be read of them is judged beside what cannot.
template <class Row>
void plan_table(Planner& planner, const sheet::Workbook& workbook, sheet::SheetKind kind,
                Plan& plan) {
    auto read = sheet::read_table<Row>(workbook, kind);
    plan_rows(planner, read.rows);
    plan.errors = std::move(read.errors);
}

/// Rows that need each other are only understood if all of them can be read.
template <class Rows>
void plan_parsed(Planner& planner, std::expected<Rows, std::vector<sheet::RowError>> parsed,
                 Plan& plan) {
    if (parsed) {
        plan_rows(planner, *parsed);
    } else {
        plan.errors = std::move(parsed.error());
    }
}

void read(Planner& planner, std::string_view kind, const sheet::Workbook& workbook, Plan& plan) {
    using sheet::SheetKind;
    if (kind == "register") {
        return plan_table<sheet::RegisterRow>(planner, workbook, SheetKind::club_register, plan);
    }
    if (kind == "clubs") {
        return plan_table<sheet::ClubRow>(planner, workbook, SheetKind::clubs, plan);
    }
    if (kind == "members") {
        return plan_table<sheet::MemberRow>(planner, workbook, SheetKind::members, plan);
    }
    if (kind == "claims") {
        return plan_table<sheet::ClaimRow>(planner, workbook, SheetKind::claims, plan);
    }
    if (kind == "fund-years") {
        return plan_table<sheet::FundYearRow>(planner, workbook, SheetKind::fund_years, plan);
    }
    if (kind == "balances") return plan_parsed(planner, sheet::parse_balances(workbook), plan);
    if (kind == "units") return plan_parsed(planner, sheet::parse_units(workbook), plan);
}

void put_in_order(std::vector<sheet::RowError>& errors) {
    std::ranges::sort(errors, {}, [](const sheet::RowError& one) {
        return std::tuple(one.row == 0, std::string_view(one.sheet), one.row,
                          std::string_view(one.column), std::string_view(one.found));
    });
}

}  // namespace

void found_province(Planner& planner) {
    using core::BookKind;
    const auto books = planner.store().books();
    const auto has = [&](BookKind kind) {
        return std::ranges::any_of(books, [&](const auto& book) { return book.kind == kind; });
    };
    planner.sign_as(core::DeviceId(app::make_uuid8(core::sha256("LTH-FOUNDING"))));
    if (!has(BookKind::territory)) {
        planner.note({}, core::make_rejection("import.note.province_founded"));
        for (auto& ops : app::founding_units(planner.today())) {
            planner.propose(planner.only_book(BookKind::territory), BookKind::territory,
                            drafted(std::move(ops)));
        }
    }
    if (!has(BookKind::registry)) {
        planner.propose(planner.only_book(BookKind::registry), BookKind::registry,
                        drafted(app::founding_schemes(planner.today())));
    }
    planner.sign_as_import();
}

Plan plan_import(Planner& planner, const sheet::ImportKind& kind, const File& file) {
    std::vector<std::string> sheets;
    sheets.reserve(file.workbook.sheets.size());
    for (const auto& one : file.workbook.sheets) sheets.push_back(one.name);
    planner.set_sheets(std::move(sheets));
    if (kind.id == "reform") {
        auto plan = plan_reform_file(planner, file);
        put_in_order(plan.errors);
        return plan;
    }
    if (kind.id != "units") found_province(planner);
    Plan unread;
    read(planner, kind.id, file.workbook, unread);
    auto plan = planner.take(std::string(kind.id), file.name);
    std::ranges::move(unread.errors, std::back_inserter(plan.errors));
    put_in_order(plan.errors);
    return plan;
}

}  // namespace lth::intake
