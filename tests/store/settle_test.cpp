// What a device offers ends as an entry of the book or as a case, on each engine.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "app/sync.hpp"
#include "support/store/database.hpp"

namespace lth::tests {
namespace {

using core::replica::CaseState;
using core::replica::VerdictKind;

class Settling : public testing::TestWithParam<Engine> {
protected:
    Settling() { record_all(books, launched_entries(1)); }

    core::replica::Verdict settle(const core::Entry& entry) {
        return books.settle({entry, {}}, sender);
    }
    core::replica::Verdict mend(const core::Entry& entry, const core::EntryId& replaces) {
        return books.settle({entry, replaces}, sender);
    }
    core::replica::Verdict withdraw(const core::Entry& entry) {
        return books.settle(core::replica::Withdrawn{entry.book_id, entry.entry_id,
                                                     entry.device_seq, core::entry_digest(entry)},
                            sender);
    }
    std::uint64_t settled() {
        std::uint64_t through = 0;
        books.read(book_id(1), [&](const app::Book& book) {
            through = settled_through(book, store->cases(book_id(1)), device_id(2));
        });
        return through;
    }

    Database database{GetParam()};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    app::Books books{*store, clock};
    app::Sender sender{.account = {}, .device = device_id(2)};
};

INSTANTIATE_TEST_SUITE_P(Engines, Settling,
                         testing::Values(Engine::sqlite, Engine::postgres,
                                         Engine::postgres_partitioned),
                         EngineName{});

core::Entry dues(std::uint64_t n) { return dues_entry(1, n, 2); }

// A loan of a member that the book does not know.
core::Entry wrong(std::uint64_t n) {
    return make_entry(
        1, n, R"({"op":"member.left","on":"2020-04-01","member":"0000000009","reason":"asked"})",
        2);
}

TEST_P(Settling, AcceptedOnceHoweverOftenItComes) {
    const auto first = settle(dues(1));
    EXPECT_EQ(first.kind, VerdictKind::accepted);
    EXPECT_EQ(first.seq, 6U);
    EXPECT_EQ(settle(dues(1)).seq, 6U);
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 6U);
    EXPECT_EQ(settled(), 1U);
}

TEST_P(Settling, NumbersAreSettledInTheirOrder) {
    EXPECT_EQ(settle(dues(2)).kind, VerdictKind::waiting);
    EXPECT_EQ(settled(), 0U);
    EXPECT_EQ(settle(dues(1)).kind, VerdictKind::accepted);
    EXPECT_EQ(settle(dues(2)).kind, VerdictKind::accepted);
    EXPECT_EQ(settled(), 2U);
}

TEST_P(Settling, WhatIsRefusedIsKeptWholeAndSettlesItsNumber) {
    const auto refused = settle(wrong(1));
    EXPECT_EQ(refused.kind, VerdictKind::rejected);
    EXPECT_NE(refused.problem.find("member.unknown"), std::string::npos) << refused.problem;
    const auto cases = store->cases(book_id(1));
    ASSERT_EQ(cases.size(), 1U);
    EXPECT_EQ(cases.front().entry_id, wrong(1).entry_id);
    EXPECT_EQ(cases.front().outcome, CaseState::open);
    EXPECT_EQ(cases.front().device_seq, 1U);
    EXPECT_NE(cases.front().line.find("member.left"), std::string::npos);
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 5U);

    app::Books other(*store, clock);  // nothing cached, as after a restart
    EXPECT_EQ(other.settle({wrong(1), {}}, sender).problem, refused.problem);
    EXPECT_EQ(store->cases(book_id(1)).size(), 1U);
    EXPECT_EQ(settle(dues(2)).kind, VerdictKind::accepted);
    EXPECT_EQ(settled(), 2U);
}

