// Territory and registry over HTTP: a scheme copied and changed, quotas, what became of units, what
// is still to be decided of the reform of 2025, clusters; and who may record any of it.
#include <fstream>
#include <iterator>

#include "support/http/common_books.hpp"

namespace lth::tests {
namespace {

using app::Role;

std::string draft(std::string_view id, std::string_view targets,
                  std::string_view ends = "2030-12-31") {
    return R"({"copy_of":"thanh-hoa-5133","id":")" + std::string(id) +
           R"(","name_vi":"Đề án «mới» \"2030\"","name_en":"New scheme",)"
           R"("legal_basis":"Quyết định 1/QĐ-UBND","begins":"2026-01-01","ends":")" +
           std::string(ends) + R"(","baseline":"2025-12-31","targets":[)" + std::string(targets) +
           "]}";
}
std::string target(std::string_view id, std::string_view goal) {
    return R"({"id":")" + std::string(id) + R"(",)" +
           (goal.empty() ? "" : R"("goal":)" + std::string(goal) + ",") +
           R"("name_vi":"Thành lập","name_en":"Found"})";
}
// The drafted text as an operation.
std::string adoption(std::string_view scheme, const http::Response& drafted,
                     std::string_view from) {
    const auto start = drafted.body.find(R"("text":)") + 7;
    const auto more = drafted.body.find(R"(,"programme":)");
    const auto end = more == std::string::npos ? drafted.body.rfind('}') : more;
    return R"({"op":"scheme.adopted","on":"2026-06-30","scheme":")" + std::string(scheme) +
           R"(","from":")" + std::string(from) +
           R"(","legal_basis":"Quyết định 1/QĐ-UBND","text":)" +
           drafted.body.substr(start, end - start) + "}";
}

