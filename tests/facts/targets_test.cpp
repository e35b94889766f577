// The readings of the targets, case by case.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/facts/sample_province.hpp"

namespace lth::facts {
namespace {

using core::make_date;
using core::club::Band;
using core::club::Status;
using support::add_delta;
using support::add_report;
using support::put_on_book;
using support::sample_club;
using support::SampleDesk;

const core::Date before = make_date(2020, 1, 1);
const core::Date after = make_date(2021, 3, 10);

ClubFacts booked(int number, int village, core::Date launched, std::int64_t members) {
    ClubFacts club = sample_club(number, village, launched);
    put_on_book(club, launched);
    add_delta(club, launched, Column::members, members);
    return club;
}

const Target& target(const Standing& standing, std::string_view id) {
    return *find_target(standing, id);
}

TEST(Targets, NewClubsAreThoseLaunchedAfterTheBaselineUntilTheEnd) {
    const SampleDesk desk(
        {sample_club(1, 1, make_date(2020, 9, 30)), sample_club(2, 2, make_date(2020, 10, 1)),
         sample_club(3, 3, make_date(2025, 12, 31)), sample_club(4, 4, make_date(2026, 1, 1))});
    EXPECT_EQ(target(desk.ask(make_date(2020, 10, 1)), "T1").value.value, 1);
    EXPECT_EQ(target(desk.ask(make_date(2026, 6, 1)), "T1").value.value, 2);
    EXPECT_EQ(target(desk.ask(make_date(2026, 6, 1)), "T1").met, false);
    EXPECT_TRUE(desk.ask(make_date(2026, 6, 1)).ended);
}

TEST(Targets, NewClubsOfTheProgrammeAndAllOfThePeriod) {
    ClubFacts ours = sample_club(1, 1, after);
    ours.row.programme = core::ProgrammeId{7};
    ClubFacts dissolved = sample_club(2, 2, after);
    dissolved.row.programme = core::ProgrammeId{7};
    dissolved.statuses.push_back({make_date(2022, 1, 1), Status::dissolved});
    const ClubFacts nobodys = sample_club(3, 3, after);
    SampleDesk desk({ours, dissolved, nobodys});
    desk.terms.programme = core::ProgrammeId{7};
    const Standing standing = desk.ask(make_date(2023, 1, 1));
    const Target& t1 = target(standing, "T1");
    EXPECT_EQ(t1.value.value, 2);
    EXPECT_EQ(t1.second[0].value.value, 1);  // of these active
    EXPECT_EQ(t1.second[1].value.value, 3);
    EXPECT_EQ(t1.second[2].value.value, 2);
    ASSERT_EQ(t1.missing.size(), 1U);
    EXPECT_EQ(t1.missing[0].name, "CLB 3");
}

TEST(Targets, PeopleOfNewClubsNowAndOnLaunch) {
    ClubFacts club = booked(1, 1, after, 52);
    add_delta(club, after, Column::elderly, 33);
    add_delta(club, make_date(2022, 1, 1), Column::members, -2);
    const SampleDesk desk({club, sample_club(2, 2, after), booked(3, 3, before, 60)});
    const Standing standing = desk.ask(make_date(2023, 1, 1));
    const Target& members = target(standing, "T2a");
    EXPECT_EQ(members.value.value, 50);
    EXPECT_EQ(members.second[0].value.value, 52);
    EXPECT_EQ(members.basis, (BasisCounts{1, 0, 1}));
    EXPECT_EQ(members.met, std::nullopt);  // a club without data could be the rest
    ASSERT_EQ(members.missing.size(), 1U);
    EXPECT_EQ(members.missing[0].name, "CLB 2");
    EXPECT_EQ(target(standing, "T2b").value.value, 33);
}

TEST(Targets, CoverageCountsAllVillagesOfAClub) {
    ClubFacts wide = sample_club(1, 1, before);
    wide.villages.push_back({before, support::sample_village(2), false});
    wide.villages.push_back({before, support::sample_village(3), false});
    const SampleDesk desk({wide});
    const Standing standing = desk.ask(make_date(2022, 1, 1));
    const Target& communes = target(standing, "T3");
    EXPECT_EQ(communes.value.numerator, 2);
    EXPECT_EQ(communes.value.denominator, 6);
    EXPECT_EQ(communes.value.value, 333'333);
    EXPECT_EQ(communes.missing_total, 4);
    EXPECT_EQ(target(standing, "T4").value.numerator, 3);
    EXPECT_EQ(target(standing, "T4").met, true);           // 3/12 is 25 %
    const auto& lacking = target(standing, "T4").missing;  // with its commune
    EXPECT_TRUE(lacking.at(0).name.starts_with("Thôn 4 (Xã ")) << lacking.at(0).name;
    EXPECT_EQ(lacking.at(0).unit, "301");
    EXPECT_EQ(communes.missing.at(0).unit, "302");
    EXPECT_EQ(target(standing, "T6").value.value, 1);
    ASSERT_EQ(target(standing, "T6").missing.size(), 5U);  // of six communes
    EXPECT_EQ(target(standing, "T6").missing[0].kind, MissingKind::commune_not_full);
    EXPECT_EQ(find_measure(standing, "villages_covered")->answer.value.value, 3);
    EXPECT_EQ(find_measure(standing, "villages")->answer.value.value, 12);
}

TEST(Targets, DistrictsAreCountedOnAMapThatHasThemAndLostOnesAreNamed) {
    std::vector<ClubFacts> clubs;
    for (int i = 0; i < 3; ++i) {  // the first district: covered at the baseline, then lost
        clubs.push_back(sample_club(i, 1 + 2 * i, before));
        if (i == 2) clubs.back().statuses.push_back({make_date(2022, 1, 1), Status::dissolved});
    }
    for (int i = 3; i < 6; ++i) clubs.push_back(sample_club(i, 1 + 2 * i, after));
    const SampleDesk desk(clubs);
    for (const bool merged : {false, true}) {
        const core::Date date = make_date(2023, 1, 1);
        const Standing standing = merged ? desk.ask_merged(date) : desk.ask(date);
        const Target& t5 = target(standing, "T5");
        EXPECT_EQ(t5.value.value, 0);
        EXPECT_EQ(t5.second[0].value.value, 1);
        EXPECT_EQ(t5.second[1].value.value, 1);
        EXPECT_EQ(t5.second[2].value.value, 1);
        EXPECT_EQ(t5.second[3].value.value, 1);
        ASSERT_EQ(t5.missing.size(), 1U);
        EXPECT_EQ(t5.missing[0].kind, MissingKind::district_lost);
        EXPECT_EQ(t5.missing[0].unit, "200");
        EXPECT_EQ(t5.map, merged ? std::optional(desk.terms.district_map) : std::nullopt);
        EXPECT_EQ(t5.note.empty(), !merged);
        const auto& covered = find_measure(standing, "districts_covered")->answer;
        EXPECT_EQ(covered.value.value, merged ? std::nullopt : std::optional<std::int64_t>(1));
    }
}

TEST(Targets, PriorityAreasAreNullWhereAClassIsUnknown) {
    SampleDesk desk({sample_club(1, 1, after), sample_club(2, 2, after)});
    desk.priority.at_launch = {Priority::yes, Priority::unknown};
    const Standing half = desk.ask(make_date(2022, 1, 1));
    EXPECT_EQ(target(half, "T7").value.value, std::nullopt);
    EXPECT_EQ(target(half, "T7").goal, std::nullopt);
    EXPECT_EQ(target(half, "T7").missing_total, 1);
    desk.priority.at_launch = {Priority::yes, Priority::no};
    EXPECT_EQ(target(desk.ask(make_date(2022, 1, 1)), "T7").value.value, 500'000);
}

TEST(Targets, UnratedClubsCountAsNotMet) {
    const auto approved = [](Band band) {
        return core::club::RatingRow{.year = {2021},
                                     .state = core::club::RatingState::approved,
                                     .since = make_date(2022, 2, 1),
                                     .approved = band,
                                     .approved_on = make_date(2022, 2, 1)};
    };
    std::vector<ClubFacts> clubs;
    for (int i = 0; i < 10; ++i) clubs.push_back(sample_club(i, 1 + i, before));
    clubs.push_back(sample_club(10, 11, make_date(2021, 7, 1)));  // too young for 2021
    for (int i = 0; i < 9; ++i) {
        clubs[static_cast<std::size_t>(i)].ratings = {approved(i < 5 ? Band::strong : Band::fair)};
    }
    const auto ask = [&](core::Date date) { return SampleDesk(clubs).ask(date); };
    EXPECT_EQ(target(ask(make_date(2021, 12, 31)), "T8a").value.value, std::nullopt);
    const Standing nine = ask(make_date(2022, 6, 1));
    EXPECT_EQ(target(nine, "T8a").value.numerator, 9);
    EXPECT_EQ(target(nine, "T8a").value.denominator, 10);
    EXPECT_EQ(target(nine, "T8a").met, true);
    EXPECT_EQ(target(nine, "T8b").value.value, 0);
    EXPECT_EQ(target(nine, "T8b").met, false);  // one is not rated
    clubs[9].ratings = {approved(Band::weak)};
    EXPECT_EQ(target(ask(make_date(2022, 6, 1)), "T8b").value.value, 1);
    clubs[9].ratings = {approved(Band::average)};
    EXPECT_EQ(target(ask(make_date(2022, 6, 1)), "T8b").met, true);
}

TEST(Targets, BandsAreInclusiveAndUnknownSexCanLeaveThemOpen) {
    ClubFacts low = booked(1, 1, before, 50);
    add_delta(low, before, Column::women, 30);    // exactly 60 %
    add_delta(low, before, Column::elderly, 35);  // exactly 70 %
    ClubFacts high = booked(2, 2, before, 71);
    add_delta(high, before, Column::women, 50);    // 70.4 %
    add_delta(high, before, Column::elderly, 42);  // 59.2 %
    const Standing standing = SampleDesk({low, high}).ask(make_date(2021, 1, 1));
    for (const char* id : {"T11a", "T11b", "T11c", "T11d"}) {
        EXPECT_EQ(target(standing, id).value.numerator, 1) << id;
        EXPECT_EQ(target(standing, id).value.denominator, 2) << id;
        EXPECT_EQ(target(standing, id).goal, 1'000'000) << id;
        EXPECT_EQ(target(standing, id).met, false) << id;
    }
    EXPECT_EQ(target(standing, "T11e").goal, std::nullopt);

    ClubFacts open = booked(3, 3, before, 60);
    add_delta(open, before, Column::women, 35);
    add_delta(open, before, Column::sex_unknown, 1);  // 35 or 36 of 60: outside or inside
    const Standing unclear = SampleDesk({open}).ask(make_date(2021, 1, 1));
    EXPECT_EQ(target(unclear, "T11b").value.value, std::nullopt);
    EXPECT_EQ(target(unclear, "T11b").met, std::nullopt);
}

TEST(Targets, OneDongShortOfTheStartCapitalFails) {
    ClubFacts enough = booked(1, 1, after, 50);
    add_delta(enough, after, Column::capital_raised, 50'000'000);
    ClubFacts short_of = booked(2, 2, after, 50);
    add_delta(short_of, after, Column::capital_raised, 49'999'999);
    add_delta(short_of, after + 60, Column::capital_raised, 1);
    ClubFacts on_file = sample_club(3, 3, after);
    on_file.row.start_capital = core::Money{60'000'000};
    const ClubFacts silent = sample_club(4, 4, after);
    const SampleDesk desk({enough, short_of, on_file, silent});
    const Standing standing = desk.ask(make_date(2022, 1, 1));
    const Target& t12 = target(standing, "T12");
    EXPECT_EQ(t12.value.numerator, 2);
    EXPECT_EQ(t12.value.denominator, 3);
    EXPECT_EQ(t12.basis, (BasisCounts{2, 1, 1}));
    EXPECT_EQ(t12.met, false);
    EXPECT_EQ(t12.second[0].value.numerator, 3);
    EXPECT_EQ(t12.second[1].value.value, 1);
}

TEST(Targets, NothingOfNothingIsNeverMet) {
    const Standing standing = SampleDesk({}).ask(make_date(2022, 1, 1));
    for (const char* id : {"T11a", "T11b", "T12", "T13a"}) {
        EXPECT_EQ(target(standing, id).value.value, std::nullopt) << id;
        EXPECT_EQ(target(standing, id).met, false) << id;
    }
    EXPECT_EQ(standing.targets.size(), 22U);
}

TEST(Targets, APartOfTheProvinceIsNotHeldAgainstItsGoals) {
    const SampleDesk desk({sample_club(1, 1, after)});
    const Standing part = desk.ask(make_date(2022, 1, 1), scope_of(desk.districts.view, Node{1}));
    EXPECT_EQ(target(part, "T1").value.value, 1);
    EXPECT_EQ(target(part, "T1").goal, std::nullopt);
    EXPECT_EQ(target(part, "T3").value.denominator, 3);
    EXPECT_EQ(target(part, "T3").goal, 900'000);
}

TEST(Targets, TheCountrysGoalsAreNotHeldAgainstOneProvince) {
    SampleDesk desk({sample_club(1, 1, after), booked(2, 2, before, 20)});
    desk.terms.national = true;
    for (const Scope& scope : {Scope{}, scope_of(desk.districts.view, Node{1})}) {
        const Standing standing = desk.ask(make_date(2022, 1, 1), scope);
        EXPECT_TRUE(standing.national);
        ASSERT_FALSE(standing.notes.empty());
        EXPECT_EQ(standing.notes.front().key, "national");
        EXPECT_EQ(target(standing, "T1").value.value, 1);
        EXPECT_EQ(target(standing, "T1").goal, 400);
        EXPECT_TRUE(target(standing, "T3").missing.empty());
        for (const Target& one : standing.targets) {
            EXPECT_EQ(one.national, one.goal.has_value()) << one.id;
            EXPECT_EQ(one.met, std::nullopt) << one.id;
            EXPECT_TRUE(!one.national || one.missing_total == 0) << one.id;
        }
    }
}

TEST(Targets, WhatASchemeDoesNotSetHasNoGoal) {
    SampleDesk desk({booked(1, 1, before, 50)});
    desk.terms.goals.erase("T11a");
    desk.terms.goals.erase("T12");
    const Standing standing = desk.ask(make_date(2022, 1, 1));
    EXPECT_EQ(target(standing, "T11a").value.value, 1'000'000);
    for (const char* id : {"T11a", "T12"}) {
        EXPECT_FALSE(target(standing, id).in_scheme) << id;
        EXPECT_EQ(target(standing, id).goal, std::nullopt) << id;
        EXPECT_EQ(target(standing, id).met, std::nullopt) << id;
    }
}

RC_GTEST_PROP(Targets, BorrowersAreNeverMoreThanTheMembers, ()) {
    // Members join, borrow and leave; who leaves takes their loan out of the count.
    std::vector<ClubFacts> clubs;
    for (int i = 0; i < 5; ++i) {
        ClubFacts club = sample_club(i, 1 + i, make_date(2020, 2, 1));
        put_on_book(club, make_date(2020, 2, 1));
        for (int m = *rc::gen::inRange(0, 30); m > 0; --m) {
            const core::Date joined = make_date(2020, 2, 1) + *rc::gen::inRange(0, 600);
            const core::Date borrowed = joined + *rc::gen::inRange(0, 400);
            const core::Date left = borrowed + *rc::gen::inRange(0, 400);
            add_delta(club, joined, Column::members, 1);
            add_delta(club, borrowed, Column::borrowers_ever, 1);
            add_delta(club, left, Column::borrowers_ever, -1);
            add_delta(club, left, Column::members, -1);
        }
        clubs.push_back(club);
    }
    ClubFacts boasting = sample_club(9, 9, make_date(2020, 2, 1));
    auto& stated = add_report(boasting, 1, make_date(2020, 9, 1));
    stated.members = core::Count{50};
    stated.borrowers_ever = core::Count{80};  // people who left since
    clubs.push_back(boasting);
    const core::Date date = make_date(2020, 2, 1) + *rc::gen::inRange(0, 1500);
    const Standing standing = SampleDesk(clubs).ask(date);
    const Value& value = target(standing, "T13a").value;
    if (!value.value) return;
    RC_ASSERT(*value.numerator <= *value.denominator);
    RC_ASSERT(*value.value <= 1'000'000);
}

RC_GTEST_PROP(Targets, CommunesSumToTheProvinceOnEitherMap, ()) {
    std::vector<ClubFacts> clubs;
    for (int i = *rc::gen::inRange(0, 15); i > 0; --i) {
        ClubFacts club = booked(i, *rc::gen::inRange(1, 13), before, *rc::gen::inRange(0, 90));
        add_delta(club, before, Column::capital, *rc::gen::inRange(0, 90'000'000));
        if (*rc::gen::arbitrary<bool>()) {
            club.villages.push_back(
                {before, support::sample_village(*rc::gen::inRange(1, 13)), false});
        }
        clubs.push_back(club);
    }
    const SampleDesk desk(clubs);
    const core::Date date = make_date(2020, 5, 17);
    for (const bool merged : {false, true}) {
        const auto& view = merged ? desk.merged.view : desk.districts.view;
        const auto ask = [&](Scope scope) {
            return merged ? desk.ask_merged(date, scope) : desk.ask(date, scope);
        };
        const Standing whole = ask({});
        for (const char* name : {"clubs_active", "members", "capital", "communes_covered",
                                 "villages_covered", "villages", "communes"}) {
            std::int64_t sum = 0;
            for (Node node = 0; node < view.units.size(); ++node) {
                if (view.units[node].level != core::territory::Level::commune) continue;
                const Standing part = ask(scope_of(view, node));
                sum += find_measure(part, name)->answer.value.value.value();
            }
            RC_ASSERT(sum == find_measure(whole, name)->answer.value.value.value());
        }
    }
}

}  // namespace
}  // namespace lth::facts
