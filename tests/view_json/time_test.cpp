// Instants as they are written and read.
#include "view_json/time.hpp"

#include <gtest/gtest.h>

namespace lth::tests {
namespace {

using view_json::instant_text;
using view_json::parse_instant;

TEST(Instant, IsReadAsItIsWritten) {
    constexpr std::int64_t ms = 1'767'225'600'123;  // 1 January 2026
    EXPECT_EQ(instant_text(ms), "2026-01-01T00:00:00.123Z");
    EXPECT_EQ(parse_instant("2026-01-01T00:00:00.123Z"), ms);
    EXPECT_EQ(parse_instant("2026-01-01T00:00:00Z"), ms - 123);
    EXPECT_EQ(parse_instant("1767225600123"), ms);
}

TEST(Instant, ADateIsAllOfThatDayInBusinessTime) {
    const auto end = parse_instant("2026-01-01");
    ASSERT_TRUE(end);
    EXPECT_EQ(instant_text(*end), "2026-01-01T16:59:59.999Z");
}

TEST(Instant, WhatIsNoMomentIsRefused) {
    for (const auto* text :
         {"", "later", "-5", "2026-01-01T-1:00:00Z", "2026-01-01T00:-1:00Z", "2026-01-01T24:00:00Z",
          "2026-01-01T00:00:00", "2026-01-01T00:00:00.-12Z", "2026-02-30", "2026-02-30T00:00:00Z",
          "9223372036854775807", "92233720368547758070", "7258118400000"}) {
        EXPECT_EQ(parse_instant(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace lth::tests
