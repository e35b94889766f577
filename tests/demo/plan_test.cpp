// The skeleton of the province: what is known is met exactly for every seed, the rest is plausible.
#include "demo/plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "demo/apportion.hpp"
#include "demo/offices.hpp"
#include "demo/small_books.hpp"

namespace lth::tests {
namespace {

class DemoPlan : public testing::TestWithParam<std::uint64_t> {
protected:
    demo::Province province = demo::plan_province(GetParam(), demo::catalogue_ground());

    [[nodiscard]] std::vector<demo::ClubPlan> standing() const {
        std::vector<demo::ClubPlan> clubs;
        std::ranges::copy_if(province.clubs, std::back_inserter(clubs), &demo::ClubPlan::standing);
        return clubs;
    }
    [[nodiscard]] std::ptrdiff_t launched_by(core::Date day) const {
        return std::ranges::count_if(province.clubs,
                                     [&](const auto& club) { return club.launched <= day; });
    }
};

TEST_P(DemoPlan, StandingClubsAsTheArticleCountsThem) {
    const auto clubs = standing();
    std::set<std::uint32_t> communes;
    std::int64_t projects = 0;
    std::int64_t members = 0;
    std::int64_t elderly = 0;
    std::int64_t women = 0;
    for (const auto& club : clubs) {
        communes.insert(club.commune);
        projects += club.programme <= demo::Programme::vie062 ? 1 : 0;
        EXPECT_NE(club.programme, demo::Programme::d5133);
        members += club.members;
        elderly += club.elderly;
        women += club.women;
    }
    EXPECT_EQ(clubs.size(), 800U);
    EXPECT_EQ(communes.size(), 404U);
    EXPECT_EQ(projects, 281);
    EXPECT_EQ(members, 44'291);
    EXPECT_EQ(elderly, 31'000);
    EXPECT_EQ(women, 33'661);
    EXPECT_EQ(clubs.front().name, "Tào Trụ");
    EXPECT_EQ(province.ground.communes[clubs.front().commune].name, "Phường Tào Xuyên");
}

TEST_P(DemoPlan, SizesLieInTheirBandAndMostClubsInThatOfTheElderly) {
    const auto clubs = standing();
    std::int64_t inside = 0;
    std::int64_t women_above = 0;
    std::int64_t capital = 0;
    for (const auto& club : clubs) {
        EXPECT_GE(club.members, 50);
        EXPECT_LE(club.members, 70);
        const auto share = 100 * club.elderly;
        inside += share >= 60 * club.members && share <= 70 * club.members ? 1 : 0;
        women_above += 100 * club.women > 70 * club.members ? 1 : 0;
        capital += club.capital.dong;
    }
    EXPECT_GT(inside, 560);
    EXPECT_GT(women_above, 400);
    EXPECT_NEAR(static_cast<double>(capital) / 800, 84e6, 3e6);
}

TEST_P(DemoPlan, LaunchesFollowTheKnownCourse) {
    EXPECT_EQ(launched_by(core::make_date(2020, 6, 30)), 784);
    EXPECT_EQ(launched_by(core::make_date(2020, 9, 30)), 800);
    EXPECT_EQ(launched_by(core::make_date(2021, 12, 31)), 884);
    EXPECT_EQ(launched_by(core::make_date(2023, 6, 30)), 930);
    EXPECT_EQ(launched_by(core::make_date(2025, 8, 31)) - launched_by(core::make_date(2025, 7, 31)),
              16);
    EXPECT_EQ(province.villages.size(), 4'357U);
}

TEST_P(DemoPlan, AssociationsFollowTheMap) {
    const auto offices = demo::plan_offices(province, demo::whole_territory(province));
    EXPECT_EQ(offices.size(), 559U + 27U + 145U);
    const auto on = [&](core::Date day, core::association::CareLevel level) {
        return std::ranges::count_if(offices, [&](const auto& office) {
            return office.level == level && office.from <= day && day <= office.until;
        });
    };
    using core::association::CareLevel;
    EXPECT_EQ(on(core::make_date(2020, 12, 31), CareLevel::commune), 559);
    EXPECT_EQ(on(core::make_date(2025, 6, 30), CareLevel::commune), 547);
    EXPECT_EQ(on(core::make_date(2025, 7, 1), CareLevel::commune), 166);
    EXPECT_EQ(on(core::make_date(2025, 6, 30), CareLevel::district), 26);
    EXPECT_EQ(on(core::make_date(2025, 7, 1), CareLevel::district), 0);
    for (std::uint32_t i = 0; i < offices.size(); ++i) {
        if (offices[i].heir) {
            EXPECT_GT(*offices[i].heir, i);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, DemoPlan, testing::Values(1, 2, 2026));

TEST(Apportion, LargestRemainderWithinCaps) {
    using Numbers = std::vector<std::int64_t>;
    EXPECT_EQ(demo::apportion(10, Numbers{1, 1, 1}), (Numbers{4, 3, 3}));
    EXPECT_EQ(demo::apportion(7, Numbers{6, 3, 1}), (Numbers{4, 2, 1}));
    EXPECT_EQ(demo::apportion(10, Numbers{9, 1}, Numbers{4, 20}), (Numbers{4, 6}));
    EXPECT_EQ(demo::apportion(3, Numbers{0, 0, 0}, Numbers{1, 1, 5}), (Numbers{1, 1, 1}));
}

}  // namespace
}  // namespace lth::tests
