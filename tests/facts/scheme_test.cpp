// Scheme files: what they say, every rule on their form, and the words of 2020 against the figures.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "core/registry/registry.hpp"
#include "core/rules.hpp"
#include "facts/scheme.hpp"

namespace lth::tests {
namespace {

using core::make_date;
using core::registry::Relation;
using facts::parse_scheme;

std::string scheme_text(const std::string& id) {
    std::ifstream in(std::string(LTH_SOURCE_DIR) + "/schemes/" + id + ".toml", std::ios::binary);
    EXPECT_TRUE(in) << id;
    return {std::istreambuf_iterator<char>(in), {}};
}

facts::Scheme scheme(const std::string& id) {
    auto parsed = parse_scheme(scheme_text(id));
    if (!parsed) {
        ADD_FAILURE() << id << ": " << message(parsed.error(), core::Language::en);
        return {};
    }
    EXPECT_EQ(parsed->id, id);
    return std::move(*parsed);
}

TEST(Scheme, ThanhHoaHasEveryTargetInOrder) {
    const auto read = scheme("thanh-hoa-5133");
    ASSERT_EQ(read.targets.size(), facts::target_ids().size());
    for (std::size_t i = 0; i < read.targets.size(); ++i) {
        EXPECT_EQ(read.targets[i].id, facts::target_ids()[i]);
        EXPECT_FALSE(read.targets[i].reading.vi.empty());
        EXPECT_FALSE(read.targets[i].reading.en.empty());
    }
    EXPECT_EQ(read.province_code, "38");
    EXPECT_EQ(read.baseline, make_date(2020, 9, 30));
    EXPECT_EQ(read.ends, make_date(2025, 12, 31));
}

TEST(Scheme, GoalsOfThanhHoa) {
    const auto terms = terms_of(scheme("thanh-hoa-5133"));
    const auto goal = [&](const char* id) { return terms.goal(id).value.value_or(-1); };
    EXPECT_EQ(goal("T1"), 400);
    EXPECT_EQ(goal("T2a"), 20'000);
    EXPECT_EQ(goal("T2b"), 14'000);
    EXPECT_EQ(goal("T3"), 900'000);
    EXPECT_EQ(goal("T4"), 250'000);
    EXPECT_EQ(goal("T5"), 5);
    EXPECT_EQ(goal("T6"), 50);
    EXPECT_EQ(goal("T7"), -1);
    EXPECT_EQ(goal("T8a"), 900'000);
    EXPECT_EQ(goal("T8b"), 0);
    EXPECT_EQ(goal("T9a"), 7'000'000'000);
    EXPECT_EQ(goal("T9b"), 4'000'000'000);
    EXPECT_EQ(goal("T10"), 600'000);
    for (const char* id : {"T11a", "T11b", "T11c", "T11d", "T12"}) EXPECT_EQ(goal(id), 1'000'000);
    EXPECT_EQ(goal("T11e"), -1);
    for (const char* id : {"T13a", "T13b", "T13c"}) EXPECT_EQ(goal(id), 500'000);
    EXPECT_EQ(terms.goal("T11a").min, 50);
    EXPECT_EQ(terms.goal("T11a").max, 70);
    EXPECT_EQ(terms.goal("T11d").min, 300'000);
    EXPECT_EQ(terms.goal("T12").amount, 50'000'000);
    EXPECT_EQ(terms.programme, facts::programme_id("qd-5133"));
    EXPECT_EQ(terms.programmes.size(), 7U);
}

TEST(Scheme, ClaimsOfSeptember2020) {
    const auto read = scheme("thanh-hoa-5133");
    std::map<std::string, std::pair<Relation, std::int64_t>> claims;
    for (const auto& claim : read.claims) {
        EXPECT_EQ(claim.date, make_date(2020, 9, 30));
        claims[claim.measure.value] = {claim.relation, claim.value.value_or(-1)};
    }
    EXPECT_EQ(claims.at("clubs_active"), std::pair(Relation::eq, std::int64_t{800}));
    EXPECT_EQ(claims.at("clubs_of_projects").second + claims.at("clubs_of_decisions").second, 800);
    EXPECT_EQ(claims.at("communes_covered").second, 404);
    EXPECT_EQ(claims.at("members").second, 44'291);
    EXPECT_EQ(claims.at("members_elderly").second, 31'000);
    EXPECT_EQ(claims.at("members_women").second, 33'661);
    EXPECT_EQ(claims.at("members_elderly_share"), std::pair(Relation::gt, std::int64_t{700'000}));
    EXPECT_EQ(claims.at("members_women_share"), std::pair(Relation::gt, std::int64_t{760'000}));
    EXPECT_EQ(claims.at("members_hardship_share").first, Relation::words);
}

TEST(Scheme, NationalFigures) {
    const auto to_2025 = scheme("vietnam-1336");
    EXPECT_FALSE(to_2025.province_code);
    EXPECT_EQ(to_2025.targets.at(0).goal, 3'000);
    EXPECT_EQ(to_2025.targets.at(1).goal, 150'000);
    EXPECT_EQ(to_2025.targets.at(2).goal, 100'000);
    const auto to_2035 = scheme("vietnam-1648");
    ASSERT_EQ(to_2035.targets.size(), 1U);
    EXPECT_EQ(to_2035.targets[0].goal, 12'000);
    ASSERT_EQ(to_2035.targets[0].milestones.size(), 1U);
    EXPECT_EQ(to_2035.targets[0].milestones[0].goal, 6'000);
    EXPECT_EQ(to_2035.targets[0].milestones[0].by, make_date(2030, 12, 31));
    EXPECT_TRUE(to_2035.claims.empty());
    EXPECT_TRUE(terms_of(to_2035).national);
    EXPECT_FALSE(terms_of(scheme("thanh-hoa-5133")).national);
}

TEST(Scheme, AdoptionIsAdmittedByTheRegistry) {
    core::registry::Registry registry;
    std::uint64_t seq = 0;
    for (const char* id : {"thanh-hoa-5133", "vietnam-1336", "vietnam-1648"}) {
        const auto text = scheme_text(id);
        const auto ops = adoption_of(*parse_scheme(text), text, make_date(2020, 9, 1));
        const auto admitted =
            admit(registry, {.entry_id = {}, .seq = ++seq, .today = make_date(2026, 1, 1)}, ops);
        ASSERT_TRUE(admitted) << message(admitted.error(), core::Language::en);
        EXPECT_EQ(scheme_on(registry, id, make_date(2026, 1, 1))->text.value, text);
    }
    EXPECT_EQ(programmes_of(registry, "thanh-hoa-5133"),
              std::vector{facts::programme_id("qd-5133")});
    EXPECT_EQ(registry.claims.size(), 10U);
}

// The form writes what the file says: only comments are lost.
TEST(Scheme, IsWrittenAsItIsRead) {
    for (const auto* name : {"thanh-hoa-5133", "vietnam-1336", "vietnam-1648"}) {
        const auto read = parse_scheme(scheme_text(name));
        ASSERT_TRUE(read) << name;
        const auto text = facts::write_scheme(*read);
        const auto again = parse_scheme(text);
        ASSERT_TRUE(again) << name << message(again.error(), core::Language::en);
        EXPECT_EQ(facts::write_scheme(*again), text) << name;
        EXPECT_EQ(again->targets.size(), read->targets.size());
        EXPECT_EQ(again->claims.size(), read->claims.size());
        EXPECT_EQ(again->targets.front().name.vi, read->targets.front().name.vi);
    }
}

std::string paper(const std::string& id) {
    return "[[dossier]]\nid = \"" + id + "\"\nname_vi = \"đơn\"\nname_en = \"form\"\n";
}

const std::string base =
    "id = \"x\"\nname_vi = \"a\"\nname_en = \"a\"\nlead_vi = \"a\"\nlead_en = \"a\"\n"
    "legal_basis = \"a\"\nbegins = 2020-01-01\nends = 2025-12-31\nbaseline = 2020-01-01\n";

std::string target(const std::string& id, const std::string& more) {
    return "[[target]]\nid = \"" + id +
           "\"\nmeasure = \"m\"\nunit = \"count\"\nrelation = \"ge\"\n" +
           "name_vi = \"a\"\nname_en = \"a\"\nreading_vi = \"a\"\nreading_en = \"a\"\n" + more;
}

TEST(Scheme, MayNameThePapersOfAFounding) {
    const auto read = parse_scheme(base + paper("application") + paper("land"));
    ASSERT_TRUE(read);
    const auto again = parse_scheme(facts::write_scheme(*read));
    ASSERT_TRUE(again);
    ASSERT_EQ(again->dossier.size(), 2U);
    EXPECT_EQ(again->dossier.back().id, "land");
    EXPECT_EQ(again->dossier.back().name.vi, "đơn");
    EXPECT_TRUE(scheme("thanh-hoa-5133").dossier.empty());
}

struct Wrong {
    const char* rule;
    std::string text;
};

TEST(Scheme, EveryRuleOnTheForm) {
    ASSERT_TRUE(parse_scheme(base + target("T1", "goal = 5\n")));
    const std::vector<Wrong> cases = {
        {"scheme.not_toml", "id = "},
        {"scheme.not_toml", "\xFF"},
        {"scheme.too_large", std::string(facts::max_scheme_bytes + 1, '#')},
        {"scheme.missing", "id = \"x\"\n"},
        {"scheme.missing", base + "[[target]]\nid = \"T1\"\n"},
        {"scheme.wrong_type", base + "province_code = 38\n"},
        {"scheme.wrong_type", base + target("T1", "goal = 0.9\n")},
        {"scheme.wrong_type", base + "target = 5\n"},
        {"scheme.wrong_type", base + "target = [5]\n"},
        {"scheme.wrong_type", base + "[[programme]]\nkey = \"a\"\nname = \"a\"\n"
                                     "kind = \"project\"\nown = 1\n"},
        {"scheme.unknown_key", base + "colour = \"red\"\n"},
        {"scheme.unknown_key", base + target("T1", "colour = \"red\"\n")},
        {"scheme.value", base + "province_code = \"\"\n"},
        {"scheme.value", base + "province_code = \"a\\u0000b\"\n"},
        {"scheme.value", base + target("T1", "goal = -1\n")},
        {"scheme.value", base + target("T1", "min = 70\nmax = 50\n")},
        {"scheme.value", base + paper("land") + paper("land")},
        {"scheme.missing", base + "[[dossier]]\nid = \"land\"\n"},
        {"scheme.value", base + "district_map = 1492-10-12\n"},
        {"scheme.period",
         "id = \"x\"\nname_vi = \"a\"\nname_en = \"a\"\nlead_vi = \"a\"\n"
         "lead_en = \"a\"\nlegal_basis = \"a\"\nbegins = 2020-01-01\n"
         "ends = 2019-12-31\nbaseline = 2020-01-01\n"},
        {"scheme.target_twice", base + target("T1", "") + target("T1", "")},
        {"scheme.target_order", base + target("T3", "") + target("T1", "")},
        {"scheme.target_order", base + target("T99", "")},
        {"scheme.goal", base + target("T1", "goal = 2000000000\n")},
    };
    std::set<std::string_view> named;
    for (const auto& [rule, text] : cases) {
        const auto parsed = parse_scheme(text);
        ASSERT_FALSE(parsed) << rule;
        EXPECT_EQ(parsed.error().rule.id(), rule);
        EXPECT_EQ(message(parsed.error(), core::Language::en).find('{'), std::string::npos) << rule;
        named.insert(rule);
    }
    for (const auto& rule : core::rules::registry) {
        if (rule.id.starts_with("scheme.")) EXPECT_TRUE(named.contains(rule.id)) << rule.id;
    }
}

}  // namespace
}  // namespace lth::tests
