// Documents over HTTP: whose name stands on them, what an issued one says of itself, what the board
// reads, and the same values on the screen.
#include "report/figures.hpp"
#include "report/issued.hpp"
#include "support/http/common_books.hpp"
#include "support/report/files.hpp"

namespace lth::tests {
namespace {

class ReportsOverHttp : public CommonBooksOverHttp {
protected:
    ReportsOverHttp() {
        open_association(province_fund, province.units({}).value().units.front().id, "province",
                         "Hội tỉnh");
        clock.now += 2'000;
    }
    void open_association(const core::BookId& id, const core::UnitId& unit, std::string_view level,
                          std::string_view name) {
        open(id, core::BookKind::association,
             R"({"ops":[{"op":"association.registered","on":"2020-06-01","unit":")" +
                 to_text(unit) + R"(","level":")" + std::string(level) + R"(","name":")" +
                 std::string(name) + R"("}]})");
    }
    // "who is above | whose it is"
    std::string head(core::Date on, const std::string& unit) {
        report::Asked asked{.kind = report::Kind::quotas};
        asked.question.as_of = on;
        asked.question.unit = unit;
        const auto values = report::compose(province, asked).value();
        return values.fields.at("body_upper").text + " | " + values.fields.at("body").text;
    }
    http::Response record_told(std::string_view op, std::string_view text) {
        auto body = entry_body(new_id(), op);
        body.pop_back();
        body += R"(,"private":[{"part":1,"class":"text",)"
                R"("salt":"00112233445566778899aabbccddeeff","text":"{\")" +
                std::string(text) + R"(\"}"}]})";
        return post("/api/v1/books/" + to_text(province_fund) + "/entries", body);
    }
    std::string pack() {
        clock.now += 2'000;
        const auto answer = get("/api/v1/reports/steering-pack?as_of=2026-06-30");
        EXPECT_EQ(answer.status, 200U) << answer.body;
        return test::text_of_docx(answer.body);
    }

    // Of club 1; its day is found in no other field of its papers.
    void lend() {
        record_all(books,
                   {make_entry(1, 950,
                               R"({"op":"loan.disbursed","on":"2020-04-06","loan":"000000000A",)"
                               R"("member":"0000000003","account":"cash","amount":3000000,)"
                               R"("terms":{"months":12,"rate_ppm":10000,"base":"outstanding",)"
                               R"("method":"equal_principal","unit":1000,"grace_months":0,)"
                               R"("overdue":"same","min_months":1},"guarantors":[],)"
                               R"("purpose":"livestock"})")});
        clock.now += 2'000;
    }
    http::Response issue_sheet(const core::EntryId& id) {
        return post(fund + "/issued?kind=club-sheet&as_of=2026-06-30&club=" + club,
                    R"({"entry_id":")" + to_text(id) + R"("})");
    }
    static bool has(const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    }

    const std::string club = to_text(book_id(1));
    const core::BookId province_fund = book_id(803);
    const std::string fund = "/api/v1/books/" + to_text(province_fund);
};

TEST_F(ReportsOverHttp, ALetterheadNamesTheAssociationOfTheVeryUnit) {
    const auto before = province.units(core::make_date(2021, 1, 1)).value().units;
    const auto district =
        std::ranges::find(before, core::territory::Level::district, &app::UnitRef::level);
    ASSERT_NE(district, before.end());
    const auto gone =
        std::ranges::find(before, split, [](const app::UnitRef& unit) { return to_text(unit.id); });
    ASSERT_NE(gone, before.end());
    open_association(book_id(804), district->id, "district", "Hội huyện cũ");
    open_association(book_id(805), gone->id, "commune", "Hội xã cũ");
    clock.now += 2'000;
    const auto then = core::make_date(2021, 1, 1);
    EXPECT_EQ(head(then, ""), "…… | HỘI TỈNH");
    EXPECT_EQ(head(then, district->code), "HỘI TỈNH | HỘI HUYỆN CŨ");
    EXPECT_TRUE(head(then, gone->code).ends_with(" | HỘI XÃ CŨ"));

    const auto now = core::make_date(2026, 6, 1);
    EXPECT_EQ(head(now, ""), "…… | HỘI TỈNH");
    const auto units = province.units(now).value().units;
    for (const auto& id : {first, second}) {
        const auto unit =
            std::ranges::find(units, id, [](const app::UnitRef& one) { return to_text(one.id); });
        ASSERT_NE(unit, units.end());
        EXPECT_EQ(head(now, unit->code),
                  "HỘI TỈNH | HỘI NGƯỜI CAO TUỔI " + report::capitals(unit->name));
    }
}

