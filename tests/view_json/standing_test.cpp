// The shape of `status --json`, and the Vietnamese text beside it.
#include "view_json/standing.hpp"

#include <gtest/gtest.h>

#include "json/document.hpp"
#include "support/facts/sample_province.hpp"
#include "view_json/standing_text.hpp"

namespace lth::view_json {
namespace {

using core::make_date;
using facts::Column;

facts::Standing sample(void (*change)(facts::SchemeTerms&) = [](facts::SchemeTerms&) {}) {
    std::vector<facts::ClubFacts> clubs;
    for (int i = 0; i < 2; ++i) {
        clubs.push_back(support::sample_club(i + 1, 1 + 2 * i, make_date(2021, 1, 10)));
    }
    support::put_on_book(clubs[0], make_date(2021, 1, 10));
    support::add_delta(clubs[0], make_date(2021, 1, 10), Column::members, 1'250);
    support::add_delta(clubs[0], make_date(2021, 1, 10), Column::capital, 65'000'000);
    support::SampleDesk desk(clubs);
    change(desk.terms);
    return desk.ask(make_date(2022, 3, 1));
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(StandingJson, IsJsonWithTheKeysOfTheContractInOrder) {
    const std::string text = standing_json(sample());
    json::Document document;
    ASSERT_TRUE(document.parse(text).has_value());
    std::vector<std::string> keys;
    json::for_each_child(document, document.root(), [&](const json::Node& node) {
        keys.emplace_back(node.key);
        return true;
    });
    EXPECT_EQ(keys,
              (std::vector<std::string>{"as_of", "units_as_of", "known_at", "scheme", "scheme_name",
                                        "scope", "ended", "national", "measures", "basis", "notes",
                                        "notes_en", "targets", "measure_details"}));
}

TEST(StandingJson, SharesHaveSixDecimalsAndUnknownIsNull) {
    const std::string text = standing_json(sample());
    EXPECT_TRUE(has(text, R"("value":0.333333,"numerator":2,"denominator":6,"goal":0.900000)"));
    EXPECT_TRUE(has(text, R"("clubs_active":2)"));
    EXPECT_TRUE(has(text, R"("capital":65000000)"));
    EXPECT_TRUE(has(text, R"("elderly_population":null)"));
    EXPECT_TRUE(has(text, R"("kind":"club_no_data","id":"00000000-0000-0000-0000-000000000002")"));
    EXPECT_TRUE(has(text, R"("book":1,"report":0,"unknown":1)"));
}

TEST(StandingJson, IsTheSameEveryTime) {
    EXPECT_EQ(standing_json(sample()), standing_json(sample()));
}

TEST(StandingText, RoundsInVietnameseStyle) {
    const std::string text = standing_text(sample());
    EXPECT_TRUE(has(text, "Thành viên: 1.250\n"));
    EXPECT_TRUE(has(text, "Vốn quỹ tăng thu nhập: 65.000.000 đ\n"));
    EXPECT_TRUE(has(text, "33,3 % (2/6) · chỉ tiêu 90 % · CHƯA ĐẠT"));
    EXPECT_TRUE(has(text, "Số liệu đến ngày 01/03/2022"));
}

TEST(StandingText, SpeaksEnglishToo) {
    const std::string text = standing_text(sample(), core::Language::en);
    EXPECT_TRUE(has(text, "Members: 1,250\n"));
    EXPECT_TRUE(has(text, "33.3 % (2/6) · goal 90 % · NOT MET"));
    EXPECT_TRUE(has(text, "Figures as of 2022-03-01"));
}

TEST(StandingJson, ANationalGoalIsMarkedAndNotJudged) {
    const auto standing = sample([](facts::SchemeTerms& terms) { terms.national = true; });
    const std::string json = standing_json(standing);
    EXPECT_TRUE(has(json, R"("goal":400,"met":null,"national":true,"in_scheme":true)"));
    EXPECT_TRUE(has(json, R"("national":"Chỉ tiêu cả nước; sổ sách ở đây chỉ có tỉnh này.")"));
    const std::string text = standing_text(standing);
    EXPECT_TRUE(has(text, "Chỉ tiêu cả nước; sổ sách ở đây chỉ có tỉnh này.\n"));
    EXPECT_TRUE(has(text, ": 2 · chỉ tiêu cả nước 400\n"));
    EXPECT_FALSE(has(text, "ĐẠT"));
    EXPECT_FALSE(has(text, "chưa kết luận được"));
    EXPECT_TRUE(
        has(standing_text(standing, core::Language::en), ": 2 · goal of the whole country 400\n"));
}

TEST(StandingJson, NamesOfWhatIsMissingComeInParts) {
    const auto standing = sample();
    const auto& t4 = *facts::find_target(standing, "T4");
    const std::string part = missing_json(standing, t4, 8, 5);
    EXPECT_TRUE(has(part, R"("total":10,"offset":8,"missing":[{"kind":"village",)")) << part;
    EXPECT_TRUE(has(part, R"("unit":"305"}]})")) << part;
    EXPECT_TRUE(has(missing_json(standing, t4, 99, 5), R"("missing":[])"));
}

TEST(StandingText, AShareJustBelowItsGoalIsNotPrintedAsTheGoal) {
    EXPECT_EQ(value_text(facts::share_of({8'999'999, 10'000'000}), 900'000), "89,99999 %");
    EXPECT_EQ(value_text(facts::share_of({9, 10}), 900'000), "90,0 %");
    EXPECT_EQ(value_text(facts::unknown_value(facts::ValueKind::share)), "chưa rõ");
}

}  // namespace
}  // namespace lth::view_json
