// What a rule says, with the facts filled in.
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace lth::core
