// What every store promises, on each engine: entries byte for byte, rows equal to the fold, one
// sequence per book whoever writes, erasure, copies that are equal.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <thread>

#include "app/club_book.hpp"
#include "app/exchange.hpp"
#include "app/paper_drafts.hpp"
#include "json/club_body.hpp"
#include "support/random_history.hpp"
#include "support/store/database.hpp"
#include "support/store/failing_store.hpp"

namespace lth::tests {
namespace {

class StoreContract : public testing::TestWithParam<Engine> {
protected:
    Database database{GetParam()};
    std::unique_ptr<app::Store> store = database.open();
    SetClock clock;
    app::Books books{*store, clock};
};

INSTANTIATE_TEST_SUITE_P(Engines, StoreContract,
                         testing::Values(Engine::sqlite, Engine::postgres,
                                         Engine::postgres_partitioned),
                         EngineName{});

// Offers a random history, with texts that need care in SQL, and keeps what was accepted.
std::vector<core::Entry> record_random(app::Books& books, SetClock& clock, std::uint64_t book,
                                       std::size_t count) {
    std::vector<core::Entry> accepted;
    for (const auto& offer : random_history(book, count)) {
        auto ops = offer.ops;
        for (auto& op : ops) op.parts.clear();
        auto entry = make_entry(book, accepted.size() + 1, "");
        entry.entry_id = offer.entry_id;
        entry.body = json::write_body(std::span<const core::club::ClubOp>(ops));
        ops.back().parts = {1};
        auto with_part = entry;
        with_part.body = json::write_body(std::span<const core::club::ClubOp>(ops));
        add_part(with_part, core::PartClass::text, 7, R"({"note":"{\"a\",'b'} \\ Ðặng"})");
        clock.now = (std::int64_t{offer.today.days} * 24 + 3) * 3'600'000;
        if (books.record(with_part, opener())) accepted.push_back(with_part);
    }
    return accepted;
}

TEST_P(StoreContract, KeepsEntriesByteForByteAndRowsEqualToTheFold) {
    constexpr std::size_t offers = 120;
    std::vector<std::vector<core::Entry>> written;
    for (std::uint64_t n = 1; n <= 3; ++n) {
        written.push_back(record_random(books, clock, n, offers));
        EXPECT_GT(written.back().size(), offers / 4);
    }
    const auto again = database.open();
    for (std::uint64_t n = 1; n <= 3; ++n) {
        const auto read = again->entries(book_id(n), 0, {.entries = 1000, .bytes = 1 << 24});
        ASSERT_EQ(read.size(), written[n - 1].size());
        core::Head head;
        for (std::size_t i = 0; i < read.size(); ++i) {
            auto expected = written[n - 1][i];
            // The history erases some parts itself: those keep their digest.
            if (!read[i].entry.parts[0].content) expected.parts[0].content.reset();
            EXPECT_EQ(read[i].entry, expected);
            EXPECT_TRUE(core::follows(head, read[i]));
            head = core::head_after(read[i]);
        }
        EXPECT_EQ(again->book(book_id(n))->head, head);
    }
    EXPECT_TRUE(differences(*again).empty());
}

TEST_P(StoreContract, FactsOfClubsAreThoseOfTheFold) {
    for (std::uint64_t n = 1; n <= 3; ++n) (void)record_random(books, clock, n, 60);
    const auto all = store->club_facts({});
    ASSERT_EQ(all.size(), 3U);
    for (const auto& club : all) {
        const auto folded = app::load_club_book(*store, club.id).rows().club;
        EXPECT_EQ(club.row, folded.club);
        EXPECT_EQ(club.statuses, folded.statuses);
        EXPECT_EQ(club.villages, folded.villages);
        EXPECT_EQ(club.reports, folded.reports);
        EXPECT_EQ(club.days, folded.days);
        const auto one = store->club_facts(std::span(&club.id, 1));
        ASSERT_EQ(one.size(), 1U);
        EXPECT_EQ(one.front().days, club.days);
    }
}

TEST_P(StoreContract, TheLatestEntriesComePageByPage) {
    record_all(books, launched_entries(1));
    record_all(books, launched_entries(2));
    clock.now += 1;
    auto own = dues_entry(1, 6);
    own.author = core::AccountId(core::parse_uuid("01930000-0000-7000-8000-0000000000aa").value());
    ASSERT_TRUE(books.record(own, opener()));
    std::vector<std::pair<core::BookId, std::uint64_t>> seen;
    app::EntryPlace before{clock.now + 1, {}, 0};
    for (;;) {
        const auto page = store->latest_entries(before, {}, 4);
        for (const auto& sealed : page) {
            before = {sealed.seal.received_at, sealed.entry.book_id, sealed.seal.seq};
            seen.emplace_back(before.book, before.seq);
        }
        if (page.size() < 4) break;
    }
    ASSERT_EQ(seen.size(), 11U);
    EXPECT_EQ(seen.front(), std::pair(book_id(1), std::uint64_t{6}));
    EXPECT_EQ(seen.back(), std::pair(book_id(1), std::uint64_t{1}));
    EXPECT_EQ(std::set(seen.begin(), seen.end()).size(), 11U);
    const auto by = store->latest_entries({clock.now + 1, {}, 0}, own.author, 4);
    ASSERT_EQ(by.size(), 1U);
    EXPECT_EQ(by.front().entry.entry_id, own.entry_id);
}

TEST_P(StoreContract, TheSameEntryAgainGetsTheSameReceipt) {
    record_all(books, launched_entries(1));
    const auto entry = dues_entry(1, 6);
    const auto first = books.record(entry, opener());
    ASSERT_TRUE(first);
    EXPECT_EQ(first->seq, 6U);
    EXPECT_EQ(books.record(entry, opener()), *first);
    app::Books other(*store, clock);  // nothing cached, as after a restart
    EXPECT_EQ(other.record(entry, opener()), *first);
    auto otherwise = entry;
    otherwise.made_at = 5;
    EXPECT_EQ(books.record(otherwise, opener()).error().rule.id(), "entry.id_used_otherwise");
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 6U);
}

TEST_P(StoreContract, ANumberOfADeviceIsUsedOnce) {
    record_all(books, launched_entries(1));
    auto entry = dues_entry(1, 6);
    entry.device_seq = 3;
    EXPECT_EQ(books.record(entry, opener()).error().rule.id(), "entry.device_seq_used");
    entry.device_seq = 0;  // the server's own: the next one
    EXPECT_TRUE(books.record(entry, opener()));
    EXPECT_EQ(store->entries(book_id(1), 5, {}).front().entry.device_seq, 6U);
    EXPECT_EQ(books.record(entry, opener())->seq, 6U);
}

TEST_P(StoreContract, ManyEntriesAtOnceAreAsGoodAsOneByOne) {
    std::vector<core::Entry> entries;
    for (std::uint64_t n = 1; n <= 3; ++n) {
        for (const auto& entry : record_random(books, clock, n, 60)) entries.push_back(entry);
    }
    const Database there(GetParam());
    const auto copy = there.open();
    app::Books many(*copy, clock);
    const auto receipts = many.record_many(entries, opener());
    ASSERT_EQ(receipts.size(), entries.size());
    for (const auto& receipt : receipts) EXPECT_TRUE(receipt);
    EXPECT_TRUE(differences(*copy).empty());
    EXPECT_EQ(copy->books().size(), 3U);
    for (std::uint64_t n = 1; n <= 3; ++n) {
        EXPECT_EQ(copy->book(book_id(n))->head.last_seq, store->book(book_id(n))->head.last_seq);
        EXPECT_EQ(copy->club_rows(book_id(n)).members, store->club_rows(book_id(n)).members);
    }
    const auto again = many.record_many(entries, opener());
    for (std::size_t i = 0; i < again.size(); ++i) {
        ASSERT_TRUE(again[i]);
        EXPECT_EQ(*again[i], *receipts[i]);
    }
    auto wrong = dues_entry(9, 1);
    EXPECT_FALSE(many.record_many({wrong}, {.account = {}}).front());
}

TEST_P(StoreContract, ARefusedEntryLeavesNothing) {
    record_all(books, launched_entries(1));
    const auto before = store->books();
    const auto refused = books.record(make_entry(1, 6,
                                                 R"({"op":"member.left","on":"2020-04-01",)"
                                                 R"("member":"0000000009","reason":"asked"})"),
                                      opener());
    EXPECT_EQ(refused.error().rule.id(), "member.unknown");
    EXPECT_EQ(books.record(dues_entry(2, 1), {.account = {}}).error().rule.id(),
              "question.book.unknown");
    EXPECT_EQ(store->books(), before);
    EXPECT_TRUE(books.record(dues_entry(1, 6), opener()));
    EXPECT_TRUE(differences(*store).empty());
}

TEST_P(StoreContract, AMovedHeadWritesNothingAndALostAnswerIsFoundAgain) {
    record_all(books, launched_entries(1));
    const auto entries = store->entries(book_id(1), 0, {});
    app::BookWrite write{.book = book_id(1),
                         .kind = core::BookKind::club,
                         .before = core::head_after(entries[3]),
                         .entries = {entries[4]},
                         .changes = {}};
    const auto append = [&](const app::BookWrite& one) {
        return store->append({one}, app::Urgency::interactive).get().front();
    };
    EXPECT_EQ(append(write), app::Appended::done);
    write.entries = {core::seal(write.before, dues_entry(1, 6), clock.now, {})};
    EXPECT_EQ(append(write), app::Appended::moved);
    EXPECT_EQ(store->entries(book_id(1), 0, {}), entries);
    EXPECT_TRUE(differences(*store).empty());
}

// Each writer has its own connections and its own cache, as a process of its own has.
TEST_P(StoreContract, WritersOfOneBookInSeveralProcessesLoseNothing) {
    record_all(books, launched_entries(1));
    constexpr std::uint64_t writers = 3;
    constexpr std::uint64_t each = 12;
    std::vector<std::jthread> threads;
    for (std::uint64_t writer = 1; writer <= writers; ++writer) {
        threads.emplace_back([&, writer] {
            const auto own = database.open();
            SetClock own_clock;
            app::Books own_books(*own, own_clock);
            for (std::uint64_t n = 1; n <= each; ++n) {
                EXPECT_TRUE(own_books.record(dues_entry(1, n, writer + 1), opener()));
            }
        });
    }
    threads.clear();
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 5 + writers * each);
    EXPECT_TRUE(differences(*store).empty());
    bool seen = false;
    EXPECT_TRUE(books.read(book_id(1), [&](const app::Book& book) {
        seen = book.head().last_seq == 5 + writers * each;
    }));
    EXPECT_TRUE(seen);
}

