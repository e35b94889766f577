// Every operation of the territory and the registry book, filled at random: written and read back
// it is the same, and the folds take any history of them, whatever nonsense it says.
#include <gtest/gtest.h>

#include "core/registry/registry.hpp"
#include "core/territory/denominators.hpp"
#include "json/registry_body.hpp"
#include "json/territory_body.hpp"
#include "support/random_fill.hpp"
#include "support/territory_book.hpp"
#include "support/thanh_hoa.hpp"

namespace lth::tests {
namespace {

constexpr std::uint64_t histories = 300;
constexpr core::Date today = core::make_date(2022, 6, 1);

/// One operation of every kind.
template <class What>
std::vector<core::Operation<What>> random_ops(Dice& dice, const Known& known) {
    std::vector<core::Operation<What>> ops;
    RandomFill fill(dice, known);
    boost::mp11::mp_for_each<boost::mp11::mp_iota<boost::mp11::mp_size<What>>>([&](auto index) {
        auto& op = ops.emplace_back();
        fill(op.on);
        fill(op.what.template emplace<decltype(index)::value>());
    });
    return ops;
}

core::EntryRef entry_of(Known& known, std::uint64_t seq) {
    const auto id = TerritoryBook::entry(seq);
    known.entries.push_back(id);
    return {.entry_id = id, .seq = seq, .today = today};
}

TEST(TerritoryJson, EveryOperationComesBackAsItWas) {
    for (std::uint64_t seed = 1; seed <= histories; ++seed) {
        Dice dice(seed);
        const Known known{.today = today, .members = {}, .loans = {}, .entries = {}};
        const auto ops = random_ops<core::territory::TerritoryWhat>(dice, known);
        const auto body = json::write_body(std::span(ops));
        const auto read = json::read_territory_ops(body, {});
        ASSERT_TRUE(read) << seed << ": " << message(read.error(), core::Language::en) << body;
        EXPECT_EQ(json::write_body(std::span(*read)), body) << seed;
    }
}

TEST(RegistryJson, EveryOperationComesBackAsItWas) {
    for (std::uint64_t seed = 1; seed <= histories; ++seed) {
        Dice dice(seed);
        const Known known{.today = today, .members = {}, .loans = {}, .entries = {}};
        const auto ops = random_ops<core::registry::RegistryWhat>(dice, known);
        const auto body = json::write_body(std::span(ops));
        const auto read = json::read_registry_ops(body, {});
        ASSERT_TRUE(read) << seed << ": " << message(read.error(), core::Language::en) << body;
        EXPECT_EQ(json::write_body(std::span(*read)), body) << seed;
    }
}

TEST(TerritoryJson, TheFoldTakesAnyHistory) {
    using namespace core::territory;
    for (std::uint64_t seed = 1; seed <= histories; ++seed) {
        Dice dice(seed);
        Known known{.today = today, .members = {}, .loans = {}, .entries = {}};
        Territory book;
        for (std::uint64_t seq = 1; seq <= 6; ++seq) {
            const auto entry = entry_of(known, seq);
            const auto ops = random_ops<TerritoryWhat>(dice, known);
            (void)judge(book, entry, ops);  // whatever it says, it says so without a fault
            apply(book, entry, ops);
        }
        for (const auto day : {today - 400, today - 20, today, today + 400}) {
            const auto view = make_view(book, day);
            for (Node node = 0; node < view.units.size(); ++node) {
                ASSERT_LE(view.units[node].end, view.units.size()) << seed;
                (void)denominator(book, view, node, Figure::villages);
            }
            for (const auto& village : book.villages) {
                (void)village_classes_on(book, village.id, day);
            }
            for (const auto& unit : book.units) (void)relatives_on(book, unit.id, day);
            (void)open_decisions(book, day);
        }
    }
}

TEST(RegistryJson, TheFoldTakesAnyHistory) {
    using namespace core::registry;
    for (std::uint64_t seed = 1; seed <= histories; ++seed) {
        Dice dice(seed);
        Known known{.today = today, .members = {}, .loans = {}, .entries = {}};
        Registry book;
        for (std::uint64_t seq = 1; seq <= 6; ++seq) {
            const auto entry = entry_of(known, seq);
            const auto ops = random_ops<RegistryWhat>(dice, known);
            (void)judge(book, entry, ops);
            apply(book, entry, ops);
        }
        (void)clusters_on(book, today);
        (void)scheme_ids(book);
    }
}

/// The catalogue's entries are far below the limits of an entry of the territory book.
TEST(TerritoryJson, TheCatalogueFitsIntoEntries) {
    const auto limits = core::limits_of(core::BookKind::territory);
    for (const auto& ops : thanh_hoa_entries()) {
        const auto body = json::write_body(std::span(ops));
        EXPECT_LT(body.size(), limits.body_bytes / 20);
        EXPECT_LT(ops.size(), limits.ops);
        const auto read = json::read_territory_ops(body, {});
        ASSERT_TRUE(read) << message(read.error(), core::Language::en);
        EXPECT_EQ(json::write_body(std::span(*read)), body);
    }
}

}  // namespace
}  // namespace lth::tests
