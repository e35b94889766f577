// One person's data: exported, erased on request and by term, and erased again in a backup.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/case_desk.hpp"
#include "app/erasures.hpp"
#include "app/office.hpp"
#include "app/period_view.hpp"
#include "app/retention.hpp"
#include "core/replica/replica.hpp"
#include "json/club_body.hpp"
#include "json/entry.hpp"
#include "store/sqlite_store.hpp"
#include "support/app/no_common_books.hpp"
#include "support/store/officers.hpp"

namespace lth::tests {
namespace {

constexpr core::SubjectId person{1};

class NoReading final : public app::Reading {
public:
    core::Result<app::StandingView> standing(const app::Question& /*question*/) override {
        return core::reject("question.scheme.none");
    }
    core::Result<app::UnitsView> units(std::optional<core::Date> /*as_of*/) override {
        return app::UnitsView{};
    }
    core::Result<app::UnitView> unit(const app::Question& /*question*/) override {
        return core::reject("question.unit.unknown");
    }
    core::Result<app::ClubsView> clubs(const app::ClubsQuestion& /*question*/) override {
        app::ClubsView view;
        for (const std::uint64_t n : {1, 2}) {
            auto& line = view.clubs.emplace_back();
            line.id = book_id(n);
            line.name = "CLB " + std::to_string(n);
        }
        return view;
    }
    core::Result<app::ClubView> club(const core::BookId& /*id*/,
                                     const app::Question& /*question*/) override {
        return core::reject("question.club.unknown");
    }
    core::Result<app::AssociationsView> associations(const app::Question& /*question*/,
                                                     int /*care_year*/) override {
        return app::AssociationsView{};
    }
    core::Result<app::EntriesView> entries(const core::BookId& /*id*/, std::uint64_t /*after*/,
                                           app::Page /*page*/) override {
        return core::reject("question.book.unknown");
    }
    core::Result<app::EntryView> entry(const core::BookId& /*id*/, std::uint64_t /*seq*/) override {
        return core::reject("question.entry.unknown");
    }
    std::vector<app::AssociationLine> association_books() override { return {}; }
    core::Result<app::MatterList> matters(const app::MatterQuestion& /*question*/) override {
        return app::MatterList{};
    }
    core::Result<std::vector<app::QuotaResult>> quotas(
        std::span<const core::UnitId> /*units*/) override {
        return std::vector<app::QuotaResult>{};
    }
    core::Result<std::vector<app::OpenGrant>> open_grants(const core::BookId& /*club*/) override {
        return std::vector<app::OpenGrant>{};
    }
    core::Result<std::vector<app::CareYear>> care(const core::BookId& /*book*/,
                                                  int /*year*/) override {
        return std::vector<app::CareYear>{};
    }
    core::Result<app::PeriodView> period(const app::PeriodQuestion& /*question*/) override {
        return app::PeriodView{};
    }
    core::Result<std::vector<app::VisitLine>> visits() override {
        return std::vector<app::VisitLine>{};
    }
    std::vector<core::rating::Criteria> criteria() override { return {}; }
    app::CommonBooks& common_books() override { return common_; }
    bool simulated() override { return false; }
    bool healthy() override { return true; }

private:
    NoCommonBooks common_;
};

core::Entry named(std::uint64_t n, std::uint64_t by = 1) {
    auto entry = make_entry(1, n,
                            R"({"op":"member.corrected","on":"2020-04-01","member":"0000000001",)"
                            R"("birth_year":1956,"parts":[1,2,3]})",
                            by);
    add_part(entry, core::PartClass::name, 1, R"({"name":"Lê Thị Thử","day":2,"month":9})");
    add_part(entry, core::PartClass::contact, 1, R"({"phone":"0900000001"})");
    add_part(entry, core::PartClass::sensitive, 1, R"({"ethnicity":"Thử"})");
    return entry;
}

class Privacy : public testing::TestWithParam<Engine> {
protected:
    Privacy() {
        record_all(books, launched_entries(1));
        auto entries = launched_entries(1).size();
        record_all(books, {named(entries + 1)});
        commune = make_officer(*store, 1, app::Role::commune);
        province = make_officer(*store, 2, app::Role::province);
    }

