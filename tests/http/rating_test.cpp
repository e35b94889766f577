// A year's rating over HTTP: the way from the self-score to the approval, each by who may; what the
// sheet says; which clubs are drawn.
#include <gtest/gtest.h>

#include "app/founding.hpp"
#include "json/registry_body.hpp"
#include "support/http/office.hpp"

namespace lth::tests {
namespace {

class RatingOverHttp : public OfficeOverHttp {
protected:
    RatingOverHttp() {
        // Of the founding texts the criteria alone.
        std::vector<core::registry::RegistryOp> adopted;
        for (auto& op : app::founding_schemes(core::make_date(2020, 1, 1))) {
            if (std::holds_alternative<core::registry::CriteriaAdopted>(op.what)) {
                adopted.push_back(std::move(op));
            }
        }
        auto entry = make_entry(90, 1, "");
        entry.body = json::write_body(std::span(adopted));
        EXPECT_TRUE(books.record(entry, {.account = {}, .opens = core::BookKind::registry}));
        province_officer = make_officer(*store, 2, app::Role::province);
        put_totp(*store, province_officer);
        criteria = core::rating::reference(app::founding_criteria().front());
    }
    std::string told(const std::string& target) {
        clock.now += 2'000;
        const auto answer = get(target);
        EXPECT_EQ(answer.status, 200U) << answer.body;
        return answer.body;
    }
    http::Response record(const std::string& ops) {
        return post(book + "/entries", entry_body(new_id(), ops));
    }
    std::string scored(const std::string& op) {
        return R"({"op":")" + op + R"(","on":"2020-09-01","year":2020,"criteria":")" + criteria +
               R"(","scores":[{"criterion":"meetings","points":5}],"band":"fair"})";
    }
    std::string list(const std::string& more = {}) {
        return told("/api/v1/my/ratings?year=2020" + more);
    }
    http::Response answer_back(const std::string& note) {
        auto body = entry_body(
            new_id(), R"({"op":"rating.answered","on":"2021-01-04","year":2020,"parts":[1]})");
        body.pop_back();
        body += R"(,"private":[{"part":1,"class":"text",)"
                R"("salt":"00000000000000000000000000000001","text":"{\"note\":\")" +
                note + R"(\"}"}]})";
        return post(book + "/entries", body);
    }
    static bool has(const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    }
    void as_province() { token = sign_in(province_officer); }
    void as_commune() { token = sign_in(officer); }

    const std::string approved =
        R"({"op":"rating.approved","on":"2021-01-04","year":2020,"band":"fair",)"
        R"("as_of":"2020-12-31","known_at":1600000000000,"decision":"12/QĐ-UBND"})";
    core::AccountId province_officer;
    std::string criteria;
};

TEST_F(RatingOverHttp, GoesFromTheSelfScoreToTheApproval) {
    const auto begun = list();
    EXPECT_TRUE(has(begun, R"({"state":"none","clubs":1})")) << begun;
    EXPECT_TRUE(has(begun, R"("self_score":true)")) << begun;
    EXPECT_TRUE(has(begun, R"("sum":{"total":)")) << begun;
    ASSERT_EQ(record(scored("rating.self_scored")).status, 200U);
    const auto sent = list("&state=self_scored");
    EXPECT_TRUE(has(sent, R"("state":"self_scored","since":"2020-09-01","self_scored":"fair")"))
        << sent;
    EXPECT_TRUE(has(sent, R"("appraise":true,"approve":false)")) << sent;
    EXPECT_EQ(rule_of(record(approved)), "role.operation.not_allowed");  // the province's
    ASSERT_EQ(record(scored("rating.appraised")).status, 200U);
    as_province();
    EXPECT_TRUE(has(list(), R"("approve":true,"send_back":true)"));
    auto early = approved;
    early.replace(early.find("2021-01-04"), 10, "2020-09-03");
    EXPECT_EQ(rule_of(record(early)), "rating.year_not_over");
    clock.now = 1'609'750'000'000;  // 4 January 2021
    as_province();
    ASSERT_EQ(record(approved).status, 200U);
    const auto done = list();
    EXPECT_TRUE(has(done, R"("approved":"fair","approved_on":"2021-01-04")")) << done;
    EXPECT_EQ(rule_of(record(approved)), "rating.wrong_step");
    const auto sheet = told(book + "/rating?year=2020");
    EXPECT_TRUE(has(sheet, R"("decision":"12/QĐ-UBND","known_at":1600000000000)")) << sheet;
}

