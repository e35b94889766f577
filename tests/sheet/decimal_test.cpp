#include "sheet/decimal.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace lth::sheet {
namespace {

TEST(CanonicalNumber, Table) {
    const std::vector<std::pair<std::string_view, std::string_view>> table = {
        {"0", "0"},
        {"-0", "0"},
        {"0.0", "0"},
        {"007", "7"},
        {"44291", "44291"},
        {"1.5", "1.5"},
        {".5", "0.5"},
        {"5.", "5"},
        {"+5", "5"},
        {"-12.340", "-12.34"},
        {"1E3", "1000"},
        {"1.2345E+3", "1234.5"},
        {"1.2345e2", "123.45"},
        {"1.2345E+10", "12345000000"},
        {"5E-2", "0.05"},
        {"1.0000000000000001E-5", "0.00001"},
        {"0.69992000000000001", "0.69992"},
        {"0.30000000000000004", "0.3"},
        {"2.9999999999999996", "3"},
        {"999999.99999999999", "1000000"},
        {"9007199254740991", "9007199254740991"},
        {"9007199254740991.0", "9007199254740991"},
        {"123456789012345678", "123456789012345678"},
        {"123456789012345678.9", "123456789012345679"},
        {"1E+30", "1000000000000000000000000000000"},
    };
    for (const auto& [text, canonical] : table) {
        EXPECT_EQ(canonical_number(text).value_or("none"), canonical) << text;
    }
}

TEST(CanonicalNumber, WhatIsNoNumber) {
    for (const std::string_view text :
         {"", "-", ".", "abc", "1a", "1.2.3", "1e", "1e999", "NaN", "INF", "0x10", "1,5", " 1"}) {
        EXPECT_FALSE(canonical_number(text)) << text;
    }
    EXPECT_FALSE(canonical_number(std::string(1'000, '9')));
}

TEST(Decimal, ParseShiftWhole) {
    const auto value = parse_decimal("84.5");
    ASSERT_TRUE(value);
    EXPECT_FALSE(whole(*value));
    EXPECT_EQ(whole(*times_power_of_ten(*value, 6)), 84'500'000);
    EXPECT_EQ(whole(*parse_decimal("-3")), -3);
    EXPECT_EQ(whole(*parse_decimal("9007199254740991")), 9'007'199'254'740'991);
    EXPECT_EQ(whole(*times_power_of_ten(*parse_decimal("0.000001"), 6)), 1);
    EXPECT_FALSE(parse_decimal("12345678901234567890"));
    EXPECT_FALSE(times_power_of_ten(*parse_decimal("9007199254740991"), 9));
}

TEST(Decimal, RoundsHalfAwayFromZero) {
    EXPECT_EQ(rounded(*parse_decimal("2.5")), 3);
    EXPECT_EQ(rounded(*parse_decimal("2.49999")), 2);
    EXPECT_EQ(rounded(*parse_decimal("-2.5")), -3);
    EXPECT_EQ(rounded(*parse_decimal("-2.4")), -2);
    EXPECT_EQ(rounded(*parse_decimal("7")), 7);
    EXPECT_EQ(rounded(*parse_decimal("0")), 0);
}

}  // namespace
}  // namespace lth::sheet
