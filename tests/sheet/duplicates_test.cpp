#include "sheet/duplicates.hpp"

#include <gtest/gtest.h>

namespace lth::sheet {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;

TEST(Duplicates, PeopleByNameYearAndVillage) {
    const std::vector keys = {
        person_key("Nguyễn Thị Mẫu", 1952, "Tào Trụ"),
        person_key("Lê Văn Thử", 1950, "Tào Trụ"),
        person_key("NGUYEN THI MAU", 1952, "tào  trụ"),
        person_key("Nguyễn Thị Mẫu", 1953, "Tào Trụ"),
        person_key("Nguyễn Thị Mẫu", 1952, "Thịnh Hùng"),
        person_key("Lê Văn Thử", 1950, "Tào Trụ"),
        person_key("Lê Văn Thử", std::nullopt, ""),
        person_key("Lê Văn Thử", 1950, "Tào Trụ"),
    };
    EXPECT_EQ(duplicate_groups(keys), (Groups{{0, 2}, {1, 5, 7}}));
    EXPECT_EQ(duplicate_groups({}), Groups{});
}

TEST(Duplicates, ClubsByNameWithoutItsTitle) {
    const auto key = club_key("Câu lạc bộ Liên thế hệ tự giúp nhau Tào Trụ", "Tào Xuyên");
    EXPECT_EQ(club_key("CLB LTHTGN Tào Trụ", "tao xuyen"), key);
    EXPECT_EQ(club_key("Tào Trụ", "Tào Xuyên"), key);
    EXPECT_NE(club_key("Tào Trụ 2", "Tào Xuyên"), key);
    EXPECT_NE(club_key("Tào Trụ", "Hàm Rồng"), key);
    EXPECT_EQ(club_key("CLB", "").name, "clb") << "a title alone stays";
}

}  // namespace
}  // namespace lth::sheet
