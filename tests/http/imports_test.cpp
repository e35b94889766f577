// Spreadsheets over HTTP: looked at, written, stopped, taken back; by whom, and of which clubs.
#include <gmock/gmock.h>

#include "http/limits.hpp"
#include "support/http/office.hpp"

namespace lth::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view two_clubs =
    "Huyện;Xã;Khu dân cư;Tên CLB;Chương trình;Ngày ra mắt;Số thành viên\n"
    "Thành phố Thanh Hóa;Phường Hàm Rồng;Thôn 1;CLB Hàm Rồng;Dự án VIE 022;12/5/2018;55\n"
    "380;14758;Thôn 1, Thôn 2;CLB Đông Thọ;Đề án riêng;1/6/2019;60\n";
constexpr std::string_view three_members =
    "Câu lạc bộ;Họ và tên;Năm sinh;Giới tính\n"
    "CLB Hàm Rồng;Lê Thị Mận;1950;Nữ\n"
    "CLB Hàm Rồng;Lê Văn Cam;1948;Nam\n"
    "CLB Hàm Rồng;Lê Thị Na;1952;Nữ\n";

class Imports : public OfficeOverHttp {
protected:
    Imports() {
        clock.now = 1'764'000'000'000;  // 24 November 2025
        above = whoever(2, app::Role::administrator);
        token = sign_in(above);
    }
    core::AccountId whoever(std::uint8_t n, app::Role role) {
        const auto account = make_officer(*store, n, role);
        put_totp(*store, account);
        return account;
    }
    http::Response hand_in(std::string_view kind, std::string_view content,
                           std::string_view more = {}) {
        auto request = sent(http::Method::post, "/api/v1/imports?kind=" + std::string(kind) +
                                                    "&name=bang.csv" + std::string(more));
        request.content_type = "application/octet-stream";
        request.body = content;
        return http::answer(request, services);
    }
    std::string mine() {
        imports.settle();
        return get("/api/v1/imports/mine").body;
    }
    std::string looked_at(std::string_view kind, std::string_view content,
                          std::string_view more = {}) {
        const auto taken = hand_in(kind, content, more);
        EXPECT_EQ(taken.status, 200U) << taken.body;
        return mine();
    }
    std::string written() {
        const auto begun = post("/api/v1/imports/mine/write");
        EXPECT_EQ(begun.status, 200U) << begun.body;
        return mine();
    }
    std::string job_of(std::string_view list) {
        const auto at = list.find(R"("id":")");
        return at == std::string_view::npos ? std::string() : std::string(list.substr(at + 6, 36));
    }
    void found_clubs() {
        EXPECT_THAT(looked_at("register", two_clubs), HasSubstr(R"("error_count":0)"));
        EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    }
    std::size_t members_of(std::string_view name) {
        std::size_t members = 0;
        for (const auto& info : store->books()) {
            if (info.kind != core::BookKind::club) continue;
            const auto rows = store->club_rows(info.id);
            if (!rows.club || rows.club->name != name) continue;
            members += static_cast<std::size_t>(std::ranges::count_if(
                rows.members, [](const auto& member) { return !member.left; }));
        }
        return members;
    }

    core::AccountId above;
};

