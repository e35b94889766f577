// The scheme's work over HTTP: an association opens its book, records, and lists what it recorded;
// what makes no sense is refused in words.
#include <gtest/gtest.h>

#include "support/http/office.hpp"

namespace lth::tests {
namespace {

class SchemeWork : public OfficeOverHttp {
protected:
    // Through the province's second look at the store, a second later.
    std::string told(const std::string& target) {
        clock.now += 2'000;
        const auto answer = get(target);
        EXPECT_EQ(answer.status, 200U) << answer.body;
        return answer.body;
    }
    http::Response record(std::string_view ops) {
        return post(fund + "/entries", entry_body(new_id(), ops));
    }
    void open_book() {
        const auto answer = record(registered);
        ASSERT_EQ(answer.status, 200U) << answer.body;
    }

    const core::BookId association = book_id(77);
    const std::string fund = "/api/v1/books/" + to_text(association);
    const std::string registered = R"({"op":"association.registered","on":"2020-06-01","unit":")" +
                                   to_text(commune_unit) +
                                   R"(","level":"commune","name":"Hội thử"})";
    const std::string opened =
        R"({"op":"care.opened","on":"2020-06-01","level":"commune","cash":1000000,"bank":0,)"
        R"("goods":0,"free":1000000,"bound":[]})";
};

TEST_F(SchemeWork, AnAssociationOpensItsOwnBookOnly) {
    const auto elsewhere =
        record(R"({"op":"association.registered","on":"2020-06-01","unit":"00000000ZZ",)"
               R"("level":"commune","name":"Hội khác"})");
    EXPECT_EQ(rule_of(elsewhere), "sync.book.no_right");
    const auto too_high =
        record(R"({"op":"association.registered","on":"2020-06-01","unit":")" +
               to_text(commune_unit) + R"(","level":"province","name":"Hội thử"})");
    EXPECT_EQ(rule_of(too_high), "sync.book.no_right");
    const auto headless = record(opened);
    EXPECT_EQ(headless.status, 404U) << headless.body;  // no book begins like that
    open_book();
    EXPECT_EQ(rule_of(record(registered)), "association.registered_already");
    // Nor does it move: its registration is judged wherever it stands in an entry.
    const auto moved =
        record(R"({"op":"communication.made","on":"2020-06-02","channel":"meeting","times":1},)"
               R"({"op":"association.registered","on":"2020-06-02","unit":"00000000ZZ",)"
               R"("level":"commune","name":"Hội khác"})");
    EXPECT_EQ(rule_of(moved), "sync.book.no_right");
    const auto list = told("/api/v1/my/associations");
    EXPECT_NE(list.find(R"("name":"Hội thử")"), std::string::npos) << list;
    EXPECT_NE(list.find(R"("records":true)"), std::string::npos) << list;
}

TEST_F(SchemeWork, AMatterHasItsSteps) {
    open_book();
    ASSERT_EQ(record(R"({"op":"obstacle.raised","on":"2020-06-10","obstacle":"0000000001",)"
                     R"("subject":"loans","to":"province"})")
                  .status,
              200U);
    const auto open = told("/api/v1/matters/obstacles?filter=open");
    EXPECT_NE(open.find(R"("state":"open")"), std::string::npos) << open;
    EXPECT_NE(open.find(R"("total":1,"open":1)"), std::string::npos) << open;
    ASSERT_EQ(record(R"({"op":"obstacle.answered","on":"2020-06-20","obstacle":"0000000001",)"
                     R"("outcome":"done"})")
                  .status,
              200U);
    EXPECT_NE(told("/api/v1/matters/obstacles?filter=open").find(R"("total":0,"open":0)"),
              std::string::npos);
    const auto all = told("/api/v1/matters/obstacles");
    EXPECT_NE(all.find(R"("state":"closed")"), std::string::npos) << all;
    EXPECT_NE(all.find("obstacle.answered"), std::string::npos) << all;
    EXPECT_NE(told("/api/v1/matters/obstacles?seq=3").find(R"("total":1)"), std::string::npos);
    EXPECT_NE(told("/api/v1/matters/obstacles?seq=9").find(R"("total":0)"), std::string::npos);
    EXPECT_NE(told("/api/v1/matters/obstacles?year=2019").find(R"("total":0)"), std::string::npos);
    EXPECT_NE(told("/api/v1/matters/obstacles?q=hoi%20thu").find(R"("total":1)"),
              std::string::npos);
    EXPECT_NE(told("/api/v1/matters/plans").find(R"("total":0)"), std::string::npos);
}

