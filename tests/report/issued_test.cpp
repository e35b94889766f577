// What differs between two makings of a document, in words.
#include "report/issued.hpp"

#include <gtest/gtest.h>

namespace lth::report {
namespace {

TEST(Differences, AreNamedInBothLanguages) {
    Values before;
    before.set("members", Field{"1.055", "1055"});
    before.lists["care_years"] = {{{"year", {"2021"}}, {"raised", {"7.000", "7000"}}}};
    auto after = before;
    after.set("members", Field{"1.056", "1056"});
    after.lists["care_years"].front()["raised"] = {"8.000", "8000"};
    const auto found = differences(before, after);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0], (Difference{"members", "Thành viên", "Members", "", "1.055", "1.056"}));
    EXPECT_EQ(found[1].place, "care_years.raised");
    EXPECT_EQ(found[1].name_vi, "Quỹ Chăm sóc từng năm: Tiền vận động từ ngoài Hội");
    EXPECT_EQ(found[1].line, "2021");
}

TEST(Differences, ALineHasItsEnglishName) {
    Values before;
    before.lists["readings"] = {{{"id", {"T9a"}},
                                 {"label", {"Tiền và hiện vật"}},
                                 {"label_en", {"Money and goods"}},
                                 {"value", {"1 đồng", "1"}}}};
    auto after = before;
    after.lists["readings"].front()["value"] = {"2 đồng", "2"};
    const auto found = differences(before, after);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].line, "T9a · Tiền và hiện vật");
    EXPECT_EQ(found[0].line_en, "T9a · Money and goods");
}

TEST(Differences, SharesThatRoundAlikeAreToldApart) {
    Values before;
    before.set("share", Field{"63,8 %\n(638/1.000)", "0.638123"});
    Values after;
    after.set("share", Field{"63,8 %\n(639/1.001)", "0.638449"});
    const auto found = differences(before, after);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].before, "63,81 %\n(638/1.000)");
    EXPECT_EQ(found[0].after, "63,84 %\n(639/1.001)");
}

TEST(Differences, WhereALineComesFromIsNoFigure) {
    Values before;
    before.lists["clubs"];
    Values after;
    after.lists["clubs"] = {{{"book", {"id"}}, {"number", {"1"}}, {"name", {"Thôn Một"}}}};
    const auto found = differences(before, after);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].place, "clubs.name");
}

}  // namespace
}  // namespace lth::report
