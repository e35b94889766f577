// What documents say beside the books: compared as integers, printed so that rounding does not lie.
#include <gtest/gtest.h>

#include "facts/claims.hpp"
#include "support/facts/sample_province.hpp"

namespace lth::facts {
namespace {

using core::make_date;
using core::registry::Relation;

/// One club with the totals of the whole province in September 2020.
Standing september_2020() {
    ClubFacts club = support::sample_club(1, 1, make_date(2019, 1, 1));
    support::put_on_book(club, make_date(2019, 1, 1));
    support::add_delta(club, make_date(2019, 1, 1), Column::members, 44'291);
    support::add_delta(club, make_date(2019, 1, 1), Column::elderly, 31'000);
    support::add_delta(club, make_date(2019, 1, 1), Column::women, 33'661);
    return support::SampleDesk({club}).ask(make_date(2020, 9, 30));
}

ClaimCheck check(const char* measure, Relation relation, std::int64_t value) {
    core::registry::ClaimRecorded claim;
    claim.document.value = "5133/QĐ-UBND";
    claim.date = make_date(2020, 9, 30);
    claim.measure.value = measure;
    claim.relation = relation;
    claim.value = value;
    return check_claim(claim, september_2020());
}

TEST(Claims, SixtyNinePointNineNineTwoIsNotOverSeventy) {
    const ClaimCheck found = check("members_elderly_share", Relation::gt, 700'000);
    EXPECT_EQ(found.holds, false);
    EXPECT_EQ(found.explanation.vi, "Theo sổ: 31.000/44.291 = 69,992 %, không phải trên 70 %.");
}

TEST(Claims, SeventyFivePointNineNineNineSixIsNotOverSeventySix) {
    const ClaimCheck found = check("members_women_share", Relation::gt, 760'000);
    EXPECT_EQ(found.holds, false);
    EXPECT_EQ(found.explanation.en,
              "By the books: 33.661/44.291 = 75,9996 %, which is not over 76 %.");
}

TEST(Claims, CountsAreComparedAndTheGapIsNamed) {
    EXPECT_EQ(check("members", Relation::eq, 44'291).holds, true);
    const ClaimCheck off = check("members", Relation::eq, 44'300);
    EXPECT_EQ(off.holds, false);
    EXPECT_NE(off.explanation.vi.find("Chênh lệch −9"), std::string::npos);
    EXPECT_EQ(check("members", Relation::gt, 44'291).holds, false);
    EXPECT_EQ(check("members", Relation::ge, 44'291).holds, true);
}

TEST(Claims, WhatTheBooksDoNotKnowIsNotJudged) {
    EXPECT_EQ(check("elderly_population", Relation::eq, 1).holds, std::nullopt);
    EXPECT_EQ(check("no_such_measure", Relation::eq, 1).holds, std::nullopt);
    EXPECT_EQ(check("members", Relation::words, 1).holds, std::nullopt);
}

}  // namespace
}  // namespace lth::facts
