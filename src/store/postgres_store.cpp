#include "store/postgres_store.hpp"

#include <chrono>
#include <thread>

#include "store/book_tables.hpp"
#include "store/club_rows.hpp"
#include "store/fault.hpp"

namespace lth::store {
namespace {

constexpr std::size_t max_idle_sessions = 16;
constexpr int most_tries = 6;
constexpr std::chrono::milliseconds first_pause{20};

}  // namespace

PostgresStore::PostgresStore(std::string url, Layout layout) : url_(std::move(url)) {
    const auto dialect =
        layout == Layout::plain ? Dialect::postgres : Dialect::postgres_partitioned;
    auto session = take_session();
    for (int tries = 1;; ++tries) {
        try {
            migrate(*session, dialect, now_ms());
            break;
        } catch (const Retry& error) {
            throw postgres_fault("", error.what());
        } catch (const Fault&) {
            // Two programs that begin on an empty database create the same tables.
            if (tries == 2) throw;
            std::this_thread::sleep_for(first_pause * 10);
        }
    }
    give_back(std::move(session));
}

std::unique_ptr<PostgresSession> PostgresStore::take_session() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto session = std::move(idle_.back());
            idle_.pop_back();
            return session;
        }
    }
    return std::make_unique<PostgresSession>(url_);
}

void PostgresStore::give_back(std::unique_ptr<PostgresSession> session) {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < max_idle_sessions) idle_.push_back(std::move(session));
}

// After a lost connection a commit is in doubt: the work runs again with the same entry ids and
// finds out by itself whether it is there already.
template <class Use>
auto PostgresStore::in_transaction(Transaction kind, Use use) {
    auto pause = first_pause;
    for (int tries = 1;; ++tries) {
        std::unique_ptr<PostgresSession> session;
        try {
            session = take_session();
            session->begin(kind);
            auto result = use(*session);
            session->commit();
            give_back(std::move(session));
            return result;
        } catch (const Retry& retry) {
            if (tries == most_tries) {
                const bool lost = retry.why() == Retry::Why::connection;
                throw postgres_fault(lost ? "" : "40001", retry.what());
            }
            if (retry.why() == Retry::Why::conflict) {
                session->rollback();
                give_back(std::move(session));
            } else {
                const std::lock_guard lock(mutex_);
                idle_.clear();  // the server has gone: so have they
            }
        } catch (...) {
            if (session) {
                session->rollback();
                give_back(std::move(session));
            }
            throw;
        }
        std::this_thread::sleep_for(pause);
        pause *= 2;
    }
}

std::future<std::vector<app::Appended>> PostgresStore::append(std::vector<app::BookWrite> writes,
                                                              app::Urgency urgency) {
    auto work = [this, writes = std::move(writes)] {
        std::vector<app::Appended> outcomes;
        for (const auto& write : writes) {
            outcomes.push_back(in_transaction(
                Transaction::write, [&](Session& session) { return write_book(session, write); }));
        }
        return outcomes;
    };
    // Bulk writers judge the next books meanwhile; an interactive one has nothing else to do.
    const auto when = urgency == app::Urgency::bulk ? std::launch::async : std::launch::deferred;
    return std::async(when, std::move(work));
}

app::Appended PostgresStore::replace_rows(const app::BookInfo& book, const app::RowChanges& rows) {
    return in_transaction(Transaction::write, [&](Session& session) {
        return store::replace_rows(session, book, rows);
    });
}

std::optional<app::BookInfo> PostgresStore::book(const core::BookId& id) {
    return in_transaction(Transaction::snapshot,
                          [&](Session& session) { return read_book(session, id); });
}

std::vector<app::BookInfo> PostgresStore::books() {
    return in_transaction(Transaction::snapshot,
                          [](Session& session) { return read_books(session); });
}

std::vector<core::SealedEntry> PostgresStore::entries(const core::BookId& id,
                                                      std::uint64_t after_seq, app::Page page) {
    return in_transaction(Transaction::snapshot, [&](Session& session) {
        return read_entries(session, id, after_seq, page);
    });
}