// Where all of a commune went that ended, its papers are asked for; a part gives no right to the
// rest.
TEST_F(ReportsOverHttp, DocumentsOfAnEndedUnitAreForWhoeverWorksWhereAllOfItLivesOn) {
    const auto before = province.units(core::make_date(2021, 1, 1)).value().units;
    const auto joined = std::ranges::find_if(before, [&](const app::UnitRef& unit) {
        const auto over = province.units_over(unit.id);
        return unit.level == core::territory::Level::commune && !over.empty() &&
               over.front() != unit.id;
    });
    ASSERT_NE(joined, before.end());
    const auto into = province.units_over(joined->id).front();
    const auto asked = [&](std::uint8_t n, core::UnitId place, const std::string& unit) {
        become(n, app::Role::commune);
        auto held = store->people().roles(account_id(n)).front();
        held.unit = place;
        EXPECT_EQ(store->people().put({.roles = {held}}), app::PeopleWritten::done);
        return get("/api/v1/reports/quotas?as_of=2021-01-01&units_as_of=2021-01-01&unit=" + unit)
            .status;
    };
    EXPECT_EQ(asked(41, into, joined->code), 200U);
    EXPECT_EQ(asked(42, core::UnitId{*core::parse_base32(second)}, joined->code), 403U);
    EXPECT_EQ(asked(43, core::UnitId{*core::parse_base32(first)}, split), 403U);
}

TEST_F(ReportsOverHttp, AnIssuedFileSaysItsNumberItsDayAndWhatWasKnown) {
    ASSERT_EQ(record_told(R"({"op":"steering.met","on":"2026-06-20","present":12,"parts":[1]})",
                          R"(minutes\":\"Mở thêm mười câu lạc bộ)")
                  .status,
              200U);
    const auto recorded = clock.now;
    clock.now += 600'000;
    const auto issued = post(fund + "/issued?kind=steering-pack&as_of=2026-06-30",
                             R"({"entry_id":")" + to_text(new_id()) + R"(","number":"01/HS-BCĐ"})");
    ASSERT_EQ(issued.status, 200U) << issued.body;
    const auto at = issued.body.find(R"("file":")");
    ASSERT_NE(at, std::string::npos);
    const auto file = fund + "/issued/" + issued.body.substr(at + 8, 64);
    const auto text = test::text_of_docx(get(file).body);
    const auto known = "theo những gì đã ghi đến " + report::instant_text(recorded) + ".";
    for (const std::string& part :
         {std::string("Số: 01/HS-BCĐ"), std::string("ngày 30 tháng 6 năm 2026"), known}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
    EXPECT_EQ(text.find("Mở thêm mười"), std::string::npos);  // what is erased lives in no file
    const auto changes = told(file + "/changes");
    EXPECT_NE(changes.find(R"("known_at":)" + std::to_string(recorded)), std::string::npos)
        << changes;
    EXPECT_NE(changes.find(R"("differences":[])"), std::string::npos) << changes;
}

TEST_F(ReportsOverHttp, TheBoardReadsConclusionsObstaclesAndAnswersIfTheReaderMay) {
    ASSERT_EQ(record_told(R"({"op":"steering.met","on":"2026-06-01","present":12,"parts":[1]})",
                          R"(minutes\":\"Mở thêm mười câu lạc bộ)")
                  .status,
              200U);
    const auto raise = [&](const std::string& id, const std::string& on) {
        return record_told(R"({"op":"obstacle.raised","on":")" + on + R"(","obstacle":")" + id +
                               R"(","subject":"loans","to":"province","parts":[1]})",
                           R"(note\":\"Vốn về chậm )" + id)
            .status;
    };
    const auto settle = [&](const std::string& id, const std::string& on) {
        return record_told(R"({"op":"obstacle.answered","on":")" + on + R"(","obstacle":")" + id +
                               R"(","outcome":"partly","parts":[1]})",
                           R"(note\":\"Sẽ cấp quý này )" + id)
            .status;
    };
    ASSERT_EQ(raise("0000000001", "2026-05-01"), 200U);
    ASSERT_EQ(raise("0000000002", "2026-05-02"), 200U);
    ASSERT_EQ(raise("0000000003", "2026-05-03"), 200U);
    ASSERT_EQ(settle("0000000001", "2026-05-20"), 200U);  // the board has heard of it
    ASSERT_EQ(settle("0000000002", "2026-06-10"), 200U);
    const auto told = pack();
    for (const char* part :
         {"Kết luận: Mở thêm mười câu lạc bộ", "Chưa trả lời. Nội dung: Vốn về chậm 0000000003",
          "Đã trả lời ngày 10/06/2026: xong một phần. Nội dung: Vốn về chậm 0000000002. Trả lời: "
          "Sẽ cấp quý này 0000000002"}) {
        EXPECT_NE(told.find(part), std::string::npos) << part << "\n" << told;
    }
    EXPECT_EQ(told.find("0000000001"), std::string::npos);
    EXPECT_NE(get("/reports/steering-pack?as_of=2026-06-30").body.find("Vốn về chậm"),
              std::string::npos);
    // A review goes to everybody, and says what everybody may read.
    const auto review = get("/api/v1/reports/interim-review?as_of=2026-06-30");
    EXPECT_EQ(test::text_of_docx(review.body).find("Vốn về chậm"), std::string::npos);
    become(6, app::Role::auditor);
    const auto audited = pack();
    EXPECT_EQ(audited.find("Mở thêm"), std::string::npos);
    EXPECT_EQ(audited.find("Vốn về chậm"), std::string::npos);
    EXPECT_NE(audited.find("có mặt 12 người"), std::string::npos);
}