    std::vector<json::DisclosedRow> disclosed() { return store->club_rows(book_id(1)).disclosed; }
    std::size_t texts_held() {
        std::size_t held = 0;
        for (const auto& sealed : store->entries(book_id(1), 0, {})) {
            for (const auto& part : sealed.entry.parts) held += part.content ? 1 : 0;
        }
        return held;
    }
    void refuse_one() {  // an entry with a part about the person becomes a case
        auto entry = make_entry(
            1, 1,
            R"({"op":"member.left","on":"2020-04-01","member":"0000000009","reason":"asked",)"
            R"("parts":[1]})",
            2);
        add_part(entry, core::PartClass::text, 1, R"({"reason":"chuyển nhà"})");
        ASSERT_EQ(books.settle({entry, {}}, {.account = {}, .device = device_id(2)}).kind,
                  core::replica::VerdictKind::rejected);
    }
    app::PersonQuestion about(std::string reason = {}) {
        return {.book = book_id(1), .person = person, .reason = std::move(reason)};
    }
    std::string text_of(const app::PersonFile& file, std::string_view kind) {
        for (const auto& part : file.parts) {
            if (part.kind == kind) return part.text.value_or("(none)");
        }
        return "(no part)";
    }

    Database database{GetParam()};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    CountingIds ids;
    OneCommune places;
    NoReading reading;
    app::Books books{*store, clock};
    app::HeldRights rights{*store, places, clock};
    app::Devices devices{*store, books, clock, ids};
    app::PersonDesk people{*store, books, clock, ids};
    app::ClubOffice office{{*store, books, clock, ids, devices, rights, places, reading}};
    core::AccountId commune;
    core::AccountId province;
};

INSTANTIATE_TEST_SUITE_P(Engines, Privacy,
                         testing::Values(Engine::sqlite, Engine::postgres,
                                         Engine::postgres_partitioned),
                         EngineName{});

TEST_P(Privacy, EverythingAboutOnePersonIsHandedOut) {
    refuse_one();
    record_all(books, {make_entry(1, 7,
                                  R"({"op":"consent.recorded","on":"2020-04-02",)"
                                  R"("members":["0000000001","0000000002"],)"
                                  R"("purposes":["membership"],"how":"fingerprint",)"
                                  R"("answer":"agreed"})"),
                       dues_entry(1, 8)});
    const auto file = people.file(book_id(1), person);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->club, "Liên thế hệ thôn Một");
    ASSERT_EQ(file->parts.size(), 4U);
    EXPECT_EQ(text_of(*file, "contact"), R"({"phone":"0900000001"})");
    EXPECT_EQ(file->parts.back().seq, 0U);  // of the case
    ASSERT_EQ(file->consents.size(), 1U);
    EXPECT_EQ(file->consents[0].how, core::club::ConsentHow::fingerprint);
    std::vector<std::string> ops;
    for (const auto& op : file->operations) ops.push_back(op.op);
    EXPECT_EQ(ops, (std::vector<std::string>{"member.admitted", "member.corrected",
                                             "consent.recorded", "dues.received"}));
    EXPECT_EQ(people.file(book_id(1), {77}).error().rule.id(), "person.unknown");
    EXPECT_EQ(people.file(book_id(9), person).error().rule.id(), "question.book.unknown");
}

TEST_P(Privacy, WhoRefusesToBeListedIsANumber) {
    const app::BookSight names{.classes = {core::PartClass::name}};
    const auto first = [&] { return office.members(commune, book_id(1), names).value().front(); };
    EXPECT_EQ(first().name, "Lê Thị Thử");
    record_all(books, {make_entry(1, 7,
                                  R"({"op":"consent.recorded","on":"2020-04-02",)"
                                  R"("members":["0000000001"],"purposes":["membership"],)"
                                  R"("how":"signature","answer":"refused"})")});
    EXPECT_FALSE(first().name);
    EXPECT_EQ(first().number, core::Count{1});
    EXPECT_EQ(first().birth_year, core::Year{1956});  // and counts as before
    EXPECT_FALSE(disclosed().empty());                // it is not erased: that is asked for apart
}

TEST_P(Privacy, ErasureLeavesFiguresChainAndDigests) {
    refuse_one();
    const auto before = store->entries(book_id(1), 0, {});
    const auto days = store->club_rows(book_id(1)).days;
    ASSERT_FALSE(disclosed().empty());
    const auto erased = people.erase(book_id(1), person, {.account = {}});
    ASSERT_TRUE(erased);
    EXPECT_EQ(erased->parts, 3U);
    EXPECT_EQ(erased->entries, 1U);
    EXPECT_EQ(erased->cases, 1U);
    EXPECT_EQ(texts_held(), 0U);
    EXPECT_TRUE(disclosed().empty());
    EXPECT_TRUE(differences(*store).empty());
    auto after = store->entries(book_id(1), 0, {});
    after.pop_back();
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) EXPECT_EQ(after[i].seal, before[i].seal);
    const auto kept = store->cases(book_id(1)).front();
    EXPECT_EQ(kept.line.find("chuyển nhà"), std::string::npos);
    EXPECT_EQ(core::entry_digest(json::read_unsealed(kept.line).value()), kept.entry_digest);
    const auto again = people.erase(book_id(1), person, {.account = {}});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->parts + again->entries + again->cases, 0U);
    app::Books fresh(*store, clock);  // folds what is left
    EXPECT_TRUE(fresh.read(book_id(1), [](const app::Book&) {}));
    EXPECT_TRUE(people.file(book_id(1), person));
}