TEST_F(RatingOverHttp, AnAnswerIsReadAndDecided) {
    ASSERT_EQ(record(scored("rating.self_scored")).status, 200U);
    ASSERT_EQ(record(scored("rating.appraised")).status, 200U);
    clock.now = 1'609'750'000'000;  // 4 January 2021
    as_province();
    ASSERT_EQ(record(approved).status, 200U);
    const auto work = [&] { return told("/api/v1/my/work"); };
    EXPECT_TRUE(has(work(), R"("answers":[])")) << work();

    as_commune();
    const auto answered = answer_back("Hai tháng bão, không họp");
    ASSERT_EQ(answered.status, 200U) << answered.body;
    as_province();
    const std::string note = R"("note":"Hai tháng bão, không họp")";
    const std::string waits = R"("year":2020,"since":"2021-01-04","state":"answered")";
    const auto sheet = told(book + "/rating?year=2020");
    EXPECT_TRUE(has(sheet, note)) << sheet;
    EXPECT_TRUE(has(sheet, R"("scores":[{"criterion":"meetings","points":5}])")) << sheet;
    EXPECT_TRUE(has(work(), waits)) << work();
    as_commune();
    EXPECT_TRUE(has(told(book + "/rating?year=2020"), note));
    const auto seq = store->book(book_id(1))->head.last_seq;
    const auto page = told("/books/" + to_text(book_id(1)) + "/" + std::to_string(seq));
    EXPECT_TRUE(has(page, "text · Hai tháng bão, không họp</li>")) << page;
    EXPECT_TRUE(has(work(), waits)) << work();
    // Whoever judges nothing and reads no texts is told the step alone.
    token = sign_in(make_officer(*store, 4, app::Role::district));
    const auto beside = told(book + "/rating?year=2020");
    EXPECT_TRUE(has(beside, R"("to":"answered")")) << beside;
    EXPECT_FALSE(has(beside, R"("note":)")) << beside;
    EXPECT_TRUE(has(work(), R"("answers":[])")) << work();

    // Appraised anew it waits for the province alone; approved, for nobody.
    as_commune();
    auto again = scored("rating.appraised");
    again.replace(again.find("2020-09-01"), 10, "2021-01-04");
    ASSERT_EQ(record(again).status, 200U);
    EXPECT_TRUE(has(work(), R"("answers":[])")) << work();
    as_province();
    EXPECT_TRUE(has(work(), R"("since":"2021-01-04","state":"appraised")")) << work();
    ASSERT_EQ(record(approved).status, 200U);
    EXPECT_TRUE(has(work(), R"("answers":[])")) << work();
}

TEST_F(RatingOverHttp, AClubSentBackScoresAnewAndTheOldOpinionGoes) {
    ASSERT_EQ(record(scored("rating.self_scored")).status, 200U);
    ASSERT_EQ(record(scored("rating.appraised")).status, 200U);
    as_province();
    ASSERT_EQ(record(R"({"op":"rating.returned","on":"2020-09-02","year":2020})").status, 200U);
    as_commune();
    const auto back = list();
    EXPECT_TRUE(has(back, R"("state":"returned")")) << back;
    EXPECT_TRUE(has(back, R"("self_score":true)")) << back;
    ASSERT_EQ(record(scored("rating.self_scored")).status, 200U);
    EXPECT_FALSE(has(list(), R"("appraised":"fair")"));
}

TEST_F(RatingOverHttp, TheSheetAnswersToJudgedCriteria) {
    const auto sheet = told(book + "/rating?year=2020");
    EXPECT_TRUE(has(sheet, R"("state":"none")")) << sheet;
    EXPECT_TRUE(has(sheet, "\"criteria\":\"" + criteria + "\"")) << sheet;
    std::string judged;
    std::string not_applied;
    const auto version = app::founding_criteria().front();
    for (const auto& one : version.criteria) {
        if (one.measure != core::rating::Measure::judged) continue;
        judged += (judged.empty() ? "" : ",") + one.id + ":1";
        not_applied += (not_applied.empty() ? "" : ",") + one.id + ":-";
    }
    ASSERT_FALSE(judged.empty());
    EXPECT_FALSE(has(sheet, R"("unsaid":0)")) << sheet;
    EXPECT_TRUE(has(told(book + "/rating?year=2020&judged=" + judged), R"("unsaid":0)"));
    const auto without = told(book + "/rating?year=2020&judged=" + not_applied);
    EXPECT_TRUE(has(without, R"("unsaid":0)")) << without;
    EXPECT_TRUE(has(without, R"("applies":false)")) << without;
}

