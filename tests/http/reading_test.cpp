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

TEST_F(CommonBooksOverHttp, AClubIsFlaggedAsAWhole) {
    token = sign_in(officer);
    ASSERT_EQ(
        record(book_id(1),
               R"({"op":"loan.disbursed","on":"2020-04-03","loan":"00000000A1",)"
               R"("member":"0000000002","account":"cash","amount":1000000,)"
               R"("terms":{"months":10,"rate_ppm":10000,"base":"outstanding",)"
               R"("method":"equal_principal","unit":1000,"grace_months":0,)"
               R"("overdue":"same","min_months":1},"guarantors":[],"purpose":"trade"},)"
               R"({"op":"meeting.held","on":"2026-03-10","meeting":"00000000Q3","kind":"regular",)"
               R"("present_count":4,"guests":0,"areas":[],"entered_from":"paper"},)"
               R"({"op":"meetings.excused","on":"2026-06-30","months":["2026-02"],)"
               R"("decision":"1"})")
            .status,
        200U);
    become(6, app::Role::province);  // they name nobody, and are not closed with the names
    const auto club = told("/api/v1/clubs/" + to_text(book_id(1)));
    EXPECT_TRUE(club.contains(R"("what":"size","value":4)")) << club;
    EXPECT_FALSE(club.contains(R"("what":"women")")) << club;  // of fewer than five people
    EXPECT_TRUE(club.contains(R"("what":"overdue","value":1000000)")) << club;
    EXPECT_TRUE(club.contains(R"("what":"months_without","value":10)")) << club;
    EXPECT_TRUE(club.contains(R"(["2025-07","2025-08",)")) << club;
    EXPECT_TRUE(club.contains(R"("2026-01","2026-04","2026-05","2026-06"])")) << club;
    EXPECT_TRUE(club.contains(R"("what":"entered_late","value":1)")) << club;
    const auto page = told("/clubs/" + to_text(book_id(1)));
    EXPECT_TRUE(page.contains("Số thành viên ngoài khung của đề án")) << page;
    EXPECT_TRUE(page.contains("10 tháng: 7/2025, 8/2025")) << page;
    EXPECT_FALSE(page.contains("Không có gì cần xem lại")) << page;
    const auto before = told("/api/v1/clubs/" + to_text(book_id(1)) + "?as_of=2020-03-31");
    EXPECT_FALSE(before.contains("months_without")) << before;
}

TEST_F(CommonBooksOverHttp, TheBooksOwnCommuneReadsItWhole) {
    token = sign_in(officer);
    const auto page = told("/books/" + to_text(book_id(1)) + "/3");
    EXPECT_FALSE(page.contains(sums)) << page;
    EXPECT_TRUE(page.contains(numbered)) << page;
}

}  // namespace
}  // namespace lth::tests
