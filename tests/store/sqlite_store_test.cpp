// The SQLite store: what was acknowledged is there, whole, also after a kill; a moved head writes
// nothing.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/club_book.hpp"
#include "app/exchange.hpp"
#include "app/verify.hpp"
#include "json/club_body.hpp"
#include "store/open.hpp"
#include "support/club_book.hpp"

namespace lth::tests {
namespace {

namespace fs = std::filesystem;

class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "lienthehe-store.XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string url(const std::string& name = "a.db") const {
        return "sqlite:" + (path_ / name).string();
    }
    [[nodiscard]] fs::path file(const std::string& name = "a.db") const { return path_ / name; }

private:
    fs::path path_;
};

core::BookId book_id(std::uint8_t n) {
    core::Uuid id;
    id.bytes[15] = n;
    return core::BookId(id);
}

core::EntryId entry_id(std::uint8_t book, std::uint64_t seq) {
    core::Uuid id;
    id.bytes[0] = book;
    for (std::size_t i = 0; i < 8; ++i) {
        id.bytes[15 - i] = static_cast<std::uint8_t>(seq >> 8 * i & 0xFF);
    }
    return core::EntryId(id);
}

// The launched club of the tests, entry by entry, as writes with the rows after each.
std::vector<app::BookWrite> launched_writes(std::uint8_t n) {
    std::vector<app::BookWrite> writes;
    app::ClubBook book;
    const auto history = launched_club().history;
    for (const auto& ops : history) {
        core::Entry entry;
        entry.entry_id = entry_id(n, book.head.last_seq + 1);
        entry.book_id = book_id(n);
        entry.device_seq = book.head.last_seq + 1;
        entry.body = json::write_body(std::span<const core::club::ClubOp>(ops));
        app::BookWrite write;
        write.book = book_id(n);
        write.before = book.head;
        write.entries.push_back(core::seal(book.head, std::move(entry), 1'600'000'000'000, {}));
        const auto& sealed = write.entries.back();
        write.changes.club = core::club::apply_with_changes(
            book.club, book.birthdays, {sealed.entry.entry_id, sealed.seal.seq}, ops, {});
        book.head = core::head_after(sealed);
        writes.push_back(std::move(write));
    }
    return writes;
}

app::Appended append(app::Store& store, app::BookWrite write) {
    std::vector<app::BookWrite> writes;
    writes.push_back(std::move(write));
    return store.append(std::move(writes), app::Urgency::interactive).get().front();
}

std::vector<app::Difference> differences(app::Store& store) {
    return app::verify(store, [](std::size_t, std::size_t) {}).differences;
}

TEST(SqliteStore, KeepsEntriesByteForByteAndRowsEqualToTheFold) {
    const Folder folder;
    const auto writes = launched_writes(1);
    {
        const auto store = store::open_store(folder.url());
        for (const auto& write : writes) EXPECT_EQ(append(*store, write), app::Appended::done);
    }
    const auto store = store::open_store(folder.url());
    const auto read = store->entries(book_id(1), 0, {});
    ASSERT_EQ(read.size(), writes.size());
    for (std::size_t i = 0; i < read.size(); ++i) EXPECT_EQ(read[i], writes[i].entries.front());
    EXPECT_TRUE(differences(*store).empty());
}

TEST(SqliteStore, AMovedHeadWritesNothing) {
    const Folder folder;
    const auto store = store::open_store(folder.url());
    const auto writes = launched_writes(1);
    EXPECT_EQ(append(*store, writes[0]), app::Appended::done);
    EXPECT_EQ(append(*store, writes[2]), app::Appended::moved);  // its head is not there yet
    EXPECT_EQ(store->book(book_id(1))->head.last_seq, 1U);
    EXPECT_EQ(append(*store, writes[0]), app::Appended::done);  // the same again: a lost answer
    EXPECT_EQ(store->entries(book_id(1), 0, {}).size(), 1U);
}

TEST(SqliteStore, VerifyNamesARowThatDiffersAndRebuildMendsIt) {
    const Folder folder;
    const auto store = store::open_store(folder.url());
    auto writes = launched_writes(1);
    for (std::size_t i = 0; i + 1 < writes.size(); ++i) (void)append(*store, writes[i]);
    writes.back().changes.club.balances.front().amount += core::Money{1};  // a damaged row
    EXPECT_EQ(append(*store, writes.back()), app::Appended::done);
    const auto found = differences(*store);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().what, "rows.balance");
    const auto rebuilt =
        app::rebuild(*store, app::RebuildWhich::all, [](std::size_t, std::size_t) {});
    EXPECT_EQ(rebuilt.books, 1U);
    EXPECT_TRUE(differences(*store).empty());
}

