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
    // With the second factor set up.
    void become_province() {
        const auto account = make_officer(*store, 9, app::Role::province);
        put_totp(*store, account);
        token = sign_in(account);
    }
    static std::string answered(const std::string& obstacle) {
        return R"({"op":"obstacle.answered","on":"2020-06-20","obstacle":")" + obstacle +
               R"(","outcome":"done"})";
    }
    void open_book() {
        const auto answer = record(registered);
        ASSERT_EQ(answer.status, 200U) << answer.body;
    }

    // A club on its way.
    http::Response found(std::string_view ops) {
        return post(founding + "/entries", entry_body(new_id(), ops));
    }
    std::string way() { return told("/api/v1/my/register?book=" + to_text(book_id(60))); }
    // As it stands in a book that an older program kept: nothing is judged.
    void recorded_once(const core::BookId& id, std::string_view ops) {
        const auto head = store->book(id)->head;
        auto entry = make_entry(60, head.last_seq + 1, ops, 3);
        entry.book_id = id;
        const auto sealed = core::seal(head, entry, clock.now, {});
        app::Book folded(core::BookKind::club);
        for (const auto& before : store->entries(id, 0, {})) folded.apply(before);
        folded.apply(sealed);
        const app::BookWrite write{.book = id,
                                   .before = head,
                                   .entries = {sealed},
                                   .changes = folded.rows(),
                                   .all_rows = true};
        ASSERT_EQ(store->append({write}, app::Urgency::interactive).get().front(),
                  app::Appended::done);
    }

    const std::string founding = "/api/v1/books/" + to_text(book_id(60));
    const std::string proposed =
        R"({"op":"club.proposed","on":"2020-06-10","name":"Bên Sông","seat_village":")" +
        to_text(core::VillageId{}) + R"(","villages":[")" + to_text(core::VillageId{}) + R"("]})";
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
    become_province();
    ASSERT_EQ(record(answered("0000000001")).status, 200U);
    EXPECT_NE(told("/api/v1/matters/obstacles?filter=open").find(R"("total":0,"open":0)"),
              std::string::npos);
    const auto all = told("/api/v1/matters/obstacles");
    EXPECT_NE(all.find(R"("state":"closed")"), std::string::npos) << all;
    EXPECT_NE(all.find("obstacle.answered"), std::string::npos) << all;
    const auto one = told("/api/v1/matters/obstacles?seq=3");
    EXPECT_NE(one.find(R"("total":1)"), std::string::npos) << one;
    const auto raiser = one.find(R"("by":"commune")");
    EXPECT_NE(raiser, std::string::npos) << one;
    EXPECT_NE(one.find(R"("by":"province")", raiser), std::string::npos) << one;
    EXPECT_NE(told("/api/v1/matters/obstacles?seq=9").find(R"("total":0)"), std::string::npos);
    EXPECT_NE(told("/api/v1/matters/obstacles?year=2019").find(R"("total":0)"), std::string::npos);
    EXPECT_NE(told("/api/v1/matters/obstacles?q=hoi%20thu").find(R"("total":1)"),
              std::string::npos);
    EXPECT_NE(told("/api/v1/matters/plans").find(R"("total":0)"), std::string::npos);
}

