// Cards, phones, roles and rights, on each engine.
#include "app/devices.hpp"

#include <gtest/gtest.h>

#include "app/business_day.hpp"
#include "app/held_rights.hpp"
#include "app/roles.hpp"
#include "support/store/database.hpp"

namespace lth::tests {
namespace {

class RisingIds final : public app::Ids {
public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) byte = next_++;
    }

private:
    std::uint8_t next_ = 7;
};

class NoPlaces final : public app::Places {
public:
    std::vector<core::UnitId> units_over(const core::BookId& /*book*/) override { return units; }
    std::vector<core::UnitId> units;
};

class Phones : public testing::TestWithParam<Engine> {
protected:
    Phones() { record_all(books, launched_entries(1)); }

    app::NewCard card() { return devices.make_card(book_id(1), {}).value(); }
    core::Result<app::Bound> bind(const std::string& code, std::uint64_t phone) {
        return devices.bind({code, device_id(phone), key(phone), "Máy của thủ quỹ", "1"});
    }
    std::string refusal(const std::string& code, std::uint64_t phone) {
        const auto bound = bind(code, phone);
        return bound ? "" : std::string(bound.error().rule.id());
    }
    static core::Digest key(std::uint64_t phone) {
        core::Digest key{};
        key[0] = static_cast<std::uint8_t>(phone);
        return key;
    }
    core::replica::Verdict send(const app::Caller& caller, const core::Entry& entry) {
        const app::Sender sender{
            .account = caller.account,
            .device = caller.device,
            .refused = [&](const app::Book& book, const core::Entry& sent, const app::Ops& ops) {
                return rights.refuses(caller, book, sent, ops);
            }};
        return books.settle({entry, {}}, sender);
    }

    Database database{GetParam()};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    RisingIds ids;
    NoPlaces places;
    app::Books books{*store, clock};
    app::Devices devices{*store, books, clock, ids};
    app::HeldRights rights{*store, places, clock};
};

INSTANTIATE_TEST_SUITE_P(Engines, Phones,
                         testing::Values(Engine::sqlite, Engine::postgres,
                                         Engine::postgres_partitioned),
                         EngineName{});

TEST_P(Phones, ACardBindsOnePhoneWhichThenSignsIn) {
    const auto code = card().code;
    const auto bound = bind(code, 2);
    ASSERT_TRUE(bound);
    EXPECT_EQ(bound->book, book_id(1));
    const auto again = bind(code, 2);  // the answer was lost
    ASSERT_TRUE(again);
    EXPECT_EQ(again->account, bound->account);
    const auto caller = devices.sign_in(device_id(2), key(2));
    ASSERT_TRUE(caller);
    EXPECT_EQ(caller->account, bound->account);
    EXPECT_EQ(devices.sign_in(device_id(2), key(3)).error().rule.id(), "device.unknown");
    EXPECT_EQ(devices.sign_in(device_id(3), key(3)).error().rule.id(), "device.unknown");
    const app::PartClasses classes = {core::PartClass::name, core::PartClass::contact,
                                      core::PartClass::text};
    EXPECT_EQ(rights.readable(*caller, book_id(1)), classes);
    EXPECT_FALSE(rights.readable(*caller, book_id(2)));
    EXPECT_EQ(send(*caller, dues_entry(1, 1, 2)).kind, core::replica::VerdictKind::accepted);
}

TEST_P(Phones, NobodyUsesUpANumberOfAPhoneOfAnotherClub) {
    record_all(books, launched_entries(2));
    ASSERT_TRUE(bind(card().code, 2));
    const auto other = devices.make_card(book_id(2), {}).value();
    ASSERT_TRUE(bind(other.code, 3));
    const auto victim = devices.sign_in(device_id(2), key(2)).value();
    const auto stranger = devices.sign_in(device_id(3), key(3)).value();
    app::SyncDesk desk(*store, books, clock, rights);
    const auto offer = [&](const app::Caller& caller, core::Entry entry) {
        entry.author = victim.account;
        const auto answer =
            desk.answer(caller, {.device = caller.device,
                                 .core_version = "1",
                                 .entries = {{.entry = std::move(entry), .replaces = {}}}});
        return answer.value().verdicts.at(0);
    };
    auto forged = dues_entry(1, 1, 2);
    forged.entry_id.bytes[0] ^= 1U;
    const auto refused = offer(stranger, forged);
    EXPECT_EQ(refused.kind, core::replica::VerdictKind::rejected);
    EXPECT_NE(refused.problem.find("sync.book.no_right"), std::string::npos) << refused.problem;
    EXPECT_TRUE(store->cases(book_id(1)).empty());
    EXPECT_EQ(offer(victim, dues_entry(1, 1, 2)).kind, core::replica::VerdictKind::accepted);
}

