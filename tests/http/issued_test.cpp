// Reports that are issued over HTTP: the file is kept and served again, and asked anew it tells
// what differs and by which entries.
#include <gtest/gtest.h>

#include "core/sha256.hpp"
#include "support/http/office.hpp"

namespace lth::tests {
namespace {

class IssuedOverHttp : public OfficeOverHttp {
protected:
    IssuedOverHttp() {
        const auto registered = post(
            fund + "/entries",
            entry_body(new_id(), R"({"op":"association.registered","on":"2020-06-01","unit":")" +
                                     to_text(commune_unit) +
                                     R"(","level":"commune","name":"Hội thử"})"));
        EXPECT_EQ(registered.status, 200U) << registered.body;
        as(2, app::Role::province);
    }
    void as(std::uint8_t n, app::Role role) {
        const auto account = make_officer(*store, n, role);
        put_totp(*store, account);
        token = sign_in(account);
    }
    http::Response issue(const core::EntryId& id, const std::string& more = {}) {
        return post(fund + "/issued?kind=clubs-by-commune&as_of=2020-08-31" + more,
                    R"({"entry_id":")" + to_text(id) + R"(","number":"7/BC-HNCT"})");
    }
    static std::string file_of(const http::Response& answer) {
        const auto start = answer.body.find(R"("file":")");
        return start == std::string::npos ? std::string() : answer.body.substr(start + 8, 64);
    }
    static bool has(const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    }