TEST_P(Privacy, APhoneThatSyncsForgetsThePerson) {
    const app::RoleHeld board{.account = account_id(90),
                              .role = app::Role::club_board,
                              .book = book_id(1),
                              .from = core::make_date(2020, 1, 1)};
    (void)store->people().put(
        {.accounts = {{account_id(90), "", "", "Máy", {}}}, .roles = {board}});
    app::SyncDesk desk{*store, books, clock, rights};
    core::replica::Replica replica(device_id(3), "test", [](const core::Entry& entry) {
        return json::read_club_ops(entry.body, entry.parts);
    });
    auto& book = replica.follow(book_id(1));
    const auto exchange = [&] {
        const auto answer =
            desk.answer({account_id(90), device_id(3)}, replica.ask(1'000'000)).value();
        return replica.take(answer, clock.now);
    };
    const auto held = [&] {
        std::size_t parts = 0;
        for (const auto& sealed : book.entries()) {
            for (const auto& part : sealed.entry.parts) parts += part.content ? 1 : 0;
        }
        return parts;
    };
    (void)exchange();
    EXPECT_EQ(held(), 2U);  // a phone never gets the sensitive one
    const auto balances = book.confirmed().balances;
    ASSERT_TRUE(people.erase(book_id(1), person, {.account = {}}));
    const auto keep = exchange();
    EXPECT_EQ(held(), 0U);
    EXPECT_EQ(book.confirmed().balances, balances);
    EXPECT_EQ(book.head(), store->book(book_id(1))->head);
    // What the phone is told to keep holds no text either.
    for (const auto& one : keep) {
        const auto* confirmed = std::get_if<core::replica::KeepConfirmed>(&one);
        if (confirmed == nullptr) continue;
        for (const auto& part : confirmed->sealed.entry.parts) EXPECT_FALSE(part.content);
    }
}

