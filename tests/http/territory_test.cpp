// The map over HTTP: a unit is created, a village classed, documents are made of a cluster.
#include "report/make.hpp"
#include "support/http/common_books.hpp"

namespace lth::tests {
namespace {

using app::Role;

TEST_F(CommonBooksOverHttp, AUnitIsCreatedUnderTheProvinceOnly) {
    const auto units = province.units({});
    ASSERT_TRUE(units);
    const auto create = [&](std::string_view code, const std::string& parent) {
        return record(territory,
                      R"({"op":"unit.created","on":"2026-06-30","row":{"unit":"00000000X1",)"
                      R"("code":")" +
                          std::string(code) + R"(","name":"Phường Mới","kind":"ward","parent":")" +
                          parent +
                          R"("},"from":"2026-07-01","predecessors":[],"evidence":"list"})");
    };
    const auto top = to_text(units->units.front().id);
    EXPECT_EQ(rule_of(create("14758", top)), "territory.map.code_twice");
    EXPECT_EQ(rule_of(create("99001", first)), "territory.map.parent");
    EXPECT_EQ(rule_of(create("99001", "00000000X9")), "territory.unit.unknown");
    ASSERT_EQ(create("99001", top).status, 200U);
    // Told by its id before it begins, and not counted until then.
    const auto ahead = told("/api/v1/map/00000000X1");
    EXPECT_NE(ahead.find(R"("name":"Phường Mới","kind":"ward","level":"commune","live":false)"),
              std::string::npos)
        << ahead;
    EXPECT_NE(ahead.find(R"("from":"2026-07-01","change":"created")"), std::string::npos) << ahead;
}

TEST_F(CommonBooksOverHttp, AVillageHasItsOwnClasses) {
    const std::string ops =
        R"({"op":"village.created","on":"2026-06-30","village":"00000000V1","unit":")" + first +
        R"(","name":"Thôn Một","predecessors":[],"from":"2026-01-01","evidence":"list"},)"
        R"({"op":"class.set","on":"2026-06-30","unit":")" +
        first + R"(","classes":["mountain"],"from":"2026-01-01","evidence":"list"})";
    ASSERT_EQ(record(territory, ops).status, 200U);
    EXPECT_NE(told("/api/v1/map/" + first).find(R"("classes":["mountain"],"own_classes":[])"),
              std::string::npos);
    const auto set = [&](std::string_view classes, std::string_view from) {
        return record(territory, R"({"op":"class.set","on":"2026-06-30","village":"00000000V1",)"
                                 R"("classes":[)" +
                                     std::string(classes) + R"(],"from":")" + std::string(from) +
                                     R"(","evidence":"law","legal_basis":"Nghị quyết 5"})");
    };
    EXPECT_EQ(rule_of(set(R"("region_1","region_2")", "2026-02-01")), "territory.class.regions");
    ASSERT_EQ(set(R"("remote")", "2026-02-01").status, 200U);
    ASSERT_EQ(set("", "2027-01-01").status, 200U);
    const auto story = told("/api/v1/map/" + first);
    EXPECT_NE(story.find(R"("classes":["remote"],"own_classes":[{"from":"2026-02-01",)"
                         R"("classes":["remote"],"evidence":"law","legal_basis":"Nghị quyết 5")"),
              std::string::npos)
        << story;
    EXPECT_NE(story.find(R"({"from":"2027-01-01","classes":[],)"), std::string::npos) << story;
}