TEST_P(StoreContract, ManyBooksAtOnceShareCommitsAndStayApart) {
    constexpr std::uint64_t writers = 8;
    std::vector<std::jthread> threads;
    for (std::uint64_t n = 1; n <= writers; ++n) {
        threads.emplace_back([&, n] { record_all(books, launched_entries(n)); });
    }
    threads.clear();
    EXPECT_EQ(store->books().size(), writers);
    EXPECT_TRUE(differences(*store).empty());
}

TEST_P(StoreContract, ASmallCacheForgetsBooksButNotEntries) {
    app::Books small(*store, clock, {}, 1);
    for (std::uint64_t n = 1; n <= 4; ++n) record_all(small, launched_entries(n));
    for (std::uint64_t n = 1; n <= 4; ++n) {
        EXPECT_TRUE(small.record(dues_entry(n, 6), opener()));
    }
    EXPECT_TRUE(differences(*store).empty());
}

TEST_P(StoreContract, TheHookCanRefuse) {
    const auto refuse = [](const core::Entry&, const app::Ops&) {
        return std::optional(core::make_rejection("territory.village.unknown"));
    };
    app::Books guarded(*store, clock, refuse);
    EXPECT_EQ(guarded.record(launched_entries(1).front(), opener()).error().rule.id(),
              "territory.village.unknown");
    EXPECT_TRUE(store->books().empty());
}

