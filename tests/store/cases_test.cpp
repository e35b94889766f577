// What officers record themselves, and how they end the cases of phones, on each engine.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/case_desk.hpp"
#include "app/case_entry.hpp"
#include "app/devices.hpp"
#include "core/replica/replica.hpp"
#include "json/club_body.hpp"
#include "json/entry.hpp"
#include "support/store/failing_store.hpp"
#include "support/store/officers.hpp"

namespace lth::tests {
namespace {

using app::CaseChoice;
using core::replica::CaseState;
using core::replica::VerdictKind;

std::string meeting(const std::string& on, const std::string& id, int present) {
    return R"({"op":"meeting.held","on":")" + on + R"(","meeting":")" + id +
           R"(","kind":"regular","present_count":)" + std::to_string(present) +
           R"(,"guests":0,"areas":["income"],"entered_from":"phone"})";
}

std::string dues_op(int amount) {
    return R"({"op":"dues.received","on":"2020-05-05","account":"cash",)"
           R"("paid":[{"member":"0000000001","amount":)" +
           std::to_string(amount) + "}]}";
}

std::string loan_op(const std::string& on) {
    return R"({"op":"loan.disbursed","on":")" + on +
           R"(","loan":"00000000A1","member":"0000000001","account":"cash","amount":1000000,)"
           R"("terms":{"months":10,"rate_ppm":10000,"base":"outstanding",)"
           R"("method":"equal_principal","unit":1000,"grace_months":0,"overdue":"same",)"
           R"("min_months":1},"guarantors":[],"purpose":"trade","parts":[1]})";
}

std::string repaid_op(const std::string& on, int principal) {
    return R"({"op":"loan.repaid","on":")" + on +
           R"(","loan":"00000000A1","account":"cash","principal":)" + std::to_string(principal) +
           R"(,"interest":0,"payer":"member"})";
}

class Cases : public testing::TestWithParam<Engine> {
protected:
    Cases() {
        record_all(books, launched_entries(1));
        phone = account_id(90);
        const app::RoleHeld board{.account = phone,
                                  .role = app::Role::club_board,
                                  .book = book_id(1),
                                  .from = core::make_date(2020, 1, 1)};
        EXPECT_EQ(store->people().put({.accounts = {{phone, "", "", "Máy thủ quỹ", {}}},
                                       .roles = {board},
                                       .devices = {device(2)}}),
                  app::PeopleWritten::done);
        officer = make_officer(*store, 1, app::Role::commune);
    }

    app::Device device(std::uint64_t n) {
        app::Device device;
        device.id = device_id(n);
        device.account = phone;
        device.book = book_id(1);
        device.name = "Máy " + std::to_string(n);
        return device;
    }
    core::Entry made(std::uint64_t n, const std::string& ops, std::uint64_t by = 2) {
        auto entry = make_entry(1, n, ops, by);
        entry.author = phone;
        return entry;
    }
    core::replica::Answer sync(core::replica::Request request) {
        request.device = device_id(2);
        return desk.answer({phone, device_id(2)}, request).value();
    }
    core::replica::Verdict send(const core::Entry& entry,
                                std::optional<core::EntryId> replaces = {}) {
        core::replica::Request request;
        request.entries.push_back({entry, replaces});
        return sync(request).verdicts.front();
    }
    // A second meeting on the date of the first, from the same phone.
    core::EntryId collide() {
        EXPECT_EQ(send(made(1, meeting("2020-05-05", "00000000M1", 3) + "," + dues_op(2000))).kind,
                  VerdictKind::accepted);
        const auto second = made(2, meeting("2020-05-05", "00000000M2", 4) + "," + dues_op(5000));
        EXPECT_EQ(send(second).kind, VerdictKind::rejected);
        return second.entry_id;
    }
    app::CaseRef ref(const core::EntryId& id) { return {book_id(1), id}; }
    std::string refusal(const core::EntryId& id, const app::CaseDecision& decision) {
        const auto done = cases.decide(officer, ref(id), decision);
        return done ? std::string() : std::string(done.error().rule.id());
    }
    app::SyncCase kept(const core::EntryId& id) {
        for (const auto& one : store->cases(book_id(1))) {
            if (one.entry_id == id) return one;
        }
        ADD_FAILURE() << "no such case";
        return {};
    }
    std::int64_t dues_held() {
        std::int64_t amount = 0;
        books.read(book_id(1), [&](const app::Book& book) {
            const auto& club = book.as<app::ClubFold>()->club;
            for (const auto& paid : club.dues) {
                if (is_live(club, paid.op)) amount += paid.amount.dong;
            }
        });
        return amount;
    }