TEST_F(Imports, AFileIsLookedAtWrittenListedAndTakenBack) {
    const auto looked = looked_at("register", two_clubs);
    EXPECT_THAT(looked, HasSubstr(R"("stage":"ready")"));
    EXPECT_THAT(looked, HasSubstr(R"("rows":2)"));
    EXPECT_THAT(looked, HasSubstr(R"("letter":"D","heading":"Tên CLB","known":")"));
    EXPECT_THAT(looked, HasSubstr(R"("row":2,"cells":["Thành phố Thanh Hóa",)"));
    EXPECT_THAT(get("/api/v1/imports").body, HasSubstr(R"("imports":[],"total":0)"));
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    const auto list = get("/api/v1/imports").body;
    EXPECT_THAT(list, HasSubstr(R"("source":"bang.csv","state":"done")"));
    EXPECT_THAT(list, HasSubstr(R"("by":"Cán bộ 2")"));
    // The same again says nothing new.
    EXPECT_THAT(looked_at("register", two_clubs), HasSubstr(R"("unchanged":2)"));
    EXPECT_EQ(rule_of(post("/api/v1/imports/mine/write")), "import.nothing_to_write");

    const auto job = job_of(list);
    ASSERT_EQ(post("/api/v1/imports/" + job + "/undo").status, 200U);
    EXPECT_THAT(mine(), HasSubstr(R"("kind":"undo","file":"bang.csv","stage":"ready")"));
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    EXPECT_THAT(get("/api/v1/imports").body, HasSubstr(R"("state":"undone")"));
    EXPECT_EQ(rule_of(post("/api/v1/imports/" + job + "/undo")), "import.undone_already");
    EXPECT_THAT(looked_at("register", two_clubs), HasSubstr(R"("unchanged":0)"));
}

TEST_F(Imports, EntriesAreTheOfficers) {
    found_clubs();
    std::size_t by_him = 0;
    store->each_entry([&](const core::SealedEntry& sealed) {
        by_him += sealed.entry.author == above && sealed.seal.sent_by == above ? 1 : 0;
    });
    EXPECT_GT(by_him, 2U);
}

TEST_F(Imports, WithErrorsNothingIsWritten) {
    const auto looked =
        looked_at("register", "Xã;Tên CLB;Số thành viên\nXã Không Có;CLB A;nhiều lắm\n");
    EXPECT_THAT(looked, HasSubstr(R"("error_count":2)"));
    EXPECT_THAT(looked, HasSubstr(R"("row":2,"column":"Số thành viên","found":"nhiều lắm")"));
    EXPECT_THAT(looked, HasSubstr("Không có xã «Xã Không Có»"));  // in the same round
    EXPECT_EQ(rule_of(post("/api/v1/imports/mine/write")), "import.has_errors");
    EXPECT_THAT(looked_at("register", "Xã;Tên CLB;Số thành viên\nXã Không Có;CLB A;20\n"),
                HasSubstr("Không có xã «Xã Không Có»"));
    EXPECT_THAT(looked_at("members", std::string("PK\x03\x04", 4) + "not a zip"),
                HasSubstr(R"("error_count":1)"));
    EXPECT_THAT(get("/api/v1/imports").body, HasSubstr(R"("imports":[],"total":0)"));
}

TEST_F(Imports, WhatIsWrongIsToldInOneRound) {
    found_clubs();
    const auto looked = looked_at("members",
                                  "Câu lạc bộ;Họ và tên;Năm sinh;Giới tính;Ngày vào\n"
                                  "CLB Hàm Rồng;Lê Thị Mận;1950;Nữ;hôm nào đó\n"
                                  "CLB Không Có;Lê Văn Cam;1948;Nam;\n"
                                  "CLB Hàm Rồng;Lê Thị Na;2024;Nữ;1/1/2020\n"
                                  "CLB Hàm Rồng;Lê Thị Hoa;1950;Nữ;1/1/2199\n"
                                  "CLB Hàm Rồng;Lê Thị Lựu;1951;Nữ;\n");
    EXPECT_THAT(looked, HasSubstr(R"("rows":5)"));
    EXPECT_THAT(looked, HasSubstr(R"("error_count":4)")) << looked;
    for (const auto* row : {R"("row":2)", R"("row":3)", R"("row":4)", R"("row":5)"}) {
        EXPECT_THAT(looked, HasSubstr(row));
    }
}

TEST_F(Imports, OnlyBehindAnothersFileItWaits) {
    EXPECT_THAT(hand_in("register", two_clubs).body, HasSubstr(R"("stage":"reading")"));
}

TEST_F(Imports, AnUndoTellsWhatWasCorrectedSince) {
    found_clubs();
    clock.now += 1;  // the latest import stands first
    (void)looked_at("members", three_members);
    (void)written();
    const auto job = job_of(get("/api/v1/imports").body);
    (void)looked_at("members",
                    "Câu lạc bộ;Họ và tên;Năm sinh;Giới tính\nCLB Hàm Rồng;Lê Thị Mận;1950;Nam\n",
                    "&partial=yes");
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    ASSERT_EQ(post("/api/v1/imports/" + job + "/undo").status, 200U);
    const auto looked = mine();
    EXPECT_THAT(looked, HasSubstr(R"("sheet":"CLB Hàm Rồng")"));
    EXPECT_THAT(looked, HasSubstr(R"({"name":"op","value":"member.corrected"})"));
}

TEST_F(Imports, AHeadingThatNobodyKnowsIsGivenAColumn) {
    found_clubs();
    constexpr std::string_view odd =
        "Câu lạc bộ;Ai đây;Sinh hồi nào\nCLB Hàm Rồng;Lê Thị Mận;1950\n";
    EXPECT_THAT(looked_at("members", odd), Not(HasSubstr(R"("error_count":0)")));
    const auto chosen = ask(http::Method::put, "/api/v1/imports/mine",
                            R"({"columns":[{"sheet":0,"at":1,"column":"Họ và tên"},)"
                            R"({"sheet":0,"at":2,"column":"Ngày sinh hoặc năm sinh"}],)"
                            R"("rows":[],"known":[],"legal_basis":"","partial":true})");
    ASSERT_EQ(chosen.status, 200U) << chosen.body;
    const auto looked = mine();
    EXPECT_THAT(looked, HasSubstr(R"("error_count":0)")) << looked;
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    EXPECT_EQ(members_of("CLB Hàm Rồng"), 1U);
}

TEST_F(Imports, ALongHeadingAndOneOfTwoAlikeAreGivenColumns) {
    found_clubs();
    const std::string most_words(120, 'x');
    const auto odd = "Câu lạc bộ;" + most_words + ";Ghi;Ghi\nCLB Hàm Rồng;Lê Thị Mận;1950;Nữ\n";
    EXPECT_THAT(looked_at("members", odd),
                HasSubstr("\"heading\":\"" + std::string(80, 'x') + "…"));
    const auto chosen = ask(http::Method::put, "/api/v1/imports/mine",
                            R"({"columns":[{"sheet":0,"at":1,"column":"Họ và tên"},)"
                            R"({"sheet":0,"at":3,"column":"Giới tính"},)"
                            R"({"sheet":9,"at":3,"column":"Giới tính"},)"
                            R"({"sheet":0,"at":99,"column":"Giới tính"}],)"
                            R"("rows":[],"known":[],"legal_basis":"","partial":true})");
    ASSERT_EQ(chosen.status, 200U) << chosen.body;
    const auto looked = mine();
    EXPECT_THAT(looked, HasSubstr(R"("error_count":0)")) << looked;
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    EXPECT_EQ(members_of("CLB Hàm Rồng"), 1U);
}

TEST_F(Imports, WhatAnotherWroteMeanwhileIsNotWrittenAgain) {
    const auto first = token;
    const auto second = sign_in(whoever(4, app::Role::province));
    (void)looked_at("register", two_clubs);
    token = second;
    (void)looked_at("register", two_clubs);
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    const auto books = store->books().size();
    token = first;
    const auto moved = written();
    EXPECT_THAT(moved, HasSubstr(R"("stage":"ready")"));
    EXPECT_THAT(moved, HasSubstr(R"("unchanged":2)"));
    EXPECT_THAT(moved, HasSubstr(R"("moved":true)"));
    EXPECT_EQ(store->books().size(), books);
    EXPECT_EQ(rule_of(post("/api/v1/imports/mine/write")), "import.nothing_to_write");
}

TEST_F(Imports, WhatAnotherWroteElsewhereDoesNotHoldAFileUp) {
    found_clubs();
    const auto first = token;
    (void)looked_at("members", three_members);
    token = sign_in(whoever(4, app::Role::province));
    (void)looked_at("members",
                    "Câu lạc bộ;Họ và tên;Năm sinh;Giới tính\nCLB Đông Thọ;Lê Văn Tư;1949;Nam\n");
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    token = first;
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    EXPECT_EQ(members_of("CLB Hàm Rồng"), 3U);
    EXPECT_EQ(members_of("CLB Đông Thọ"), 1U);
}

TEST_F(Imports, OnlyTheLastOfManyFilesIsKept) {
    for (int i = 0; i < 20; ++i) ASSERT_EQ(hand_in("register", two_clubs).status, 200U);
    EXPECT_THAT(looked_at("members", three_members), HasSubstr(R"("kind":"members")"));
    ASSERT_EQ(hand_in("register", two_clubs).status, 200U);
    EXPECT_EQ(ask(http::Method::remove, "/api/v1/imports/mine").status, 200U);
    imports.settle();
    EXPECT_EQ(rule_of(get("/api/v1/imports/mine")), "import.gone");
}

TEST_F(Imports, RowsThatAreOneAreShownSideBySideAndMerged) {
    found_clubs();
    constexpr std::string_view twice =
        "Câu lạc bộ;Họ và tên;Năm sinh;Giới tính\n"
        "CLB Hàm Rồng;Lê Thị Mận;1950;\n"
        "CLB Hàm Rồng;Lê Văn Cam;1948;Nam\n"
        "CLB Hàm Rồng;Lê Thị Mận;1950;Nữ\n";
    const auto looked = looked_at("members", twice);
    EXPECT_THAT(looked, HasSubstr(R"("same":[{"sheet":0,"names":"CLB Hàm Rồng · Lê Thị Mận",)"
                                  R"("rows":[{"row":2,"cells":["CLB Hàm Rồng","Lê Thị Mận",)"
                                  R"("1950",""]},{"row":4)"));
    ASSERT_EQ(ask(http::Method::put, "/api/v1/imports/mine",
                  R"({"columns":[],"rows":[{"sheet":0,"row":4,"into":2}],"known":[],)"
                  R"("legal_basis":"","partial":false})")
                  .status,
              200U);
    EXPECT_THAT(mine(), HasSubstr(R"("same":[])"));
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    EXPECT_EQ(members_of("CLB Hàm Rồng"), 2U);
    for (const auto& info : store->books()) {
        const auto rows = store->club_rows(info.id);
        if (!rows.club || rows.club->name != "CLB Hàm Rồng") continue;
        for (const auto& member : rows.members) {
            EXPECT_NE(member.sex, core::club::Sex::unknown);  // the other row told it
        }
    }
}

TEST_F(Imports, ARowThatMayBeAMemberIsMadeHim) {
    found_clubs();
    looked_at("members", three_members);
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    constexpr std::string_view another_year =
        "Câu lạc bộ;Họ và tên;Năm sinh;Giới tính\nCLB Hàm Rồng;Lê Văn Cam;1949;Nam\n";
    // An administrator reads no names: the file is told back to him, and not the book.
    EXPECT_THAT(looked_at("members", another_year, "&partial=yes"), HasSubstr(R"("same":[])"));
    token = sign_in(officer);
    const auto looked = looked_at("members", another_year, "&partial=yes");
    EXPECT_THAT(looked, HasSubstr(R"("names":"Lê Văn Cam","rows":[{"row":2,)"));
    EXPECT_THAT(looked, HasSubstr("Lê Văn Cam, sinh 1948"));
    const auto at = looked.find(R"("held":[{"id":")");
    ASSERT_NE(at, std::string::npos);
    const auto id = looked.substr(at + 15, 47);
    ASSERT_EQ(ask(http::Method::put, "/api/v1/imports/mine",
                  R"({"columns":[],"rows":[],"known":[{"sheet":0,"row":2,"id":")" + id +
                      R"("}],"legal_basis":"","partial":true})")
                  .status,
              200U);
    const auto again = mine();
    EXPECT_THAT(again, HasSubstr(R"("same":[])"));
    EXPECT_THAT(again, HasSubstr(R"("who":"Lê Văn Cam","column":"Ngày sinh hoặc năm sinh",)"
                                 R"("before":"1948","after":"1949")"));
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    EXPECT_EQ(members_of("CLB Hàm Rồng"), 3U);
}