TEST_F(ReportsOverHttp, OnTheScreenEachFigureOpensItsSource) {
    const std::string dates = "as_of=2026-06-30&amp;units_as_of=2026-06-30";
    const auto review = get("/reports/interim-review?as_of=2026-06-30");
    ASSERT_EQ(review.status, 200U) << review.body;
    EXPECT_NE(review.body.find(R"(<a href="/standing?)" + dates + "#T1\">"), std::string::npos);
    EXPECT_NE(review.body.find("/desk#/scheme/care_fund/list/2025/"), std::string::npos);
    EXPECT_NE(review.body.find("/api/v1/reports/interim-review?" + dates), std::string::npos);
    const auto english = get("/reports/interim-review?as_of=2026-06-30&lang=en");
    EXPECT_NE(english.body.find("interim review of the scheme: Whole province"), std::string::npos);
    EXPECT_NE(english.body.find("Measures"), std::string::npos);
    const auto sheet = get("/reports/club-sheet?as_of=2026-06-30&club=" + club);
    ASSERT_EQ(sheet.status, 200U) << sheet.body;
    EXPECT_NE(sheet.body.find("/clubs/" + club + "?" + dates), std::string::npos) << sheet.body;
    EXPECT_EQ(get("/reports/club-sheet?as_of=2026-06-30").status, 422U);
    EXPECT_EQ(get("/reports/nothing").status, 400U);
    become(6, app::Role::steering);
    EXPECT_EQ(get("/reports/commune-month?unit=14797").status,
              get("/api/v1/reports/commune-month?unit=14797").status);
}

TEST_F(ReportsOverHttp, AFigureOfTheAssociationsOpensItsYearItsBookOrItsMatter) {
    const auto id = to_text(province.units({}).value().units.front().id);
    ASSERT_EQ(
        record(province_fund, R"({"op":"care.opened","on":"2025-01-01","level":"province",)"
                              R"("cash":5,"bank":0,"goods":0,"free":5,"bound":[]},)"
                              R"({"op":"quota.assigned","on":"2025-01-02","year":2025,)"
                              R"("unit":")" +
                                  id + R"(","clubs":3},)" +
                                  R"({"op":"training.held","on":"2025-01-03",)"
                                  R"("topic":"software","days":1,"participants":2,"clubs":[]})")
            .status,
        200U);
    clock.now += 2'000;
    const auto shown = [&](const std::string& kind) {
        return get("/reports/" + kind + "?as_of=2025-12-31&year=2025").body;
    };
    const auto fund_link = "/desk#/scheme/care_fund/list/2025/" + to_text(province_fund);
    for (const char* kind : {"care-fund", "care-fund-levels"}) {
        EXPECT_NE(shown(kind).find(fund_link), std::string::npos) << shown(kind);
    }
    EXPECT_NE(shown("quotas").find("/desk#/scheme/quotas/list/2025/all/T%E1%BB%89nh"),
              std::string::npos)
        << shown("quotas");
    EXPECT_NE(shown("training").find("/desk#/scheme/training/" + to_text(province_fund) + "/2/2"),
              std::string::npos)
        << shown("training");
}