    Database database{GetParam()};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    CountingIds ids;
    OneCommune places;
    app::Books books{*store, clock};
    app::HeldRights rights{*store, places, clock};
    app::SyncDesk desk{*store, books, clock, rights};
    app::CaseDesk cases{*store, books, clock, rights, places};
    app::OfficerEntries entries{books, rights};
    core::AccountId phone;
    core::AccountId officer;
};

INSTANTIATE_TEST_SUITE_P(Engines, Cases,
                         testing::Values(Engine::sqlite, Engine::postgres,
                                         Engine::postgres_partitioned),
                         EngineName{});

TEST_P(Cases, AnOfficersEntryIsNumberedByTheServerAndAnsweredAlike) {
    app::OfficerEntry entry{.entry_id = core::EntryId(app::make_uuid7(clock.now, ids)),
                            .body = R"({"ops":[)" + dues_op(7000) + "]}"};
    const auto first = entries.record(officer, book_id(1), entry);
    ASSERT_TRUE(first);
    const auto again = entries.record(officer, book_id(1), entry);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *first);
    const auto stored = store->entries(book_id(1), first->seq - 1, {}).front();
    EXPECT_EQ(stored.entry.author, officer);
    EXPECT_EQ(stored.entry.device, app::officer_device(officer));
    EXPECT_EQ(stored.entry.device_seq, 1U);
    EXPECT_EQ(stored.entry.made_at, clock.now);
    entry.body = R"({"ops":[)" + dues_op(8000) + "]}";
    EXPECT_EQ(entries.record(officer, book_id(1), entry).error().rule.id(),
              "entry.id_used_otherwise");
    const auto reader = make_officer(*store, 5, app::Role::district);
    EXPECT_EQ(entries.record(reader, book_id(1), entry).error().rule.id(),
              "entry.id_used_otherwise");
    entry.entry_id = core::EntryId(app::make_uuid7(clock.now, ids));
    EXPECT_EQ(entries.record(reader, book_id(1), entry).error().rule.id(),
              "role.operation.not_allowed");
    EXPECT_EQ(entries.record(account_id(77), book_id(1), entry).error().rule.id(),
              "sync.book.no_right");
}

TEST_P(Cases, AreListedForThoseWhoMayDecideThem) {
    const auto id = collide();
    const auto view = cases.list(officer, {});
    ASSERT_EQ(view.total, 1U);
    EXPECT_EQ(view.cases[0].entry_id, id);
    EXPECT_EQ(view.cases[0].club, "CLB thử");
    EXPECT_EQ(view.cases[0].device, "Máy 2");
    EXPECT_EQ(view.cases[0].sent_by, "Máy thủ quỹ");
    EXPECT_NE(view.cases[0].problem.find("meeting.second_on_date"), std::string::npos);
    ASSERT_TRUE(view.cases[0].about);  // tells it from others of the club
    EXPECT_EQ(view.cases[0].about->op, "meeting.held");
    EXPECT_EQ(view.cases[0].about->on, core::make_date(2020, 5, 5));
    EXPECT_EQ(view.cases[0].about->others, 1U);
    for (const auto role : {app::Role::province, app::Role::steering, app::Role::auditor,
                            app::Role::administrator, app::Role::district}) {
        const auto other = make_officer(*store, 40, role);
        EXPECT_EQ(cases.list(other, {}).total, 0U);
        EXPECT_EQ(cases.look(other, ref(id)).error().rule.id(), "role.case.not_allowed");
        auto held = store->people().roles(other);
        for (auto& one : held) one.until = core::make_date(2019, 1, 2);
        (void)store->people().put({.roles = held});
    }
    EXPECT_EQ(cases.list(officer, {.book = book_id(2)}).total, 0U);
    EXPECT_TRUE(cases.list(officer, {.offset = 1}).cases.empty());
    EXPECT_EQ(cases.look(officer, ref(entry_id(1, 999))).error().rule.id(), "sync.case.unknown");
}

