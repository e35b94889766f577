#include "sheet/parse.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sheet/outline.hpp"
#include "sheet/read.hpp"
#include "support/sheet/files.hpp"

namespace lth::sheet {
namespace {

using core::club::Band;
using core::club::Hardship;
using core::club::Sex;
using test::text_workbook;

Workbook csv(std::string_view bytes) { return read_workbook(bytes).value(); }

/// One line for each error: its row, heading and rule.
std::string listed(const std::vector<RowError>& errors) {
    std::string text;
    for (const auto& error : errors) {
        text += std::to_string(error.row) + ' ' + error.column + ' ';
        text += error.rejection.rule.id();
        text += '\n';
    }
    return text;
}

template <class Row>
std::string errors_of(const Parsed<Row>& parsed) {
    return parsed ? std::string{} : listed(parsed.error());
}

TEST(ParseRegister, EveryColumn) {
    const auto parsed = parse_register(csv(
        "Huyện,Xã,Thôn,Tên CLB,Dự án,Số QĐ,Ngày quyết định,Ngày ra mắt,Số TV,NCT,Nữ,HCKK,DTTS,TNV,"
        "Vốn ban đầu (triệu đồng),Vốn hiện có,Dư nợ,Đã vay,Vay trong năm,Đang vay,"
        "Số buổi sinh hoạt,Xếp loại,Tính đến ngày\n"
        "Thành phố Thanh Hóa,Tào Xuyên,\"Tào Trụ; Thịnh Hùng\",Tào Trụ,VIE "
        "022,25/QĐ-UBND,15/3/2016,"
        "20/4/2016,55,38,41,30,0,10,50,84.500.000 đ,76 triệu,48,21,27,12,Khá,30/9/2020\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    ASSERT_EQ(parsed->rows.size(), 1U);
    const auto& row = parsed->rows[0];
    EXPECT_EQ(row.at, (Origin{0, 2}));
    EXPECT_EQ(row.district, "Thành phố Thanh Hóa");
    EXPECT_EQ(row.commune, "Tào Xuyên");
    EXPECT_EQ(row.villages, (std::vector<std::string>{"Tào Trụ", "Thịnh Hùng"}));
    EXPECT_EQ(row.name, "Tào Trụ");
    EXPECT_EQ(row.programme, "VIE 022");
    EXPECT_EQ(row.decision_number, "25/QĐ-UBND");
    EXPECT_EQ(row.decision_date, core::make_date(2016, 3, 15));
    EXPECT_EQ(row.launched, core::make_date(2016, 4, 20));
    EXPECT_EQ(row.members, 55);
    EXPECT_EQ(row.elderly, 38);
    EXPECT_EQ(row.women, 41);
    EXPECT_EQ(row.hardship, 30);
    EXPECT_EQ(row.ethnic_minority, 0);
    EXPECT_EQ(row.volunteers, 10);
    EXPECT_EQ(row.start_capital, core::Money{50'000'000});
    EXPECT_EQ(row.capital, core::Money{84'500'000});
    EXPECT_EQ(row.loans_outstanding, core::Money{76'000'000});
    EXPECT_EQ(row.borrowers_ever, 48);
    EXPECT_EQ(row.borrowers_year, 21);
    EXPECT_EQ(row.borrowers_owing, 27);
    EXPECT_EQ(row.meetings_year, 12);
    EXPECT_EQ(row.rating, Band::fair);
    EXPECT_EQ(row.as_of, core::make_date(2020, 9, 30));
    EXPECT_TRUE(parsed->unknown_columns.empty());
}

TEST(ParseRegister, OnlyTheNameIsNeeded) {
    const auto parsed = parse_register(csv("Tên CLB,Số TV,Xếp loại\nA,,\nB,-,chưa rõ\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    ASSERT_EQ(parsed->rows.size(), 2U);
    EXPECT_FALSE(parsed->rows[1].members);
    EXPECT_FALSE(parsed->rows[1].rating);
    EXPECT_TRUE(parse_register(csv("Tên CLB\nA\n")));
}

TEST(ParseRegister, CollectsAllErrors) {
    const auto parsed = parse_register(
        csv("Tên CLB,Số TV,NCT,Nữ,HCKK,DTTS,Ngày ra mắt,Xếp loại\n"
            ",55,,,,,,\nA,5x,,,,,31/2/2016,tuyệt vời\nB,50,51,52,53,54,,\nC,1,1,1,,,,\n"));
    ASSERT_FALSE(parsed);
    EXPECT_EQ(listed(parsed.error()),
              "2 Tên CLB sheet.cell_missing\n"
              "3 Ngày ra mắt sheet.no_such_day\n"
              "3 Số TV sheet.not_a_number\n"
              "3 Xếp loại sheet.not_in_list\n"
              "4 NCT sheet.part_above_whole\n"
              "4 Nữ sheet.part_above_whole\n"
              "4 HCKK sheet.part_above_whole\n"
              "4 DTTS sheet.part_above_whole\n");
    EXPECT_EQ(parsed.error()[1].found, "31/2/2016");
    EXPECT_EQ(core::message(parsed.error()[4].rejection, core::Language::vi),
              "Dòng 4, cột «NCT»: 51 lớn hơn cột «Số TV» (50).");
}

TEST(ParseRegister, TheListOfErrorsEnds) {
    std::string bytes = "Tên CLB,Số TV\n";
    for (int i = 0; i < 50; ++i) bytes += "A,x\n";
    Limits limits;
    limits.errors = 3;
    const auto parsed = parse_register(csv(bytes), limits);
    EXPECT_EQ(errors_of(parsed),
              "2 Số TV sheet.not_a_number\n3 Số TV sheet.not_a_number\n4 Số TV sheet.not_a_number\n"
              "0  sheet.more_errors\n");
}

TEST(ParseRegister, RowsThatAreNoData) {
    const auto parsed = parse_register(
        csv("STT,Tên CLB,Xã,Số TV\nI,Huyện Mường Lát,,\n1,A,Tam Chung,50\n2,B,Tam Chung,60\n"
            "STT,Tên CLB,Xã,Số TV\n3,C,Quang Chiểu,\nTổng cộng,,,110\n4,,,\n,,,\n"
            ",,\"Thanh Hóa, ngày 30 tháng 9\",\n,Người lập biểu,,\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    ASSERT_EQ(parsed->rows.size(), 3U);
    EXPECT_EQ(parsed->rows[0].at.row, 3U);
    EXPECT_EQ(parsed->rows[2].name, "C");
    std::string skipped;
    for (const auto& row : parsed->skipped) {
        skipped += std::to_string(row.at.row) + ' ' + row.text + '\n';
    }
    EXPECT_EQ(skipped,
              "2 I\n5 STT\n7 Tổng cộng\n10 Thanh Hóa, ngày 30 tháng 9\n11 Người lập biểu\n");
    ASSERT_EQ(parsed->unknown_columns.size(), 1U);
    EXPECT_EQ(parsed->unknown_columns[0].heading, "STT");
}

TEST(ParseRegister, FamilyNamesAreNoSums) {
    const auto parsed = parse_members(csv("Họ tên,CLB\nTống Thị Mẫu,A\nTòng Văn Thử,A\nTổng,\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    EXPECT_EQ(parsed->rows.size(), 2U);
}

TEST(ParseRegister, MergedPlacesSpeakForAllTheirRows) {
    auto workbook = text_workbook({{"Huyện", "Tên CLB", "Vốn (đồng)"},
                                   {"Quan Sơn", "A", "50.000.000"},
                                   {"", "B", ""},
                                   {"", "C", ""}});
    workbook.sheets[0].merges = {{1, 2, 0, 0}, {1, 2, 2, 2}};
    const auto parsed = parse_register(workbook);
    ASSERT_TRUE(parsed) << errors_of(parsed);
    EXPECT_EQ(parsed->rows[1].district, "Quan Sơn");
    EXPECT_FALSE(parsed->rows[2].district) << "outside the merged area";
    EXPECT_FALSE(parsed->rows[1].capital) << "money is not multiplied";
}

TEST(FindTables, SeveralSheetsHiddenAndGuide) {
    auto workbook = text_workbook({{"Tên CLB"}, {"A"}}, "Huyện 1");
    const auto add = [&](test::TextRows rows, std::string name) -> Sheet& {
        workbook.sheets.push_back(text_workbook(rows, std::move(name)).sheets[0]);
        return workbook.sheets.back();
    };
    add({{"Tên CLB"}, {"B"}}, "Huyện 2");
    add({{"Tên CLB"}, {"C"}}, "Nháp").hidden = true;
    add({{"Tên CLB"}, {"D"}}, "Hướng dẫn");
    add({{"Việc khác"}}, "Ghi chú");
    add({}, "Trang trống");
    const auto parsed = parse_register(workbook);
    ASSERT_TRUE(parsed) << errors_of(parsed);
    ASSERT_EQ(parsed->rows.size(), 2U);
    EXPECT_EQ(parsed->rows[1].at, (Origin{1, 2}));
    EXPECT_EQ(parsed->ignored_sheets, std::vector<std::string>{"Ghi chú"});
}

TEST(FindTables, WhatIsMissing) {
    EXPECT_EQ(errors_of(parse_register(csv("x,y\n1,2\n"))), "0  sheet.no_table\n");
    EXPECT_EQ(errors_of(parse_register(csv("Tên CLB\n"))), "0  sheet.no_rows\n");
    EXPECT_EQ(errors_of(parse_members(csv("Họ tên,Năm sinh\nA,1952\n"))),
              "1 Câu lạc bộ sheet.missing_column\n");
    EXPECT_EQ(errors_of(parse_members(csv("Họ tên,Tên thành viên,CLB\nA,B,C\n"))),
              "1 Họ tên sheet.column_twice\n");
    const auto none = parse_units(csv("x\n1\n"));
    EXPECT_EQ(
        core::message(none.error()[0].rejection, core::Language::vi),
        "Không tìm thấy bảng «Đơn vị hành chính» trong tệp. Dòng tiêu đề phải nằm trong 20 dòng "
        "đầu và có các cột: Mã · Tên · Loại · Mã cấp trên.");
}

Workbook sheets_of(const std::vector<std::pair<std::string, test::TextRows>>& sheets) {
    Workbook workbook;
    for (const auto& [name, rows] : sheets) {
        workbook.sheets.push_back(text_workbook(rows, name).sheets[0]);
    }
    return workbook;
}

/// Members and loans name their club and commune, as clubs do.
TEST(FindTables, WhatIsAnotherTableOfOursIsLeftToIt) {
    const test::TextRows members = {{"Xã, phường, thị trấn", "Câu lạc bộ", "Họ và tên"},
                                    {"Tào Xuyên", "CLB A", "Nguyễn Thị Mẫu"}};
    const test::TextRows clubs = {{"Xã, phường, thị trấn", "Tên câu lạc bộ", "Số liệu đến ngày"},
                                  {"Tào Xuyên", "CLB A", "30/9/2020"}};
    const auto ours = sheets_of({{"Thành viên", members}, {"Danh sách câu lạc bộ", clubs}});
    for (const auto& workbook : {ours, sheets_of({{"Tờ 1", members}, {"Tờ 2", clubs}})}) {
        const auto parsed = parse_clubs(workbook);
        ASSERT_TRUE(parsed) << errors_of(parsed);
        ASSERT_EQ(parsed->rows.size(), 1U);
        EXPECT_EQ(parsed->rows[0].at, (Origin{1, 2}));
        EXPECT_EQ(parsed->rows[0].as_of, core::make_date(2020, 9, 30));
        EXPECT_EQ(parsed->ignored_sheets, std::vector{workbook.sheets[0].name});
        const auto tables = outline(workbook, *find_import_kind("clubs"));
        ASSERT_EQ(tables.size(), 1U);
        EXPECT_EQ(tables[0].sheet, 1U);
    }
    EXPECT_EQ(errors_of(parse_clubs(sheets_of({{"Thành viên", members}}))), "0  sheet.no_table\n");
    EXPECT_TRUE(outline(sheets_of({{"Thành viên", members}}), *find_import_kind("clubs")).empty());
    // Without a title of ours a sheet that stands alone is what its reader says it is.
    EXPECT_TRUE(parse_clubs(sheets_of({{"Tờ 1", members}})));
    EXPECT_TRUE(parse_register(sheets_of({{"Câu lạc bộ", clubs}})));
}

/// Headings that nobody knows may be explained at the desk; a sheet that we wrote has none.
TEST(FindTables, OnlyOurOwnExportIsRefusedForWhatItLacks) {
    const auto theirs = sheets_of(
        {{"Danh sách câu lạc bộ", {{"Tên câu lạc bộ", "Thôn", "Ai"}, {"CLB A", "Thôn 1", "B"}}}});
    EXPECT_EQ(errors_of(parse_members(theirs)), "1 Họ và tên sheet.missing_column\n");
    EXPECT_EQ(outline(theirs, *find_import_kind("members")).size(), 1U);
    const auto ours =
        sheets_of({{"Danh sách câu lạc bộ",
                    {{"Mã dòng", "Tên câu lạc bộ", "Thôn"}, {"x", "CLB A", "Thôn 1"}}}});
    EXPECT_EQ(errors_of(parse_members(ours)), "0  sheet.no_table\n");
    EXPECT_TRUE(outline(ours, *find_import_kind("members")).empty());
}

TEST(ParseClubs, Rows) {
    const auto parsed =
        parse_clubs(csv("Xã,Thôn,Tên CLB,Nơi đặt CLB,Ngày ra mắt,Vốn ban đầu (đồng)\n"
                        "Tào Xuyên,Tào Trụ,CLB A,Tào Trụ,20/4/2016,50.000.000\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    EXPECT_EQ(parsed->rows[0].seat_village, "Tào Trụ");
    EXPECT_EQ(parsed->rows[0].start_capital, core::Money{50'000'000});
}

TEST(ParseMembers, EveryColumn) {
    const auto parsed = parse_members(
        csv("CLB,Họ và tên,Năm sinh,Giới tính,Hoàn cảnh,Thôn,Ngày vào,Ngày ra,Lý do,Chức vụ,SĐT,"
            "Đã vay,Mã hệ thống\n"
            "A,Nguyễn Thị Mẫu,1952,nữ,cận nghèo,Tào Trụ,20/4/2016,1/2/2021,chuyển đi,Thủ quỹ,"
            "0912345678,x,0123456789\n"
            "A,Lê Văn Thử,24/11/1965,,,,,,,,,không,\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    const auto& first = parsed->rows[0];
    EXPECT_EQ(first.id, "0123456789");
    EXPECT_EQ(first.club.club, "A");
    EXPECT_EQ(first.birth, (Birth{1952, std::nullopt}));
    EXPECT_EQ(first.sex, Sex::female);
    EXPECT_EQ(first.hardship, Hardship::near_poor);
    EXPECT_EQ(first.left_reason, core::club::Leaving::moved);
    EXPECT_EQ(first.role, core::club::BoardRole::treasurer);
    EXPECT_EQ(first.phone, "0912345678");
    EXPECT_EQ(first.borrowed_before, true);
    const auto& second = parsed->rows[1];
    EXPECT_EQ(second.birth, (Birth{1965, core::make_date(1965, 11, 24)}));
    EXPECT_EQ(second.borrowed_before, false);
    EXPECT_FALSE(second.sex);
}

TEST(ParseMembers, YearOfBirthTellsTheSex) {
    const auto parsed = parse_members(
        csv("CLB,Họ tên,Năm sinh nam,Năm sinh nữ\nA,Lê Văn Thử,1950,\nA,Lê Thị Mẫu,,1952\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    EXPECT_EQ(parsed->rows[0].sex, Sex::male);
    EXPECT_EQ(parsed->rows[1].sex, Sex::female);
    EXPECT_EQ(parsed->rows[1].birth->year, 1952);
    EXPECT_EQ(errors_of(parse_members(
                  csv("CLB,Họ tên,Năm sinh nam,Năm sinh nữ\nA,Lê Văn Thử,1950,1951\n"))),
              "2 Năm sinh nam sheet.two_values\n");
}

TEST(ParseMembers, LeftBeforeJoining) {
    EXPECT_EQ(errors_of(parse_members(csv("CLB,Họ tên,Ngày vào,Ngày ra\nA,B,2/1/2020,1/1/2020\n"))),
              "2 Ngày ra sheet.dates_out_of_order\n");
}

TEST(ParseBalances, FourSheets) {
    Workbook workbook;
    const auto add = [&](std::string name, const test::TextRows& rows) {
        workbook.sheets.push_back(text_workbook(rows, std::move(name)).sheets[0]);
    };
    add("Số dư quỹ", {{"CLB", "Ngày mở sổ", "Quỹ tăng thu nhập: tiền mặt (đồng)", "Dự phòng"},
                      {"A", "30/9/2020", "8.500.000", "0"}});
    add("Nguồn vốn", {{"CLB", "Nguồn", "Số tiền"}, {"A", "dự án", "50 triệu"}});
    add("Khoản vay còn nợ",
        {{"CLB", "Người vay", "Ngày vay", "Số tiền vay", "Còn nợ", "Thời hạn (tháng)",
          "Lãi suất (%/tháng)", "Trả lãi đến tháng", "Cách tính lãi", "Trả gốc", "Mục đích"},
         {"A", "Nguyễn Thị Mẫu", "15/3/2020", "5.000.000", "3.000.000", "12", "1", "9/2020",
          "dư nợ", "trả đều", "chăn nuôi"}});
    add("Quy chế", {{"CLB", "Áp dụng từ", "Lãi suất", "Lãi vào vốn (%)", "Ngày sinh hoạt"},
                    {"A", "1/1/2020", "0,8%", "40%", "15"}});
    const auto parsed = parse_balances(workbook);
    ASSERT_TRUE(parsed) << listed(parsed.error());
    EXPECT_EQ(parsed->funds.rows.at(0).income_cash, core::Money{8'500'000});
    EXPECT_EQ(parsed->funds.rows[0].reserve, core::Money{0});
    EXPECT_FALSE(parsed->funds.rows[0].income_bank);
    EXPECT_EQ(parsed->capital.rows.at(0).source, core::club::Source::project);
    EXPECT_EQ(parsed->capital.rows[0].amount, core::Money{50'000'000});
    const auto& loan = parsed->loans.rows.at(0);
    EXPECT_EQ(loan.outstanding, core::Money{3'000'000});
    EXPECT_EQ(loan.months, 12);
    EXPECT_EQ(loan.rate_ppm, 10'000);
    EXPECT_EQ(loan.interest_paid_through, core::make_month(2020, 9));
    EXPECT_EQ(loan.base, core::club::LoanBase::outstanding);
    EXPECT_EQ(loan.method, core::club::LoanMethod::equal_principal);
    EXPECT_EQ(loan.purpose, core::club::LoanPurpose::livestock);
    const auto& rules = parsed->rules.rows.at(0);
    EXPECT_EQ(rules.rate_ppm, 8'000);
    EXPECT_EQ(rules.share_income_ppm, 400'000);
    EXPECT_EQ(rules.meeting_day, 15);
}

TEST(ParseBalances, OneSheetIsEnoughNoneIsNot) {
    EXPECT_TRUE(parse_balances(csv("CLB,Nguồn vốn,Số tiền\nA,tỉnh,50000000\n")));
    const auto none = parse_balances(csv("x,y\n1,2\n"));
    ASSERT_FALSE(none);
    EXPECT_EQ(listed(none.error()), "0  sheet.no_table\n");
    const auto empty = parse_balances(csv("CLB,Nguồn vốn,Số tiền\n"));
    ASSERT_FALSE(empty);
    EXPECT_EQ(listed(empty.error()), "0  sheet.no_rows\n");
    const auto above = parse_balances(
        csv("CLB,Người vay,Ngày vay,Số tiền vay,Còn nợ\nA,B,15/3/2020,5000000,5000001\n"));
    ASSERT_FALSE(above);
    EXPECT_EQ(listed(above.error()), "2 Còn nợ sheet.part_above_whole\n");
}

TEST(ParseClaims, ValuesAndWords) {
    const auto parsed =
        parse_claims(csv("Văn bản,Ngày,Chỉ tiêu,Quan hệ,Giá trị,Nguyên văn\n"
                         "QĐ 5133,30/9/2020,members,,44.291,\n"
                         "QĐ 5133,30/9/2020,elderly_share,>,70%,trên 70 %\n"
                         "QĐ 5133,30/9/2020,hardship,bằng lời,,đa số là nghèo\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    EXPECT_EQ(parsed->rows[0].relation, Relation::eq);
    EXPECT_EQ(parsed->rows[0].value, (Quantity{44'291, Quantity::Unit::one}));
    EXPECT_EQ(parsed->rows[1].relation, Relation::gt);
    EXPECT_EQ(parsed->rows[1].value, (Quantity{700'000, Quantity::Unit::ppm}));
    EXPECT_EQ(parsed->rows[2].words, "đa số là nghèo");
    EXPECT_FALSE(parsed->rows[2].value);
    EXPECT_EQ(errors_of(parse_claims(csv("Văn bản,Ngày,Chỉ tiêu,Quan hệ,Giá trị\n"
                                         "Q,30/9/2020,m,,\nQ,30/9/2020,m,bằng lời,5\n"))),
              "2 Giá trị sheet.cell_missing\n3 Nguyên văn sheet.cell_missing\n");
}

TEST(ParseFundYears, Rows) {
    const auto parsed = parse_fund_years(
        csv("Đơn vị,Cấp,Năm,Tổng thu (triệu đồng),Hiện vật,Tổng chi,Chi cho CLB\n"
            "Tỉnh Thanh Hóa,ban đại diện,2021,2350,120 triệu,2100 triệu,1400 triệu\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    const auto& row = parsed->rows[0];
    EXPECT_EQ(row.year, 2021);
    EXPECT_EQ(row.level, core::association::CareLevel::branch);
    EXPECT_EQ(row.received_money, core::Money{2'350'000'000});
    EXPECT_EQ(row.received_goods, core::Money{120'000'000});
    EXPECT_EQ(row.club_support, core::Money{1'400'000'000});
    EXPECT_FALSE(row.balance);
}

TEST(ParseUnits, TheListsAsPublished) {
    const auto parsed =
        parse_units(csv("code,name,kind,parent_code\n38,Tỉnh Thanh Hóa,Tỉnh,\n"
                        "380,Thành phố Thanh Hóa,Thành phố,38\n"
                        "14755,Phường Hàm Rồng,Phường,380\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    ASSERT_EQ(parsed->rows.size(), 3U);
    EXPECT_FALSE(parsed->rows[0].parent_code);
    EXPECT_EQ(parsed->rows[2].code, "14755");
    EXPECT_EQ(parsed->rows[2].kind, "Phường");
}

TEST(ParseSuccessions, TheListsAsPublished) {
    const auto parsed =
        parse_successions(csv("effective,old_code,old_name,new_code,new_name,share,evidence\n"
                              "2025-07-01,14755,Phường Hàm Rồng,14758,Phường Hàm Rồng,toàn bộ,\n"
                              "2025-07-01,14758,Phường Đông Thọ,14758,Phường Hàm Rồng,một phần,\n"
                              "2025-01-01,16411,Xã Đông Xuân,,,,unknown\n"));
    ASSERT_TRUE(parsed) << errors_of(parsed);
    EXPECT_EQ(parsed->rows[0].share, Share::whole);
    EXPECT_EQ(parsed->rows[1].share, Share::part);
    EXPECT_FALSE(parsed->rows[2].new_code);
    EXPECT_FALSE(parsed->rows[2].share);
    EXPECT_EQ(parsed->unknown_columns.size(), 2U);
}

}  // namespace
}  // namespace lth::sheet
