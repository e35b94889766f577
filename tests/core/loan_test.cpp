// The loan rules of ledger.md, sentence by sentence, and its golden case.
#include "core/club/loan.hpp"

#include <gtest/gtest.h>

#include "support/club_book.hpp"

namespace lth::tests {
namespace {

using namespace core::club;
using core::Date;
using core::make_date;
using core::make_month;
using core::Money;

constexpr Money million(std::int64_t n) { return {n * 1'000'000}; }

LoanTerms golden_terms() { return {}; }  // 12 months, 10,000 ppm, unit 1,000, equal principal

std::string terms_json(const std::string& changes = "") {
    std::string text =
        R"({"months":12,"rate_ppm":10000,"base":"outstanding","method":"equal_principal",)"
        R"("unit":1000,"grace_months":0,"overdue":"same","min_months":1})";
    if (!changes.empty()) text = changes;
    return R"("terms":)" + text;
}

ClubBook lent(const std::string& terms = terms_json()) {
    ClubBook book = launched_club();
    book.must(R"({"op":"loan.disbursed","on":"2020-04-10","loan":"00000000A1",)"
              R"("member":"0000000001","account":"cash","amount":5000000,)" +
              terms + R"(,"guarantors":[],"purpose":"livestock"})");
    return book;
}

void repay(ClubBook& book, const std::string& on, std::int64_t principal, std::int64_t interest) {
    book.must(R"({"op":"loan.repaid","on":")" + on + R"(","loan":"00000000A1","account":"cash",)" +
              R"("principal":)" + std::to_string(principal) + R"(,"interest":)" +
              std::to_string(interest) + R"(,"payer":"member"})");
}

const Loan& the_loan(const ClubBook& book) { return book.club.loans.front(); }

LoanDue due(const ClubBook& book, Date on) { return due_on(book.club, the_loan(book), on); }

TEST(Schedule, GoldenCaseOnTheOutstanding) {
    const auto months = schedule(golden_terms(), million(5), make_date(2020, 4, 10));
    ASSERT_EQ(months.size(), 12U);
    Money interest;
    for (std::size_t i = 0; i < 11; ++i) EXPECT_EQ(months[i].principal, Money{416'000});
    for (const auto& month : months) interest += month.interest;
    EXPECT_EQ(months[11].principal, Money{424'000});
    EXPECT_EQ(interest, Money{326'000});
    EXPECT_EQ(months[11].principal + months[11].interest, Money{428'000});
    EXPECT_EQ(months[0].month, make_month(2020, 5));
    EXPECT_EQ(months[11].outstanding, Money{});
}

TEST(Schedule, GoldenCaseOnTheOriginal) {
    auto terms = golden_terms();
    terms.base = LoanBase::original;
    const auto months = schedule(terms, million(5), make_date(2020, 4, 10));
    Money interest;
    for (const auto& month : months) interest += month.interest;
    EXPECT_EQ(interest, Money{600'000});
    EXPECT_EQ(months[11].principal + months[11].interest, Money{474'000});
}

TEST(TruePrice, OnePercentOnTheOriginalIsNearlyTwoOnWhatIsOwed) {
    auto terms = golden_terms();
    terms.base = LoanBase::original;
    const auto price = true_price(terms, million(5), make_date(2020, 4, 10));
    EXPECT_EQ(price.interest, Money{600'000});
    EXPECT_EQ((price.month_ppm + 50) / 100, 179);        // 1.79 % a month
    EXPECT_EQ((price.nominal_ppm + 500) / 1000, 214);    // 21.4 % a year
    EXPECT_EQ((price.effective_ppm + 500) / 1000, 237);  // 23.7 % effective
    EXPECT_GT(price.nominal_ppm, usury_ppm);
    const auto honest = true_price(golden_terms(), million(5), make_date(2020, 4, 10));
    EXPECT_EQ((honest.month_ppm + 50) / 100, 100);  // 1.00 %; the thousands are rounded up a little
    EXPECT_EQ(honest.interest, Money{326'000});
}

TEST(Schedule, GraceMonthsBearInterestOnly) {
    auto terms = golden_terms();
    terms.grace_months = {3};
    const auto months = schedule(terms, million(5), make_date(2020, 4, 10));
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(months[i].principal, Money{});
    EXPECT_EQ(months[3].principal, Money{555'000});
    EXPECT_EQ(months[11].principal, Money{5'000'000 - 8 * 555'000});
}

TEST(Schedule, AtTheEndAndFreeFallDueInTheLastMonth) {
    for (const auto method : {LoanMethod::at_end, LoanMethod::free}) {
        auto terms = golden_terms();
        terms.method = method;
        const auto months = schedule(terms, million(5), make_date(2020, 4, 10));
        EXPECT_EQ(months[10].outstanding, million(5));
        EXPECT_EQ(months[11].principal, million(5));
        for (const auto& month : months) EXPECT_EQ(month.interest, Money{50'000});
    }
}

TEST(Due, TheMeetingsDayNeverMakesAFalseArrear) {
    const auto book = lent();
    // The first instalment is due on 31 May, on whatever day of May the club meets.
    for (const unsigned day : {1U, 10U, 31U}) {
        const auto now = due(book, make_date(2020, 5, day));
        EXPECT_EQ(now.overdue_principal, Money{});
        EXPECT_EQ(now.overdue_interest, Money{});
        EXPECT_EQ(now.due_principal, Money{416'000});
        EXPECT_EQ(now.due_interest, Money{50'000});
        EXPECT_FALSE(now.oldest);
    }
    const auto later = due(book, make_date(2020, 6, 1));
    EXPECT_EQ(later.overdue_principal, Money{416'000});
    EXPECT_EQ(later.overdue_interest, Money{50'000});
    EXPECT_EQ(later.oldest, make_month(2020, 5));
    EXPECT_EQ(age_days(later, make_date(2020, 6, 1)), 1);
}

TEST(Due, NothingInTheMonthOfDisbursement) {
    const auto now = due(lent(), make_date(2020, 4, 30));
    EXPECT_EQ(now.due_principal, Money{});
    EXPECT_EQ(now.due_interest, Money{});
    EXPECT_EQ(now.outstanding, million(5));
}

TEST(Due, PayingAheadCoversLaterMonths) {
    auto book = lent();
    repay(book, "2020-05-10", 832'000, 50'000);
    const auto june = due(book, make_date(2020, 6, 10));
    EXPECT_EQ(june.due_principal, Money{});
    EXPECT_EQ(june.due_interest, Money{42'000});  // 1 % of 4,168,000, rounded half up
}

TEST(Due, InterestRunsThroughTheMonthInWhichPrincipalReachesZero) {
    auto book = lent();
    repay(book, "2020-07-10", 5'000'000, 0);
    EXPECT_EQ(due(book, make_date(2020, 7, 31)).overdue_interest, Money{100'000});
    EXPECT_EQ(due(book, make_date(2020, 7, 31)).due_interest, Money{50'000});
    EXPECT_EQ(due(book, make_date(2020, 12, 31)).overdue_interest, Money{150'000});
}

TEST(Due, RepaidInTheMonthOfDisbursementStillBearsTheMinimum) {
    auto book = lent();
    repay(book, "2020-04-20", 5'000'000, 0);
    EXPECT_EQ(due(book, make_date(2020, 5, 10)).due_interest, Money{50'000});
    EXPECT_EQ(due(book, make_date(2020, 6, 10)).overdue_interest, Money{50'000});
    EXPECT_EQ(due(book, make_date(2020, 6, 10)).due_interest, Money{});
}

TEST(Due, MinimumMonthsBearWhatStoodBeforeTheLastPayment) {
    auto book = lent(terms_json(
        R"({"months":12,"rate_ppm":10000,"base":"outstanding","method":"free","unit":1000,)"
        R"("grace_months":0,"overdue":"same","min_months":3})"));
    repay(book, "2020-05-10", 3'000'000, 50'000);
    repay(book, "2020-05-20", 2'000'000, 0);
    // Months 2 and 3 bear interest on the two million that stood before the last payment.
    EXPECT_EQ(due(book, make_date(2020, 6, 10)).due_interest, Money{20'000});
    EXPECT_EQ(due(book, make_date(2020, 8, 10)).overdue_interest, Money{40'000});
}

struct OverdueCase {
    const char* overdue;
    const char* own_rate;
    std::int64_t interest;  // of the first month after the last
};

TEST(Due, AfterTheLastMonthTheOverdueRuleDecides) {
    const OverdueCase cases[] = {
        {"same", "", 50'000}, {"none", "", 0}, {"own", R"("overdue_rate_ppm":15000,)", 75'000}};
    for (const auto& c : cases) {
        const auto book = lent(terms_json(
            R"({"months":2,"rate_ppm":10000,"base":"outstanding","method":"at_end","unit":1000,)"
            R"("grace_months":0,"overdue":")" +
            std::string(c.overdue) + R"(",)" + c.own_rate + R"("min_months":1})"));
        const auto july = due(book, make_date(2020, 7, 10));
        EXPECT_EQ(july.overdue_interest, Money{100'000});
        EXPECT_EQ(july.due_interest, Money{c.interest}) << c.overdue;
    }
}

TEST(Due, NoInterestOnInterest) {
    auto book = lent(terms_json(
        R"({"months":12,"rate_ppm":10000,"base":"outstanding","method":"at_end","unit":1000,)"
        R"("grace_months":0,"overdue":"same","min_months":1})"));
    EXPECT_EQ(due(book, make_date(2020, 9, 30)).overdue_interest, Money{200'000});
    EXPECT_EQ(due(book, make_date(2020, 10, 31)).overdue_interest, Money{250'000});
}

TEST(Due, WaivedInterestIsNotOwed) {
    auto book = lent();
    book.must(R"({"op":"loan.interest_waived","on":"2020-06-05","loan":"00000000A1",)"
              R"("amount":50000,"decision":"3/NQ"})");
    EXPECT_EQ(due(book, make_date(2020, 6, 10)).overdue_interest, Money{});
}

TEST(Due, ReschedulingRestartsTheAgeAndSchedulesWhatIsLeft) {
    auto book = lent();
    repay(book, "2020-05-10", 416'000, 50'000);
    ASSERT_EQ(due(book, make_date(2020, 9, 10)).oldest, make_month(2020, 6));
    book.must(R"({"op":"loan.rescheduled","on":"2020-09-10","loan":"00000000A1",)" + terms_json() +
              R"(,"decision":"5/NQ"})");
    const auto now = due(book, make_date(2020, 9, 10));
    EXPECT_FALSE(now.oldest);
    EXPECT_EQ(now.overdue_principal, Money{});
    EXPECT_EQ(due(book, make_date(2020, 10, 10)).due_principal, Money{382'000});
    EXPECT_EQ(all_rows(book.club, {}).loans.front().rescheduled, 1);
}

TEST(Risk, OutstandingIsAtRiskOnceAnythingIsOlderThanThirtyDays) {
    auto book = lent();
    // The instalment of May is due on the 31st; day 31 after it is 1 July.
    EXPECT_EQ(book.figure(Column::overdue, make_date(2020, 6, 30)), 0);
    EXPECT_EQ(book.figure(Column::overdue, make_date(2020, 7, 1)), 5'000'000);
    repay(book, "2020-07-10", 832'000, 100'000);
    EXPECT_EQ(book.figure(Column::overdue, make_date(2020, 7, 9)), 5'000'000);
    EXPECT_EQ(book.figure(Column::overdue, make_date(2020, 7, 10)), 0);
    EXPECT_EQ(book.difference_to_fold(), "");
}

TEST(Borrowers, EverThisYearAndOwingAmongMembersOnThatDay) {
    auto book = lent();
    const auto at = [&](Column column, int year, unsigned month, unsigned day) {
        return book.figure(column, make_date(year, month, day));
    };
    repay(book, "2021-02-10", 5'000'000, 50'000);
    EXPECT_EQ(at(Column::borrowers_owing, 2020, 4, 9), 0);
    EXPECT_EQ(at(Column::borrowers_owing, 2020, 4, 10), 1);
    EXPECT_EQ(at(Column::borrowers_owing, 2021, 2, 10), 0);
    EXPECT_EQ(at(Column::borrowers_year, 2020, 12, 31), 1);
    EXPECT_EQ(at(Column::borrowers_year, 2021, 1, 1), 0);
    EXPECT_EQ(at(Column::borrowers_ever, 2022, 1, 1), 1);
    book.must(R"({"op":"member.left","on":"2022-05-01","member":"0000000001","reason":"moved"})");
    EXPECT_EQ(at(Column::borrowers_ever, 2022, 5, 1), 0);
    EXPECT_EQ(at(Column::members, 2022, 5, 1), 3);
}

}  // namespace
}  // namespace lth::tests
