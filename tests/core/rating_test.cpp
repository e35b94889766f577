// Rating: what each criterion measures and by which entries, bands, what does not apply, what would
// lift a club; as cases and as properties over random histories.
#include <gtest/gtest.h>

#include <boost/describe/enum_to_string.hpp>

#include "core/rating/owed_meetings.hpp"
#include "core/rating/score.hpp"
#include "support/club_book.hpp"
#include "support/dice.hpp"
#include "support/random_history.hpp"

namespace lth::tests {
namespace {

using core::Count;
using core::make_date;
using namespace core::rating;
using core::club::Band;
using core::club::CriterionScore;

constexpr core::Year year{2020};
constexpr core::Date end = make_date(2020, 12, 31);

Criterion stepped(Measure measure, std::vector<Step> steps) {
    Criterion criterion;
    criterion.id = boost::describe::enum_to_string(measure, "");
    criterion.measure = measure;
    criterion.points = steps.empty() ? Count{10} : steps.back().points;
    criterion.steps = std::move(steps);
    return criterion;
}

Criterion band(Measure measure, std::int64_t min, std::int64_t max) {
    auto criterion = stepped(measure, {});
    criterion.min = min;
    criterion.max = max;
    return criterion;
}

Criteria sample(std::vector<Criterion> list) {
    return {"mau",   make_date(2020, 1, 1), "Mẫu", "Form", 900'000, 700'000,
            500'000, std::move(list)};
}

Criteria everything() {
    const std::vector<Step> shares = {{500'000, {4}}, {1'000'000, {10}}};
    const std::vector<Step> counts = {{1, {4}}, {2, {10}}};
    return sample({stepped(Measure::judged, {}), stepped(Measure::meetings, shares),
                   stepped(Measure::areas, {{4, {4}}, {8, {10}}}), stepped(Measure::funds, counts),
                   stepped(Measure::home_care_volunteers, counts),
                   stepped(Measure::economic_volunteers, counts),
                   stepped(Measure::borrowing, shares), stepped(Measure::on_time, shares),
                   stepped(Measure::counts, shares), stepped(Measure::health_checks, counts),
                   stepped(Measure::performances, counts), band(Measure::size, 3, 5),
                   band(Measure::women, 400'000, 600'000), band(Measure::elderly, 0, 250'000)});
}

Measured said(const ClubBook& book, const Criterion& criterion, core::Date as_of = end) {
    return measure(book.club, criterion, year, as_of);
}

std::string meeting(const std::string& on, const std::string& areas, unsigned number) {
    return R"({"op":"meeting.held","on":")" + on + R"(","meeting":")" + id(number) +
           R"(","kind":"regular","guests":0,"areas":[)" + areas + R"(],"entered_from":"phone"})";
}

TEST(Rating, MonthsCountFromTheLaunchLessThoseExcused) {
    auto book = launched_club();  // in March: April to December are due
    const auto meetings = stepped(Measure::meetings, {{1'000'000, {12}}});
    EXPECT_EQ(said(book, meetings).value, 0);
    EXPECT_EQ(said(book, meetings).denominator, 9);
    book.must(meeting("2020-04-15", R"("income")", 0x21));
    book.must(meeting("2020-04-20", R"("income")", 0x22));  // the same month counts once
    EXPECT_EQ(said(book, meetings).numerator, 1);
    EXPECT_EQ(said(book, meetings).value, 111'111);
    EXPECT_EQ(said(book, meetings).entries, std::vector<std::uint32_t>{6});
    book.must(R"({"op":"meetings.excused","on":"2020-05-02","months":["2020-05","2020-06"],
        "decision":"Công văn 1"})");
    EXPECT_EQ(said(book, meetings).denominator, 7);
    // A month that was excused and the month of the launch count once they have a meeting.
    book.must(meeting("2020-05-15", R"("income")", 0x23));
    book.must(meeting("2020-03-20", R"("income")", 0x24));
    EXPECT_EQ(said(book, meetings).numerator, 3);
    EXPECT_EQ(said(book, meetings).denominator, 9);
}

TEST(Rating, NoMeetingIsOwedOfMonthsThatTheBookOrTheClubDidNotStand) {
    ClubBook late;
    late.must(R"({"op":"club.proposed","on":"2020-01-05","name":"Liên thế hệ thôn Một",
        "seat_village":"0000000001","villages":["0000000001"]},
        {"op":"club.launched","on":"2020-03-01"})");
    const auto meetings = stepped(Measure::meetings, {{1'000'000, {12}}});
    EXPECT_EQ(said(late, meetings).denominator, 0) << "no book";
    late.must(R"({"op":"book.opened","on":"2020-06-10"})");
    EXPECT_FALSE(owes_meeting(late.club, core::make_month(2020, 6))) << "not whole in the book";
    EXPECT_TRUE(owes_meeting(late.club, core::make_month(2020, 7)));
    EXPECT_EQ(said(late, meetings).denominator, 6);

    auto book = launched_club();
    book.must(R"({"op":"club.suspended","on":"2020-08-01"})");
    book.must(R"({"op":"club.resumed","on":"2020-09-15"})");
    EXPECT_TRUE(owes_meeting(book.club, core::make_month(2020, 7)));
    EXPECT_FALSE(owes_meeting(book.club, core::make_month(2020, 8)));
    EXPECT_FALSE(owes_meeting(book.club, core::make_month(2020, 9)));
    EXPECT_TRUE(owes_meeting(book.club, core::make_month(2020, 10)));
    EXPECT_EQ(said(book, meetings).denominator, 7);
}

TEST(Rating, AreasAreThoseOfMeetingsAndActivities) {
    auto book = launched_club();
    const auto areas = stepped(Measure::areas, {{8, {8}}});
    book.must(meeting("2020-04-15", R"("income","health")", 0x21));
    book.must(R"({"op":"activity.held","on":"2020-05-01","area":"culture","kind":"performance",
        "participants":9,"outside":true})");
    book.must(meeting("2019-12-15", R"("rights")", 0x22));  // another year
    EXPECT_EQ(said(book, areas).value, 3);
    EXPECT_EQ(said(book, areas).entries, (std::vector<std::uint32_t>{6, 7}));
    EXPECT_EQ(said(book, stepped(Measure::performances, {{2, {4}}})).value, 1);
    EXPECT_EQ(said(book, stepped(Measure::health_checks, {{2, {4}}})).value, 0);
    book.must(R"({"op":"health.checked","on":"2020-06-01","measured":4,"raised":1,"referred":0})");
    EXPECT_EQ(said(book, stepped(Measure::health_checks, {{2, {4}}})).value, 1);
}

TEST(Rating, FundsAndVolunteers) {
    auto book = launched_club();
    const auto funds = stepped(Measure::funds, {{2, {6}}});
    EXPECT_EQ(said(book, funds).value, 1) << "the operating fund holds nothing yet";
    book.must(R"({"op":"donation.received","on":"2020-04-01","account":"cash","kind":"gift",
        "amount":100000})");
    EXPECT_EQ(said(book, funds).value, 2);
    EXPECT_EQ(said(book, funds, make_date(2020, 2, 1)).value, std::nullopt) << "no book yet";
    const auto volunteers = stepped(Measure::home_care_volunteers, {{5, {6}}});
    EXPECT_EQ(said(book, volunteers).value, 0);
    book.must(R"({"op":"volunteers.set","on":"2020-04-01","kind":"home_care","volunteers":[
        {"volunteer":"0000000001","cares_for":"0000000003"},{"volunteer":"0000000001"},
        {"volunteer":"0000000002"}]})");
    EXPECT_EQ(said(book, volunteers).value, 2) << "a volunteer of two people is one volunteer";
    book.must(R"({"op":"member.left","on":"2020-05-01","member":"0000000002","reason":"moved"})");
    EXPECT_EQ(said(book, volunteers).value, 1);
}

