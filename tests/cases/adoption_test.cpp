// Whoever keeps a book and whoever only reports: the standing is the same on the baseline and on
// each 31 December, when the others report.
#include <gtest/gtest.h>

#include "cases/demo_province.hpp"

namespace lth::tests {
namespace {

using core::make_date;

constexpr core::Date demo_end = make_date(2022, 12, 31);
constexpr core::Date asked_days[] = {make_date(2020, 9, 30), make_date(2020, 12, 31),
                                     make_date(2021, 12, 31), demo_end};

class Adoption : public testing::TestWithParam<std::int64_t> {};
INSTANTIATE_TEST_SUITE_P(Percent, Adoption, testing::Values(0, 30));

TEST_P(Adoption, GivesTheSameStandingAsBooksEverywhere) {
    DemoProvince full(48, demo_end);
    DemoProvince part(48, demo_end, GetParam());
    for (const auto day : asked_days) {
        SCOPED_TRACE(to_text(day));
        const auto expected = full.standing(day);
        const auto found = part.standing(day);
        EXPECT_LT(*measure(found, "clubs_on_books"), *measure(expected, "clubs_on_books"));
        for (const auto* name :
             {"clubs_active", "communes", "communes_covered", "districts_covered",
              "villages_covered", "members", "members_elderly", "members_women", "members_hardship",
              "capital", "loans_outstanding", "borrowers_ever", "borrowers_year",
              "borrowers_owing"}) {
            EXPECT_GT(measure(expected, name).value_or(-1), name[0] == 'd' ? -1 : 0) << name;
            EXPECT_EQ(measure(found, name), measure(expected, name)) << name;
        }
        for (const auto* id : {"T1", "T2a", "T2b", "T3", "T11a", "T13a", "T13b", "T13c"}) {
            EXPECT_EQ(facts::find_target(found, id)->value.value,
                      facts::find_target(expected, id)->value.value)
                << id;
        }
    }
    EXPECT_TRUE(differences(*part.store).empty());
}

}  // namespace
}  // namespace lth::tests
