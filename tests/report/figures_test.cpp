// Figures as Vietnamese documents write them.
#include "report/figures.hpp"

#include <gtest/gtest.h>

namespace lth::report {
namespace {

TEST(Figures, NumbersAreGroupedAndCounted) {
    EXPECT_EQ(count_field(1'234'567).text, "1.234.567");
    EXPECT_EQ(count_field(1'234'567).number, "1234567");
    EXPECT_EQ(count_field(0).text, "0");
    EXPECT_EQ(money_field(core::Money{-5'000}).text, "-5.000");
}

TEST(Figures, TheUnknownIsSaidToBeAndIsNeverZero) {
    for (const auto& field : {count_field({}), money_field({}), share_field({0, 0}),
                              value_field(facts::unknown_value(facts::ValueKind::money))}) {
        EXPECT_EQ(field.text, "chưa có số liệu");
        EXPECT_TRUE(field.number.empty());
    }
    EXPECT_EQ(date_field({}).text, "");
}

TEST(Figures, SharesHaveACommaAndASpace) {
    EXPECT_EQ(share_field({682, 1'000}).text, "68,2 %");
    EXPECT_EQ(share_field({682, 1'000}).number, "0.682000");
    EXPECT_EQ(value_field(facts::share_of({8'999'999, 10'000'000}), 900'000).text, "89,99999 %");
    EXPECT_EQ(value_field(facts::money_of(7'000'000'000)).text, "7.000.000.000 đồng");
    EXPECT_EQ(goal_text(facts::ValueKind::share, 900'000), "90 %");
    EXPECT_EQ(goal_text(facts::ValueKind::share, 905'000), "90,5 %");
    EXPECT_EQ(goal_text(facts::ValueKind::count, std::nullopt), "–");
}

TEST(Figures, Dates) {
    EXPECT_EQ(date_field(core::make_date(2021, 12, 31)).text, "31/12/2021");
    EXPECT_EQ(date_field(core::make_date(2021, 12, 31)).number, "44561");
    EXPECT_EQ(instant_text(0), "07:00 ngày 01/01/1970");
    EXPECT_EQ(instant_text(1'609'433'999'999), "23:59 ngày 31/12/2020");
}

TEST(Figures, Capitals) {
    EXPECT_EQ(capitals("Hội Người cao tuổi tỉnh Thanh Hóa"), "HỘI NGƯỜI CAO TUỔI TỈNH THANH HÓA");
    EXPECT_EQ(capitals("đặng ưỡn ếch ộ ỳ ỹ ĩ ũ ý ÷ 12 · x"), "ĐẶNG ƯỠN ẾCH Ộ Ỳ Ỹ Ĩ Ũ Ý ÷ 12 · X");
    EXPECT_EQ(capitals("\xC6"), "\xC6");
}

TEST(Figures, EveryChoiceHasAName) {
    namespace association = core::association;
    for (std::uint8_t i = 0; i < association::account_count; ++i) {
        EXPECT_FALSE(name_of(association::Account{i}).empty());
    }
    EXPECT_EQ(name_of(association::owned(association::CareLevel::branch,
                                         association::CarePurpose::health)),
              "Ràng buộc: Chăm sóc sức khỏe");
    EXPECT_EQ(name_of(association::CareFlow::transferred_out), "Chuyển cho cấp khác của Hội");
    EXPECT_EQ(name_of(association::TrainingTopic::other), "Nội dung khác");
    EXPECT_EQ(name_of(association::Subject::other), "Việc khác");
    EXPECT_EQ(name_of(core::club::Status::withdrawn), "Rút đề nghị");
    EXPECT_EQ(name_of(core::club::Band::weak), "Yếu kém");
}

}  // namespace
}  // namespace lth::report