std::vector<app::PartText> PostgresStore::part_texts(const core::BookId& id) {
    return in_transaction(Transaction::snapshot,
                          [&](Session& session) { return read_part_texts(session, id); });
}

std::vector<core::SealedEntry> PostgresStore::latest_entries(
    const app::EntryPlace& before, const std::optional<core::AccountId>& author,
    std::size_t limit) {
    return in_transaction(Transaction::snapshot, [&](Session& session) {
        return read_latest_entries(session, before, author, limit);
    });
}

void PostgresStore::each_entry(const app::EntryVisitor& visit) {
    // Not tried again: the visitor has seen a part already.
    auto session = take_session();
    try {
        session->begin(Transaction::snapshot);
        visit_entries(*session, visit);
        session->commit();
    } catch (const Retry& error) {
        throw postgres_fault("", error.what());
    }
    give_back(std::move(session));
}

app::ClubRows PostgresStore::club_rows(const core::BookId& id) {
    return in_transaction(Transaction::snapshot,
                          [&](Session& session) { return read_club_rows(session, id); });
}

std::vector<facts::ClubFacts> PostgresStore::club_facts(std::span<const core::BookId> only) {
    return in_transaction(Transaction::snapshot,
                          [&](Session& session) { return read_club_facts(session, only); });
}

app::Appended PostgresStore::put_case(const app::SyncCase& kept, const core::Head& judged_in) {
    return in_transaction(Transaction::write,
                          [&](Session& session) { return write_case(session, kept, judged_in); });
}

std::vector<app::SyncCase> PostgresStore::cases(const core::BookId& book) {
    return in_transaction(Transaction::snapshot,
                          [&](Session& session) { return read_cases(session, book); });
}

std::vector<app::SyncCase> PostgresStore::case_marks(const core::BookId& book) {
    return in_transaction(Transaction::snapshot,
                          [&](Session& session) { return read_case_marks(session, book); });
}

std::optional<app::SyncCase> PostgresStore::find_case(const core::BookId& book,
                                                      const core::EntryId& entry) {
    return in_transaction(Transaction::snapshot,
                          [&](Session& session) { return read_case(session, book, entry); });
}

app::CaseLoad PostgresStore::case_load(const core::BookId& book, const core::AccountId& sent_by) {
    return in_transaction(Transaction::snapshot,
                          [&](Session& session) { return read_case_load(session, book, sent_by); });
}

std::vector<app::SyncCase> PostgresStore::case_list() {
    return in_transaction(Transaction::snapshot,
                          [](Session& session) { return read_case_list(session); });
}

void PostgresStore::rewrite_cases(std::span<const app::SyncCase> cases) {
    in_transaction(Transaction::write, [&](Session& session) {
        store::rewrite_cases(session, cases);
        return 0;
    });
}

void PostgresStore::put_import_job(const app::ImportJob& job) {
    in_transaction(Transaction::write, [&](Session& session) {
        write_import_job(session, job);
        return 0;
    });
}

std::vector<app::ImportJob> PostgresStore::import_jobs() {
    return in_transaction(Transaction::snapshot,
                          [](Session& session) { return read_import_jobs(session); });
}

void PostgresStore::run(Transaction kind, const std::function<void(Session&)>& work) {
    in_transaction(kind, [&](Session& session) {
        work(session);
        return 0;
    });
}

void PostgresStore::backup(const std::string& /*path*/) {
    throw Fault("Với PostgreSQL hãy dùng pg_dump, hoặc lệnh entries export.",
                "With PostgreSQL use pg_dump, or the command entries export.");
}

void PostgresStore::note_backup(std::int64_t at) {
    run(Transaction::write, [&](Session& session) { write_backup(session, at); });
}

std::optional<std::int64_t> PostgresStore::last_backup() {
    return in_transaction(Transaction::snapshot,
                          [](Session& session) { return read_last_backup(session); });
}

}  // namespace lth::store
