#include "facts/ratio.hpp"

#include <gtest/gtest.h>

namespace lth::facts {
namespace {

TEST(Ratio, IsComparedAsIntegers) {
    EXPECT_TRUE(at_least({6, 10}, 600'000));
    EXPECT_FALSE(at_least({5'999'999, 10'000'000}, 600'000));
    EXPECT_FALSE(at_least({31'000, 44'291}, 700'000));
    EXPECT_TRUE(within({7, 10}, 600'000, 700'000));
    EXPECT_FALSE(within({7'000'001, 10'000'000}, 600'000, 700'000));
}

TEST(Ratio, NothingOfNothingIsNullAndMeetsNothing) {
    EXPECT_EQ(share_ppm({0, 0}), std::nullopt);
    EXPECT_FALSE(at_least({0, 0}, 0));
    EXPECT_FALSE(within({0, 0}, 0, 1'000'000));
}

TEST(Ratio, SixDecimalsHalfUp) {
    EXPECT_EQ(share_ppm({1, 3}), 333'333);
    EXPECT_EQ(share_ppm({2, 3}), 666'667);
    EXPECT_EQ(share_ppm({1, 2'000'000}), 1);
    EXPECT_EQ(share_ppm({404, 559}), 722'719);
    EXPECT_EQ(fraction_text(722'719), "0.722719");
    EXPECT_EQ(fraction_text(1'000'000), "1.000000");
    EXPECT_EQ(fraction_text(42), "0.000042");
}

TEST(Ratio, PrintsAsManyDecimalsAsTheTruthNeeds) {
    EXPECT_EQ(percent_beside({33'661, 44'291}, 760'000, 2), "75,9996");
    EXPECT_EQ(percent_beside({31'000, 44'291}, 700'000, 3), "69,992");
    EXPECT_EQ(percent_beside({3, 4}, 750'000, 1), "75,0");
    EXPECT_EQ(percent_text({1, 8}, 1), "12,5");
    EXPECT_EQ(percent_text({1'234'567, 1'000}, 0), "123.457");
}

}  // namespace
}  // namespace lth::facts
