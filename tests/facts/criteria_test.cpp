// Criteria files: what they say, and what is refused.
#include "facts/criteria.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "core/registry/registry.hpp"
#include "core/rules.hpp"
#include "json/message.hpp"

namespace lth::tests {
namespace {

using core::make_date;
using core::rating::Measure;
using facts::parse_criteria;

std::string suggested() {
    std::ifstream in(LTH_SOURCE_DIR "/schemes/criteria-mau-de-xuat-2020.toml", std::ios::binary);
    EXPECT_TRUE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Criteria, TheSuggestedFormSaysThatItIsOne) {
    const auto criteria = parse_criteria(suggested());
    ASSERT_TRUE(criteria) << message(criteria.error(), core::Language::en);
    EXPECT_EQ(reference(*criteria), "mau-de-xuat/2020-01-01");
    EXPECT_NE(criteria->name_vi.find("đề xuất"), std::string::npos);
    std::int64_t sum = 0;
    std::set<Measure> measures;
    for (const auto& criterion : criteria->criteria) {
        sum += criterion.points.value;
        measures.insert(criterion.measure);
    }
    EXPECT_EQ(sum, 100);
    EXPECT_EQ(measures.size(), 14U) << "each measure is used";
}

TEST(Criteria, PhonesReadThemBack) {
    const auto criteria = parse_criteria(suggested());
    ASSERT_TRUE(criteria);
    const auto text = json::write_message(*criteria);
    const auto read = json::read_message<core::rating::Criteria>(text, "criteria");
    ASSERT_TRUE(read) << message(read.error(), core::Language::en);
    EXPECT_EQ(*read, *criteria);
}

TEST(Criteria, AdoptionIsAdmittedByTheRegistry) {
    core::registry::Registry registry;
    const auto text = suggested();
    const std::vector ops = {
        facts::adoption_of(*parse_criteria(text), text, make_date(2020, 9, 1))};
    const auto admitted =
        admit(registry, {.entry_id = {}, .seq = 1, .today = make_date(2026, 1, 1)}, ops);
    ASSERT_TRUE(admitted) << message(admitted.error(), core::Language::en);
    EXPECT_EQ(criteria_on(registry, "mau-de-xuat", make_date(2026, 1, 1))->text.value, text);
}

const std::string head =
    "id = \"x\"\nfrom = 2020-01-01\nname_vi = \"a\"\nname_en = \"a\"\n"
    "strong_ppm = 900000\nfair_ppm = 700000\naverage_ppm = 500000\n";

std::string criterion(const std::string& id, const std::string& measure, const std::string& more) {
    return "[[criterion]]\nid = \"" + id + "\"\nmeasure = \"" + measure +
           "\"\nname_vi = \"a\"\nname_en = \"a\"\n" + more;
}

TEST(Criteria, WhatIsWrongIsNamed) {
    const auto good = criterion("a", "judged", "points = 5\n");
    ASSERT_TRUE(parse_criteria(head + good));
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"scheme.not_toml", "id = "},
        {"scheme.too_large", std::string(300'000, '#')},
        {"scheme.missing", "id = \"x\"\n" + good},
        {"scheme.missing", head + criterion("a", "judged", "")},
        {"scheme.wrong_type", head + criterion("a", "judged", "points = \"5\"\n")},
        {"scheme.unknown_key", head + criterion("a", "judged", "points = 5\ncolour = 1\n")},
        {"scheme.value", head + criterion("a", "luck", "points = 5\n")},
        {"scheme.value", head},
        {"scheme.value", head + criterion("a", "areas", "points = 5\n")},
        {"scheme.target_twice", head + good + good},
    };
    for (const auto& [rule, text] : cases) {
        const auto parsed = parse_criteria(text);
        ASSERT_FALSE(parsed) << rule;
        EXPECT_EQ(parsed.error().rule.id(), rule);
        EXPECT_EQ(message(parsed.error(), core::Language::en).find('{'), std::string::npos);
    }
}

}  // namespace
}  // namespace lth::tests
