// Every rule of imports has a case here.
#include <gmock/gmock.h>

#include <set>

#include "core/rules/intake.hpp"
#include "intake/reform.hpp"
#include "support/intake/desk.hpp"

namespace lth::tests {
namespace {

using testing::Contains;

struct Sheet {
    std::string_view kind;
    std::string_view csv;
};
struct Case {
    std::string_view rule;
    std::vector<Sheet> before;
    Sheet sheet;
    core::Date units_as_of = core::make_date(2020, 11, 1);
};

constexpr Sheet club{"clubs", "Tên CLB;Xã;Ngày ra mắt\nCLB A;Phường Hàm Rồng;1/1/2019\n"};
constexpr Sheet namesake{"clubs", "Tên CLB;Xã;Ngày ra mắt\nCLB A;Phường Nam Ngạn;1/1/2019\n"};
constexpr Sheet twins{"members",
                      "Tên CLB;Họ tên;Năm sinh\nCLB A;Lê Văn Mẫu;1950\nCLB A;Lê Văn Mẫu;1951\n"};
constexpr Sheet funds{"balances", "Tên CLB;Ngày số dư;Lãi nhập vốn\nCLB A;30/9/2025;500.000\n"};
constexpr Sheet two_districts{
    "units",
    "Mã;Tên;Loại;Mã cấp trên\n1;Tỉnh Mẫu;Tỉnh;\n11;Huyện Mẫu Sơn;Huyện;1\n"
    "12;Thị xã Mẫu Sơn;Thị xã;1\n111;Xã Một;Xã;11\n121;Xã Một;Xã;12\n"};

std::vector<Case> cases() {
    return {
        {"import.district.unknown", {}, {"register", "Tên CLB;Huyện;Xã\nA;Xa;Quang Trung\n"}},
        {"import.district.ambiguous",
         {two_districts},
         {"register", "Tên CLB;Huyện;Xã\nA;Mẫu Sơn;Xã Một\n"},
         core::make_date(2025, 11, 24)},
        {"import.commune.unknown", {}, {"register", "Tên CLB;Xã\nA;Xã Xa\n"}},
        {"import.commune.ambiguous", {}, {"register", "Tên CLB;Xã\nA;Quang Trung\n"}},
        {"import.unit.unknown",
         {},
         {"fund-years", "Đơn vị;Cấp;Năm;Chi\nXã Xa;xã;2020;1.000.000\n"}},
        {"import.unit.ambiguous",
         {},
         {"fund-years", "Đơn vị;Cấp;Năm;Chi\nQuang Trung;xã;2020;1.000.000\n"}},
        {"import.id.unknown", {}, {"register", "id;Tên CLB\nkhông có;A\n"}},
        {"import.club.unknown", {}, {"members", "Tên CLB;Họ tên\nCLB A;Lê Văn Mẫu\n"}},
        {"import.club.ambiguous",
         {club, namesake},
         {"members", "Tên CLB;Họ tên\nCLB A;Lê Văn Mẫu\n"}},
        {"import.club.twice", {}, {"register", "Tên CLB\nCLB A\nclb  a\n"}},
        {"import.member.unknown",
         {club},
         {"balances",
          "Tên CLB;Người vay;Ngày vay;Số tiền vay;Dư nợ\nCLB A;Ai;1/9/2025;2.000.000;2.000.000\n"}},
        {"import.member.ambiguous",
         {club, twins},
         {"balances",
          "Tên CLB;Người vay;Ngày vay;Số tiền vay;Dư nợ\n"
          "CLB A;Lê Văn Mẫu;1/9/2025;2.000.000;2.000.000\n"}},
        {"import.balance.opened_already",
         {club, funds},
         {"balances", "Tên CLB;Ngày số dư;Lãi nhập vốn\nCLB A;30/9/2025;600.000\n"}},
        {"import.note.commune_missing", {}, {"register", "Tên CLB\nA\n"}},
        {"import.note.village_missing", {}, {"register", "Tên CLB;Xã\nA;Phường Hàm Rồng\n"}},
        {"import.note.village_new",
         {},
         {"register", "Tên CLB;Xã;Khu dân cư\nA;Phường Hàm Rồng;Thôn 1\n"}},
        {"import.note.launch_missing", {}, {"register", "Tên CLB\nA\n"}},
        {"import.note.day_missing", {}, {"register", "Tên CLB;Số thành viên\nA;50\n"}},
        {"import.note.programme_new", {}, {"register", "Tên CLB;Chương trình\nA;Dự án Mới\n"}},
        {"import.note.district_ignored",
         {},
         {"register", "Tên CLB;Huyện;Xã\nA;Huyện Cũ;Phường Hàm Rồng\n"},
         core::make_date(2025, 11, 24)},
        {"import.note.duplicates",
         {club},
         {"members", "Tên CLB;Họ tên;Năm sinh\nCLB A;Lê Văn Mẫu;1950\nCLB A;lê văn mẫu;1950\n"}},
        {"import.note.same_in_book",
         {club, twins},
         {"members", "Tên CLB;Họ tên;Năm sinh\nCLB A;le van mau;1940\n"}},
        {"import.note.young",
         {club},
         {"members", "Tên CLB;Họ tên;Năm sinh\nCLB A;Lê Văn Mẫu;2012\n"}},
        {"import.note.seat_ended",
         {club},
         {"members",
          "Tên CLB;Họ tên;Ngày vào;Ngày ra;Chức vụ\nCLB A;Lê Văn Mẫu;1/1/2019;1/2/2021;thủ quỹ\n"}},
        {"import.reform.basis_missing", {two_districts}, {"reform", "Mã;Tên\n"}},
        {"import.note.not_in_file",
         {club, twins},
         {"members", "Tên CLB;Họ tên;Năm sinh\nCLB A;Lê Văn Mẫu;1950\n"}},
        {"import.note.column_unknown", {}, {"register", "Tên CLB;Màu sắc\nA;xanh\n"}},
        {"import.note.row_skipped", {}, {"register", "TT;Tên CLB\n1;A\nTổng cộng;1\n"}},
        {"import.note.province_founded", {}, {"register", "Tên CLB\nA\n"}},
        {"import.note.difference", {club}, funds},
    };
}

std::vector<std::string> said(const intake::Plan& plan) {
    auto rules = errors_of(plan);
    for (auto& note : notes_of(plan)) rules.push_back(std::move(note));
    return rules;
}

TEST(IntakeRules, EachHasItsCase) {
    for (const auto& one : cases()) {
        Desk desk;
        const intake::Options options{.as_of = core::make_date(2025, 9, 30),
                                      .units_as_of = one.units_as_of};
        for (const auto& [kind, csv] : one.before) desk.take(kind, csv, options);
        const auto plan = desk.plan(one.sheet.kind, one.sheet.csv, options);
        EXPECT_THAT(said(plan), Contains(std::string(one.rule)));
    }
}

TEST(IntakeRules, BalancesWithoutADay) {
    Desk desk;
    desk.take(club.kind, club.csv);
    desk.take(twins.kind, twins.csv);
    const auto plan = desk.plan("balances",
                                "Tên CLB;Người vay;Năm sinh;Ngày vay;Số tiền vay;Dư nợ\n"
                                "CLB A;Lê Văn Mẫu;1950;1/9/2025;2.000.000;2.000.000\n");
    EXPECT_THAT(errors_of(plan), Contains("import.balance.no_day"));
}

TEST(IntakeRules, AMemberByOneIdTwice) {
    Desk desk;
    desk.take(club.kind, club.csv);
    desk.take(twins.kind, twins.csv);
    const auto rows = desk.club("CLB A");
    const auto id = to_text(desk.club_id("CLB A")) + "/" + to_text(rows.members.front().member);
    const auto plan = desk.plan(
        "members", "id;Tên CLB;Họ tên\n" + id + ";CLB A;Lê Văn Mẫu\n" + id + ";CLB A;Lê Văn Mẫu\n");
    EXPECT_THAT(errors_of(plan), Contains("import.member.twice"));
}

TEST(IntakeRules, ASheetThatIsPassedOverIsNamed) {
    Desk desk;
    sheet::Workbook workbook;
    const auto cell = [](const char* text) {
        return sheet::Cell{sheet::CellKind::text, false, {}, text};
    };
    workbook.sheets.push_back(
        {"Danh sách", false, {{cell("Tên CLB"), cell("Xã")}, {cell("A")}}, {}});
    workbook.sheets.push_back({"Ghi chú", false, {{cell("Không có gì")}}, {}});
    EXPECT_THAT(notes_of(desk.plan("register", std::move(workbook))),
                Contains("import.note.sheet_ignored"));
}

sheet::Sheet sheet_of(const char* title, const std::vector<std::vector<std::string>>& rows) {
    sheet::Sheet sheet{title, false, {}, {}};
    for (const auto& row : rows) {
        auto& cells = sheet.rows.emplace_back();
        for (const auto& text : row) {
            cells.push_back({sheet::CellKind::text, false, {}, text});
        }
    }
    return sheet;
}

sheet::Workbook reform_of(const char* share) {
    sheet::Workbook workbook;
    workbook.sheets.push_back(sheet_of("Đơn vị hành chính", {{"Mã", "Tên", "Loại", "Mã cấp trên"},
                                                             {"1", "Tỉnh Mẫu", "Tỉnh", ""},
                                                             {"111", "Xã Một", "Xã", "1"},
                                                             {"122", "Xã Hai", "Xã", "1"}}));
    workbook.sheets.push_back(
        sheet_of("Kế thừa đơn vị", {{"Mã cũ", "Tên cũ", "Mã mới", "Tên mới", "Phần"},
                                    {"111", "Xã Một", "111", "Xã Một", share},
                                    {"111", "Xã Một", "122", "Xã Hai", share},
                                    {"121", "Xã Một", "122", "Xã Hai", "toàn bộ"}}));
    return workbook;
}

TEST(IntakeRules, AReformIsOneWorkbookWithItsCertificate) {
    Desk desk;
    desk.take(two_districts.kind, two_districts.csv, {.as_of = core::make_date(2020, 1, 1)});
    const intake::Options options{.as_of = core::make_date(2025, 7, 1),
                                  .legal_basis = "Nghị quyết 1"};
    EXPECT_THAT(errors_of(desk.plan("reform", reform_of("một phần"))),
                Contains("import.reform.day_missing"));
    auto plan = desk.plan("reform", reform_of("một phần"), options);
    EXPECT_EQ(first_error(plan), "");
    EXPECT_THAT(notes_of(plan), Contains("import.note.certificate"));
    EXPECT_THAT(notes_of(plan), Contains("import.note.open_decisions"));
    EXPECT_EQ(plan.entries.size(), 1U);
    desk.write(std::move(plan));
    EXPECT_TRUE(desk.plan("reform", reform_of("một phần"), options).entries.empty());
}

TEST(IntakeRules, AReformSaysWhatItDoesBeforeItIsWritten) {
    Desk desk;
    desk.take(two_districts.kind, two_districts.csv, {.as_of = core::make_date(2020, 1, 1)});
    const intake::Options options{.as_of = core::make_date(2025, 7, 1),
                                  .legal_basis = "Nghị quyết 1"};
    const auto plan = desk.plan("reform", reform_of("một phần"), options);
    ASSERT_TRUE(plan.reform);
    EXPECT_EQ(plan.reform->begun, 2U);  // 111, to which something is added, and 122
    EXPECT_EQ(plan.reform->ended, 4U);  // two communes and both districts
    EXPECT_EQ(plan.reform->left.size(), 2U) << "districts go into nothing";
    EXPECT_EQ(plan.reform->receiving, 0U);
    const auto& units = plan.reform->units;
    ASSERT_EQ(units.size(), 2U);
    EXPECT_EQ(units[0].code, "111");
    EXPECT_EQ(units[0].from, (std::vector<intake::ReformPart>{{"111", "Xã Một", false}}));
    EXPECT_EQ(units[1].name, "Xã Hai");
    EXPECT_TRUE(units[1].begins);
    EXPECT_EQ(units[1].from,
              (std::vector<intake::ReformPart>{{"111", "Xã Một", false}, {"121", "Xã Một", true}}));
}

TEST(IntakeRules, AllThatIsWrongInAReformIsToldAtOnceEachOnItsRow) {
    Desk desk;
    desk.take(two_districts.kind, two_districts.csv, {.as_of = core::make_date(2020, 1, 1)});
    const intake::Options options{.as_of = core::make_date(2025, 7, 1),
                                  .legal_basis = "Nghị quyết 1"};
    sheet::Workbook workbook;
    workbook.sheets.push_back(sheet_of("Đơn vị hành chính", {{"Mã", "Tên", "Loại", "Mã cấp trên"},
                                                             {"1", "Tỉnh Mẫu", "Tỉnh", ""},
                                                             {"111", "Xã Một", "Làng", "1"},
                                                             {"122", "Xã Hai", "Xã", "7"}}));
    workbook.sheets.push_back(
        sheet_of("Kế thừa đơn vị", {{"Mã cũ", "Tên cũ", "Mã mới", "Tên mới", "Phần"},
                                    {"111", "Xã Một", "99999", "Xã Xa", "toàn bộ"},
                                    {"88888", "Xã Cũ", "99999", "", "toàn bộ"},
                                    {"121", "Xã Một", "122", "Xã Hai", "nửa"}}));
    const auto plan = desk.plan("reform", std::move(workbook), options);
    EXPECT_TRUE(plan.entries.empty());
    std::vector<std::string> told;
    for (const auto& error : plan.errors) {
        told.push_back(error.sheet + "/" + std::to_string(error.row) + "/" + error.column + "/" +
                       error.found);
    }
    EXPECT_THAT(told, testing::UnorderedElementsAre(
                          "Đơn vị hành chính/3/Loại/Làng", "Đơn vị hành chính/4/Mã cấp trên/7",
                          "Kế thừa đơn vị/2/Mã mới/99999", "Kế thừa đơn vị/3/Mã cũ/88888",
                          "Kế thừa đơn vị/3/Mã mới/99999", "Kế thừa đơn vị/4/Phần/nửa"));
}

TEST(IntakeRules, AReformNeedsAMap) {
    Desk desk;
    intake::Planner planner(desk.store(), desk.clock(), desk.ids(), {});
    const auto draft = intake::plan_reform(planner, {},
                                           {.effective = core::make_date(2025, 7, 1),
                                            .on = planner.today(),
                                            .legal_basis = {"nghị quyết"},
                                            .evidence = core::territory::Evidence::law});
    EXPECT_THAT(errors_of(draft.plan), Contains("import.province.missing"));
}

// The rest is tested by name elsewhere in this folder.
TEST(IntakeRules, NoneIsLeftOut) {
    std::set<std::string_view> tested = {"import.balance.no_day",
                                         "import.member.twice",
                                         "import.note.sheet_ignored",
                                         "import.province.missing",
                                         "import.unknown",
                                         "import.undone_already",
                                         "import.note.certificate",
                                         "import.note.open_decisions",
                                         "import.reform.day_missing"};
    for (const auto& one : cases()) tested.insert(one.rule);
    for (const auto& rule : core::rules::intake) EXPECT_TRUE(tested.contains(rule.id)) << rule.id;
}

}  // namespace
}  // namespace lth::tests
