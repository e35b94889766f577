// Cases from the life of clubs that a book must get right.
#include <gtest/gtest.h>

#include "core/club/check.hpp"
#include "core/club/loan.hpp"
#include "core/club/pages.hpp"
#include "support/club_book.hpp"

namespace lth::tests {
namespace {

using core::make_date;
using core::Money;
using core::club::Column;

const std::string terms =
    R"("terms":{"months":12,"rate_ppm":10000,"base":"outstanding","method":"equal_principal",)"
    R"("unit":1000,"grace_months":0,"overdue":"same","min_months":1})";

std::string op(const std::string& name, const std::string& on, const std::string& fields = "") {
    return R"({"op":")" + name + R"(","on":")" + on + '"' + (fields.empty() ? "" : "," + fields) +
           "}";
}

std::string lend(const std::string& on, std::int64_t amount = 5'000'000) {
    return op("loan.disbursed", on,
              R"("loan":"00000000A1","member":"0000000001","account":"cash","amount":)" +
                  std::to_string(amount) + "," + terms + R"(,"guarantors":[],"purpose":"crops")");
}

std::string repay(const std::string& on, std::int64_t principal, std::int64_t interest,
                  const std::string& payer = "member") {
    return op("loan.repaid", on,
              R"("loan":"00000000A1","account":"cash","principal":)" + std::to_string(principal) +
                  R"(,"interest":)" + std::to_string(interest) + R"(,"payer":")" + payer + '"');
}

std::string reverse(const ClubBook& book, std::uint64_t seq, int index, const std::string& on) {
    return op("op.reversed", on,
              R"("entry_id":")" + book.entry_id(seq) + R"(","op_index":)" + std::to_string(index));
}

std::string dues(const std::string& on, std::int64_t amount) {
    return op("dues.received", on,
              R"("account":"cash","paid":[{"member":"0000000001","amount":)" +
                  std::to_string(amount) + "}]");
}

std::string meeting(const std::string& on, const std::string& id) {
    return op("meeting.held", on,
              R"("meeting":")" + id +
                  R"(","kind":"regular","guests":0,"areas":["income"],"entered_from":"phone")");
}