TEST_F(ReportsOverHttp, TheAnnexAndTheReviewTellTheSameOfTheFunds) {
    ASSERT_EQ(record(province_fund,
                     R"({"op":"care.opened","on":"2025-03-01","level":"province","cash":1,)"
                     R"("bank":0,"goods":0,"free":1,"bound":[]},)"
                     R"({"op":"care.received","on":"2025-04-01","level":"province",)"
                     R"("account":"cash","amount":70,"donor_kind":"firm"},)"
                     R"({"op":"care.received","on":"2025-09-01","level":"province",)"
                     R"("account":"cash","amount":20,"donor_kind":"firm"},)"
                     R"({"op":"care.year_reported","on":"2026-02-15","level":"province",)"
                     R"("year":2025,"received_money":100})")
                  .status,
              200U);
    clock.now += 2'000;
    const auto at = [&](core::Date day, report::Kind kind) {
        report::Asked asked{.kind = kind, .year = 2025};
        asked.question.as_of = day;
        return report::compose(province, asked).value();
    };
    const std::pair<core::Date, std::string> days[] = {{core::make_date(2025, 6, 30), "70"},
                                                       {core::make_date(2025, 12, 31), "100"},
                                                       {core::make_date(2026, 6, 30), "100"}};
    for (const auto& [day, money] : days) {
        const auto annex = at(day, report::Kind::care_fund_levels).lists.at("levels");
        ASSERT_EQ(annex.size(), 1U) << to_text(day);
        EXPECT_EQ(annex.front().at("money").number, money) << to_text(day);
        const auto years = at(day, report::Kind::final_review).lists.at("care_years");
        const auto year = std::ranges::find(
            years, "2025", [](const report::Fields& line) { return line.at("year").number; });
        ASSERT_NE(year, years.end()) << to_text(day);
        EXPECT_EQ(year->at("raised").number, money) << to_text(day);
    }
    EXPECT_EQ(rule_of(get("/api/v1/reports/care-fund?as_of=2025-06-30&year=2026")),
              "question.year.ahead");
    EXPECT_EQ(rule_of(get(fund + "/care?year=2030")), "question.year.ahead");
    // Of no year that was named the list names the one that answered.
    const auto id = to_text(new_id());
    const auto issue = [&] {
        return post(fund + "/issued?kind=care-fund-levels&as_of=2026-06-30",
                    R"({"entry_id":")" + id + R"("})");
    };
    const auto issued = issue();
    ASSERT_EQ(issued.status, 200U) << issued.body;
    EXPECT_EQ(issue().body, issued.body);
    EXPECT_TRUE(has(told("/api/v1/issued"), R"("kind":"care-fund-levels")"));
    EXPECT_TRUE(has(told("/api/v1/issued"), R"("year":2025)"));
    // The page's link shows the statement under the year that it is about.
    EXPECT_NE(get("/api/v1/matters/care_fund?year=2025").body.find("care.year_reported"),
              std::string::npos);
}

