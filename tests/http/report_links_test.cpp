// What a document on the screen tells leads to where it stands.
#include <map>
#include <sstream>

#include "report/compose.hpp"
#include "support/http/common_books.hpp"

namespace lth::tests {
namespace {

TEST_F(CommonBooksOverHttp, WhatIsMissingAndWhatItRestsOnOpenTheirSources) {
    ASSERT_EQ(
        record(territory,
               R"({"op":"village.created","on":"2026-06-30","village":"00000000V2","unit":")" +
                   second +
                   R"(","name":"Thôn Hai","predecessors":[],"from":"2026-01-01",)"
                   R"("evidence":"list"})")
            .status,
        200U);
    clock.now += 2'000;
    std::map<std::string, int> links;  // of each kind
    const auto expect_links = [&](const std::string& unit) {
        report::Asked asked{.kind = report::Kind::final_review};
        asked.question.as_of = core::make_date(2026, 6, 30);
        asked.question.unit = unit;
        const auto values = report::compose(province, asked).value();
        const auto page = told("/reports/final-review?as_of=2026-06-30" +
                               (unit.empty() ? std::string() : "&unit=" + unit));
        for (const auto& line : values.lists.at("missing")) {
            std::istringstream places(line.at("places").text);
            for (std::string kind, code, own, name; std::getline(places, kind, '\t');) {
                std::getline(places, code, '\t');
                std::getline(places, own, '\t');
                std::getline(places, name);
                if (kind == "unit" && code.empty()) continue;  // no page shows it
                const auto address = kind == "club"      ? "/clubs/" + own + "?as_of=2026-06-30"
                                     : kind == "village" ? "/units/" + code + "?as_of=2026-06-30"
                                                         : "/standing?as_of=2026-06-30";
                const auto link = page.find("<a href=\"" + address);
                EXPECT_NE(link, std::string::npos) << kind << " " << name;
                if (kind == "unit") EXPECT_TRUE(page.contains("unit=" + code)) << name;
                if (kind == "village") EXPECT_TRUE(page.contains("#" + own + "\">")) << name;
                ++links[kind];
            }
            const bool more = line.at("names").text.contains(" nơi khác");
            if (!more || !unit.empty()) continue;
            EXPECT_TRUE(page.contains("<a href=\"/standing/missing?as_of=2026-06-30&amp;target=" +
                                      line.at("id").text))
                << line.at("id").text;
        }
        // A commune without a club rests on nothing.
        EXPECT_TRUE(!unit.empty() || page.contains("Theo sổ <a href=\"/standing?as_of=2026-06-30"))
            << page;
    };
    expect_links({});       // the club is too small
    expect_links("14797");  // the commune has no club, nor has its village
    EXPECT_GT(links["club"], 0);
    EXPECT_GT(links["unit"], 0);
    EXPECT_GT(links["village"], 0);
}

TEST_F(CommonBooksOverHttp, APartOfAQuotaIsInNoSumOfTheAnnex) {
    const auto units = province.units({}).value().units;
    const auto quota = [](const std::string& unit, int clubs) {
        return R"({"op":"quota.assigned","on":"2026-06-30","year":2026,"unit":")" + unit +
               R"(","clubs":)" + std::to_string(clubs) + "}";
    };
    const auto association = book_id(803);
    open(association, core::BookKind::association,
         R"({"ops":[{"op":"association.registered","on":"2026-06-01","unit":")" +
             to_text(units.front().id) + R"(","level":"province","name":"Hội tỉnh"}]})");
    const auto both = quota(to_text(units.front().id), 10) + "," + quota(first, 3);
    ASSERT_EQ(record(association, both).status, 200U);
    clock.now += 2'000;
    report::Asked asked{.kind = report::Kind::quotas};
    asked.question.as_of = core::make_date(2026, 6, 30);
    const auto lines = report::compose(province, asked).value().lists.at("quotas");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].at("quota").number, "10");
    EXPECT_EQ(lines[1].at("quota").number, "");  // text: what a sheet does not sum
    EXPECT_EQ(lines[1].at("quota").text, "(3)");
    EXPECT_TRUE(lines[1].at("unit").text.starts_with("trong đó: "));
}

}  // namespace
}  // namespace lth::tests