TEST_F(Imports, AWorkbookGoesOutCorrectedAndComesBack) {
    found_clubs();
    looked_at("members", three_members);
    written();
    token = sign_in(officer);
    const auto out = get("/api/v1/books-out");
    ASSERT_EQ(out.status, 200U) << out.body;
    EXPECT_THAT(looked_at("members", out.body), HasSubstr(R"("entries":0,"operations":0)"));
    const auto lines = store->read_log().latest({.at = clock.now + 1}, 10);
    std::set<core::BookId> logged;
    for (const auto& line : lines) {
        EXPECT_EQ(line.what, app::ReadWhat::workbook);
        EXPECT_EQ(line.account, officer);
        EXPECT_TRUE(logged.insert(line.book).second);
        EXPECT_EQ(store->book(line.book)->kind, core::BookKind::club);
    }
    EXPECT_FALSE(logged.empty());
    places.commune = core::UnitId{99};
    EXPECT_EQ(rule_of(get("/api/v1/books-out")), "import.workbook_empty");
    token = sign_in(make_officer(*store, 9, app::Role::steering));
    EXPECT_EQ(rule_of(get("/api/v1/books-out")), "import.not_allowed");
}

TEST_F(Imports, ACommuneTakesInMembersOfItsOwnClubs) {
    found_clubs();
    token = sign_in(officer);
    EXPECT_THAT(get("/api/v1/imports").body,
                HasSubstr(R"("kinds":["members","balances"],"imports":[],"total":0)"));
    EXPECT_EQ(rule_of(hand_in("register", two_clubs)), "import.not_allowed");
    EXPECT_THAT(looked_at("members", three_members), HasSubstr(R"("error_count":0)"));
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    EXPECT_EQ(members_of("CLB Hàm Rồng"), 3U);
    const auto job = job_of(get("/api/v1/imports").body);

    places.commune = core::UnitId{99};  // and all clubs with it
    const auto elsewhere = looked_at("members", three_members);
    EXPECT_THAT(elsewhere, HasSubstr("import.not_your_club"));
    EXPECT_THAT(elsewhere, HasSubstr(R"("unchanged":0)"));  // nor is he told who is in it
    ASSERT_EQ(post("/api/v1/imports/" + job + "/undo").status, 200U);
    EXPECT_THAT(mine(), HasSubstr("import.not_your_club"));
    places.commune = core::UnitId{41};
    ASSERT_EQ(post("/api/v1/imports/" + job + "/undo").status, 200U);
    EXPECT_THAT(mine(), HasSubstr(R"("error_count":0)"));
    EXPECT_THAT(written(), HasSubstr(R"("stage":"done")"));
    EXPECT_EQ(members_of("CLB Hàm Rồng"), 0U);
}