TEST_P(Privacy, OfficersReadWhatTheirRoleMayAndItIsLogged) {
    const auto whole = office.person(commune, about());
    ASSERT_TRUE(whole);
    EXPECT_EQ(text_of(*whole, "sensitive"), R"({"ethnicity":"Thử"})");
    auto log = store->read_log().of_book(book_id(1), {clock.now + 1}, 10);
    ASSERT_EQ(log.size(), 2U);
    for (const auto& line : log) {
        EXPECT_EQ(line.account, commune);
        EXPECT_EQ(line.subject, person);
    }
    for (const auto* none : {"", "x", "Đơn", "Đơn của bà\nThử ngày 1/9"}) {
        EXPECT_EQ(office.person(province, about(none)).error().rule.id(), "person.reason") << none;
    }
    const auto some = office.person(province, about("Đơn của bà Thử ngày 1/9"));
    ASSERT_TRUE(some);
    EXPECT_EQ(text_of(*some, "name"), R"({"name":"Lê Thị Thử","day":2,"month":9})");
    EXPECT_EQ(text_of(*some, "sensitive"), "(none)");
    log = store->read_log().of_book(book_id(1), {clock.now + 1}, 10);
    ASSERT_EQ(log.size(), 3U);
    EXPECT_EQ(std::ranges::count(log, "Đơn của bà Thử ngày 1/9", &app::ReadLine::reason), 1);
    const auto administrator = make_officer(*store, 3, app::Role::administrator);
    EXPECT_EQ(office.person(administrator, about("?")).error().rule.id(),
              "role.person.not_allowed");
    EXPECT_EQ(office.erase(administrator, about()).error().rule.id(), "role.person.not_allowed");
    EXPECT_EQ(texts_held(), 3U);
    const auto erased = office.erase(commune, about());
    ASSERT_TRUE(erased);
    EXPECT_EQ(erased->parts, 3U);
    EXPECT_EQ(store->entries(book_id(1), 6, {}).front().entry.author, commune);
}

TEST_P(Privacy, TermsOfRetentionEraseWhatIsNeededNoMore) {
    app::Retention retention{*store, books, clock, ids};
    EXPECT_TRUE(retention.plan().terms.empty());
    EXPECT_EQ(retention.run()->entries, 0U);
    const auto set = make_entry(3, 1,
                                R"({"op":"retention.set","on":"2020-03-01","what":"contact",)"
                                R"("months":6,"from":"2020-03-01"},)"
                                R"({"op":"retention.set","on":"2020-03-01","what":"text",)"
                                R"("months":12,"from":"2020-03-01"})");
    ASSERT_TRUE(books.record(set, {.account = {}, .opens = core::BookKind::registry}));
    auto note = make_entry(1, 7,
                           R"({"op":"member.left","on":"2020-04-05","member":"0000000001",)"
                           R"("reason":"moved","parts":[1]})");
    add_part(note, core::PartClass::text, 1, R"({"reason":"về quê"})");
    const auto received = clock.now;
    EXPECT_TRUE(retention.plan().lines.empty());  // a member of the club is still known
    record_all(books, {note});
    ASSERT_EQ(retention.plan().terms.size(), 2U);
    EXPECT_TRUE(retention.plan().lines.empty());
    constexpr std::int64_t day = 86'400'000;
    clock.now = received + 181 * day;  // 13 March 2021: six months
    const auto plan = retention.plan();
    ASSERT_EQ(plan.lines.size(), 1U);
    EXPECT_EQ(plan.lines[0].kind, core::registry::Retained::contact);
    EXPECT_EQ(plan.lines[0].parts, 1U);
    EXPECT_EQ(plan.lines[0].name, "Liên thế hệ thôn Một");
    EXPECT_EQ(texts_held(), 4U);  // a plan erases nothing
    EXPECT_EQ(retention.run()->entries, 1U);
    EXPECT_EQ(texts_held(), 3U);
    EXPECT_TRUE(retention.plan().lines.empty());
    EXPECT_EQ(retention.run()->entries, 0U);
    clock.now = received + 400 * day;
    EXPECT_EQ(retention.run()->entries, 1U);
    EXPECT_EQ(texts_held(), 2U);  // names and the sensitive part have no term
    EXPECT_TRUE(differences(*store).empty());
}

