// The registry book: dated values, versions, clusters, claims; one case for each of its rules.
#include "core/registry/registry.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/rules.hpp"

namespace lth::tests {
namespace {

using namespace core::registry;
using core::make_date;

const core::Date start = make_date(2020, 9, 30);
const core::Date later = make_date(2023, 1, 1);

class Book {
public:
    std::string record(RegistryWhat what) {
        const auto seq = ++seq_;
        const RegistryOp op{.on = start, .parts = {}, .what = std::move(what)};
        const auto admitted = admit(registry, {.entry_id = entry(seq), .seq = seq, .today = start},
                                    std::span(&op, 1));
        if (admitted) return "";
        --seq_;
        for (const auto language : {core::Language::vi, core::Language::en}) {
            EXPECT_EQ(message(admitted.error(), language).find('{'), std::string::npos);
        }
        return std::string(admitted.error().rule.id());
    }
    [[nodiscard]] static core::EntryId entry(std::uint64_t seq) {
        core::Uuid id;
        id.bytes[15] = static_cast<std::uint8_t>(seq);
        return core::EntryId(id);
    }
    [[nodiscard]] static core::OpReversed reversal(std::uint64_t seq) { return {entry(seq), {0}}; }

    Registry registry;

private:
    std::uint64_t seq_ = 0;
};

SchemeAdopted scheme(std::string id, core::Date from, std::string text) {
    return {{std::move(id)}, from, {"Quyết định 1"}, {std::move(text)}};
}

ProgrammeAdded programme(std::uint64_t id, std::optional<core::PublicText> of = {}) {
    return {{id}, {"Chương trình"}, ProgrammeKind::decision, std::move(of), {}};
}

ClusterSet cluster(std::uint64_t id, std::vector<core::UnitId> communes, core::Date from) {
    return {{id}, {"Cụm " + std::to_string(id)}, std::move(communes), from};
}

ClaimRecorded claim(std::string measure, Relation relation, std::optional<std::int64_t> value) {
    return {{"Văn bản"}, start, {std::move(measure)}, relation, value, {}};
}

TEST(Registry, ADatedSettingHoldsFromItsDay) {
    Book book;
    EXPECT_EQ(setting_on(book.registry, "report_months", later), std::nullopt);
    EXPECT_EQ(book.record(core::SettingSet{{"report_months"}, 13, start}), "");
    EXPECT_EQ(book.record(core::SettingSet{{"report_months"}, 6, later}), "");
    EXPECT_EQ(setting_on(book.registry, "report_months", start - 1), std::nullopt);
    EXPECT_EQ(setting_on(book.registry, "report_months", later - 1), 13);
    EXPECT_EQ(setting_on(book.registry, "report_months", later), 6);
    EXPECT_EQ(book.record(core::SettingSet{{"report_months"}, 7, later}), "");
    EXPECT_EQ(setting_on(book.registry, "report_months", later), 7) << "the later recorded";
    EXPECT_EQ(book.record(Book::reversal(3)), "");
    EXPECT_EQ(setting_on(book.registry, "report_months", later), 6);
}

TEST(Registry, ASchemeKeepsItsVersions) {
    Book book;
    EXPECT_EQ(book.record(scheme("s", later, "new")), "");
    EXPECT_EQ(book.record(scheme("s", start, "old")), "");
    EXPECT_EQ(scheme_on(book.registry, "s", later - 1)->text.value, "old");
    EXPECT_EQ(scheme_on(book.registry, "s", later)->text.value, "new");
    EXPECT_EQ(scheme_on(book.registry, "s", start - 100)->text.value, "old");
    EXPECT_EQ(scheme_on(book.registry, "t", later), nullptr);
    const auto versions = scheme_versions(book.registry, "s");
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0]->text.value, "old");
    EXPECT_EQ(scheme_ids(book.registry), std::vector<std::string>{"s"});
    EXPECT_EQ(book.record(CriteriaAdopted{{"c"}, start, {}, {"text"}}), "");
    EXPECT_EQ(criteria_on(book.registry, "c", later)->text.value, "text");
}

TEST(Registry, ProgrammesOfAScheme) {
    Book book;
    EXPECT_EQ(book.record(scheme("s", start, "")), "");
    EXPECT_EQ(book.record(programme(1, core::PublicText{"s"})), "");
    EXPECT_EQ(book.record(programme(2)), "");
    EXPECT_EQ(programmes_of(book.registry, "s"), std::vector<core::ProgrammeId>{{1}});
    EXPECT_NE(find_programme(book.registry, {2}), nullptr);
    EXPECT_EQ(find_programme(book.registry, {3}), nullptr);
}