TEST_F(CommonBooksOverHttp, AClusterAndAClassAreOfWhatIsOnTheMapThatDay) {
    const auto cluster = [&](std::string_view from) {
        return record(registry, R"({"op":"cluster.set","on":"2026-06-30","cluster":"0000000001",)"
                                R"("name":"Cụm 1","communes":[")" +
                                    first + R"("],"from":")" + std::string(from) + R"("})");
    };
    const auto classed = [&](std::string_view from) {
        return record(territory, R"({"op":"class.set","on":"2026-06-30","unit":")" + first +
                                     R"(","classes":["remote"],"from":")" + std::string(from) +
                                     R"(","evidence":"list"})");
    };
    // Made by the reform of July 2025.
    for (const auto* early : {"2019-01-01", "2025-06-30"}) {
        const auto refused = cluster(early);
        EXPECT_EQ(rule_of(refused), "territory.unit.not_live") << early;
        EXPECT_NE(refused.body.find("Phường Hàm Rồng"), std::string::npos) << refused.body;
        EXPECT_NE(refused.body.find(R"("field":"communes")"), std::string::npos) << refused.body;
        EXPECT_EQ(rule_of(classed(early)), "territory.unit.not_live") << early;
    }
    EXPECT_EQ(rule_of(record(registry, R"({"op":"cluster.set","on":"2026-06-30",)"
                                       R"("cluster":"0000000001","name":"Cụm 1",)"
                                       R"("communes":["00000000X9"],"from":"2026-01-01"})")),
              "territory.unit.unknown");
    // Days ahead are for what is decided already.
    EXPECT_EQ(cluster("2027-01-01").status, 200U);
    EXPECT_EQ(classed("2027-01-01").status, 200U);
}

TEST_F(CommonBooksOverHttp, VillagesOfOneNameAreToldByTheCommuneTheyCameFrom) {
    const auto create = [&](std::string_view id, const std::string& unit, std::string_view from) {
        return record(territory, R"({"op":"village.created","on":"2026-06-30","village":")" +
                                     std::string(id) + R"(","unit":")" + unit +
                                     R"(","name":"Thôn Một","predecessors":[],)" + R"("from":")" +
                                     std::string(from) + R"(","evidence":"list"})")
            .status;
    };
    ASSERT_EQ(create("00000000V1", split, "2021-01-01"), 200U);
    ASSERT_EQ(record(territory, R"({"op":"village.assigned","on":"2026-06-30","village":)"
                                R"("00000000V1","unit":")" +
                                    second +
                                    R"(","from":"2025-07-01","evidence":"law",)"
                                    R"("legal_basis":"Quyết định 9/QĐ-UBND"})")
                  .status,
              200U);
    EXPECT_EQ(told("/api/v1/map/" + second).find(R"("former")"), std::string::npos);
    ASSERT_EQ(create("00000000V2", second, "2026-01-01"), 200U);
    const auto story = told("/api/v1/map/" + second);
    EXPECT_NE(story.find(R"("name":"Thôn Một","former":"Phường Đông Thọ","since":"2021-01-01")"),
              std::string::npos)
        << story;
    EXPECT_NE(story.find(R"("name":"Thôn Một","since":"2026-01-01")"), std::string::npos);
    EXPECT_NE(told("/units/14797").find("Thôn Một (Phường Đông Thọ)"), std::string::npos);
    EXPECT_NE(told("/api/v1/units/14797").find(R"("former":"Phường Đông Thọ")"), std::string::npos);
}

TEST_F(CommonBooksOverHttp, PagesLeadBackToTheDeskWhoeverIsSignedIn) {
    const std::string back = R"(<a href="/desk">Bàn làm việc</a>)";
    EXPECT_NE(get("/units").body.find(back), std::string::npos);
    auto request = sent(http::Method::get, "/sign-in");
    request.cookies.clear();
    EXPECT_EQ(http::answer(request, services).body.find(back), std::string::npos);
}