TEST_P(Phones, OfAStrangerToTheBookNothingIsKept) {
    record_all(books, launched_entries(2));
    ASSERT_TRUE(bind(devices.make_card(book_id(2), {}).value().code, 3));
    const auto stranger = devices.sign_in(device_id(3), key(3)).value();
    app::SyncDesk desk(*store, books, clock, rights);
    const auto ask = [&] {
        auto entry = dues_entry(1, 1, 3);
        entry.author = stranger.account;
        return desk
            .answer(stranger, {.device = stranger.device,
                               .core_version = "1",
                               .follow = {{book_id(1), 0, {}}},
                               .entries = {{.entry = entry, .replaces = {}}},
                               .withdrawn = {{book_id(1), entry_id(1, 77), 2, {}}}})
            .value();
    };
    const auto check = [&] {
        const auto answer = ask();
        for (const auto& verdict : answer.verdicts) {
            EXPECT_EQ(verdict.kind, core::replica::VerdictKind::rejected);
            EXPECT_TRUE(verdict.problem.contains("sync.book.no_right")) << verdict.problem;
        }
        EXPECT_EQ(answer.books.at(0).state, core::replica::BookState::closed);
        EXPECT_TRUE(store->cases(book_id(1)).empty());
    };
    check();
    ASSERT_TRUE(devices.revoke(device_id(3)));
    check();
    // Who once had a right may have recorded while it lasted: that is kept.
    ASSERT_EQ(store->people().put({.roles = {{.account = stranger.account,
                                              .role = app::Role::club_board,
                                              .book = book_id(1),
                                              .from = core::make_date(2020, 1, 1),
                                              .until = core::make_date(2020, 6, 1)}}}),
              app::PeopleWritten::done);
    EXPECT_EQ(ask().verdicts.at(0).kind, core::replica::VerdictKind::rejected);
    EXPECT_EQ(store->cases(book_id(1)).size(), 2U);
}

