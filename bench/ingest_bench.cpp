// The whole write path: judged, folded, chained, durable; beside the same rows written by hand.
#include <SQLiteCpp/SQLiteCpp.h>
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <pqxx/pqxx>
#include <thread>

#include "ingest.hpp"
#include "store/open.hpp"

namespace {

using namespace lth;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t clubs = 100;
constexpr std::uint32_t entries_each = 200;
constexpr std::uint32_t meetings_each = 60;
constexpr std::size_t commit_entries = 1000;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// A folder of its own that goes with the benchmark.
class Folder {
public:
    Folder() { std::filesystem::create_directories(path_); }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const char* name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("lth-bench-" + std::to_string(getpid()));
};

void found_clubs(app::Books& books) {
    std::vector<core::Entry> entries;
    for (std::uint32_t club = 0; club < clubs; ++club) {
        entries.push_back(bench::founding_entry(club));
    }
    bench::expect_recorded(books.record_many(std::move(entries), bench::sender()));
}

std::vector<core::Entry> workload(std::uint32_t each,
                                  core::Entry (*make)(std::uint32_t, std::uint32_t)) {
    std::vector<core::Entry> entries;
    for (std::uint32_t n = 2; n < each + 2; ++n) {
        for (std::uint32_t club = 0; club < clubs; ++club) entries.push_back(make(club, n));
    }
    return entries;
}

/// Seconds that Books takes for the entries, in calls of a commit each.
double record_all(app::Books& books, std::vector<core::Entry> entries) {
    const auto begin = Clock::now();
    for (std::size_t first = 0; first < entries.size(); first += commit_entries) {
        const auto end = std::min(entries.size(), first + commit_entries);
        std::vector<core::Entry> part(
            std::make_move_iterator(entries.begin() + static_cast<std::ptrdiff_t>(first)),
            std::make_move_iterator(entries.begin() + static_cast<std::ptrdiff_t>(end)));
        bench::expect_recorded(books.record_many(std::move(part), bench::sender()));
    }
    return seconds_since(begin);
}

void bind(SQLite::Statement& statement, int at, const core::Uuid& id) {
    statement.bindNoCopy(at, id.bytes.data(), static_cast<int>(id.bytes.size()));
}
void bind(SQLite::Statement& statement, int at, const core::Digest& digest) {
    statement.bindNoCopy(at, digest.data(), static_cast<int>(digest.size()));
}
void bind(SQLite::Statement& statement, int at, std::uint64_t value) {
    statement.bind(at, static_cast<std::int64_t>(value));
}

void run(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

/// The rows of kept writes into a copy of the database, by prepared statements.
double write_by_hand(const std::string& path,
                     const std::vector<std::vector<app::BookWrite>>& commits) {
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    db.exec("PRAGMA journal_mode=WAL");
    db.exec("PRAGMA synchronous=FULL");
    const auto sql = bench::statements_of("raw_sqlite.sql");
    SQLite::Statement entry(db, sql[0]);
    SQLite::Statement book(db, sql[1]);
    SQLite::Statement balance(db, sql[2]);
    SQLite::Statement day(db, sql[3]);
    const auto begin = Clock::now();
    for (const auto& writes : commits) {
        SQLite::Transaction transaction(db);
        for (const auto& write : writes) {
            for (const auto& [e, seal] : write.entries) {
                const auto digest = core::entry_digest(e);
                bind(entry, 1, e.book_id);
                bind(entry, 2, seal.seq);
                bind(entry, 3, e.entry_id);
                bind(entry, 4, e.device);
                bind(entry, 5, e.author);
                bind(entry, 6, e.device_seq);
                entry.bind(7, e.made_at);
                entry.bind(8, seal.received_at);
                bind(entry, 9, seal.sent_by);
                bind(entry, 10, digest);
                bind(entry, 11, seal.hash);
                entry.bindNoCopy(12, e.body);
                run(entry);
            }
            const auto& seal = write.entries.back().seal;
            bind(book, 1, write.book);
            bind(book, 2, seal.seq);
            bind(book, 3, seal.hash);
            book.bind(4, seal.received_at);
            run(book);
            for (const auto& row : write.changes.club.balances) {
                bind(balance, 1, write.book);
                balance.bind(2, std::string(full_name(row.account)));
                balance.bind(3, row.amount.dong);
                run(balance);
            }
            for (const auto& delta : write.changes.club.days) {
                bind(day, 1, write.book);
                day.bind(2, std::int64_t{delta.day.days});
                day.bind(3, delta.delta);
                run(day);
            }
        }
        transaction.commit();
    }
    return seconds_since(begin);
}

std::string rows_of(const std::string& path) {
    SQLite::Database db(path);
    SQLite::Statement check(db, bench::statements_of("check_rows.sql").front());
    check.executeStep();
    std::string text;
    for (int i = 0; i < check.getColumnCount(); ++i) text += check.getColumn(i).getString() + " ";
    return text;
}

void ingest_one_op(benchmark::State& state) {
    const Folder folder;
    bench::BenchClock clock;
    {
        const auto store = store::open_store("sqlite:" + folder.file("ours.db"));
        app::Books books(*store, clock);
        found_clubs(books);
        store->backup(folder.file("theirs.db"));
    }
    const auto store = store::open_store("sqlite:" + folder.file("ours.db"));
    bench::KeepingStore keeping(*store);
    app::Books books(keeping, clock);
    const auto entries = workload(entries_each, bench::one_op_entry);
    for (auto _ : state) {
        const auto ours = record_all(books, entries);
        const auto theirs = write_by_hand(folder.file("theirs.db"), keeping.kept);
        if (rows_of(folder.file("ours.db")) != rows_of(folder.file("theirs.db"))) {
            state.SkipWithError("the two databases differ");
        }
        const auto count = static_cast<double>(entries.size());
        state.counters["measured"] = count / ours;
        state.counters["compared"] = count / theirs;
        state.counters["ratio"] = theirs / ours;
    }
}
BENCHMARK(ingest_one_op)->Iterations(1)->Unit(benchmark::kMillisecond);

void ingest_meetings(benchmark::State& state) {
    const Folder folder;
    bench::BenchClock clock;
    const auto store = store::open_store("sqlite:" + folder.file("meetings.db"));
    app::Books books(*store, clock);
    found_clubs(books);
    const auto entries = workload(meetings_each, bench::meeting_entry);
    for (auto _ : state) {
        const auto took = record_all(books, entries);
        state.counters["measured"] =
            static_cast<double>(entries.size() * bench::meeting_ops) / took;
    }
}
BENCHMARK(ingest_meetings)->Iterations(1)->Unit(benchmark::kMillisecond);

/// Each of `writers` threads sends the entries of its clubs, one request after another.
double send_one_by_one(app::Books& books, std::uint32_t writers, std::uint32_t first,
                       std::uint32_t count) {
    auto sender = bench::sender();
    sender.urgency = app::Urgency::interactive;
    const auto begin = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (std::uint32_t writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, writer] {
                for (std::uint32_t n = first; n < first + count; ++n) {
                    bench::expect_recorded({books.record(bench::one_op_entry(writer, n), sender)});
                }
            });
        }
    }
    return static_cast<double>(writers) * count / seconds_since(begin);
}

