// On what a club's figures rest on a date: one basis a group, and never two mixed.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/facts/sample_province.hpp"

namespace lth::facts {
namespace {

using core::make_date;
using support::add_delta;
using support::add_report;
using support::sample_club;
using support::SampleDesk;

std::optional<std::int64_t> measure(const Standing& standing, std::string_view name) {
    return find_measure(standing, name)->answer.value.value;
}

BasisCounts basis(const Standing& standing, std::string_view name) {
    return find_measure(standing, name)->answer.basis.value();
}

TEST(Basis, AReportSpeaksForThirteenMonths) {
    ClubFacts club = sample_club(1, 1, make_date(2019, 1, 1));
    add_report(club, 5, make_date(2020, 9, 30)).members = core::Count{55};
    const SampleDesk desk({club});
    EXPECT_EQ(measure(desk.ask(make_date(2020, 9, 29)), "members"), std::nullopt);
    EXPECT_EQ(measure(desk.ask(make_date(2020, 9, 30)), "members"), 55);
    EXPECT_EQ(measure(desk.ask(make_date(2021, 10, 30)), "members"), 55);
    EXPECT_EQ(measure(desk.ask(make_date(2021, 10, 31)), "members"), 55);  // 31 September is none
    EXPECT_EQ(measure(desk.ask(make_date(2021, 11, 1)), "members"), std::nullopt);
    EXPECT_EQ(basis(desk.ask(make_date(2021, 11, 1)), "members"), (BasisCounts{0, 0, 1}));
}

TEST(Basis, OfTwoReportsOfOneDayTheLaterInTheBookStands) {
    ClubFacts club = sample_club(1, 1, make_date(2019, 1, 1));
    add_report(club, 9, make_date(2020, 9, 30)).members = core::Count{57};
    add_report(club, 5, make_date(2020, 9, 30)).members = core::Count{55};
    const SampleDesk desk({club});
    EXPECT_EQ(measure(desk.ask(make_date(2020, 9, 30)), "members"), 57);
}

TEST(Basis, TheLatestReportOfAGroupSpeaksAlone) {
    ClubFacts club = sample_club(1, 1, make_date(2019, 1, 1));
    auto& first = add_report(club, 5, make_date(2020, 6, 30));
    first.members = core::Count{55};
    first.women = core::Count{40};
    first.capital = core::Money{70'000'000};
    add_report(club, 6, make_date(2020, 9, 30)).members = core::Count{60};
    const Standing now = SampleDesk({club}).ask(make_date(2020, 10, 1));
    EXPECT_EQ(measure(now, "members"), 60);
    EXPECT_EQ(measure(now, "members_women"), std::nullopt);  // never of the older one
    EXPECT_EQ(measure(now, "capital"), 70'000'000);          // another group
}

TEST(Basis, AReversedReportSaysNothing) {
    ClubFacts club = sample_club(1, 1, make_date(2019, 1, 1));
    add_report(club, 5, make_date(2020, 9, 30)).members = core::Count{57};
    club.reports.back().live = false;
    EXPECT_EQ(measure(SampleDesk({club}).ask(make_date(2020, 9, 30)), "members"), std::nullopt);
}

TEST(Basis, TheBookTakesOverOnItsDayAndBorrowersNeedBothBooks) {
    ClubFacts club = sample_club(1, 1, make_date(2019, 1, 1));
    auto& stated = add_report(club, 5, make_date(2020, 12, 31));
    stated.members = core::Count{60};
    stated.borrowers_ever = core::Count{30};
    club.row.roster_completed = make_date(2021, 2, 1);
    club.row.book_opened = make_date(2021, 3, 1);
    add_delta(club, make_date(2019, 1, 1), Column::members, 58);
    add_delta(club, make_date(2019, 1, 1), Column::borrowers_ever, 20);
    const SampleDesk desk({club});
    EXPECT_EQ(measure(desk.ask(make_date(2021, 1, 31)), "members"), 60);
    EXPECT_EQ(measure(desk.ask(make_date(2021, 2, 1)), "members"), 58);
    EXPECT_EQ(measure(desk.ask(make_date(2021, 2, 28)), "borrowers_ever"), 30);
    EXPECT_EQ(measure(desk.ask(make_date(2021, 3, 1)), "borrowers_ever"), 20);
    EXPECT_EQ(measure(desk.ask(make_date(2021, 2, 28)), "capital"), std::nullopt);
    EXPECT_EQ(measure(desk.ask(make_date(2021, 3, 1)), "capital"), 0);

    const auto takeovers = takeovers_until(desk.cube, desk.districts, {}, make_date(2021, 3, 1));
    ASSERT_EQ(takeovers.size(), 1U);
    EXPECT_EQ(takeovers[0].difference.figure, Stated::members);
    EXPECT_EQ(takeovers[0].difference.on, make_date(2021, 2, 1));
    EXPECT_EQ(takeovers[0].difference.stated, 60);
    EXPECT_EQ(takeovers[0].difference.booked, 58);
}

TEST(Basis, SuspendedClubsStandApart) {
    ClubFacts club = sample_club(1, 1, make_date(2019, 1, 1));
    support::put_on_book(club, make_date(2019, 1, 1));
    add_delta(club, make_date(2019, 1, 1), Column::members, 58);
    club.statuses.push_back({make_date(2021, 1, 1), core::club::Status::suspended});
    const Standing now = SampleDesk({club}).ask(make_date(2021, 1, 1));
    EXPECT_EQ(measure(now, "clubs_active"), 0);
    EXPECT_EQ(measure(now, "clubs_suspended"), 1);
    EXPECT_EQ(measure(now, "members"), 0);
    EXPECT_EQ(measure(now, "members_apart"), 58);
}

TEST(Basis, AWithdrawnClubCountsNowhere) {
    ClubFacts club = sample_club(1, 1, make_date(2021, 1, 1));
    club.row.status = core::club::Status::withdrawn;
    const Standing now = SampleDesk({club}).ask(make_date(2021, 6, 1));
    EXPECT_EQ(measure(now, "clubs_active"), 0);
    EXPECT_EQ(find_target(now, "T1")->value.value, 0);
}

RC_GTEST_PROP(Basis, EveryClubCountsOnceAndNeverFromTwoBases, ()) {
    std::vector<ClubFacts> clubs;
    std::vector<std::int64_t> booked;
    for (int i = 0; i < 6; ++i) {
        ClubFacts club = sample_club(i, 1 + i, make_date(2019, 1, 1));
        if (*rc::gen::arbitrary<bool>()) {
            club.row.roster_completed = make_date(2020, 1, 1) + *rc::gen::inRange(0, 900);
        }
        // Figures of a book are even, those of a report odd: a mixture would show.
        add_delta(club, make_date(2019, 1, 1), Column::members, 2 * (20 + i));
        add_delta(club, make_date(2019, 1, 1), Column::women, 2 * (10 + i));
        if (*rc::gen::arbitrary<bool>()) {
            auto& stated = add_report(club, 3, make_date(2020, 1, 1) + *rc::gen::inRange(0, 900));
            stated.members = core::Count{2 * (20 + i) + 1};
            stated.women = core::Count{2 * (10 + i) + 1};
        }
        clubs.push_back(club);
    }
    const core::Date as_of = make_date(2020, 1, 1) + *rc::gen::inRange(0, 1500);
    const Standing standing = SampleDesk(clubs).ask(as_of);
    const BasisCounts members = basis(standing, "members");
    RC_ASSERT(members.clubs() == 6);
    RC_ASSERT(members == basis(standing, "members_women"));
    const auto sum = measure(standing, "members");
    const auto women = measure(standing, "members_women");
    RC_ASSERT(sum.has_value() == women.has_value());
    if (!sum) return;
    RC_ASSERT((*sum - *women) % 2 == 0);  // both odd or both even, club by club
    RC_ASSERT(*sum - *women == 20 * (members.book + members.report));
    RC_ASSERT((*sum % 2 != 0) == (members.report % 2 != 0));
}

}  // namespace
}  // namespace lth::facts
