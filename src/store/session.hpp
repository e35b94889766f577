// One connection to a database, the same for every engine: named queries, values in, rows out.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.hpp"
#include "core/sha256.hpp"
#include "store/dialect.hpp"

namespace lth::store {

enum class ValueKind : std::uint8_t { null, integer, text, bytes, uuid };

/// A value to bind. Text and bytes are views: keep what they point to until the query has run.
struct Value {
    ValueKind kind = ValueKind::null;
    std::int64_t integer = 0;
    std::string_view bytes;

    Value() = default;
    Value(std::int64_t value)
        : kind(ValueKind::integer), integer(value) {}  // NOLINT: a list of values
    Value(std::string_view text) : kind(ValueKind::text), bytes(text) {}    // NOLINT
    Value(const std::string& text) : Value(std::string_view(text)) {}       // NOLINT
    Value(const core::Uuid& id) : Value(ValueKind::uuid, id.bytes) {}       // NOLINT
    Value(const core::Digest& digest) : Value(ValueKind::bytes, digest) {}  // NOLINT

    template <std::size_t N>
    Value(ValueKind which, const std::array<std::uint8_t, N>& raw)
        : kind(which), bytes(reinterpret_cast<const char*>(raw.data()), N) {}
};

/// Values of many rows of one width, row after row.
struct Batch {
    std::size_t width = 0;
    std::vector<Value> values;

    void add(std::initializer_list<Value> row) {
        width = row.size();
        values.insert(values.end(), row);
    }
    [[nodiscard]] std::size_t rows() const { return width == 0 ? 0 : values.size() / width; }
    [[nodiscard]] std::span<const Value> row(std::size_t i) const {
        return std::span(values).subspan(i * width, width);
    }
};

/// A row of a result; valid while its visitor runs.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    /// Exactly out.size() bytes, of a uuid too; anything else is a fault.
    virtual void bytes(int column, std::span<std::uint8_t> out) const = 0;
};

using RowVisitor = std::function<void(const Row&)>;

enum class Transaction : std::uint8_t {
    write,
    snapshot,  // reads that see one state of the database
    erasure,   // a write that takes texts away: nothing of them stays in a log
};

class Session {
public:
    virtual ~Session() = default;

    virtual void begin(Transaction kind) = 0;
    virtual void commit() = 0;
    /// Also after an error that has ended the transaction already. Never throws.
    virtual void rollback() noexcept = 0;

    /// The number of rows that were changed.
    virtual std::int64_t run(std::string_view query, std::span<const Value> values) = 0;
    /// A query with {{rows …}}.
    virtual void run_rows(std::string_view query, const Batch& batch) = 0;
    virtual void select(std::string_view query, std::span<const Value> values,
                        const RowVisitor& visit) = 0;
    /// SQL that is not among the named queries: migrations.
    virtual void script(const std::string& sql) = 0;

    std::int64_t run(std::string_view query, std::initializer_list<Value> values) {
        return run(query, std::span(values.begin(), values.size()));
    }
    void select(std::string_view query, std::initializer_list<Value> values,
                const RowVisitor& visit) {
        select(query, std::span(values.begin(), values.size()), visit);
    }
};

/// Runs work in a transaction of its own; a write whose work throws stores nothing. The work may be
/// run again after a conflict.
class Transactions {
public:
    virtual ~Transactions() = default;
    virtual void run(Transaction kind, const std::function<void(Session&)>& work) = 0;
};

/// The text of a named query; a name that is not in sql/ is a bug.
[[nodiscard]] const std::string& query_text(Dialect dialect, std::string_view name);

/// By this machine's clock, for the record of migrations; for all else the caller says when.
[[nodiscard]] std::int64_t now_ms();

/// Brings the schema up to this program's version. Throws Fault if it is from a newer one.
void migrate(Session& session, Dialect dialect, std::int64_t now_ms);

}  // namespace lth::store