TEST_F(CommonBooksOverHttp, ASchemeIsCopiedWithOtherTargets) {
    const auto drafted =
        post("/api/v1/schemes/draft",
             draft("thanh-hoa-2030", target("T3", "950000") + "," + target("T1", "500")));
    ASSERT_EQ(drafted.status, 200U) << drafted.body;
    ASSERT_EQ(record(registry, adoption("thanh-hoa-2030", drafted, "2026-01-01")).status, 200U);
    const auto schemes = told("/api/v1/schemes");
    EXPECT_NE(schemes.find(R"("id":"thanh-hoa-2030","state":"running")"), std::string::npos);
    EXPECT_NE(schemes.find(R"("id":"thanh-hoa-5133","state":"ended")"), std::string::npos);
    const auto standing = told("/api/v1/status?scheme=thanh-hoa-2030");
    EXPECT_NE(standing.find(R"("goal":500)"), std::string::npos) << standing.substr(0, 2'000);
    EXPECT_EQ(standing.find(R"("goals":)"), std::string::npos);  // nothing changed yet
    // It answers by default in its own time.
    EXPECT_NE(told("/api/v1/status").find(R"("scheme":"thanh-hoa-2030")"), std::string::npos);
}

TEST_F(CommonBooksOverHttp, ACopyHasItsOwnBandsMilestonesAndProgramme) {
    const std::string band =
        R"({"id":"T11a","goal":1000000,"min":30,"max":60,"name_vi":"Quy mô","name_en":"Size"})";
    const std::string founded =
        R"({"id":"T1","goal":500,"milestones":[{"by":"2028-12-31","goal":200}],)"
        R"("name_vi":"Thành lập","name_en":"Found"})";
    auto body = draft("thanh-hoa-2030", founded + "," + band);
    body.insert(body.size() - 1,
                R"(,"programme":"Đề án 2030","dossier":[{"id":"land","name_vi":"giấy đất",)"
                R"("name_en":"deed"}])");
    const auto drafted = post("/api/v1/schemes/draft", body);
    ASSERT_EQ(drafted.status, 200U) << drafted.body;
    ASSERT_EQ(record(registry, adoption("thanh-hoa-2030", drafted, "2026-01-01")).status, 200U);
    const auto at = drafted.body.find(R"("programme":")");
    ASSERT_NE(at, std::string::npos) << drafted.body.substr(drafted.body.size() - 100);
    ASSERT_EQ(record(registry, R"({"op":"programme.added","on":"2026-06-30","programme":")" +
                                   drafted.body.substr(at + 13, 10) +
                                   R"(","name":"Đề án 2030","kind":"decision",)"
                                   R"("scheme":"thanh-hoa-2030"})")
                  .status,
              200U);
    const auto schemes = told("/api/v1/schemes");
    EXPECT_NE(schemes.find(R"("milestones":[{"by":"2028-12-31","goal":200}])"), std::string::npos);
    EXPECT_NE(schemes.find(R"("min":30,"max":60)"), std::string::npos);
    EXPECT_NE(schemes.find(R"("dossier":[{"id":"land","name_vi":"giấy đất","name_en":"deed"}])"),
              std::string::npos);
    EXPECT_NE(schemes.find(R"("name":"Đề án 2030","scheme":"thanh-hoa-2030")"), std::string::npos)
        << schemes.substr(schemes.find("programmes"));
    // Standing reads what the scheme sets, with what is due earlier; all else stands beside it.
    const auto standing = told("/api/v1/status?scheme=thanh-hoa-2030");
    EXPECT_NE(standing.find(R"("in_scheme":true,"milestones":[{"by":"2028-12-31","goal":200}])"),
              std::string::npos);
    EXPECT_NE(standing.find(R"("in_scheme":false)"), std::string::npos);
    const auto page = get("/standing?scheme=thanh-hoa-2030").body;
    const auto others = page.find("Chỉ tiêu mà đề án này không đặt");
    ASSERT_NE(others, std::string::npos);
    EXPECT_LT(page.find("<li>đến 31/12/2028: 200"), others);
    EXPECT_GT(page.find(R"(id="T3")"), others);
    EXPECT_LT(page.find(R"(id="T11a")"), others);
    auto upside_down = body;
    upside_down.replace(upside_down.find(R"("min":30)"), 8, R"("min":90)");
    upside_down.replace(upside_down.find("thanh-hoa-2030"), 14, "thanh-hoa-2031");
    EXPECT_EQ(rule_of(post("/api/v1/schemes/draft", upside_down)), "scheme.value");
}

TEST_F(CommonBooksOverHttp, AnEndedSchemeOpensOnItsLastDay) {
    const auto opened = get("/standing?scheme=thanh-hoa-5133");
    ASSERT_EQ(opened.status, 303U);
    const auto where = std::ranges::find(opened.headers, "Location",
                                         [](const auto& header) { return header.first; });
    ASSERT_NE(where, opened.headers.end());
    EXPECT_TRUE(where->second.contains("as_of=2025-12-31")) << where->second;
    EXPECT_TRUE(where->second.contains("scheme=thanh-hoa-5133")) << where->second;
    EXPECT_EQ(get(where->second).status, 200U);
    EXPECT_EQ(get("/standing?scheme=vietnam-1648").status, 200U);  // it runs
}