TEST_F(Imports, ACommuneMakesNoVillages) {
    found_clubs();
    token = sign_in(officer);
    const auto seen = looked_at("members",
                                "Câu lạc bộ;Họ và tên;Khu dân cư\n"
                                "CLB Hàm Rồng;Trần Văn Mơ;Thôn 1\n"
                                "CLB Hàm Rồng;Lê Thị Mận;Thôn Mới\n");
    EXPECT_THAT(seen, HasSubstr(R"("error_count":1)"));
    EXPECT_THAT(seen, HasSubstr("import.village.needs_province"));
    EXPECT_THAT(seen, HasSubstr(R"("row":3)"));
    EXPECT_THAT(seen, HasSubstr("Khu dân cư «Thôn Mới» của Phường Hàm Rồng"));
}

TEST_F(Imports, WhatWroteTheMapIsTakenBackByTheProvince) {
    found_clubs();  // with their villages
    const auto job = job_of(get("/api/v1/imports").body);
    const auto unit = core::UnitId{41};
    const auto from = core::make_date(2019, 1, 1);
    const app::RoleHeld was{.account = above,
                            .role = app::Role::administrator,
                            .unit = unit,
                            .from = from,
                            .until = core::make_date(2025, 11, 1)};
    const app::RoleHeld is{
        .account = above, .role = app::Role::commune, .unit = unit, .from = from};
    ASSERT_EQ(store->people().put({.roles = {was, is}}), app::PeopleWritten::done);
    ASSERT_EQ(post("/api/v1/imports/" + job + "/undo").status, 200U);
    const auto seen = mine();
    EXPECT_THAT(seen, HasSubstr("import.needs_province"));
    EXPECT_THAT(seen, HasSubstr("chỉ tỉnh hoàn tác được"));
}