TEST_F(ReportsOverHttp, LoansOfSingleMembersAreOneSumUntilAReasonIsGiven) {
    lend();
    const std::string lent = "06/04/2020";
    const std::string of_club = "?as_of=2026-06-30&club=" + club;
    const auto sheets = [&](const std::string& kind) {
        const auto file = get("/api/v1/reports/" + kind + of_club);
        EXPECT_EQ(file.status, 200U) << file.body;
        return test::part_of(file.body, "xl/worksheets/sheet2.xml") +
               test::part_of(file.body, "xl/worksheets/sheet3.xml");
    };
    for (const std::string kind : {"club-sheet", "club-month"}) {
        const auto page = told("/reports/" + kind + of_club);
        EXPECT_TRUE(has(page, "Cộng 1 khoản") && has(page, "Chỉ có số cộng")) << page;
        EXPECT_TRUE(has(page, R"(action="/reasons)")) << page;
        EXPECT_FALSE(has(page, lent)) << page;
        EXPECT_TRUE(has(sheets(kind), "Cộng 1 khoản")) << kind;
    }
    EXPECT_EQ(rule_of(issue_sheet(new_id())), "reading.reason_needed");
    const auto given = post("/api/v1/reasons",
                            R"({"book":")" + club + R"(","reason":"Kiểm tra đơn của hội viên"})");
    ASSERT_EQ(given.status, 200U) << given.body;
    for (const std::string kind : {"club-sheet", "club-month"}) {
        const auto page = told("/reports/" + kind + of_club);
        EXPECT_TRUE(has(page, lent)) << page;
        EXPECT_FALSE(has(page, R"(action="/reasons)") || has(page, "Cộng 1 khoản")) << page;
        EXPECT_FALSE(has(sheets(kind), "Cộng 1 khoản")) << kind;
    }
    // Who took what of which club stands in the log.
    const auto logged = store->read_log().of_book(book_id(1), {clock.now + 1}, 1);
    ASSERT_EQ(logged.size(), 1U);
    EXPECT_EQ(logged.front().reason,
              "một tháng của câu lạc bộ · Liên thế hệ thôn Một · 30/06/2026");
}

TEST_F(ReportsOverHttp, AnIssuedPaperOfAClubOpensAsTheClubDoes) {
    lend();
    ASSERT_EQ(post("/api/v1/reasons",
                   R"({"book":")" + club + R"(","reason":"Kiểm tra đơn của hội viên"})")
                  .status,
              200U);
    const auto issued = issue_sheet(new_id());
    ASSERT_EQ(issued.status, 200U) << issued.body;
    const auto file =
        fund + "/issued/" + issued.body.substr(issued.body.find(R"("file":")") + 8, 64);
    EXPECT_EQ(get(file).status, 200U);
    const auto changes = told(file + "/changes");
    EXPECT_TRUE(has(changes, R"("differences":[])")) << changes;
    EXPECT_TRUE(has(changes, R"("club":"CLB thử")")) << changes;
    become(7, app::Role::province);
    for (const std::string more : {"", "/changes"}) {
        EXPECT_EQ(rule_of(get(file + more)), "reading.reason_needed") << more;
    }
    become(8, app::Role::steering);
    EXPECT_EQ(rule_of(get(file)), "reading.not_allowed");
    // Who may not open the club at all before a reason is asked for one on the screen.
    become(9, app::Role::auditor);
    const auto page = get("/reports/club-sheet?as_of=2026-06-30&club=" + club);
    EXPECT_EQ(page.status, 403U);
    EXPECT_TRUE(has(page.body, R"(action="/reasons)")) << page.body;
    EXPECT_EQ(rule_of(get("/api/v1/reports/club-sheet?as_of=2026-06-30&club=" + club)),
              "reading.reason_needed");
}

TEST_F(ReportsOverHttp, WhereItBeganOpensTheStandingOfThatDay) {
    report::Asked asked{.kind = report::Kind::final_review};
    asked.question.as_of = core::make_date(2026, 6, 30);
    const auto values = report::compose(province, asked).value();
    const auto baseline = to_text(report::date_of(values.fields.at("baseline")));
    const auto scheme = values.lists.at("measures").front().at("source").text;
    const auto page = told("/reports/final-review?as_of=2026-06-30");
    const std::string dates = "/standing?as_of=" + baseline;
    EXPECT_TRUE(has(
        page, "<a href=\"" + dates + "&amp;scheme=" + scheme + "&amp;units_as_of=2026-06-30\">"))
        << page;
    EXPECT_TRUE(has(told(dates + "&scheme=" + scheme + "&units_as_of=2026-06-30"),
                    "value=\"" + baseline + "\""));
}

TEST_F(ReportsOverHttp, NoDayAheadAndNoReviewBeforeTheSchemeBegins) {
    for (const std::string kind : {"interim-review", "steering-pack", "clubs-by-commune"}) {
        EXPECT_EQ(rule_of(get("/api/v1/reports/" + kind + "?as_of=2026-07-01")),
                  "report.as_of.future")
            << kind;
        EXPECT_EQ(get("/reports/" + kind + "?as_of=2035-01-01").status, 422U) << kind;
    }
    const std::string before = "?as_of=2020-09-29&units_as_of=2026-06-30&scheme=thanh-hoa-5133";
    for (const std::string kind : {"interim-review", "final-review"}) {
        EXPECT_EQ(rule_of(get("/api/v1/reports/" + kind + before)), "report.scheme.not_begun");
    }
    EXPECT_EQ(get("/api/v1/reports/steering-pack" + before).status, 200U);
}

TEST_F(ReportsOverHttp, ConclusionsAreDraftedOfReportsThatAreOwed) {
    const auto asks = [&](const std::string& report, const std::string& due) {
        return record(province_fund, R"({"op":"report.due","on":"2026-01-05","report":")" + report +
                                         R"(","kind":"year","unit":")" + first + R"(","due":")" +
                                         due + "\"}")
            .status;
    };
    const auto step = [&](const std::string& op) {
        return record(province_fund,
                      R"({"op":"report.)" + op + R"(","on":"2026-06-01","report":"0000000001"})")
            .status;
    };
    ASSERT_EQ(asks("0000000001", "2026-05-31"), 200U);
    ASSERT_EQ(asks("0000000002", "2026-12-31"), 200U);
    const std::string owed = "nộp báo cáo năm quá hạn từ ngày 31/05/2026; hoàn thành trước ngày ……";
    const auto said = pack();
    EXPECT_TRUE(has(said, owed)) << said;
    EXPECT_FALSE(has(said, "31/12/2026; hoàn thành")) << said;
    ASSERT_EQ(step("submitted"), 200U);
    EXPECT_FALSE(has(pack(), owed));
    ASSERT_EQ(step("returned"), 200U);
    EXPECT_TRUE(has(pack(), owed));
    EXPECT_TRUE(has(told("/reports/steering-pack?as_of=2026-06-30"), owed));
}

TEST_F(ReportsOverHttp, AMeetingOpensItsEntry) {
    record_all(books,
               {make_entry(1, 960,
                           R"({"op":"meeting.held","on":"2020-09-10","meeting":"00000000Q3",)"
                           R"("kind":"regular","present_count":3,"guests":0,"areas":[],)"
                           R"("entered_from":"paper"})")});
    clock.now += 2'000;
    const auto entry =
        "/books/" + club + "/" + std::to_string(store->book(book_id(1))->head.last_seq);
    const auto page = told("/reports/club-sheet?as_of=2026-06-30&club=" + club);
    EXPECT_TRUE(has(page, "<a href=\"" + entry + "?")) << page;
    EXPECT_EQ(get(entry).status, 200U);
}

TEST_F(ReportsOverHttp, AClubsPageListsMeetingsUntilItsDayEachWithItsEntry) {
    for (const auto& [n, id, on] : {std::tuple(910, "00000000Q4", "2020-09-10"),
                                    std::tuple(911, "00000000Q5", "2020-10-10")}) {
        record_all(books, {make_entry(1, n,
                                      std::string(R"({"op":"meeting.held","on":")") + on +
                                          R"(","meeting":")" + id +
                                          R"(","kind":"regular","present_count":3,"guests":0,)"
                                          R"("areas":[],"entered_from":"paper"})")});
    }
    clock.now += 2'000;
    const auto last = store->book(book_id(1))->head.last_seq;
    const auto entry = "<a href=\"/books/" + club + "/";
    const auto then = told("/clubs/" + club + "?as_of=2020-09-30");
    EXPECT_TRUE(has(then, entry + std::to_string(last - 1) + "?as_of=2020-09-30")) << then;
    EXPECT_TRUE(has(then, ">10/09/2020</a>")) << then;
    EXPECT_FALSE(has(then, "10/10/2020")) << then;
    const auto later = told("/clubs/" + club + "?as_of=2020-10-31");
    EXPECT_TRUE(has(later, entry + std::to_string(last))) << later;
    EXPECT_EQ(get("/books/" + club + "/" + std::to_string(last)).status, 200U);
}

TEST_F(ReportsOverHttp, MeetingsStandByTheirDays) {
    const auto meeting = [](std::uint64_t n, const std::string& id, const std::string& on) {
        return make_entry(1, n,
                          R"({"op":"meeting.held","on":")" + on + R"(","meeting":")" + id +
                              R"(","kind":"regular","present_count":3,"guests":0,"areas":[],)"
                              R"("entered_from":"paper"})");
    };
    record_all(books, {meeting(900, "00000000Q2", "2020-09-10")});
    record_all(books, {meeting(901, "00000000Q1", "2020-10-10")});
    clock.now += 2'000;
    report::Asked asked{.kind = report::Kind::club_sheet};
    asked.question.as_of = core::make_date(2026, 6, 30);
    asked.club = book_id(1);
    const auto meetings = report::compose(province, asked).value().lists.at("meetings");
    ASSERT_GE(meetings.size(), 2U);
    EXPECT_TRUE(std::ranges::is_sorted(
        meetings, {}, [](const report::Fields& line) { return report::date_of(line.at("on")); }));
}

}  // namespace
}  // namespace lth::tests