TEST_F(CommonBooksOverHttp, AChangedGoalKeepsBothValues) {
    auto changed = draft("thanh-hoa-5133", target("T1", "450"), "2026-12-31");
    const auto elsewhen = post("/api/v1/schemes/draft", changed);
    EXPECT_EQ(rule_of(record(registry, adoption("thanh-hoa-5133", elsewhen, "2023-07-01"))),
              "adoption.scheme.taken");  // a version keeps when the scheme began
    for (const std::string_view day : {"2026-01-01", "2025-12-31"}) {
        changed.replace(changed.find(day), day.size(), "2020-09-30");
    }
    const auto drafted = post("/api/v1/schemes/draft", changed);
    ASSERT_EQ(drafted.status, 200U) << drafted.body;
    const auto sent = record(registry, adoption("thanh-hoa-5133", drafted, "2023-07-01"));
    ASSERT_EQ(sent.status, 200U) << sent.body;
    const auto after = told("/api/v1/status?scheme=thanh-hoa-5133&as_of=2024-01-01");
    EXPECT_NE(after.find(R"("goals":[{"from":"2020-09-30","legal_basis":"Quyết định 5133)"),
              std::string::npos);
    EXPECT_NE(
        after.find(R"({"from":"2023-07-01","legal_basis":"Quyết định 1/QĐ-UBND","goal":450})"),
        std::string::npos);
    const auto before = told("/api/v1/status?scheme=thanh-hoa-5133&as_of=2023-06-30");
    EXPECT_NE(before.find(R"("goal":400,"met")"), std::string::npos);
    const auto page = get("/standing?scheme=thanh-hoa-5133&as_of=2024-01-01").body;
    EXPECT_NE(page.find("450 từ 01/07/2023"), std::string::npos);
    EXPECT_NE(page.find("400 từ 30/09/2020"), std::string::npos);
    EXPECT_NE(page.find("còn thiếu 450 câu lạc bộ"), std::string::npos);
    EXPECT_NE(page.find("<li>12/2023: 0</li>"), std::string::npos);
    EXPECT_NE(page.find(R"(<option value="thanh-hoa-5133" selected="selected">)"),
              std::string::npos);
    // The same day twice: which of them is meant nobody could say.
    EXPECT_EQ(rule_of(record(registry, adoption("thanh-hoa-5133", drafted, "2023-07-01"))),
              "registry.same_day");
}

TEST_F(CommonBooksOverHttp, ADraftThatMakesNoSenseIsRefusedBesideItsField) {
    const auto refused = [&](const std::string& body, std::string_view rule,
                             std::string_view field) {
        const auto answer = post("/api/v1/schemes/draft", body);
        EXPECT_EQ(rule_of(answer), rule) << answer.body;
        EXPECT_NE(answer.body.find(R"("field":")" + std::string(field) + '"'), std::string::npos)
            << answer.body;
    };
    const auto t1 = target("T1", "500");
    refused(draft("Thanh Hóa", t1), "registry.id", "id");
    refused(draft("vietnam-1336", t1), "adoption.scheme.taken", "id");
    refused(draft("x", t1, "2025-01-01"), "scheme.period", "ends");
    refused(draft("x", ""), "adoption.scheme.no_target", "targets");
    refused(draft("x", target("T3", "1000001")), "scheme.goal", "targets/T3");
    const auto above = post("/api/v1/schemes/draft", draft("x", target("T3", "1200000")));
    EXPECT_NE(above.body.find("mục tiêu 120 % nằm ngoài giới hạn (đến 100 %)"), std::string::npos)
        << above.body;
    auto unnamed = draft("x", t1);
    unnamed.replace(unnamed.find("New scheme"), 10, "");
    refused(unnamed, "scheme.value", "name_en");
    auto unknown = draft("x", t1);
    unknown.replace(unknown.find("thanh-hoa-5133"), 14, "nowhere");
    refused(unknown, "question.scheme.unknown", "copy_of");
}

TEST_F(CommonBooksOverHttp, ATextIsJudgedBeforeItIsAdopted) {
    const auto adopt = [&](std::string_view text) {
        return rule_of(
            record(registry,
                   R"({"op":"scheme.adopted","on":"2026-06-30","scheme":"x","from":"2026-01-01",)"
                   R"("legal_basis":"QĐ","text":")" +
                       std::string(text) + R"("})"));
    };
    EXPECT_EQ(adopt("id = "), "scheme.not_toml");
    EXPECT_EQ(adopt("id = 'x'"), "scheme.missing");
    const auto drafted = post("/api/v1/schemes/draft", draft("y", target("T1", "5")));
    EXPECT_EQ(rule_of(record(registry, adoption("x", drafted, "2026-01-01"))),
              "adoption.scheme.other");
}