TEST(SqliteStore, TheExportIsAFullCopy) {
    const Folder folder;
    const auto store = store::open_store(folder.url());
    for (std::uint8_t n = 1; n <= 3; ++n) {
        for (auto& write : launched_writes(n)) (void)append(*store, std::move(write));
    }
    std::stringstream text;
    app::export_entries(*store, text, app::PartsWritten::with_parts);
    text << R"({"displaced":{}})" << '\n';  // of a phone's copy: follows nothing
    const auto copy = store::open_store(folder.url("b.db"));
    const auto imported = app::import_entries(*copy, text);
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->entries, 15U);
    EXPECT_EQ(copy->books(), store->books());
    EXPECT_TRUE(differences(*copy).empty());
    text.clear();
    text.seekg(0);
    EXPECT_EQ(app::import_entries(*copy, text)->known, 15U);  // again: nothing new
}

TEST(SqliteStore, AForgedLineIsRefused) {
    const Folder folder;
    const auto store = store::open_store(folder.url());
    for (auto& write : launched_writes(1)) (void)append(*store, std::move(write));
    std::stringstream text;
    app::export_entries(*store, text, app::PartsWritten::with_parts);
    auto forged = text.str();
    forged.replace(forged.find("10000000"), 8, "90000000");
    std::stringstream in(forged);
    const auto copy = store::open_store(folder.url("b.db"));
    const auto imported = app::import_entries(*copy, in);
    ASSERT_FALSE(imported);
    EXPECT_EQ(imported.error().rule.id(), "chain.broken");
}

TEST(SqliteStore, ABackupIsTakenWhileOpen) {
    const Folder folder;
    const auto store = store::open_store(folder.url());
    for (auto& write : launched_writes(1)) (void)append(*store, std::move(write));
    store->backup(folder.file("copy.db").string());
    const auto copy = store::open_store(folder.url("copy.db"));
    EXPECT_EQ(copy->books(), store->books());
    EXPECT_TRUE(differences(*copy).empty());
}

TEST(SqliteStore, AFileThatIsNoDatabaseIsOneClearSentence) {
    const Folder folder;
    std::ofstream(folder.file()) << "this is not a database, but it is long enough to look at";
    try {
        (void)store::open_store(folder.url());
        FAIL();
    } catch (const app::Fault& fault) {
        EXPECT_FALSE(fault.message(core::Language::vi).empty());
        EXPECT_FALSE(fault.message(core::Language::en).empty());
    }
}

// Writes books one after the other and says on `out` which entry was acknowledged last.
[[noreturn]] void write_until_killed(const std::string& url, int out) {
    const auto store = store::open_store(url);
    for (std::uint8_t n = 1; n < 250; ++n) {
        for (auto& write : launched_writes(n)) {
            const std::uint8_t said[2] = {n, static_cast<std::uint8_t>(write.before.last_seq + 1)};
            if (append(*store, std::move(write)) != app::Appended::done) _exit(1);
            if (::write(out, said, sizeof said) != sizeof said) _exit(1);
        }
    }
    _exit(0);
}

TEST(SqliteStore, AKilledProcessLosesNothingAcknowledgedAndLeavesNoHalf) {
    const Folder folder;
    for (int round = 0; round < 12; ++round) {
        const auto url = folder.url("kill" + std::to_string(round) + ".db");
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) write_until_killed(url, ends[1]);
        close(ends[1]);
        // Killed after so many acknowledgements, in the middle of whatever comes next.
        std::uint8_t last[2] = {0, 0};
        for (int answers = 0; answers < 3 + round * 4; ++answers) {
            if (read(ends[0], last, sizeof last) != sizeof last) break;
        }
        kill(child, SIGKILL);
        while (true) {  // what was said before the signal arrived counts, too
            std::uint8_t more[2];
            if (read(ends[0], more, sizeof more) != sizeof more) break;
            last[0] = more[0];
            last[1] = more[1];
        }
        close(ends[0]);
        int status = 0;
        waitpid(child, &status, 0);
        const auto store = store::open_store(url);
        const auto book = store->book(book_id(last[0]));
        ASSERT_TRUE(book);
        EXPECT_GE(book->head.last_seq, last[1]);
        EXPECT_TRUE(differences(*store).empty());
    }
}

}  // namespace
}  // namespace lth::tests
