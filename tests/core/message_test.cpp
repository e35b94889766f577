// What a rule says, with the facts filled in.
#include <gtest/gtest.h>

#include "core/money.hpp"
#include "core/result.hpp"

namespace lth::core {
namespace {

TEST(Message, DaysAreSaidAsTheyAreWritten) {
    const auto closed =
        make_rejection("period.closed_date", "on", {{"limit", "2020-12-31"}, {"on", "2020-11-05"}});
    for (const auto language : {Language::vi, Language::en}) {
        const auto text = message(closed, language);
        EXPECT_NE(text.find("31/12/2020"), std::string::npos) << text;
        EXPECT_NE(text.find("05/11/2020"), std::string::npos) << text;
        EXPECT_EQ(text.find("2020-"), std::string::npos) << text;
    }
    EXPECT_EQ(closed.facts.front().value, "2020-12-31");  // programs read ISO
    const auto no_day =
        make_rejection("question.date.malformed", "as_of", {{"value", "2020-02-30"}});
    EXPECT_NE(message(no_day, Language::vi).find("2020-02-30"), std::string::npos);
}

// What is short or too much is said as such, without a sign.
TEST(Message, AmountsThatAreWrongAreSaidPlainly) {
    const auto too_much = make_rejection("loan.repaid.above_outstanding", "principal",
                                         {{"amount", to_text(Money{1'170'000})}});
    EXPECT_EQ(message(too_much, Language::vi),
              "Trả gốc quá số còn nợ 1.170.000 đ: có thể đã ghi rồi.");
    const auto short_of =
        make_rejection("account.below_zero", "amount",
                       {{"account", "income:cash"}, {"amount", to_text(Money{5'000})}});
    EXPECT_EQ(message(short_of, Language::vi), "income:cash không đủ: thiếu 5.000 đ.");
    EXPECT_EQ(message(short_of, Language::en), "income:cash is 5.000 đ short.");
}

}  // namespace
}  // namespace lth::core