TEST_F(CommonBooksOverHttp, ANationalSchemeHasOneVersionWhoeverSendsAnother) {
    std::ifstream file(std::string(LTH_SOURCE_DIR) + "/schemes/vietnam-1336.toml");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    std::string quoted;
    json::append_string(quoted, text);
    const auto sent =
        record(registry, R"({"op":"scheme.adopted","on":"2026-06-30","scheme":"vietnam-1336",)"
                         R"("from":"2026-01-01","legal_basis":"QĐ","text":)" +
                             quoted + "}");
    EXPECT_EQ(rule_of(sent), "adoption.scheme.taken") << sent.body;
}

TEST_F(CommonBooksOverHttp, OnlyProvinceAndAdministratorRecord) {
    const auto drafted = post("/api/v1/schemes/draft", draft("y", target("T1", "5")));
    const std::string renamed =
        R"({"op":"unit.renamed","on":"2026-06-30","unit":")" + first +
        R"(","name":"Phường Mới","from":"2026-07-01","evidence":"law","legal_basis":"NQ 1"})";
    const std::string cluster =
        R"({"op":"cluster.set","on":"2026-06-30","cluster":"0000000001","name":"Cụm 1",)"
        R"("communes":[")" +
        first + R"("],"from":"2026-01-01"})";
    std::uint8_t n = 20;
    for (const auto role : {Role::commune, Role::steering, Role::auditor}) {
        become(n++, role);
        EXPECT_EQ(record(territory, renamed).status, 403U);
        EXPECT_EQ(record(registry, adoption("y", drafted, "2026-01-01")).status, 403U);
        EXPECT_EQ(record(registry, cluster).status, 403U);
        for (const auto* target : {"/api/v1/schemes", "/api/v1/map", "/api/v1/clusters"}) {
            EXPECT_NE(told(target).find(R"("records":false)"), std::string::npos) << target;
        }
        EXPECT_NE(told("/api/v1/map/" + first).find(R"("records":[])"), std::string::npos);
    }
    become(30, Role::administrator);
    for (const auto* target : {"/api/v1/schemes", "/api/v1/map", "/api/v1/clusters"}) {
        EXPECT_NE(told(target).find(R"("records":true)"), std::string::npos) << target;
    }
    EXPECT_EQ(record(territory, renamed).status, 200U);
    EXPECT_EQ(record(registry, cluster).status, 200U);
    token.clear();
    EXPECT_EQ(get("/api/v1/map").status, 401U);
    EXPECT_EQ(post("/api/v1/schemes/draft", draft("y", target("T1", "5"))).status, 401U);
}

