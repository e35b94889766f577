// The outlook of a count: certain where it must be, seasonal where the counts are, and as often
// right as it says.
#include "plan/forecast.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace lth::plan {
namespace {

constexpr core::Month start = core::month_of(core::make_date(2021, 1, 1));

Outlook outlook(const std::vector<std::int64_t>& counts, std::int64_t total, std::int64_t goal,
                int months) {
    return outlook_of({start, counts, total, start + (months - 1)}, goal);
}

TEST(Forecast, WhatIsReachedOrOverIsSaidSo) {
    const std::vector<std::int64_t> counts(12, 5);
    EXPECT_EQ(outlook(counts, 60, 60, 24).prospect, Prospect::reached);
    EXPECT_EQ(outlook(counts, 60, 60, 24).chance_ppm, 1'000'000);
    EXPECT_EQ(outlook(counts, 60, 61, 12).prospect, Prospect::missed);
    EXPECT_EQ(outlook(counts, 60, 61, 12).expected, 60);
    EXPECT_EQ(outlook({}, 0, 10, 12).prospect, Prospect::watch);
}

TEST(Forecast, AnEvenPaceGoesOn) {
    const auto even = outlook(std::vector<std::int64_t>(24, 5), 120, 240, 48);
    EXPECT_NEAR(static_cast<double>(even.expected), 240, 4);
    EXPECT_EQ(even.prospect, Prospect::watch);
    EXPECT_LT(even.low, even.expected);
    EXPECT_GT(even.high, even.expected);
    EXPECT_EQ(outlook(std::vector<std::int64_t>(24, 5), 120, 200, 48).prospect, Prospect::on_track);
    EXPECT_EQ(outlook(std::vector<std::int64_t>(24, 5), 120, 300, 48).prospect, Prospect::at_risk);
}

TEST(Forecast, NothingYetIsAtRiskAndNeverImpossible) {
    const auto none = outlook(std::vector<std::int64_t>(12, 0), 0, 50, 60);
    EXPECT_EQ(none.prospect, Prospect::at_risk);
    EXPECT_GE(none.high, 0);
    EXPECT_LT(none.chance_ppm, 100'000);
}

TEST(Forecast, MonthsOfManyAreExpectedAgain) {
    // Two years with ten every November and none else; five months before the next ones.
    std::vector<std::int64_t> counts(24, 0);
    counts[10] = counts[22] = 10;
    const auto until_may = outlook(counts, 20, 100, 29);
    const auto until_november = outlook(counts, 20, 100, 35);
    EXPECT_GT(until_november.expected - until_may.expected, 3 * (until_may.expected - 20) / 5);
}

TEST(Forecast, ALossIsNoNegativeCount) {
    std::vector<std::int64_t> counts(12, 2);
    counts[3] = -4;
    EXPECT_GE(outlook(counts, 18, 40, 24).low, 18);
}

// Four times of five the end lies within the range: over simulated schemes with a known rate.
TEST(Forecast, TheRangeHoldsAsOftenAsItSays) {
    std::mt19937 random(5133);  // the decision's number: any seed does
    int inside = 0;
    constexpr int schemes = 2'000;
    for (int i = 0; i < schemes; ++i) {
        std::poisson_distribution<std::int64_t> monthly(1 + i % 9);
        std::vector<std::int64_t> counts(24);
        std::int64_t total = 0;
        for (auto& count : counts) total += count = monthly(random);
        std::int64_t end = total;
        for (int month = 0; month < 24; ++month) end += monthly(random);
        const auto said = outlook(counts, total, 1'000'000, 48);
        inside += said.low <= end && end <= said.high ? 1 : 0;
    }
    EXPECT_GT(inside, schemes * 78 / 100);
    EXPECT_LT(inside, schemes * 92 / 100);
}

}  // namespace
}  // namespace lth::plan