TEST_P(StoreContract, LaterPartsReplaceEarlierAndAnErasureLeavesNeitherTextNorSalt) {
    record_all(books, launched_entries(1));
    const auto change = [](std::uint64_t n) {
        return make_entry(1, n,
                          R"({"op":"member.changed","on":"2020-04-01","member":)"
                          R"("0000000001","hardship":"poor","parts":[1]})");
    };
    auto first = change(6);
    add_part(first, core::PartClass::name, 1, R"({"name":"Lê Thị Một","day":24,"month":11})");
    auto second = change(7);
    second.body.replace(second.body.find("poor"), 4, "none");
    add_part(second, core::PartClass::name, 1, R"({"name":"Lê Thị Mốt"})");
    record_all(books, {first, second});
    auto rows = store->club_rows(book_id(1)).disclosed;
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].field, "month");
    EXPECT_EQ(rows[2].value, "Lê Thị Mốt");
    EXPECT_TRUE(differences(*store).empty());

    const auto erase = make_entry(1, 8,
                                  R"({"op":"private.erased","on":"2020-05-01","entry_id":")" +
                                      to_text(first.entry_id) + R"(","erased":[1]})");
    record_all(books, {erase});
    rows = store->club_rows(book_id(1)).disclosed;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].value, "Lê Thị Mốt");
    const auto kept = store->entries(book_id(1), 5, {}).front().entry.parts;
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_FALSE(kept.front().content);
    EXPECT_EQ(kept.front().digest, first.parts.front().digest);
    EXPECT_TRUE(differences(*store).empty());
    app::Books anew(*store, clock);
    EXPECT_EQ(anew.record(first, opener())->seq, 6U);  // a resend with the text is the same entry
    EXPECT_FALSE(store->entries(book_id(1), 5, {}).front().entry.parts.front().content);
}

