// What goes wrong outside: a failing call, a full disk, an interrupt inside a group, a server that
// goes away. Nothing acknowledged is lost, nothing is there twice, and each fault is one sentence.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <atomic>
#include <fstream>
#include <sstream>
#include <thread>

#include "store/open.hpp"
#include "store/sqlite_store.hpp"
#include "support/store/database.hpp"
#include "support/store/failing_store.hpp"
#include "support/store/postgres_server.hpp"

namespace lth::tests {
namespace {

// As a phone does: until there is an answer.
std::atomic<int> unanswered = 0;

app::Receipt send_until_answered(app::Books& books, const core::Entry& entry) {
    for (;;) {
        try {
            const auto receipt = books.record(entry, opener());
            if (receipt) return *receipt;
            ADD_FAILURE() << core::message(receipt.error(), core::Language::en);
            return {};
        } catch (const app::Fault&) {
            ++unanswered;
        }
    }
}

std::vector<core::Entry> entries_with_parts() {
    auto entries = launched_entries(1);
    auto named = make_entry(1, 6,
                            R"({"op":"member.changed","on":"2020-04-01","member":)"
                            R"("0000000001","hardship":"poor","parts":[1]})");
    add_part(named, core::PartClass::name, 1, R"({"name":"Lê Thị Một","day":1,"month":2})");
    entries.push_back(named);
    entries.push_back(make_entry(1, 7,
                                 R"({"op":"private.erased","on":"2020-05-01","entry_id":")" +
                                     to_text(named.entry_id) + R"(","erased":[1]})"));
    return entries;
}

class FailingCall : public testing::TestWithParam<FailWhen> {};
INSTANTIATE_TEST_SUITE_P(When, FailingCall, testing::Values(FailWhen::before, FailWhen::after));

TEST_P(FailingCall, AtEveryCallLosesAndDoublesNothing) {
    const auto entries = entries_with_parts();
    bool failed = true;
    for (int n = 1; failed; ++n) {
        const Database database(Engine::sqlite);
        const auto store = database.open();
        FailingStore failing(*store, n, GetParam());
        SetClock clock;
        app::Books books(failing, clock);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            ASSERT_EQ(send_until_answered(books, entries[i]).seq, i + 1) << "call " << n;
        }
        // Once more, as after a lost answer: the same receipts.
        app::Books anew(failing, clock, {}, 1);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            ASSERT_EQ(send_until_answered(anew, entries[i]).seq, i + 1) << "call " << n;
        }
        failed = failing.failed();
        EXPECT_TRUE(differences(*store).empty()) << "call " << n;
        EXPECT_EQ(store->book(book_id(1))->head.last_seq, entries.size());
    }
}

class SqliteFaults : public testing::Test {
protected:
    void set_page_limit(std::int64_t pages) {
        const auto sql = "PRAGMA max_page_count = " + std::to_string(pages);
        sqlite3_exec(store.writer().session().handle(), sql.c_str(), nullptr, nullptr, nullptr);
    }
    std::int64_t page_count() {
        std::int64_t pages = 0;
        const auto keep = [](void* out, int, char** values, char**) {
            *static_cast<std::int64_t*>(out) = std::stoll(values[0]);
            return 0;
        };
        sqlite3_exec(store.writer().session().handle(), "PRAGMA page_count", keep, &pages, nullptr);
        return pages;
    }

    Database database{Engine::sqlite};
    store::SqliteStore store{database.file("a.db").string()};
    SetClock clock;
    app::Books books{store, clock};
};

TEST_F(SqliteFaults, AFullDiskFailsTheWholeGroupAndLosesNothing) {
    constexpr std::uint64_t writers = 12;
    constexpr std::uint64_t each = 60;
    for (std::uint64_t n = 1; n <= writers; ++n) record_all(books, launched_entries(n));
    set_page_limit(page_count() + 8);
    std::atomic<int> faults = 0;
    std::vector<std::uint64_t> acknowledged(writers + 1, 5);
    {
        std::vector<std::jthread> threads;
        for (std::uint64_t n = 1; n <= writers; ++n) {
            threads.emplace_back([&, n] {
                for (std::uint64_t i = 0; i < each; ++i) {
                    try {
                        const auto receipt =
                            books.record(dues_entry(n, acknowledged[n] + 1), opener());
                        ASSERT_TRUE(receipt);
                        acknowledged[n] = receipt->seq;
                    } catch (const app::Fault& fault) {
                        EXPECT_NE(fault.message(core::Language::vi).find("Đĩa"), std::string::npos);
                        EXPECT_NE(fault.message(core::Language::en).find("disk is full"),
                                  std::string::npos);
                        ++faults;
                    }
                }
            });
        }
    }
    EXPECT_GT(faults, 0);
    EXPECT_TRUE(differences(store).empty());
    for (std::uint64_t n = 1; n <= writers; ++n) {
        EXPECT_EQ(store.book(book_id(n))->head.last_seq, acknowledged[n]);
    }
    set_page_limit(std::int64_t{1} << 30);  // somebody made room
    for (std::uint64_t n = 1; n <= writers; ++n) {
        EXPECT_TRUE(books.record(dues_entry(n, acknowledged[n] + 1), opener()));
    }
    EXPECT_TRUE(differences(store).empty());
}

