// Meetings in every month, work in all areas.
#include <gtest/gtest.h>

#include "support/facts/sample_province.hpp"

namespace lth::facts {
namespace {

using core::make_date;
using support::add_delta;

ClubFacts met(core::Date launched, std::initializer_list<core::Date> meetings) {
    ClubFacts club = support::sample_club(1, 1, launched);
    support::put_on_book(club, launched);
    for (const core::Date on : meetings) add_delta(club, on, Column::months_met, 1);
    return club;
}

std::optional<std::int64_t> count(const ClubFacts& club, std::string_view name, core::Date as_of) {
    return find_measure(support::SampleDesk({club}).ask(as_of), name)->answer.value.value;
}

constexpr std::string_view this_year = "clubs_met_every_month_this_year";
constexpr std::string_view last_year = "clubs_met_every_month_last_year";

TEST(Doings, AMeetingOfTheRunningMonthDoesNotMendAnEarlierOne) {
    const ClubFacts club = met(make_date(2020, 1, 1), {make_date(2021, 1, 5), make_date(2021, 3, 5),
                                                       make_date(2021, 4, 5)});
    EXPECT_EQ(count(club, this_year, make_date(2021, 1, 31)), 1);
    EXPECT_EQ(count(club, this_year, make_date(2021, 2, 27)), 1);
    EXPECT_EQ(count(club, this_year, make_date(2021, 2, 28)), 0);
    EXPECT_EQ(count(club, this_year, make_date(2021, 4, 6)), 0);
}

TEST(Doings, MonthsAreAskedFromTheOneAfterTheLaunch) {
    const ClubFacts club =
        met(make_date(2021, 10, 20), {make_date(2021, 11, 5), make_date(2021, 12, 5)});
    EXPECT_EQ(count(club, this_year, make_date(2021, 12, 31)), 1);
    EXPECT_EQ(count(club, last_year, make_date(2022, 3, 1)), 1);
    EXPECT_EQ(count(club, this_year, make_date(2022, 3, 1)), 0);
}

TEST(Doings, AReportCountsUpToItsOwnDate) {
    ClubFacts club = support::sample_club(1, 1, make_date(2020, 1, 1));
    support::add_report(club, 1, make_date(2021, 6, 30)).meetings_year = core::Count{6};
    EXPECT_EQ(count(club, this_year, make_date(2021, 9, 1)), 1);
    club.reports[0].figures.meetings_year = core::Count{5};
    EXPECT_EQ(count(club, this_year, make_date(2021, 9, 1)), 0);
}

TEST(Doings, AllEightAreasSinceJanuary) {
    ClubFacts club = met(make_date(2020, 1, 1), {});
    for (auto area = static_cast<int>(Column::area_income);
         area <= static_cast<int>(Column::area_resources); ++area) {
        add_delta(club, make_date(2021, 2, 1), static_cast<Column>(area), 1);
    }
    EXPECT_EQ(count(club, "clubs_all_areas_this_year", make_date(2021, 1, 31)), 0);
    EXPECT_EQ(count(club, "clubs_all_areas_this_year", make_date(2021, 2, 1)), 1);
    EXPECT_EQ(count(club, "clubs_all_areas_this_year", make_date(2022, 2, 1)), 0);
}

}  // namespace
}  // namespace lth::facts