TEST_P(Phones, CodesAreReadAsTheyAreTyped) {
    auto typed = card().code;
    for (auto& c : typed) {
        if (c == '-') c = ' ';
        if (c == '0') c = 'o';
        if (c == '1') c = 'l';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    EXPECT_TRUE(bind(typed, 2));
    EXPECT_EQ(refusal("K3F0", 3), "device.card.malformed");
    EXPECT_EQ(refusal("UUUU-UUUU-UUUU-UUUU", 3), "device.card.malformed");
    EXPECT_EQ(refusal("0000-0000-0000-0000", 3), "device.card.unknown");
    EXPECT_EQ(devices.bind({typed, device_id(4), key(4), "Máy\n", "1"}).error().rule.id(),
              "device.name.malformed");
}

TEST_P(Phones, ACardExpires) {
    const auto made = card();
    clock.now = made.expires_at;
    EXPECT_EQ(refusal(made.code, 2), "device.card.expired");
}

TEST_P(Phones, AnUnusedCardIsCancelledAndAUsedOneIsNot) {
    const auto first = card();
    const auto second = card();
    auto open = devices.open_cards(book_id(1)).value();
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(devices.cancel_card(book_id(2), card_id(open[0])).error().rule.id(),
              "device.card.unknown");
    for (const auto& one : open) ASSERT_TRUE(devices.cancel_card(book_id(1), card_id(one)));
    EXPECT_TRUE(devices.open_cards(book_id(1))->empty());
    EXPECT_EQ(refusal(first.code, 2), "device.card.expired");
    EXPECT_EQ(refusal(second.code, 2), "device.card.expired");

    const auto third = card();
    const auto used = devices.open_cards(book_id(1)).value().at(0);
    ASSERT_TRUE(bind(third.code, 3));
    EXPECT_EQ(devices.cancel_card(book_id(1), card_id(used)).error().rule.id(), "device.card.used");
    EXPECT_TRUE(bind(third.code, 3));  // its own card binds it as before
}

TEST_P(Phones, ACardWhosePhoneWasEndedBindsNoOther) {
    const auto code = card().code;
    ASSERT_TRUE(bind(code, 2));
    ASSERT_TRUE(devices.revoke(device_id(2)));
    EXPECT_EQ(refusal(code, 3), "device.card.spent");
}

TEST_P(Phones, ACardThatIsCancelledMeanwhileBindsNothing) {
    (void)card();
    const auto open = devices.open_cards(book_id(1)).value().at(0);
    ASSERT_TRUE(devices.cancel_card(book_id(1), card_id(open)));
    auto spent = open;  // as a phone had read it before
    spent.used_by = device_id(2);
    spent.used_at = clock.now;
    EXPECT_EQ(store->people().put({.spends = spent}), app::PeopleWritten::spent);
}

TEST_P(Phones, APhoneWithoutANameIsCalledByItsDayAndHour) {
    const auto binding = [&](std::uint64_t phone, std::string name) {
        return app::Binding{card().code, device_id(phone), key(phone), std::move(name), "1"};
    };
    clock.now = app::start_of(core::make_date(2026, 11, 30)) + (14 * 60 + 5) * 60'000;
    const std::string first = "Máy gắn 30/11/2026 14:05";
    ASSERT_TRUE(devices.bind(binding(2, "")));
    clock.now += 60'000;
    ASSERT_TRUE(devices.bind(binding(3, "Sổ câu lạc bộ")));
    ASSERT_TRUE(devices.bind(binding(4, "Máy bà Mẫu")));
    EXPECT_EQ(store->people().device(device_id(2))->name, first);
    EXPECT_EQ(store->people().device(device_id(3))->name, "Máy gắn 30/11/2026 14:06");
    EXPECT_EQ(store->people().device(device_id(4))->name, "Máy bà Mẫu");
}

TEST_P(Phones, ACardMovesWithinADayIfNothingWasWritten) {
    const auto code = card().code;
    ASSERT_TRUE(bind(code, 2));
    ASSERT_TRUE(bind(code, 3));
    EXPECT_TRUE(store->people().device(device_id(2))->revoked_at);
    EXPECT_EQ(refusal(code, 2), "device.id_used");
    const auto caller = devices.sign_in(device_id(3), key(3)).value();
    ASSERT_EQ(send(caller, dues_entry(1, 1, 3)).kind, core::replica::VerdictKind::accepted);
    EXPECT_EQ(refusal(code, 4), "device.card.spent");

    const auto other = card().code;
    ASSERT_TRUE(bind(other, 5));
    clock.now += 86'400'000;
    EXPECT_EQ(refusal(other, 6), "device.card.spent");
}

TEST_P(Phones, WhatARevokedPhoneSendsBecomesACase) {
    ASSERT_TRUE(bind(card().code, 2));
    const auto caller = devices.sign_in(device_id(2), key(2)).value();
    ASSERT_TRUE(devices.revoke(device_id(2)));
    EXPECT_FALSE(rights.readable(caller, book_id(1)));
    const auto settled = send(caller, dues_entry(1, 1, 2));
    EXPECT_EQ(settled.kind, core::replica::VerdictKind::rejected);
    EXPECT_NE(settled.problem.find("sync.device.revoked"), std::string::npos);
    EXPECT_EQ(store->cases(book_id(1)).size(), 1U);
    app::SyncDesk desk(*store, books, clock, rights);
    auto second = dues_entry(1, 2, 2);
    second.author = caller.account;
    const auto answer = desk.answer(caller, {.device = caller.device,
                                             .core_version = "1",
                                             .follow = {{book_id(1), 0, {}}},
                                             .entries = {{.entry = second, .replaces = {}}}});
    EXPECT_TRUE(answer->verdicts.at(0).problem.contains("sync.device.revoked"));
    EXPECT_EQ(answer->books.at(0).settled_through, 2U);
    EXPECT_EQ(store->cases(book_id(1)).size(), 2U);
    EXPECT_EQ(devices.revoke(device_id(9)).error().rule.id(), "device.unknown");
    EXPECT_EQ(devices.of_book(book_id(1)).value().size(), 1U);
}

TEST_P(Phones, APhoneUndoesWhatABoardMayRecord) {
    ASSERT_TRUE(bind(card().code, 2));
    const auto caller = devices.sign_in(device_id(2), key(2)).value();
    ASSERT_EQ(send(caller, dues_entry(1, 1, 2)).kind, core::replica::VerdictKind::accepted);
    const auto undo = [&](std::uint64_t n, const core::EntryId& entry) {
        return make_entry(1, n,
                          R"({"op":"op.reversed","on":"2020-04-01","entry_id":")" + to_text(entry) +
                              R"(","op_index":0})",
                          2);
    };
    EXPECT_EQ(send(caller, undo(2, dues_entry(1, 1, 2).entry_id)).kind,
              core::replica::VerdictKind::accepted);
    const auto launch = send(caller, undo(3, launched_entries(1)[1].entry_id));
    EXPECT_EQ(launch.kind, core::replica::VerdictKind::rejected);
    EXPECT_NE(launch.problem.find("role.operation.not_allowed"), std::string::npos);
}

