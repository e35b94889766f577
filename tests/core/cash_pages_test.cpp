// Vouchers with their numbers, and the cash book.
#include "core/club/cash_pages.hpp"

#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "support/club_book.hpp"
#include "support/random_history.hpp"

namespace lth::tests {
namespace {

using namespace core::club;
using core::Count;
using core::Date;
using core::make_date;
using core::make_month;
using core::Money;

constexpr std::uint64_t all_confirmed = 1'000'000;
constexpr Date new_year = make_date(2020, 1, 1);
constexpr Date year_end = make_date(2020, 12, 31);

std::string gift(const std::string& on, std::int64_t amount) {
    return R"({"op":"donation.received","on":")" + on +
           R"(","account":"cash","kind":"gift","amount":)" + std::to_string(amount) + "}";
}
std::string expense(const std::string& on, std::int64_t amount) {
    return R"({"op":"expense.paid","on":")" + on + R"(","account":"cash","amount":)" +
           std::to_string(amount) + R"(,"purpose":"meeting"})";
}

// Of the operating fund, newest last.
std::vector<VoucherLine> operating(const Club& club, std::uint64_t confirmed = all_confirmed) {
    auto lines = voucher_lines(club, confirmed, new_year, year_end);
    std::erase_if(lines, [](const auto& line) { return line.fund != Fund::operating; });
    return lines;
}

TEST(Vouchers, AreNumberedByKindFundAndYearInTheOrderRecorded) {
    ClubBook book = launched_club();
    book.must(gift("2020-05-10", 100'000));
    book.must(gift("2020-04-10", 200'000));  // typed later: a later number
    book.must(expense("2020-05-11", 50'000));
    const auto lines = operating(book.club);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].number, Count{1});
    EXPECT_EQ(lines[0].amount, Money{100'000});
    EXPECT_EQ(lines[1].number, Count{2});
    EXPECT_EQ(lines[1].on, make_date(2020, 4, 10));
    EXPECT_EQ(lines[2].number, Count{1});
    EXPECT_EQ(lines[2].kind, VoucherKind::payment);
    EXPECT_EQ(lines[2].amount, Money{50'000});
}

TEST(Vouchers, OneThatIsReversedKeepsItsNumber) {
    ClubBook book = launched_club();
    book.must(gift("2020-05-10", 100'000));
    const auto first = book.entry_id(book.history.size());
    book.must(gift("2020-05-11", 200'000));
    book.must(R"({"op":"op.reversed","on":"2020-05-10","entry_id":")" + first +
              R"(","op_index":0})");
    book.must(gift("2020-05-12", 300'000));
    const auto lines = operating(book.club);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_FALSE(lines[0].live);
    EXPECT_EQ(lines[0].number, Count{1});
    EXPECT_TRUE(lines[1].live);
    EXPECT_EQ(lines[2].number, Count{3});
}

TEST(Vouchers, OnesThatAreNotConfirmedHaveNoNumber) {
    ClubBook book = launched_club();
    book.must(gift("2020-05-10", 100'000));
    const auto confirmed = operating(book.club);
    ASSERT_EQ(confirmed.size(), 1U);
    book.must(gift("2020-05-11", 200'000));
    const auto seq = static_cast<std::uint64_t>(confirmed.front().seq.value);
    const auto lines = operating(book.club, seq);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].number, Count{1});
    EXPECT_EQ(lines[1].number, std::nullopt);
}

TEST(CashBook, BeginsWithWhatTheMonthBeforeLeftAndEndsWithItsBalance) {
    ClubBook book = launched_club();
    book.must(gift("2020-04-10", 500'000));
    book.must(expense("2020-05-20", 120'000));
    book.must(gift("2020-05-02", 30'000));
    const auto page = cash_book(book.club, Fund::operating, Box::cash, make_month(2020, 5));
    EXPECT_EQ(page.opening, Money{500'000});
    ASSERT_EQ(page.lines.size(), 2U);
    EXPECT_EQ(page.lines[0].on, make_date(2020, 5, 2));
    EXPECT_EQ(page.lines[0].balance, Money{530'000});
    EXPECT_EQ(page.lines[1].money_out, Money{120'000});
    EXPECT_EQ(page.money_in, Money{30'000});
    EXPECT_EQ(page.money_out, Money{120'000});
    EXPECT_EQ(page.closing, Money{410'000});
}

// Over random histories: a month opens with what the last one closed with, the last one closes
// with the balance of the book, and numbers of a kind, fund and year have no gap.
TEST(CashBook, MonthsJoinAndNumbersHaveNoGap) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Club club;
        Birthdays birthdays;
        std::uint64_t seq = 0;
        for (const auto& offer : random_history(seed, 120)) {
            const At at{offer.entry_id, seq + 1};
            if (admit(club, birthdays, at, offer.ops, {}, offer.today)) ++seq;
        }
        for (const auto fund : {Fund::income, Fund::operating}) {
            for (const auto box : {Box::cash, Box::bank}) {
                Money balance;
                for (auto month = make_month(1990, 1); month < make_month(2035, 1);
                     month = month + 1) {
                    const auto page = cash_book(club, fund, box, month);
                    ASSERT_EQ(page.opening, balance) << "seed " << seed;
                    balance = page.closing;
                }
                EXPECT_EQ(balance, club.balances[index(held(fund, box))]) << "seed " << seed;
            }
        }
        std::map<std::tuple<int, Fund, VoucherKind>, std::int64_t> last;
        for (const auto& line :
             voucher_lines(club, all_confirmed, make_date(1990, 1, 1), make_date(2040, 1, 1))) {
            ASSERT_EQ(line.number->value,
                      ++last[std::tuple(year_of(line.on), line.fund, line.kind)]);
            ASSERT_GT(line.amount.dong, 0);
        }
    }
}

}  // namespace
}  // namespace lth::tests