TEST(Rating, BorrowingAndLoansOnTime) {
    auto book = launched_club();
    const auto borrowing = stepped(Measure::borrowing, {{500'000, {8}}});
    const auto on_time = stepped(Measure::on_time, {{1'000'000, {10}}});
    EXPECT_EQ(said(book, borrowing).value, 0);
    EXPECT_EQ(said(book, on_time).value, std::nullopt) << "nothing is lent: 0/0 does not apply";
    book.must(R"({"op":"loan.disbursed","on":"2020-04-10","loan":"00000000A1",
        "member":"0000000001","account":"cash","amount":6000000,"terms":{"months":12,
        "rate_ppm":10000,"base":"outstanding","method":"equal_principal","unit":1000,
        "grace_months":0,"overdue":"same","min_months":1},"guarantors":[],"purpose":"livestock"})");
    EXPECT_EQ(said(book, borrowing).value, 250'000);
    EXPECT_EQ(said(book, on_time, make_date(2020, 4, 30)).value, 1'000'000);
    EXPECT_EQ(said(book, on_time).value, 0) << "never repaid";
    EXPECT_EQ(said(book, on_time).denominator, 6'000'000);
    EXPECT_EQ(said(book, on_time).entries, std::vector<std::uint32_t>{6});
}

TEST(Rating, CountsThatAgreeWithTheBook) {
    auto book = launched_club();
    const auto counts = stepped(Measure::counts, {{1'000'000, {6}}});
    EXPECT_EQ(said(book, counts).value, std::nullopt);
    book.must(R"({"op":"cash.counted","on":"2020-04-10","box":"cash","amount":10000000,
        "book_amount":10000000})");
    EXPECT_EQ(said(book, counts).value, 1'000'000);
    book.must(R"({"op":"cash.counted","on":"2020-05-10","box":"cash","amount":9990000,
        "book_amount":10000000})");
    EXPECT_EQ(said(book, counts).value, 500'000);
}

TEST(Rating, BandsWithUnknownPeopleDoNotApplyIfTheyCouldChangeTheAnswer) {
    auto book = launched_club();  // born 1955 to 1970, two women of four
    EXPECT_EQ(said(book, band(Measure::size, 4, 70)).value, 1);
    EXPECT_EQ(said(book, band(Measure::size, 5, 70)).value, 0);
    EXPECT_EQ(said(book, band(Measure::women, 500'000, 500'000)).value, 1);
    EXPECT_EQ(said(book, band(Measure::elderly, 500'000, 500'000)).value, 1) << "1955 and 1960";
    book.must(R"({"op":"member.admitted","on":"2020-06-01","member":"0000000009","sex":"unknown",
        "hardship":"unknown","borrowed_before":false})");
    EXPECT_EQ(said(book, band(Measure::women, 400'000, 600'000)).value, 1) << "either way";
    EXPECT_EQ(said(book, band(Measure::women, 500'000, 700'000)).value, std::nullopt);
    EXPECT_EQ(said(book, band(Measure::women, 700'000, 800'000)).value, 0);
    EXPECT_EQ(said(book, band(Measure::elderly, 600'000, 700'000)).value, std::nullopt);
}

TEST(Rating, WhatDoesNotApplyLeavesTheMaximum) {
    const auto book = launched_club();
    const auto criteria =
        sample({stepped(Measure::judged, {}), stepped(Measure::on_time, {{1'000'000, {10}}}),
                stepped(Measure::funds, {{1, {10}}})});
    auto sheet = evaluate(book.club, criteria, year, end, {});
    EXPECT_EQ(sheet.maximum.value, 20);
    EXPECT_EQ(sheet.unsaid.value, 1);
    EXPECT_FALSE(sheet.band) << "no band while something waits for an answer";
    const CriterionScore none{{"judged"}, {}};
    sheet = evaluate(book.club, criteria, year, end, std::span(&none, 1));
    EXPECT_EQ(sheet.maximum.value, 10);
    EXPECT_EQ(sheet.total.value, 10);
    EXPECT_EQ(sheet.band, Band::strong);
    EXPECT_FALSE(sheet.next);
    const CriterionScore above{{"judged"}, Count{99}};
    sheet = evaluate(book.club, criteria, year, end, std::span(&above, 1));
    EXPECT_EQ(sheet.total.value, 20) << "held to the maximum";
    const CriterionScore forged{{"funds"}, Count{99}};
    EXPECT_EQ(evaluate(book.club, criteria, year, end, std::span(&forged, 1)).total.value, 10);
}

TEST(Rating, BandsBeginExactlyAtTheirShare) {
    const auto book = launched_club();
    const auto criteria = sample({stepped(Measure::judged, {})});  // of 10 points
    const auto band_of = [&](std::int64_t points) {
        const CriterionScore judged{{"judged"}, Count{points}};
        return evaluate(book.club, criteria, year, end, std::span(&judged, 1));
    };
    EXPECT_EQ(band_of(9).band, Band::strong);
    EXPECT_EQ(band_of(8).band, Band::fair);
    EXPECT_EQ(band_of(7).band, Band::fair);
    EXPECT_EQ(band_of(5).band, Band::average);
    EXPECT_EQ(band_of(4).band, Band::weak);
    EXPECT_EQ(band_of(4).next, Band::average);
    EXPECT_EQ(band_of(4).missing.value, 1);
    ASSERT_EQ(band_of(4).lifts.size(), 1U);
    EXPECT_EQ(band_of(4).lifts[0].needs, 5);
}

TEST(Rating, TheFewestCriteriaByTheirSmallestStepsLiftTheClub) {
    auto book = launched_club();
    book.must(meeting("2020-04-15", R"("income","health","culture")", 0x21));
    const auto criteria =
        sample({stepped(Measure::meetings, {{500'000, {4}}, {750'000, {8}}, {1'000'000, {10}}}),
                stepped(Measure::areas, {{3, {2}}, {4, {4}}, {8, {6}}}),
                stepped(Measure::funds, {{1, {10}}})});
    // 0 + 2 + 10 of 26: average begins at 13, one more area brings 2.
    const auto sheet = evaluate(book.club, criteria, year, end, {});
    EXPECT_EQ(sheet.total.value, 12);
    EXPECT_EQ(sheet.band, Band::weak);
    EXPECT_EQ(sheet.missing.value, 1);
    ASSERT_EQ(sheet.lifts.size(), 1U);
    EXPECT_EQ(sheet.lifts[0].criterion, "meetings") << "the largest gain suffices alone";
    EXPECT_EQ(sheet.lifts[0].is, 1);
    EXPECT_EQ(sheet.lifts[0].needs, 5) << "half of nine, rounded up";
    EXPECT_EQ(sheet.lifts[0].points.value, 4);
}

std::string rule_of(const Criteria& criteria) {
    const auto sound = check(criteria);
    return sound ? "" : std::string(sound.error().rule.id());
}

TEST(Rating, CriteriaThatNoClubCouldBeRatedByAreRefused) {
    EXPECT_EQ(rule_of(everything()), "");
    EXPECT_EQ(rule_of(sample({})), "scheme.value");
    EXPECT_EQ(rule_of(sample({stepped(Measure::judged, {}), stepped(Measure::judged, {})})),
              "scheme.target_twice");
    EXPECT_EQ(rule_of(sample({stepped(Measure::areas, {{4, {4}}, {4, {5}}})})), "scheme.value");
    EXPECT_EQ(rule_of(sample({stepped(Measure::areas, {{4, {4}}, {5, {4}}})})), "scheme.value");
    EXPECT_EQ(rule_of(sample({stepped(Measure::areas, {})})), "scheme.value");
    EXPECT_EQ(rule_of(sample({stepped(Measure::women, {})})), "scheme.value");
    auto capped = sample({stepped(Measure::areas, {{4, {4}}})});
    capped.criteria[0].points = {9};
    EXPECT_EQ(rule_of(capped), "scheme.value");
    auto upside_down = everything();
    upside_down.fair_ppm = upside_down.strong_ppm;
    EXPECT_EQ(rule_of(upside_down), "scheme.value");
}

/// A random club's book, and what it is rated by.
struct Drawn {
    explicit Drawn(std::uint64_t seed) {
        for (const auto& offer : random_history(seed, 60)) {
            (void)book.record(offer.ops, offer.today);
        }
        Dice dice(seed);
        if (dice.chance(80)) {
            judged.push_back({{"judged"}, Count{static_cast<std::int64_t>(dice.below(11))}});
        }
    }
    [[nodiscard]] Sheet sheet(int of) const {
        return evaluate(book.club, everything(), core::Year{of}, make_date(of, 12, 31), judged);
    }

    ClubBook book;
    std::vector<CriterionScore> judged;
};

int last_year(const ClubBook& book) {
    return book.club.ops.empty() ? 2020 : year_of(book.club.ops.back().on);
}

TEST(RatingProperty, NoPointsAboveTheMaximumAndLiftsReachTheNextBand) {
    int lifted = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Drawn drawn(seed);
        const auto sheet = drawn.sheet(last_year(drawn.book));
        std::int64_t sum = 0;
        for (const auto& score : sheet.scores) {
            ASSERT_TRUE(!score.points || *score.points <= score.maximum) << "seed " << seed;
            ASSERT_TRUE(score.applies || !score.points) << "seed " << seed;
            if (score.points) sum += score.points->value;
        }
        ASSERT_EQ(sum, sheet.total.value) << "seed " << seed;
        ASSERT_LE(sheet.total, sheet.maximum) << "seed " << seed;
        if (!sheet.next) continue;
        std::int64_t gained = 0;
        for (const auto& lift : sheet.lifts) {
            ASSERT_GT(lift.needs, lift.is) << "seed " << seed;
            gained += lift.points.value;
        }
        ASSERT_GE(gained, sheet.missing.value) << "seed " << seed;
        ++lifted;
    }
    EXPECT_GT(lifted, 20);
}

TEST(RatingProperty, OneMoreMeetingNeverLowersAScore) {
    int held = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Drawn drawn(seed);
        Dice dice(seed);
        const int of = last_year(drawn.book);
        const auto before = drawn.sheet(of);
        const auto month = std::to_string(10 + dice.below(3));
        const auto day = std::to_string(10 + dice.below(18));
        const auto on = std::to_string(of) + "-" + month + "-" + day;
        if (!drawn.book.record(meeting(on, R"("rights")", 0x7F21), make_date(2199, 1, 1)).empty()) {
            continue;
        }
        ++held;
        const auto after = drawn.sheet(of);
        for (std::size_t i = 0; i < before.scores.size(); ++i) {
            const auto& was = before.scores[i].points;
            const auto& is = after.scores[i].points;
            ASSERT_GE(is.value_or(Count{}), was.value_or(Count{}))
                << before.scores[i].criterion << " seed " << seed;
        }
    }
    EXPECT_GT(held, 20);
}

}  // namespace
}  // namespace lth::tests
