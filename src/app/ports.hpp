// What the use cases need from outside: a store, a clock, randomness. Implemented by src/store, by
// main, and by tests that fail on purpose.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/fault.hpp"
#include "core/club/rows.hpp"
#include "core/entry.hpp"
#include "core/replica/messages.hpp"
#include "facts/club_facts.hpp"
#include "json/disclose.hpp"

namespace lth::app {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual std::int64_t now_ms() = 0;  // UTC
};

class Ids {
public:
    virtual ~Ids() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;  // unpredictable
};

/// RFC 9562 version 7: 48 bits of time, 74 random ones.
[[nodiscard]] core::Uuid make_uuid7(std::int64_t now_ms, Ids& ids);
/// RFC 9562 version 8 of a digest, for derived ids.
[[nodiscard]] core::Uuid make_uuid8(const core::Digest& digest);

/// Bumped when a row table changes its meaning; older books are rebuilt.
inline constexpr std::int64_t rows_version = 2;

struct BookInfo {
    core::BookId id;
    core::BookKind kind = core::BookKind::club;
    core::Head head;
    std::int64_t rows_version = 0;

    friend bool operator==(const BookInfo&, const BookInfo&) = default;
};

/// Rows that entries change. `club` is empty for other kinds of book, whose facts are folded in
/// memory.
struct RowChanges {
    core::club::Changes club;
    std::vector<json::DisclosedRow> disclosed;
    std::vector<json::DisclosedKey> undisclosed;
    std::vector<json::PartRef> erased;  // text and salt are deleted
};

/// Consecutive entries of one book, with the rows as they are after the last of them.
struct BookWrite {
    core::BookId book;
    core::BookKind kind = core::BookKind::club;
    core::Head before;
    std::vector<core::SealedEntry> entries;
    RowChanges changes;
    bool all_rows = false;     // `changes` is every row of the book: those written before go
    bool unless_case = false;  // `moved` if one of the entries has become a case meanwhile
};

/// An entry that a device sent and that was not recorded: whole, final, never deleted.
struct SyncCase {
    core::BookId book;
    core::EntryId entry_id;
    core::Digest entry_digest{};
    core::DeviceId device;
    std::uint64_t device_seq = 0;
    core::AccountId sent_by;
    std::string line;     // the entry as JSON; empty if it was withdrawn before it came
    std::string problem;  // the rejection as JSON
    std::int64_t opened_at = 0;
    core::replica::CaseState outcome = core::replica::CaseState::open;
    std::optional<std::int64_t> closed_at = {};
    std::optional<core::AccountId> closed_by = {};  // an officer; else the device itself
    std::optional<core::EntryId> replaced_by = {};
    std::string reason = {};  // of the officer who let it go

    friend bool operator==(const SyncCase&, const SyncCase&) = default;
};

/// What a sender has in the cases of one book and no officer has ended.
struct CaseLoad {
    std::uint64_t open = 0;
    std::uint64_t kept = 0;   // open ones and those that the sender has ended himself
    std::uint64_t chars = 0;  // of the lines of `kept`

    friend bool operator==(const CaseLoad&, const CaseLoad&) = default;
};

enum class Appended : std::uint8_t {
    done,   // durable
    moved,  // the book's head is another by now: nothing was written
};

/// Interactive writes go before bulk ones.
enum class Urgency : std::uint8_t { interactive, bulk };

struct Page {
    std::size_t entries = 500;
    std::size_t bytes = 1024 * 1024;  // but at least one entry
};

/// The rows of one club's book as they stand in the store; every list sorted by its key.
struct ClubRows {
    std::optional<core::club::ClubRow> club;
    std::vector<core::club::StatusRow> statuses;
    std::vector<core::club::VillageRow> villages;
    std::vector<core::club::RatingRow> ratings;
    std::vector<core::club::MemberRow> members;
    std::vector<core::club::LoanRow> loans;
    std::vector<core::club::MeetingRow> meetings;
    std::vector<core::club::BalanceRow> balances;
    std::vector<core::club::ReportRow> reports;
    std::vector<core::club::GrantRow> grants;
    std::vector<core::club::DayDelta> days;  // without zeros
    std::vector<json::DisclosedRow> disclosed;
};

/// An import as it was begun; its entries carry its id as their device. A job that is not finished
/// goes on when the same file is imported again.
struct ImportJob {
    core::Uuid id;
    std::string kind;         // "register", "members" …
    std::string source;       // the name of the file
    std::string state;        // "writing", "done" or "undone"
    std::int64_t started_at;  // ms UTC
    std::optional<std::int64_t> finished_at;
    std::optional<core::AccountId> account = {};  // absent: the command line
};

using EntryVisitor = std::function<void(const core::SealedEntry&)>;

