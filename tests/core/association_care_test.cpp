// The care fund: what each operation posts, numbers of receipts, transfers, grants and their other
// half, the yearly publication.
#include <gtest/gtest.h>

#include "core/association/ledger.hpp"
#include "core/association/matching.hpp"
#include "core/association/names.hpp"
#include "core/association/publication.hpp"
#include "support/association_book.hpp"

namespace lth::tests {
namespace {

using core::Money;
using namespace core::association;

std::string op(const std::string& name, const std::string& on, const std::string& fields) {
    return R"({"op":")" + name + R"(","on":")" + on + "\"," + fields + "}";
}

std::string fund(const std::string& level, const std::string& account, long amount) {
    return R"("level":")" + level + R"(","account":")" + account + R"(","amount":)" +
           std::to_string(amount);
}

std::string receive(const std::string& on, const std::string& account, long amount,
                    const std::string& bound_to = "") {
    return op("care.received", on,
              fund("commune", account, amount) + R"(,"donor_kind":"firm")" +
                  (bound_to.empty() ? "" : R"(,"bound_to":")" + bound_to + '"'));
}

std::string spend(const std::string& on, const std::string& account, long amount,
                  const std::string& purpose, const std::string& more = "") {
    return op("care.spent", on,
              fund("commune", account, amount) + R"(,"purpose":")" + purpose + '"' + more);
}

const std::string club = "00000000-0000-0000-0000-0000000000c1";
const std::string commune = "00000000-0000-0000-0000-0000000000a1";
const std::string province = "00000000-0000-0000-0000-0000000000a0";

core::BookId book_id(const std::string& text) { return core::BookId(*core::parse_uuid(text)); }

std::string grant(const std::string& on, const std::string& id, const std::string& account,
                  const std::string& to, long amount) {
    return op("care.granted", on,
              R"("grant":")" + id + R"(","club":")" + club + "\"," +
                  fund("commune", account, amount) + R"(,"to":")" + to +
                  R"(","purpose":"club_founding")");
}

std::string transfer(const std::string& direction, const std::string& level, long amount,
                     const std::string& other, const std::string& other_level) {
    const std::string preposition = direction == "out" ? "to" : "from";
    return op("care.transferred_" + direction, "2021-05-01",
              R"("transfer":"00000000T1",)" + fund(level, "bank", amount) + ",\"" + preposition +
                  R"(":")" + other + "\",\"" + preposition + R"(_level":")" + other_level + '"');
}

std::string postings_text(const AssociationBook& book, std::uint64_t seq) {
    std::string text;
    for (const auto& record : book.book.ops) {
        if (record.seq != seq) continue;
        for (std::uint32_t i = 0; i < record.posting_count; ++i) {
            const auto& [account, amount] = book.book.postings[record.first_posting + i];
            text += full_name(account) + " " + std::to_string(amount.dong) + "; ";
        }
    }
    return text;
}

TEST(CareFund, PostsEachOperationAsTheTableSays) {
    struct Row {
        std::string operation;
        std::string postings;
    };
    const std::vector<Row> rows = {
        {receive("2020-02-01", "cash", 100), "commune:cash 100; commune:free -100; "},
        {receive("2020-02-01", "goods", 30, "health"),
         "commune:goods 30; commune:bound:health -30; "},
        {op("care.moved", "2020-02-02", R"("level":"commune","from":"cash","amount":60)"),
         "commune:bank 60; commune:cash -60; "},
        {spend("2020-02-03", "goods", 10, "health", R"(,"bound_to":"health")"),
         "commune:goods -10; commune:bound:health 10; "},
        {grant("2020-02-04", "00000000G1", "bank", "income", 20),
         "commune:bank -20; commune:free 20; "},
        {op("care.grant_returned", "2020-02-05",
            R"("grant":"00000000G1","account":"cash","amount":5)"),
         "commune:cash 5; commune:free -5; "},
        {transfer("out", "commune", 7, province, "province"), "commune:bank -7; commune:free 7; "},
        {transfer("in", "commune", 9, province, "branch"), "commune:bank 9; commune:free -9; "},
        {op("care.year_reported", "2020-03-01", R"("level":"commune","year":2019,"spent":5)"), ""},
        {op("pledge.made", "2020-03-01",
            R"("pledge":"00000000D1","level":"commune","donor_kind":"firm","amount":9)"),
         ""},
    };
    AssociationBook book = commune_book();
    for (const auto& row : rows) {
        book.must(row.operation);
        EXPECT_EQ(postings_text(book, book.history.size()), row.postings) << row.operation;
    }
    EXPECT_EQ(book.difference_to_fold(), "");
}

