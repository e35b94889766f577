// One case for each rule of the association's book: what is recorded, and the rule that refuses it.
#include <gtest/gtest.h>

#include <set>
#include <tuple>

#include "core/ids.hpp"
#include "core/rules.hpp"
#include "support/association_book.hpp"

namespace lth::tests {
namespace {

struct Case {
    std::string rule;
    std::string before;  // recorded first in a commune's book, must be accepted; may be empty
    std::string refused;
};

const std::string club = R"("club":"00000000-0000-0000-0000-0000000000c1")";
const std::string other_club = R"("club":"00000000-0000-0000-0000-0000000000c2")";
const std::string province = "00000000-0000-0000-0000-0000000000a0";

std::string op(const std::string& name, const std::string& on, const std::string& fields) {
    return R"({"op":")" + name + R"(","on":")" + on + '"' + (fields.empty() ? "" : "," + fields) +
           "}";
}

std::string fund(const std::string& account, long amount) {
    return R"("level":"commune","account":")" + account + R"(","amount":)" + std::to_string(amount);
}

std::string receive(long amount, const std::string& bound_to = "") {
    return op("care.received", "2020-02-01",
              fund("cash", amount) + R"(,"donor_kind":"firm")" +
                  (bound_to.empty() ? "" : R"(,"bound_to":")" + bound_to + '"'));
}

std::string spend(long amount, const std::string& purpose, const std::string& more = "") {
    return op("care.spent", "2020-03-01",
              fund("cash", amount) + R"(,"purpose":")" + purpose + '"' + more);
}

std::string grant(const std::string& id, const std::string& account, const std::string& to,
                  long amount) {
    return op("care.granted", "2020-03-01",
              R"("grant":")" + id + "\"," + club + "," + fund(account, amount) + R"(,"to":")" + to +
                  R"(","purpose":"club_founding")");
}

std::string give_back(const std::string& id, const std::string& account, const std::string& on,
                      long amount) {
    return op("care.grant_returned", on,
              R"("grant":")" + id + R"(","account":")" + account + R"(","amount":)" +
                  std::to_string(amount));
}

std::string pass_on(const std::string& id, long amount) {
    return op("care.transferred_out", "2020-03-01",
              R"("transfer":")" + id + "\"," + fund("cash", amount) + R"(,"to":")" + province +
                  R"(","to_level":"province")");
}

std::string come_in(const std::string& id, long amount) {
    return op("care.transferred_in", "2020-03-01",
              R"("transfer":")" + id + "\"," + fund("cash", amount) + R"(,"from":")" + province +
                  R"(","from_level":"province")");
}

std::string reverse(std::uint64_t seq, int op_index, const std::string& on) {
    return op("op.reversed", on,
              R"("entry_id":")" + AssociationBook::entry_id(seq) + R"(","op_index":)" +
                  std::to_string(op_index));
}

std::string open_fund(const std::string& fields) {
    return reverse(2, 0, "2020-01-01") + "," +
           op("care.opened", "2020-01-01", R"("level":"commune",)" + fields);
}

const std::string close_fund = op("care.closed", "2020-06-30", R"("level":"commune")");

