// The province's sheet, one row a club, against books that are empty, the same, or otherwise.
#include <gmock/gmock.h>

#include "app/province.hpp"
#include "intake/workbook.hpp"
#include "sheet/read.hpp"
#include "support/intake/desk.hpp"
#include "support/store/failing_store.hpp"

namespace lth::tests {
namespace {

using core::club::Status;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view two_clubs =
    "Huyện;Xã;Khu dân cư;Tên CLB;Chương trình;Ngày ra mắt;Số thành viên;Người cao tuổi;Nữ;"
    "Vốn ban đầu;Nguồn vốn;Ngày số liệu\n"
    "Thành phố Thanh Hóa;Phường Hàm Rồng;Thôn 1;CLB Hàm Rồng;Dự án VIE 022;12/5/2018;55;38;42;"
    "20.000.000 đ;57,5 triệu;30/9/2020\n"
    "380;14758;Thôn 1, Thôn 2;CLB Đông Thọ;Đề án riêng;1/6/2019;60;41;44;15 triệu;48 triệu;"
    "30/9/2020\n";

app::StandingView standing(Desk& desk) {
    app::Province province(desk.store(), desk.clock());
    auto view = province.standing(
        {.as_of = core::make_date(2020, 9, 30), .units_as_of = core::make_date(2020, 11, 1)});
    EXPECT_TRUE(view);
    return std::move(*view);
}

std::optional<std::int64_t> measure(const app::StandingView& view, std::string_view name) {
    for (const auto& one : view.standing.measures) {
        if (one.name == name) return one.answer.value.value;
    }
    return std::nullopt;
}

TEST(Register, FoundsAnEmptyProvinceAndItsClubs) {
    Desk desk;
    const auto plan = desk.take("register", two_clubs);
    EXPECT_EQ(plan.rows, 2U);
    EXPECT_THAT(notes_of(plan), Contains("import.note.province_founded"));
    EXPECT_THAT(notes_of(plan), Contains("import.note.programme_new"));
    const auto view = standing(desk);
    EXPECT_EQ(measure(view, "clubs_active"), 2);
    EXPECT_EQ(measure(view, "communes"), 559);
    EXPECT_EQ(measure(view, "communes_covered"), 2);
    EXPECT_EQ(measure(view, "villages_covered"), 3);
    EXPECT_EQ(measure(view, "members"), 115);
    EXPECT_EQ(measure(view, "members_elderly"), 79);
    EXPECT_EQ(measure(view, "members_women"), 86);
    const auto club = desk.club("CLB Hàm Rồng");
    EXPECT_EQ(club.club->status, Status::active);
    EXPECT_EQ(club.club->launched_on, core::make_date(2018, 5, 12));
    EXPECT_EQ(club.club->start_capital, core::Money{20'000'000});
    EXPECT_EQ(club.reports.front().figures.capital, core::Money{57'500'000});
    EXPECT_THAT(differences(desk.store()), IsEmpty());
}

TEST(Register, HandedInAgainItMakesNoEntry) {
    Desk desk;
    desk.take("register", two_clubs);
    const auto again = desk.plan("register", two_clubs);
    EXPECT_THAT(again.errors, IsEmpty());
    EXPECT_THAT(again.entries, IsEmpty());
    EXPECT_EQ(again.unchanged, 2U);
}

// The sheet of clubs, and no other, is the list of clubs; 14758 was another ward on its day.
TEST(Register, AWorkbookIsAListOfClubsToo) {
    Desk desk;
    desk.take("register", two_clubs);
    desk.take("members", "Tên CLB;Họ tên;Năm sinh\nCLB Hàm Rồng;Lê Văn Mẫu;1950\n");
    desk.take("balances",
              "Tên CLB;Người vay;Ngày vay;Số tiền vay;Dư nợ\n"
              "CLB Hàm Rồng;Lê Văn Mẫu;1/9/2025;2.000.000;2.000.000\n",
              {.as_of = core::make_date(2025, 9, 30)});
    intake::Planner planner(desk.store(), desk.clock(), desk.ids(), {});
    const auto bytes = intake::export_workbook(planner, {});
    ASSERT_TRUE(bytes);
    auto workbook = sheet::read_workbook(bytes->bytes);
    ASSERT_TRUE(workbook);
    const auto plan = desk.plan("clubs", std::move(*workbook));
    EXPECT_EQ(first_error(plan), "");
    EXPECT_THAT(plan.entries, IsEmpty());
    EXPECT_EQ(plan.rows, 2U);
    EXPECT_EQ(plan.unchanged, 2U);
    EXPECT_THAT(notes_of(plan), Contains("import.note.sheet_ignored"));
}

TEST(Register, FiguresWithoutADayAreNotNewOnAnother) {
    Desk desk;
    constexpr std::string_view undated = "Tên CLB;Số thành viên\nCLB A;55\n";
    desk.take("register", undated);
    desk.clock().now += std::int64_t{40} * 24 * 3'600'000;
    EXPECT_THAT(desk.plan("register", undated).entries, IsEmpty());
    EXPECT_EQ(desk.plan("register", "Tên CLB;Số thành viên\nCLB A;56\n").entries.size(), 1U);
}

TEST(Register, EveryCellButTheNameMayBeEmpty) {
    Desk desk;
    const auto plan = desk.take("register", "Tên CLB;Xã;Ghi chú\nCLB một mình;;x\n");
    EXPECT_THAT(notes_of(plan), Contains("import.note.commune_missing"));
    EXPECT_THAT(notes_of(plan), Contains("import.note.launch_missing"));
    EXPECT_THAT(notes_of(plan), Contains("import.note.column_unknown"));
    const auto club = desk.club("CLB một mình");
    EXPECT_EQ(club.club->status, Status::active);
    EXPECT_THAT(club.reports, IsEmpty());
    const auto again = desk.plan("register", "Tên CLB;Xã\nCLB một mình;\n");
    EXPECT_THAT(again.entries, IsEmpty());
}

TEST(Register, AClubWithoutVillageCountsForItsCommuneOnly) {
    Desk desk;
    const auto plan = desk.take("register",
                                "Tên CLB;Xã;Ngày số liệu\nCLB A;Phường Hàm Rồng;30/9/2020\n"
                                "CLB B;Phường Hàm Rồng;30/9/2020\n");
    EXPECT_THAT(notes_of(plan), Contains("import.note.village_missing"));
    const auto view = standing(desk);
    EXPECT_EQ(measure(view, "communes_covered"), 1);
    EXPECT_EQ(measure(view, "villages_covered"), 0);
}

TEST(Register, AnAmbiguousCommuneListsTheChoices) {
    Desk desk;
    const auto plan = desk.plan("register", "Tên CLB;Xã\nCLB A;Quang Trung\nCLB B;Xã Không Có\n",
                                {.units_as_of = core::make_date(2020, 11, 1)});
    EXPECT_THAT(errors_of(plan), ElementsAre("import.commune.ambiguous", "import.commune.unknown"));
    EXPECT_THAT(first_error(plan), HasSubstr("Thị xã Bỉm Sơn"));
    EXPECT_THAT(first_error(plan), HasSubstr("Huyện Ngọc Lặc"));
    EXPECT_EQ(plan.errors.front().row, 2U);
}

TEST(Register, TheDistrictTellsCommunesOfOneNameApart) {
    Desk desk;
    const auto plan = desk.plan("register", "Tên CLB;Huyện;Xã\nCLB A;Ngọc Lặc;Quang Trung\n",
                                {.units_as_of = core::make_date(2020, 11, 1)});
    EXPECT_THAT(plan.errors, IsEmpty());
    const auto wrong = desk.plan("register", "Tên CLB;Huyện;Xã\nCLB A;Huyện Xa;Quang Trung\n",
                                 {.units_as_of = core::make_date(2020, 11, 1)});
    EXPECT_THAT(errors_of(wrong), ElementsAre("import.district.unknown"));
}

TEST(Register, TheSameClubTwiceIsAnError) {
    Desk desk;
    const auto plan = desk.plan("register",
                                "Tên CLB;Xã\nCLB LTHTGN Tào Trụ;Phường Hàm Rồng\n"
                                "Câu lạc bộ liên thế hệ tự giúp nhau Tào Trụ;Phường Hàm Rồng\n");
    EXPECT_THAT(errors_of(plan), ElementsAre("import.club.twice"));
}

TEST(Register, ARefusedRowNamesRuleAndRow) {
    Desk desk;
    const auto plan =
        desk.plan("register", "Tên CLB;Xã;Ngày ra mắt\nCLB A;Phường Hàm Rồng;1/1/2199\n");
    ASSERT_EQ(plan.errors.size(), 1U);
    EXPECT_EQ(plan.errors.front().row, 2U);
    EXPECT_EQ(plan.errors.front().rejection.rule.id(), "entry.dated_ahead");
}

TEST(Register, WhatChangedIsOneEntry) {
    Desk desk;
    desk.take("register", two_clubs);
    const auto plan = desk.take("register",
                                "Xã;Tên CLB;Số thành viên;Vốn ban đầu;Ngày số liệu\n"
                                "Phường Hàm Rồng;CLB Hàm Rồng;57;21 triệu;31/12/2020\n");
    ASSERT_EQ(plan.entries.size(), 1U);
    EXPECT_EQ(plan.entries.front().operations, 2U);
    const auto club = desk.club("CLB Hàm Rồng");
    EXPECT_EQ(club.club->start_capital, core::Money{21'000'000});
    EXPECT_EQ(club.reports.size(), 2U);
}

TEST(Undo, TakesTheClubsBackAndTheyMayComeAgain) {
    Desk desk;
    const auto plan = desk.take("register", two_clubs);
    auto undo = desk.plan_undo(plan.job);
    EXPECT_THAT(undo.errors, IsEmpty());
    desk.write(std::move(undo));
    EXPECT_EQ(measure(standing(desk), "clubs_active"), 0);
    EXPECT_EQ(measure(standing(desk), "villages_covered"), 0);
    EXPECT_THAT(differences(desk.store()), IsEmpty());
    desk.take("register", two_clubs);
    EXPECT_EQ(measure(standing(desk), "clubs_active"), 2);
    EXPECT_EQ(measure(standing(desk), "communes"), 559);  // the map was not part of the import
}

TEST(Undo, LeavesVillagesThatOtherClubsStandOn) {
    Desk desk;
    const auto first = desk.take("register", two_clubs);
    desk.take("register",
              "Xã;Khu dân cư;Tên CLB;Ngày số liệu\n"
              "Phường Hàm Rồng;Thôn 1;CLB thứ hai;30/9/2020\n");
    desk.write(desk.plan_undo(first.job));
    const auto view = standing(desk);
    EXPECT_EQ(measure(view, "clubs_active"), 1);
    EXPECT_EQ(measure(view, "villages_covered"), 1);
}

TEST(Undo, OnceOnly) {
    Desk desk;
    const auto plan = desk.take("register", two_clubs);
    desk.write(desk.plan_undo(plan.job));
    intake::mark_undone(desk.store(), plan.job);
    intake::Planner planner(desk.store(), desk.clock(), desk.ids(), {});
    const auto again = intake::plan_undo(planner, plan.job);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().rule.id(), "import.undone_already");
    EXPECT_EQ(intake::plan_undo(planner, core::Uuid{}).error().rule.id(), "import.unknown");
}

TEST(Undo, IsRefusedWhereOthersDependOnIt) {
    Desk desk;
    desk.take("register", two_clubs);
    const auto members = desk.take("members",
                                   "Tên CLB;Họ tên;Năm sinh\nCLB Hàm Rồng;Lê Văn Mẫu;1950\n"
                                   "CLB Hàm Rồng;Lê Thị Mẫu;1955\n");
    desk.take("balances",
              "Tên CLB;Người vay;Ngày vay;Số tiền vay;Dư nợ\n"
              "CLB Hàm Rồng;Lê Văn Mẫu;1/9/2025;2.000.000;2.000.000\n",
              {.as_of = core::make_date(2025, 9, 30)});
    const auto undo = desk.plan_undo(members.job);
    EXPECT_THAT(errors_of(undo), Not(IsEmpty()));
}

// Wherever the writing stops, the same file goes on, and nothing is there twice.
TEST(Job, GoesOnWhereItStopped) {
    for (int fail_at = 1; fail_at < 40; ++fail_at) {
        Desk desk;
        auto plan = desk.plan("register", two_clubs);
        FailingStore failing(desk.store(), fail_at,
                             fail_at % 2 == 0 ? FailWhen::before : FailWhen::after);
        bool stopped = false;
        try {
            app::Books books(failing, desk.clock());
            const auto done =
                intake::write(books, failing, desk.clock(), std::move(plan),
                              {[](std::size_t, std::size_t) { return intake::Going::on; }});
            EXPECT_TRUE(done);
        } catch (const app::Fault&) {
            stopped = true;
        }
        if (!stopped) {
            EXPECT_GT(fail_at, 5);
            break;
        }
        desk.take("register", two_clubs);
        EXPECT_EQ(measure(standing(desk), "clubs_active"), 2) << fail_at;
        EXPECT_EQ(measure(standing(desk), "members"), 115) << fail_at;
        EXPECT_EQ(measure(standing(desk), "communes"), 559) << fail_at;
        EXPECT_EQ(desk.clubs().size(), 2U) << fail_at;
        EXPECT_THAT(differences(desk.store()), IsEmpty()) << fail_at;
    }
}

}  // namespace
}  // namespace lth::tests