TEST_P(Phones, OnlyClubsHaveCards) {
    EXPECT_EQ(devices.make_card(book_id(5), {}).error().rule.id(), "question.book.unknown");
    const auto registry =
        make_entry(3, 1,
                   R"({"op":"programme.added","on":"2020-03-01","programme":"0000000001",)"
                   R"("name":"HelpAge","kind":"decision"})");
    ASSERT_TRUE(books.record(registry, {.account = {}, .opens = core::BookKind::registry}));
    EXPECT_EQ(devices.make_card(book_id(3), {}).error().rule.id(), "device.card.not_club");
}

// The whole table: what each role holds, over a club's book and at the units above it.
TEST_P(Phones, EachRoleRecordsWhatTheTableSays) {
    constexpr core::UnitId commune{41};
    places.units = {commune, core::UnitId{1}};
    std::uint8_t number = 0;
    for (const auto role :
         {app::Role::club_board, app::Role::commune, app::Role::district, app::Role::province,
          app::Role::steering, app::Role::auditor, app::Role::administrator}) {
        core::AccountId account;
        account.bytes[0] = ++number;
        app::RoleHeld held{
            .account = account, .role = role, .unit = commune, .from = core::make_date(2020, 1, 1)};
        ASSERT_EQ(
            store->people().put({.accounts = {{account, "", "", "Ai đó", {}}}, .roles = {held}}),
            app::PeopleWritten::done);
        const app::Caller caller{account, device_id(40)};
        const auto refused = [&](std::string_view op) {
            const auto entry = make_entry(1, 1, op);
            const auto ops = app::read_ops(core::BookKind::club, entry);
            std::optional<core::Rejection> no;
            books.read(book_id(1), [&](const app::Book& book) {
                no = rights.refuses(caller, book, entry, ops.value());
            });
            return no ? std::string(no->rule.id()) : std::string();
        };
        const auto expected = [&](std::string_view op) -> std::string {
            const bool may = app::may_record(role, core::BookKind::club, op);
            return may ? "" : "role.operation.not_allowed";
        };
        EXPECT_EQ(refused(R"({"op":"club.launched","on":"2020-03-01"})"),
                  expected("club.launched"));
        EXPECT_EQ(refused(R"({"op":"roster.completed","on":"2020-03-01","members":4})"),
                  expected("roster.completed"));
        EXPECT_EQ(refused(R"({"op":"rating.returned","on":"2020-03-01","year":2020})"),
                  expected("rating.returned"));
        // Undoing the launch takes the right to launch.
        EXPECT_EQ(refused(R"({"op":"op.reversed","on":"2020-03-01","entry_id":")" +
                          to_text(launched_entries(1)[1].entry_id) + R"(","op_index":0})"),
                  expected("club.launched"));
        held.until = core::make_date(2020, 9, 1);  // before the day of the clock
        ASSERT_EQ(store->people().put({.roles = {held}}), app::PeopleWritten::done);
        EXPECT_EQ(refused(R"({"op":"club.launched","on":"2020-03-01"})"), "sync.book.no_right");
    }
}

}  // namespace
}  // namespace lth::tests