TEST(CareFund, OpeningDifferencesStandInOpeningUntilExplained) {
    AssociationBook book = commune_book();
    book.must(op("op.reversed", "2020-01-01",
                 R"("entry_id":")" + AssociationBook::entry_id(2) + R"(","op_index":0)"));
    book.must(op("care.opened", "2020-01-01",
                 R"("level":"commune","cash":100,"bank":50,"goods":0,"free":70,)"
                 R"("bound":[{"purpose":"housing","amount":60}])"));
    EXPECT_EQ(book.balance("commune:opening").dong, 20);
    book.must(op("care.balance_explained", "2020-02-01",
                 R"("level":"commune","amount":20,"bound_to":"relief","decision":"3/NQ")"));
    EXPECT_EQ(book.balance("commune:opening").dong, 0);
    EXPECT_EQ(book.balance("commune:bound:relief").dong, 20);
}

TEST(CareFund, NumbersReceiptsAndVouchersWithoutGapsAndKeepsReversedOnes) {
    AssociationBook book = commune_book();
    book.must(receive("2020-02-01", "cash", 100));        // entry 3
    book.must(receive("2021-02-01", "cash", 100));        // 4
    book.must(receive("2020-01-15", "cash", 100));        // 5, dated earlier, numbered later
    book.must(spend("2020-03-01", "cash", 1, "relief"));  // 6
    book.must(op("op.reversed", "2020-02-01",
                 R"("entry_id":")" + AssociationBook::entry_id(3) + R"(","op_index":0)"));
    book.must(receive("2020-04-01", "cash", 100));  // 8
    EXPECT_EQ(book.record(receive("2020-04-01", "cash", 0)), "amount.not_positive");
    book.must(receive("2020-04-02", "cash", 100));  // 9
    std::string numbers;
    for (const auto& [place, row] : book.rows.flows) {
        numbers += to_text(row.on).substr(0, 4) + "/" + std::to_string(row.number) +
                   (row.live ? " " : " hủy ");
    }
    EXPECT_EQ(numbers, "2020/1 hủy 2021/1 2020/2 2020/1 2020/3 2020/4 ");
}

TEST(CareFund, MoneyPassedBetweenLevelsIsNoReceipt) {
    AssociationBook below = commune_book();
    AssociationBook above = province_book();
    below.must(receive("2021-04-01", "bank", 500));
    const auto receipts = [&] {
        Money sum = year_figures(below.book, CareLevel::commune, 2021).received_money;
        sum += year_figures(above.book, CareLevel::province, 2021).received_money;
        return sum + year_figures(above.book, CareLevel::branch, 2021).received_money;
    };
    const Money before = receipts();
    below.must(transfer("out", "commune", 300, province, "province"));
    above.must(transfer("in", "province", 300, commune, "commune"));
    EXPECT_EQ(receipts(), before);
    EXPECT_EQ(year_figures(above.book, CareLevel::province, 2021).transferred_in, Money{300});

    std::vector<CareFlowRow> out_rows = all_rows(below.book).flows;
    std::vector<CareFlowRow> in_rows = all_rows(above.book).flows;
    const auto outs = transfer_halves(book_id(commune), CareFlow::transferred_out, out_rows);
    const auto ins = transfer_halves(book_id(province), CareFlow::transferred_in, in_rows);
    const auto matches = match_transfers(outs, ins);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(matches[0].state, TransferState::matched);
}

