// One case for each rule of the club's book: what is recorded, and the rule that refuses it.
#include <gtest/gtest.h>

#include <set>

#include "core/rules.hpp"
#include "support/club_book.hpp"

namespace lth::tests {
namespace {

struct Case {
    std::string rule;
    std::string before;  // recorded first, must be accepted; may be empty
    std::string refused;
};

const std::string terms =
    R"("terms":{"months":12,"rate_ppm":10000,"base":"outstanding","method":"equal_principal",)"
    R"("unit":1000,"grace_months":0,"overdue":"same","min_months":1})";

std::string lend(const std::string& loan, const std::string& member, const std::string& on,
                 long amount = 5'000'000) {
    return R"({"op":"loan.disbursed","on":")" + on + R"(","loan":")" + loan + R"(","member":")" +
           member + R"(","account":"cash","amount":)" + std::to_string(amount) + "," + terms +
           R"(,"guarantors":[],"purpose":"livestock"})";
}

std::string repay(const std::string& on, long principal, long interest) {
    return R"({"op":"loan.repaid","on":")" + on + R"(","loan":"00000000A1","account":"cash",)" +
           R"("principal":)" + std::to_string(principal) + R"(,"interest":)" +
           std::to_string(interest) + R"(,"payer":"member"})";
}

std::string meeting(const std::string& on, const std::string& meeting_id,
                    const std::string& extra = "") {
    return R"({"op":"meeting.held","on":")" + on + R"(","meeting":")" + meeting_id +
           R"(","kind":"regular",)" + extra +
           R"("guests":0,"areas":["income"],"entered_from":"phone"})";
}

std::string reverse(std::uint64_t seq, int op_index, const std::string& on) {
    return R"({"op":"op.reversed","on":")" + on + R"(","entry_id":")" + ClubBook().entry_id(seq) +
           R"(","op_index":)" + std::to_string(op_index) + "}";
}

std::string simple(const std::string& op, const std::string& on, const std::string& fields = "") {
    return R"({"op":")" + op + R"(","on":")" + on + '"' + (fields.empty() ? "" : "," + fields) +
           "}";
}

std::string handover(const std::string& fields, const std::string& members = {}) {
    return simple("funds.handed_over", "2020-05-01",
                  R"("handover":"00000000H1","to":"00000000-0000-0000-0000-0000000000ff",)" +
                      fields + R"(,"members":[)" + members + R"(],"decision":"1/QĐ")");
}

const std::string lent = lend("00000000A1", "0000000001", "2020-04-10");
const std::string written_off =
    simple("loan.written_off", "2020-06-10",
           R"("loan":"00000000A1","losses":[{"from":"capital:province","amount":1000000}],)"
           R"("decision":"2")");

std::vector<Case> life_cases() {
    return {
        {"club.proposed_already", "",
         simple("club.proposed", "2020-05-01",
                R"("name":"X","seat_village":"0000000001","villages":["0000000001"])")},
        {"club.seat_not_served", "",
         simple("club.changed", "2020-05-01", R"("seat_village":"0000000002")")},
        {"club.wrong_status", "", simple("club.launched", "2020-05-01")},
        {"club.life_order", "", simple("club.suspended", "2020-02-01")},
        {"club.not_empty", "", simple("club.dissolved", "2020-05-01")},
        {"reversal.unknown", "", reverse(99, 0, "2020-05-01")},
        {"reversal.unknown", "", reverse(2, 1, "2020-03-01")},
        {"reversal.twice", reverse(5, 1, "2020-03-01"), reverse(5, 1, "2020-03-01")},
        {"reversal.of_reversal", reverse(5, 1, "2020-03-01"), reverse(6, 0, "2020-03-01")},
        {"reversal.not_possible",
         simple("attachment.added", "2020-05-01",
                R"("sha256":")" + std::string(64, 'a') + R"(","bytes":1)"),
         reverse(6, 0, "2020-05-01")},
        {"reversal.in_the_way", lent, reverse(3, 0, "2020-03-01")},
        {"reversal.wrong_date", "", reverse(5, 1, "2020-03-02")},
        {"period.closed_date",
         simple("period.closed", "2020-05-02", R"("until":"2020-04-30","balances":[])"), lent},
        {"period.not_later",
         simple("period.closed", "2020-05-02", R"("until":"2020-04-30","balances":[])"),
         simple("period.closed", "2020-05-02", R"("until":"2020-04-30","balances":[])")},
        {"period.ahead", "",
         simple("period.closed", "2020-05-02", R"("until":"2020-05-03","balances":[])")},
        {"period.balance_differs", "",
         simple("period.closed", "2020-05-02",
                R"("until":"2020-04-30","balances":[)"
                R"({"fund":"income","account":"cash","amount":9999999}])")},
        {"period.negative_day",
         simple("donation.received", "2020-05-10",
                R"("account":"cash","kind":"gift","amount":100000)") +
             "," +
             simple("expense.paid", "2020-04-10",
                    R"("account":"cash","amount":100000,"purpose":"visit")"),
         simple("period.closed", "2020-05-31", R"("until":"2020-05-31","balances":[])")},
        {"private.unknown_entry", "",
         simple("private.erased", "2020-05-01",
                R"("entry_id":"00000000-0000-0000-0000-0000000000ff","erased":[1])")},
        {"entry.dated_ahead", "", meeting("2026-07-02", "00000000M1")},
    };
}