TEST_P(Settling, AVerdictIsFinalEvenIfTheBookWouldTakeItNow) {
    EXPECT_EQ(settle(wrong(1)).kind, VerdictKind::rejected);
    auto admit = make_entry(1, 2,
                            R"({"op":"member.admitted","on":"2020-03-20","member":"0000000009",)"
                            R"("birth_year":1950,"sex":"female","hardship":"none",)"
                            R"("borrowed_before":false})",
                            2);
    ASSERT_EQ(settle(admit).kind, VerdictKind::accepted);
    EXPECT_EQ(settle(wrong(1)).kind, VerdictKind::rejected);
}

TEST_P(Settling, AMendedEntryClosesItsCase) {
    EXPECT_EQ(settle(wrong(1)).kind, VerdictKind::rejected);
    EXPECT_EQ(mend(dues(2), wrong(1).entry_id).kind, VerdictKind::accepted);
    const auto cases = store->cases(book_id(1));
    ASSERT_EQ(cases.size(), 1U);
    EXPECT_EQ(cases.front().outcome, CaseState::replaced);
    EXPECT_EQ(cases.front().closed_at, clock.now);

    // Sent again it is the same; another one would be in the book twice.
    EXPECT_EQ(mend(dues(2), wrong(1).entry_id).kind, VerdictKind::accepted);
    const auto twice = mend(dues(3), wrong(1).entry_id);
    EXPECT_EQ(twice.kind, VerdictKind::rejected);
    EXPECT_NE(twice.problem.find("sync.case.closed"), std::string::npos) << twice.problem;
    EXPECT_EQ(store->cases(book_id(1)).size(), 2U);
}

TEST_P(Settling, WhatIsWithdrawnSettlesItsNumberAndIsNeverRecorded) {
    EXPECT_EQ(withdraw(dues(2)).kind, VerdictKind::waiting);
    EXPECT_EQ(withdraw(dues(1)).kind, VerdictKind::withdrawn);
    EXPECT_EQ(withdraw(dues(1)).kind, VerdictKind::withdrawn);
    EXPECT_EQ(settle(dues(1)).kind, VerdictKind::withdrawn);  // an old message that comes late
    EXPECT_EQ(settled(), 1U);
    EXPECT_EQ(settle(wrong(2)).kind, VerdictKind::rejected);
    EXPECT_EQ(withdraw(wrong(2)).kind, VerdictKind::withdrawn);
    EXPECT_EQ(store->cases(book_id(1)).back().outcome, CaseState::withdrawn);
    EXPECT_EQ(settle(dues(3)).kind, VerdictKind::accepted);
    EXPECT_EQ(withdraw(dues(3)).kind, VerdictKind::accepted);  // too late
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 6U);
}

TEST_P(Settling, OneNumberIsOneEntry) {
    auto otherwise = dues(1);
    EXPECT_EQ(settle(dues(1)).kind, VerdictKind::accepted);
    otherwise.made_at = 5;
    EXPECT_NE(settle(otherwise).problem.find("entry.id_used_otherwise"), std::string::npos);
    otherwise.entry_id = entry_id(1, 900);
    EXPECT_NE(settle(otherwise).problem.find("entry.device_seq_used"), std::string::npos);
    EXPECT_EQ(store->cases(book_id(1)).size(), 1U);
}

// The desk that recorded it elsewhere and the one that made it a case must not both win.
TEST_P(Settling, TwoProcessesGiveOneVerdict) {
    constexpr std::uint64_t count = 12;
    std::vector<std::jthread> threads;
    for (int process = 0; process < 2; ++process) {
        threads.emplace_back([&, process] {
            const auto own = database.open();
            SetClock own_clock;
            app::Books own_books(*own, own_clock);
            auto own_sender = sender;
            if (process == 1) {
                own_sender.refused = [](const app::Book&, const core::Entry&, const app::Ops&) {
                    return std::optional(core::make_rejection("sync.device.revoked"));
                };
            }
            for (std::uint64_t n = 1; n <= count; ++n) {
                const auto settled = own_books.settle({dues(n), {}}, own_sender);
                EXPECT_NE(settled.kind, VerdictKind::waiting);
            }
        });
    }
    threads.clear();
    EXPECT_EQ(store->book(book_id(1))->head.last_seq + store->cases(book_id(1)).size(), 5 + count);
    EXPECT_EQ(settled(), count);
    EXPECT_TRUE(differences(*store).empty());
}