TEST(CareFund, ProvinceAndBranchPassMoneyInOneBook) {
    AssociationBook book = province_book();
    book.must(op("care.moved", "2021-01-02", R"("level":"province","from":"cash","amount":40)") +
              "," + transfer("out", "province", 40, province, "branch") + "," +
              transfer("in", "branch", 40, province, "province"));
    const auto rows = all_rows(book.book).flows;
    const auto outs = transfer_halves(book_id(province), CareFlow::transferred_out, rows);
    const auto ins = transfer_halves(book_id(province), CareFlow::transferred_in, rows);
    EXPECT_EQ(match_transfers(outs, ins).at(0).state, TransferState::matched);
    EXPECT_EQ(book.balance("branch:bank").dong, 40);
}

TEST(CareFund, TellsADayBelowZeroThatLaterPaperMendedOnlyInSum) {
    AssociationBook book = commune_book();
    book.must(receive("2020-05-01", "cash", 100));
    book.must(spend("2020-04-01", "cash", 30, "relief"));
    const auto days = negative_days(book.book);
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(full_name(days[0].account), "commune:cash");
    EXPECT_EQ(days[0].day, core::make_date(2020, 4, 1));
    EXPECT_EQ(days[0].amount, Money{-30});
    EXPECT_EQ(full_name(days[1].account), "commune:free");
}

// ---- T10