std::vector<Case> people_cases() {
    const std::string left_later =
        simple("member.left", "2020-06-01", R"("member":"0000000001","reason":"moved")");
    const std::string left =
        simple("member.left", "2020-05-01", R"("member":"0000000001","reason":"moved")");
    return {
        {"member.unknown", "",
         simple("member.left", "2020-05-01", R"("member":"0000000009","reason":"moved")")},
        {"member.known", "",
         simple("member.admitted", "2020-05-01",
                R"("member":"0000000001","sex":"male","hardship":"none","borrowed_before":false)")},
        {"member.not_in_club", left, left},
        {"member.not_in_club", left_later,
         handover(R"("accounts":[],"loans":[])", R"("0000000001")")},
        {"member.not_in_club",
         left_later + "," + simple("member.readmitted", "2020-07-01", R"("member":"0000000001")"),
         handover(R"("accounts":[],"loans":[])", R"("0000000001")")},
        {"member.in_club", "",
         simple("member.readmitted", "2020-05-01", R"("member":"0000000001")")},
        {"member.joined_after", "",
         simple("member.admitted", "2020-05-01",
                R"("member":"0000000009","joined":"2020-05-02","sex":"male","hardship":"none",)"
                R"("borrowed_before":false)")},
        {"member.joined_before_leaving", left,
         simple("member.readmitted", "2020-06-01",
                R"("member":"0000000001","joined":"2020-04-01")")},
        {"member.left_before_joining", "",
         simple("member.left", "2020-02-01", R"("member":"0000000001","reason":"moved")")},
        {"member.born_later", "",
         simple("member.corrected", "2020-05-01", R"("member":"0000000001","birth_year":2021)")},
        {"member.nothing_changed", "",
         simple("member.changed", "2020-05-01", R"("member":"0000000001")")},
        {"member.named_twice", "",
         meeting("2020-05-01", "00000000M1", R"("present":["0000000001","0000000001"],)")},
        {"roster.count_differs", "", simple("roster.reviewed", "2020-05-01", R"("members":5)")},
        {"roster.completed_already", "",
         simple("roster.completed", "2020-05-01", R"("members":4)")},
        {"meeting.known", meeting("2020-05-01", "00000000M1"), meeting("2020-05-02", "00000000M1")},
        {"meeting.second_on_date", meeting("2020-05-01", "00000000M1"),
         meeting("2020-05-01", "00000000M2")},
        {"meeting.presence", "",
         meeting("2020-05-01", "00000000M1", R"("present":["0000000001"],"present_count":1,)")},
        {"meeting.area_twice", "",
         simple("meeting.held", "2020-05-01",
                R"("meeting":"00000000M1","kind":"regular","guests":0,)"
                R"("areas":["income","income"],"entered_from":"paper")")},
        {"report.empty", "",
         simple("club.reported", "2020-05-01",
                R"("as_of":"2020-05-01","source":"club","figures":{})")},
        {"report.empty", "",
         simple("month.reported", "2020-05-01", R"("month":"2020-04","met_on":"2020-04-15")")},
        {"report.part_above_whole", "",
         simple("club.reported", "2020-05-01",
                R"("as_of":"2020-05-01","source":"club","figures":{"members":50,"elderly":51})")},
        {"report.ahead", "",
         simple("club.reported", "2020-05-01",
                R"("as_of":"2020-05-02","source":"club","figures":{"members":50})")},
        {"rating.year_not_over", "",
         simple("rating.approved", "2020-12-30",
                R"("year":2020,"band":"strong","as_of":"2020-12-31","known_at":0)")},
        {"rating.wrong_step", "",
         simple("rating.approved", "2021-01-10",
                R"("year":2020,"band":"strong","as_of":"2020-12-31","known_at":0)")},
    };
}