// Entries 1 and 2 are the registration and the opening; `before` is entry 3.
std::vector<Case> fund_cases() {
    return {
        {"association.registered_already", "",
         op("association.registered", "2020-02-01",
            R"("unit":"00000000C1","level":"commune","name":"X")")},
        {"care.wrong_level", "",
         op("care.received", "2020-02-01",
            R"("level":"branch","account":"cash","amount":1,"donor_kind":"firm")")},
        {"care.not_opened", "",
         op("care.received", "2019-12-31", fund("cash", 1) + R"(,"donor_kind":"firm")")},
        {"care.not_opened", reverse(2, 0, "2020-01-01"), receive(1)},
        {"care.opened_already", "",
         op("care.opened", "2020-02-01",
            R"("level":"commune","cash":0,"bank":0,"goods":0,"free":0,"bound":[])")},
        {"care.opened.purpose_twice", "",
         open_fund(R"("cash":3,"bank":0,"goods":0,"free":0,"bound":[)"
                   R"({"purpose":"relief","amount":1},{"purpose":"relief","amount":2}])")},
        {"amount.negative", "", open_fund(R"("cash":-1,"bank":0,"goods":0,"free":0,"bound":[])")},
        {"amount.not_positive", "",
         open_fund(R"("cash":1,"bank":0,"goods":0,"free":1,)"
                   R"("bound":[{"purpose":"relief","amount":0}])")},
        {"amount.not_positive", "", receive(0)},
        {"amount.zero", "",
         op("care.balance_explained", "2020-02-01",
            R"("level":"commune","amount":0,"decision":"1")")},
        {"explained.above_difference",
         open_fund(R"("cash":5,"bank":0,"goods":0,"free":3,"bound":[])"),
         op("care.balance_explained", "2020-02-01",
            R"("level":"commune","amount":3,"decision":"1")")},
        {"explained.above_difference", "",
         op("care.balance_explained", "2020-02-01",
            R"("level":"commune","amount":-1,"decision":"1")")},
        {"care.closed_already", close_fund,
         op("care.received", "2020-07-01", fund("cash", 1) + R"(,"donor_kind":"firm")")},
        {"care.closed_already", close_fund, close_fund},
        {"care.closed.not_empty", receive(10), close_fund},
        {"care.closed.not_empty", close_fund, receive(10)},
        {"care.moved.goods", "",
         op("care.moved", "2020-02-01", R"("level":"commune","from":"goods","amount":1)")},
        {"account.below_zero", receive(10),
         op("care.moved", "2020-03-01", R"("level":"commune","from":"bank","amount":1)")},
        {"account.too_large", receive(core::max_dong), receive(1)},
        {"care.year_reported.ahead", "",
         op("care.year_reported", "2020-02-01", R"("level":"commune","year":2021,"spent":1)")},
        {"report.empty", "",
         op("care.year_reported", "2020-02-01", R"("level":"commune","year":2019)")},
        {"report.part_above_whole", "",
         op("care.year_reported", "2020-02-01",
            R"("level":"commune","year":2019,"spent":1,"club_support":2)")},
    };
}

std::vector<Case> money_cases() {
    return {
        {"care.bound.wrong_purpose", receive(10, "health"),
         spend(1, "club_founding", R"(,"bound_to":"health")")},
        {"care.spent.above_available", receive(10, "health"), spend(1, "health")},
        {"care.spent.above_available", receive(10, "health") + "," + receive(5),
         spend(11, "health", R"(,"bound_to":"health")")},
        {"care.granted.form", receive(10), grant("00000000G1", "goods", "income", 1)},
        {"care.granted.form", receive(10), grant("00000000G1", "cash", "goods", 1)},
        {"care.granted.form", receive(10) + "," + grant("00000000G1", "cash", "income", 5),
         give_back("00000000G1", "goods", "2020-04-01", 1)},
        {"care.grant_known", receive(10) + "," + grant("00000000G1", "cash", "income", 5),
         grant("00000000G1", "cash", "income", 5)},
        {"care.grant_unknown", "", give_back("00000000G1", "cash", "2020-04-01", 1)},
        {"care.grant_returned.before_grant",
         receive(10) + "," + grant("00000000G1", "cash", "income", 5),
         give_back("00000000G1", "cash", "2020-02-28", 1)},
        {"care.grant_returned.above_granted",
         receive(10) + "," + grant("00000000G1", "cash", "income", 5),
         give_back("00000000G1", "cash", "2020-04-01", 3) + "," +
             give_back("00000000G1", "bank", "2020-04-01", 3)},
        {"care.transfer_known", receive(10) + "," + pass_on("00000000T1", 1),
         pass_on("00000000T1", 1)},
        {"care.transfer_known", come_in("00000000T1", 1), come_in("00000000T1", 1)},
        {"entry.dated_ahead", "",
         op("care.received", "2026-07-02", fund("cash", 1) + R"(,"donor_kind":"firm")")},
    };
}