TEST(ClubCase, ALineOfAClosedMeetingIsMendedTwoMonthsLater) {
    ClubBook book = launched_club();
    book.must(meeting("2020-05-10", "00000000M1") + "," + dues("2020-05-10", 50'000));
    const auto closed_meeting = book.history.size();
    book.must(meeting("2020-06-10", "00000000M2"));
    book.must(op("period.closed", "2020-06-30", R"("until":"2020-05-31","balances":[])"));
    // The period is closed: the reversal and the right line are dated on an open day, in one entry.
    EXPECT_EQ(book.record(reverse(book, closed_meeting, 1, "2020-05-10")), "reversal.wrong_date");
    book.must(reverse(book, closed_meeting, 1, "2020-07-10") + "," + dues("2020-07-10", 5'000));
    EXPECT_EQ(book.balance("operating:cash"), Money{5'000});
    EXPECT_EQ(core::club::balances_on(
                  book.club, make_date(2020, 5, 31))[index(core::club::Account::operating_cash)],
              Money{50'000});
    EXPECT_EQ(book.difference_to_fold(), "");
}

TEST(ClubCase, PaperTypedOutOfOrderIsFlaggedAndItsPeriodStaysOpenUntilMended) {
    ClubBook book = launched_club();
    book.must(dues("2020-05-10", 30'000));
    book.must(
        op("expense.paid", "2020-04-10", R"("account":"cash","amount":30000,"purpose":"visit")"));
    const auto negative = core::club::negative_day(book.club, make_date(2020, 12, 31));
    ASSERT_TRUE(negative);
    EXPECT_EQ(negative->day, make_date(2020, 4, 10));
    EXPECT_EQ(negative->amount, Money{-30'000});
    const auto close = op("period.closed", "2020-06-30", R"("until":"2020-05-31","balances":[])");
    EXPECT_EQ(book.record(close), "period.negative_day");
    book.must(dues("2020-04-05", 30'000));  // the receipt that was missing
    book.must(close);
}

TEST(ClubCase, ASecondMeetingOnOneDateIsRefusedUnlessTheFirstIsTakenBack) {
    ClubBook book = launched_club();
    book.must(meeting("2020-05-10", "00000000M1"));
    const auto first = book.history.size();
    EXPECT_EQ(book.record(meeting("2020-05-10", "00000000M2")), "meeting.second_on_date");
    EXPECT_EQ(book.figure(Column::months_met, make_date(2020, 5, 31)), 1);
    // The other record of that meeting takes its place, in one entry.
    book.must(reverse(book, first, 0, "2020-05-10") + "," + meeting("2020-05-10", "00000000M2"));
    EXPECT_EQ(book.figure(Column::months_met, make_date(2020, 5, 31)), 1);
    book.must(meeting("2020-05-11", "00000000M3"));
    EXPECT_EQ(book.figure(Column::months_met, make_date(2020, 5, 31)), 1);
    EXPECT_EQ(book.difference_to_fold(), "");
}

TEST(ClubCase, AWriteOffCannotExceedTheReserve) {
    ClubBook book = launched_club();
    book.must(lend("2020-04-10"));
    book.must(op("bank.interest", "2020-04-11", R"("fund":"income","amount":50000)"));
    book.must(op("reserve.changed", "2020-04-11", R"("amount":50000)"));
    const auto write_off = [](std::int64_t amount) {
        return op("loan.written_off", "2020-06-10",
                  R"("loan":"00000000A1","losses":[{"from":"reserve","amount":)" +
                      std::to_string(amount) + R"(}],"decision":"1")");
    };
    EXPECT_EQ(book.record(write_off(50'001)), "account.below_zero");
    EXPECT_EQ(book.record(write_off(50'000)), "");
    EXPECT_EQ(book.balance("income:loans"), Money{4'950'000});
}

TEST(ClubCase, AnHeirRepaysAndTheLoanIsSettledAfterDeath) {
    ClubBook book = launched_club();
    book.must(lend("2020-04-10"));
    book.must(op("member.left", "2020-06-01", R"("member":"0000000001","reason":"died")"));
    EXPECT_EQ(book.figure(Column::borrowers_owing, make_date(2020, 6, 1)), 0);
    book.must(repay("2020-07-10", 5'000'000, 150'000, "heir"));
    EXPECT_EQ(all_rows(book.club, {}).loans.front().settled_on, make_date(2020, 7, 10));
    EXPECT_EQ(book.balance("income:loans"), Money{});
    EXPECT_EQ(book.difference_to_fold(), "");
}

TEST(ClubCase, MistypedInterestAlreadySpentIsMendedWithAnAdvanceInOneEntry) {
    ClubBook book = launched_club();
    book.must(op("rules.set", "2020-03-01",
                 R"("from":"2020-03-01","split":{"income":0,"operating":1000000,"board":0,)"
                 R"("reserve":0},"unit":1000,)" +
                     terms + R"(,"limits":{})"));
    book.must(lend("2020-04-10"));
    book.must(repay("2020-05-10", 0, 500'000));  // should have been 50,000
    const auto mistyped = book.history.size();
    book.must(
        op("expense.paid", "2020-05-10", R"("account":"cash","amount":400000,"purpose":"visit")"));
    const auto mend =
        reverse(book, mistyped, 0, "2020-05-10") + "," + repay("2020-05-10", 0, 50'000);
    EXPECT_EQ(book.record(mend), "account.below_zero");
    // Limits are judged after the whole entry, so the advance may stand in the same one.
    EXPECT_EQ(book.record(mend + "," +
                          op("fund.advanced", "2020-05-10", R"("account":"cash","amount":350000)")),
              "");
    EXPECT_EQ(book.balance("operating:cash"), Money{});
    EXPECT_EQ(book.balance("operating:advances"), Money{350'000});
}

TEST(ClubCase, AReversalIsRefusedWhileALoanDependsOnIt) {
    ClubBook book = launched_club();
    book.must(
        op("member.admitted", "2020-04-01",
           R"("member":"0000000009","sex":"female","hardship":"poor","borrowed_before":false)"));
    const auto admission = book.history.size();
    book.must(op("loan.disbursed", "2020-04-10",
                 R"("loan":"00000000A9","member":"0000000009","account":"cash","amount":1000000,)" +
                     terms + R"(,"guarantors":[],"purpose":"crops")"));
    const auto loan = book.history.size();
    EXPECT_EQ(book.record(reverse(book, admission, 0, "2020-04-01")), "reversal.in_the_way");
    EXPECT_NE(message(book.last_refusal, core::Language::en).find("loan.disbursed"),
              std::string::npos);
    book.must(reverse(book, loan, 0, "2020-04-10") + "," +
              reverse(book, admission, 0, "2020-04-01"));
    EXPECT_EQ(book.figure(Column::members, make_date(2020, 5, 1)), 4);
    EXPECT_EQ(book.difference_to_fold(), "");
    // The freed id may be used again by the same kind of operation.
    book.must(
        op("member.admitted", "2020-04-02",
           R"("member":"0000000009","sex":"male","hardship":"poor","borrowed_before":false)"));
    EXPECT_EQ(book.figure(Column::members, make_date(2020, 5, 1)), 5);
    EXPECT_EQ(book.difference_to_fold(), "");
}

TEST(ClubCase, OpeningBalancesThatDoNotBalanceStandAsADifferenceUntilExplained) {
    ClubBook book;
    book.must(op("club.proposed", "2018-01-05",
                 R"("name":"X","seat_village":"0000000001","villages":["0000000001"])"));
    book.must(op("club.launched", "2018-03-01"));
    const auto opened = [](const std::string& account, std::int64_t amount) {
        return op(
            "balance.opened", "2020-03-01",
            R"("fund":"income","account":")" + account + R"(","amount":)" + std::to_string(amount));
    };
    book.must(op("book.opened", "2020-03-01") + "," + opened("cash", 52'000'000) + "," +
              opened("capital:province", 50'000'000));
    EXPECT_EQ(book.balance("income:opening"), Money{2'000'000});
    const auto explain = [](std::int64_t amount) {
        return op("balance.explained", "2020-06-01",
                  R"("fund":"income","amount":)" + std::to_string(amount) +
                      R"(,"to":"capitalised_interest","decision":"7/NQ")");
    };
    EXPECT_EQ(book.record(explain(2'000'001)), "explained.above_difference");
    book.must(explain(2'000'000));
    EXPECT_EQ(book.balance("income:opening"), Money{});
    EXPECT_EQ(book.balance("income:capitalised_interest"), Money{2'000'000});
}

TEST(ClubCase, BornOnThe24thOfNovember1965) {
    ClubBook book = launched_club();
    const auto admit = op("member.admitted", "2020-04-01",
                          R"("member":"0000000009","birth_year":1965,"sex":"female",)"
                          R"("hardship":"none","borrowed_before":false)");
    const auto others = book.figure(Column::elderly, make_date(2025, 11, 24));
    book.must(admit);
    // By year alone: from 1 January, and the count says that it rests on the year.
    EXPECT_EQ(book.figure(Column::elderly, make_date(2025, 11, 10)), others + 1);
    EXPECT_EQ(book.figure(Column::elderly_by_year, make_date(2025, 11, 10)) -
                  book.figure(Column::elderly_by_year, make_date(2026, 1, 1)),
              book.figure(Column::elderly_by_year, make_date(2025, 12, 31)));
    // With the birthday known: not on the 10th, but on the 24th.
    book.birthdays.known[{9}] = {.month = 11, .day = 24};
    const auto rows = all_rows(book.club, book.birthdays);
    const auto elderly = [&](core::Date day) {
        std::int64_t sum = 0;
        for (const auto& delta : rows.days) {
            if (delta.column == Column::elderly && delta.day <= day) sum += delta.delta;
        }
        return sum;
    };
    EXPECT_EQ(elderly(make_date(2025, 11, 10)), others);
    EXPECT_EQ(elderly(make_date(2025, 11, 23)), others);
    EXPECT_EQ(elderly(make_date(2025, 11, 24)), others + 1);
}

TEST(ClubCase, BornOnLeapDayTurnsSixtyOnTheFirstOfMarchInACommonYear) {
    EXPECT_EQ(core::birthday(make_date(1965, 2, 28), 60), make_date(2025, 2, 28));
    EXPECT_EQ(core::birthday(make_date(1964, 2, 29), 60), make_date(2024, 2, 29));
    EXPECT_EQ(core::birthday(make_date(1964, 2, 29), 61), make_date(2025, 3, 1));
}

TEST(ClubCase, TwoClubsMergeAndNothingIsLost) {
    ClubBook from = launched_club();
    ClubBook into = launched_club();
    from.must(lend("2020-04-10"));
    const auto people_before = from.figure(Column::members, make_date(2021, 1, 1)) +
                               into.figure(Column::members, make_date(2021, 1, 1));
    const std::string accounts =
        R"("accounts":[{"fund":"income","account":"cash","amount":5000000},)"
        R"({"fund":"income","account":"capital:province","amount":10000000}])";
    const std::string loans =
        R"("loans":[{"loan":"00000000A1","member":"0000000001","disbursed_on":"2020-04-10",)"
        R"("principal":5000000,"outstanding":5000000,)" +
        terms + "}]";
    const auto hand = [&](const std::string& name, const std::string& other,
                          const std::string& loans_text, const std::string& members) {
        return op(name, "2020-12-31",
                  R"("handover":"00000000H1",)" + other + "," + accounts + "," + loans_text +
                      R"(,"members":)" + members + R"(,"decision":"12/QĐ")");
    };
    from.must(op("club.closing", "2020-12-31"));
    from.must(hand("funds.handed_over", R"("to":"00000000-0000-0000-0000-0000000000bb")", loans,
                   R"(["0000000001","0000000002","0000000003","0000000004"])") +
              "," +
              op("club.merged", "2020-12-31", R"("into":"00000000-0000-0000-0000-0000000000bb")"));
    // In the other book they have ids of their own club's making: 11 to 14.
    std::string admitted;
    for (const char* n : {"1", "2", "3", "4"}) {
        admitted += op("member.admitted", "2020-12-31",
                       std::string(R"("member":"000000001)") + n +
                           R"(","sex":"female","hardship":"poor","borrowed_before":false)") +
                    ",";
    }
    std::string moved_loans = loans;
    moved_loans.replace(moved_loans.find("0000000001"), 10, "0000000011");
    into.must(admitted + hand("funds.taken_over",
                              R"("from":"00000000-0000-0000-0000-0000000000aa")", moved_loans,
                              R"(["0000000011","0000000012","0000000013","0000000014"])"));
    EXPECT_EQ(into.balance("income:capital:province"), Money{20'000'000});
    EXPECT_EQ(into.balance("income:loans"), Money{5'000'000});
    EXPECT_EQ(from.balance("income:loans"), Money{});
    const auto later = make_date(2021, 1, 1);
    EXPECT_EQ(from.figure(Column::members, later), 0);
    EXPECT_EQ(into.figure(Column::members, later), people_before);
    EXPECT_EQ(into.figure(Column::borrowers_owing, later), 1);
    EXPECT_EQ(into.figure(Column::borrowers_ever, later), 1);
    EXPECT_EQ(from.difference_to_fold(), "");
    EXPECT_EQ(into.difference_to_fold(), "");
    // The interest of eight months is asked for by nobody where the loan no longer is.
    EXPECT_EQ(meeting_sheet(from.club, make_date(2020, 12, 30)).loans.size(), 1U);
    EXPECT_TRUE(meeting_sheet(from.club, later).loans.empty());
    EXPECT_EQ(meeting_sheet(into.club, later).loans.size(), 1U);
}

TEST(ClubCase, ALoanOfWhichOnlyInterestIsLeftIsAskedForInTheMeeting) {
    ClubBook book = launched_club();
    book.must(lend("2020-04-10"));
    book.must(op("loan.written_off", "2020-06-10",
                 R"("loan":"00000000A1","losses":[{"from":"capital:province","amount":5000000}],)"
                 R"("decision":"2")"));
    const auto july = make_date(2020, 7, 5);
    const auto sheet = meeting_sheet(book.club, july);
    ASSERT_EQ(sheet.loans.size(), 1U);
    EXPECT_EQ(sheet.loans[0].outstanding, Money{});
    EXPECT_EQ(sheet.loans[0].overdue_interest, Money{100'000});
    book.must(repay("2020-07-05", 0, 100'000));
    EXPECT_TRUE(meeting_sheet(book.club, july).loans.empty());
    // Typed after it: what was paid since is not asked for again.
    EXPECT_TRUE(meeting_sheet(book.club, make_date(2020, 7, 4)).loans.empty());
}

TEST(ClubCase, AClubWithMoneyLeftCannotBeDissolved) {
    ClubBook book = launched_club();
    EXPECT_EQ(book.record(op("club.dissolved", "2020-12-31")), "club.not_empty");
    book.must(op("capital.returned", "2020-12-30",
                 R"("account":"cash","source":"province","amount":10000000)"));
    book.must(op("club.dissolved", "2020-12-31"));
    EXPECT_EQ(core::club::status_on(book.club, make_date(2021, 1, 1)),
              core::club::Status::dissolved);
}

TEST(ClubCase, InterestOtherThanDueIsTakenAsStated) {
    ClubBook book = launched_club();
    book.must(lend("2020-04-10"));
    book.must(repay("2020-05-10", 416'000, 12'345));
    EXPECT_EQ(book.balance("income:capitalised_interest"), Money{12'345});
}

TEST(ClubCase, AReversedProposalCountsNowhere) {
    ClubBook book;
    book.must(op("club.proposed", "2020-01-05",
                 R"("name":"X","seat_village":"0000000001","villages":["0000000001"])"));
    book.must(reverse(book, 1, 0, "2020-01-05"));
    EXPECT_EQ(core::club::status_on(book.club, make_date(2021, 1, 1)),
              core::club::Status::withdrawn);
    EXPECT_TRUE(all_rows(book.club, {}).villages->empty());
}

}  // namespace
}  // namespace lth::tests