TEST_F(CommonBooksOverHttp, ACommuneRecordsFiguresAndVillagesOfItsOwnUnits) {
    const auto report = [](const std::string& unit) {
        return R"({"op":"unit.reported","on":"2026-06-30","unit":")" + unit +
               R"(","as_of":"2026-06-30","villages":31,"villages_complete":true,)"
               R"("evidence":"list"})";
    };
    const auto create = [](const std::string& village, const std::string& unit,
                           const std::string& before = {}) {
        return R"({"op":"village.created","on":"2026-06-30","village":")" + village +
               R"(","unit":")" + unit + R"(","name":"Thôn )" + village + R"(","predecessors":[)" +
               before + R"(],"from":"2026-06-01","evidence":"list"})";
    };
    const auto rename = [](const std::string& village) {
        return R"({"op":"village.renamed","on":"2026-06-30","village":")" + village +
               R"(","name":"Thôn Mới )" + village + R"(","from":"2026-06-15","evidence":"list"})";
    };
    ASSERT_EQ(record(territory, create("00000000V1", second)).status, 200U);
    EXPECT_TRUE(told("/api/v1/map/" + first).contains(R"("unit.abolished","unit.created")"));

    places.commune = core::UnitId{*core::parse_base32(first)};
    places.village = core::VillageId{*core::parse_base32("00000000V2")};
    become(20, Role::commune);
    auto held = store->people().roles(account_id(20)).front();
    held.unit = places.commune;
    ASSERT_EQ(store->people().put({.roles = {held}}), app::PeopleWritten::done);
    const std::string own = R"("records":["unit.reported","village.created","village.renamed"])";
    EXPECT_TRUE(told("/api/v1/map/" + first).contains(own));
    EXPECT_TRUE(told("/api/v1/map/" + second).contains(R"("records":[])"));
    EXPECT_TRUE(told("/api/v1/map").contains(R"("records":false)"));
    EXPECT_EQ(record(territory, report(first)).status, 200U);
    EXPECT_EQ(record(territory, create("00000000V2", first)).status, 200U);
    EXPECT_EQ(record(territory, rename("00000000V2")).status, 200U);
    EXPECT_TRUE(told("/api/v1/map/" + first).contains("Thôn Mới 00000000V2"));

    for (const auto& op : {report(second), create("00000000V3", second), rename("00000000V1"),
                           create("00000000V3", first, R"("00000000V1")"),
                           create("00000000V3", first) + "," + report(second)}) {
        const auto sent = record(territory, op);
        EXPECT_EQ(sent.status, 403U) << op;
        EXPECT_EQ(rule_of(sent), "role.unit.not_own") << sent.body;
    }
    const std::string abolished =
        R"({"op":"village.abolished","on":"2026-06-30","village":"00000000V2","successors":[],)"
        R"("from":"2026-06-20","evidence":"list"})";
    EXPECT_EQ(rule_of(record(territory, abolished)), "role.operation.not_allowed");
    EXPECT_FALSE(told("/api/v1/map/" + first).contains("00000000V3"));
}

TEST_F(CommonBooksOverHttp, AReformHasItsCertificateAndLeavesDecisions) {
    const auto map = told("/api/v1/map");
    EXPECT_NE(map.find(R"("effective":"2025-07-01")"), std::string::npos) << map.substr(0, 500);
    EXPECT_NE(map.find(R"("communes_before":547,"communes_after":166)"), std::string::npos)
        << map.substr(0, 500);
    EXPECT_NE(map.find(R"("split":10,"conserved":true)"), std::string::npos) << map.substr(0, 700);
    std::size_t splits = 0;
    for (auto at = map.find(R"("kind":"split")"); at != std::string::npos;
         at = map.find(R"("kind":"split")", at + 1)) {
        ++splits;
    }
    EXPECT_EQ(splits, 10U);
}

TEST_F(CommonBooksOverHttp, AVillageOfASplitCommuneIsAssigned) {
    const std::string created =
        R"({"op":"village.created","on":"2026-06-30","village":"00000000V1","unit":")" + split +
        R"(","name":"Thôn Một","predecessors":[],"from":"2021-01-01","evidence":"list"})";
    ASSERT_EQ(record(territory, created).status, 200U);
    EXPECT_NE(told("/api/v1/map").find(R"({"village":"00000000V1","name":"Thôn Một"})"),
              std::string::npos);
    // Until then it counts with the first that the commune went to, marked.
    EXPECT_NE(told("/api/v1/map/" + first).find(R"("undecided":true)"), std::string::npos);
    const auto assign = [&](std::string_view more) {
        return record(territory,
                      R"({"op":"village.assigned","on":"2026-06-30","village":"00000000V1",)"
                      R"("unit":")" +
                          second + R"(","from":"2025-07-01","evidence":"law")" + std::string(more) +
                          "}");
    };
    EXPECT_EQ(rule_of(assign("")), "territory.basis.missing");
    ASSERT_EQ(assign(R"(,"legal_basis":"Quyết định 9/QĐ-UBND")").status, 200U);
    EXPECT_EQ(told("/api/v1/map").find("Thôn Một"), std::string::npos);
    const auto there = told("/api/v1/map/" + second);
    EXPECT_NE(there.find(R"("name":"Thôn Một","since":"2021-01-01","undecided":false)"),
              std::string::npos)
        << there;
}