std::vector<Case> correction_cases() {
    const std::string granted = receive(10) + "," + grant("00000000G1", "cash", "income", 5);
    return {
        {"reversal.unknown", "", reverse(99, 0, "2020-02-01")},
        {"reversal.unknown", receive(10), reverse(3, 1, "2020-02-01")},
        {"reversal.of_reversal", receive(10) + "," + reverse(3, 0, "2020-02-01"),
         reverse(3, 1, "2020-02-01")},
        {"reversal.twice", receive(10) + "," + reverse(3, 0, "2020-02-01"),
         reverse(3, 0, "2020-02-01")},
        {"reversal.not_possible",
         op("attachment.added", "2020-02-01",
            R"("sha256":")" + std::string(64, 'a') + R"(","bytes":1)"),
         reverse(3, 0, "2020-02-01")},
        {"reversal.wrong_date", receive(10), reverse(3, 0, "2020-02-02")},
        {"reversal.in_the_way", "", reverse(1, 0, "2020-01-01")},
        {"reversal.in_the_way", receive(10), reverse(2, 0, "2020-01-01")},
        {"reversal.in_the_way", granted + "," + give_back("00000000G1", "cash", "2020-04-01", 1),
         reverse(3, 1, "2020-03-01")},
        {"private.unknown_entry", "",
         op("private.erased", "2020-02-01",
            R"("entry_id":")" + AssociationBook::entry_id(99) + R"(","erased":[1])")},
        // What was received has been spent since.
        {"account.below_zero", receive(10) + "," + spend(8, "relief"), reverse(3, 0, "2020-02-01")},
    };
}

std::string visit_made(const std::string& id, const std::string& on, const std::string& whose,
                       const std::string& checklist = "") {
    return op("visit.made", on,
              R"("visit":")" + id + "\"," + whose + R"(,"checklist":[)" + checklist +
                  R"(],"findings":0)");
}

std::vector<Case> record_cases() {
    const std::string planned = op("visit.planned", "2020-02-01",
                                   R"("visit":"00000000V1",)" + club + R"(,"due":"2020-03-01")");
    const std::string made = visit_made("00000000V1", "2020-03-01", club);
    const std::string recommended = R"("recommendation":"00000000R1",)";
    const std::string due = op("report.due", "2020-02-01",
                               R"("report":"00000000B1","kind":"year","unit":"00000000C1",)"
                               R"("due":"2020-12-15")");
    return {
        {"record.known", planned, planned},
        {"record.known", made,
         op("obstacle.raised", "2020-02-01",
            R"("obstacle":"00000000V1","subject":"loans","to":"province")")},
        {"record.unknown", "",
         op("pledge.met", "2020-02-01", R"("pledge":"00000000V1","amount":1)")},
        {"record.unknown", made, op("report.submitted", "2020-04-01", R"("report":"00000000V1")")},
        {"record.wrong_step", made, visit_made("00000000V1", "2020-03-02", club)},
        {"record.wrong_step", due, op("report.accepted", "2020-04-01", R"("report":"00000000B1")")},
        {"record.before_its_first", planned, visit_made("00000000V1", "2020-01-31", club)},
        {"visit.other_club", planned, visit_made("00000000V1", "2020-03-01", other_club)},
        {"visit.other_club", made,
         op("recommendation.made", "2020-03-01",
            recommended + other_club + R"(,"visit":"00000000V1")")},
        {"visit.not_made", planned,
         op("recommendation.made", "2020-03-01", recommended + club + R"(,"visit":"00000000V1")")},
        {"visit.item_twice", "",
         visit_made("00000000V1", "2020-03-01", club,
                    R"({"item":"a","result":"good"},{"item":"a","result":"faulty"})")},
        {"reversal.in_the_way", planned + "," + made, reverse(3, 0, "2020-02-01")},
        {"reversal.in_the_way",
         made + "," +
             op("recommendation.made", "2020-03-01",
                recommended + club + R"(,"visit":"00000000V1")"),
         reverse(3, 0, "2020-03-01")},
        {"improvement.one_cause", "",
         op("improvement.planned", "2020-03-01",
            R"("improvement":"00000000W1",)" + club + R"(,"due":"2020-06-01")")},
        {"plan.ends_before_it_begins", "",
         op("plan.adopted", "2020-03-01",
            R"("kind":"year","from":"2020-06-01","until":"2020-05-31","document":"1/KH")")},
        {"count.not_positive", "",
         op("training.held", "2020-03-01",
            R"("topic":"funds","days":1,"participants":0,"clubs":[])")},
        {"report.ahead", "",
         op("report.issued", "2020-03-01",
            R"("kind":"year","as_of":"2020-12-31","units_as_of":"2020-12-31","known_at":0,)"
            R"("books":1,"heads":")" +
                std::string(64, '0') + R"(","file":")" + std::string(64, '1') + '"')},
        {"report.known_at", "",
         op("report.issued", "2020-03-01",
            R"("kind":"year","as_of":"2020-02-28","units_as_of":"2020-12-31","known_at":-1,)"
            R"("books":1,"heads":")" +
                std::string(64, '0') + R"(","file":")" + std::string(64, '1') + '"')},
    };
}