TEST_F(Imports, NobodySeesWhatAnotherHandedIn) {
    found_clubs();
    (void)looked_at("members", three_members);
    token = sign_in(officer);
    EXPECT_EQ(rule_of(get("/api/v1/imports/mine")), "import.gone");
    EXPECT_EQ(rule_of(post("/api/v1/imports/mine/write")), "import.gone");
    EXPECT_THAT(get("/api/v1/imports").body, Not(HasSubstr("Lê Thị Mận")));
    token = sign_in(whoever(3, app::Role::auditor));
    EXPECT_EQ(rule_of(get("/api/v1/imports")), "import.not_allowed");
    EXPECT_EQ(rule_of(hand_in("members", three_members)), "import.not_allowed");
}

TEST_F(Imports, WhatNobodyLooksAtIsForgotten) {
    found_clubs();
    (void)looked_at("members", three_members);
    clock.now += 31 * 60'000;
    EXPECT_EQ(rule_of(get("/api/v1/imports/mine")), "import.gone");
    (void)looked_at("members", three_members);
    EXPECT_EQ(ask(http::Method::remove, "/api/v1/imports/mine").status, 200U);
    EXPECT_EQ(rule_of(get("/api/v1/imports/mine")), "import.gone");
}

TEST_F(Imports, AFileComesFromOurOwnPages) {
    auto request = sent(http::Method::post, "/api/v1/imports?kind=members&name=a.csv");
    request.body = three_members;
    EXPECT_EQ(rule_of(http::answer(request, services)), "import.not_file");
    request.content_type = "application/octet-stream";
    request.fetch_site = "cross-site";
    EXPECT_EQ(rule_of(http::answer(request, services)), "session.other_site");
    EXPECT_EQ(rule_of(hand_in("nothing", three_members)), "question.choice.unknown");
    EXPECT_EQ(rule_of(hand_in("members", three_members, "&partial=perhaps")),
              "question.choice.unknown");
}

TEST_F(Imports, AnEmptyFormIsForFillingIn) {
    const auto form = get("/api/v1/import-forms/members");
    EXPECT_EQ(form.status, 200U);
    EXPECT_TRUE(form.body.starts_with("PK"));
    EXPECT_EQ(rule_of(get("/api/v1/import-forms/nothing")), "question.choice.unknown");
}

}  // namespace
}  // namespace lth::tests
