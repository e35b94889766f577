// Communes that are merged on the map's forms, at once or unit by unit: what the books hold is
// certified, and nothing is left to decide that nobody has to.
#include "support/http/common_books.hpp"

namespace lth::tests {
namespace {

class MergedOnTheMap : public CommonBooksOverHttp {
protected:
    MergedOnTheMap() {
        // Where club 1 has its seat.
        must(R"({"op":"village.created","on":"2026-06-30","village":"0000000001","unit":")" +
             first +
             R"(","name":"Thôn Một","predecessors":[],"from":"2025-07-01","evidence":"list"})");
    }
    void must(std::string_view ops) {
        clock.now += 2'000;
        const auto answer = record(territory, ops);
        ASSERT_EQ(answer.status, 200U) << answer.body;
    }
    std::string row(std::string_view code) {
        return R"({"unit":"00000000N1","code":")" + std::string(code) +
               R"(","name":"Phường Mới","kind":"ward","parent":")" +
               to_text(province.units({})->units.front().id) + R"("})";
    }
    static std::size_t splits(const std::string& map) {
        std::size_t count = 0;
        for (auto at = map.find(R"("kind":"split")"); at != std::string::npos;
             at = map.find(R"("kind":"split")", at + 1)) {
            ++count;
        }
        return count;
    }
    // The one line of the day, with what club 1 has, and the decisions that were there before.
    void is_certified() {
        const auto map = told("/api/v1/map");
        const std::string line =
            R"("effective":"2026-06-01","legal_basis":"Nghị quyết 9","evidence":"law",)"
            R"("communes_before":166,"communes_after":165,"merged_whole":2,"split":0,)"
            R"("conserved":true,"before":{"clubs":1,)";
        EXPECT_NE(map.find(line), std::string::npos) << map.substr(0, 1'000);
        const auto day = map.find(R"("effective":"2026-06-01")");
        EXPECT_EQ(map.find(R"("effective":"2026-06-01")", day + 1), std::string::npos);
        EXPECT_EQ(splits(map), 10U);
        const auto there = told("/api/v1/map/00000000N1");
        EXPECT_NE(there.find(R"("name":"Thôn Một","since":"2025-07-01","undecided":false)"),
                  std::string::npos)
            << there;
    }

    const std::string basis = R"("evidence":"law","legal_basis":"Nghị quyết 9"})";
};

TEST_F(MergedOnTheMap, AtOnceWithTheCodeOfOneOfThem) {
    const auto whole = [](const std::string& from) {
        return R"({"from":")" + from + R"(","to":"00000000N1","share":"whole"})";
    };
    must(R"({"op":"reform.applied","on":"2026-06-30","effective":"2026-06-01","created":[)" +
         row("14758") + R"(],"changed":[],"abolished":[")" + first + R"(",")" + second +
         R"("],"successions":[)" + whole(first) + "," + whole(second) + "]," + basis);
    is_certified();
}

TEST_F(MergedOnTheMap, UnitByUnit) {
    must(R"({"op":"unit.created","on":"2026-06-30","row":)" + row("99001") +
         R"(,"from":"2026-06-01","predecessors":[")" + first + R"(",")" + second + R"("],)" +
         basis);
    for (const auto& unit : {first, second}) {
        must(R"({"op":"unit.abolished","on":"2026-06-30","unit":")" + unit +
             R"(","successors":[{"unit":"00000000N1","share":"whole"}],"from":"2026-06-01",)" +
             basis);
    }
    is_certified();
}

TEST_F(MergedOnTheMap, WhatWasMergedBeforeHasItsCertificate) {
    const auto map = told("/api/v1/map");
    for (const std::string_view day :
         {R"("effective":"2025-01-01","legal_basis":"Nghị quyết 1238/NQ-UBTVQH15")",
          R"("effective":"2024-02-01","legal_basis":"Nghị quyết 939/NQ-UBTVQH15")"}) {
        const auto at = map.find(day);
        ASSERT_NE(at, std::string::npos) << day;
        const auto conserved = map.find(R"("conserved":)", at);
        EXPECT_EQ(map.substr(conserved, 16), R"("conserved":true)") << day;
    }
}

}  // namespace
}  // namespace lth::tests
