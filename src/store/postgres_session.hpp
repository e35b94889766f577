// A connection to PostgreSQL: the same queries, many rows at once as arrays.
#pragma once

#include <memory>
#include <pqxx/connection>
#include <pqxx/transaction>
#include <string>
#include <unordered_set>

#include "store/session.hpp"

namespace lth::store {

/// Worth another try: nothing of the transaction was kept, or its outcome is not known.
class Retry : public std::runtime_error {
public:
    enum class Why : std::uint8_t { conflict, connection };

    Retry(Why why, const std::string& what) : std::runtime_error(what), why_(why) {}
    [[nodiscard]] Why why() const { return why_; }

private:
    Why why_;
};

class PostgresSession final : public Session {
public:
    /// Throws Fault if there is no connection.
    explicit PostgresSession(const std::string& url);
    ~PostgresSession() override;
    PostgresSession(const PostgresSession&) = delete;
    PostgresSession& operator=(const PostgresSession&) = delete;

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

private:
    template <class Use>
    auto guarded(Use use);
    [[nodiscard]] pqxx::result execute(std::string_view query,
                                       const std::vector<const char*>& parameters);

    std::unique_ptr<pqxx::connection> connection_;
    std::unique_ptr<pqxx::transaction_base> transaction_;
    std::unordered_set<std::string> prepared_;
};

}  // namespace lth::store