TEST_F(SchemeWork, WhoAnObstacleIsAddressedToAnswersIt) {
    open_book();
    const auto raised = [](const std::string& id, const std::string& to) {
        return R"({"op":"obstacle.raised","on":"2020-06-10","obstacle":")" + id +
               R"(","subject":"loans","to":")" + to + R"("})";
    };
    const auto take_back = [](const core::EntryId& entry, const std::string& on) {
        return R"({"op":"op.reversed","on":")" + on + R"(","entry_id":")" + to_text(entry) +
               R"(","op_index":0})";
    };
    const auto own = new_id();
    ASSERT_EQ(post(fund + "/entries", entry_body(own, raised("0000000001", "province"))).status,
              200U);
    const auto by_itself = record(answered("0000000001"));
    EXPECT_EQ(by_itself.status, 403U) << by_itself.body;
    EXPECT_EQ(rule_of(by_itself), "role.obstacle.addressed");
    EXPECT_NE(by_itself.body.find(R"("op_index":0)"), std::string::npos) << by_itself.body;
    EXPECT_EQ(rule_of(record(raised("0000000002", "district") + "," + answered("0000000002"))),
              "role.obstacle.addressed");
    EXPECT_EQ(record(take_back(own, "2020-06-10")).status, 200U);
    EXPECT_EQ(record(raised("0000000003", "commune") + "," + answered("0000000003")).status, 200U);

    ASSERT_EQ(record(raised("0000000004", "province")).status, 200U);
    const auto commune = token;
    become_province();
    const auto answer = new_id();
    ASSERT_EQ(post(fund + "/entries", entry_body(answer, answered("0000000004"))).status, 200U);
    const auto above = token;
    token = commune;
    EXPECT_EQ(rule_of(record(take_back(answer, "2020-06-20"))), "role.obstacle.addressed");
    token = above;
    EXPECT_EQ(record(take_back(answer, "2020-06-20")).status, 200U);
}