TEST_F(RatingOverHttp, TheSameDrawIsTheSameSampleOfThoseThatWait) {
    EXPECT_TRUE(has(list("&share=100"), R"("drawn":0)"));  // none waits for the province
    for (std::uint64_t n = 1; n <= 9; ++n) {
        if (n > 1) record_all(books, launched_entries(n));
        for (const auto* op : {"rating.self_scored", "rating.appraised"}) {
            const auto sent = post("/api/v1/books/" + to_text(book_id(n)) + "/entries",
                                   entry_body(new_id(), scored(op)));
            ASSERT_EQ(sent.status, 200U) << sent.body;
        }
    }
    const auto drawn = list("&share=20&draw=7&drawn=1");
    EXPECT_TRUE(has(drawn, R"("clubs":9,"drawn":2,"total":2)")) << drawn;
    const auto lines = [](const std::string& text) { return text.substr(text.find("lines")); };
    EXPECT_EQ(lines(list("&share=20&draw=7&drawn=1")), lines(drawn));
    EXPECT_TRUE(has(list("&share=0"), R"("drawn":0,"total":9)"));
    EXPECT_TRUE(has(list("&share=100&drawn=1"), R"("drawn":9,"total":9)"));
}

TEST_F(RatingOverHttp, TheListIsSorted) {
    launch(2, "Hồ 10");
    launch(3, "Hồ 2");
    const auto score = [&](std::uint64_t n, const std::string& on, const std::string& band) {
        const auto sent =
            post("/api/v1/books/" + to_text(book_id(n)) + "/entries",
                 entry_body(new_id(), R"({"op":"rating.self_scored","on":")" + on +
                                          R"(","year":2020,"criteria":")" + criteria +
                                          R"(","scores":[],"band":")" + band + "\"}"));
        ASSERT_EQ(sent.status, 200U) << sent.body;
    };
    score(1, "2020-09-01", "fair");
    score(2, "2020-09-03", "weak");
    score(3, "2020-09-02", "strong");
    const auto sorted = [&](const std::string& sort) {
        return in_pages("/api/v1/my/ratings?year=2020&sort=" + sort, "name");
    };
    EXPECT_EQ(sorted("name"), "Hồ 2, Hồ 10 | Liên thế hệ thôn Một");
    EXPECT_EQ(sorted("weakest"), "Hồ 10, Liên thế hệ thôn Một | Hồ 2");
    EXPECT_EQ(sorted("newest"), "Hồ 10, Hồ 2 | Liên thế hệ thôn Một");
    EXPECT_EQ(sorted("commune"), sorted("waiting"));  // nobody knows of a commune here
}

TEST_F(RatingOverHttp, WhatMakesNoSenseIsRefused) {
    for (const auto* target :
         {"/api/v1/my/ratings", "/api/v1/my/ratings?year=12",
          "/api/v1/my/ratings?year=2020&state=some", "/api/v1/my/ratings?year=2020&share=101"}) {
        EXPECT_GE(get(target).status, 400U) << target;
    }
    const auto disordered = get("/api/v1/my/ratings?year=2020&sort=some");
    EXPECT_EQ(disordered.status, 400U);
    EXPECT_EQ(rule_of(disordered), "question.choice.unknown");
    EXPECT_EQ(rule_of(get(book + "/rating?year=2020&criteria=another")), "question.choice.unknown");
    for (const auto* judged : {"a", "a:", ":1", "a:x", "a:-1", "a:1001"}) {
        EXPECT_EQ(rule_of(get(book + "/rating?year=2020&judged=" + judged)),
                  "question.choice.unknown")
            << judged;
    }
    const auto elsewhere = "/api/v1/books/" + to_text(book_id(90)) + "/rating?year=2020";
    EXPECT_GE(get(elsewhere).status, 400U);
}

class RatingWithoutCriteria : public OfficeOverHttp {};

TEST_F(RatingWithoutCriteria, SaysSo) {
    EXPECT_EQ(rule_of(get("/api/v1/my/ratings?year=2020")), "question.criteria.none");
    EXPECT_EQ(rule_of(get(book + "/rating?year=2020")), "question.criteria.none");
}

}  // namespace
}  // namespace lth::tests
