// What holds whatever is recorded.
#include <gtest/gtest.h>

#include "core/club/check.hpp"
#include "core/club/folding.hpp"
#include "support/random_club.hpp"

namespace lth::tests {
namespace {

using core::Money;
using core::club::Account;
using core::club::Fund;

constexpr core::Date far_ahead = core::make_date(2199, 1, 1);

void expect_both_funds_balance(const ClubBook& book) {
    Money income;
    Money operating;
    for (std::size_t i = 0; i < core::club::account_count; ++i) {
        const auto account = static_cast<Account>(i);
        (fund_of(account) == Fund::income ? income : operating) += book.club.balances[i];
        if (is_signed(account)) continue;
        EXPECT_GE(natural(account, book.club.balances[i]), Money{}) << full_name(account);
    }
    EXPECT_EQ(income, Money{});
    EXPECT_EQ(operating, Money{});
}

void expect_each_operation_balances(const ClubBook& book) {
    for (const auto& op : book.club.ops) {
        Money income;
        Money operating;
        for (std::uint32_t i = 0; i < op.posting_count; ++i) {
            const auto& posting = book.club.postings[op.first_posting + i];
            (fund_of(posting.account) == Fund::income ? income : operating) += posting.amount;
        }
        EXPECT_EQ(income, Money{}) << core::club::op_name(op.kind);
        EXPECT_EQ(operating, Money{}) << core::club::op_name(op.kind);
    }
}

void expect_loans_agree_with_the_ledger(const ClubBook& book) {
    Money outstanding;
    for (const auto& loan : book.club.loans) {
        outstanding += loan.outstanding;
        EXPECT_EQ(loan.outstanding, core::club::outstanding_on(loan, far_ahead));
        EXPECT_GE(loan.outstanding, Money{});
        EXPECT_LE(loan.outstanding, loan.principal);
    }
    EXPECT_EQ(outstanding, book.balance("income:loans"));
}

TEST(ClubProperties, TwentyThousandOperationsKeepEveryInvariant) {
    std::size_t operations = 0;
    for (std::uint64_t seed = 1; operations < 20'000; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const ClubBook book = random_book(seed, 400);
        operations += book.club.ops.size();
        expect_both_funds_balance(book);
        expect_each_operation_balances(book);
        expect_loans_agree_with_the_ledger(book);
        ASSERT_EQ(book.difference_to_fold(), "");
        ASSERT_FALSE(HasFailure());
    }
}

TEST(ClubProperties, ARefusedEntryLeavesNoTrace) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        ClubBook book = launched_club();
        RandomClub random(seed);
        int refused = 0;
        for (int i = 0; i < 200; ++i) {
            const auto ops = random.next_ops(book.club);
            const auto before = canonical_text(book.club);
            const auto names = book.club.namings.size();
            if (book.record(ops, far_ahead).empty()) continue;
            ++refused;
            ASSERT_EQ(canonical_text(book.club), before) << "seed " << seed << " " << ops;
            ASSERT_EQ(book.club.namings.size(), names);
        }
        EXPECT_GT(refused, 10);
    }
}

TEST(ClubProperties, DailyFiguresNeverGoBelowZero) {
    using core::club::Column;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const ClubBook book = random_book(seed, 300);
        std::array<std::int64_t, core::club::column_count> sums{};
        for (std::size_t i = 0; i < book.days.size(); ++i) {
            const auto& delta = book.days[i];
            sums[static_cast<std::size_t>(delta.column)] += delta.delta;
            const bool day_ends = i + 1 == book.days.size() || book.days[i + 1].day != delta.day;
            if (!day_ends) continue;
            const auto at = [&](Column column) { return sums[static_cast<std::size_t>(column)]; };
            ASSERT_GE(at(Column::members), 0);
            ASSERT_LE(at(Column::women) + at(Column::sex_unknown), at(Column::members));
            ASSERT_LE(at(Column::elderly), at(Column::elderly_custom));
            ASSERT_LE(at(Column::borrowers_year), at(Column::borrowers_ever));
            ASSERT_LE(at(Column::borrowers_ever), at(Column::members)) << to_text(delta.day);
            ASSERT_LE(at(Column::borrowers_owing), at(Column::members));
        }
    }
}

}  // namespace
}  // namespace lth::tests