TEST_P(Cases, SideBySideWithWhatStands) {
    const auto id = collide();
    const auto view = cases.look(officer, ref(id));
    ASSERT_TRUE(view);
    ASSERT_TRUE(view->entry);
    EXPECT_NE(view->entry->body.find("00000000M2"), std::string::npos);
    ASSERT_TRUE(view->stands);
    EXPECT_NE(view->stands->entry.entry.body.find("00000000M1"), std::string::npos);
    EXPECT_EQ(view->stands->live, (std::vector<std::uint64_t>{0, 1}));
    ASSERT_TRUE(view->refused_now);
    EXPECT_NE(view->refused_now->find("meeting.second_on_date"), std::string::npos);
    EXPECT_FALSE(view->balances.empty());
    EXPECT_EQ(view->last_seq, 6U);
    EXPECT_EQ(std::ranges::count(view->choices, CaseChoice::replace), 1);
    EXPECT_EQ(std::ranges::count(view->choices, CaseChoice::accept), 0);
    EXPECT_EQ(refusal(id, {CaseChoice::accept}), "meeting.second_on_date");
    EXPECT_EQ(kept(id).outcome, CaseState::open);
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 6U);  // looking has recorded nothing
}

TEST_P(Cases, ReplaceUndoesWhatStandsInTheSameEntry) {
    const auto id = collide();
    ASSERT_EQ(dues_held(), 2000);
    const auto done = cases.decide(officer, ref(id), {CaseChoice::replace});
    ASSERT_TRUE(done) << core::message(done.error(), core::Language::en);
    EXPECT_EQ((*done)->seq, 7U);
    EXPECT_EQ(dues_held(), 5000);
    const auto closed = kept(id);
    EXPECT_EQ(closed.outcome, CaseState::replaced);
    EXPECT_EQ(closed.closed_by, officer);
    EXPECT_EQ(closed.replaced_by, app::id_in_place_of(book_id(1), id));
    EXPECT_TRUE(cases.look(officer, ref(id))->choices.empty());
    EXPECT_TRUE(differences(*store).empty());
    // The same tap again is answered alike; another choice comes too late.
    EXPECT_EQ((*cases.decide(officer, ref(id), {CaseChoice::replace}))->seq, 7U);
    EXPECT_EQ(refusal(id, {CaseChoice::let_go, "muộn"}), "sync.case.closed");
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 7U);
}

TEST_P(Cases, AnotherMeetingIsAnExtraOne) {
    const auto id = collide();
    ASSERT_TRUE(cases.decide(officer, ref(id), {CaseChoice::another_meeting}));
    EXPECT_EQ(dues_held(), 7000);
    const auto rows = store->club_rows(book_id(1)).meetings;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].kind, core::club::MeetingKind::extra);
    EXPECT_TRUE(differences(*store).empty());
}

TEST_P(Cases, LettingGoTakesAReasonAndIsKept) {
    const auto id = collide();
    EXPECT_EQ(refusal(id, {CaseChoice::let_go}), "sync.case.reason");
    EXPECT_EQ(refusal(id, {CaseChoice::let_go, std::string(301, 'x')}), "sync.case.reason");
    EXPECT_EQ(refusal(id, {CaseChoice::mend}), "entry.wrong_type");
    ASSERT_EQ(refusal(id, {CaseChoice::let_go, "Gõ hai lần"}), "");
    EXPECT_EQ(refusal(id, {CaseChoice::let_go, "Gõ hai lần"}), "");
    EXPECT_EQ(kept(id).outcome, CaseState::withdrawn);
    EXPECT_EQ(kept(id).reason, "Gõ hai lần");
    EXPECT_FALSE(kept(id).line.empty());
    EXPECT_EQ(cases.list(officer, {}).total, 0U);
    EXPECT_EQ(cases.list(officer, {.closed_too = true}).total, 1U);
    EXPECT_EQ(dues_held(), 2000);
    EXPECT_EQ(refusal(id, {CaseChoice::accept}), "sync.case.closed");
}

