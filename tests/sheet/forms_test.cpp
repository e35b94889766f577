// Templates and exports: what the system writes it also reads.
#include "sheet/forms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "sheet/parse.hpp"
#include "sheet/read.hpp"
#include "support/sheet/files.hpp"

namespace lth::sheet {
namespace {

Workbook read_back(const core::Result<std::string>& bytes) {
    return read_workbook(bytes.value()).value();
}

TEST(Templates, EveryColumnIsFound) {
    for (const auto& kind : import_kinds()) {
        const auto workbook = read_back(template_bytes(kind));
        ASSERT_EQ(workbook.sheets.size(), kind.sheets.size() + 1) << kind.id;
        EXPECT_EQ(workbook.sheets.back().name, "Hướng dẫn");
        for (std::size_t i = 0; i < kind.sheets.size(); ++i) {
            const Table& table = table_of(kind.sheets[i]);
            EXPECT_EQ(workbook.sheets[i].name, table.title);
            const auto header = find_header(workbook.sheets[i], table, {});
            ASSERT_TRUE(header) << kind.id;
            EXPECT_TRUE(header->unknown.empty()) << table.title;
            EXPECT_TRUE(header->twice.empty()) << table.title;
            for (const auto& column : table.columns) {
                const bool found = std::ranges::any_of(
                    header->columns, [&](const FoundColumn& one) { return one.column == &column; });
                EXPECT_EQ(found, !column.example.empty()) << column.heading;
            }
        }
    }
}

/// A workbook with the examples of the guide as its only rows.
Workbook examples(const ImportKind& kind) {
    OutWorkbook out{.title = {}, .issued_on = {}, .sheets = {}};
    for (const SheetKind sheet : kind.sheets) {
        const Table& table = table_of(sheet);
        OutSheet written{.name = std::string(table.title), .columns = {}, .rows = {{}}};
        for (const auto& column : table.columns) {
            if (column.example.empty()) continue;
            written.columns.push_back({.heading = std::string(column.heading)});
            written.rows[0].emplace_back(std::string(column.example));
        }
        out.sheets.push_back(std::move(written));
    }
    return read_back(workbook_bytes(out));
}

template <class Parsed>
void expect_rows(const Parsed& parsed) {
    if (!parsed) {
        FAIL() << core::message(parsed.error().front().rejection, core::Language::en);
    }
    EXPECT_EQ(parsed->rows.size(), 1U);
}

TEST(Templates, TheExamplesAreValid) {
    const auto of = [](std::string_view id) { return examples(*find_import_kind(id)); };
    expect_rows(parse_register(of("register")));
    expect_rows(parse_clubs(of("clubs")));
    expect_rows(parse_members(of("members")));
    expect_rows(parse_claims(of("claims")));
    expect_rows(parse_fund_years(of("fund-years")));
    expect_rows(parse_units(of("units")));
    expect_rows(parse_successions(of("successions")));
    const auto balances = parse_balances(of("balances"));
    ASSERT_TRUE(balances) << core::message(balances.error().front().rejection, core::Language::en);
    EXPECT_EQ(balances->funds.rows.size() + balances->capital.rows.size() +
                  balances->loans.rows.size() + balances->rules.rows.size(),
              4U);
}

TEST(Templates, AnEmptyFormHasNoRows) {
    for (const auto& kind : import_kinds()) {
        if (kind.id != "register") continue;
        const auto parsed = parse_register(read_back(template_bytes(kind)));
        ASSERT_FALSE(parsed);
        EXPECT_EQ(parsed.error().front().rejection.rule.id(), "sheet.no_rows");
    }
}

TEST(Templates, FilledByOthersThanExcel) {
    const auto* const kind = find_import_kind("members");
    auto workbook = read_back(template_bytes(*kind));
    EXPECT_EQ(workbook.sheets[0].rows.size(), 1U) << "prepared rows hold nothing";
}

Workbook written(OutSheet sheet) {
    OutWorkbook out{.title = {}, .issued_on = {}, .sheets = {}};
    out.sheets.push_back(std::move(sheet));
    return read_back(workbook_bytes(out));
}

TEST(Exports, RowsComeBackEqual) {
    const core::Date day = core::make_date(2020, 9, 30);
    RegisterRow club;
    club.id = "0192f0e4-0000-7000-8000-000000000001";
    club.commune = "Phường Tào Xuyên";
    club.villages = {"Tào Trụ", "Thịnh Hùng"};
    club.name = "CLB Tào Trụ";
    club.decision_number = "12/2020";
    club.launched = day;
    club.members = 55;
    club.capital = core::Money{84'500'000};
    club.rating = core::club::Band::strong;
    const auto clubs = parse_register(written(to_sheet(std::array{club})));
    ASSERT_TRUE(clubs);
    const auto& club_back = clubs->rows.at(0);
    EXPECT_EQ(club_back.id, club.id);
    EXPECT_EQ(club_back.villages, club.villages);
    EXPECT_EQ(club_back.decision_number, club.decision_number) << "not made a date";
    EXPECT_EQ(club_back.launched, club.launched);
    EXPECT_EQ(club_back.members, club.members);
    EXPECT_EQ(club_back.elderly, club.elderly);
    EXPECT_EQ(club_back.capital, club.capital);
    EXPECT_EQ(club_back.rating, club.rating);

    MemberRow member;
    member.id = "ABCDEFGHJK";
    member.club.club = "CLB Tào Trụ";
    member.name = "Nguyễn Thị Mẫu";
    member.birth = Birth{1965, core::make_date(1965, 11, 24)};
    member.sex = core::club::Sex::female;
    member.hardship = core::club::Hardship::other;
    member.phone = "0912345678";
    member.borrowed_before = false;
    MemberRow other = member;
    other.birth = Birth{1952, std::nullopt};
    other.left = day;
    other.left_reason = core::club::Leaving::died;
    const auto members = parse_members(written(to_sheet(std::array{member, other})));
    ASSERT_TRUE(members);
    ASSERT_EQ(members->rows.size(), 2U);
    EXPECT_EQ(members->rows[0].id, member.id);
    EXPECT_EQ(members->rows[0].birth, member.birth);
    EXPECT_EQ(members->rows[0].hardship, member.hardship);
    EXPECT_EQ(members->rows[0].phone, member.phone);
    EXPECT_EQ(members->rows[0].borrowed_before, false);
    EXPECT_EQ(members->rows[1].birth, other.birth);
    EXPECT_EQ(members->rows[1].left, other.left);
    EXPECT_EQ(members->rows[1].left_reason, other.left_reason);
}

TEST(Exports, BalancesComeBackEqual) {
    LoanRow loan;
    loan.club.club = "A";
    loan.member = "Nguyễn Thị Mẫu";
    loan.disbursed_on = core::make_date(2020, 3, 15);
    loan.principal = {5'000'000};
    loan.outstanding = {3'000'001};
    loan.interest_paid_through = core::make_month(2020, 9);
    loan.rate_ppm = 6'500;
    loan.base = core::club::LoanBase::original;
    loan.method = core::club::LoanMethod::at_end;
    RulesRow rules;
    rules.club.club = "A";
    rules.from = core::make_date(2020, 1, 1);
    rules.rounding = core::Money{1};
    rules.share_income_ppm = 333'333;
    FundsRow funds;
    funds.club.club = "A";
    funds.as_of = rules.from;
    funds.income_bank = core::Money{350};
    CapitalRow capital;
    capital.club.club = "A";
    capital.source = core::club::Source::front;
    capital.amount = {1'000};
    OutWorkbook out{.title = {}, .issued_on = {}, .sheets = {}};
    out.sheets.push_back(to_sheet(std::array{funds}));
    out.sheets.push_back(to_sheet(std::array{capital}));
    out.sheets.push_back(to_sheet(std::array{loan}));
    out.sheets.push_back(to_sheet(std::array{rules}));
    const auto parsed = parse_balances(read_back(workbook_bytes(out)));
    ASSERT_TRUE(parsed) << core::message(parsed.error().front().rejection, core::Language::en);
    const auto& loan_back = parsed->loans.rows.at(0);
    EXPECT_EQ(loan_back.outstanding, loan.outstanding);
    EXPECT_EQ(loan_back.interest_paid_through, loan.interest_paid_through);
    EXPECT_EQ(loan_back.rate_ppm, loan.rate_ppm);
    EXPECT_EQ(loan_back.base, loan.base);
    EXPECT_EQ(loan_back.method, loan.method);
    EXPECT_EQ(parsed->rules.rows.at(0).share_income_ppm, rules.share_income_ppm);
    EXPECT_EQ(parsed->rules.rows[0].rounding, rules.rounding);
    EXPECT_EQ(parsed->funds.rows.at(0).income_bank, funds.income_bank);
    EXPECT_EQ(parsed->capital.rows.at(0).source, capital.source);
}

TEST(Exports, ClaimsAndFundYearsComeBackEqual) {
    ClaimRow claim;
    claim.document = "QĐ 5133";
    claim.date = core::make_date(2020, 9, 30);
    claim.measure = "elderly_share";
    claim.relation = Relation::gt;
    claim.value = Quantity{700'000, Quantity::Unit::ppm};
    const auto claims = parse_claims(written(to_sheet(std::array{claim})));
    ASSERT_TRUE(claims);
    EXPECT_EQ(claims->rows.at(0).relation, claim.relation);
    EXPECT_EQ(claims->rows[0].value, claim.value);
    FundYearRow year;
    year.unit = "38";
    year.year = 2021;
    year.level = core::association::CareLevel::province;
    year.spent = core::Money{0};
    const auto years = parse_fund_years(written(to_sheet(std::array{year})));
    ASSERT_TRUE(years);
    EXPECT_EQ(years->rows.at(0).unit, "38");
    EXPECT_EQ(years->rows[0].year, 2021);
    EXPECT_EQ(years->rows[0].level, year.level);
    EXPECT_EQ(years->rows[0].spent, year.spent);
    EXPECT_FALSE(years->rows[0].balance);
}

}  // namespace
}  // namespace lth::sheet
