// A commune officer's papers over HTTP: months in words, the sheet, a draft that is kept, and who
// may not.
#include <gtest/gtest.h>

#include "support/http/office.hpp"

namespace lth::tests {
namespace {

class Papers : public OfficeOverHttp {
protected:
    std::string told(const std::string& target) {
        const auto answer = get(target);
        EXPECT_EQ(answer.status, 200U) << answer.body;
        return answer.body;
    }
    std::string state_of(const std::string& month) {
        const auto body = told("/api/v1/my/work?on=2020-06-20");
        const auto at = body.find(R"("month":")" + month + R"(","state":")");
        if (at == std::string::npos) return body;
        const auto from = body.find(R"("state":")", at) + 9;
        const auto state = body.substr(from, body.find('"', from) - from);
        const auto typing = body.substr(body.find(R"("typing":[)"));
        const bool typed = typing.substr(0, typing.find(']')).contains(month);
        return typed && state != "held" ? "typing" : state;
    }
    core::Result<app::Receipt> record(std::string_view ops) {
        return office.record(account_id(1), book_id(1),
                             {.entry_id = core::EntryId(app::make_uuid7(++clock.now, ids)),
                              .body = R"({"ops":[)" + std::string(ops) + "]}"});
    }
    static std::string draft(const std::string& month, const std::string& text) {
        return R"({"month":")" + month + R"(","text":")" + text + R"("})";
    }

    const std::string paper = book + "/paper";
};

TEST_F(Papers, MonthsAreToldInWords) {
    EXPECT_EQ(state_of("2020-06"), "none");
    EXPECT_EQ(state_of("2019-07"), "outside");  // before it was launched

    EXPECT_EQ(ask(http::Method::put, paper, draft("2020-06", "{}")).status, 200U);
    EXPECT_EQ(state_of("2020-06"), "typing");

    ASSERT_TRUE(record(R"({"op":"month.reported","on":"2020-06-30","month":"2020-05",)"
                       R"("present":40})"));
    EXPECT_EQ(state_of("2020-05"), "totals");
    ASSERT_TRUE(record(R"({"op":"meetings.excused","on":"2020-06-30","months":["2020-04"],)"
                       R"("decision":"1"})"));
    EXPECT_EQ(state_of("2020-04"), "excused");

    const auto held = record(R"({"op":"meeting.held","on":"2020-06-15","meeting":"0000000011",)"
                             R"("kind":"regular","present":["0000000001"],"guests":0,)"
                             R"("areas":["income"],"entered_from":"paper"})");
    ASSERT_TRUE(held) << held.error().rule.id();
    EXPECT_EQ(state_of("2020-06"), "held");  // whatever draft is left
    const auto work = told("/api/v1/my/work?on=2020-06-20");
    EXPECT_NE(work.find(R"("on":"2020-06-15","seq":)"), std::string::npos) << work;
    EXPECT_NE(work.find(R"("from_paper":true)"), std::string::npos) << work;
}

TEST_F(Papers, ADraftComesBackToItsOfficerOnly) {
    const auto on = paper + "?on=2020-06-15";
    EXPECT_EQ(told(on).find("half typed"), std::string::npos);
    EXPECT_EQ(ask(http::Method::put, paper, draft("2020-06", "half typed")).status, 200U);
    EXPECT_EQ(ask(http::Method::put, paper, draft("2020-06", "half typed, more")).status, 200U);
    const auto sheet = told(on);
    EXPECT_NE(sheet.find(R"("draft":"half typed, more")"), std::string::npos) << sheet;
    EXPECT_NE(sheet.find(R"("regular_held":false)"), std::string::npos) << sheet;
    EXPECT_EQ(told(paper + "?on=2020-07-15").find("half typed"), std::string::npos);

    const auto mine = token;
    token = sign_in(make_officer(*store, 2, app::Role::commune));
    EXPECT_EQ(told(on).find("half typed"), std::string::npos);
    token = mine;
    EXPECT_EQ(ask(http::Method::put, paper, draft("2020-06", "")).status, 200U);
    EXPECT_EQ(told(on).find("half typed"), std::string::npos);
}

TEST_F(Papers, WhoMayNotRecordAMeetingTypesNone) {
    EXPECT_EQ(ask(http::Method::get, paper).status, 400U);
    EXPECT_EQ(ask(http::Method::get, paper + "?on=heute").status, 400U);
    EXPECT_EQ(ask(http::Method::put, paper, draft("2020-13", "x")).status, 422U);
    EXPECT_EQ(
        ask(http::Method::put, paper, draft("2020-06", std::string(app::max_draft_bytes + 1, 'x')))
            .status,
        413U);

    token = sign_in(make_officer(*store, 3, app::Role::district));
    EXPECT_EQ(ask(http::Method::get, paper + "?on=2020-06-15").status, 403U);
    EXPECT_EQ(ask(http::Method::put, paper, draft("2020-06", "x")).status, 403U);
    EXPECT_NE(told("/api/v1/my/work").find(R"("total":0)"), std::string::npos);
    token = "stranger";
    EXPECT_EQ(ask(http::Method::get, "/api/v1/my/work").status, 401U);
    EXPECT_EQ(ask(http::Method::get, paper + "?on=2020-06-15").status, 401U);
}

}  // namespace
}  // namespace lth::tests