TEST_F(SchemeWork, WhatIsDueAndNotDoneIsLate) {
    open_book();
    ASSERT_EQ(record(R"({"op":"visit.planned","on":"2020-06-01","visit":"0000000002","club":")" +
                     to_text(book_id(1)) + R"(","due":"2020-06-15"})")
                  .status,
              200U);
    const auto late = told("/api/v1/matters/supervision?filter=late");
    EXPECT_NE(late.find(R"("late":true)"), std::string::npos) << late;
    EXPECT_NE(late.find(R"("due":"2020-06-15")"), std::string::npos) << late;
}

TEST_F(SchemeWork, AGrantWaitsForTheClubsBook) {
    open_book();
    ASSERT_EQ(record(opened).status, 200U);
    const auto granted =
        record(R"({"op":"care.granted","on":"2020-06-20","grant":"0000000003","club":")" +
               to_text(book_id(1)) +
               R"(","level":"commune","account":"cash","to":"operating","amount":400000,)"
               R"("purpose":"club_management"})");
    ASSERT_EQ(granted.status, 200U) << granted.body;
    EXPECT_NE(told("/api/v1/matters/care_fund?op=care.granted").find(R"("grant":"fund_only")"),
              std::string::npos);
    const auto year = told(fund + "/care?year=2020");
    EXPECT_NE(year.find(R"("account":"cash","opening":1000000,"in":0,"out":400000,"moved":0,)"
                        R"("closing":600000)"),
              std::string::npos)
        << year;
    EXPECT_NE(told(fund + "/care?year=2019").find(R"("levels":[])"), std::string::npos);
}

TEST_F(SchemeWork, WhatMakesNoSenseIsRefused) {
    open_book();
    for (const auto* target : {"/api/v1/matters/nothing", "/api/v1/matters/plans?filter=some",
                               "/api/v1/matters/plans?year=12", "/api/v1/matters/plans?limit=501",
                               "/api/v1/my/register?stage=none"}) {
        const auto answer = get(target);
        EXPECT_EQ(answer.status, 400U) << target;
    }
    EXPECT_EQ(rule_of(get("/api/v1/matters/nothing")), "question.choice.unknown");
    EXPECT_EQ(get(fund + "/care").status, 400U);
    EXPECT_EQ(rule_of(get("/api/v1/matters/plans?book=" + to_text(book_id(9)))),
              "reading.not_allowed");
    EXPECT_EQ(rule_of(get("/api/v1/books/" + to_text(book_id(9)) + "/care?year=2020")),
              "reading.not_allowed");
    token = sign_in(make_officer(*store, 3, app::Role::steering));
    EXPECT_NE(told("/api/v1/my/associations").find(R"("associations":[])"), std::string::npos);
}

TEST_F(SchemeWork, ATableBecomesAWorkbook) {
    const std::string table =
        R"({"title":"Kế hoạch","issued_on":"2020-06-30","columns":[)"
        R"({"heading":"Ngày","kind":"date"},{"heading":"Số tiền","kind":"money"}],)"
        R"("rows":[["2020-06-01","400000"],["","chưa rõ"]]})";
    const auto made = post("/api/v1/workbook", table);
    ASSERT_EQ(made.status, 200U) << made.body;
    EXPECT_TRUE(made.body.starts_with("PK"));
    EXPECT_EQ(post("/api/v1/workbook", table).body, made.body);  // the same table, the same bytes
    EXPECT_EQ(rule_of(post("/api/v1/workbook",
                           R"({"title":"x","issued_on":"2020-06-30","columns":[],"rows":[]})")),
              "entry.out_of_range");
    EXPECT_EQ(
        rule_of(post("/api/v1/workbook", R"({"title":"x","issued_on":"2020-06-30","columns":[)"
                                         R"({"heading":"a","kind":"text"}],"rows":[["1","2"]]})")),
        "entry.out_of_range");
}

}  // namespace
}  // namespace lth::tests