void group_commit(benchmark::State& state) {
    const Folder folder;
    bench::BenchClock clock;
    const auto store = store::open_store("sqlite:" + folder.file("group.db"));
    app::Books books(*store, clock);
    found_clubs(books);
    constexpr std::uint32_t each = 40;
    for (auto _ : state) {
        const auto together = send_one_by_one(books, 64, 2, each);
        const auto alone = send_one_by_one(books, 1, 2 + each, each * 20);
        state.counters["measured"] = together;
        state.counters["compared"] = alone;
        state.counters["ratio"] = together / alone;
    }
}
BENCHMARK(group_commit)->Iterations(1)->Unit(benchmark::kMillisecond);

// ---- PostgreSQL

/// '{"a","b"}' of texts, integers, ids and digests.
class Array {
public:
    void add(std::string_view text) {
        out_ += first_ ? "\"" : ",\"";
        first_ = false;
        for (const char c : text) {
            if (c == '"' || c == '\\') out_ += '\\';
            out_ += c;
        }
        out_ += '"';
    }
    void add(std::int64_t value) { add(std::to_string(value)); }
    void add(std::uint64_t value) { add(std::to_string(value)); }
    void add(const core::Uuid& id) { add(to_text(id)); }
    void add(const core::Digest& digest) { add("\\x" + core::to_hex(digest)); }
    [[nodiscard]] std::string text() const { return out_ + '}'; }

private:
    std::string out_ = "{";
    bool first_ = true;
};

