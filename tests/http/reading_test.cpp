// A club's book by the page: single members are closed to whoever is shown no names.
#include "support/http/common_books.hpp"

namespace lth::tests {
namespace {

const std::string sums = "Chỉ xem số cộng";
const std::string numbered = "0000000002";  // a member
const std::string reason_form = R"(action="/reasons")";

TEST_F(CommonBooksOverHttp, WhatSingleMembersDidIsSumsUntilAReasonIsGiven) {
    const auto book = "/books/" + to_text(book_id(1));
    const auto bodies = "/api/v1" + book + "/entries";
    const auto admissions = book + "/3";
    for (const auto& path : {book, admissions}) {
        const auto page = told(path);
        EXPECT_TRUE(page.contains(sums)) << page;
        EXPECT_TRUE(page.contains(reason_form)) << page;
        EXPECT_FALSE(page.contains(numbered)) << page;
    }
    EXPECT_TRUE(told(admissions).contains(" · 4 lần")) << told(admissions);
    EXPECT_TRUE(told(book + "/5").contains("10.000.000")) << told(book + "/5");
    EXPECT_EQ(rule_of(get(bodies)), "reading.reason_needed");
    const auto given = post("/api/v1/reasons", R"({"book":")" + to_text(book_id(1)) +
                                                   R"(","reason":"Kiểm tra đơn của hội viên"})");
    ASSERT_EQ(given.status, 200U) << given.body;
    for (const auto& path : {book, admissions}) {
        const auto page = told(path);
        EXPECT_FALSE(page.contains(sums)) << page;
        EXPECT_FALSE(page.contains(reason_form)) << page;
        EXPECT_TRUE(page.contains(numbered)) << page;
    }
    EXPECT_TRUE(told(bodies).contains(numbered));
}

TEST_F(CommonBooksOverHttp, FlagsOfSingleMembersAreClosedWithThem) {
    token = sign_in(officer);
    ASSERT_EQ(
        record(book_id(1), R"({"op":"loan.disbursed","on":"2020-04-03","loan":"00000000A1",)"
                           R"("member":"0000000002","account":"cash","amount":1000000,)"
                           R"("terms":{"months":10,"rate_ppm":10000,"base":"outstanding",)"
                           R"("method":"equal_principal","unit":1000,"grace_months":0,)"
                           R"("overdue":"same","min_months":1},"guarantors":[],"purpose":"trade"},)"
                           R"({"op":"member.left","on":"2026-06-01","member":"0000000002",)"
                           R"("reason":"moved"})")
            .status,
        200U);
    const auto club = "/api/v1/clubs/" + to_text(book_id(1));
    EXPECT_TRUE(told(club).contains("left_owing")) << told(club);
    become(6, app::Role::province);
    EXPECT_FALSE(told(club).contains("left_owing")) << told(club);
    EXPECT_FALSE(told(club).contains(numbered)) << told(club);
}

TEST_F(CommonBooksOverHttp, TheBooksOwnCommuneReadsItWhole) {
    token = sign_in(officer);
    const auto page = told("/books/" + to_text(book_id(1)) + "/3");
    EXPECT_FALSE(page.contains(sums)) << page;
    EXPECT_TRUE(page.contains(numbered)) << page;
}

}  // namespace
}  // namespace lth::tests