std::string adopted(const std::string& on, const std::string& more) {
    return op("plan.adopted", on,
              R"("kind":"year","from":"2020-01-01","until":"2020-12-31","document":"1/KH")" + more);
}
std::string reviewed(const std::string& on, const std::string& id) {
    return op("plan.reviewed", on, R"("plan":")" + id + R"(","outcome":"partly")");
}
std::string committed(const std::string& on, const std::string& more) {
    return op("partner.committed", on,
              R"("partner":"Trạm y tế","subject":"health","until":"2020-12-31")" + more);
}
std::string delivered(const std::string& on, const std::string& id) {
    return op("partner.delivered", on, R"("commitment":")" + id + R"(","outcome":"done")");
}
const std::string plan_id = R"(,"plan":"00000000K1")";
const std::string commitment_id = R"(,"commitment":"00000000K1")";

std::vector<Case> plan_cases() {
    const std::string plan = adopted("2020-02-01", plan_id);
    const std::string partner = committed("2020-02-01", commitment_id);
    return {
        {"record.known", plan, plan},
        {"record.known", partner, partner},
        {"record.known", plan, partner},
        {"record.unknown", adopted("2020-02-01", ""), reviewed("2020-03-01", "00000000K1")},
        {"record.unknown", partner, reviewed("2020-03-01", "00000000K1")},
        {"record.unknown", committed("2020-02-01", ""), delivered("2020-03-01", "00000000K1")},
        {"record.unknown", plan, delivered("2020-03-01", "00000000K1")},
        {"record.wrong_step", plan + "," + reviewed("2020-03-01", "00000000K1"),
         reviewed("2020-03-02", "00000000K1")},
        {"record.wrong_step", partner + "," + delivered("2020-03-01", "00000000K1"),
         delivered("2020-03-02", "00000000K1")},
        {"record.before_its_first", plan, reviewed("2020-01-31", "00000000K1")},
        {"record.before_its_first", partner, delivered("2020-01-31", "00000000K1")},
        {"reversal.in_the_way", plan + "," + reviewed("2020-03-01", "00000000K1"),
         reverse(3, 0, "2020-02-01")},
    };
}

std::vector<Case> all_cases() {
    std::vector<Case> cases;
    for (const auto& part :
         {fund_cases(), money_cases(), correction_cases(), record_cases(), plan_cases()}) {
        cases.insert(cases.end(), part.begin(), part.end());
    }
    return cases;
}

TEST(AssociationRules, EachRefusesItsCaseAndLeavesTheBookAsItWas) {
    for (const auto& c : all_cases()) {
        SCOPED_TRACE(c.rule + " " + c.refused);
        AssociationBook book = commune_book();
        if (!c.before.empty()) {
            ASSERT_EQ(book.record(c.before), "") << message(book.last_refusal, core::Language::en);
        }
        const auto before = canonical_text(book.book);
        const auto ops = book.book.ops.size();
        const auto uses = book.book.uses.size();
        EXPECT_EQ(book.record(c.refused), c.rule) << message(book.last_refusal, core::Language::en);
        EXPECT_EQ(canonical_text(book.book), before);
        EXPECT_EQ(book.book.ops.size(), ops);
        EXPECT_EQ(book.book.uses.size(), uses);
        EXPECT_EQ(book.difference_to_fold(), "");
        for (const auto language : {core::Language::vi, core::Language::en}) {
            EXPECT_EQ(message(book.last_refusal, language).find('{'), std::string::npos)
                << message(book.last_refusal, language);
        }
    }
}

