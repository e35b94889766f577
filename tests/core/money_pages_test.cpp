// What the board sees of its money, and what an entry would change before it is recorded.
#include "core/club/money_pages.hpp"

#include <gtest/gtest.h>

#include "support/club_book.hpp"

namespace lth::tests {
namespace {

using namespace core::club;
using core::Date;
using core::make_date;
using core::Money;

constexpr const char* loan_of_five_million =
    R"({"op":"loan.disbursed","on":"2020-04-10","loan":"00000000A1","member":"0000000001",)"
    R"("account":"cash","amount":5000000,"terms":{"months":12,"rate_ppm":10000,)"
    R"("base":"outstanding","method":"equal_principal","unit":1000,"grace_months":0,)"
    R"("overdue":"same","min_months":1},"guarantors":[],"purpose":"livestock"})";

Money amount_of(const FundsPage& page, std::string_view account) {
    for (const auto& line : page.accounts) {
        if (line.account == account) return line.amount;
    }
    return {};
}

std::string deposit(const std::string& on, std::int64_t amount) {
    return R"({"op":"bank.deposited","on":")" + on + R"(","fund":"income","amount":)" +
           std::to_string(amount) + "}";
}

TEST(FundsPage, NamesEveryAccountThatIsNotZeroOnThatDay) {
    ClubBook book = launched_club();
    book.must(loan_of_five_million);
    const auto before = funds_page(book.club, make_date(2020, 4, 9));
    EXPECT_EQ(amount_of(before, "income:cash"), Money{10'000'000});
    EXPECT_EQ(amount_of(before, "income:loans"), Money{});
    const auto page = funds_page(book.club, make_date(2020, 4, 10));
    EXPECT_EQ(amount_of(page, "income:cash"), Money{5'000'000});
    EXPECT_EQ(amount_of(page, "income:loans"), Money{5'000'000});
    for (const auto& line : page.accounts) EXPECT_NE(line.amount, Money{}) << line.account;
    EXPECT_TRUE(page.book_opened.has_value());
    EXPECT_FALSE(page.closed_until.has_value());
    EXPECT_FALSE(page.negative.has_value());
}

TEST(FundsPage, NamesTheDayThatStopsAPeriodFromBeingClosed) {
    ClubBook book = launched_club();
    book.must(R"({"op":"capital.received","on":"2020-06-01","account":"cash","source":"project",)"
              R"("amount":5000000})");
    book.must(deposit("2020-05-01", 12'000'000));  // typed out of order
    const auto page = funds_page(book.club, make_date(2020, 6, 30));
    ASSERT_TRUE(page.negative.has_value());
    EXPECT_EQ(page.negative->on, make_date(2020, 5, 1));
    EXPECT_EQ(page.negative->account, "income:cash");
    EXPECT_EQ(page.negative->amount, Money{-2'000'000});
    EXPECT_FALSE(funds_page(book.club, make_date(2020, 4, 30)).negative.has_value());
}

TEST(AccountPage, RunsInTheOrderOfDatesWhateverTheOrderTyped) {
    ClubBook book = launched_club();
    book.must(deposit("2020-06-10", 1'000'000));
    book.must(deposit("2020-05-10", 2'000'000));
    const auto page = account_page(book.club, Account::income_cash,
                                   {make_date(2020, 5, 1), make_date(2020, 6, 30)});
    EXPECT_EQ(page.before, Money{10'000'000});
    ASSERT_EQ(page.moves.size(), 2U);
    EXPECT_EQ(page.moves[0].on, make_date(2020, 5, 10));
    EXPECT_EQ(page.moves[0].amount, Money{-2'000'000});
    EXPECT_EQ(page.moves[0].balance, Money{8'000'000});
    EXPECT_EQ(page.moves[1].balance, Money{7'000'000});
    EXPECT_EQ(page.moves[1].op, "bank.deposited");
    EXPECT_EQ(page.after, Money{7'000'000});
}

TEST(Difference, TellsAccountsAndLoansBeforeAndAfter) {
    ClubBook book = launched_club();
    book.must(loan_of_five_million);
    const Club before = book.club;
    book.must(R"({"op":"loan.repaid","on":"2020-05-10","loan":"00000000A1","account":"cash",)"
              R"("principal":416000,"interest":50000,"payer":"member"})");
    const auto found = difference(before, book.club, make_date(2020, 5, 10));
    ASSERT_EQ(found.accounts.size(), 3U);  // no rules: all interest stays in the income fund
    EXPECT_EQ(found.accounts[0].account, "income:cash");
    EXPECT_EQ(found.accounts[0].before, Money{5'000'000});
    EXPECT_EQ(found.accounts[0].after, Money{5'466'000});
    ASSERT_EQ(found.loans.size(), 1U);
    EXPECT_EQ(found.loans[0].before->outstanding, Money{5'000'000});
    EXPECT_EQ(found.loans[0].after->outstanding, Money{4'584'000});
    EXPECT_FALSE(found.negative.has_value());
    // The other way round: what a reversal of it shows.
    const auto back = difference(book.club, before, make_date(2020, 5, 10));
    EXPECT_EQ(back.accounts[0].after, Money{5'000'000});
}

TEST(Difference, TellsALoanThatComesAndOneThatGoes) {
    ClubBook book = launched_club();
    const Club before = book.club;
    book.must(loan_of_five_million);
    const auto made = difference(before, book.club, make_date(2020, 4, 10));
    ASSERT_EQ(made.loans.size(), 1U);
    EXPECT_FALSE(made.loans[0].before.has_value());
    EXPECT_EQ(made.loans[0].after->principal, Money{5'000'000});
    const auto gone = difference(book.club, before, make_date(2020, 4, 10));
    EXPECT_FALSE(gone.loans[0].after.has_value());
}

TEST(Difference, TellsADayThatTheEntryPutsBelowZero) {
    ClubBook book = launched_club();
    book.must(R"({"op":"capital.received","on":"2020-06-01","account":"cash","source":"project",)"
              R"("amount":5000000})");
    const Club before = book.club;
    book.must(deposit("2020-05-01", 12'000'000));
    const auto found = difference(before, book.club, ClubBook::today);
    ASSERT_TRUE(found.negative.has_value());
    EXPECT_EQ(found.negative->on, make_date(2020, 5, 1));
    // One that was there before is not told again.
    const Club then = book.club;
    book.must(deposit("2020-06-20", 1'000));
    EXPECT_FALSE(difference(then, book.club, ClubBook::today).negative.has_value());
}

}  // namespace
}  // namespace lth::tests
