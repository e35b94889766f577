#include "core/text.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace lth::core {
namespace {

TEST(ValidUtf8, AcceptsEveryLengthUpToTheLastCodePoint) {
    EXPECT_TRUE(is_valid_utf8(""));
    EXPECT_TRUE(is_valid_utf8("abc"));
    EXPECT_TRUE(is_valid_utf8("Câu lạc bộ liên thế hệ tự giúp nhau"));
    EXPECT_TRUE(is_valid_utf8("\xC2\x80 \xDF\xBF \xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80"));
    EXPECT_TRUE(is_valid_utf8("\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF"));
}

TEST(ValidUtf8, RefusesWhatIsNotWellFormed) {
    const std::vector<std::string_view> broken = {
        "\x80",      // a continuation alone
        "\xC3",      // cut short
        "\xE1\xBA",  // cut short
        "\xE1\xBA"
        "A",                 // cut short, then a letter
        "\xC0\xAF",          // overlong /
        "\xC1\xBF",          // overlong
        "\xE0\x9F\xBF",      // overlong
        "\xF0\x8F\xBF\xBF",  // overlong
        "\xED\xA0\x80",      // surrogate
        "\xED\xBF\xBF",      // surrogate
        "\xF4\x90\x80\x80",  // above U+10FFFF
        "\xF5\x80\x80\x80",  //
        "\xFF\xFE",          // UTF-16
        "Qu\xFD kh\xE1"
        "ch",  // a legacy code page
    };
    for (const auto text : broken) EXPECT_FALSE(is_valid_utf8(text)) << text;
}

TEST(FoldText, DropsDiacriticsAndCase) {
    EXPECT_EQ(fold_text("Bà Hoàng Thị Đức"), "ba hoang thi duc");
    EXPECT_EQ(fold_text("ĐƯỜNG LỐI Ở XÃ QUẢNG NGỌC"), "duong loi o xa quang ngoc");
    EXPECT_EQ(fold_text("Ðông Sơn"), "dong son") << "the Icelandic letter that looks like Đ";
    EXPECT_EQ(fold_text("1.234.567 đ"), "1.234.567 d");
    EXPECT_EQ(fold_text("Ægir × 日本"), "Ægir × 日本") << "other letters stay";
    EXPECT_EQ(fold_text(""), "");
}

TEST(FoldText, EveryVietnameseLetter) {
    const std::vector<std::pair<std::string_view, char>> letters = {
        {"aàảãáạăằẳẵắặâầẩẫấậAÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ", 'a'},
        {"eèẻẽéẹêềểễếệEÈẺẼÉẸÊỀỂỄẾỆ", 'e'},
        {"iìỉĩíịIÌỈĨÍỊ", 'i'},
        {"oòỏõóọôồổỗốộơờởỡớợOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ", 'o'},
        {"uùủũúụưừửữứựUÙỦŨÚỤƯỪỬỮỨỰ", 'u'},
        {"yỳỷỹýỵYỲỶỸÝỴ", 'y'},
        {"dđDĐ", 'd'},
    };
    for (const auto& [text, letter] : letters) {
        const auto folded = fold_text(text);
        EXPECT_EQ(folded, std::string(folded.size(), letter)) << text;
    }
}

TEST(FoldText, DecomposedTextFoldsTheSame) {
    EXPECT_EQ(fold_text("Nguye\xCC\x82\xCC\x83n"), "nguyen");
}

TEST(FoldText, KeepsBytesThatAreNotText) { EXPECT_EQ(fold_text("A\xFF\x80"), "a\xFF\x80"); }

TEST(FoldWords, LeavesWordsOnly) {
    EXPECT_EQ(fold_words("  Số  QĐ/2020: "), "so qd 2020");
    EXPECT_EQ(fold_words("Họ\xC2\xA0và\r\ntên (*)"), "ho va ten");
    EXPECT_EQ(fold_words("Thôn, bản – tổ dân phố…"), "thon ban to dan pho");
    EXPECT_EQ(fold_words("\xEF\xBB\xBFid"), "id");
    EXPECT_EQ(fold_words("—"), "");
}

TEST(NameSortKey, GivenNameThenFamilyThenMiddle) {
    const std::vector<std::string> sorted = {
        "Nguyễn An",  "Nguyễn Thị An",  "Phạm Thị An",
        "Lê Thị Ánh", "Lê Văn Ân",      "Trần Bình",
        "Đặng Dung",
        "Lê Đào",  // đ after d
        "Nguyễn Hà",  "Nguyễn Hả",      "Nguyễn Hã",
        "Nguyễn Há",  "Nguyễn Hạ",      "Bùi Thị Hoa",
        "Đỗ Thị Hoa", "Nguyễn Thị Hoa", "Nguyễn Thị Hoa (B)",
        "Vũ Thị Hòa", "Lò Thị Ôn",      "Lò Thị Ơn",
        "Lê Uyên",    "Lê Ưng",         "Hoàng Thị Ý",
    };
    auto shuffled = sorted;
    std::ranges::reverse(shuffled);
    std::ranges::sort(shuffled, {},
                      [](const std::string& name) { return std::pair(name_sort_key(name), name); });
    EXPECT_EQ(shuffled, sorted);
}

TEST(NameSortKey, CaseSpacesAndBracketsDoNotCount) {
    EXPECT_EQ(name_sort_key("  nguyễn   thị an "), name_sort_key("NGUYỄN THỊ AN"));
    EXPECT_EQ(name_sort_key("Nguyễn Thị An (tổ 2)"), name_sort_key("Nguyễn Thị An"));
    EXPECT_EQ(name_sort_key("K'Sor Nga"), name_sort_key("KSor Nga"));
    EXPECT_EQ(name_sort_key("Ðỗ An"), name_sort_key("Đỗ An"));
    EXPECT_EQ(name_sort_key(""), "");
    EXPECT_EQ(name_sort_key("(B"), "");
}

TEST(NameSortKey, LettersBeforeTones) {
    EXPECT_LT(name_sort_key("Hà"), name_sort_key("Hai"))
        << "a shorter word first, whatever its tone";
    EXPECT_LT(name_sort_key("Hạ"), name_sort_key("Hai"));
    EXPECT_LT(name_sort_key("Hai 2"), name_sort_key("Hai 3"));
    EXPECT_GT(name_sort_key("日本"), name_sort_key("Z"));
}

TEST(PlaceSortKey, WordsAsTheyStandAndNumbersByTheirValue) {
    const std::vector<std::string> sorted = {
        "Ba Đình",
        "Bá Thước",
        "Đông Sơn",
        "Thôn 1 Xã Hoằng Đại",
        "Thôn 1 Xã Yên Mỹ",
        "Thôn 2 Xã Hoằng Đại",
        "Thôn 10 Xã An Nông",
        "Thôn Ân Đỗ",
        "Thôn Đào",
        "Tổ dân phố 1",
    };
    auto shuffled = sorted;
    std::ranges::reverse(shuffled);
    std::ranges::sort(shuffled, {}, place_sort_key);
    EXPECT_EQ(shuffled, sorted);
    EXPECT_LT(place_sort_key("Thôn 1"), place_sort_key("Thôn 1 A"));
    EXPECT_EQ(place_sort_key(""), "");
}

struct Amount {
    std::int64_t dong;
    std::string_view words;
};

TEST(MoneyInWords, Table) {
    const std::vector<Amount> table = {
        {0, "Không đồng"},
        {1, "Một đồng"},
        {4, "Bốn đồng"},
        {5, "Năm đồng"},
        {10, "Mười đồng"},
        {11, "Mười một đồng"},
        {14, "Mười bốn đồng"},
        {15, "Mười lăm đồng"},
        {20, "Hai mươi đồng"},
        {21, "Hai mươi mốt đồng"},
        {24, "Hai mươi tư đồng"},
        {25, "Hai mươi lăm đồng"},
        {91, "Chín mươi mốt đồng"},
        {100, "Một trăm đồng"},
        {101, "Một trăm linh một đồng"},
        {104, "Một trăm linh bốn đồng"},
        {105, "Một trăm linh năm đồng"},
        {110, "Một trăm mười đồng"},
        {111, "Một trăm mười một đồng"},
        {115, "Một trăm mười lăm đồng"},
        {121, "Một trăm hai mươi mốt đồng"},
        {444, "Bốn trăm bốn mươi tư đồng"},
        {555, "Năm trăm năm mươi lăm đồng"},
        {1'000, "Một nghìn đồng"},
        {1'001, "Một nghìn không trăm linh một đồng"},
        {1'010, "Một nghìn không trăm mười đồng"},
        {1'055, "Một nghìn không trăm năm mươi lăm đồng"},
        {2'100, "Hai nghìn một trăm đồng"},
        {10'000, "Mười nghìn đồng"},
        {15'021, "Mười lăm nghìn không trăm hai mươi mốt đồng"},
        {416'000, "Bốn trăm mười sáu nghìn đồng"},
        {1'000'000, "Một triệu đồng"},
        {1'000'005, "Một triệu không trăm linh năm đồng"},
        {1'005'000, "Một triệu không trăm linh năm nghìn đồng"},
        {1'200'000, "Một triệu hai trăm nghìn đồng"},
        {5'000'000, "Năm triệu đồng"},
        {21'500'000, "Hai mươi mốt triệu năm trăm nghìn đồng"},
        {49'999'999,
         "Bốn mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng"},
        {1'234'567, "Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng"},
        {1'000'000'000, "Một tỷ đồng"},
        {1'000'000'001, "Một tỷ không trăm linh một đồng"},
        {7'050'000'000, "Bảy tỷ không trăm năm mươi triệu đồng"},
        {1'000'000'000'000, "Một nghìn tỷ đồng"},
        {9'007'199'254'740'991,
         "Chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư "
         "triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt đồng"},
        {1'000'000'000'000'000'000, "Một tỷ tỷ đồng"},
        {-1, "Âm một đồng"},
        {-416'000, "Âm bốn trăm mười sáu nghìn đồng"},
    };
    for (const auto& [dong, words] : table) EXPECT_EQ(money_in_words(dong), words) << dong;
}

TEST(MoneyInWords, SouthernZero) {
    EXPECT_EQ(money_in_words(1'105, ZeroTens::le), "Một nghìn một trăm lẻ năm đồng");
    EXPECT_EQ(number_in_words(105), "một trăm linh năm");
    EXPECT_EQ(number_in_words(-7), "âm bảy");
}

TEST(MoneyInWords, TheEndsOfTheRange) {
    EXPECT_TRUE(
        money_in_words(std::numeric_limits<std::int64_t>::max()).starts_with("Chín tỷ hai"));
    EXPECT_TRUE(money_in_words(std::numeric_limits<std::int64_t>::min()).starts_with("Âm chín tỷ"));
}

TEST(MoneyInWords, NoTwoNumbersSoundAlike) {
    std::vector<std::string> words;
    for (std::int64_t n = 0; n < 20'000; ++n) words.push_back(number_in_words(n));
    std::ranges::sort(words);
    EXPECT_EQ(std::ranges::adjacent_find(words), words.end());
}

}  // namespace
}  // namespace lth::core