TEST_P(StoreContract, AnExportIsAFullCopyOnAnyEngine) {
    for (std::uint64_t n = 1; n <= 2; ++n) (void)record_random(books, clock, n, 50);
    for (const auto engine : {Engine::sqlite, Engine::postgres}) {
        std::stringstream text;
        app::export_entries(*store, text, app::PartsWritten::with_parts);
        const Database there(engine);
        const auto copy = there.open();
        ASSERT_TRUE(app::import_entries(*copy, text));
        EXPECT_EQ(copy->books(), store->books());
        EXPECT_TRUE(differences(*copy).empty());
        std::stringstream back;
        app::export_entries(*copy, back, app::PartsWritten::with_parts);
        EXPECT_EQ(back.str(), text.str());
    }
}

TEST_P(StoreContract, AnErasureThatArrivesByImportErases) {
    auto entries = launched_entries(1);
    auto named = make_entry(1, 6,
                            R"({"op":"member.changed","on":"2020-04-01","member":)"
                            R"("0000000001","hardship":"poor","parts":[1]})");
    add_part(named, core::PartClass::name, 1, R"({"name":"Lê Thị Một"})");
    entries.push_back(named);
    record_all(books, entries);
    std::stringstream backup;
    app::export_entries(*store, backup, app::PartsWritten::with_parts);
    const Database there(GetParam());
    const auto copy = there.open();
    ASSERT_TRUE(app::import_entries(*copy, backup));
    record_all(books, {make_entry(1, 7,
                                  R"({"op":"private.erased","on":"2020-05-01","entry_id":")" +
                                      to_text(named.entry_id) + R"(","erased":[1]})")});
    std::stringstream later;
    app::export_entries(*store, later, app::PartsWritten::with_parts);
    ASSERT_TRUE(app::import_entries(*copy, later));
    EXPECT_FALSE(copy->entries(book_id(1), 5, {}).front().entry.parts.front().content);
    EXPECT_TRUE(copy->club_rows(book_id(1)).disclosed.empty());
    EXPECT_TRUE(differences(*copy).empty());
}

TEST_P(StoreContract, AnotherHistoryIsRefusedEvenIfItIsShorter) {
    record_all(books, launched_entries(1));
    record_all(books, {dues_entry(1, 6), dues_entry(1, 7)});
    const Database there(GetParam());
    const auto other = there.open();
    app::Books others(*other, clock);
    record_all(others, launched_entries(1));
    record_all(others, {dues_entry(1, 6, 2)});
    std::stringstream text;
    app::export_entries(*other, text, app::PartsWritten::with_parts);
    const auto imported = app::import_entries(*store, text);
    ASSERT_FALSE(imported);
    EXPECT_EQ(imported.error().rule.id(), "entry.id_used_otherwise");
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 7U);
}

