// What a book keeps although somebody should look at it: each flag, and how it goes away.
#include "core/club/flags.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/club_book.hpp"

namespace lth::tests {
namespace {

using namespace core::club;
using core::Count;
using core::Date;
using core::make_date;
using core::Money;

constexpr Date year_end = make_date(2020, 12, 31);

std::string lend(const std::string& loan, const std::string& on, std::int64_t amount,
                 const std::string& base = "outstanding") {
    return R"({"op":"loan.disbursed","on":")" + on + R"(","loan":")" + loan +
           R"(","member":"0000000001","account":"cash","amount":)" + std::to_string(amount) +
           R"(,"terms":{"months":10,"rate_ppm":10000,"base":")" + base +
           R"(","method":"equal_principal","unit":1000,"grace_months":0,"overdue":"same",)"
           R"("min_months":1},"guarantors":[],"purpose":"livestock"})";
}
std::string repay(const std::string& on, std::int64_t principal, std::int64_t interest) {
    return R"({"op":"loan.repaid","on":")" + on +
           R"(","loan":"00000000A1","account":"cash",)"
           R"("principal":)" +
           std::to_string(principal) + R"(,"interest":)" + std::to_string(interest) +
           R"(,"payer":"member"})";
}
std::string dues(const std::string& on) {
    return R"({"op":"dues.received","on":")" + on +
           R"(","account":"cash","paid":[{"member":"0000000002","amount":5000}]})";
}
std::string undo(const ClubBook& book, std::uint64_t seq, const std::string& on) {
    return R"({"op":"op.reversed","on":")" + on + R"(","entry_id":")" + book.entry_id(seq) +
           R"(","op_index":0})";
}
std::vector<FlagLine> flags(const ClubBook& book, Flag what, Date on = year_end) {
    auto lines = flag_lines(book.club, on);
    std::erase_if(lines, [&](const FlagLine& line) { return line.what != what; });
    return lines;
}

TEST(Flags, AnOrderlyBookHasNone) {
    auto book = launched_club();
    book.must(lend("00000000A1", "2020-04-10", 5'000'000));
    book.must(repay("2020-05-10", 500'000, 50'000) + "," + dues("2020-05-10"));
    book.must(repay("2020-06-10", 500'000, 45'000) + "," + dues("2020-06-10"));
    EXPECT_TRUE(flag_lines(book.club, make_date(2020, 6, 30)).empty());
}