class Backups : public Privacy {
protected:
    std::unique_ptr<app::Store> restored(const char* name) {
        std::filesystem::copy_file(database.file(name), database.file("restored.db"));
        return std::make_unique<store::SqliteStore>(database.file("restored.db").string());
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Backups, testing::Values(Engine::sqlite), EngineName{});

TEST_P(Backups, TheListErasesAgainWithoutForkingTheChain) {
    refuse_one();
    store->backup(database.file("older.db").string());
    const auto head = store->book(book_id(1))->head;
    ASSERT_TRUE(people.erase(book_id(1), person, {.account = {}}));
    std::ostringstream list;
    EXPECT_EQ(app::write_erasures(*store, list), 2U);
    EXPECT_EQ(list.str().find("Thử"), std::string::npos);

    auto older = restored("older.db");
    std::istringstream broken("{}\n");
    EXPECT_FALSE(app::apply_erasures(*older, broken));
    std::istringstream lines(list.str());
    const auto applied = app::apply_erasures(*older, lines);
    ASSERT_TRUE(applied);
    EXPECT_EQ(applied->parts, 4U);
    EXPECT_EQ(applied->books, 1U);
    EXPECT_TRUE(differences(*older).empty());
    EXPECT_EQ(older->book(book_id(1))->head, head);
    EXPECT_TRUE(older->club_rows(book_id(1)).disclosed.empty());
    EXPECT_EQ(older->cases(book_id(1)).front().line.find("chuyển nhà"), std::string::npos);
    std::istringstream same(list.str());
    EXPECT_EQ(app::apply_erasures(*older, same)->parts, 0U);
    older.reset();
    std::ifstream file(database.file("restored.db"), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(bytes.find("Lê Thị Thử"), std::string::npos);
}

TEST_P(Backups, PhonesBringBackWhatWasLostWhileThereIsLeave) {
    app::SyncDesk desk{*store, books, clock, rights};
    const app::RoleHeld board{.account = account_id(90),
                              .role = app::Role::club_board,
                              .book = book_id(1),
                              .from = core::make_date(2020, 1, 1)};
    (void)store->people().put(
        {.accounts = {{account_id(90), "", "", "Máy", {}}}, .roles = {board}});
    store->backup(database.file("older.db").string());
    core::replica::Replica replica(device_id(3), "test", [](const core::Entry& entry) {
        return json::read_club_ops(entry.body, entry.parts);
    });
    auto& book = replica.follow(book_id(1));
    record_all(books, {dues_entry(1, 7), dues_entry(1, 8)});
    const auto head = store->book(book_id(1))->head;
    const auto exchange = [&](app::SyncDesk& with) {
        const auto answer =
            with.answer({account_id(90), device_id(3)}, replica.ask(1'000'000)).value();
        (void)replica.take(answer, clock.now);
    };
    exchange(desk);
    ASSERT_EQ(book.head(), head);

    auto older = restored("older.db");
    app::Books older_books(*older, clock);
    app::HeldRights older_rights(*older, places, clock);
    app::SyncDesk older_desk(*older, older_books, clock, older_rights);
    app::Devices older_devices(*older, older_books, clock, ids);
    app::ClubOffice older_office(
        {*older, older_books, clock, ids, older_devices, older_rights, places, reading});
    for (int i = 0; i < 3; ++i) exchange(older_desk);
    EXPECT_EQ(older->book(book_id(1))->head.last_seq, 6U);  // no leave: the phone keeps it
    EXPECT_EQ(book.state(), core::replica::BookState::behind);

    const auto administrator = make_officer(*older, 3, app::Role::administrator);
    auto& leave = older_office.devices();
    EXPECT_EQ(leave.give_leave(commune, book_id(1), 2).error().rule.id(), "role.leave.not_allowed");
    EXPECT_EQ(leave.give_leave(administrator, book_id(1), 0).error().rule.id(),
              "device.leave.hours");
    const auto given = leave.give_leave(administrator, book_id(1), 2);
    ASSERT_TRUE(given);
    clock.now = given->until;
    for (int i = 0; i < 3; ++i) exchange(older_desk);
    EXPECT_EQ(older->book(book_id(1))->head.last_seq, 6U);  // it has passed
    ASSERT_TRUE(leave.give_leave(administrator, book_id(1), 2));
    for (int i = 0; i < 3; ++i) exchange(older_desk);
    EXPECT_EQ(older->book(book_id(1))->head, head);
    EXPECT_EQ(book.state(), core::replica::BookState::ok);
    EXPECT_TRUE(differences(*older).empty());
}

TEST_P(Privacy, ALostPhoneIsRevokedAndAnswersWhatWasOnIt) {
    auto& desk = office.devices();
    const auto card = desk.make_card(commune, book_id(1));
    ASSERT_TRUE(card);
    EXPECT_EQ(card->club, "CLB thử");
    EXPECT_TRUE(card->link.starts_with("/club#card="));
    EXPECT_EQ(desk.make_card(province, book_id(1)).error().rule.id(), "role.card.not_allowed");
    core::Digest key{};
    ASSERT_TRUE(devices.bind({card->code, device_id(2), key, "Máy thủ quỹ", "1"}));
    ASSERT_TRUE(devices.sign_in(device_id(2), key));
    const auto rows = desk.list(commune, book_id(1));
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 1U);
    EXPECT_EQ(rows->front().last_seen_at, clock.now);
    EXPECT_EQ(desk.rename(commune, device_id(2), "Máy cô Thử")->name, "Máy cô Thử");
    EXPECT_EQ(desk.rename(commune, device_id(2), "").error().rule.id(), "device.name.malformed");
    EXPECT_EQ(desk.revoke(commune, device_id(8)).error().rule.id(), "device.none");

    const auto heard = clock.now;
    clock.now += 3'600'000 - 1;
    ASSERT_TRUE(devices.sign_in(device_id(2), key));  // within the hour: not written again
    EXPECT_EQ(store->people().device(device_id(2))->last_seen_at, heard);
    const auto mine = desk.my_clubs(commune, {.limit = 10});
    ASSERT_TRUE(mine);
    EXPECT_EQ(mine->total, 2U);
    EXPECT_EQ(mine->clubs.front().devices_in_use, 1U);

    const auto reported = clock.now;
    const auto lost = desk.lost(commune, device_id(2));
    ASSERT_TRUE(lost);
    EXPECT_EQ(lost->device.revoked_at, reported);
    EXPECT_EQ(lost->people_named, 1U);
    EXPECT_EQ(lost->classes, (std::vector<std::string>{"name", "contact", "text"}));
    EXPECT_EQ(lost->unsent_since, heard);
    EXPECT_EQ(lost->deadline, reported + std::int64_t{72} * 3'600'000);
    EXPECT_NE(lost->form.find("Máy cô Thử"), std::string::npos);
    EXPECT_NE(lost->form.find("CLB thử"), std::string::npos);
    EXPECT_NE(lost->form.find("sổ của câu lạc bộ khác"), std::string::npos);
    clock.now += 1000;
    EXPECT_EQ(desk.lost(commune, device_id(2))->deadline, lost->deadline);
    EXPECT_EQ(desk.my_clubs(commune, {.limit = 10})->clubs.front().devices_in_use, 0U);
    // Renaming gives no right back.
    ASSERT_TRUE(desk.rename(commune, device_id(2), "Máy đã mất"));
    EXPECT_TRUE(store->people().device(device_id(2))->revoked_at);
}

}  // namespace
}  // namespace lth::tests