TEST_F(SchemeWork, AnEntrysPageSaysItsAmountsInWords) {
    open_book();
    ASSERT_EQ(record(opened).status, 200U);
    ASSERT_EQ(record(R"({"op":"care.received","on":"2020-06-02","level":"commune",)"
                     R"("account":"cash","amount":1250000,"donor_kind":"firm"})")
                  .status,
              200U);
    const auto page = "/books/" + to_text(association) + "/3";
    EXPECT_NE(told(page).find("<dt>Số tiền</dt>\n<dd>1.250.000 đ</dd>"), std::string::npos);
    EXPECT_NE(told(page + "?lang=en").find("<dt>Amount</dt>"), std::string::npos);
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

TEST_F(SchemeWork, AReportThatIsHandedInIsNotLate) {
    open_book();
    const auto due = make_entry(77, 1,
                                R"({"op":"report.due","on":"2020-06-01","report":"0000000006",)"
                                R"("kind":"year","due":"2020-06-15","unit":")" +
                                    to_text(commune_unit) + "\"}");
    ASSERT_TRUE(books.record(due, {.account = {}}));
    const std::string late = "/api/v1/matters/reports?filter=late";
    EXPECT_NE(told(late).find(R"("total":1)"), std::string::npos);
    ASSERT_EQ(record(R"({"op":"report.submitted","on":"2020-06-20","report":"0000000006"})").status,
              200U);
    EXPECT_NE(told(late).find(R"("total":0,"open":1,"late":0)"), std::string::npos);
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

TEST_F(SchemeWork, APledgeIsOpenUntilAllOfItCame) {
    open_book();
    ASSERT_EQ(record(R"({"op":"pledge.made","on":"2020-06-10","pledge":"0000000005",)"
                     R"("level":"commune","donor_kind":"firm","amount":1000000})")
                  .status,
              200U);
    const auto met = [&](int amount) {
        const auto answer =
            record(R"({"op":"pledge.met","on":"2020-06-20","pledge":"0000000005","amount":)" +
                   std::to_string(amount) + "}");
        ASSERT_EQ(answer.status, 200U) << answer.body;
    };
    met(400'000);
    EXPECT_NE(told("/api/v1/matters/pledges?filter=open").find(R"("state":"open")"),
              std::string::npos);
    met(600'000);
    const auto all = told("/api/v1/matters/pledges");
    EXPECT_NE(all.find(R"("total":1,"open":0)"), std::string::npos) << all;
    EXPECT_NE(all.find(R"("state":"closed")"), std::string::npos) << all;
}

TEST_F(SchemeWork, MattersAreSorted) {
    open_book();
    ASSERT_EQ(record(opened).status, 200U);
    const auto grant = [&](const std::string& id, const std::string& on, int amount) {
        const auto answer =
            record(R"({"op":"care.granted","on":")" + on + R"(","grant":")" + id + R"(","club":")" +
                   to_text(book_id(1)) + R"(","level":"commune","account":"cash",)" +
                   R"("to":"operating","purpose":"club_management","amount":)" +
                   std::to_string(amount) + "}");
        ASSERT_EQ(answer.status, 200U) << answer.body;
    };
    grant("0000000003", "2020-06-10", 500'000);
    grant("0000000004", "2020-06-20", 300'000);
    const std::string matters = "/api/v1/matters/care_fund";
    EXPECT_EQ(in_pages(matters, "seq"), "4, 3 | 2");  // what is open first
    EXPECT_EQ(in_pages(matters + "?sort=oldest", "seq"), "2, 3 | 4");
    EXPECT_EQ(in_pages(matters + "?sort=amount", "seq"), "3, 4 | 2");
    EXPECT_EQ(in_pages(matters + "?sort=owner", "seq"), "4, 3 | 2");  // of one book: as before
}

TEST_F(SchemeWork, VisitsAreSorted) {
    launch(2, "Hồ 10");
    launch(3, "Hồ 2");
    open_book();
    const auto visit = [&](const std::string& id, std::uint64_t club, const std::string& more) {
        const auto answer = record(R"({"on":"2020-06-10","visit":"000000000)" + id +
                                   R"(","club":")" + to_text(book_id(club)) + "\"," + more + "}");
        ASSERT_EQ(answer.status, 200U) << answer.body;
    };
    const auto due = [](const std::string& day) {
        return R"("op":"visit.planned","due":")" + day + "\"";
    };
    const std::string made = R"("op":"visit.made","checklist":[],"findings":0)";
    visit("1", 1, made);
    visit("2", 2, due("2020-10-01"));
    visit("3", 1, due("2020-09-20"));
    const std::string visits = "/api/v1/my/visits";
    EXPECT_EQ(in_pages(visits + "?sort=name", "name"), "Hồ 2, Hồ 10 | Liên thế hệ thôn Một");
    EXPECT_EQ(in_pages(visits + "?sort=planned", "name"), "Liên thế hệ thôn Một, Hồ 10 | Hồ 2");
    const auto longest = in_pages(visits + "?sort=longest_ago", "name");
    EXPECT_TRUE(longest.ends_with(" | Liên thế hệ thôn Một")) << longest;
    EXPECT_EQ(in_pages("/api/v1/matters/supervision?sort=due", "seq"), "4, 3 | 2");
}

TEST_F(SchemeWork, ListsOfClubsAreSorted) {
    launch(2, "Hồ 10");
    launch(3, "Hồ 2");
    const auto running = [&](const std::string& sort) {
        return in_pages("/api/v1/my/register?stage=running&sort=" + sort, "name");
    };
    EXPECT_EQ(running("name"), "Hồ 2, Hồ 10 | Liên thế hệ thôn Một");
    EXPECT_EQ(running("newest"), running("entered"));  // launched on one day
    const auto mine = [&](const std::string& sort) {
        return in_pages("/api/v1/my/clubs?sort=" + sort, "name");
    };
    EXPECT_EQ(mine("name"), running("name"));
    EXPECT_EQ(in_pages("/api/v1/my/work?on=2020-06-20", "name"), running("name"));
    EXPECT_EQ(mine("quiet"), "Liên thế hệ thôn Một, Hồ 10 | Hồ 2");
    ASSERT_EQ(post(book + "/entries", entry_body(new_id(), dues)).status, 200U);
    EXPECT_EQ(mine("quiet"), "Hồ 10, Hồ 2 | Liên thế hệ thôn Một");
    (void)make_case();
    EXPECT_TRUE(mine("cases").starts_with("Liên thế hệ thôn Một, "));
}

TEST_F(SchemeWork, AWrongStepOfAFoundingIsRefusedOrTakenBack) {
    ASSERT_EQ(found(proposed).status, 200U);
    EXPECT_NE(way().find(R"("status":"proposed")"), std::string::npos) << way();
    const auto early = found(R"({"op":"club.decided","on":"2020-06-01","number":"1/QĐ"})");
    EXPECT_EQ(rule_of(early), "club.life_order");
    EXPECT_NE(early.body.find(R"("field":"on")"), std::string::npos) << early.body;
    const auto id = new_id();
    const auto decided =
        post(founding + "/entries",
             entry_body(id, R"({"op":"club.decided","on":"2020-06-12","number":"1/QĐ"})"));
    ASSERT_EQ(decided.status, 200U) << decided.body;
    const std::string item = R"({"op":"dossier.item","on":"2020-06-12","item":"plan","done":true})";
    ASSERT_EQ(found(item).status, 200U);
    const auto there = way();
    EXPECT_NE(there.find(R"("status":"decided")"), std::string::npos) << there;
    EXPECT_NE(there.find(R"("undoable":{"op":"club.decided","on":"2020-06-12","seq":2,)"
                         R"("op_index":0})"),
              std::string::npos)
        << there;
    ASSERT_EQ(found(R"({"op":"op.reversed","on":"2020-06-12","entry_id":")" + to_text(id) +
                    R"(","op_index":0})")
                  .status,
              200U);
    const auto back = way();
    EXPECT_NE(back.find(R"("status":"proposed")"), std::string::npos) << back;
    EXPECT_NE(back.find(R"("undoable":{"op":"club.proposed")"), std::string::npos) << back;
    // On what rests on a step it is not offered.
    EXPECT_EQ(told("/api/v1/my/register?stage=running").find(R"("undoable")"), std::string::npos);
}