TEST_P(Settling, MarksAreTheCasesWithoutTheirLines) {
    EXPECT_EQ(settle(wrong(1)).kind, VerdictKind::rejected);
    EXPECT_EQ(withdraw(dues(2)).kind, VerdictKind::withdrawn);
    auto cases = store->cases(book_id(1));
    ASSERT_EQ(cases.size(), 2U);
    EXPECT_EQ(store->find_case(book_id(1), wrong(1).entry_id)->line,
              std::ranges::find(cases, wrong(1).entry_id, &app::SyncCase::entry_id)->line);
    EXPECT_FALSE(store->find_case(book_id(1), dues(9).entry_id));
    EXPECT_EQ(withdraw(wrong(1)).kind, VerdictKind::withdrawn);  // its line stays
    EXPECT_FALSE(store->find_case(book_id(1), wrong(1).entry_id)->line.empty());
    cases = store->cases(book_id(1));
    for (auto& kept : cases) kept.line.clear();
    EXPECT_EQ(store->case_marks(book_id(1)), cases);
}

TEST_P(Settling, BeyondTheLimitsWhatIsRefusedWaitsAndNothingIsKept) {
    app::Books small(*store, clock, {}, app::Books::default_bytes, {.open = 2});
    const auto send = [&](const core::Entry& entry, std::optional<core::EntryId> mends = {}) {
        return small.settle({entry, mends}, sender);
    };
    EXPECT_EQ(send(wrong(1)).kind, VerdictKind::rejected);
    EXPECT_EQ(send(wrong(2)).kind, VerdictKind::rejected);
    const auto waits = send(wrong(3));
    EXPECT_EQ(waits.kind, VerdictKind::waiting);
    EXPECT_NE(waits.problem.find("sync.case.too_many"), std::string::npos) << waits.problem;
    EXPECT_EQ(settled(), 2U);
    EXPECT_EQ(store->cases(book_id(1)).size(), 2U);
    EXPECT_EQ(send(wrong(1)).kind, VerdictKind::rejected);  // its verdict stands
    // By its sender, not by the device that it names: another one has room of his own.
    auto other = sender;
    other.account.bytes.fill(7);
    auto carried = make_entry(
        1, 1, R"({"op":"member.left","on":"2020-04-01","member":"0000000009","reason":"asked"})",
        3);
    EXPECT_EQ(small.settle({carried, {}}, other).kind, VerdictKind::rejected);
    // What mends an open case takes its place, and what is good is recorded.
    EXPECT_EQ(send(wrong(3), wrong(2).entry_id).kind, VerdictKind::rejected);
    EXPECT_EQ(send(dues(4)).kind, VerdictKind::accepted);
    EXPECT_EQ(send(wrong(5)).kind, VerdictKind::waiting);
    // An officer has ended one: there is room again.
    ASSERT_TRUE(small.let_go({.book = book_id(1),
                              .case_id = wrong(1).entry_id,
                              .by = core::AccountId{},
                              .reason = "Đã ghi trên giấy"}));
    EXPECT_EQ(send(wrong(5)).kind, VerdictKind::rejected);
}

TEST_P(Settling, WhatASenderEndsHimselfStillTakesRoom) {
    app::Books small(*store, clock, {}, app::Books::default_bytes, {.bytes = 2000});
    std::uint64_t n = 1;
    for (; n < 10; ++n) {
        const auto verdict = small.settle({wrong(n), {}}, sender);
        if (verdict.kind == VerdictKind::waiting) break;
        EXPECT_EQ(withdraw(wrong(n)).kind, VerdictKind::withdrawn);
    }
    EXPECT_GT(n, 1U);
    EXPECT_LT(n, 4U);
    EXPECT_EQ(store->cases(book_id(1)).size(), n - 1);
}

TEST_P(Settling, AnUnknownBookWaits) {
    EXPECT_EQ(settle(dues_entry(7, 1, 2)).kind, VerdictKind::waiting);
}

}  // namespace
}  // namespace lth::tests