TEST_F(CommonBooksOverHttp, AUnitHasAStory) {
    const auto old = told("/api/v1/map/" + split);
    EXPECT_NE(old.find(R"("live":false)"), std::string::npos) << old;
    EXPECT_NE(old.find(R"("change":"part_to")"), std::string::npos);
    EXPECT_NE(old.find("Nghị quyết 1686/NQ-UBTVQH15"), std::string::npos);
    EXPECT_NE(old.find(R"("change":"ended")"), std::string::npos);
    const auto by_code = told("/api/v1/map/14758");  // on today's map, though it was another's
    EXPECT_NE(by_code.find(R"("unit":")" + first), std::string::npos) << by_code;
    EXPECT_NE(by_code.find(R"("change":"made_of")"), std::string::npos);
    ASSERT_EQ(record(territory, R"({"op":"unit.renamed","on":"2026-06-30","unit":")" + first +
                                    R"(","name":"Phường Mới","from":"2026-06-01",)"
                                    R"("evidence":"law","legal_basis":"Nghị quyết 7"})")
                  .status,
              200U);
    const auto renamed = told("/api/v1/map/14758");
    EXPECT_NE(renamed.find(R"("change":"renamed")"), std::string::npos);
    EXPECT_NE(renamed.find(R"("after":"Phường Mới","evidence":"law","legal_basis":"Nghị quyết 7")"),
              std::string::npos)
        << renamed;
    ASSERT_EQ(
        record(territory, R"({"op":"class.set","on":"2026-06-30","unit":")" + first +
                              R"(","classes":["mountain","region_1"],"from":"2026-01-01",)"
                              R"("evidence":"list"},)"
                              R"({"op":"unit.reported","on":"2026-06-30","unit":")" +
                              first +
                              R"(","as_of":"2026-06-01","villages":31,"villages_complete":false,)"
                              R"("evidence":"list","source":"Báo cáo 3"})")
            .status,
        200U);
    const auto classed = told("/api/v1/map/14758");
    EXPECT_NE(classed.find(R"("classes":["mountain","region_1"])"), std::string::npos) << classed;
    EXPECT_NE(classed.find(R"("village_count":31,"villages_listed":false)"), std::string::npos);
    EXPECT_EQ(rule_of(get("/api/v1/map/99999")), "question.unit.unknown");
}

