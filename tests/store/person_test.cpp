// One person's data as it is handed out: what is of him or her, and of nobody else.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/person.hpp"
#include "support/store/officers.hpp"

namespace lth::tests {
namespace {

constexpr std::string_view lent_with_guarantors =
    R"({"op":"loan.disbursed","on":"2020-04-03","loan":"00000000A1","member":"0000000001",)"
    R"("account":"cash","amount":1000000,"terms":{"months":10,"rate_ppm":10000,)"
    R"("base":"outstanding","method":"equal_principal","unit":1000,"grace_months":0,)"
    R"("overdue":"same","min_months":1},"guarantors":["0000000002","0000000003"],)"
    R"("purpose":"trade"})";

class PersonExport : public testing::Test {
protected:
    PersonExport() { record_all(books, launched_entries(1)); }

    void record(std::string_view ops) {
        record_all(books, {make_entry(1, launched_entries(1).size() + ++recorded, ops)});
    }
    app::PersonFile file(std::uint64_t person) { return people.file(book_id(1), {person}).value(); }
    std::vector<app::PersonOp> ops_of(std::uint64_t person, std::string_view op) {
        auto ops = file(person).operations;
        std::erase_if(ops, [&](const app::PersonOp& one) { return one.op != op; });
        return ops;
    }

    std::uint64_t recorded = 0;
    Database database{Engine::sqlite};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    CountingIds ids;
    app::Books books{*store, clock};
    app::PersonDesk people{*store, books, clock, ids};
};

TEST_F(PersonExport, HoldsOfListsOnlyTheOwnLine) {
    record(R"({"op":"dues.received","on":"2020-04-02","account":"cash","paid":[)"
           R"({"member":"0000000001","amount":1000},{"member":"0000000002","amount":2000},)"
           R"({"member":"0000000003","amount":3000}]},)"
           R"({"op":"consent.recorded","on":"2020-04-02","members":["0000000002","0000000001"],)"
           R"("purposes":["photo"],"how":"signature","answer":"agreed"},)"
           R"({"op":"meeting.held","on":"2020-04-02","meeting":"00000000M1","kind":"regular",)"
           R"("present":["0000000001","0000000004"],"guests":2,"areas":["income"],)"
           R"("entered_from":"phone"})");
    const auto dues = ops_of(2, "dues.received");
    ASSERT_EQ(dues.size(), 1U);
    EXPECT_EQ(dues[0].text, R"({"op":"dues.received","on":"2020-04-02","account":"cash",)"
                            R"("paid":[{"member":"0000000002","amount":2000}]})");
    EXPECT_EQ(dues[0].others, 2U);
    const auto consent = ops_of(2, "consent.recorded");
    ASSERT_EQ(consent.size(), 1U);
    EXPECT_NE(consent[0].text.find(R"("members":["0000000002"])"), std::string::npos);
    EXPECT_TRUE(ops_of(2, "meeting.held").empty());
    const auto present = ops_of(4, "meeting.held");
    ASSERT_EQ(present.size(), 1U);
    EXPECT_NE(present[0].text.find(R"("present":["0000000004"])"), std::string::npos);
    EXPECT_EQ(present[0].others, 1U);
}

TEST_F(PersonExport, NamesNobodyElseWhateverIsRecorded) {
    record(lent_with_guarantors);
    record(R"({"op":"board.elected","on":"2020-04-04","seats":[)"
           R"({"member":"0000000001","role":"chair"},{"member":"0000000002","role":"treasurer"}]},)"
           R"({"op":"volunteers.set","on":"2020-04-04","kind":"home_care","volunteers":[)"
           R"({"volunteer":"0000000002","cares_for":"0000000003"},{"volunteer":"0000000004"}]})");
    record(R"({"op":"loan.taken_over","on":"2020-05-04","loan":"00000000A1",)"
           R"("member":"0000000004"})");
    for (const std::uint64_t person : {1, 2, 3, 4}) {
        for (const auto& op : file(person).operations) {
            for (const std::uint64_t other : {1, 2, 3, 4}) {
                if (other == person) continue;
                EXPECT_EQ(op.text.find("\"" + core::base32_text(other) + "\""), std::string::npos)
                    << person << ": " << op.text;
            }
        }
    }
    // A guarantor is told what he stands for, not whose it is.
    const auto stands_for = ops_of(2, "loan.disbursed");
    ASSERT_EQ(stands_for.size(), 1U);
    EXPECT_NE(stands_for[0].text.find(R"("amount":1000000)"), std::string::npos);
    EXPECT_EQ(stands_for[0].others, 2U);
    EXPECT_EQ(ops_of(3, "volunteers.set").front().text,
              R"({"op":"volunteers.set","on":"2020-04-04","kind":"home_care",)"
              R"("volunteers":[{"cares_for":"0000000003"}]})");
}

TEST_F(PersonExport, AHandedOnLoanIsOfEachForHisTime) {
    record(lent_with_guarantors);
    const auto repay = [&](std::string_view on, int principal) {
        record(R"({"op":"loan.repaid","on":")" + std::string(on) +
               R"(","loan":"00000000A1","account":"cash","principal":)" +
               std::to_string(principal) + R"(,"interest":500,"payer":"member"})");
    };
    repay("2020-05-03", 100'000);
    record(R"({"op":"loan.taken_over","on":"2020-05-04","loan":"00000000A1",)"
           R"("member":"0000000004"})");
    repay("2020-06-03", 200'000);
    const auto before = ops_of(1, "loan.repaid");
    ASSERT_EQ(before.size(), 1U);
    EXPECT_NE(before[0].text.find("100000"), std::string::npos);
    EXPECT_EQ(ops_of(1, "loan.taken_over").size(), 1U);
    const auto after = ops_of(4, "loan.repaid");
    ASSERT_EQ(after.size(), 1U);
    EXPECT_NE(after[0].text.find("200000"), std::string::npos);
    ASSERT_EQ(file(1).loans.size(), 1U);
    EXPECT_EQ(file(1).loans[0].outstanding, core::Money{0});
    EXPECT_EQ(file(1).loans[0].interest_paid, core::Money{500});
    EXPECT_EQ(file(4).loans[0].outstanding, core::Money{700'000});
}

TEST_F(PersonExport, SaysWhatWasUndone) {
    record(R"({"op":"dues.received","on":"2020-04-02","account":"cash",)"
           R"("paid":[{"member":"0000000001","amount":1000}]})");
    const auto number = launched_entries(1).size() + recorded;
    const auto wrong = to_text(make_entry(1, number, {}).entry_id);
    record(R"({"op":"op.reversed","on":"2020-04-02","entry_id":")" + wrong +
           R"(","op_index":0},)"
           R"({"op":"dues.received","on":"2020-04-02","account":"cash",)"
           R"("paid":[{"member":"0000000001","amount":1500}]})");
    const auto dues = ops_of(1, "dues.received");
    ASSERT_EQ(dues.size(), 2U);
    EXPECT_TRUE(dues[0].undone);
    EXPECT_FALSE(dues[1].undone);
}

}  // namespace
}  // namespace lth::tests