TEST_F(CommonBooksOverHttp, ADocumentMayBeOfACluster) {
    ASSERT_EQ(record(registry, R"({"op":"cluster.set","on":"2026-06-30","cluster":"0000000001",)"
                               R"("name":"Cụm Thành phố","communes":[")" +
                                   first + R"(",")" + second + R"("],"from":"2026-01-01"})")
                  .status,
              200U);
    const auto units = province.units({});
    ASSERT_TRUE(units);
    const auto other = std::ranges::find_if(units->units, [&](const app::UnitRef& unit) {
        const auto id = to_text(unit.id);
        return unit.level == core::territory::Level::commune && id != first && id != second;
    });
    ASSERT_NE(other, units->units.end());
    const auto register_at = [](const std::string& unit, std::string_view level) {
        return R"({"ops":[{"op":"association.registered","on":"2026-01-05","unit":")" + unit +
               R"(","level":")" + std::string(level) + R"(","name":"Hội )" + std::string(level) +
               R"("},{"op":"care.year_reported","on":"2026-01-10","level":")" + std::string(level) +
               R"(","year":2025,"received_money":5000})";
    };
    const auto quota = [](const std::string& unit, int clubs) {
        return R"(,{"op":"quota.assigned","on":"2026-06-30","year":2026,"unit":")" + unit +
               R"(","clubs":)" + std::to_string(clubs) + "}";
    };
    open(book_id(803), core::BookKind::association,
         register_at(to_text(units->units.front().id), "province") + quota(first, 3) +
             quota(to_text(other->id), 4) + "]}");
    open(book_id(804), core::BookKind::association, register_at(second, "commune") + "]}");
    open(book_id(805), core::BookKind::association,
         register_at(to_text(other->id), "commune") + "]}");
    clock.now += 2'000;

    const std::string of_cluster = "?unit=cum-0000000001";
    for (const auto* kind : {"interim-review", "final-review", "steering-pack", "clubs-by-commune",
                             "quotas", "care-fund-levels", "training"}) {
        const auto made = get("/api/v1/reports/" + std::string(kind) + of_cluster);
        EXPECT_EQ(made.status, 200U) << kind << " " << made.body;
    }
    // What belongs to one association or one commune is not a cluster's.
    EXPECT_EQ(rule_of(get("/api/v1/reports/care-fund" + of_cluster)), "report.care.none");
    EXPECT_EQ(rule_of(get("/api/v1/reports/commune-month" + of_cluster)), "report.unit.needed");
    const auto compose = [&](report::Kind kind) {
        report::Asked asked{.kind = kind};
        asked.question.unit = "cum-0000000001";
        return report::compose(province, asked).value();
    };
    const auto quotas = compose(report::Kind::quotas);
    ASSERT_EQ(quotas.lists.at("quotas").size(), 1U);
    EXPECT_EQ(quotas.lists.at("quotas").front().at("quota").text, "3");
    EXPECT_EQ(quotas.fields.at("unit").text, "Cụm Thành phố");
    EXPECT_EQ(quotas.fields.at("body_upper").text, "HỘI PROVINCE");  // over it; it has none
    EXPECT_EQ(quotas.fields.at("body").text, "……");
    EXPECT_EQ(compose(report::Kind::care_fund_levels).lists.at("levels").size(), 1U);
    EXPECT_EQ(compose(report::Kind::clubs_by_commune).lists.at("communes").size(), 2U);

    // Who works at the cluster makes those of it and of its communes.
    const app::Account account{account_id(40), "cum", "", "Cán bộ cụm", {}};
    const app::RoleHeld held{.account = account.id,
                             .role = Role::district,
                             .unit = core::UnitId{1},
                             .from = core::make_date(2026, 1, 1)};
    ASSERT_EQ(store->people().put({.accounts = {account}, .roles = {held}}),
              app::PeopleWritten::done);
    token = sign_in(account.id);
    EXPECT_EQ(get("/api/v1/reports/quotas" + of_cluster).status, 200U);
    EXPECT_EQ(get("/api/v1/reports/quotas?unit=14758").status, 200U);
    for (const auto& unit : {std::string(), "?unit=" + other->code}) {
        EXPECT_EQ(rule_of(get("/api/v1/reports/quotas" + unit)), "reading.not_allowed") << unit;
    }
}

}  // namespace
}  // namespace lth::tests