TEST(Registry, ClustersAreDatedAndMayEnd) {
    Book book;
    EXPECT_EQ(book.record(cluster(1, {{11}, {12}}, start)), "");
    EXPECT_EQ(book.record(cluster(2, {{13}}, start)), "");
    EXPECT_EQ(book.record(cluster(1, {{11}}, later)), "");
    EXPECT_EQ(book.record(cluster(2, {{13}, {12}}, later)), "");
    EXPECT_EQ(cluster_on(book.registry, {1}, later - 1)->communes.size(), 2U);
    EXPECT_EQ(cluster_on(book.registry, {1}, later)->communes.size(), 1U);
    EXPECT_EQ(clusters_on(book.registry, later).size(), 2U);
    EXPECT_EQ(book.record(cluster(2, {}, later + 1)), "");
    EXPECT_EQ(clusters_on(book.registry, later + 1).size(), 1U);
    EXPECT_TRUE(clusters_on(book.registry, start - 1).empty());
}

TEST(Registry, RetentionIsDated) {
    Book book;
    EXPECT_EQ(book.record(RetentionSet{Retained::attachment, {24}, start}), "");
    EXPECT_EQ(retention_on(book.registry, Retained::attachment, later), 24);
    EXPECT_EQ(retention_on(book.registry, Retained::name, later), std::nullopt);
}

TEST(Registry, AnEntryStandsOrFallsAsAWhole) {
    Book book;
    const std::vector<RegistryOp> ops = {{start, {}, programme(1)}, {start, {}, programme(1)}};
    const auto admitted = admit(book.registry, {.entry_id = {}, .seq = 1, .today = start}, ops);
    ASSERT_FALSE(admitted);
    EXPECT_EQ(admitted.error().op_index, 1);
    EXPECT_TRUE(book.registry.ops.empty());
    EXPECT_EQ(find_programme(book.registry, {1}), nullptr);
    const RegistryOp ahead{start + 2, {}, programme(1)};
    EXPECT_EQ(judge(book.registry, {.entry_id = {}, .seq = 1, .today = start}, std::span(&ahead, 1))
                  ->rule.id(),
              "entry.dated_ahead");
}

TEST(RegistryRules, EveryRuleIsNamed) {
    struct Case {
        const char* rule;
        RegistryWhat refused;
    };
    const std::vector<Case> cases = {
        {"registry.id", scheme("Đề án", start, "")},
        {"registry.id", CriteriaAdopted{{"a b"}, start, {}, {"text"}}},
        {"registry.same_day", scheme("s", start, "other")},
        {"registry.same_day", cluster(1, {{11}}, start)},
        {"registry.scheme.unknown", programme(9, core::PublicText{"t"})},
        {"registry.programme.exists", programme(1)},
        {"registry.cluster.twice", cluster(3, {{21}, {22}, {21}}, start)},
        {"registry.cluster.taken", cluster(3, {{12}}, later)},
        {"registry.claim.words", claim("a", Relation::words, {})},
        {"registry.claim.value", claim("a", Relation::gt, {})},
        {"registry.claim.range", claim("a", Relation::eq, -1)},
        {"registry.claim.range", claim("a_share", Relation::eq, 1'000'001)},
        {"registry.claim.exists", claim("clubs", Relation::ge, 5)},
        {"registry.reversal.unknown", Book::reversal(99)},
        {"registry.reversal.already", Book::reversal(5)},
        {"registry.reversal.kind", Book::reversal(6)},
        {"registry.reversal.depended_on", Book::reversal(1)},
    };
    std::set<std::string_view> named;
    for (const auto& [rule, refused] : cases) {
        Book book;
        ASSERT_EQ(book.record(scheme("s", start, "text")), "");           // 1
        ASSERT_EQ(book.record(programme(1, core::PublicText{"s"})), "");  // 2
        ASSERT_EQ(book.record(cluster(1, {{11}, {12}}, start)), "");      // 3
        ASSERT_EQ(book.record(claim("clubs", Relation::eq, 800)), "");    // 4
        ASSERT_EQ(book.record(claim("members", Relation::eq, 1)), "");    // 5
        ASSERT_EQ(book.record(Book::reversal(5)), "");                    // 6
        EXPECT_EQ(book.record(refused), rule);
        named.insert(rule);
    }
    for (const auto& rule : core::rules::registry) {
        EXPECT_FALSE(rule.vi.empty()) << rule.id;
        EXPECT_FALSE(rule.en.empty()) << rule.id;
        // Rules on the text of a scheme: tests/facts/scheme_test.cpp.
        if (!rule.id.starts_with("scheme.")) EXPECT_TRUE(named.contains(rule.id)) << rule.id;
    }
}

}  // namespace
}  // namespace lth::tests
