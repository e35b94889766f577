// What a unit reports of a period: figures of its last day, meetings of the months that were over,
// what came into its funds; what is not known is named, and is never 0.
#include "facts/period.hpp"

#include <gtest/gtest.h>

#include "support/facts/sample_province.hpp"

namespace lth::facts {
namespace {

using core::make_date;
using core::association::CareFlow;
using core::association::CareLevel;
using support::add_delta;
using support::SampleDesk;

const Period first_half{make_date(2022, 1, 1), make_date(2022, 6, 30)};

ClubFacts club_on_book(int number, int village, std::int64_t members) {
    auto club = support::sample_club(number, village, make_date(2021, 1, 1));
    support::put_on_book(club, make_date(2021, 1, 1));
    add_delta(club, make_date(2021, 1, 1), Column::members, members);
    return club;
}

std::vector<PeriodLine> asked_of(const SampleDesk& desk, const Period& period) {
    const auto scene = scene_of(desk.cube, desk.districts, {}, period.last, {});
    return period_lines(scene, desk.care, period);
}

const PeriodLine& period_line(const std::vector<PeriodLine>& lines, PeriodFigure figure) {
    return *std::ranges::find(lines, figure, &PeriodLine::figure);
}

TEST(Period, AClubThatNothingTellsOfIsNamed) {
    auto stated = support::sample_club(2, 3, make_date(2022, 3, 1));
    support::add_report(stated, 1, make_date(2022, 5, 31)).members = core::Count{20};
    const SampleDesk desk({club_on_book(1, 1, 50), stated, support::sample_club(3, 5, {})});
    const auto lines = asked_of(desk, first_half);
    EXPECT_EQ(period_line(lines, PeriodFigure::clubs).value.value, 3);
    EXPECT_EQ(period_line(lines, PeriodFigure::launched).value.value, 1);
    const auto& members = period_line(lines, PeriodFigure::members);
    EXPECT_EQ(members.value.value, 70);
    EXPECT_EQ(members.basis, (BasisCounts{1, 1, 1}));
    EXPECT_EQ(members.missing, std::vector<std::string>{"CLB 3"});
    EXPECT_EQ(period_line(lines, PeriodFigure::capital).missing,
              (std::vector<std::string>{"CLB 2", "CLB 3"}));
}

// Whoever winds up has people and money until the last of them has gone.
TEST(Period, ClubsThatAreSuspendedOrWindingUpStandBesideTheActiveOnes) {
    auto closing = club_on_book(2, 3, 55);
    add_delta(closing, make_date(2021, 2, 1), Column::capital, 66'047'000);
    add_delta(closing, make_date(2021, 3, 1), Column::loans_outstanding, 40'000'000);
    closing.statuses.push_back({make_date(2022, 6, 1), core::club::Status::closing});
    auto suspended = support::sample_club(3, 5, make_date(2021, 1, 1));
    suspended.statuses.push_back({make_date(2022, 5, 1), core::club::Status::suspended});
    const SampleDesk desk({club_on_book(1, 1, 50), closing, suspended});
    const auto lines = asked_of(desk, first_half);
    EXPECT_EQ(period_line(lines, PeriodFigure::clubs).value.value, 1);
    EXPECT_EQ(period_line(lines, PeriodFigure::members).value.value, 50);
    EXPECT_EQ(period_line(lines, PeriodFigure::clubs_suspended).value.value, 1);
    EXPECT_EQ(period_line(lines, PeriodFigure::clubs_closing).value.value, 1);
    const auto& members = period_line(lines, PeriodFigure::halted_members);
    EXPECT_EQ(members.value.value, 55);
    EXPECT_EQ(members.basis, (BasisCounts{1, 0, 1}));
    EXPECT_EQ(members.missing, std::vector<std::string>{"CLB 3"});
    EXPECT_EQ(period_line(lines, PeriodFigure::halted_capital).value.value, 66'047'000);
    EXPECT_EQ(period_line(lines, PeriodFigure::halted_loans).value.value, 40'000'000);
    const auto before = asked_of(desk, {first_half.first, make_date(2022, 4, 30)});
    EXPECT_EQ(period_line(before, PeriodFigure::clubs_closing).value.value, 0);
    EXPECT_EQ(period_line(before, PeriodFigure::halted_members).value.value, 0);
}

TEST(Period, MeetingsAreHeldAgainstTheMonthsThatWereOver) {
    auto club = club_on_book(1, 1, 50);
    for (const auto on : {make_date(2021, 12, 5), make_date(2022, 1, 5), make_date(2022, 3, 5),
                          make_date(2022, 6, 5)}) {
        add_delta(club, on, Column::months_met, 1);
    }
    const SampleDesk desk({club});
    const auto whole = asked_of(desk, first_half);
    const auto& meetings = period_line(whole, PeriodFigure::meetings);
    EXPECT_EQ(meetings.value.value, 3);
    EXPECT_EQ(meetings.value.denominator, 6);
    const auto begun = asked_of(desk, {first_half.first, make_date(2022, 6, 29)});
    EXPECT_EQ(period_line(begun, PeriodFigure::meetings).value.value, 2);
    EXPECT_EQ(period_line(begun, PeriodFigure::meetings).value.denominator, 5);
}

TEST(Period, AStatementCountsMeetingsUpToItsOwnDay) {
    auto club = support::sample_club(1, 1, make_date(2021, 1, 1));
    support::add_report(club, 1, make_date(2022, 4, 30)).meetings_year = core::Count{3};
    const SampleDesk desk({club});
    const auto told = asked_of(desk, first_half);
    EXPECT_EQ(period_line(told, PeriodFigure::meetings).value.value, 3);
    EXPECT_EQ(period_line(told, PeriodFigure::meetings).value.denominator, 4);
    EXPECT_EQ(period_line(told, PeriodFigure::meetings).basis, (BasisCounts{0, 1, 0}));
    // Of part of its year it says nothing.
    const auto later = asked_of(desk, {make_date(2022, 4, 1), first_half.last});
    EXPECT_EQ(period_line(later, PeriodFigure::meetings).value.value, std::nullopt);
    EXPECT_EQ(period_line(later, PeriodFigure::meetings).missing,
              std::vector<std::string>{"CLB 1"});
}

CareFacts period_fund(int number, std::optional<core::Date> since) {
    CareFacts care;
    care.id = support::sample_book(number);
    care.row.name = "Hội " + std::to_string(number);
    care.row.level = CareLevel::commune;
    if (!since) return care;
    core::association::CareFundRow row;
    row.level = CareLevel::commune;
    row.opened = since;
    care.funds.push_back(row);
    return care;
}

core::association::CareFlowRow& period_flow(CareFacts& care, core::Date on, CareFlow what,
                                            std::int64_t dong) {
    auto& row = care.flows.emplace_back();
    row.on = on;
    row.flow = what;
    row.level = CareLevel::commune;
    row.amount = core::Money{dong};
    return row;
}

TEST(Period, FundsTellWhatCameInAndWentOut) {
    auto fund = period_fund(11, make_date(2021, 1, 1));
    period_flow(fund, make_date(2021, 12, 31), CareFlow::received, 9'000);
    period_flow(fund, make_date(2022, 2, 1), CareFlow::received, 500);
    period_flow(fund, make_date(2022, 3, 1), CareFlow::granted, 300);
    period_flow(fund, make_date(2022, 4, 1), CareFlow::grant_returned, 100);
    period_flow(fund, make_date(2022, 5, 1), CareFlow::spent_other, 20);
    period_flow(fund, make_date(2022, 7, 1), CareFlow::received, 7'000);
    period_flow(fund, make_date(2022, 5, 2), CareFlow::received, 40).live = false;
    SampleDesk desk({});
    desk.care = {fund, period_fund(12, std::nullopt)};
    const auto lines = asked_of(desk, first_half);
    const auto& received = period_line(lines, PeriodFigure::care_received);
    EXPECT_EQ(received.value.value, 500);
    EXPECT_EQ(received.basis, (BasisCounts{1, 0, 1}));
    EXPECT_EQ(received.missing, std::vector<std::string>{"Hội 12"});
    EXPECT_EQ(period_line(lines, PeriodFigure::care_spent).value.value, 220);
    EXPECT_EQ(period_line(lines, PeriodFigure::care_transferred_out).value.value, 0);
}

TEST(Period, WhatPassesBetweenTwoFundsOfTheUnitIsNeitherInNorOut) {
    auto giver = period_fund(11, make_date(2021, 1, 1));
    auto taker = period_fund(12, make_date(2021, 1, 1));
    auto& out = period_flow(giver, make_date(2022, 2, 1), CareFlow::transferred_out, 400);
    out.transfer = core::TransferId{1};
    out.other = taker.id;
    auto& in = period_flow(taker, make_date(2022, 2, 2), CareFlow::transferred_in, 400);
    in.transfer = core::TransferId{1};
    in.other = giver.id;
    auto& far = period_flow(taker, make_date(2022, 2, 3), CareFlow::transferred_in, 70);
    far.transfer = core::TransferId{2};
    far.other = support::sample_book(99);
    SampleDesk desk({});
    desk.care = {giver, taker};
    const auto lines = asked_of(desk, first_half);
    EXPECT_EQ(period_line(lines, PeriodFigure::care_transferred_in).value.value, 70);
    EXPECT_EQ(period_line(lines, PeriodFigure::care_transferred_out).value.value, 0);
}

TEST(Period, AYearsStatementAnswersForItsWholeYearOnly) {
    auto fund = period_fund(11, std::nullopt);
    auto& year = fund.years.emplace_back();
    year.seq = 1;
    year.stated.level = CareLevel::commune;
    year.stated.year = core::Year{2022};
    year.stated.received_money = core::Money{800};
    SampleDesk desk({});
    desk.care = {fund};
    const auto whole = asked_of(desk, {first_half.first, make_date(2022, 12, 31)});
    EXPECT_EQ(period_line(whole, PeriodFigure::care_received).value.value, 800);
    EXPECT_EQ(period_line(whole, PeriodFigure::care_received).basis, (BasisCounts{0, 1, 0}));
    EXPECT_EQ(period_line(whole, PeriodFigure::care_spent).value.value, std::nullopt);
    const auto half = asked_of(desk, first_half);
    EXPECT_EQ(period_line(half, PeriodFigure::care_received).value.value, std::nullopt);
    // No fund at all: nothing says that nothing came.
    desk.care.clear();
    EXPECT_EQ(period_line(asked_of(desk, first_half), PeriodFigure::care_received).value.value,
              std::nullopt);
}

}  // namespace
}  // namespace lth::facts
