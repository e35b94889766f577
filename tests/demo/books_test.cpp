// Every book of the demo read back from its text: chains, rows, fund equations, halves that match,
// and figures that do not depend on who keeps a book.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/club_book.hpp"
#include "core/association/fold.hpp"
#include "core/association/matching.hpp"
#include "demo/demo.hpp"
#include "demo/plan.hpp"
#include "json/operations.hpp"

namespace lth::tests {
namespace {

using core::club::Column;

class Books final : public demo::Sink {
public:
    void write(app::BookWrite book) override { all.push_back(std::move(book)); }
    void progress(const demo::Progress& progress) override { last = progress; }

    std::vector<app::BookWrite> all;
    demo::Progress last;
};

Books generated(std::size_t clubs, core::Date until, std::int64_t adoption = 100) {
    demo::Options options;
    options.clubs = clubs;
    options.until = until;
    options.adoption = adoption;
    Books books;
    demo::generate(options, books);
    return books;
}

void expect_chain(const app::BookWrite& book) {
    core::Head head;
    for (const auto& sealed : book.entries) {
        ASSERT_TRUE(core::follows(head, sealed)) << to_text(book.book) << " " << sealed.seal.seq;
        head = core::head_after(sealed);
    }
}

void expect_sound_funds(const core::club::Club& club) {
    using namespace core::club;
    std::array<core::Money, 2> sums{};
    for (std::size_t i = 0; i < account_count; ++i) {
        const auto account = static_cast<Account>(i);
        sums[static_cast<std::size_t>(fund_of(account))] += club.balances[i];
        if (is_signed(account)) continue;
        EXPECT_GE(natural(account, club.balances[i]), core::Money{}) << full_name(account);
    }
    EXPECT_EQ(sums[0], core::Money{});
    EXPECT_EQ(sums[1], core::Money{});
    for (const auto& loan : club.loans) {
        EXPECT_GE(loan.outstanding, core::Money{});
        EXPECT_LE(loan.outstanding, loan.principal);
    }
    EXPECT_TRUE(club.faults.empty());
}

core::association::Association folded(const app::BookWrite& write) {
    core::association::Association book;
    for (const auto& sealed : write.entries) {
        const auto ops = json::read_association_ops(sealed.entry.body, sealed.entry.parts);
        EXPECT_TRUE(ops.has_value());
        if (!ops) break;
        core::association::apply(book, {sealed.entry.entry_id, sealed.seal.seq}, *ops);
    }
    return book;
}

TEST(DemoBooks, ClubsFoldFromTheirTextToTheRowsHandedOver) {
    const auto books = generated(20, core::make_date(2022, 3, 31));
    std::size_t clubs = 0;
    for (const auto& write : books.all) {
        expect_chain(write);
        if (write.kind != core::BookKind::club) continue;
        ++clubs;
        app::ClubBook book;
        for (const auto& sealed : write.entries) book.apply(sealed);
        expect_sound_funds(book.club);
        const auto rows = book.rows();
        EXPECT_EQ(rows.disclosed, write.changes.disclosed);
        EXPECT_EQ(rows.club.days, write.changes.club.days);
        EXPECT_EQ(rows.club.members, write.changes.club.members);
        EXPECT_EQ(rows.club.loans, write.changes.club.loans);
        EXPECT_EQ(rows.club.meetings, write.changes.club.meetings);
    }
    EXPECT_GT(clubs, 12U);
    EXPECT_GT(books.last.operations, 5'000U);
    EXPECT_EQ(books.last.books_done, books.last.books);
}

TEST(DemoBooks, LifeHasItsTroubles) {
    const auto books = generated(40, core::make_date(2023, 12, 31));
    std::map<std::string_view, std::size_t> seen;
    for (const auto& write : books.all) {
        if (write.kind != core::BookKind::club) continue;
        for (const auto& sealed : write.entries) {
            const auto ops = json::read_club_ops(sealed.entry.body, sealed.entry.parts);
            ASSERT_TRUE(ops.has_value());
            for (const auto& op : *ops) ++seen[core::club::op_name(op.what.index())];
        }
    }
    for (const auto* op :
         {"member.left", "member.changed", "loan.written_off", "op.reversed", "period.closed",
          "meetings.excused", "rating.approved", "bank.deposited", "health.checked",
          "activity.held", "roster.reviewed", "gift.received", "club.launched"}) {
        EXPECT_GT(seen[op], 0U) << op;
    }
}

// As the desk names the papers that a scheme asks for: what is ticked is what is counted.
TEST(DemoBooks, AFoundingHasThePapersOfTheScheme) {
    const std::set<std::string> papers = {"application", "members", "charter", "plan",
                                          "board",       "capital", "opinion"};
    const auto books = generated(20, core::make_date(2022, 3, 31));
    std::size_t founded = 0;
    for (const auto& write : books.all) {
        if (write.kind != core::BookKind::club) continue;
        app::ClubBook book;
        for (const auto& sealed : write.entries) book.apply(sealed);
        std::set<std::string> ticked;
        for (const auto& item : book.club.dossier) {
            if (item.what.done) ticked.insert(item.what.item.value);
        }
        if (ticked.empty()) continue;  // a club that stood before the scheme
        EXPECT_EQ(ticked, papers);
        ++founded;
    }
    EXPECT_GT(founded, 0U);
}

// The reform lies within: funds of districts and old communes end in those of the new ones.
TEST(DemoBooks, CareFundsBalanceAndTheirHalvesMatch) {
    using namespace core::association;
    const auto books = generated(10, core::make_date(2025, 8, 31));
    std::vector<FundGrant> fund_halves;
    std::vector<ClubGrant> club_halves;
    std::vector<TransferHalf> outs;
    std::vector<TransferHalf> ins;
    const auto add = [](auto& list, auto more) {
        list.insert(list.end(), more.begin(), more.end());
    };
    std::size_t closed = 0;
    for (const auto& write : books.all) {
        if (write.kind == core::BookKind::club) {
            add(club_halves, club_grants(write.book, write.changes.club.grants));
        }
        if (write.kind != core::BookKind::association) continue;
        const auto book = folded(write);
        core::Money sum;
        for (std::size_t i = 0; i < account_count; ++i) {
            const Account account{static_cast<std::uint8_t>(i)};
            sum += book.balances[i];
            if (is_opening(account)) continue;
            EXPECT_GE(natural(account, book.balances[i]), core::Money{}) << full_name(account);
        }
        EXPECT_EQ(sum, core::Money{});
        const auto rows = all_rows(book);
        if (!rows.funds) continue;  // it keeps no book of its fund
        for (const auto& fund : *rows.funds) closed += fund.closed ? 1 : 0;
        add(fund_halves, fund_grants(write.book, rows.flows));
        add(outs, transfer_halves(write.book, CareFlow::transferred_out, rows.flows));
        add(ins, transfer_halves(write.book, CareFlow::transferred_in, rows.flows));
    }
    EXPECT_GT(closed, 10U);
    // Of a reduced province the fund tells grants to clubs that are not there.
    std::erase_if(fund_halves, [&](const FundGrant& half) {
        return std::ranges::none_of(books.all,
                                    [&](const auto& write) { return write.book == half.club; });
    });
    std::ranges::sort(fund_halves, {}, &FundGrant::grant);
    std::ranges::sort(club_halves, {}, &ClubGrant::grant);
    std::ranges::sort(outs, {}, &TransferHalf::transfer);
    std::ranges::sort(ins, {}, &TransferHalf::transfer);
    const auto grants = match_grants(fund_halves, club_halves);
    EXPECT_GE(grants.size(), 6U);
    for (const auto& match : grants) EXPECT_EQ(match.state, MatchState::matched);
    const auto transfers = match_transfers(outs, ins);
    EXPECT_GT(transfers.size(), 30U);
    for (const auto& match : transfers) EXPECT_EQ(match.state, TransferState::matched);
}

// What the clubs stand at on a day, from the book of each or from what it states.
std::map<Column, std::int64_t> standing(const Books& books, core::Date day) {
    std::map<Column, std::int64_t> sums;
    for (const auto& write : books.all) {
        if (write.kind != core::BookKind::club) continue;
        for (const auto& delta : write.changes.club.days) {
            if (delta.day <= day) sums[delta.column] += delta.delta;
        }
        for (const auto& report : write.changes.club.reports) {
            if (report.as_of != day) continue;
            const auto& figures = report.figures;
            sums[Column::members] += figures.members->value;
            sums[Column::elderly] += figures.elderly->value;
            sums[Column::women] += figures.women->value;
            sums[Column::hardship] += figures.hardship->value;
            sums[Column::capital] += figures.capital->dong;
            sums[Column::loans_outstanding] += figures.loans_outstanding->dong;
            sums[Column::borrowers_ever] += figures.borrowers_ever->value;
            sums[Column::borrowers_year] += figures.borrowers_year->value;
            sums[Column::borrowers_owing] += figures.borrowers_owing->value;
        }
    }
    return sums;
}

TEST(DemoAdoption, FiguresAreTheSameOnTheBaselineAndEachYearsEnd) {
    const auto until = core::make_date(2022, 12, 31);
    const auto full = generated(24, until, 100);
    for (const std::int64_t adoption : {0, 30}) {
        const auto part = generated(24, until, adoption);
        for (const auto day : {demo::baseline, core::make_date(2020, 12, 31),
                               core::make_date(2021, 12, 31), until}) {
            const auto expected = standing(full, day);
            const auto found = standing(part, day);
            for (const auto column :
                 {Column::members, Column::elderly, Column::women, Column::hardship,
                  Column::capital, Column::loans_outstanding, Column::borrowers_ever,
                  Column::borrowers_year, Column::borrowers_owing}) {
                EXPECT_EQ(found.at(column), expected.at(column))
                    << to_text(column) << " " << to_text(day) << " " << adoption;
            }
        }
    }
}

}  // namespace
}  // namespace lth::tests