TEST(AssociationRules, AnEmptyBookTakesNothingButARegistration) {
    AssociationBook book;
    EXPECT_EQ(book.record(receive(1)), "association.not_registered");
    EXPECT_EQ(book.record(op("association.registered", "2020-01-01",
                             R"("unit":"00000000C1","level":"branch","name":"X")")),
              "association.branch");
}

TEST(AssociationRules, TheOperationAtFaultIsNamed) {
    AssociationBook book = commune_book();
    book.must(receive(10));
    EXPECT_EQ(book.record(spend(5, "relief") + "," + spend(6, "relief") + "," + receive(0)),
              "amount.not_positive");
    EXPECT_EQ(book.last_refusal.op_index, 2);
    EXPECT_EQ(book.record(spend(5, "relief") + "," + spend(6, "relief")), "account.below_zero");
    EXPECT_EQ(book.last_refusal.op_index, 1);
}

TEST(AssociationRules, LimitsAreJudgedAfterTheEntryNotBetweenItsOperations) {
    AssociationBook book = commune_book();
    EXPECT_EQ(book.record(spend(10, "relief") + "," + receive(10)), "");
}

TEST(AssociationRules, AnIdFreedByAReversalMayBeUsedAgain) {
    AssociationBook book = commune_book();
    book.must(receive(10));
    book.must(grant("00000000G1", "cash", "income", 5));
    book.must(reverse(4, 0, "2020-03-01") + "," + grant("00000000G1", "cash", "operating", 6));
    EXPECT_EQ(book.balance("commune:free").dong, 4);
    EXPECT_EQ(book.difference_to_fold(), "");
}

TEST(AssociationRules, PlansAndCommitmentsOfAnIdAreRecordsUntilTheyEnd) {
    using core::association::record_row;
    using core::association::RecordKind;
    using core::association::RecordState;
    const core::RecordId id{*core::parse_base32("00000000K1")};
    for (const auto& [kind, bare, begun, ended] :
         {std::tuple(RecordKind::plan, adopted("2020-02-01", ""), adopted("2020-02-01", plan_id),
                     reviewed("2020-03-01", "00000000K1")),
          std::tuple(RecordKind::commitment, committed("2020-02-01", ""),
                     committed("2020-02-01", commitment_id),
                     delivered("2020-03-01", "00000000K1"))}) {
        AssociationBook book = commune_book();
        book.must(bare);  // as older entries tell it: an event, nothing follows
        EXPECT_EQ(book.rows.events.size(), 1U);
        EXPECT_EQ(book.rows.records.size(), 0U);
        book.must(begun);
        const auto open = record_row(book.book, id);
        ASSERT_TRUE(open);
        EXPECT_EQ(open->kind, kind);
        EXPECT_EQ(open->state, RecordState::open);
        EXPECT_EQ(open->due, core::make_date(2020, 12, 31));
        book.must(ended);
        EXPECT_EQ(record_row(book.book, id)->state, RecordState::closed);
        EXPECT_EQ(book.rows.events.size(), 1U);
        book.must(reverse(5, 0, "2020-03-01"));
        EXPECT_EQ(record_row(book.book, id)->state, RecordState::open);
        EXPECT_EQ(book.difference_to_fold(), "");
    }
}

TEST(AssociationRules, EveryRuleOfTheTableHasACase) {
    std::set<std::string> named = {"association.not_registered", "association.branch"};
    for (const auto& c : all_cases()) named.insert(c.rule);
    for (const auto& rule : core::rules::association) {
        EXPECT_TRUE(named.contains(std::string(rule.id))) << rule.id;
        EXPECT_FALSE(rule.vi.empty()) << rule.id;
        EXPECT_FALSE(rule.en.empty()) << rule.id;
    }
}

}  // namespace
}  // namespace lth::tests