TEST_F(SqliteFaults, AnInterruptInsideAGroupLosesNothing) {
    constexpr std::uint64_t writers = 8;
    constexpr std::uint64_t each = 40;
    constexpr std::uint64_t most_rounds = 100;
    for (std::uint64_t n = 1; n <= writers; ++n) record_all(books, launched_entries(n));
    unanswered = 0;
    // Whether an interrupt meets a statement is chance, so it is tried until one has.
    std::uint64_t next = 6;
    for (std::uint64_t round = 0; unanswered == 0 && round < most_rounds; ++round) {
        // An answer to one group means that the next is being written.
        constexpr auto all = static_cast<int>(writers * each);
        std::atomic<int> answers = 0;
        const std::jthread interrupter([&] {
            for (int seen = 0; seen < all; seen = answers) {
                answers.wait(seen);
                sqlite3_interrupt(store.writer().session().handle());
            }
        });
        std::vector<std::jthread> threads;
        for (std::uint64_t n = 1; n <= writers; ++n) {
            threads.emplace_back([&, n] {
                for (std::uint64_t i = next; i < next + each; ++i) {
                    EXPECT_EQ(send_until_answered(books, dues_entry(n, i)).seq, i);
                    ++answers;
                    answers.notify_one();
                }
            });
        }
        threads.clear();  // joined
        next += each;
    }
    EXPECT_GT(unanswered, 0);
    EXPECT_TRUE(differences(store).empty());
}

std::string all_bytes(const std::filesystem::path& folder) {
    std::ostringstream bytes;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
    }
    return bytes.str();
}

TEST_F(SqliteFaults, AnErasedTextAndItsSaltAreGoneFromTheFiles) {
    record_all(books, launched_entries(1));
    constexpr std::string_view secret = "Trần Thị Không Ai Được Biết";
    const std::string salt = "\xF1\xE2\xD3\xC4\xB5\xA6\x97\x88\x79\x6A\x5B\x4C\x3D\x2E\x1F\x01";
    auto named = make_entry(1, 6,
                            R"({"op":"member.changed","on":"2020-04-01","member":)"
                            R"("0000000001","hardship":"poor","parts":[1]})");
    add_part(named, core::PartClass::name, 1, R"({"name":")" + std::string(secret) + R"("})");
    auto& part = named.parts.front();
    std::copy(salt.begin(), salt.end(), part.content->salt.begin());
    part.digest = core::part_digest(part, *part.content);
    record_all(books, {named});
    const auto folder = database.file("");
    EXPECT_NE(all_bytes(folder).find(secret), std::string::npos);
    EXPECT_NE(all_bytes(folder).find(salt), std::string::npos);
    record_all(books, {make_entry(1, 7,
                                  R"({"op":"private.erased","on":"2020-05-01","entry_id":")" +
                                      to_text(named.entry_id) + R"(","erased":[1]})")});
    const auto bytes = all_bytes(folder);
    EXPECT_EQ(bytes.find(secret), std::string::npos);
    EXPECT_EQ(bytes.find(salt), std::string::npos);
    EXPECT_TRUE(differences(store).empty());
}

std::string fault_of(const std::string& url, core::Language language) {
    try {
        (void)store::open_store(url);
    } catch (const app::Fault& fault) {
        return fault.message(language);
    }
    return "no fault";
}

TEST(StoreFaults, ASchemaOfANewerVersionIsLeftAlone) {
    const Database database(Engine::sqlite);
    (void)database.open();
    store::SqliteSession(database.file("a.db").string())
        .script("INSERT INTO schema_migration (version, applied_at) VALUES (999, 0)");
    EXPECT_NE(fault_of(database.url(), core::Language::en).find("newer version (999)"),
              std::string::npos);
    EXPECT_NE(fault_of(database.url(), core::Language::vi).find("phiên bản mới hơn"),
              std::string::npos);
}

TEST(StoreFaults, AFileInNoFolderIsOneSentence) {
    EXPECT_NE(fault_of("sqlite:/nowhere/a.db", core::Language::en).find("cannot be opened"),
              std::string::npos);
}

TEST(StoreFaults, AnAddressOfNoKnownKindIsOneSentence) {
    EXPECT_NE(fault_of("mysql://x", core::Language::en).find("not understood"), std::string::npos);
}

TEST(StoreFaults, AWrongPasswordIsOneSentence) {
    const auto url = PostgresServer::instance().guarded_database("wrong");
    EXPECT_NE(fault_of(url, core::Language::en).find("refuses the user name or the password"),
              std::string::npos);
    EXPECT_NE(fault_of(url, core::Language::vi).find("mật khẩu"), std::string::npos);
}

TEST(StoreFaults, AServerThatIsNotThereIsOneSentence) {
    EXPECT_NE(fault_of("postgresql://x@/x?host=/nowhere", core::Language::en)
                  .find("no connection to the PostgreSQL server"),
              std::string::npos);
}

TEST(StoreFaults, AServerThatCrashesWhileWritingLosesNothing) {
    const Database database(Engine::postgres);
    const auto store = database.open();
    SetClock clock;
    app::Books books(*store, clock);
    record_all(books, launched_entries(1));
    std::atomic<std::uint64_t> written = 5;
    std::atomic<bool> stop = false;
    std::jthread writer([&] {
        while (!stop) {
            const auto seq = send_until_answered(books, dues_entry(1, written + 1)).seq;
            EXPECT_EQ(seq, written + 1);
            written = seq;
        }
    });
    for (int round = 0; round < 2; ++round) {
        const auto enough = written + 10;
        while (written < enough) std::this_thread::yield();
        PostgresServer::instance().crash_and_restart();
    }
    stop = true;
    writer.join();
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, written);
    EXPECT_TRUE(differences(*store).empty());
}

}  // namespace
}  // namespace lth::tests