TEST_F(CommonBooksOverHttp, AClusterIsAskedAboutLikeAUnit) {
    const std::string set = R"({"op":"cluster.set","on":"2026-06-30","cluster":"0000000001",)"
                            R"("name":"Cụm Thành phố","communes":[")" +
                            first + R"(",")" + second + R"("],"from":"2026-01-01"})";
    ASSERT_EQ(record(registry, set).status, 200U);
    const auto clusters = told("/api/v1/clusters");
    EXPECT_NE(clusters.find(R"("unit":"cum-0000000001","name":"Cụm Thành phố")"),
              std::string::npos);
    EXPECT_NE(clusters.find(R"("in_force":true)"), std::string::npos);
    const auto standing = told("/api/v1/status?unit=cum-0000000001");
    EXPECT_NE(standing.find(R"("scope":"Cụm Thành phố")"), std::string::npos);
    const auto page = get("/units/cum-0000000001");
    EXPECT_EQ(page.status, 200U);
    EXPECT_NE(page.body.find("/units/14758"), std::string::npos);
    EXPECT_NE(get("/units").body.find("/units/cum-0000000001"), std::string::npos);
    EXPECT_EQ(rule_of(get("/api/v1/status?unit=cum-0000000009")), "question.unit.unknown");
    // A role may be held at it, as at a unit over its communes.
    const auto unit = province.find_unit("cum-0000000001");
    ASSERT_TRUE(unit);
    EXPECT_EQ(unit->name, "Cụm Thành phố");
    EXPECT_EQ(province.find_unit(to_text(unit->id))->code, "cum-0000000001");
    const core::UnitId commune{*core::parse_base32(first)};
    const auto over = province.units_over(commune);
    EXPECT_EQ(std::ranges::count(over, unit->id), 1);
    EXPECT_TRUE(province.units_over_unit(unit->id).empty());  // no book stands there
    const auto above = province.units_over(unit->id);
    ASSERT_EQ(above.size(), 2U);
    EXPECT_EQ(above.front(), unit->id);
    EXPECT_EQ(above.back(), over[1]);
    become(31, Role::administrator);
    const auto made =
        post("/api/v1/accounts", R"({"login":"cum","shown_name":"Cán bộ cụm","role":"district",)"
                                 R"("unit":"cum-0000000001"})");
    EXPECT_EQ(made.status, 200U) << made.body;
    EXPECT_NE(told("/api/v1/accounts").find(R"("unit_name":"Cụm Thành phố")"), std::string::npos);
    EXPECT_EQ(rule_of(post("/api/v1/accounts",
                           R"({"login":"xa.cum","shown_name":"Cán bộ","role":"commune",)"
                           R"("unit":"cum-0000000001"})")),
              "account.role.place");
    // Dissolved: it is over nothing, and its officers are still found.
    become(32, Role::province);
    auto dissolved = set;
    const auto list = dissolved.find('[');
    dissolved.replace(list, dissolved.find(']') - list + 1, "[]");
    dissolved.replace(dissolved.find("2026-01-01"), 10, "2026-06-01");
    ASSERT_EQ(record(registry, dissolved).status, 200U);
    clock.now += 2'000;
    EXPECT_EQ(std::ranges::count(province.units_over(commune), unit->id), 0);
    EXPECT_EQ(province.find_unit(to_text(unit->id))->name, "Cụm Thành phố");
    auto other = set;
    other.replace(other.find("0000000001"), 10, "0000000002");
    const auto taken = record(registry, other);
    EXPECT_EQ(rule_of(taken), "registry.cluster.taken");
    // By its name: an id says nothing to whoever is refused.
    EXPECT_NE(taken.body.find("Phường Hàm Rồng đã thuộc cụm «Cụm Thành phố»"), std::string::npos)
        << taken.body;
}

