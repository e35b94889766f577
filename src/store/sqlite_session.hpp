// A connection to a SQLite file: WAL, durable commits, deleted content overwritten.
#pragma once

#include <SQLiteCpp/Database.h>

#include <memory>
#include <string>
#include <unordered_map>

#include "store/session.hpp"

struct sqlite3_stmt;

namespace lth::store {

class SqliteSession final : public Session {
public:
    explicit SqliteSession(const std::string& path);
    ~SqliteSession() override;
    SqliteSession(const SqliteSession&) = delete;
    SqliteSession& operator=(const SqliteSession&) = delete;

    using Session::run;
    using Session::select;
    void begin(Transaction kind) override;
    void commit() override;
    void rollback() noexcept override;
    std::int64_t run(std::string_view query, std::span<const Value> values) override;
    void run_rows(std::string_view query, const Batch& batch) override;
    void select(std::string_view query, std::span<const Value> values,
                const RowVisitor& visit) override;
    void script(const std::string& sql) override;

    /// Changes when another connection, of this or another process, has committed.
    [[nodiscard]] std::int64_t data_version();
    /// Moves the log into the file and empties it, so that no erased text is left there. False
    /// while a reader holds on to the log.
    [[nodiscard]] bool empty_log();
    void backup(const std::string& path);

    /// The raw connection, for tests that interrupt it or limit its size.
    [[nodiscard]] sqlite3* handle() { return database_.getHandle(); }

private:
    struct Statement;

    Statement& prepared(std::string_view query);
    [[noreturn]] void fail();
    void step(Statement& statement);

    SQLite::Database database_;
    std::unordered_map<std::string_view, std::unique_ptr<Statement>> statements_;
};

}  // namespace lth::store
