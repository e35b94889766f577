#include "store/sqlite_store.hpp"

#include <algorithm>
#include <filesystem>

#include "store/book_tables.hpp"
#include "store/club_rows.hpp"
#include "store/fault.hpp"

namespace lth::store {
namespace {

constexpr std::size_t max_idle_readers = 8;

/// The schema must be there before any thread or reader looks at the file.
std::string migrated(std::string path) {
    SqliteSession session(path);
    migrate(session, Dialect::sqlite, now_ms());
    return path;
}

}  // namespace

SqliteStore::SqliteStore(std::string path)
    : path_(migrated(std::move(path))), writer_(path_), marker_(path_) {}

SqliteStore::~SqliteStore() = default;

template <class Read>
auto SqliteStore::read(Read use) {
    std::unique_ptr<SqliteSession> session;
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            session = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!session) session = std::make_unique<SqliteSession>(path_);
    auto result = use(*session);  // after an exception the connection is not used again
    const std::lock_guard lock(mutex_);
    if (idle_.size() < max_idle_readers) idle_.push_back(std::move(session));
    return result;
}

template <class Read>
auto SqliteStore::read_snapshot(Read use) {
    return read([&](SqliteSession& session) {
        session.begin(Transaction::snapshot);
        auto result = use(session);
        session.commit();
        return result;
    });
}

std::future<std::vector<app::Appended>> SqliteStore::append(std::vector<app::BookWrite> writes,
                                                            app::Urgency urgency) {
    const bool erases = std::ranges::any_of(
        writes, [](const auto& write) { return !write.changes.erased.empty(); });
    auto work = [writes = std::move(writes)](Session& session) {
        Outcomes outcomes;
        for (const auto& write : writes) outcomes.push_back(write_book(session, write));
        return outcomes;
    };
    return writer_.submit(std::move(work), urgency, erases ? Erasing::yes : Erasing::no);
}

app::Appended SqliteStore::replace_rows(const app::BookInfo& book, const app::RowChanges& rows) {
    auto work = [&](Session& session) {
        return Outcomes{store::replace_rows(session, book, rows)};
    };
    const auto erasing = rows.erased.empty() ? Erasing::no : Erasing::yes;
    return writer_.submit(work, app::Urgency::bulk, erasing).get().front();
}

std::optional<app::BookInfo> SqliteStore::book(const core::BookId& id) {
    return read([&](Session& session) { return read_book(session, id); });
}

std::vector<app::BookInfo> SqliteStore::books() {
    return read([](Session& session) { return read_books(session); });
}

std::vector<core::SealedEntry> SqliteStore::entries(const core::BookId& id, std::uint64_t after_seq,
                                                    app::Page page) {
    return read_snapshot(
        [&](Session& session) { return read_entries(session, id, after_seq, page); });
}

std::vector<app::PartText> SqliteStore::part_texts(const core::BookId& id) {
    return read([&](Session& session) { return read_part_texts(session, id); });
}

std::vector<core::SealedEntry> SqliteStore::latest_entries(
    const app::EntryPlace& before, const std::optional<core::AccountId>& author,
    std::size_t limit) {
    return read(
        [&](Session& session) { return read_latest_entries(session, before, author, limit); });
}

void SqliteStore::each_entry(const app::EntryVisitor& visit) {
    read_snapshot([&](Session& session) {
        visit_entries(session, visit);
        return 0;
    });
}

app::ClubRows SqliteStore::club_rows(const core::BookId& id) {
    return read_snapshot([&](Session& session) { return read_club_rows(session, id); });
}

std::vector<facts::ClubFacts> SqliteStore::club_facts(std::span<const core::BookId> only) {
    return read_snapshot([&](Session& session) { return read_club_facts(session, only); });
}

app::Appended SqliteStore::put_case(const app::SyncCase& kept, const core::Head& judged_in) {
    auto work = [&](Session& session) { return Outcomes{write_case(session, kept, judged_in)}; };
    return writer_.submit(work, app::Urgency::interactive, Erasing::no).get().front();
}

std::vector<app::SyncCase> SqliteStore::cases(const core::BookId& book) {
    return read([&](Session& session) { return read_cases(session, book); });
}

std::vector<app::SyncCase> SqliteStore::case_marks(const core::BookId& book) {
    return read([&](Session& session) { return read_case_marks(session, book); });
}

std::optional<app::SyncCase> SqliteStore::find_case(const core::BookId& book,
                                                    const core::EntryId& entry) {
    return read([&](Session& session) { return read_case(session, book, entry); });
}

app::CaseLoad SqliteStore::case_load(const core::BookId& book, const core::AccountId& sent_by) {
    return read([&](Session& session) { return read_case_load(session, book, sent_by); });
}

std::vector<app::SyncCase> SqliteStore::case_list() {
    return read([](Session& session) { return read_case_list(session); });
}

void SqliteStore::rewrite_cases(std::span<const app::SyncCase> cases) {
    auto work = [&](Session& session) {
        store::rewrite_cases(session, cases);
        return Outcomes{app::Appended::done};
    };
    (void)writer_.submit(work, app::Urgency::interactive, Erasing::yes).get();
}

void SqliteStore::put_import_job(const app::ImportJob& job) {
    auto work = [&](Session& session) {
        write_import_job(session, job);
        return Outcomes{app::Appended::done};
    };
    (void)writer_.submit(work, app::Urgency::interactive, Erasing::no).get();
}

std::vector<app::ImportJob> SqliteStore::import_jobs() {
    return read([](Session& session) { return read_import_jobs(session); });
}

void SqliteStore::run(Transaction kind, const std::function<void(Session&)>& work) {
    if (kind == Transaction::snapshot) {
        read_snapshot([&](Session& session) {
            work(session);
            return 0;
        });
        return;
    }
    auto write = [&](Session& session) {
        work(session);
        return Outcomes{app::Appended::done};
    };
    const auto erasing = kind == Transaction::erasure ? Erasing::yes : Erasing::no;
    (void)writer_.submit(write, app::Urgency::interactive, erasing).get();
}

std::uint64_t SqliteStore::change_marker() {
    const std::lock_guard lock(marker_mutex_);
    return static_cast<std::uint64_t>(marker_.data_version());
}

void SqliteStore::backup(const std::string& path) {
    std::error_code none_there;
    if (std::filesystem::equivalent(path, path_, none_there)) {
        throw Fault("Bản sao phải là một tệp khác cơ sở dữ liệu.",
                    "The backup must be another file than the database.");
    }
    read([&](SqliteSession& session) {
        session.backup(path);
        return 0;
    });
}

void SqliteStore::note_backup(std::int64_t at) {
    run(Transaction::write, [&](Session& session) { write_backup(session, at); });
}

std::optional<std::int64_t> SqliteStore::last_backup() {
    return read([](Session& session) { return read_last_backup(session); });
}

}  // namespace lth::store