TEST(CareFund, ExactlySixtyPercentSupportsClubsEnough) {
    EXPECT_EQ(supports_enough(Money{60}, Money{100}), true);
    EXPECT_EQ(supports_enough(Money{599'999}, Money{1'000'000}), false);
    EXPECT_EQ(supports_enough(Money{core::max_dong}, Money{core::max_dong}), true);
    EXPECT_EQ(supports_enough(Money{}, Money{}), std::nullopt);
}

TEST(CareFund, GrantsCountWhateverTheFundAndReturnsAreDeducted) {
    AssociationBook book = commune_book();
    book.must(receive("2021-01-10", "cash", 1000) + "," + receive("2021-01-10", "goods", 200));
    book.must(grant("2021-02-01", "00000000G1", "cash", "income", 300) + "," +
              grant("2021-02-01", "00000000G2", "cash", "operating", 100) + "," +
              grant("2021-02-01", "00000000G3", "goods", "goods", 150) + "," +
              spend("2021-02-02", "cash", 50, "club_founding") + "," +
              spend("2021-02-02", "cash", 25, "club_management") + "," +
              spend("2021-02-02", "cash", 10, "visits") + "," +
              op("care.grant_returned", "2021-03-01",
                 R"("grant":"00000000G1","account":"cash","amount":40)"));
    const CareYearFigures expected{.received_money = {1000},
                                   .received_goods = {200},
                                   .club_support_money = {300 + 100 + 50 + 25 - 40},
                                   .club_support_goods = {150},
                                   .transferred_in = {},
                                   .transferred_out = {}};
    EXPECT_EQ(year_figures(book.book, CareLevel::commune, 2021), expected);
}

// ---- Publication

std::string text_of(const PublishedLine& line, const std::string& name) {
    const auto n = [](Money amount) { return std::to_string(amount.dong); };
    return name + ": " + n(line.opening) + " + " + n(line.in) + " - " + n(line.out) + " + " +
           n(line.moved) + " = " + n(line.closing) + "\n";
}

std::string text_of(const Publication& publication) {
    std::string text;
    for (const auto* lines : {&publication.held, &publication.owned}) {
        for (const auto& line : *lines) text += text_of(line, full_name(line.account));
    }
    text += text_of(publication.total, "total");
    for (const auto& flow : publication.flows) {
        text.append(name_of(flow.flow)).append(" ").append(name_of(flow.form));
        text += ": " + std::to_string(flow.amount.dong) + "\n";
    }
    for (const auto& use : publication.uses) {
        text.append("for ").append(name_of(use.purpose));
        text += ": " + std::to_string(use.amount.dong) + "\n";
    }
    return text + "receipts " + std::to_string(publication.last_receipt) + ", vouchers " +
           std::to_string(publication.last_voucher) + "\n";
}

TEST(CareFund, PublishesAYearThatAddsUp) {
    AssociationBook book = commune_book();
    book.must(receive("2020-06-01", "cash", 1000) + "," +
              receive("2020-07-01", "bank", 500, "housing"));
    book.must(receive("2021-01-10", "cash", 2000) + "," +
              receive("2021-02-10", "goods", 300, "health") + "," +
              receive("2021-02-11", "cash", 77));  // entry 4, reversed below
    book.must(op("care.moved", "2021-03-01", R"("level":"commune","from":"cash","amount":800)"));
    book.must(spend("2021-04-01", "bank", 450, "housing", R"(,"bound_to":"housing")") + "," +
              spend("2021-04-02", "cash", 90, "visits") + "," +
              grant("2021-04-03", "00000000G1", "cash", "income", 600) + "," +
              transfer("out", "commune", 100, province, "province"));
    book.must(op("care.grant_returned", "2021-11-01",
                 R"("grant":"00000000G1","account":"cash","amount":50)"));
    book.must(op("op.reversed", "2021-02-11",
                 R"("entry_id":")" + AssociationBook::entry_id(4) + R"(","op_index":2)"));
    book.must(receive("2022-01-01", "cash", 9));  // another year's

    const core::Date year_end = core::make_date(2021, 12, 31);
    const auto publication = publish(book.book, CareLevel::commune, 2021, year_end);
    ASSERT_TRUE(publication);
    EXPECT_TRUE(adds_up(*publication));
    EXPECT_EQ(text_of(*publication),
              "commune:cash: 1000 + 2050 - 690 + -800 = 1560\n"
              "commune:bank: 500 + 0 - 550 + 800 = 750\n"
              "commune:goods: 0 + 300 - 0 + 0 = 300\n"
              "commune:free: 1000 + 2050 - 790 + 0 = 2260\n"
              "commune:bound:health: 0 + 300 - 0 + 0 = 300\n"
              "commune:bound:housing: 500 + 0 - 450 + 0 = 50\n"
              "total: 1500 + 2350 - 1240 + 0 = 2610\n"
              "received cash: 2000\n"
              "received goods: 300\n"
              "spent_other cash: 90\n"
              "spent_other bank: 450\n"
              "granted cash: 600\n"
              "grant_returned cash: 50\n"
              "transferred_out bank: 100\n"
              "for club_founding: 600\n"
              "for visits: 90\n"
              "for housing: 450\n"
              "receipts 4, vouchers 4\n");
    EXPECT_FALSE(publish(book.book, CareLevel::commune, 2019, year_end));
    EXPECT_FALSE(publish(book.book, CareLevel::branch, 2021, year_end));

    const core::Date february = core::make_date(2021, 2, 28);
    const auto so_far = publish(book.book, CareLevel::commune, 2021, february);
    ASSERT_TRUE(so_far);
    EXPECT_TRUE(adds_up(*so_far));
    EXPECT_EQ(so_far->total.closing, Money{3800});
    EXPECT_EQ(so_far->last_receipt, 3U);
    EXPECT_EQ(so_far->last_voucher, 0U);
    EXPECT_FALSE(publish(book.book, CareLevel::commune, 2020, core::make_date(2019, 12, 31)));
    EXPECT_FALSE(year_ahead(2021, february));
    EXPECT_EQ(year_ahead(2022, february)->rule.id(), "question.year.ahead");
}

}  // namespace
}  // namespace lth::tests