TEST_F(CommonBooksOverHttp, QuotasOfManyUnitsAreOneEntry) {
    const auto units = province.units({});
    ASSERT_TRUE(units);
    const auto& top = units->units.front();
    const auto association = book_id(803);
    open(association, core::BookKind::association,
         R"({"ops":[{"op":"association.registered","on":"2026-06-01","unit":")" + to_text(top.id) +
             R"(","level":"province","name":"Hội tỉnh"}]})");
    const auto quota = [](const std::string& unit, int clubs) {
        return R"({"op":"quota.assigned","on":"2026-06-30","year":2026,"unit":")" + unit +
               R"(","clubs":)" + std::to_string(clubs) + "}";
    };
    ASSERT_EQ(record(association, quota(first, 3) + "," + quota(second, 2)).status, 200U);
    EXPECT_EQ(told("/api/v1/quotas"), R"({"quotas":[]})");  // of no unit on the map
    const auto over = [&](std::uint8_t n, app::Role role, core::UnitId unit) {
        const app::RoleHeld held{.account = account_id(n),
                                 .role = role,
                                 .unit = unit,
                                 .from = core::make_date(2019, 1, 1)};
        ASSERT_EQ(store->people().put({.roles = {held}}), app::PeopleWritten::done);
    };
    over(5, app::Role::province, top.id);
    const auto quotas = told("/api/v1/quotas");
    EXPECT_NE(quotas.find(R"("assigned":3,"launched":0)"), std::string::npos) << quotas;
    EXPECT_NE(quotas.find(R"("assigned":2,"launched":0)"), std::string::npos) << quotas;
    // All or none: the second names a year that is none.
    auto wrong = quota(second, 9);
    wrong.replace(wrong.find("2026,"), 5, "12345,");
    EXPECT_NE(record(association, quota(first, 9) + "," + wrong).status, 200U);
    EXPECT_EQ(told("/api/v1/quotas").find(R"("assigned":9)"), std::string::npos);
    // A list's year is the one that a quota is for, whenever it was written.
    auto later = quota(second, 4);
    later.replace(later.find("2026,"), 5, "2029,");
    ASSERT_EQ(record(association, later).status, 200U);
    EXPECT_NE(told("/api/v1/matters/quotas?year=2029").find(R"("total":1,)"), std::string::npos);
    EXPECT_NE(told("/api/v1/matters/quotas?year=2026").find(R"("total":2,)"), std::string::npos);
    // Of one year a unit's quota holds those of the units below it: sums leave them out.
    ASSERT_EQ(record(association, quota(to_text(top.id), 10)).status, 200U);
    const auto whole = told("/api/v1/quotas");
    EXPECT_NE(whole.find(R"("assigned":10,"launched":0,"within":false)"), std::string::npos);
    EXPECT_NE(whole.find(R"("assigned":3,"launched":0,"within":true)"), std::string::npos);
    EXPECT_NE(whole.find(R"("assigned":4,"launched":0,"within":false)"), std::string::npos);
    // A commune is told its own, whoever assigned them.
    become(40, app::Role::commune);
    over(40, app::Role::commune, core::UnitId{*core::parse_base32(second)});
    const auto own = told("/api/v1/quotas");
    EXPECT_EQ(own.find(R"("assigned":3)"), std::string::npos) << own;
    EXPECT_NE(own.find(R"("assigned":2,"launched":0,"within":false)"), std::string::npos) << own;
    EXPECT_NE(own.find(R"("assigned":4)"), std::string::npos) << own;
}

TEST_F(CommonBooksOverHttp, AQuotaOfTheYearInWhichItsSchemeBeginsCountsOnlyWhatCameUnderIt) {
    const auto top = province.units({})->units.front();
    open(book_id(803), core::BookKind::association,
         R"({"ops":[{"op":"association.registered","on":"2026-06-01","unit":")" + to_text(top.id) +
             R"(","level":"province","name":"Hội tỉnh"}]})");
    clock.now += 2'000;
    ASSERT_EQ(record(territory, R"({"op":"village.created","on":"2026-06-30","village":)"
                                R"("0000000001","unit":")" +
                                    first + R"(","name":"Thôn Một","predecessors":[],)" +
                                    R"("from":"2025-07-01","evidence":"list"})")
                  .status,
              200U);
    // The scheme's first day is 1 October 2020; club 1 was launched in March.
    auto later = launched_entries(2);
    for (auto& entry : later) {
        const std::string day = "2020-03-01";
        for (auto at = entry.body.find(day); at != std::string::npos; at = entry.body.find(day)) {
            entry.body.replace(at, day.size(), "2020-11-15");
        }
    }
    clock.now += 1'000;
    record_all(books, later);
    ASSERT_EQ(record(book_id(803), R"({"op":"quota.assigned","on":"2026-06-30","year":2020,)"
                                   R"("unit":")" +
                                       first + R"(","clubs":5})")
                  .status,
              200U);
    const app::RoleHeld held{.account = account_id(5),
                             .role = app::Role::province,
                             .unit = top.id,
                             .from = core::make_date(2019, 1, 1)};
    ASSERT_EQ(store->people().put({.roles = {held}}), app::PeopleWritten::done);
    const auto quotas = told("/api/v1/quotas");
    EXPECT_NE(quotas.find(R"("assigned":5,"launched":1)"), std::string::npos) << quotas;
}

}  // namespace
}  // namespace lth::tests
