// What holds in an association's book whatever is recorded.
#include <gtest/gtest.h>

#include <set>

#include "core/association/publication.hpp"
#include "support/random_association.hpp"

namespace lth::tests {
namespace {

using core::Money;
using namespace core::association;

struct History {
    AssociationBook book = province_book();
    std::set<std::string> refused_by;
    std::set<std::size_t> recorded;  // kinds of operation
    std::size_t offered = 0;
};

History random_history(std::uint64_t seed, std::size_t operations) {
    Dice dice(seed);
    History history;
    Known known;
    for (std::size_t i = 0; i < operations; i += 1 + dice.below(3)) {
        known.today = core::make_date(2020, 3, 1) + static_cast<std::int32_t>(i);
        std::vector<AssociationOp> ops(1 + dice.below(3));
        for (auto& op : ops) {
            op = random_association_op(dice, known, history.book);
        }
        history.offered += ops.size();
        const auto before = canonical_text(history.book.book);
        const auto uses = history.book.book.uses.size();
        const auto rule = history.book.record(ops, known.today);
        if (rule.empty()) {
            known.entries.push_back(AssociationBook::entry(history.book.history.size()));
            for (const auto& op : ops) history.recorded.insert(op.what.index());
        } else {
            history.refused_by.insert(rule);
            EXPECT_EQ(canonical_text(history.book.book), before) << rule;
            EXPECT_EQ(history.book.book.uses.size(), uses) << rule;
        }
    }
    return history;
}

void expect_funds_balance(const Association& book) {
    Money sums[care_level_count] = {};
    for (std::uint8_t i = 0; i < account_count; ++i) {
        const Account account{i};
        sums[static_cast<std::size_t>(level_of(account))] += book.balances[i];
        if (is_opening(account)) continue;
        EXPECT_GE(natural(account, book.balances[i]), Money{}) << full_name(account);
    }
    for (const Money sum : sums) EXPECT_EQ(sum, Money{});
}

void expect_publications_add_up(const Association& book) {
    for (const auto level : {CareLevel::province, CareLevel::branch}) {
        std::optional<Money> closing;
        for (int year = 2020; year <= 2023; ++year) {
            const auto publication = publish(book, level, year, core::make_date(year, 12, 31));
            if (!publication) continue;
            EXPECT_TRUE(adds_up(*publication)) << year;
            if (closing) EXPECT_EQ(publication->total.opening, *closing) << year;
            closing = publication->total.closing;
        }
    }
}

// 1, 2, 3 … in seq order for each fund, year and direction, reversed ones included.
void expect_numbers_without_gaps(const AssociationRows& rows) {
    std::map<NumberSeries, std::uint32_t> last;
    for (const auto& [place, row] : rows.flows) {
        const NumberSeries series{row.level, year_of(row.on), is_inflow(row.flow)};
        EXPECT_EQ(row.number, ++last[series]);
    }
}

TEST(AssociationProperties, TwentyThousandOperationsKeepEveryInvariant) {
    std::size_t offered = 0;
    std::set<std::string> refused_by;
    std::set<std::size_t> recorded;
    for (std::uint64_t seed = 1; offered < 20'000; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto history = random_history(seed, 500);
        offered += history.offered;
        refused_by.insert(history.refused_by.begin(), history.refused_by.end());
        recorded.insert(history.recorded.begin(), history.recorded.end());
        EXPECT_EQ(history.book.difference_to_fold(), "");
        expect_funds_balance(history.book.book);
        expect_publications_add_up(history.book.book);
        expect_numbers_without_gaps(history.book.rows);
    }
    // All but what chance hardly ever makes valid: registration, opening, explanation, closing.
    EXPECT_GE(recorded.size(), std::variant_size_v<AssociationWhat> - 4);
    EXPECT_GE(refused_by.size(), 20U);
}

TEST(AssociationProperties, AReversalRestoresBalancesAndFigures) {
    std::size_t reversed = 0;
    for (std::uint64_t seed = 1'000; seed < 1'020; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        auto book = random_history(seed, 150).book;
        Dice dice(seed);
        const auto today = core::make_date(2020, 8, 1);
        for (int i = 0; i < 60; ++i) {
            const auto balances = book.book.balances;
            const auto figures = year_figures(book.book, CareLevel::branch, 2020);
            Known known;
            known.today = today;
            auto op = random_association_op(dice, known);
            op.on = today;
            const bool undoable = !std::holds_alternative<core::OpReversed>(op.what) &&
                                  !std::holds_alternative<core::PrivateErased>(op.what) &&
                                  !std::holds_alternative<core::AttachmentAdded>(op.what);
            if (!undoable || !book.record(std::vector{op}, today).empty()) continue;
            const AssociationOp undo{
                .on = today,
                .parts = {},
                .what = core::OpReversed{AssociationBook::entry(book.history.size()), {0}}};
            ASSERT_EQ(book.record(std::vector{undo}, today), "");
            EXPECT_EQ(book.book.balances, balances);
            EXPECT_EQ(year_figures(book.book, CareLevel::branch, 2020), figures);
            ++reversed;
        }
        EXPECT_EQ(book.difference_to_fold(), "");
    }
    EXPECT_GE(reversed, 300U);
}

// A history that no rule has seen: apply must take it without fault to memory or arithmetic.
TEST(AssociationProperties, ApplyIsTotal) {
    for (std::uint64_t seed = 2'000; seed < 2'040; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Dice dice(seed);
        Known known;
        known.today = core::make_date(2020, 3, 1);
        Association book;
        for (std::uint64_t seq = 1; seq <= 200; ++seq) {
            std::vector<AssociationOp> ops(1 + dice.below(3));
            for (auto& op : ops) op = random_association_op(dice, known);
            (void)apply_with_changes(book, {AssociationBook::entry(seq), seq}, ops);
            known.entries.push_back(AssociationBook::entry(seq));
        }
        EXPECT_EQ(book.ops.empty(), false);
        EXPECT_FALSE(canonical_text(book).empty());
        (void)negative_days(book);
    }
}

}  // namespace
}  // namespace lth::tests
