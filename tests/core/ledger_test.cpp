// The posting table of ledger.md, row by row: what each operation does to the accounts.
#include <gtest/gtest.h>

#include <map>

#include "support/club_book.hpp"

namespace lth::tests {
namespace {

using core::Money;
using Effects = std::map<std::string, std::int64_t>;  // account → change on its natural side

struct Row {
    std::string name;
    std::string before;  // recorded first
    std::string op;
    Effects effects;
};

Effects balances(const ClubBook& book) {
    Effects all;
    for (std::size_t i = 0; i < core::club::account_count; ++i) {
        const auto account = static_cast<core::club::Account>(i);
        all[std::string(full_name(account))] = natural(account, book.club.balances[i]).dong;
    }
    return all;
}

std::string on_may(const std::string& op, const std::string& fields) {
    return R"({"op":")" + op + R"(","on":"2020-05-10",)" + fields + "}";
}

const std::string terms =
    R"("terms":{"months":12,"rate_ppm":10000,"base":"outstanding","method":"equal_principal",)"
    R"("unit":1000,"grace_months":0,"overdue":"same","min_months":1})";

const std::string split =
    R"({"op":"rules.set","on":"2020-03-01","from":"2020-03-01","split":{"income":400000,)"
    R"("operating":300000,"board":200000,"reserve":100000},"unit":1000,)" +
    terms + R"(,"limits":{}})";

const std::string loan =
    R"({"op":"loan.disbursed","on":"2020-04-10","loan":"00000000A1","member":"0000000001",)"
    R"("account":"cash","amount":5000000,)" +
    terms + R"(,"guarantors":[],"purpose":"other"})";

const std::string repaid =
    on_may("loan.repaid", R"("loan":"00000000A1","account":"cash",)"
                          R"("principal":416000,"interest":35000,"payer":"member")");

const std::string gift =
    on_may("donation.received", R"("account":"cash","kind":"gift","amount":900000)");

std::vector<Row> capital_and_loans() {
    return {
        {"capital.received",
         "",
         on_may("capital.received", R"("account":"bank","source":"project","amount":700)"),
         {{"income:bank", 700}, {"income:capital:project", 700}}},
        {"capital.received as a share",
         "",
         on_may("capital.received",
                R"("account":"cash","source":"members","amount":700,"member":"0000000002")"),
         {{"income:cash", 700}, {"income:shares", 700}}},
        {"capital.returned",
         "",
         on_may("capital.returned", R"("account":"cash","source":"province","amount":700)"),
         {{"income:cash", -700}, {"income:capital:province", -700}}},
        {"loan.disbursed", "", loan, {{"income:loans", 5'000'000}, {"income:cash", -5'000'000}}},
        {"loan.repaid before any rules: all interest is capitalised",
         loan,
         repaid,
         {{"income:loans", -416'000},
          {"income:cash", 451'000},
          {"income:capitalised_interest", 35'000}}},
        {"loan.repaid split 40/30/20/10",
         split + "," + loan,
         repaid,
         {{"income:loans", -416'000},
          {"income:cash", 416'000 + 14'000 + 3'000},
          {"income:capitalised_interest", 14'000},
          {"income:reserve", 3'000},
          {"operating:cash", 11'000 + 7'000},
          {"operating:balance:interest", 11'000},
          {"operating:board_allowance", 7'000}}},
        {"loan.written_off in part, from two places",
         split + "," + loan + "," + repaid,
         on_may("loan.written_off",
                R"("loan":"00000000A1","losses":[{"from":"reserve","amount":3000},)"
                R"({"from":"capital:province","amount":97000}],"decision":"1/NQ")"),
         {{"income:loans", -100'000},
          {"income:reserve", -3'000},
          {"income:capital:province", -97'000}}},
        {"loan.recovered restores the last loss first",
         split + "," + loan + "," + repaid + "," +
             on_may("loan.written_off",
                    R"("loan":"00000000A1","losses":[{"from":"reserve","amount":3000},)"
                    R"({"from":"capital:province","amount":97000}],"decision":"1/NQ")"),
         on_may("loan.recovered", R"("loan":"00000000A1","account":"cash","amount":98000)"),
         {{"income:cash", 98'000}, {"income:capital:province", 97'000}, {"income:reserve", 1'000}}},
        {"loan.interest_waived",
         loan,
         on_may("loan.interest_waived", R"("loan":"00000000A1","amount":5,"decision":"1")"),
         {}},
        {"loan.rescheduled",
         loan,
         on_may("loan.rescheduled", R"("loan":"00000000A1",)" + terms + R"(,"decision":"1")"),
         {}},
        {"loan.taken_over",
         loan,
         on_may("loan.taken_over", R"("loan":"00000000A1","member":"0000000002")"),
         {}},
        {"loan.opened",
         "",
         R"({"op":"loan.opened","on":"2020-03-01","loan":"00000000A2","member":"0000000001",)"
         R"("disbursed_on":"2019-11-05","principal":5000,"outstanding":3000,)" +
             terms + "}",
         {{"income:loans", 3000}, {"income:opening", 3000}}},
    };
}

std::vector<Row> operating_and_between() {
    return {
        {"dues.received",
         "",
         on_may("dues.received", R"("account":"cash","paid":[{"member":"0000000001",)"
                                 R"("amount":10000},{"member":"0000000002","amount":5000}])"),
         {{"operating:cash", 15'000}, {"operating:balance:dues", 15'000}}},
        {"donation.received: gift",
         "",
         gift,
         {{"operating:cash", 900'000}, {"operating:balance:gift", 900'000}}},
        {"donation.received: grant",
         "",
         on_may("donation.received", R"("account":"bank","kind":"grant","amount":800)"),
         {{"operating:bank", 800}, {"operating:balance:grant", 800}}},
        {"expense.paid",
         gift,
         on_may("expense.paid", R"("account":"cash","amount":50000,"purpose":"funeral")"),
         {{"operating:cash", -50'000}, {"operating:balance:expense", -50'000}}},
        {"expense.paid from the board allowance",
         split + "," + loan + "," + repaid,
         on_may("expense.paid", R"("account":"cash","amount":7000,"purpose":"allowance")"),
         {{"operating:cash", -7'000}, {"operating:board_allowance", -7'000}}},
        {"fund.transferred from operating",
         gift,
         on_may("fund.transferred", R"("from":"operating","account":"cash","amount":600)"),
         {{"operating:cash", -600},
          {"operating:balance:transfer", -600},
          {"income:cash", 600},
          {"income:capital:club", 600}}},
        {"fund.transferred from income: capitalised interest only",
         loan + "," + repaid,
         on_may("fund.transferred", R"("from":"income","account":"cash","amount":35000)"),
         {{"income:cash", -35'000},
          {"income:capitalised_interest", -35'000},
          {"operating:cash", 35'000},
          {"operating:balance:transfer", 35'000}}},
        {"reserve.changed",
         loan + "," + repaid,
         on_may("reserve.changed", R"("amount":5000)"),
         {{"income:capitalised_interest", -5'000}, {"income:reserve", 5'000}}},
        {"fund.advanced",
         "",
         on_may("fund.advanced", R"("account":"cash","amount":90)"),
         {{"income:cash", -90},
          {"income:advances", 90},
          {"operating:cash", 90},
          {"operating:advances", 90}}},
        {"fund.advance_returned",
         on_may("fund.advanced", R"("account":"cash","amount":90)"),
         on_may("fund.advance_returned", R"("account":"cash","amount":40)"),
         {{"income:cash", 40},
          {"income:advances", -40},
          {"operating:cash", -40},
          {"operating:advances", -40}}},
    };
}

std::vector<Row> bank_rows() {
    return {
        {"bank.deposited",
         "",
         on_may("bank.deposited", R"("fund":"income","amount":600)"),
         {{"income:cash", -600}, {"income:bank", 600}}},
        {"bank.withdrawn",
         on_may("bank.deposited", R"("fund":"income","amount":600)"),
         on_may("bank.withdrawn", R"("fund":"income","amount":100)"),
         {{"income:cash", 100}, {"income:bank", -100}}},
        {"bank.interest of the income fund",
         "",
         on_may("bank.interest", R"("fund":"income","amount":70)"),
         {{"income:bank", 70}, {"income:capitalised_interest", 70}}},
        {"bank.interest of the operating fund",
         "",
         on_may("bank.interest", R"("fund":"operating","amount":70)"),
         {{"operating:bank", 70}, {"operating:balance:bank", 70}}},
        {"bank.fee",
         on_may("bank.interest", R"("fund":"income","amount":70)"),
         on_may("bank.fee", R"("fund":"income","amount":30)"),
         {{"income:bank", -30}, {"income:capitalised_interest", -30}}},
    };
}

std::vector<Row> differences_and_openings() {
    const std::string lacking = on_may(
        "cash.adjusted", R"("fund":"income","amount":-500,"against":"claims","decision":"1")");
    return {
        {"cash.adjusted against claims",
         "",
         lacking,
         {{"income:cash", -500}, {"income:claims", 500}}},
        {"cash.adjusted against the reserve",
         "",
         on_may("cash.adjusted",
                R"("fund":"income","amount":500,"against":"reserve","decision":"1")"),
         {{"income:cash", 500}, {"income:reserve", 500}}},
        {"cash.adjusted against adjustments",
         gift,
         on_may("cash.adjusted",
                R"("fund":"operating","amount":-500,"against":"adjustment","decision":"1")"),
         {{"operating:cash", -500}, {"operating:balance:adjustment", -500}}},
        {"claim.settled",
         lacking,
         on_may("claim.settled", R"("fund":"income","account":"cash","amount":500)"),
         {{"income:cash", 500}, {"income:claims", -500}}},
        {"claim.waived by the reserve",
         lacking + "," +
             on_may("cash.adjusted", R"("fund":"income","amount":700,)"
                                     R"("against":"reserve","decision":"1")"),
         on_may("claim.waived", R"("fund":"income","amount":500,"decision":"2")"),
         {{"income:claims", -500}, {"income:reserve", -500}}},
        {"cash.counted never posts",
         "",
         on_may("cash.counted", R"("box":"cash","amount":1,"book_amount":2)"),
         {}},
        {"balance.opened: an asset",
         "",
         R"({"op":"balance.opened","on":"2020-03-01","fund":"income","account":"bank",)"
         R"("amount":400})",
         {{"income:bank", 400}, {"income:opening", 400}}},
        {"balance.opened: capital",
         "",
         R"({"op":"balance.opened","on":"2020-03-01","fund":"income",)"
         R"("account":"capital:district","amount":400})",
         {{"income:capital:district", 400}, {"income:opening", -400}}},
        {"balance.explained",
         R"({"op":"balance.opened","on":"2020-03-01","fund":"income","account":"bank",)"
         R"("amount":400})",
         on_may("balance.explained",
                R"("fund":"income","amount":300,"to":"capital:unknown","decision":"3")"),
         {{"income:opening", -300}, {"income:capital:unknown", 300}}},
    };
}

void expect_row(const Row& row) {
    SCOPED_TRACE(row.name);
    ClubBook book = launched_club();
    if (!row.before.empty()) book.must(row.before);
    const auto before = balances(book);
    ASSERT_EQ(book.record(row.op), "") << message(book.last_refusal, core::Language::en);
    Effects changed;
    for (const auto& [account, amount] : balances(book)) {
        if (amount != before.at(account)) changed[account] = amount - before.at(account);
    }
    EXPECT_EQ(changed, row.effects);
    // Reversed, every account is again as it was.
    const auto seq = book.history.size();
    const auto on = to_text(book.history.back().front().on);
    book.must(R"({"op":"op.reversed","on":")" + on + R"(","entry_id":")" + book.entry_id(seq) +
              R"(","op_index":0})");
    EXPECT_EQ(balances(book), before);
    EXPECT_EQ(book.difference_to_fold(), "");
}

TEST(PostingTable, CapitalAndLoans) {
    for (const auto& row : capital_and_loans()) expect_row(row);
}
TEST(PostingTable, OperatingFundAndBetween) {
    for (const auto& row : operating_and_between()) expect_row(row);
}
TEST(PostingTable, Bank) {
    for (const auto& row : bank_rows()) expect_row(row);
}
TEST(PostingTable, DifferencesAndOpenings) {
    for (const auto& row : differences_and_openings()) expect_row(row);
}

TEST(Split, WholeUnitsByLargestRemainder) {
    const std::array<std::int64_t, 4> ppm = {400'000, 300'000, 200'000, 100'000};
    const auto parts = core::split(Money{35'000}, ppm, 1'000);
    EXPECT_EQ(parts,
              (std::array<Money, 4>{Money{14'000}, Money{11'000}, Money{7'000}, Money{3'000}}));
    EXPECT_EQ(core::split(Money{999}, ppm, 1'000)[0], Money{999});  // below one unit: to income
    EXPECT_EQ(core::split(Money{1'500}, ppm, 1'000)[0], Money{1'500});
}

TEST(Split, NothingIsLostOrMade) {
    const std::array<std::int64_t, 4> ppm = {333'333, 333'333, 333'333, 1};
    for (std::int64_t amount = 0; amount < 20'000; amount += 7) {
        Money sum;
        for (const auto part : core::split(Money{amount}, ppm, 1'000)) {
            EXPECT_GE(part, Money{});
            sum += part;
        }
        EXPECT_EQ(sum, Money{amount});
    }
}

TEST(Shares, RoundHalfUpToTheUnitWithoutOverflow) {
    EXPECT_EQ(core::share_of(Money{4'250'000}, 10'000, 1'000), Money{43'000});
    EXPECT_EQ(core::share_of(Money{4'249'999}, 10'000, 1'000), Money{42'000});
    EXPECT_EQ(core::share_of(Money{core::max_dong}, 1'000'000, 1), Money{core::max_dong});
}

}  // namespace
}  // namespace lth::tests