std::vector<Case> money_cases() {
    return {
        {"amount.not_positive", "",
         simple("donation.received", "2020-05-01", R"("account":"cash","kind":"gift","amount":0)")},
        {"amount.negative", lent, repay("2020-05-01", -1, 1)},
        {"amount.zero", "", simple("reserve.changed", "2020-05-01", R"("amount":0)")},
        {"account.unknown", "",
         simple("balance.opened", "2020-03-01", R"("fund":"income","account":"gold","amount":5)")},
        {"account.below_zero", "",
         simple("expense.paid", "2020-05-01", R"("account":"cash","amount":1,"purpose":"visit")")},
        {"account.too_large", "",
         simple("donation.received", "2020-05-01",
                R"("account":"cash","kind":"gift","amount":9007199254740991)") +
             "," +
             simple("donation.received", "2020-05-01",
                    R"("account":"cash","kind":"gift","amount":1)")},
        {"shares.below_zero",
         simple("capital.received", "2020-05-01",
                R"("account":"cash","source":"members","amount":500,"member":"0000000001")") +
             "," +
             simple("capital.received", "2020-05-01",
                    R"("account":"cash","source":"members","amount":500,)"
                    R"("member":"0000000002")"),
         simple("capital.returned", "2020-05-02",
                R"("account":"cash","source":"members","amount":600,"member":"0000000001")")},
        {"shares.needs_members", "",
         simple("capital.received", "2020-05-01",
                R"("account":"cash","source":"firm","amount":500,"member":"0000000001")")},
        {"book.not_opened", "",
         simple("donation.received", "2020-02-01", R"("account":"cash","kind":"gift","amount":5)")},
        {"book.opened_already", "", simple("book.opened", "2020-05-01")},
        {"opening.wrong_date", "",
         simple("balance.opened", "2020-04-01", R"("fund":"income","account":"cash","amount":5)")},
        {"explained.above_difference", "",
         simple("balance.explained", "2020-04-01",
                R"("fund":"income","amount":5,"to":"reserve","decision":"1")")},
        {"rules.split_sum", "",
         simple("rules.set", "2020-05-01",
                R"("from":"2020-05-01","split":{"income":1,"operating":0,"board":0,"reserve":0},)"
                R"("unit":1000,)" +
                    terms + R"(,"limits":{})")},
        {"rules.meeting_day", "",
         simple("rules.set", "2020-05-01",
                R"("from":"2020-05-01","meeting_day":32,)"
                R"("split":{"income":1000000,"operating":0,"board":0,"reserve":0},)"
                R"("unit":1000,)" +
                    terms + R"(,"limits":{})")},
        {"rules.area", "",
         simple("expense.paid", "2020-05-01",
                R"("account":"cash","amount":1,"area":9,"purpose":"visit")")},
        {"dues.nobody", "", simple("dues.received", "2020-05-01", R"("account":"cash","paid":[])")},
        {"adjusted.wrong_fund", "",
         simple("cash.adjusted", "2020-05-01",
                R"("fund":"operating","amount":1,"against":"reserve","decision":"1")")},
        {"handover.known",
         handover(R"("accounts":[{"fund":"income","account":"cash","amount":5},)"
                  R"({"fund":"income","account":"capital:province","amount":5}],"loans":[])"),
         handover(R"("accounts":[{"fund":"income","account":"cash","amount":5},)"
                  R"({"fund":"income","account":"capital:province","amount":5}],"loans":[])")},
        {"handover.not_balanced", "",
         handover(R"("accounts":[{"fund":"income","account":"cash","amount":5}],"loans":[])")},
        {"handover.loan_differs", lent,
         handover(R"("accounts":[],"loans":[{"loan":"00000000A1","member":"0000000001",)"
                  R"("disbursed_on":"2020-04-10","principal":5000000,"outstanding":4000000,)" +
                  terms + "}]")},
    };
}

