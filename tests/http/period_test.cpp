// What a unit reports of a period over HTTP, and reports that nobody is left to hand in.
#include "support/http/common_books.hpp"

namespace lth::tests {
namespace {

class PeriodicReports : public CommonBooksOverHttp {
protected:
    PeriodicReports() {
        open(above, core::BookKind::association,
             R"({"ops":[{"op":"association.registered","on":"2021-01-01","unit":")" +
                 to_text(province.units({})->units.front().id) +
                 R"(","level":"province","name":"Hội tỉnh"}]})");
        open(below, core::BookKind::association,
             R"({"ops":[{"op":"association.registered","on":"2021-01-01","unit":")" + split +
                 R"(","level":"commune","name":"Hội Đông Thọ"}]})");
    }

    static bool says(const std::string& answer, std::string_view text) {
        return answer.find(text) != std::string::npos;
    }
    // As whoever may.
    void put(const core::BookId& book, std::string_view ops) {
        const core::Entry made{.entry_id = new_id(),
                               .book_id = book,
                               .device = device_id(9),
                               .author = {},
                               .made_at = clock.now,
                               .body = R"({"ops":[)" + std::string(ops) + "]}",
                               .parts = {}};
        const auto done = books.record(made, {.account = {}});
        ASSERT_TRUE(done) << message(done.error(), core::Language::en);
        clock.now += 1'000;
    }
    static std::string due(std::string_view id, std::string_view unit, std::string_view day) {
        return R"({"op":"report.due","on":"2025-01-05","report":")" + std::string(id) +
               R"(","kind":"year","unit":")" + std::string(unit) + R"(","due":")" +
               std::string(day) + "\"}";
    }

    const core::BookId above = book_id(803);
    const core::BookId below = book_id(804);
};

TEST_F(PeriodicReports, TheFiguresOfAUnitAreAskedForByCodeOrById) {
    const auto before = clock.now;
    clock.now += 60'000;
    put(below,
        R"({"op":"care.opened","on":"2024-01-01","level":"commune","cash":0,"bank":0,"goods":0,)"
        R"("free":0,"bound":[]})");
    put(below, R"({"op":"care.received","on":"2024-03-01","level":"commune","account":"cash",)"
               R"("amount":700000,"donor_kind":"firm"})");
    put(below,
        R"({"op":"training.held","on":"2024-05-01","topic":"funds","days":1,"participants":30,)"
        R"("clubs":[]})");
    const std::string half = "/api/v1/period?as_of=2024-06-30&from=2024-01-01&unit=";
    const auto by_id = told(half + split);
    EXPECT_TRUE(says(by_id, R"("unit_name":"Phường Đông Thọ","from":"2024-01-01",)"
                            R"("as_of":"2024-06-30","units_as_of":"2024-06-30")"))
        << by_id;
    EXPECT_TRUE(says(by_id, R"({"figure":"clubs","value":0,"book":0)")) << by_id;
    EXPECT_TRUE(says(by_id, R"({"figure":"care_received","value":700000,"book":1,"report":0)"));
    EXPECT_TRUE(says(by_id, R"({"figure":"trainings","value":1)")) << by_id;
    EXPECT_TRUE(says(by_id, R"({"figure":"trained","value":30)")) << by_id;
    const auto lines = by_id.substr(by_id.find(R"("lines")"));
    EXPECT_TRUE(says(told(half + "14758"), lines));
    // As it was known before the gift was received.
    const auto then = told(half + split + "&known_at=" + std::to_string(before));
    EXPECT_TRUE(says(then, R"({"figure":"care_received","book":0,"report":0,"unknown":1,)"
                           R"("missing":["Hội Đông Thọ"]})"))
        << then;
    // From 1 January unless it is said; a first day after the last is the last.
    EXPECT_TRUE(says(told("/api/v1/period?as_of=2024-06-30&unit=14758"), R"("from":"2024-01-01")"));
    EXPECT_TRUE(says(told("/api/v1/period?as_of=2024-06-30&from=2025-01-01&unit=14758"),
                     R"("from":"2024-06-30")"));
}

TEST_F(PeriodicReports, AUnitThatCameLaterIsTakenAsItStandsToday) {
    const auto later = told("/api/v1/period?as_of=2025-06-30&unit=" + first);
    EXPECT_TRUE(says(later, R"("as_of":"2025-06-30","units_as_of":"2026-06-30")")) << later;
    // What has gone is nowhere on today's map, and not taken for what it went into.
    EXPECT_EQ(rule_of(get("/api/v1/period?as_of=2026-06-30&unit=" + split)),
              "question.unit.unknown");
    EXPECT_EQ(rule_of(get("/api/v1/period?as_of=2026-06-30&from=1900-01-01&unit=" + first)),
              "question.period.long");
    EXPECT_EQ(rule_of(get("/api/v1/period?from=2026-06-31&unit=" + first)),
              "question.date.malformed");
    token = "";
    EXPECT_EQ(rule_of(get("/api/v1/period?unit=" + first)), "session.none");
}

TEST_F(PeriodicReports, NobodyOwesAReportOfAUnitThatHasEnded) {
    put(above, due("0000000001", split, "2025-01-31"));
    put(above, due("0000000002", split, "2026-01-31"));
    put(above, due("0000000003", first, "2026-01-31"));
    put(above, due("0000000004", split, "2026-01-31"));
    put(above, R"({"op":"report.submitted","on":"2025-06-20","report":"0000000004"})");
    const std::string reports = "/api/v1/matters/reports?op=report.due";
    const auto all = told(reports);
    EXPECT_TRUE(says(all, R"("total":4,"open":2,"late":1)")) << all;
    EXPECT_TRUE(says(all, R"("debtor_ended_on":"2025-07-01")")) << all;
    const auto late = told(reports + "&filter=late");
    EXPECT_TRUE(says(late, "0000000003")) << late;
    EXPECT_FALSE(says(late, "debtor_ended_on")) << late;
    EXPECT_TRUE(says(told(reports + "&filter=open"), "0000000004"));  // it is still to be judged
}

TEST_F(PeriodicReports, WhatIsAtHandComesBeforeWhatIsLate) {
    put(above, due("0000000001", first, "2026-07-10"));
    put(above, due("0000000002", first, "2026-12-31"));  // in half a year
    put(above, due("0000000003", first, "2025-01-31"));
    put(above, due("0000000004", first, "2026-01-31"));
    const std::string reports = "/api/v1/matters/reports?op=report.due&sort=";
    EXPECT_EQ(in_pages(reports + "at_hand", "seq"), "2, 5 | 4, 3");
    EXPECT_EQ(in_pages(reports + "due", "seq"), "4, 5 | 2, 3");
}

}  // namespace
}  // namespace lth::tests
