// Devices that officers bind for themselves: listed, revoked, and dead with their account.
#include "app/own_devices.hpp"

#include <gtest/gtest.h>

#include "app/devices.hpp"
#include "support/store/officers.hpp"

namespace lth::tests {
namespace {

class OwnDevices : public testing::TestWithParam<Engine> {
protected:
    OwnDevices() {
        record_all(books, launched_entries(1));
        officer = signed_in(make_officer(*store, 1, app::Role::commune));
        other = signed_in(make_officer(*store, 2, app::Role::commune));
    }

    app::SignedIn signed_in(const core::AccountId& id) {
        return {.account = *store->people().account(id), .session = {}, .roles = {}, .reasons = {}};
    }
    static core::Digest key(std::uint8_t n) {
        core::Digest key{};
        key[0] = n;
        return key;
    }
    void bind(const app::SignedIn& who, std::uint8_t n, std::string name) {
        ASSERT_TRUE(own.bind(who, {device_id(n), key(n), std::move(name), "1"}));
    }
    app::Caller caller(std::uint8_t n) { return devices.sign_in(device_id(n), key(n)).value(); }
    core::replica::BookState follow(std::uint8_t n) {
        core::replica::Request request{.device = device_id(n), .core_version = "1"};
        request.follow.push_back({book_id(1), 0, {}});
        const auto answer = desk.answer(caller(n), request).value();
        if (answer.books[0].state == core::replica::BookState::closed) {
            EXPECT_TRUE(answer.books[0].entries.empty());
            EXPECT_EQ(answer.books[0].last_seq, 0U);
        }
        return answer.books[0].state;
    }
    // What becomes of an entry that the device makes as its `number`-th.
    core::replica::Verdict send(std::uint8_t n, std::uint64_t number) {
        auto entry = dues_entry(1, number, n);
        entry.author = caller(n).account;
        core::replica::Request request{.device = device_id(n), .core_version = "1"};
        request.entries.push_back({entry, {}});
        return desk.answer(caller(n), request).value().verdicts.at(0);
    }

    Database database{GetParam()};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    CountingIds ids;
    OneCommune places;
    app::Books books{*store, clock};
    app::HeldRights rights{*store, places, clock};
    app::SyncDesk desk{*store, books, clock, rights};
    app::Devices devices{*store, books, clock, ids};
    app::OwnDevices own{*store, clock};
    app::SignedIn officer;
    app::SignedIn other;
};

using core::replica::BookState;
using core::replica::VerdictKind;

INSTANTIATE_TEST_SUITE_P(Engines, OwnDevices,
                         testing::Values(Engine::sqlite, Engine::postgres,
                                         Engine::postgres_partitioned),
                         EngineName{});

TEST_P(OwnDevices, AreListedInTheirOrderAndNobodyElses) {
    EXPECT_TRUE(own.list(officer).empty());
    const auto bound = clock.now;
    bind(officer, 21, "Máy xã");
    clock.now += 1000;
    bind(officer, 20, "Máy nhà");
    bind(other, 22, "Máy người khác");
    const auto rows = own.list(officer);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].device, device_id(21));
    EXPECT_EQ(rows[0].name, "Máy xã");
    EXPECT_EQ(rows[0].bound_at, bound);
    EXPECT_FALSE(rows[0].last_seen_at);
    EXPECT_FALSE(rows[0].revoked_at);
    EXPECT_EQ(rows[1].device, device_id(20));
    EXPECT_EQ(follow(21), BookState::ok);
    EXPECT_EQ(own.list(officer)[0].last_seen_at, clock.now);
}

TEST_P(OwnDevices, OnesOwnIsRevokedOnceAndNobodyElses) {
    bind(officer, 20, "Máy nhà");
    bind(other, 22, "Máy người khác");
    EXPECT_EQ(own.revoke(officer, device_id(22)).error().rule.id(), "device.none");
    EXPECT_EQ(own.revoke(officer, device_id(23)).error().rule.id(), "device.none");
    EXPECT_FALSE(store->people().device(device_id(22))->revoked_at);
    const auto at = clock.now;
    EXPECT_EQ(own.revoke(officer, device_id(20))->revoked_at, at);
    clock.now += 1000;
    EXPECT_EQ(own.revoke(officer, device_id(20))->revoked_at, at);
    EXPECT_EQ(own.list(officer)[0].revoked_at, at);
    EXPECT_EQ(follow(20), BookState::closed);
    EXPECT_EQ(follow(22), BookState::ok);
    const auto verdict = send(20, 1);
    EXPECT_EQ(verdict.kind, VerdictKind::rejected);
    EXPECT_TRUE(verdict.problem.contains("sync.device.revoked"));
    // It is not bound again by the same key.
    EXPECT_EQ(own.bind(officer, {device_id(20), key(20), "Máy nhà", "1"}).error().rule.id(),
              "device.id_used");
}

TEST_P(OwnDevices, StopWithTheirAccount) {
    bind(officer, 20, "Máy nhà");
    bind(other, 22, "Máy người khác");
    EXPECT_EQ(send(20, 1).kind, VerdictKind::accepted);
    auto account = officer.account;
    account.disabled_at = clock.now;
    ASSERT_EQ(store->people().put({.accounts = {account}}), app::PeopleWritten::done);
    EXPECT_EQ(follow(20), BookState::closed);
    EXPECT_FALSE(rights.readable(caller(20), book_id(1)));
    const auto head = store->book(book_id(1))->head;
    const auto verdict = send(20, 2);
    EXPECT_EQ(verdict.kind, VerdictKind::rejected);
    EXPECT_TRUE(verdict.problem.contains("sync.book.no_right")) << verdict.problem;
    EXPECT_EQ(store->book(book_id(1))->head, head);
    EXPECT_EQ(store->cases(book_id(1)).size(), 1U);  // kept for whoever comes after
    EXPECT_EQ(follow(22), BookState::ok);
    EXPECT_EQ(send(22, 1).kind, VerdictKind::accepted);
}

TEST_P(OwnDevices, ABodyGoesToWhoeverIsShownNamesOnly) {
    bind(signed_in(make_officer(*store, 3, app::Role::province)), 13, "Máy của tỉnh");
    EXPECT_EQ(follow(13), core::replica::BookState::closed);
    bind(officer, 14, "Máy của xã");
    EXPECT_EQ(follow(14), core::replica::BookState::ok);
}

}  // namespace
}  // namespace lth::tests
