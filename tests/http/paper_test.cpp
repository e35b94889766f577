// A commune officer's papers over HTTP: months in words, the sheet, a draft that is kept, and who
// may not.
#include <gtest/gtest.h>

#include <utility>

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
    static std::string draft(const std::string& month, const std::string& text,
                             const std::string& over = {}) {
        return R"({"month":")" + month + R"(","text":")" + text + '"' +
               (over.empty() ? "" : R"(,"over":)" + over) + '}';
    }
    // Of June; returns its number.
    std::string keep(const std::string& text, const std::string& over = {}) {
        const auto answer = ask(http::Method::put, paper, draft("2020-06", text, over));
        EXPECT_EQ(answer.status, 200U) << answer.body;
        const auto from = answer.body.find(':') + 1;
        return answer.body.substr(from, answer.body.find('}') - from);
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

TEST_F(Papers, TheOldestMonthThatIsMissingIsNamed) {
    const auto missing = [&](const std::string& on) {
        const auto sheet = told(paper + "?on=" + on);
        const auto at = sheet.find(R"("missing":")");
        return at == std::string::npos ? "" : sheet.substr(at + 11, 7);
    };
    EXPECT_EQ(missing("2020-03-15"), "");
    EXPECT_EQ(missing("2020-04-15"), "");  // in March the book was opened
    EXPECT_EQ(missing("2020-06-15"), "2020-04");
    ASSERT_TRUE(record(R"({"op":"meetings.excused","on":"2020-06-30","months":["2020-04"],)"
                       R"("decision":"1"})"));
    EXPECT_EQ(missing("2020-06-15"), "2020-05");
    ASSERT_TRUE(record(R"({"op":"month.reported","on":"2020-06-30","month":"2020-05",)"
                       R"("present":40})"));
    EXPECT_EQ(missing("2020-06-15"), "");
    EXPECT_EQ(missing("2020-07-15"), "2020-06");
    EXPECT_TRUE(told("/api/v1/my/work?on=2020-08-20").contains(R"("missing":"2020-06")"));
}

TEST_F(Papers, ADraftIsOneForAllOfficersOfTheClub) {
    const auto on = paper + "?on=2020-06-15";
    EXPECT_EQ(told(on).find("half typed"), std::string::npos);
    const auto first = keep("half typed");
    const auto second = keep("half typed, more", first);
    EXPECT_NE(first, second);  // although the clock stands still
    EXPECT_EQ(told(paper + "?on=2020-07-15").find("half typed"), std::string::npos);

    token = sign_in(make_officer(*store, 2, app::Role::commune));
    const auto sheet = told(on);
    EXPECT_NE(sheet.find(R"("draft":{"text":"half typed, more","kept_at":)" + second),
              std::string::npos)
        << sheet;
    EXPECT_NE(sheet.find(R"("by":"Cán bộ 1")"), std::string::npos) << sheet;
    EXPECT_NE(sheet.find(R"("regular_held":false)"), std::string::npos) << sheet;
    EXPECT_EQ(state_of("2020-06"), "typing");
    EXPECT_EQ(keep("", second), "0");
    EXPECT_EQ(told(on).find("half typed"), std::string::npos);
    EXPECT_EQ(keep("", second), "0");  // there is none any more
}

TEST_F(Papers, NobodyTypesOverWhatHeHasNotSeen) {
    const auto put = [&](const std::string& text, const std::string& over) {
        return ask(http::Method::put, paper, draft("2020-06", text, over));
    };
    const auto first = keep("of one");
    token = sign_in(make_officer(*store, 2, app::Role::commune));
    const auto unseen = put("of two", "");
    EXPECT_EQ(unseen.status, 409U);
    EXPECT_EQ(rule_of(unseen), "paper.draft.moved");
    EXPECT_NE(unseen.body.find(R"("text":"of one","kept_at":")" + first + '"'), std::string::npos)
        << unseen.body;
    EXPECT_NE(unseen.body.find(R"("by":"Cán bộ 1")"), std::string::npos) << unseen.body;

    const auto both = keep("of both", first);
    EXPECT_EQ(rule_of(put("of one, more", first)), "paper.draft.moved");
    EXPECT_EQ(rule_of(put("", first)), "paper.draft.moved");
    EXPECT_NE(told(paper + "?on=2020-06-15").find("of both"), std::string::npos);

    EXPECT_EQ(keep("", both), "0");
    const auto gone = put("of one, more", both);
    EXPECT_EQ(gone.status, 409U);
    EXPECT_EQ(rule_of(gone), "paper.draft.gone");
    EXPECT_EQ(told(paper + "?on=2020-06-15").find("of one"), std::string::npos);
}

TEST_F(Papers, TheSchemesWorkStandsBesideTheClubs) {
    const auto province = make_officer(*store, 4, app::Role::province);
    put_totp(*store, province);
    const auto record_as = [&](const core::AccountId& who, const std::string& op) {
        const auto kept =
            office.record(who, book_id(77),
                          {.entry_id = core::EntryId(app::make_uuid7(++clock.now, ids)),
                           .body = R"({"ops":[)" + op + "]}"});
        EXPECT_TRUE(kept) << kept.error().rule.id();
        clock.now += 2'000;
    };
    const auto work = [&] { return told("/api/v1/my/work?limit=1"); };
    EXPECT_NE(work().find(R"("scheme":[])"), std::string::npos);
    const auto unit = R"("unit":")" + to_text(commune_unit) + '"';
    record_as(officer, R"({"op":"association.registered","on":"2020-06-01",)" + unit +
                           R"(,"level":"commune","name":"Hội thử"})");
    record_as(officer, R"({"op":"visit.planned","on":"2020-06-01","visit":"0000000002","club":")" +
                           to_text(book_id(1)) + R"(","due":"2020-06-15"})");
    record_as(province, R"({"op":"report.due","on":"2020-06-01","report":"0000000003",)" + unit +
                            R"(,"kind":"year","due":"2030-12-31"})");
    auto said = work();
    EXPECT_NE(said.find(R"("area":"reports")"), std::string::npos) << said;
    EXPECT_NE(said.find(R"("area":"supervision")"), std::string::npos) << said;
    EXPECT_NE(said.find(R"("due":"2020-06-15","late":true)"), std::string::npos) << said;

    // What was submitted waits for the province, until it is returned.
    record_as(officer, R"({"op":"report.submitted","on":"2020-06-02","report":"0000000003"})");
    said = work();
    EXPECT_EQ(said.find(R"("area":"reports")"), std::string::npos) << said;
    record_as(province, R"({"op":"report.due","on":"2020-06-02","report":"0000000004",)" + unit +
                            R"(,"kind":"ratings","due":"2030-12-31"})");
    said = work();
    EXPECT_NE(said.find(R"("total":1,"open":1,"late":0)"), std::string::npos) << said;
    const auto own = std::exchange(token, sign_in(province));
    said = work();
    EXPECT_NE(said.find(R"("total":2,"open":2,"late":0)"), std::string::npos) << said;
    EXPECT_NE(said.find(R"("state":"submitted")"), std::string::npos) << said;
    token = own;
    record_as(province, R"({"op":"report.returned","on":"2020-06-03","report":"0000000003"})");
    said = work();
    EXPECT_NE(said.find(R"("state":"returned")"), std::string::npos) << said;
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