TEST_P(Cases, WhatARevokedPhoneSentIsAcceptedUnderTheOfficersName) {
    auto revoked = device(2);
    revoked.revoked_at = clock.now;
    (void)store->people().put({.devices = {revoked}});
    auto entry = made(1, dues_op(3000));
    const auto sent = send(entry);
    ASSERT_EQ(sent.kind, VerdictKind::rejected);
    const auto view = cases.look(officer, ref(entry.entry_id));
    ASSERT_TRUE(view);
    EXPECT_FALSE(view->refused_now);
    EXPECT_FALSE(view->stands);
    EXPECT_EQ(view->choices.front(), CaseChoice::accept);
    EXPECT_EQ(refusal(entry.entry_id, {CaseChoice::replace}), "sync.case.nothing_stands");
    EXPECT_EQ(refusal(entry.entry_id, {CaseChoice::another_meeting}), "sync.case.no_meeting");
    const auto done = cases.decide(officer, ref(entry.entry_id), {CaseChoice::accept});
    ASSERT_TRUE(done);
    const auto stored = store->entries(book_id(1), (*done)->seq - 1, {}).front().entry;
    EXPECT_EQ(stored.author, officer);
    EXPECT_EQ(stored.body, entry.body);
    // Its verdict is final; what became of it is heard beside.
    EXPECT_EQ(send(entry).kind, VerdictKind::rejected);
    core::replica::Request request;
    request.follow.push_back({book_id(1)});
    request.follow.back().open_cases = {{entry.entry_id}};
    const auto answer = sync(request);
    ASSERT_TRUE(answer.books.front().outcomes);
    ASSERT_EQ(answer.books.front().outcomes->size(), 1U);
    EXPECT_EQ(answer.books.front().outcomes->front().state, CaseState::replaced);
    EXPECT_EQ(answer.books.front().outcomes->front().replaced_by, stored.entry_id);
    // So does the phone that took its place, and no phone without a right over the book.
    ASSERT_EQ(store->people().put({.devices = {device(3)}}), app::PeopleWritten::done);
    request.device = device_id(3);
    EXPECT_EQ(desk.answer({phone, device_id(3)}, request)->books.front().outcomes,
              answer.books.front().outcomes);
    request.device = device_id(4);
    const auto stranger = desk.answer({account_id(77), device_id(4)}, request);
    ASSERT_TRUE(stranger);
    EXPECT_EQ(stranger->books.front().state, core::replica::BookState::closed);
    EXPECT_EQ(stranger->books.front().outcomes.value_or(std::vector<core::replica::CaseOutcome>{}),
              std::vector<core::replica::CaseOutcome>{});
    // A phone that asks no such question is answered as before.
    request.follow.back().open_cases.reset();
    EXPECT_FALSE(sync(request).books.front().outcomes);
}

TEST_P(Cases, TheOfficerMendsOneWithAnEntryOfHisOwn) {
    const auto id = collide();
    const app::OfficerEntry mended{.entry_id = core::EntryId(app::make_uuid7(clock.now, ids)),
                                   .body = R"({"ops":[)" + dues_op(900) + "]}",
                                   .replaces = id};
    const auto first = entries.record(officer, book_id(1), mended);
    ASSERT_TRUE(first);
    EXPECT_EQ(*entries.record(officer, book_id(1), mended), *first);
    EXPECT_EQ(kept(id).outcome, CaseState::replaced);
    EXPECT_EQ(kept(id).replaced_by, mended.entry_id);
    // The treasurer mended it meanwhile: that would be in the book twice.
    const auto late = made(3, dues_op(900));
    const auto verdict = send(late, id);
    EXPECT_EQ(verdict.kind, VerdictKind::rejected);
    EXPECT_NE(verdict.problem.find("sync.case.replaced"), std::string::npos);
    EXPECT_EQ(dues_held(), 2900);
}

