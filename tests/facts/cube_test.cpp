// The cube against the naive sum of deltas, on any date, after any update.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/facts/sample_province.hpp"

namespace lth::facts {
namespace {

using core::make_date;
using core::club::column_count;

std::int64_t naive(const ClubFacts& club, Column column, core::Date date) {
    std::int64_t sum = 0;
    for (const DayDelta& d : club.days) {
        if (d.column == column && d.day <= date) sum += d.delta;
    }
    return sum;
}

/// Days from well before the months that are kept to well after them.
core::Date some_day() { return make_date(2019, 6, 1) + *rc::gen::inRange(0, 1400); }

ClubFacts some_club(int number) {
    ClubFacts club = support::sample_club(number, 1 + number % 12, make_date(2019, 1, 1));
    const int count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
        support::add_delta(club, some_day(),
                           static_cast<Column>(*rc::gen::inRange(0, int{column_count})),
                           *rc::gen::inRange(-5, 50));
    }
    return club;
}

void expect_naive(const Cube& cube, const std::vector<ClubFacts>& clubs, core::Date date) {
    const Layer layer = cube.columns().on(date);
    for (const ClubFacts& club : clubs) {
        const ClubNumber number = cube.find(club.id).value();
        for (std::size_t c = 0; c < column_count; ++c) {
            const auto column = static_cast<Column>(c);
            const std::int64_t expected = naive(club, column, date);
            RC_ASSERT(layer.value(column, number) == expected);
            RC_ASSERT(cube.columns().value_on(number, column, date) == expected);
        }
    }
}

RC_GTEST_PROP(Cube, EqualsTheNaiveSumOfDeltas, ()) {
    const MonthSpan span{core::make_month(2020, 1), core::make_month(2021, 12)};
    std::vector<ClubFacts> clubs;
    for (int i = 0; i < 4; ++i) clubs.push_back(some_club(i));
    Cube cube = cube_of(span, clubs);
    expect_naive(cube, clubs, some_day());
    // One club after another is brought up to date.
    for (int i = 0; i < 3; ++i) {
        const int which = *rc::gen::inRange(0, 4);
        clubs[static_cast<std::size_t>(which)] = some_club(which);
        (void)cube.put(clubs[static_cast<std::size_t>(which)]);
        expect_naive(cube, clubs, some_day());
        expect_naive(cube, clubs, core::last_day(core::month_of(some_day())));
    }
    RC_ASSERT(cube.size() == 4U);
}

TEST(Cube, CountsOnTheDayItselfAndNotBefore) {
    ClubFacts club = support::sample_club(1, 1, make_date(2020, 1, 5));
    support::add_delta(club, make_date(2020, 3, 31), Column::members, 60);
    support::add_delta(club, make_date(2020, 4, 1), Column::members, -1);
    const Cube cube = cube_of({core::make_month(2020, 1), core::make_month(2020, 12)}, {{club}});
    const auto members = [&](core::Date date) {
        return cube.columns().on(date).value(Column::members, 0);
    };
    EXPECT_EQ(members(make_date(2020, 3, 30)), 0);
    EXPECT_EQ(members(make_date(2020, 3, 31)), 60);
    EXPECT_EQ(members(make_date(2020, 4, 1)), 59);
    EXPECT_EQ(members(make_date(2035, 1, 1)), 59);
}

TEST(Cube, ABirthdayOf24November2025CountsThenAndNotOnThe10th) {
    ClubFacts club = support::sample_club(1, 1, make_date(2020, 1, 5));
    support::put_on_book(club, make_date(2020, 1, 5));
    support::add_delta(club, make_date(2020, 1, 5), Column::members, 1);
    support::add_delta(club, core::birthday(make_date(1965, 11, 24), 60), Column::elderly, 1);
    const support::SampleDesk desk({club});
    const auto elderly = [&](core::Date date) {
        return find_measure(desk.ask(date), "members_elderly")->answer.value.value;
    };
    EXPECT_EQ(elderly(make_date(2025, 11, 10)), 0);
    EXPECT_EQ(elderly(make_date(2025, 11, 23)), 0);
    EXPECT_EQ(elderly(make_date(2025, 11, 24)), 1);
}

TEST(Cube, PutAgainKeepsTheNumberAndReplacesTheRows) {
    ClubFacts club = support::sample_club(1, 1, make_date(2020, 1, 5));
    Cube cube = cube_of({core::make_month(2020, 1), core::make_month(2020, 12)}, {{club}});
    club.row.name = "CLB khác";
    club.villages.push_back({make_date(2020, 6, 1), support::sample_village(2), true});
    EXPECT_EQ(cube.put(club), 0U);
    EXPECT_EQ(cube.size(), 1U);
    EXPECT_EQ(cube.name(0), "CLB khác");
    EXPECT_EQ(cube.villages(0, make_date(2020, 5, 31)).size(), 1U);
    const auto now = cube.villages(0, make_date(2020, 6, 1));
    ASSERT_EQ(now.size(), 1U);
    EXPECT_EQ(cube.village_ids()[now[0].village], support::sample_village(2));
    EXPECT_GT(cube.memory_bytes(), 0U);
}

}  // namespace
}  // namespace lth::facts
