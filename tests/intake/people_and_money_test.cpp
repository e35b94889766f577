// Members, balances, claims and years of care funds, held against the books.
#include <gmock/gmock.h>

#include "core/registry/registry.hpp"
#include "intake/workbook.hpp"
#include "sheet/read.hpp"
#include "support/intake/desk.hpp"
#include "support/sheet/files.hpp"

namespace lth::tests {
namespace {

using core::club::Hardship;
using core::club::Sex;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view clubs =
    "Tên CLB;Xã;Khu dân cư;Ngày ra mắt\n"
    "CLB Hàm Rồng;Phường Hàm Rồng;Thôn 1;12/5/2018\n"
    "CLB Đông Thọ;Phường Đông Tiến;Thôn 1;12/5/2019\n";
constexpr std::string_view three_members =
    "Tên CLB;Họ tên;Ngày sinh;Giới tính;Hoàn cảnh;Ngày vào;Chức vụ;Điện thoại\n"
    "CLB Hàm Rồng;Lê Thị Mẫu;24/11/1965;nữ;nghèo;12/5/2018;chủ nhiệm;0912345678\n"
    "CLB Hàm Rồng;Trần Văn Mẫu;1952;nam;;12/5/2018;;\n"
    "CLB Hàm Rồng;Ngô Thị Mẫu;;nữ;;1/1/2020;;\n";
constexpr core::Date list_day = core::make_date(2025, 9, 30);

class PeopleAndMoney : public testing::Test {
protected:
    PeopleAndMoney() {
        const auto founded = desk.take("clubs", clubs);
        EXPECT_EQ(founded.rows, 2U);
    }

    std::map<std::string, core::club::MemberRow> members() {
        const auto rows = desk.club("CLB Hàm Rồng");
        std::map<std::string, core::club::MemberRow> by_name;
        for (const auto& said : rows.disclosed) {
            if (said.field != "name") continue;
            for (const auto& row : rows.members) {
                if (row.member.value == said.subject.value) by_name.emplace(said.value, row);
            }
        }
        return by_name;
    }
    core::Money balance(std::string_view account) {
        for (const auto& row : desk.club("CLB Hàm Rồng").balances) {
            if (full_name(row.account) == account) return row.amount;
        }
        return {};
    }