TEST_F(SchemeWork, ADecisionThatStandsBeforeItsProposalCounts) {
    ASSERT_EQ(found(proposed).status, 200U);
    recorded_once(book_id(60), R"({"op":"club.decided","on":"2020-05-10","number":"1/QĐ"})");
    const auto there = way();
    EXPECT_NE(there.find(R"("status":"decided")"), std::string::npos) << there;
    EXPECT_EQ(rule_of(found(R"({"op":"club.decided","on":"2020-06-12","number":"2/QĐ"})")),
              "club.wrong_status");
    EXPECT_EQ(found(R"({"op":"club.launched","on":"2020-06-20"})").status, 200U);
    EXPECT_NE(way().find(R"("status":"active")"), std::string::npos) << way();
}

TEST_F(SchemeWork, WhatMakesNoSenseIsRefused) {
    open_book();
    for (const auto* target : {"/api/v1/matters/nothing", "/api/v1/matters/plans?filter=some",
                               "/api/v1/matters/plans?year=12", "/api/v1/matters/plans?limit=501",
                               "/api/v1/my/register?stage=none"}) {
        const auto answer = get(target);
        EXPECT_EQ(answer.status, 400U) << target;
    }
    for (const auto* list : {"matters/plans", "my/clubs", "my/register", "my/visits"}) {
        const auto answer = get("/api/v1/" + std::string(list) + "?sort=none");
        EXPECT_EQ(answer.status, 400U) << list;
        EXPECT_EQ(rule_of(answer), "question.choice.unknown") << list;
    }
    EXPECT_EQ(rule_of(get("/api/v1/matters/nothing")), "question.choice.unknown");
    EXPECT_EQ(get(fund + "/care").status, 400U);
    EXPECT_EQ(rule_of(get("/api/v1/matters/plans?book=" + to_text(book_id(9)))),
              "reading.not_allowed");
    EXPECT_EQ(rule_of(get("/api/v1/books/" + to_text(book_id(9)) + "/care?year=2020")),
              "reading.not_allowed");
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
    const auto lines = store->read_log().latest({clock.now + 1}, 10);
    ASSERT_EQ(lines.size(), 2U);  // what was refused left nothing
    EXPECT_EQ(lines.front().what, app::ReadWhat::list);
    EXPECT_EQ(lines.front().reason, "Kế hoạch");
}