TEST(Flags, InterestOtherThanDueUntilItIsUndone) {
    auto book = launched_club();
    book.must(lend("00000000A1", "2020-04-10", 5'000'000));
    book.must(repay("2020-05-10", 500'000, 40'000));
    const auto found = flags(book, Flag::interest_differs);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].amount, Money{40'000});
    EXPECT_EQ(found[0].instead, Money{50'000});
    EXPECT_EQ(found[0].seq, Count{7});
    EXPECT_EQ(found[0].member, core::MemberId{1});
    EXPECT_TRUE(flags(book, Flag::interest_differs, make_date(2021, 6, 1)).empty()) << "a year ago";
    // Next month the rest is due, too.
    book.must(repay("2020-06-10", 500'000, 55'000));
    EXPECT_EQ(flags(book, Flag::interest_differs).size(), 1U);
    book.must(undo(book, 8, "2020-06-10"));
    book.must(undo(book, 7, "2020-05-10"));
    EXPECT_TRUE(flags(book, Flag::interest_differs).empty());
}

TEST(Flags, WhatSeemsToBeTypedTwice) {
    auto book = launched_club();
    book.must(lend("00000000A1", "2020-04-10", 5'000'000));
    book.must(repay("2020-05-10", 500'000, 50'000) + "," + dues("2020-05-10"));
    book.must(dues("2020-06-10"));
    EXPECT_TRUE(flags(book, Flag::typed_twice).empty());
    book.must(repay("2020-05-10", 500'000, 50'000) + "," + dues("2020-05-10"));
    const auto found = flags(book, Flag::typed_twice);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].seq, Count{9});
    EXPECT_EQ(found[0].amount, Money{5'000});
    EXPECT_EQ(found[1].amount, Money{550'000});
}

TEST(Flags, LoansAboveTheClubsOwnLimitsAndTheLaw) {
    auto book = launched_club();
    book.must(R"({"op":"rules.set","on":"2020-03-02","from":"2020-03-02","meeting_day":15,)"
              R"("split":{"income":1000000,"operating":0,"board":0,"reserve":0},"unit":1000,)"
              R"("terms":{"months":12,"rate_ppm":10000,"base":"outstanding",)"
              R"("method":"equal_principal","unit":1000,"grace_months":0,"overdue":"same",)"
              R"("min_months":1},"limits":{"amount":3000000,"open_loans":1}})");
    book.must(lend("00000000A1", "2020-04-10", 3'000'000));
    EXPECT_TRUE(flags(book, Flag::above_limit).empty());
    book.must(lend("00000000A2", "2020-04-20", 3'500'000, "original"));
    const auto found = flags(book, Flag::above_limit);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(std::ranges::any_of(found, [](const FlagLine& line) {
        return line.amount == Money{3'500'000} && line.instead == Money{3'000'000};
    }));
    EXPECT_TRUE(
        std::ranges::any_of(found, [](const FlagLine& line) { return line.loans == Count{2}; }));
    const auto dear = flags(book, Flag::above_law);
    ASSERT_EQ(dear.size(), 1U);
    EXPECT_EQ(dear[0].loans, Count{1});  // one percent a month of the first sum
}

TEST(Flags, ALoanWithinAWeekOfSettlingOne) {
    auto book = launched_club();
    book.must(lend("00000000A1", "2020-04-10", 1'000'000));
    book.must(repay("2020-05-10", 1'000'000, 10'000));
    book.must(lend("00000000A2", "2020-05-18", 1'000'000));
    EXPECT_TRUE(flags(book, Flag::rollover).empty());
    book.must(lend("00000000A3", "2020-05-17", 1'000'000));
    const auto found = flags(book, Flag::rollover);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].seq, Count{9});
}

TEST(Flags, WhoLeftOwing) {
    auto book = launched_club();
    book.must(lend("00000000A1", "2020-04-10", 1'000'000));
    EXPECT_TRUE(flags(book, Flag::left_owing).empty());
    book.must(R"({"op":"member.left","on":"2020-05-01","member":"0000000001","reason":"moved"})");
    const auto found = flags(book, Flag::left_owing);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].amount, Money{1'000'000});
    EXPECT_TRUE(flags(book, Flag::left_owing, make_date(2020, 4, 30)).empty());
    book.must(repay("2020-06-10", 1'000'000, 20'000));
    EXPECT_TRUE(flags(book, Flag::left_owing).empty());
}

TEST(Flags, WhatStandsOnTheDay) {
    auto book = launched_club();
    book.must(R"({"op":"fund.advanced","on":"2020-04-01","account":"cash","amount":300000})");
    book.must(R"({"op":"cash.counted","on":"2020-04-30","box":"cash","amount":9900000,)"
              R"("book_amount":10000000})");
    book.must(R"({"op":"capital.received","on":"2020-06-01","account":"cash","source":"project",)"
              R"("amount":5000000})");
    book.must(R"({"op":"bank.deposited","on":"2020-05-01","fund":"income","amount":12000000})");
    ASSERT_EQ(flags(book, Flag::advance_open).size(), 1U);
    EXPECT_EQ(flags(book, Flag::advance_open)[0].amount, Money{300'000});
    const auto counted = flags(book, Flag::count_differs);
    ASSERT_EQ(counted.size(), 1U);
    EXPECT_EQ(counted[0].instead, Money{10'000'000});
    const auto below = flags(book, Flag::below_zero);
    ASSERT_EQ(below.size(), 1U);
    EXPECT_EQ(below[0].on, make_date(2020, 5, 1));
    EXPECT_EQ(below[0].account, "income:cash");
    // What stands comes first, then what was recorded.
    EXPECT_EQ(flag_lines(book.club, year_end).front().what, Flag::below_zero);
}

TEST(Flags, WhatOldPapersDoNotExplain) {
    ClubBook book;
    book.must(R"({"op":"club.proposed","on":"2020-01-05","name":"Thôn Hai",)"
              R"("seat_village":"0000000001","villages":["0000000001"]})");
    book.must(R"({"op":"club.launched","on":"2020-03-01"})");
    book.must(R"({"op":"book.opened","on":"2020-03-01"},)"
              R"({"op":"balance.opened","on":"2020-03-01","fund":"income","account":"cash",)"
              R"("amount":900000})");
    const auto found = flags(book, Flag::opening_difference);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].account, "income:opening");
    EXPECT_EQ(found[0].amount, Money{900'000});
}

}  // namespace
}  // namespace lth::tests