void write_entries(pqxx::work& work, const app::BookWrite& write) {
    std::array<Array, 11> a;
    for (const auto& [e, seal] : write.entries) {
        a[0].add(seal.seq);
        a[1].add(e.entry_id);
        a[2].add(e.device);
        a[3].add(e.author);
        a[4].add(e.device_seq);
        a[5].add(e.made_at);
        a[6].add(seal.received_at);
        a[7].add(seal.sent_by);
        a[8].add(core::entry_digest(e));
        a[9].add(seal.hash);
        a[10].add(e.body);
    }
    work.exec_prepared("entry", to_text(write.book), a[0].text(), a[1].text(), a[2].text(),
                       a[3].text(), a[4].text(), a[5].text(), a[6].text(), a[7].text(), a[8].text(),
                       a[9].text(), a[10].text());
}

double write_by_unnest(const std::string& url,
                       const std::vector<std::vector<app::BookWrite>>& commits) {
    pqxx::connection connection(url);
    const auto sql = bench::statements_of("raw_postgres.sql");
    const char* names[] = {"entry", "book", "balance", "day"};
    for (std::size_t i = 0; i < sql.size(); ++i) connection.prepare(names[i], sql[i]);
    const auto begin = Clock::now();
    for (const auto& writes : commits) {
        for (const auto& write : writes) {
            pqxx::work work(connection);
            const auto book = to_text(write.book);
            write_entries(work, write);
            const auto& seal = write.entries.back().seal;
            work.exec_prepared("book", book, static_cast<std::int64_t>(seal.seq),
                               "\\x" + core::to_hex(seal.hash), seal.received_at);
            Array accounts;
            Array amounts;
            for (const auto& row : write.changes.club.balances) {
                accounts.add(full_name(row.account));
                amounts.add(row.amount.dong);
            }
            work.exec_prepared("balance", book, accounts.text(), amounts.text());
            Array days;
            Array deltas;
            for (const auto& delta : write.changes.club.days) {
                days.add(std::int64_t{delta.day.days});
                deltas.add(delta.delta);
            }
            work.exec_prepared("day", book, days.text(), deltas.text());
            work.commit();
        }
    }
    return seconds_since(begin);
}

std::string rows_in(const std::string& url) {
    pqxx::connection connection(url);
    pqxx::work work(connection);
    std::string text;
    for (const auto& field : work.exec(bench::statements_of("check_rows.sql").front())[0]) {
        text += std::string(field.c_str()) + " ";
    }
    return text;
}

std::string make_database(const std::string& server, const std::string& name) {
    pqxx::connection connection(server);
    pqxx::nontransaction work(connection);
    work.exec("CREATE DATABASE " + name);
    auto url = server;
    url.replace(url.find("/postgres?"), std::string_view("/postgres?").size(), "/" + name + "?");
    return url;
}

void ingest_postgres(benchmark::State& state) {
    const char* server = std::getenv("LTH_TEST_POSTGRES");
    if (server == nullptr) return state.SkipWithError("LTH_TEST_POSTGRES is not set");
    bench::BenchClock clock;
    const auto suffix = std::to_string(getpid());
    const auto ours_url = make_database(server, "ours_" + suffix);
    const auto theirs_url = make_database(server, "theirs_" + suffix);
    for (const auto& url : {ours_url, theirs_url}) {
        app::Books books(*store::open_store(url), clock);
    }
    const auto theirs_store = store::open_store(theirs_url);
    app::Books theirs_books(*theirs_store, clock);
    found_clubs(theirs_books);
    const auto store = store::open_store(ours_url);
    bench::KeepingStore keeping(*store);
    app::Books books(keeping, clock);
    found_clubs(books);
    keeping.kept.clear();
    const auto entries = workload(entries_each / 4, bench::one_op_entry);
    for (auto _ : state) {
        const auto ours = record_all(books, entries);
        const auto theirs = write_by_unnest(theirs_url, keeping.kept);
        if (rows_in(ours_url) != rows_in(theirs_url)) {
            state.SkipWithError("the two databases differ");
        }
        const auto count = static_cast<double>(entries.size());
        state.counters["measured"] = count / ours;
        state.counters["compared"] = count / theirs;
        state.counters["ratio"] = theirs / ours;
    }
}
BENCHMARK(ingest_postgres)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
