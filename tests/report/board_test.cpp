// What the papers of the steering board say of its last meeting, and the conclusions drafted of
// what is open.
#include <gtest/gtest.h>

#include "report/compose.hpp"
#include "report/figures.hpp"

namespace lth::report {
namespace {

using core::make_date;
namespace association = core::association;

app::StandingView board_standing(core::Date as_of) {
    app::StandingView view;
    view.frame.as_of = as_of;
    view.scheme = {"scheme", "Đề án thử", make_date(2020, 9, 30), make_date(2025, 12, 31)};
    const auto add = [&](std::string_view id, std::int64_t value, std::optional<bool> met) {
        auto& target = view.standing.targets.emplace_back();
        target.id = id;
        target.name = {"Số câu lạc bộ", "Clubs"};
        target.value.kind = facts::ValueKind::count;
        target.value.value = value;
        target.goal = 40;
        target.met = met;
        target.in_scheme = true;
    };
    add("T1", 12, false);
    add("T2", 41, true);
    add("T3", 0, std::nullopt);
    auto& missing = view.standing.targets.front();
    for (const char* name : {"Xã A", "Xã B"}) missing.missing.emplace_back().name = name;
    missing.missing_total = 3;
    return view;
}

std::vector<std::string> drafted(const app::StandingView& now, const app::AssociationsView& view) {
    Values values;
    put_draft(values, now, view);
    std::vector<std::string> lines;
    for (const auto& line : values.lists.at("conclusions")) {
        lines.push_back(line.at("number").text + ". " + line.at("text").text);
    }
    return lines;
}

TEST(BoardPapers, DraftConclusionsSayWhoIsToDoWhatByWhen) {
    app::AssociationsView view;
    view.decisions = {{make_date(2025, 1, 1), "Xã Cũ", 2, true},
                      {make_date(2025, 1, 1), "Xã Mất", 0, false}};
    app::MatterLine obstacle;
    obstacle.on = make_date(2024, 5, 3);
    obstacle.association = "Hội Một";
    obstacle.subject = association::Subject::loans;
    auto answered = obstacle;
    answered.ended_on = make_date(2024, 6, 1);
    app::MatterLine proposal;
    proposal.on = make_date(2024, 5, 4);
    proposal.association = "Hội Hai";
    proposal.subject = association::Subject::policy;
    proposal.to = "UBND tỉnh";
    proposal.document = "12/TTr-HNCT";
    proposal.proposal = true;
    view.matters = {obstacle, answered, proposal};
    const auto day = make_date(2024, 1, 15);
    view.owed = {{day, association::ReportKind::year, "Xã A"},
                 {day, association::ReportKind::year, "Xã B"},
                 {make_date(2024, 7, 15), association::ReportKind::half_year, "Xã C"}};
    const std::vector<std::string> wanted = {
        "1. Giao …… phân khu dân cư của 1 đơn vị còn chờ quyết định: Xã Cũ; hoàn thành trước ngày "
        "…….",
        "2. Giao …… xác định 1 đơn vị chưa rõ nhập vào đâu: Xã Mất; hoàn thành trước ngày …….",
        "3. Đề nghị UBND tỉnh trả lời 1 kiến nghị: Chính sách (Hội Hai, 12/TTr-HNCT, ngày "
        "04/05/2024) trước ngày …….",
        "4. Giao …… thực hiện chỉ tiêu T1 (Số câu lạc bộ): hiện là 12, mục tiêu 40, còn thiếu 28; "
        "3 nơi còn thiếu: Xã A; Xã B và 1 nơi khác; hoàn thành trước ngày 31/12/2025.",
        "5. Giao …… bổ sung số liệu để kết luận được chỉ tiêu T3; hoàn thành trước ngày …….",
        "6. Giao Hội cấp tỉnh trả lời 1 vướng mắc: Vay vốn (Hội Một, ngày 03/05/2024); hoàn thành "
        "trước ngày …….",
        "7. Giao 2 đơn vị nộp báo cáo năm quá hạn từ ngày 15/01/2024: Xã A; Xã B; hoàn thành trước "
        "ngày …….",
        "8. Giao Xã C nộp báo cáo 6 tháng quá hạn từ ngày 15/07/2024; hoàn thành trước ngày ……."};
    EXPECT_EQ(drafted(board_standing(make_date(2024, 8, 1)), view), wanted);
}

TEST(BoardPapers, NothingIsDraftedOfTargetsBeforeTheSchemeBegins) {
    EXPECT_TRUE(drafted(board_standing(make_date(2020, 9, 29)), {}).empty());
}

TEST(BoardPapers, OfASchemeThatHasEndedNothingIsToBeMet) {
    for (const auto day : {make_date(2025, 12, 31), make_date(2026, 2, 1)}) {
        const std::vector<std::string> wanted = {
            "1. Ghi nhận khi kết thúc giai đoạn (31/12/2025) chưa đạt chỉ tiêu T1 (Số câu lạc bộ): "
            "hiện là 12, mục tiêu 40, còn thiếu 28; 3 nơi còn thiếu: Xã A; Xã B và 1 nơi khác.",
            "2. Giao …… bổ sung số liệu để kết luận được chỉ tiêu T3; hoàn thành trước ngày ……."};
        EXPECT_EQ(drafted(board_standing(day), {}), wanted);
    }
}

TEST(BoardPapers, TheLastConclusionsAreToldOrSaidNotToBe) {
    app::AssociationsView view;
    const auto said = [&](Asked asked) {
        asked.kind = Kind::steering_pack;
        Values values;
        put_earlier(values, view, asked);
        return values.fields.at("last_conclusions").text;
    };
    const auto tells = [](std::optional<std::string> text) {
        Asked asked;
        asked.text = [text](const app::OpPlace& /*place*/) { return text; };
        return asked;
    };
    EXPECT_EQ(said({}), dotted);  // no meeting is on record
    view.steering = {{make_date(2024, 5, 1), 9, {}}};
    EXPECT_EQ(said(tells("Mở thêm mười câu lạc bộ")), "Mở thêm mười câu lạc bộ");
    EXPECT_EQ(said(tells("")), "Sổ không ghi kết luận của lần họp này.");
    const std::string closed = "Xem trong sổ của Hội; bản này không chép lại.";
    EXPECT_EQ(said(tells(std::nullopt)), closed);
    EXPECT_EQ(said({}), closed);
}

}  // namespace
}  // namespace lth::report