TEST_F(SchemeWork, AProvincesTableIsWholeInItsWorkbook) {
    const auto table = [](std::size_t rows, std::string_view row) {
        std::string text =
            R"({"title":"Quỹ Chăm sóc","issued_on":"2020-06-30","columns":[)"
            R"({"heading":"Ngày","kind":"date"},{"heading":"Nội dung","kind":"text"},)"
            R"({"heading":"Số tiền","kind":"money"}],"rows":[)";
        for (std::size_t i = 0; i < rows; ++i) text.append(i == 0 ? "" : ",").append(row);
        return text + "]}";
    };
    const auto whole =
        table(50'000, R"(["2020-06-01","Thu ủng hộ; Cấp: tỉnh; Nguồn: doanh nghiệp; )"
                      R"(Tên: Công ty một thành viên của tỉnh; chỉ định cho sức khoẻ",)"
                      R"("400000"])");
    EXPECT_GT(whole.size(), http::max_sync_bytes);
    const auto made = post("/api/v1/workbook", whole);
    ASSERT_EQ(made.status, 200U) << made.body;
    EXPECT_TRUE(made.body.starts_with("PK"));
    EXPECT_EQ(rule_of(post("/api/v1/workbook", table(200'001, R"(["","",""])"))),
              "entry.out_of_range");
}

TEST_F(SchemeWork, MembersOfTheSteeringBoardAreNamedApart) {
    open_book();
    become_province();
    auto body = entry_body(new_id(), R"({"op":"steering.set","on":"2020-06-10","members":2,)"
                                     R"("document":"12/QĐ-UBND","parts":[1]})");
    body.pop_back();
    body += R"(,"private":[{"part":1,"class":"name","salt":"00112233445566778899aabbccddeeff",)"
            R"("text":"{\"signers\":\"Lê Văn An, trưởng ban\\nVũ Thị Bình, thư ký\"}"}]})";
    const auto answer = post(fund + "/entries", body);
    ASSERT_EQ(answer.status, 200U) << answer.body;
    EXPECT_TRUE(told("/api/v1/matters/steering").contains("Vũ Thị Bình, thư ký"));
    EXPECT_TRUE(told(fund + "/entries").contains("Lê Văn An, trưởng ban"));
    token = sign_in(make_officer(*store, 8, app::Role::steering));
    const auto list = told("/api/v1/matters/steering");
    EXPECT_TRUE(list.contains("12/QĐ-UBND")) << list;
    EXPECT_FALSE(list.contains("Vũ Thị Bình")) << list;
}

TEST_F(SchemeWork, AssociationsStandInTheOrderOfTheAlphabet) {
    std::uint64_t n = 80;
    for (const auto* name : {"Hội Đông Sơn", "Hội Hàm Rồng", "Hội Hạc Thành", "Hội Cẩm Thủy"}) {
        const auto entry = make_entry(
            ++n, 1,
            R"({"op":"association.registered","on":"2020-06-01","unit":")" + to_text(commune_unit) +
                R"(","level":"commune","name":")" + name + R"("})");
        const app::Sender sender{.account = {}, .opens = core::BookKind::association};
        ASSERT_TRUE(books.record(entry, sender));
    }
    for (const auto* list : {"my/associations", "associations"}) {
        const auto said = told("/api/v1/" + std::string(list));
        std::size_t last = 0;
        for (const auto* name : {"Cẩm Thủy", "Đông Sơn", "Hạc Thành", "Hàm Rồng"}) {
            const auto at = said.find(name);
            ASSERT_NE(at, std::string::npos) << said;
            EXPECT_LT(last, at) << said;
            last = at;
        }
    }
}

}  // namespace
}  // namespace lth::tests
