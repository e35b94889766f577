// The code of an entry as it is printed and typed again; and the sort of the phone's core.
#include "core/entry_code.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/sort.hpp"
#include "support/dice.hpp"

namespace lth::tests {
namespace {

TEST(EntryCode, Is80BitsInGroupsOfFour) {
    core::Digest digest{};
    EXPECT_EQ(core::entry_code(digest), "0000-0000-0000-0000");
    digest.fill(0xFF);
    EXPECT_EQ(core::entry_code(digest), "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    digest = {};
    digest[0] = 0x08;  // 00001 000…
    digest[9] = 0x1E;  // the last five of 80 bits: 11110
    digest[10] = 0xFF;
    EXPECT_EQ(core::entry_code(digest), "1000-0000-0000-000Y");
}

TEST(EntryCode, IsReadAsPeopleTypeIt) {
    const auto code = core::read_entry_code(" 7k3d-oqwm av9b22xl ");
    ASSERT_TRUE(code.has_value());
    EXPECT_EQ(*code, "7K3D-0QWM-AV9B-22X1");
    for (const auto* wrong :
         {"", "7K3D", "7K3D-0QWM-AV9B-22X", "7K3D-0QWM-AV9B-22XUU", "7K3D-0QWM-AV9B-22X!",
          "7K3D-0QWM-AV9B-22XZZ", "7K3D 0QWM AV9B 22Xổ"}) {
        EXPECT_FALSE(core::read_entry_code(wrong).has_value()) << wrong;
    }
}

TEST(EntryCode, WhatIsWrittenIsReadBack) {
    Dice dice(3);
    for (int i = 0; i < 1'000; ++i) {
        core::Digest digest{};
        for (auto& byte : digest) byte = static_cast<std::uint8_t>(dice.next());
        const auto code = core::entry_code(digest);
        EXPECT_EQ(core::read_entry_code(code), code);
    }
}

TEST(SortList, SortsAsTheStandardDoes) {
    Dice dice(9);
    for (std::size_t size : {0U, 1U, 2U, 3U, 10U, 100U, 1'000U, 20'000U}) {
        std::vector<std::uint64_t> mine;
        for (std::size_t i = 0; i < size; ++i) mine.push_back(dice.below(size + 1));
        auto theirs = mine;
        core::sort_list(mine);
        std::ranges::sort(theirs);
        EXPECT_EQ(mine, theirs);
        core::sort_list(mine, std::greater{}, [](auto value) { return value / 2; });
        EXPECT_TRUE(std::ranges::is_sorted(mine, std::greater{}, [](auto v) { return v / 2; }));
    }
}

}  // namespace
}  // namespace lth::tests
