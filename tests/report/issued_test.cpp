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