TEST_P(Cases, TellsWhoseLoanItIsAndWhatTheBookHoldsOfItAlready) {
    auto lending = made(1, loan_op("2020-05-05"));
    add_part(lending, core::PartClass::name, 1, R"({"name":"Lê Thị Thử"})");
    ASSERT_EQ(send(lending).kind, VerdictKind::accepted);
    ASSERT_TRUE(entries.record(
        officer, book_id(1),
        {.entry_id = core::EntryId(app::make_uuid7(clock.now, ids)),
         .body = R"({"ops":[)" + repaid_op("2020-06-05", 600'000) + "," + dues_op(700) + "]}"}));
    const auto second = made(2, repaid_op("2020-06-05", 600'000));
    ASSERT_EQ(send(second).kind, VerdictKind::rejected);
    const auto view = cases.look(officer, ref(second.entry_id));
    ASSERT_TRUE(view);
    ASSERT_EQ(view->loans.size(), 1U);
    EXPECT_EQ(view->loans[0].member, core::MemberId{1});
    EXPECT_EQ(view->loans[0].principal, core::Money{1'000'000});
    EXPECT_EQ(view->loans[0].outstanding, core::Money{400'000});
    ASSERT_EQ(view->members.size(), 1U);
    EXPECT_EQ(view->members[0].number, core::Count{1});
    EXPECT_EQ(view->members[0].name, "Lê Thị Thử");
    // The repayment that is there already, and not the dues of an earlier day.
    ASSERT_EQ(view->beside.size(), 1U);
    EXPECT_EQ(view->beside_total, 1U);
    EXPECT_EQ(view->beside[0].op, "loan.repaid");
    EXPECT_EQ(view->beside[0].author, "Cán bộ 1");
    EXPECT_NE(view->beside[0].text.find("600000"), std::string::npos);
    ASSERT_TRUE(view->refused_now);
    EXPECT_NE(view->refused_now->find("200.000 đ"), std::string::npos) << *view->refused_now;
    EXPECT_EQ(view->refused_now->find("-200.000"), std::string::npos) << *view->refused_now;
    ASSERT_EQ(refusal(second.entry_id, {CaseChoice::let_go, "Ghi hai lần"}), "");
    EXPECT_TRUE(cases.look(officer, ref(second.entry_id))->beside.empty());
}

TEST_P(Cases, MendingLeavesOutWhatIsWrongAndRecordsTheRest) {
    auto entry = made(1, dues_op(3000) + "," + repaid_op("2020-06-05", 1000) + "," +
                             R"({"op":"member.left","on":"2020-06-05","member":"0000000002",)"
                             R"("reason":"moved","parts":[1]})");
    add_part(entry, core::PartClass::text, 2, R"({"reason":"về quê"})");
    ASSERT_EQ(send(entry).kind, VerdictKind::rejected);
    const auto mend = [](std::vector<std::uint64_t> dropped) {
        return app::CaseDecision{.choice = CaseChoice::mend, .dropped = std::move(dropped)};
    };
    for (const auto& wrong : {mend({}), mend({3}), mend({0, 1, 2}), mend({1, 1})}) {
        EXPECT_EQ(refusal(entry.entry_id, wrong), "entry.wrong_type");
    }
    // The rest is refused by the same rules, and the case stays open.
    EXPECT_EQ(refusal(entry.entry_id, mend({0})), "loan.unknown");
    EXPECT_EQ(kept(entry.entry_id).outcome, CaseState::open);
    const auto done = cases.decide(officer, ref(entry.entry_id), mend({1}));
    ASSERT_TRUE(done) << core::message(done.error(), core::Language::en);
    const auto stored = store->entries(book_id(1), (*done)->seq - 1, {}).front().entry;
    EXPECT_EQ(stored.author, officer);
    EXPECT_EQ(stored.body.find("loan.repaid"), std::string::npos);
    EXPECT_NE(stored.body.find("member.left"), std::string::npos);
    ASSERT_EQ(stored.parts.size(), 1U);
    EXPECT_EQ(stored.parts[0].content->text, R"({"reason":"về quê"})");
    EXPECT_EQ(dues_held(), 3000);
    EXPECT_EQ(kept(entry.entry_id).outcome, CaseState::replaced);
    EXPECT_EQ(kept(entry.entry_id).replaced_by, stored.entry_id);
    EXPECT_TRUE(differences(*store).empty());
    EXPECT_EQ((*cases.decide(officer, ref(entry.entry_id), mend({1})))->seq, (*done)->seq);
}

TEST_P(Cases, MendingTakesPartsAwayWithTheirOperation) {
    auto entry = made(1, R"({"op":"member.left","on":"2020-06-05","member":"0000000009",)"
                         R"("reason":"moved","parts":[1]},)"
                         R"({"op":"member.left","on":"2020-06-05","member":"0000000002",)"
                         R"("reason":"moved","parts":[2]})");
    add_part(entry, core::PartClass::text, 9, R"({"reason":"nhầm người"})");
    add_part(entry, core::PartClass::text, 2, R"({"reason":"về quê"})");
    ASSERT_EQ(send(entry).kind, VerdictKind::rejected);
    const app::CaseDecision mend{.choice = CaseChoice::mend,
                                 .dropped = std::vector<std::uint64_t>{0}};
    const auto done = cases.decide(officer, ref(entry.entry_id), mend);
    ASSERT_TRUE(done) << core::message(done.error(), core::Language::en);
    const auto stored = store->entries(book_id(1), (*done)->seq - 1, {}).front().entry;
    ASSERT_EQ(stored.parts.size(), 1U);
    EXPECT_EQ(stored.parts[0].number, 1U);
    EXPECT_EQ(stored.parts[0].content->text, R"({"reason":"về quê"})");
    EXPECT_TRUE(differences(*store).empty());
}

TEST_P(Cases, AMendedEntryThatIsRefusedWaitsInThePlaceOfTheFirst) {
    const auto id = collide();
    const auto mended = made(3, meeting("2020-05-05", "00000000M3", 4));
    EXPECT_EQ(send(mended, id).kind, VerdictKind::rejected);
    EXPECT_EQ(kept(id).outcome, CaseState::replaced);
    EXPECT_EQ(kept(id).replaced_by, mended.entry_id);
    EXPECT_FALSE(kept(id).closed_by);
    EXPECT_EQ(cases.list(officer, {}).total, 1U);
    EXPECT_EQ(cases.list(officer, {}).cases.front().entry_id, mended.entry_id);
}

TEST_P(Cases, WhateverCallFailsTheSameTapEndsIt) {
    const auto id = collide();
    for (int n = 1;; ++n) {
        const auto when = n % 2 == 0 ? FailWhen::before : FailWhen::after;
        FailingStore failing(*store, n, when);
        app::Books other(failing, clock);
        app::CaseDesk failing_desk(failing, other, clock, rights, places);
        try {
            const auto done = failing_desk.decide(officer, ref(id), {CaseChoice::replace});
            ASSERT_TRUE(done) << core::message(done.error(), core::Language::en);
            break;
        } catch (const app::Fault&) {
            EXPECT_TRUE(failing.failed());
        }
    }
    EXPECT_EQ(kept(id).outcome, CaseState::replaced);
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 7U);
    EXPECT_EQ(dues_held(), 5000);
    EXPECT_TRUE(differences(*store).empty());
}

TEST_P(Cases, ThePhoneLearnsHowItsCasesEnded) {
    core::replica::Replica replica(device_id(2), "test", [](const core::Entry& entry) {
        return json::read_club_ops(entry.body, entry.parts);
    });
    auto& book = replica.follow(book_id(1));
    const auto exchange = [&] { (void)replica.take(sync(replica.ask(1'000'000)), clock.now); };
    const auto record = [&](const std::string& ops) {
        core::replica::KeptList keep;
        core::Entry entry;
        entry.entry_id = core::EntryId(app::make_uuid7(clock.now, ids));
        entry.author = phone;
        entry.body = R"({"ops":[)" + ops + "]}";
        return book.record({entry, {}}, keep).value().entry_id;
    };
    exchange();
    auto revoked = device(2);
    const auto accepted = record(dues_op(100));
    const auto dropped = record(dues_op(200));
    const auto taken_back = record(dues_op(300));
    revoked.revoked_at = clock.now;
    (void)store->people().put({.devices = {revoked}});
    exchange();
    ASSERT_EQ(book.cases().size(), 3U);
    ASSERT_EQ(refusal(accepted, {CaseChoice::accept}), "");
    ASSERT_EQ(refusal(dropped, {CaseChoice::let_go, "Đã ghi trên giấy"}), "");
    ASSERT_EQ(refusal(taken_back, {CaseChoice::accept}), "");
    core::replica::KeptList keep;
    ASSERT_TRUE(book.withdraw(taken_back, keep));  // before the phone hears of it
    exchange();
    EXPECT_EQ(book.cases().at(accepted).state, CaseState::replaced);
    EXPECT_EQ(book.cases().at(accepted).replaced_by, app::id_in_place_of(book_id(1), accepted));
    EXPECT_EQ(book.cases().at(dropped).state, CaseState::withdrawn);
    EXPECT_EQ(book.cases().at(dropped).reason, "Đã ghi trên giấy");
    EXPECT_EQ(book.cases().at(taken_back).state, CaseState::replaced);
    EXPECT_FALSE(replica.ask(1'000'000).follow.front().open_cases);
}

}  // namespace
}  // namespace lth::tests
