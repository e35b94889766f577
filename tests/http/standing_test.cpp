// Where a scheme stands, over HTTP: the country's goals are not one province's, claims are judged
// alike under every scheme, and all that is missing is named and leads to where it is shown.
#include <map>

#include "report/make.hpp"
#include "support/http/common_books.hpp"

namespace lth::tests {
namespace {

bool answer_has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// Of all that an answer lists.
std::map<std::string, int> times_named(const std::string& json) {
    constexpr std::string_view start = R"("name":")";
    std::map<std::string, int> times;
    const auto list = json.find(R"("missing":[)");
    for (auto at = json.find(start, list); at != std::string::npos; at = json.find(start, at)) {
        at += start.size();
        ++times[json.substr(at, json.find('"', at) - at)];
    }
    return times;
}

TEST_F(CommonBooksOverHttp, TheCountrysGoalsAreShownAndNotJudgedOnOneProvince) {
    const auto page = get("/standing?scheme=vietnam-1648").body;
    EXPECT_TRUE(answer_has(page, "Chỉ tiêu cả nước; sổ sách ở đây chỉ có tỉnh này."));
    EXPECT_TRUE(answer_has(page, R"(12.000<span class="parts">cả nước</span>)"));
    EXPECT_TRUE(answer_has(page, "đến 31/12/2030: 6.000"));
    for (const auto* judged : {"○ Chưa đạt", "✓ Đạt", R"(class="gap")", R"(class="prospect")",
                               "khả năng đạt mục tiêu"}) {
        EXPECT_FALSE(answer_has(page, judged)) << judged;
    }
    // The province's own scheme is.
    const auto own = get("/standing?scheme=thanh-hoa-5133&as_of=2024-01-01").body;
    EXPECT_TRUE(answer_has(own, "○ Chưa đạt"));
    EXPECT_TRUE(answer_has(own, "còn thiếu 400 câu lạc bộ"));
    EXPECT_FALSE(answer_has(own, "cả nước"));

    const auto told_then = told("/api/v1/status?scheme=vietnam-1336&as_of=2024-01-01");
    EXPECT_TRUE(
        answer_has(told_then, R"("goal":3000,"met":null,"national":true,"in_scheme":true)"));
    EXPECT_TRUE(answer_has(told_then, R"("ended":false,"national":true)"));
    EXPECT_FALSE(answer_has(told_then, R"("met":false)"));
    EXPECT_FALSE(answer_has(told_then, R"("met":true)"));
    // Of a part of the province they are the country's as well.
    EXPECT_TRUE(answer_has(told("/api/v1/status?scheme=vietnam-1648&unit=14758"),
                           R"("goal":12000,"met":null,"national":true)"));
}

TEST_F(CommonBooksOverHttp, AReviewLeavesTheCountrysGoalsOpen) {
    report::Asked asked{.kind = report::Kind::interim_review};
    asked.question.scheme = "vietnam-1648";
    const auto values = report::compose(province, asked);
    ASSERT_TRUE(values);
    EXPECT_EQ(values->fields.at("targets_with_goal").text, "0");
    EXPECT_EQ(values->fields.at("targets_not_met").text, "0");
    ASSERT_EQ(values->lists.at("targets").size(), 1U);
    EXPECT_EQ(values->lists.at("targets").front().at("goal").text, "12.000");
    EXPECT_EQ(values->lists.at("targets").front().at("met").text, "Chỉ tiêu cả nước");
}

TEST_F(CommonBooksOverHttp, AClaimIsJudgedAlikeUnderEveryScheme) {
    const auto own = told("/api/v1/claims?scheme=thanh-hoa-5133");
    EXPECT_TRUE(answer_has(own,
                           R"("words":"281 CLB do bốn dự án VIE 022, 047, 051, 062 thành lập",)"
                           R"("value":0,)"))
        << own;
    for (const auto* scheme : {"vietnam-1648", "vietnam-1336"}) {
        EXPECT_EQ(told("/api/v1/claims?scheme=" + std::string(scheme)), own) << scheme;
        EXPECT_TRUE(answer_has(told("/api/v1/status?scheme=" + std::string(scheme)),
                               R"("clubs_of_projects":0,"clubs_of_decisions":0)"));
    }
}

TEST_F(CommonBooksOverHttp, SchemesThatRunComeFirstInTheChoice) {
    const auto order = [&](const std::string& day) {
        const auto page = get("/standing?as_of=" + day).body;
        std::string ids;
        for (auto at = page.find("<select id=\"scheme\""); at != std::string::npos;) {
            at = page.find("<option value=\"", at);
            if (at == std::string::npos || at > page.find("</select>", page.find("id=\"scheme\"")))
                break;
            at += 15;
            ids += page.substr(at, page.find('"', at) - at) + " ";
        }
        return ids;
    };
    EXPECT_EQ(order("2023-01-01"), " thanh-hoa-5133 vietnam-1336 vietnam-1648 ");
    EXPECT_EQ(order("2026-06-30"), " vietnam-1648 thanh-hoa-5133 vietnam-1336 ");
}

TEST_F(CommonBooksOverHttp, AListOfWhatIsMissingGoesOnToItsEnd) {
    const std::string asked = "?as_of=2021-01-31&units_as_of=2020-11-01&scheme=thanh-hoa-5133";
    const std::string linked =
        "?as_of=2021-01-31&amp;units_as_of=2020-11-01&amp;scheme=thanh-hoa-5133";
    const auto page = get("/standing" + asked).body;
    EXPECT_TRUE(answer_has(page, "và còn nữa: 359. <a href=\"/standing/missing" + linked +
                                     "&amp;target=T3\">Xem tất cả 559</a>"));
    const auto first_part = get("/standing/missing" + asked + "&target=T3");
    ASSERT_EQ(first_part.status, 200U) << first_part.body;
    EXPECT_TRUE(answer_has(first_part.body, "1–500 / 559"));
    EXPECT_TRUE(answer_has(first_part.body, "<a href=\"/standing" + linked + "&amp;unit="));
    EXPECT_TRUE(
        answer_has(first_part.body, linked + "&amp;target=T3&amp;offset=500\">Trang sau</a>"));
    const auto last_part = get("/standing/missing" + asked + "&target=T3&offset=500").body;
    EXPECT_TRUE(answer_has(last_part, "501–559 / 559"));
    EXPECT_TRUE(answer_has(last_part, linked + "&amp;target=T3\">Trang trước</a>"));
    EXPECT_FALSE(answer_has(last_part, "Trang sau"));

    const std::string api = "/api/v1/status/missing" + asked + "&target=";
    const auto some = told(api + "T3");
    EXPECT_TRUE(answer_has(some, R"("target":"T3","name":"Số xã có CLB")")) << some.substr(0, 400);
    EXPECT_TRUE(answer_has(some, R"("total":559,"offset":0)")) << some.substr(0, 400);
    auto times = times_named(some);
    for (const auto& [name, count] : times_named(told(api + "T3&offset=500"))) times[name] += count;
    // Twenty names of that map are borne by two communes or more.
    EXPECT_EQ(times.size(), 559U);
    EXPECT_TRUE(times.contains("Xã Xuân Lộc (Huyện Hậu Lộc)"));
    EXPECT_EQ(rule_of(get(api + "T99")), "question.choice.unknown");
    EXPECT_EQ(get("/standing/missing" + asked).status, 400U);
}

TEST_F(CommonBooksOverHttp, AMissingDistrictLeadsToItsStandingOnTheMapThatHasIt) {
    const std::string asked = "as_of=2025-12-31&scheme=thanh-hoa-5133";
    const auto page = get("/standing?" + asked).body;
    EXPECT_TRUE(answer_has(page,
                           "<a href=\"/standing?as_of=2025-12-31&amp;scheme=thanh-hoa-5133"
                           "&amp;unit=380&amp;units_as_of=2020-11-01\">Thành phố Thanh Hóa</a>"));
    EXPECT_EQ(get("/standing?" + asked + "&unit=380&units_as_of=2020-11-01").status, 200U);
    EXPECT_TRUE(
        answer_has(told("/api/v1/status?" + asked), R"("missing_units_as_of":"2020-11-01")"));
    EXPECT_TRUE(answer_has(told("/api/v1/status/missing?" + asked + "&target=T5"),
                           R"("units_as_of":"2020-11-01")"));
}

TEST_F(CommonBooksOverHttp, MissingVillagesOfOneNameAreToldApartAndLeadToTheirLine) {
    const auto create = [&](std::string_view id, const std::string& unit, std::string_view from) {
        return record(territory, R"({"op":"village.created","on":"2026-06-30","village":")" +
                                     std::string(id) + R"(","unit":")" + unit +
                                     R"(","name":"Thôn Một","predecessors":[],"from":")" +
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
    ASSERT_EQ(create("00000000V2", second, "2026-01-01"), 200U);
    clock.now += 2'000;
    const auto page = get("/standing?as_of=2026-06-30&scheme=thanh-hoa-5133").body;
    const std::string line = "<a href=\"/units/14797?as_of=2026-06-30&amp;scheme=thanh-hoa-5133#";
    EXPECT_TRUE(
        answer_has(page, line + "00000000V1\">Thôn Một (Phường Đông Thọ, Phường Hạc Thành)</a>"));
    EXPECT_TRUE(answer_has(page, line + "00000000V2\">Thôn Một (Phường Hạc Thành)</a>"));
    EXPECT_TRUE(answer_has(get("/units/14797?as_of=2026-06-30").body, R"(<li id="00000000V1">)"));
    EXPECT_TRUE(
        answer_has(told("/api/v1/status/missing?scheme=thanh-hoa-5133&target=T4&as_of=2026-06-30"),
                   R"x("name":"Thôn Một (Phường Đông Thọ, Phường Hạc Thành)","unit":"14797"})x"));
}

}  // namespace
}  // namespace lth::tests