class Attachments;  // app/attachments.hpp
class IssuedFiles;  // app/issued_reports.hpp
class PaperDrafts;  // app/paper_drafts.hpp
class People;       // app/people.hpp
class ReadLog;      // app/read_log.hpp
class SignIns;      // app/sign_in.hpp

/// What is still there of a private part.
struct PartText {
    std::uint64_t seq = 0;
    core::PartClass kind = core::PartClass::text;
    std::string text;  // JSON
};

/// Where a page of the latest entries ends: those before it were received earlier, or at the same
/// instant with a smaller book or seq.
struct EntryPlace {
    std::int64_t received_at = 0;  // ms UTC
    core::BookId book = {};
    std::uint64_t seq = 0;
};

/// All calls may be made from any thread, and throw Fault.
class Store {
public:
    virtual ~Store() = default;

    /// Every write of the call is durable before the future is ready. A Fault in the future means
    /// that none of them can be relied on: forget what was folded, resend the same entries.
    [[nodiscard]] virtual std::future<std::vector<Appended>> append(std::vector<BookWrite> writes,
                                                                    Urgency urgency) = 0;

    /// Replaces all rows of one book if its head is still `head`.
    [[nodiscard]] virtual Appended replace_rows(const BookInfo& book, const RowChanges& rows) = 0;

    [[nodiscard]] virtual std::optional<BookInfo> book(const core::BookId& id) = 0;
    /// Ordered by id.
    [[nodiscard]] virtual std::vector<BookInfo> books() = 0;
    /// Entries after `after_seq`, in order.
    [[nodiscard]] virtual std::vector<core::SealedEntry> entries(const core::BookId& id,
                                                                 std::uint64_t after_seq,
                                                                 Page page) = 0;
    /// Of one book, in order.
    [[nodiscard]] virtual std::vector<PartText> part_texts(const core::BookId& id) = 0;
    /// Of all books, before a place, the latest first, without private parts; of one author if
    /// `author` is given.
    [[nodiscard]] virtual std::vector<core::SealedEntry> latest_entries(
        const EntryPlace& before, const std::optional<core::AccountId>& author,
        std::size_t limit) = 0;
    /// Every entry of every book, ordered by book and seq, in one consistent view.
    virtual void each_entry(const EntryVisitor& visit) = 0;

    [[nodiscard]] virtual ClubRows club_rows(const core::BookId& id) = 0;
    /// Ordered by id; of all clubs if `only` is empty.
    [[nodiscard]] virtual std::vector<facts::ClubFacts> club_facts(
        std::span<const core::BookId> only) = 0;

    /// Keeps a case if the book's head is still the one it was judged in.
    [[nodiscard]] virtual Appended put_case(const SyncCase& kept, const core::Head& judged_in) = 0;
    /// Of one book, the oldest first, whole.
    [[nodiscard]] virtual std::vector<SyncCase> cases(const core::BookId& book) = 0;
    /// The same, each without its `line`: what settling and counting need.
    [[nodiscard]] virtual std::vector<SyncCase> case_marks(const core::BookId& book) = 0;
    /// Whole.
    [[nodiscard]] virtual std::optional<SyncCase> find_case(const core::BookId& book,
                                                            const core::EntryId& entry) = 0;
    [[nodiscard]] virtual CaseLoad case_load(const core::BookId& book,
                                             const core::AccountId& sent_by) = 0;
    /// Of all books, the newest first, each without its `line`.
    [[nodiscard]] virtual std::vector<SyncCase> case_list() = 0;
    /// Writes the entries of cases and their reasons anew, without what was erased.
    virtual void rewrite_cases(std::span<const SyncCase> cases) = 0;

    /// Keeps a job, or what became of it.
    virtual void put_import_job(const ImportJob& job) = 0;
    /// The latest first.
    [[nodiscard]] virtual std::vector<ImportJob> import_jobs() = 0;

    [[nodiscard]] virtual People& people() = 0;
    [[nodiscard]] virtual SignIns& sign_ins() = 0;
    [[nodiscard]] virtual ReadLog& read_log() = 0;
    [[nodiscard]] virtual Attachments& attachments() = 0;
    [[nodiscard]] virtual PaperDrafts& paper_drafts() = 0;
    [[nodiscard]] virtual IssuedFiles& issued_files() = 0;

    /// Another value than before: some process may have written since. Cheap.
    [[nodiscard]] virtual std::uint64_t change_marker() = 0;

    /// A copy while others write (SQLite: one file).
    virtual void backup(const std::string& path) = 0;
    /// That a copy was made, by this program or by another. ms UTC.
    virtual void note_backup(std::int64_t at) = 0;
    [[nodiscard]] virtual std::optional<std::int64_t> last_backup() = 0;
};

}  // namespace lth::app
