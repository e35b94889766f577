#include "store/sqlite_session.hpp"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cstring>

#include "store/fault.hpp"

namespace lth::store {
namespace {

// Long enough for another process's bulk commit on a slow disk.
constexpr int busy_timeout_ms = 15'000;

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

    bool is_null(int column) const override {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const override {
        return sqlite3_column_int64(statement_, column);
    }
    std::string_view text(int column) const override {
        const auto* data = sqlite3_column_text(statement_, column);
        const auto size = sqlite3_column_bytes(statement_, column);
        return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
    }
    void bytes(int column, std::span<std::uint8_t> out) const override {
        const auto* data = sqlite3_column_blob(statement_, column);
        if (static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)) != out.size()) {
            throw sqlite_fault(SQLITE_CORRUPT, "an id or digest has a wrong length");
        }
        std::memcpy(out.data(), data, out.size());
    }

private:
    sqlite3_stmt* statement_;
};

SQLite::Database open(const std::string& path) {
    try {
        return {path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms};
    } catch (const SQLite::Exception& error) {
        throw sqlite_fault(error.getErrorCode(), fmt::format("{}: {}", path, error.what()));
    }
}

}  // namespace

// SQLiteCpp's own statement copies every text it binds and looks up names at each binding; bulk
// writing is a tenth faster without.
struct SqliteSession::Statement {
    Statement(sqlite3* database, const std::string& text) {
        sqlite3_prepare_v3(database, text.data(), static_cast<int>(text.size()) + 1,
                           SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
        if (handle == nullptr) return;
        const int count = sqlite3_bind_parameter_count(handle);
        for (int i = 1; i <= count; ++i) {
            // In SQLite `$2` is a name: the second value is wherever that name stands.
            places.push_back(sqlite3_bind_parameter_index(handle, fmt::format("${}", i).c_str()));
        }
    }
    ~Statement() { sqlite3_finalize(handle); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void bind(std::span<const Value> values) const {
        for (std::size_t i = 0; i < places.size(); ++i) bind(places[i], values[i]);
    }

    void bind(int place, const Value& value) const {
        const auto size = static_cast<int>(value.bytes.size());
        switch (value.kind) {
            case ValueKind::null:
                sqlite3_bind_null(handle, place);
                break;
            case ValueKind::integer:
                sqlite3_bind_int64(handle, place, value.integer);
                break;
            case ValueKind::text:
                // A view of nothing may be a null pointer, which SQLite takes for NULL.
                sqlite3_bind_text(handle, place, size == 0 ? "" : value.bytes.data(), size,
                                  SQLITE_STATIC);
                break;
            case ValueKind::bytes:
            case ValueKind::uuid:
                sqlite3_bind_blob(handle, place, value.bytes.data(), size, SQLITE_STATIC);
                break;
        }
    }

    sqlite3_stmt* handle = nullptr;
    std::vector<int> places;
};

SqliteSession::SqliteSession(const std::string& path) : database_(open(path)) {
    sqlite3_extended_result_codes(handle(), 1);
    script("PRAGMA journal_mode = WAL");
    script("PRAGMA synchronous = FULL");
    script("PRAGMA secure_delete = ON");
    script("PRAGMA foreign_keys = ON");
    script("PRAGMA cache_size = -65536");  // KiB
}

SqliteSession::~SqliteSession() = default;

void SqliteSession::fail() {
    throw sqlite_fault(sqlite3_extended_errcode(handle()), sqlite3_errmsg(handle()));
}

SqliteSession::Statement& SqliteSession::prepared(std::string_view query) {
    const auto found = statements_.find(query);
    if (found != statements_.end()) return *found->second;
    const auto& all = queries(Dialect::sqlite);
    auto statement = std::make_unique<Statement>(handle(), query_text(Dialect::sqlite, query));
    if (statement->handle == nullptr) fail();
    // The key outlives the caller's view: it is the one in the table of queries.
    return *statements_.emplace(all.find(query)->first, std::move(statement)).first->second;
}

void SqliteSession::step(Statement& statement) {
    const int code = sqlite3_step(statement.handle);
    if (code == SQLITE_DONE || code == SQLITE_ROW) {
        sqlite3_reset(statement.handle);
        return;
    }
    const Fault fault = sqlite_fault(sqlite3_extended_errcode(handle()), sqlite3_errmsg(handle()));
    sqlite3_reset(statement.handle);
    throw fault;
}

void SqliteSession::begin(Transaction kind) {
    script(kind == Transaction::snapshot ? "BEGIN" : "BEGIN IMMEDIATE");
}

void SqliteSession::commit() { script("COMMIT"); }

void SqliteSession::rollback() noexcept {
    // A full disk or an interrupt may have ended the transaction already.
    if (sqlite3_get_autocommit(handle()) != 0) return;
    sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::int64_t SqliteSession::run(std::string_view query, std::span<const Value> values) {
    auto& statement = prepared(query);
    statement.bind(values);
    step(statement);
    return sqlite3_changes64(handle());
}

void SqliteSession::run_rows(std::string_view query, const Batch& batch) {
    if (batch.rows() == 0) return;
    auto& statement = prepared(query);
    for (std::size_t i = 0; i < batch.rows(); ++i) {
        statement.bind(batch.row(i));
        step(statement);
    }
}

void SqliteSession::select(std::string_view query, std::span<const Value> values,
                           const RowVisitor& visit) {
    auto& statement = prepared(query);
    statement.bind(values);
    // Reset however the loop is left, or the read transaction would stay open.
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> reset(statement.handle,
                                                                      sqlite3_reset);
    const SqliteRow row(statement.handle);
    for (;;) {
        const int code = sqlite3_step(statement.handle);
        if (code == SQLITE_DONE) return;
        if (code != SQLITE_ROW) fail();
        visit(row);
    }
}

void SqliteSession::script(const std::string& sql) {
    if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

std::int64_t SqliteSession::data_version() {
    std::int64_t version = 0;
    select("engine.data_version", {}, [&](const Row& row) { version = row.integer(0); });
    return version;
}

bool SqliteSession::empty_log() {
    return sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                                     nullptr) == SQLITE_OK;
}

void SqliteSession::backup(const std::string& path) {
    try {
        SQLite::Database copy(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        // One step: readers see one state, and in WAL mode writers are not held up.
        SQLite::Backup(copy, database_).executeStep();
    } catch (const SQLite::Exception& error) {
        throw sqlite_fault(error.getErrorCode(), fmt::format("{}: {}", path, error.what()));
    }
}

}  // namespace lth::store