TEST_P(StoreContract, AnImportThatStopsAnywhereLeavesRowsThatAgreeWithTheEntries) {
    record_all(books, launched_entries(1));
    std::stringstream text;
    record_all(books, {dues_entry(1, 6)});
    app::export_entries(*store, text, app::PartsWritten::with_parts);
    bool stopped = true;
    for (int call = 1; stopped; ++call) {
        const Database there(GetParam());
        const auto copy = there.open();
        app::Books copied(*copy, clock);
        record_all(copied, launched_entries(1));
        FailingStore failing(*copy, call, FailWhen::after);
        text.clear();
        text.seekg(0);
        try {
            ASSERT_TRUE(app::import_entries(failing, text));
        } catch (const app::Fault&) {
            ASSERT_TRUE(failing.failed());
        }
        stopped = failing.failed();
        EXPECT_TRUE(differences(*copy).empty()) << "stopped at call " << call;
    }
}

TEST_P(StoreContract, TheLastBackupIsOnRecord) {
    EXPECT_EQ(store->last_backup(), std::nullopt);
    for (const std::int64_t at : {2'000, 3'000, 3'000, 1'000}) store->note_backup(at);
    EXPECT_EQ(store->last_backup(), 3'000);
}

TEST_P(StoreContract, ADraftOfAPaperIsWrittenOverTheOneThatWasSeen) {
    auto& drafts = store->paper_drafts();
    core::AccountId one;
    one.bytes[0] = 1;
    core::AccountId two;
    two.bytes[0] = 2;
    const auto june = core::make_month(2020, 6);
    const auto draft = [&](core::Month month, const core::AccountId& account, std::string text,
                           std::int64_t kept_at) {
        return app::PaperDraft{book_id(1), month, account, std::move(text), kept_at};
    };
    EXPECT_TRUE(drafts.put(draft(june, one, "a", 7), std::nullopt));
    EXPECT_TRUE(drafts.put(draft(june + 1, one, "b", 7), std::nullopt));
    EXPECT_FALSE(drafts.put(draft(june, two, "c", 8), std::nullopt));
    EXPECT_FALSE(drafts.put(draft(june, two, "c", 8), 6));
    EXPECT_TRUE(drafts.put(draft(june, two, "d", 9), 7));
    EXPECT_THAT(drafts.of(book_id(1)),
                testing::ElementsAre(draft(june, two, "d", 9), draft(june + 1, one, "b", 7)));
    EXPECT_FALSE(drafts.put(draft(june, one, "", 10), 7));
    EXPECT_TRUE(drafts.put(draft(june, one, "", 10), 9));
    EXPECT_FALSE(drafts.put(draft(june, two, "e", 11), 9));  // there is none any more
    EXPECT_THAT(drafts.of(book_id(1)), testing::ElementsAre(draft(june + 1, one, "b", 7)));
    EXPECT_TRUE(drafts.of(book_id(2)).empty());
}

TEST_P(StoreContract, RebuildMendsDamagedRows) {
    record_all(books, launched_entries(1));
    const auto info = *store->book(book_id(1));
    auto rows = app::load_club_book(*store, info.id).rows();
    rows.club.balances.front().amount += core::Money{1};
    EXPECT_EQ(store->replace_rows(info, rows), app::Appended::done);
    ASSERT_EQ(differences(*store).size(), 1U);
    const auto nothing = [](std::size_t, std::size_t) {};
    EXPECT_EQ(app::rebuild(*store, app::RebuildWhich::all, nothing).books, 1U);
    EXPECT_TRUE(differences(*store).empty());
    auto elsewhere = info;
    elsewhere.head.hash[0] ^= 1U;
    EXPECT_EQ(store->replace_rows(elsewhere, rows), app::Appended::moved);
}

}  // namespace
}  // namespace lth::tests