std::vector<Case> loan_cases() {
    return {
        {"loan.unknown", "", repay("2020-05-01", 1, 0)},
        {"loan.known", lent, lent},
        {"loan.terms", "",
         R"({"op":"loan.disbursed","on":"2020-04-10","loan":"00000000A1","member":"0000000001",)"
         R"("account":"cash","amount":5,"terms":{"months":0,"rate_ppm":10000,)"
         R"("base":"outstanding","method":"free","unit":1000,"grace_months":0,"overdue":"same",)"
         R"("min_months":1},"guarantors":[],"purpose":"other"})"},
        {"loan.club_not_active", simple("club.suspended", "2020-04-01"), lent},
        {"loan.dates", "",
         simple("loan.opened", "2020-03-01",
                R"("loan":"00000000A1","member":"0000000001","disbursed_on":"2020-04-01",)"
                R"("principal":5,"outstanding":5,)" +
                    terms)},
        {"loan.before_disbursement", lent, repay("2020-04-01", 1, 0)},
        {"loan.settled", lent + "," + repay("2020-05-01", 5'000'000, 50'000),
         simple("loan.taken_over", "2020-06-01", R"("loan":"00000000A1","member":"0000000002")")},
        {"loan.guarantor", "",
         R"({"op":"loan.disbursed","on":"2020-04-10","loan":"00000000A1","member":"0000000001",)"
         R"("account":"cash","amount":5,)" +
             terms + R"(,"guarantors":["0000000001"],"purpose":"other"})"},
        {"loan.opened.amounts", "",
         simple("loan.opened", "2020-03-01",
                R"("loan":"00000000A1","member":"0000000001","disbursed_on":"2020-02-01",)"
                R"("principal":5,"outstanding":6,)" +
                    terms)},
        {"loan.repaid.nothing", lent, repay("2020-05-01", 0, 0)},
        {"loan.repaid.above_outstanding", lent, repay("2020-05-01", 5'000'001, 0)},
        {"loan.written_off.not_a_loss", lent,
         simple("loan.written_off", "2020-06-10",
                R"("loan":"00000000A1","losses":[{"from":"cash","amount":1}],"decision":"2")")},
        {"loan.recovered.above_written_off", lent + "," + written_off,
         simple("loan.recovered", "2020-07-01",
                R"("loan":"00000000A1","account":"cash","amount":1000001)")},
        {"loan.taken_over.same", lent,
         simple("loan.taken_over", "2020-06-01", R"("loan":"00000000A1","member":"0000000001")")},
    };
}

std::vector<Case> all_cases() {
    std::vector<Case> cases;
    for (const auto& part : {life_cases(), people_cases(), money_cases(), loan_cases()}) {
        cases.insert(cases.end(), part.begin(), part.end());
    }
    return cases;
}

TEST(ClubRules, EachRefusesItsCaseAndLeavesTheBookAsItWas) {
    for (const auto& c : all_cases()) {
        SCOPED_TRACE(c.rule + " " + c.refused);
        ClubBook book = launched_club();
        if (!c.before.empty()) {
            ASSERT_EQ(book.record(c.before), "") << message(book.last_refusal, core::Language::en);
        }
        const auto before = canonical_text(book.club);
        const auto ops = book.club.ops.size();
        EXPECT_EQ(book.record(c.refused), c.rule) << message(book.last_refusal, core::Language::en);
        EXPECT_EQ(canonical_text(book.club), before);
        EXPECT_EQ(book.club.ops.size(), ops);
        EXPECT_EQ(book.difference_to_fold(), "");
        for (const auto language : {core::Language::vi, core::Language::en}) {
            EXPECT_EQ(message(book.last_refusal, language).find('{'), std::string::npos)
                << message(book.last_refusal, language);
        }
    }
}

TEST(ClubRules, AnEmptyBookTakesNothingButAProposal) {
    ClubBook book;
    EXPECT_EQ(book.record(simple("club.launched", "2020-05-01")), "club.not_proposed");
}

// Up to the launch the decision is a step of the founding like any other; its paper may come later.
TEST(ClubRules, ADecisionIsNotBeforeItsProposal) {
    const auto proposed = [](const std::string& on) {
        ClubBook book;
        book.must(simple("club.proposed", on,
                         R"("name":"X","seat_village":"0000000001","villages":["0000000001"])"));
        return book;
    };
    const auto decided = [](const std::string& on) {
        return simple("club.decided", on, R"("number":"12/QĐ")");
    };
    ClubBook book = proposed("2020-12-01");
    EXPECT_EQ(book.record(decided("2020-11-01")), "club.life_order");
    EXPECT_EQ(book.last_refusal.field, "on");
    EXPECT_EQ(book.record(decided("2020-12-01")), "");
    EXPECT_EQ(book.record(decided("2020-12-02")), "club.wrong_status");
    EXPECT_EQ(book.record(reverse(2, 0, "2020-12-01")), "");
    EXPECT_EQ(book.record(decided("2020-12-03")), "");
    EXPECT_EQ(book.record(simple("club.launched", "2020-12-04")), "");

    ClubBook late = proposed("2020-12-01");
    late.must(simple("club.launched", "2020-12-20"));
    EXPECT_EQ(late.record(decided("2020-12-10")), "");
    EXPECT_EQ(late.record(decided("2020-12-10")), "club.wrong_status");
}

TEST(ClubRules, EveryRuleOfTheTableHasACase) {
    std::set<std::string> named = {"club.not_proposed"};
    for (const auto& c : all_cases()) named.insert(c.rule);
    for (const auto& rule : core::rules::club) {
        EXPECT_TRUE(named.contains(std::string(rule.id))) << rule.id;
        EXPECT_FALSE(rule.vi.empty()) << rule.id;
        EXPECT_FALSE(rule.en.empty()) << rule.id;
    }
}

}  // namespace
}  // namespace lth::tests
