// Every kind from views made by hand: all templates can be filled, and what is unknown is said.
#include "report/make.hpp"

#include <gtest/gtest.h>

#include "app/period_view.hpp"
#include "report/issued.hpp"
#include "report/labels.hpp"
#include "support/app/no_common_books.hpp"
#include "support/facts/sample_province.hpp"
#include "support/report/files.hpp"

namespace lth::report {
namespace {

using core::make_date;
using test::rule_of;

constexpr core::Date today = make_date(2022, 3, 1);

app::UnitRef commune() {
    return {.id = {}, .code = "14755", .name = "Xã Hoằng Thắng", .parent = "38"};
}

// One commune with two clubs: of the first nothing is known.
class Village final : public app::Reading {
public:
    core::Result<app::StandingView> standing(const app::Question& question) override {
        std::vector<facts::ClubFacts> clubs;
        for (int i = 0; i < 2; ++i) {
            clubs.push_back(support::sample_club(i + 1, 1 + 2 * i, make_date(2021, 1, 10)));
        }
        app::StandingView view;
        view.frame = frame();
        view.frame.as_of = question.as_of.value_or(today);
        view.standing = support::SampleDesk(clubs).ask(question.as_of.value_or(today));
        view.scheme = {"scheme", "Đề án thử", make_date(2020, 9, 30), make_date(2025, 12, 31)};
        return view;
    }
    core::Result<app::UnitsView> units(std::optional<core::Date> /*as_of*/) override {
        return app::UnitsView{};
    }
    core::Result<app::UnitView> unit(const app::Question& question) override {
        app::UnitView view;
        view.frame = frame();
        if (question.unit.empty()) {
            view.frame.path.clear();
            view.units.push_back({.code = "14755", .name = "Xã Hoằng Thắng", .clubs = 2});
        } else {
            view.clubs = {line(1), line(2)};
        }
        return view;
    }
    core::Result<app::ClubsView> clubs(const app::ClubsQuestion& /*question*/) override {
        app::ClubsView view;
        view.frame = frame();
        view.clubs = {line(1), line(2)};
        return view;
    }
    core::Result<app::ClubView> club(const core::BookId& /*id*/,
                                     const app::Question& /*question*/) override {
        app::ClubView view;
        view.frame = frame();
        view.line = line(1);
        view.money_basis = facts::Basis::book;
        view.loans_outstanding = core::Money{700'000};
        for (const auto& [owed, late] : {std::pair{400'000, 0}, {300'000, 45}, {0, 0}}) {
            auto& loan = view.loans.emplace_back();
            loan.row.disbursed_on = make_date(2021, 6, 10);
            loan.row.principal = core::Money{1'000'000};
            loan.row.outstanding = core::Money{owed};
            loan.days_late = late;
        }
        auto& meeting = view.meetings.emplace_back();
        meeting.meeting = core::MeetingId{7};
        meeting.on = make_date(2022, 3, 1);
        view.meeting_entries[meeting.meeting] = 12;
        return view;
    }
    core::Result<app::AssociationsView> associations(const app::Question& /*question*/,
                                                     int care_year) override {
        app::AssociationsView view;
        view.frame = frame();
        view.association = "Hội Người cao tuổi xã Hoằng Thắng";
        view.care_year = care_year == 0 ? 2021 : care_year;
        view.care_years.resize(1);
        if (care_year != 2020) {
            app::CareFundLine fund;
            fund.own = true;
            fund.published.emplace();
            view.funds = {fund, {}};
        }
        return view;
    }
    core::Result<app::EntriesView> entries(const core::BookId& /*id*/, std::uint64_t /*after*/,
                                           app::Page /*page*/) override {
        return core::reject("question.book.unknown");
    }
    core::Result<app::EntryView> entry(const core::BookId& /*id*/, std::uint64_t /*seq*/) override {
        return core::reject("question.entry.unknown");
    }
    std::vector<app::AssociationLine> association_books() override { return {}; }
    core::Result<app::MatterList> matters(const app::MatterQuestion& /*question*/) override {
        return app::MatterList{};
    }
    core::Result<std::vector<app::QuotaResult>> quotas(
        std::span<const core::UnitId> /*units*/) override {
        return std::vector<app::QuotaResult>{};
    }
    core::Result<std::vector<app::OpenGrant>> open_grants(const core::BookId& /*club*/) override {
        return std::vector<app::OpenGrant>{};
    }
    core::Result<std::vector<app::CareYear>> care(const core::BookId& /*book*/,
                                                  int /*year*/) override {
        return std::vector<app::CareYear>{};
    }
    core::Result<app::PeriodView> period(const app::PeriodQuestion& /*question*/) override {
        return app::PeriodView{};
    }
    core::Result<std::vector<app::VisitLine>> visits() override {
        return std::vector<app::VisitLine>{};
    }
    std::vector<core::rating::Criteria> criteria() override { return {}; }
    app::CommonBooks& common_books() override { return common_; }
    bool simulated() override { return true; }
    bool healthy() override { return true; }

private:
    static app::Frame frame() {
        app::Frame frame;
        frame.as_of = frame.units_as_of = today;
        frame.simulated = true;
        frame.path = {commune()};
        return frame;
    }
    static app::ClubLine line(int number) {
        app::ClubLine line;
        line.name = "Thôn " + std::to_string(number) + " & <bạn>";
        line.commune = commune();
        if (number == 2) line.members = 1'055;
        return line;
    }
    tests::NoCommonBooks common_;
};

Asked asked(Kind kind) {
    Asked asked{.kind = kind};
    if (kind == Kind::club_sheet || kind == Kind::club_month) asked.club.emplace();
    if (kind == Kind::commune_month) asked.question.unit = "14755";
    return asked;
}

TEST(Make, EveryKindFillsItsTemplateTheSameWayEachTime) {
    Village village;
    for (const auto& info : all_kinds()) {
        EXPECT_EQ(&info_of(info.kind), &info);
        EXPECT_EQ(find_kind(info.id), info.kind);
        const auto made = make(village, asked(info.kind));
        ASSERT_EQ(rule_of(made), "")
            << info.id << " " << test::fact_of(made, "name") << " " << test::fact_of(made, "place");
        EXPECT_EQ(made->bytes, make(village, asked(info.kind))->bytes) << info.id;
        EXPECT_TRUE(made->file_name.starts_with(info.stem)) << made->file_name;
        EXPECT_TRUE(made->file_name.ends_with(info.type)) << made->file_name;
    }
}

TEST(Make, EveryDocumentStatesItsDatesAndThatItIsSimulated) {
    Village village;
    for (const auto& info : all_kinds()) {
        const auto made = make(village, asked(info.kind));
        ASSERT_TRUE(made);
        const auto text = test::part_of(
            made->bytes, info.type == "docx" ? "word/document.xml" : "xl/worksheets/sheet1.xml");
        for (const char* part : {"Số liệu tính đến ngày 01/03/2022, bản đồ hành chính ngày "
                                 "01/03/2022, theo những gì đã ghi đến 07:00 ngày 01/01/1970.",
                                 "Cơ sở số liệu", "SỐ LIỆU MÔ PHỎNG"}) {
            EXPECT_NE(text.find(part), std::string::npos) << info.id << ": " << part;
        }
        EXPECT_EQ(text.find("{{"), std::string::npos) << info.id;
    }
}

TEST(Make, WhatIsUnknownIsSaidAndNotCountedAsZero) {
    Village village;
    const auto values = compose(village, asked(Kind::clubs_by_commune));
    ASSERT_TRUE(values);
    const auto& clubs = values->lists.at("clubs");
    EXPECT_EQ(clubs.at(0).at("members").text, "chưa có số liệu");
    EXPECT_EQ(clubs.at(1).at("members").number, "1055");
    const auto review = compose(village, asked(Kind::interim_review));
    ASSERT_TRUE(review);
    EXPECT_EQ(review->fields.at("members").text, "chưa có số liệu");
    EXPECT_EQ(review->lists.at("care_years").at(0).at("raised").text, "chưa có số liệu");
    EXPECT_EQ(review->lists.at("targets").at(0).at("value").text, "2");
    EXPECT_EQ(review->fields.at("body").text, "HỘI NGƯỜI CAO TUỔI XÃ HOẰNG THẮNG");
    EXPECT_EQ(review->fields.at("body_upper").text, "……");
}

TEST(Make, WhatIsNotRecordedIsSaid) {
    Village village;
    const auto quotas = compose(village, asked(Kind::quotas));
    ASSERT_TRUE(quotas);
    EXPECT_EQ(quotas->fields.at("no_quotas").text, "Chưa có chỉ tiêu nào được ghi.");
    EXPECT_EQ(quotas->fields.at("no_trainings").text, "Chưa có lớp tập huấn nào được ghi.");
    EXPECT_EQ(quotas->fields.at("association").text, "Hội Người cao tuổi xã Hoằng Thắng");
}

TEST(Make, AnIssuedDocumentSaysItsNumberItsDayAndWhatWasKnown) {
    Village village;
    const app::IssuedAs issued{.on = make_date(2022, 2, 5),
                               .number = core::PublicText{"01/BC-HNCT"},
                               .known_at = 3'600'000};
    for (const auto& info : all_kinds()) {
        auto wanted = asked(info.kind);
        const bool word = info.type == "docx";
        const auto draft = make(village, wanted);
        wanted.issued = issued;
        const auto made = make(village, wanted);
        ASSERT_TRUE(draft && made) << info.id;
        const auto* path = word ? "word/document.xml" : "xl/worksheets/sheet1.xml";
        const auto text = test::part_of(made->bytes, path);
        EXPECT_NE(text.find("08:00 ngày 01/01/1970"), std::string::npos) << info.id;
        if (!word) {
            EXPECT_NE(text.find("Ban hành số 01/BC-HNCT ngày 05/02/2022."), std::string::npos);
            continue;
        }
        EXPECT_NE(text.find("Số: 01/BC-HNCT"), std::string::npos) << info.id;
        EXPECT_NE(text.find("ngày 05 tháng 02 năm 2022"), std::string::npos) << info.id;
        const auto unissued = test::part_of(draft->bytes, path);
        EXPECT_NE(unissued.find("Số: ……/" + std::string(info.symbol) + "-……"), std::string::npos);
        EXPECT_NE(unissued.find("ngày …… tháng …… năm ……"), std::string::npos) << info.id;
    }
}

TEST(Make, EveryListAndFieldHasAName) {
    Village village;
    const auto has_name = [](std::string_view name, const Label& label) {
        EXPECT_NE(label.vi, name);
        EXPECT_FALSE(label.en.empty()) << name;
    };
    for (const auto& info : all_kinds()) {
        const auto values = compose(village, asked(info.kind));
        ASSERT_TRUE(values) << info.id;
        for (const auto& [name, field] : values->fields) has_name(name, field_label(name));
        for (const auto& [list, lines] : values->lists) {
            has_name(list, list_label(list));
            for (const auto& line : lines) {
                for (const auto& [name, field] : line) {
                    if (!is_reference(name)) has_name(name, field_label(name));
                }
            }
        }
    }
}

TEST(Make, NoDocumentTellsOfADayThatHasNotCome) {
    Village village;
    for (const auto& info : all_kinds()) {
        auto wanted = asked(info.kind);
        wanted.today = today;
        EXPECT_EQ(rule_of(make(village, wanted)), "") << info.id;
        wanted.question.as_of = today + 1;
        EXPECT_EQ(rule_of(make(village, wanted)), "report.as_of.future") << info.id;
        wanted.question.as_of = today;
        EXPECT_EQ(rule_of(make(village, wanted)), "") << info.id;
    }
}

TEST(Make, ToWhomMembersAreClosedLoansAreOneSum) {
    Village village;
    for (const auto kind : {Kind::club_sheet, Kind::club_month}) {
        auto wanted = asked(kind);
        const auto open = compose(village, wanted);
        ASSERT_TRUE(open);
        EXPECT_EQ(open->lists.at("loans").size(), 2U);  // what is repaid is no longer owed
        EXPECT_EQ(open->lists.at("loans").at(1).at("late").number, "45");
        EXPECT_EQ(open->fields.at("loans_note").text, "");
        wanted.members_closed = true;
        const auto closed = compose(village, wanted);
        ASSERT_TRUE(closed);
        ASSERT_EQ(closed->lists.at("loans").size(), 1U);
        const auto& sum = closed->lists.at("loans").front();
        EXPECT_EQ(sum.at("on").text, "Cộng 2 khoản");
        EXPECT_EQ(sum.at("outstanding").number, "700000");
        for (const char* field : {"principal", "months", "due", "late"}) {
            EXPECT_EQ(sum.at(field).text, "") << field;
        }
        EXPECT_NE(closed->fields.at("loans_note").text.find("Chỉ có số cộng"), std::string::npos);
        for (const auto* told : {&*open, &*closed}) {
            const auto& lines = told->lists.at("lines");
            const auto count = std::ranges::find(
                lines, "Khoản vay còn nợ", [](const Fields& line) { return line.at("name").text; });
            ASSERT_NE(count, lines.end());
            EXPECT_EQ(count->at("value").number, "2");
        }
        const auto made = make(village, wanted);
        ASSERT_TRUE(made);
        const auto* sheet =
            kind == Kind::club_sheet ? "xl/worksheets/sheet2.xml" : "xl/worksheets/sheet3.xml";
        const auto text = test::part_of(made->bytes, sheet);
        EXPECT_NE(text.find("700000"), std::string::npos) << text;
        EXPECT_EQ(text.find("400000"), std::string::npos) << text;
        EXPECT_EQ(text.find("10/06/2021"), std::string::npos) << text;
    }
}

TEST(Make, AMeetingNamesItsEntry) {
    Village village;
    const auto values = compose(village, asked(Kind::club_sheet));
    ASSERT_TRUE(values);
    EXPECT_EQ(values->lists.at("meetings").front().at("source").text,
              to_text(core::BookId{}) + "/12");
}

TEST(Make, AFileIsNamedForWhatItIs) {
    for (const char* name : {"x.docx", "x.DOCX", "x", "/dev/stdout", "a.b/x"}) {
        EXPECT_EQ(rule_of(check_file_name(Kind::interim_review, name)), "") << name;
    }
    EXPECT_EQ(rule_of(check_file_name(Kind::interim_review, "x.pdf")), "report.file.type");
    EXPECT_EQ(rule_of(check_file_name(Kind::club_sheet, "x.docx")), "report.file.type");
    EXPECT_EQ(rule_of(check_file_name(Kind::club_sheet, "x.xlsx")), "");
}

TEST(Make, WhatIsNeededIsAskedFor) {
    Village village;
    EXPECT_EQ(rule_of(make(village, {.kind = Kind::club_sheet})), "report.club.needed");
    EXPECT_EQ(rule_of(make(village, {.kind = Kind::commune_month})), "report.unit.needed");
    EXPECT_EQ(rule_of(make(village, {.kind = Kind::care_fund, .year = 2020})), "report.care.none");
    EXPECT_EQ(rule_of(make(village, {.kind = Kind::care_fund_levels, .year = 2023})),
              "question.year.ahead");
    auto issued = asked(Kind::interim_review);
    issued.question.as_of = today;
    for (const char* number : {"12", "/BC-HNCT", "12/"}) {
        issued.issued = app::IssuedAs{.on = today, .number = core::PublicText{number}};
        EXPECT_EQ(rule_of(make_to_issue(village, issued)), "report.number.partial") << number;
    }
    auto early = asked(Kind::final_review);
    early.question.as_of = make_date(2020, 9, 29);
    EXPECT_EQ(rule_of(make(village, early)), "report.scheme.not_begun");
    early.kind = Kind::steering_pack;  // the board may meet before
    ASSERT_EQ(rule_of(make(village, early)), "");
    const auto pack = compose(village, early);
    EXPECT_EQ(pack->lists.at("targets").front().at("met").text, "Chưa đến kỳ");
    EXPECT_EQ(pack->fields.at("targets_not_met").text, "0");
    early.kind = Kind::final_review;
    early.question.as_of = make_date(2020, 9, 30);
    EXPECT_EQ(rule_of(make(village, early)), "");
    issued.issued->number = core::PublicText{"12/BC-HNCT"};
    EXPECT_EQ(rule_of(make_to_issue(village, issued)), "");
    EXPECT_EQ(rule_of(make(village, {.kind = Kind::quotas, .file = "not a file"})),
              "report.not_a_template");
}

}  // namespace
}  // namespace lth::report