    const std::string fund = "/api/v1/books/" + to_text(book_id(77));
};

TEST_F(IssuedOverHttp, TheFileIsKeptAndServedAgain) {
    const auto id = new_id();
    const auto first = issue(id);
    ASSERT_EQ(first.status, 200U) << first.body;
    const auto file = get(fund + "/issued/" + file_of(first));
    ASSERT_EQ(file.status, 200U) << file.body;
    EXPECT_EQ(core::to_hex(core::sha256(file.body)), file_of(first));
    clock.now += 60'000;
    const auto again = issue(id);  // the answer was lost: nothing is issued twice
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(rule_of(issue(id, "&units_as_of=2020-08-01")), "entry.id_used_otherwise");
    const auto list = get("/api/v1/matters/reports?op=report.issued");
    EXPECT_TRUE(has(list.body, R"("total":1)")) << list.body;
    EXPECT_TRUE(has(list.body, file_of(first))) << list.body;
}

TEST_F(IssuedOverHttp, AskedAnewItSaysWhatDiffersAndByWhichEntries) {
    const auto first = issue(new_id());
    ASSERT_EQ(first.status, 200U) << first.body;
    const auto changes = fund + "/issued/" + file_of(first) + "/changes";
    const auto same = get(changes);
    ASSERT_EQ(same.status, 200U) << same.body;
    EXPECT_TRUE(has(same.body, R"("differences":[])")) << same.body;
    EXPECT_TRUE(has(same.body, R"("listed":[])")) << same.body;  // the entry itself is of today

    clock.now += 60'000;
    record_all(books, launched_entries(3));  // a club that had been there all the time
    record_all(books, {make_entry(1, 900,
                                  R"({"op":"meeting.held","on":"2020-09-10",)"
                                  R"("meeting":"00000000QQ","kind":"regular",)"
                                  R"("present_count":3,"guests":0,"areas":[],)"
                                  R"("entered_from":"paper"})")});
    clock.now += 60'000;
    const auto differs = get(changes);
    ASSERT_EQ(differs.status, 200U) << differs.body;
    EXPECT_FALSE(has(differs.body, R"("differences":[])")) << differs.body;
    EXPECT_TRUE(has(differs.body, R"("book":")" + to_text(book_id(3)))) << differs.body;
    EXPECT_FALSE(has(differs.body, R"("book":")" + to_text(book_id(1)))) << differs.body;
}

TEST_F(IssuedOverHttp, WhoMayNotRecordMayNotIssue) {
    as(3, app::Role::steering);
    EXPECT_GE(issue(new_id()).status, 400U);
    as(4, app::Role::province);
    const auto first = issue(new_id());
    ASSERT_EQ(first.status, 200U) << first.body;
    as(5, app::Role::administrator);
    EXPECT_EQ(rule_of(get(fund + "/issued/" + file_of(first))), "reading.not_allowed");
}

TEST_F(IssuedOverHttp, WhatIsTakenOutStandsInTheTrail) {
    const auto first = issue(new_id());
    ASSERT_EQ(first.status, 200U) << first.body;
    for (const auto role : {app::Role::steering, app::Role::auditor}) {
        as(static_cast<std::uint8_t>(10 + static_cast<int>(role)), role);
        clock.now += 1;
        ASSERT_EQ(get(fund + "/issued/" + file_of(first)).status, 200U);
        ASSERT_EQ(get("/api/v1/reports/clubs-by-commune?as_of=2020-07-31").status, 200U);
        const auto lines = store->read_log().of_book(book_id(77), {clock.now + 1}, 2);
        ASSERT_EQ(lines.size(), 2U);
        std::string said;
        for (const auto& line : lines) {
            EXPECT_EQ(line.what, app::ReadWhat::document);
            said += line.reason;
        }
        EXPECT_TRUE(has(said, "31/07/2020")) << said;
        EXPECT_TRUE(has(said, "31/08/2020")) << said;
    }
    const auto trail = get("/api/v1/reads").body;  // the auditor's
    EXPECT_TRUE(has(trail, R"("what":"document")")) << trail;
    EXPECT_TRUE(has(trail, R"("login":"officer14")")) << trail;
}

TEST_F(IssuedOverHttp, WhoRecordedItStandsInTheTrail) {
    ASSERT_EQ(issue(new_id()).status, 200U);
    const auto recorder =
        store->people().account(store->entries(book_id(77), 0, {}).back().entry.author);
    ASSERT_TRUE(recorder);
    as(12, app::Role::auditor);
    const auto all = get("/recorded");
    ASSERT_EQ(all.status, 200U) << all.body;
    EXPECT_TRUE(has(all.body, recorder->shown_name + " (" + recorder->login + ")")) << all.body;
    EXPECT_TRUE(has(all.body, "/books/" + to_text(book_id(77)) + "/")) << all.body;
    EXPECT_TRUE(has(all.body, "/books/" + to_text(book_id(1)) + "/")) << all.body;
    const auto one = get("/recorded?by=" + recorder->login);
    EXPECT_FALSE(has(one.body, "/books/" + to_text(book_id(1)) + "/")) << one.body;
    EXPECT_EQ(get("/recorded?by=nobody").status, 404U);
    EXPECT_EQ(get("/recorded?before=1&book=x").status, 404U);
    as(13, app::Role::steering);
    EXPECT_FALSE(has(get("/recorded").body, recorder->login));
}

TEST_F(IssuedOverHttp, ANumberIsGivenOnceAYear) {
    const auto numbered = [&](const core::EntryId& id, const std::string& number) {
        return post(fund + "/issued?kind=training&as_of=2020-08-31",
                    R"({"entry_id":")" + to_text(id) + R"(","number":")" + number + R"("})");
    };
    const auto id = new_id();
    const auto first = numbered(id, "7/BC-HNCT");
    ASSERT_EQ(first.status, 200U) << first.body;
    for (const char* number : {"7/BC-HNCT", "07/bc-hnct", "7 / BC-HNCT"}) {
        const auto again = numbered(new_id(), number);
        EXPECT_EQ(rule_of(again), "report.number.taken") << number;
        EXPECT_EQ(again.status, 409U);
        EXPECT_TRUE(has(again.body, R"("field":"number")")) << again.body;
    }
    EXPECT_EQ(numbered(id, "7/BC-HNCT").body, first.body);  // the same once more
    EXPECT_EQ(numbered(new_id(), "17/BC-HNCT").status, 200U);
    EXPECT_EQ(numbered(new_id(), "7/TB-HNCT").status, 200U);
    const auto undone =
        post(fund + "/entries", entry_body(new_id(), R"({"op":"op.reversed","on":"2020-09-13",)"
                                                     R"("entry_id":")" +
                                                         to_text(id) + R"(","op_index":0})"));
    ASSERT_EQ(undone.status, 200U) << undone.body;
    EXPECT_EQ(numbered(new_id(), "7/BC-HNCT").status, 200U);
    clock.now += std::int64_t{120} * 86'400'000;  // another year counts from 1 again
    as(6, app::Role::province);
    EXPECT_EQ(numbered(new_id(), "7/BC-HNCT").status, 200U);
}

TEST_F(IssuedOverHttp, TheListSaysWhatEachIsAndOfWhat) {
    ASSERT_EQ(issue(new_id()).status, 200U);
    as(6, app::Role::commune);
    clock.now += 2'000;
    const auto sheet =
        post(fund + "/issued?kind=club-sheet&as_of=2020-08-31&club=" + to_text(book_id(1)),
             R"({"entry_id":")" + to_text(new_id()) + R"("})");
    ASSERT_EQ(sheet.status, 200U) << sheet.body;
    const auto list = get("/api/v1/issued");
    ASSERT_EQ(list.status, 200U) << list.body;
    EXPECT_TRUE(has(list.body, R"({"total":2,"issued":[)")) << list.body;
    EXPECT_TRUE(has(list.body, R"("kind":"clubs-by-commune")")) << list.body;
    EXPECT_TRUE(has(list.body, R"("number":"7/BC-HNCT")")) << list.body;
    EXPECT_TRUE(has(list.body, R"("kind":"club-sheet")")) << list.body;
    EXPECT_TRUE(has(list.body, R"("club":"CLB thử")")) << list.body;
    EXPECT_TRUE(has(get("/api/v1/issued?limit=1").body, R"("total":2)"));
    as(7, app::Role::administrator);
    EXPECT_TRUE(has(get("/api/v1/issued").body, R"("total":0)"));
}

TEST_F(IssuedOverHttp, WhatMakesNoSenseIsRefused) {
    const auto id = to_text(new_id());
    EXPECT_EQ(rule_of(post(fund + "/issued?kind=nothing&as_of=2020-08-31",
                           R"({"entry_id":")" + id + R"("})")),
              "question.choice.unknown");
    EXPECT_EQ(rule_of(post(fund + "/issued?kind=training", R"({"entry_id":")" + id + R"("})")),
              "question.date.malformed");
    EXPECT_GE(post(fund + "/issued?kind=training&as_of=2020-08-31", "{}").status, 400U);
    EXPECT_EQ(rule_of(get(fund + "/issued/abc")), "question.file.unknown");
    EXPECT_EQ(rule_of(get(fund + "/issued/" + std::string(64, '0'))), "question.file.unknown");
}

}  // namespace
}  // namespace lth::tests