    Desk desk;
};

TEST_F(PeopleAndMoney, AListOfMembersBecomesTheRoster) {
    desk.take("members", three_members, {.as_of = list_day});
    const auto people = members();
    ASSERT_EQ(people.size(), 3U);
    const auto& first = people.at("Lê Thị Mẫu");
    EXPECT_EQ(first.birth_year, core::Year{1965});
    EXPECT_EQ(first.sex, Sex::female);
    EXPECT_EQ(first.hardship, Hardship::poor);
    EXPECT_EQ(first.joined, core::make_date(2018, 5, 12));
    EXPECT_FALSE(people.at("Ngô Thị Mẫu").birth_year);
    EXPECT_EQ(desk.club("CLB Hàm Rồng").club->roster_completed, list_day);
    EXPECT_THAT(differences(desk.store()), IsEmpty());
    const auto again = desk.plan("members", three_members, {.as_of = list_day});
    EXPECT_THAT(again.entries, IsEmpty());
    EXPECT_EQ(again.unchanged, 3U);
}

constexpr std::string_view board_and_left =
    "Tên CLB;Họ tên;Năm sinh;Ngày vào;Ngày ra;Chức vụ\n"
    "CLB Hàm Rồng;Lê Thị Mẫu;1965;12/5/2018;;chủ nhiệm\n"
    "CLB Hàm Rồng;Trần Văn Mẫu;1952;12/5/2018;01/02/2021;thủ quỹ\n"
    "CLB Hàm Rồng;Ngô Thị Mẫu;1960;12/5/2018;;thư ký\n";

TEST_F(PeopleAndMoney, WhoHasLeftHasNoSeatInTheBoard) {
    const auto plan = desk.take("members", board_and_left, {.as_of = list_day});
    const auto note = std::ranges::find_if(
        plan.notes, [](const auto& one) { return one.what.rule.id() == "import.note.seat_ended"; });
    ASSERT_NE(note, plan.notes.end());
    EXPECT_EQ(note->row, 3U);
    EXPECT_EQ(
        message(note->what, core::Language::vi),
        "Trần Văn Mẫu không ở trong câu lạc bộ ngày 30/09/2025: không ghi chức vụ «thủ quỹ».");
    EXPECT_EQ(members().at("Trần Văn Mẫu").left, core::make_date(2021, 2, 1));
    EXPECT_THAT(desk.plan("members", board_and_left, {.as_of = list_day}).entries, IsEmpty());
}

TEST_F(PeopleAndMoney, TheExampleOfTheFormIsTaken) {
    const auto& table = sheet::table_of(sheet::SheetKind::members);
    std::string headings;
    std::string example;
    for (const auto& column : table.columns) {
        if (column.example.empty()) continue;
        headings += std::string(column.heading) + ";";
        example += std::string(column.example) + ";";
    }
    const auto example_of = [&](sheet::ColumnId id) {
        return std::string(sheet::find_column(table, id)->example);
    };
    // On the map of its years: the example's ward is part of another since.
    const intake::Options options{.units_as_of = core::make_date(2020, 9, 30)};
    desk.take("clubs",
              "Tên CLB;Huyện;Xã;Ngày ra mắt\n" + example_of(sheet::ColumnId::club) + ";" +
                  example_of(sheet::ColumnId::district) + ";" +
                  example_of(sheet::ColumnId::commune) + ";20/04/2016\n",
              options);
    EXPECT_EQ(first_error(desk.plan("members", headings + "\n" + example + "\n", options)), "");
}

TEST_F(PeopleAndMoney, APartialListLeavesTheRosterOpen) {
    desk.take("members", three_members, {.as_of = list_day, .lists = intake::Lists::partial});
    EXPECT_FALSE(desk.club("CLB Hàm Rồng").club->roster_completed);
}

TEST_F(PeopleAndMoney, NamesAreInNoBody) {
    const auto plan = desk.take("members", three_members, {.as_of = list_day});
    for (const auto& planned : plan.entries) {
        EXPECT_EQ(planned.entry.body.find("Mẫu"), std::string::npos);
        EXPECT_EQ(planned.entry.body.find("0912345678"), std::string::npos);
    }
}

TEST_F(PeopleAndMoney, WhatTheListSaysOtherwiseIsCorrectedOrChanged) {
    desk.take("members", three_members, {.as_of = list_day});
    const auto plan = desk.take("members",
                                "Tên CLB;Họ tên;Ngày sinh;Giới tính;Hoàn cảnh;Ngày ra;Lý do ra\n"
                                "CLB Hàm Rồng;Lê Thị Mẫu;1965;;cận nghèo;;\n"
                                "CLB Hàm Rồng;Trần Văn Mẫu;1952;;;1/10/2025;chết\n"
                                "CLB Hàm Rồng;Ngô Thị Mẫu;1960;;;;\n",
                                {.as_of = core::make_date(2025, 10, 31)});
    EXPECT_EQ(plan.entries.size(), 1U);
    const auto people = members();
    EXPECT_EQ(people.at("Lê Thị Mẫu").hardship, Hardship::near_poor);
    EXPECT_EQ(people.at("Trần Văn Mẫu").left, core::make_date(2025, 10, 1));
    EXPECT_EQ(people.at("Ngô Thị Mẫu").birth_year, core::Year{1960});
}

TEST_F(PeopleAndMoney, WhatDiffersIsToldCellByCell) {
    desk.take("members", three_members, {.as_of = list_day});
    const auto plan = desk.plan("members",
                                "Tên CLB;Họ tên;Ngày sinh;Giới tính;Hoàn cảnh;Ngày vào;Điện thoại\n"
                                "CLB Hàm Rồng;Lê Thị Mẫu;1965;nam;nghèo;12/5/2018;0987654321\n"
                                "CLB Hàm Rồng;Trần Văn Mẫu;1952;nam;;1/6/2018;\n",
                                {.as_of = list_day});
    std::vector<std::string> told;
    for (const auto& one : plan.differences) {
        told.push_back(std::to_string(one.row) + " " + one.club + " " + one.who + " " +
                       std::string(one.column) + ": " + one.before + " > " + one.after);
    }
    EXPECT_THAT(told, ElementsAre("2 CLB Hàm Rồng Lê Thị Mẫu Giới tính: nữ > nam",
                                  "2 CLB Hàm Rồng Lê Thị Mẫu Điện thoại: 0912345678 > 0987654321",
                                  "3 CLB Hàm Rồng Trần Văn Mẫu Ngày vào: 12/05/2018 > 01/06/2018"));
}

TEST_F(PeopleAndMoney, WhoIsCalledLikeAMemberMayBeHim) {
    desk.take("members", three_members, {.as_of = list_day});
    constexpr std::string_view typed_again =
        "Tên CLB;Họ tên;Năm sinh\nCLB Hàm Rồng;Tran Van Mau;1951\nCLB Hàm Rồng;Lê Thị Mẫu;1965\n";
    const auto plan = desk.plan("members", typed_again, {.as_of = list_day});
    const auto note = std::ranges::find_if(plan.notes, [](const auto& one) {
        return one.what.rule.id() == "import.note.same_in_book";
    });
    ASSERT_NE(note, plan.notes.end());
    EXPECT_EQ(note->row, 2U);
    ASSERT_EQ(note->held.size(), 1U);  // the others are named by rows or called otherwise
    EXPECT_EQ(note->held[0].text, "Trần Văn Mẫu, sinh 1952, vào 12/05/2018");
    EXPECT_EQ(note->held[0].id, to_text(desk.club_id("CLB Hàm Rồng")) + "/" +
                                    to_text(members().at("Trần Văn Mẫu").member));
}

TEST_F(PeopleAndMoney, WhoIsUnderSixteenIsAskedAbout) {
    constexpr std::string_view young =
        "Tên CLB;Họ tên;Ngày sinh\n"
        "CLB Hàm Rồng;Lê Thị Mẫu;30/9/2009\n"  // sixteen that day
        "CLB Hàm Rồng;Trần Văn Mẫu;1/10/2009\n"
        "CLB Hàm Rồng;Ngô Thị Mẫu;2025\n"
        "CLB Hàm Rồng;Đỗ Văn Mẫu;2009\n";
    const auto plan = desk.take("members", young, {.as_of = list_day});
    std::vector<std::size_t> rows;
    for (const auto& note : plan.notes) {
        if (note.what.rule.id() == "import.note.young") rows.push_back(note.row);
    }
    EXPECT_THAT(rows, ElementsAre(3U, 4U));
    // What the book says is not asked about again.
    EXPECT_THAT(notes_of(desk.plan("members", young, {.as_of = list_day})),
                testing::Not(Contains("import.note.young")));
}

TEST_F(PeopleAndMoney, WhoMayNotReadNamesLearnsNothingOfTheBook) {
    desk.take("members", three_members, {.as_of = list_day});
    const auto plan =
        desk.plan("members",
                  "Tên CLB;Họ tên;Năm sinh;Điện thoại\n"
                  "CLB Hàm Rồng;Lê Thị Mẫu;1965;0987654321\n"
                  "CLB Hàm Rồng;Tran Van Mau;1951;\n",
                  {.as_of = list_day, .sees_people = [](const auto&) { return false; }});
    ASSERT_EQ(plan.differences.size(), 1U);
    EXPECT_EQ(plan.differences[0].before, "");
    EXPECT_EQ(plan.differences[0].after, "0987654321");
    EXPECT_THAT(notes_of(plan), testing::Not(Contains("import.note.same_in_book")));
}

TEST_F(PeopleAndMoney, TwoOfOneNameAndYearAreNamedAndKeptApart) {
    constexpr std::string_view twins =
        "Tên CLB;Họ tên;Năm sinh\nCLB Hàm Rồng;Lê Thị Mẫu;1950\nCLB Hàm Rồng;Lê Thị Mẫu;1950\n";
    const auto plan = desk.take("members", twins, {.as_of = list_day});
    EXPECT_THAT(notes_of(plan), Contains("import.note.duplicates"));
    EXPECT_EQ(desk.club("CLB Hàm Rồng").members.size(), 2U);
    EXPECT_THAT(desk.plan("members", twins, {.as_of = list_day}).entries, IsEmpty());
}

TEST_F(PeopleAndMoney, WhoIsMissingInTheFileStays) {
    desk.take("members", three_members, {.as_of = list_day});
    const auto plan =
        desk.plan("members", "Tên CLB;Họ tên\nCLB Hàm Rồng;Lê Thị Mẫu\n", {.as_of = list_day});
    EXPECT_THAT(notes_of(plan), Contains("import.note.not_in_file"));
    EXPECT_THAT(plan.entries, IsEmpty());
}

TEST_F(PeopleAndMoney, AClubThatIsNotThereIsAnError) {
    const auto plan = desk.plan("members", "Tên CLB;Họ tên\nCLB Xa Lạ;Lê Thị Mẫu\n");
    EXPECT_THAT(errors_of(plan), ElementsAre("import.club.unknown"));
}

constexpr std::string_view funds_csv =
    "Tên CLB;Ngày số dư;Tiền mặt quỹ tăng thu nhập;Lãi nhập vốn;Tiền mặt quỹ hoạt động\n"
    "CLB Hàm Rồng;30/9/2025;5.000.000;1.000.000;700.000\n";

TEST_F(PeopleAndMoney, BalancesOpenTheBookAndKeepTheDifference) {
    const auto plan = desk.take("balances", funds_csv);
    EXPECT_THAT(notes_of(plan), Contains("import.note.difference"));
    EXPECT_EQ(desk.club("CLB Hàm Rồng").club->book_opened, core::make_date(2025, 9, 30));
    EXPECT_EQ(balance("income:cash"), core::Money{5'000'000});
    EXPECT_EQ(balance("income:capitalised_interest"), core::Money{1'000'000});
    EXPECT_EQ(balance("operating:cash"), core::Money{700'000});
    EXPECT_EQ(balance("operating:opening"), core::Money{});
    EXPECT_THAT(differences(desk.store()), IsEmpty());
    EXPECT_THAT(desk.plan("balances", funds_csv).entries, IsEmpty());
}

TEST_F(PeopleAndMoney, BalancesOfAnOpenBookAreNotReplaced) {
    desk.take("balances", funds_csv);
    const auto plan = desk.plan("balances",
                                "Tên CLB;Ngày số dư;Tiền mặt quỹ tăng thu nhập\n"
                                "CLB Hàm Rồng;30/9/2025;6.000.000\n");
    EXPECT_THAT(errors_of(plan), ElementsAre("import.balance.opened_already"));
}

TEST_F(PeopleAndMoney, ALoanNeedsABorrowerWhoIsThere) {
    const auto plan = desk.plan("balances",
                                "Tên CLB;Người vay;Ngày vay;Số tiền vay;Dư nợ\n"
                                "CLB Hàm Rồng;Lê Thị Mẫu;1/9/2025;2.000.000;2.000.000\n",
                                {.as_of = list_day});
    EXPECT_THAT(errors_of(plan), ElementsAre("import.member.unknown"));
}

TEST_F(PeopleAndMoney, LoansOpenWithWhatIsOwed) {
    desk.take("members", three_members, {.as_of = list_day});
    constexpr std::string_view loans =
        "Tên CLB;Người vay;Ngày vay;Số tiền vay;Dư nợ;Đã trả lãi đến tháng\n"
        "CLB Hàm Rồng;Lê Thị Mẫu;1/6/2025;3.000.000;2.250.000;9/2025\n";
    desk.take("balances", loans, {.as_of = list_day});
    EXPECT_EQ(balance("income:loans"), core::Money{2'250'000});
    ASSERT_EQ(desk.club("CLB Hàm Rồng").loans.size(), 1U);
    EXPECT_THAT(desk.plan("balances", loans, {.as_of = list_day}).entries, IsEmpty());
}

TEST_F(PeopleAndMoney, ClaimsAreKeptOnce) {
    constexpr std::string_view claims =
        "Văn bản;Ngày;Chỉ tiêu;Quan hệ;Giá trị\nBáo cáo số 1;30/9/2020;members;bằng;44291\n";
    const auto plan = desk.take("claims", claims);
    EXPECT_EQ(plan.entries.size(), 1U);
    EXPECT_THAT(desk.plan("claims", claims).entries, IsEmpty());
}

TEST_F(PeopleAndMoney, YearsOfCareFundsOpenTheBookOfTheirAssociation) {
    constexpr std::string_view years =
        "Đơn vị;Cấp;Năm;Thu bằng tiền từ bên ngoài;Đã chi\n"
        "Phường Hàm Rồng;xã;2024;12.000.000;9.000.000\n";
    const auto plan = desk.take("fund-years", years);
    EXPECT_EQ(plan.opened, 1U);
    EXPECT_THAT(desk.plan("fund-years", years).entries, IsEmpty());
    const auto more = desk.take("fund-years",
                                "Đơn vị;Cấp;Năm;Thu bằng tiền từ bên ngoài\n"
                                "Phường Hàm Rồng;xã;2024;13.000.000\n");
    EXPECT_EQ(more.opened, 0U);
    EXPECT_EQ(more.entries.size(), 1U);
}

TEST_F(PeopleAndMoney, AWorkbookComesBackWithoutAnEntry) {
    desk.take("members", three_members, {.as_of = list_day});
    desk.take("balances", funds_csv);
    intake::Planner planner(desk.store(), desk.clock(), desk.ids(), {});
    const auto bytes = intake::export_workbook(planner, {.unit = "14758"});
    ASSERT_TRUE(bytes);
    for (const char* kind : {"register", "clubs", "members", "balances"}) {
        auto workbook = sheet::read_workbook(bytes->bytes);
        ASSERT_TRUE(workbook);
        const auto plan = desk.plan(kind, std::move(*workbook));
        EXPECT_EQ(first_error(plan), "") << kind;
        EXPECT_THAT(plan.entries, IsEmpty()) << kind;
        EXPECT_GT(plan.unchanged, 0U) << kind;
    }
    EXPECT_FALSE(intake::export_workbook(planner, {.unit = "không có"}));
}

/// The workbook as somebody types it anew who has no hidden ids.
sheet::Workbook without_ids(sheet::Workbook workbook) {
    for (auto& sheet : workbook.sheets) {
        const bool has_ids = !sheet.rows.empty() && !sheet.rows[0].empty() &&
                             shown(sheet.rows[0].front()) == "Mã dòng";
        for (auto& row : sheet.rows) {
            if (has_ids && !row.empty()) row.front() = {};
        }
    }
    return workbook;
}

TEST_F(PeopleAndMoney, AWorkbookWithoutIdsMakesTheBooksAnew) {
    desk.take("members", board_and_left, {.as_of = list_day});
    desk.take("members",  // the chair leaves with a seat in the book
              "Tên CLB;Họ tên;Ngày ra\nCLB Hàm Rồng;Lê Thị Mẫu;1/10/2025\n",
              {.as_of = core::make_date(2025, 10, 31), .lists = intake::Lists::partial});
    desk.take("balances", funds_csv);
    intake::Planner planner(desk.store(), desk.clock(), desk.ids(), {});
    const auto bytes = intake::export_workbook(planner, {.unit = "14758"});
    ASSERT_TRUE(bytes);
    Desk other;
    for (const char* kind : {"register", "members", "balances"}) {
        auto workbook = sheet::read_workbook(bytes->bytes);
        ASSERT_TRUE(workbook);
        auto plan = other.plan(kind, without_ids(std::move(*workbook)));
        EXPECT_EQ(first_error(plan), "") << kind;
        EXPECT_THAT(notes_of(plan), testing::Not(Contains("import.note.seat_ended")));
        if (plan.errors.empty()) other.write(std::move(plan));
    }
    EXPECT_EQ(other.club("CLB Hàm Rồng").members.size(), 3U);
    EXPECT_THAT(desk.plan("members", *sheet::read_workbook(bytes->bytes)).entries, IsEmpty());
}

TEST_F(PeopleAndMoney, YearsOfUnitsThatWereJoinedComeBackToTheirOwnFunds) {
    // Both are Phường Hàm Rồng, 14758, on the map of the year's end.
    desk.take("fund-years",
              "Đơn vị;Cấp;Năm;Đã chi\n14755;xã;2025;9.000.000\n14761;xã;2025;7.000.000\n",
              {.units_as_of = core::make_date(2025, 6, 30)});
    intake::Planner planner(desk.store(), desk.clock(), desk.ids(), {});
    const auto bytes = intake::export_workbook(planner, {});
    ASSERT_TRUE(bytes);
    auto workbook = sheet::read_workbook(bytes->bytes);
    ASSERT_TRUE(workbook);
    const auto plan = desk.plan("fund-years", std::move(*workbook));
    EXPECT_EQ(first_error(plan), "");
    EXPECT_THAT(plan.entries, IsEmpty());
    EXPECT_EQ(plan.unchanged, 2U);
    EXPECT_THAT(
        errors_of(desk.plan("fund-years",
                            "Mã dòng;Đơn vị;Cấp;Năm;Đã chi\nkhông có;14758;xã;2025;1.000.000\n")),
        Contains("import.id.unknown"));
}

TEST_F(PeopleAndMoney, AWorkbookHoldsWhatItsReaderMaySee) {
    desk.take("members", three_members, {.as_of = list_day});
    desk.take("balances", funds_csv);
    std::string guide;
    const auto rows_of = [&](const intake::WorkbookQuestion& question) {
        intake::Planner planner(desk.store(), desk.clock(), desk.ids(), {});
        const auto bytes = intake::export_workbook(planner, question);
        std::map<std::string, std::size_t> rows;
        if (!bytes) return rows;
        guide.clear();
        for (const auto& sheet : sheet::read_workbook(bytes->bytes)->sheets) {
            rows[sheet.name] = sheet.rows.size();
            if (sheet.name == "Hướng dẫn") guide = test::shown_rows(sheet);
        }
        return rows;
    };
    const auto own = desk.club_id("CLB Hàm Rồng");
    const auto all = rows_of({});
    EXPECT_TRUE(all.contains("Thành viên"));
    EXPECT_THAT(guide, HasSubstr("quy chế vay: 2 câu lạc bộ."));
    EXPECT_THAT(guide, testing::Not(HasSubstr("Không có thành viên")));
    const auto without_names = rows_of(
        {.unit = {}, .sight = [](const auto&) { return std::optional(app::PartClasses{}); }});
    EXPECT_EQ(without_names.at("Danh sách câu lạc bộ"), all.at("Danh sách câu lạc bộ"));
    EXPECT_FALSE(without_names.contains("Thành viên"));
    EXPECT_FALSE(without_names.contains("Khoản vay còn nợ"));
    EXPECT_THAT(guide, HasSubstr("Không có thành viên, số dư và khoản vay của 2 câu lạc bộ"));
    const auto of_one =
        rows_of({.unit = {}, .sight = [&](const core::BookId& id) {
                     return id == own ? std::optional<app::PartClasses>({core::PartClass::name})
                                      : std::nullopt;
                 }});
    EXPECT_EQ(of_one.at("Danh sách câu lạc bộ"), all.at("Danh sách câu lạc bộ") - 1);
    EXPECT_EQ(of_one.at("Thành viên"), all.at("Thành viên"));
    EXPECT_TRUE(rows_of({.unit = {},
                         .sight = [](const auto&) { return std::optional<app::PartClasses>(); }})
                    .empty());
}

}  // namespace
}  // namespace lth::tests
