#include "store/postgres_session.hpp"

#include <fmt/format.h>

#include <charconv>
#include <pqxx/except>
#include <pqxx/nontransaction>
#include <pqxx/prepared_statement>
#include <pqxx/result>

#include "store/fault.hpp"

namespace lth::store {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_hex(std::string& out, std::string_view bytes) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += hex_digits[byte >> 4U];
        out += hex_digits[byte & 0x0FU];
    }
}

// "{a,b,NULL}" with text and bytes in quotes; one value alone is written without them.
enum class Place : std::uint8_t { alone, in_array };

void append_value(std::string& out, const Value& value, Place place) {
    const bool quoted = place == Place::in_array;
    switch (value.kind) {
        case ValueKind::null:
            out += "NULL";
            break;
        case ValueKind::integer:
            out += std::to_string(value.integer);
            break;
        case ValueKind::uuid:
            append_hex(out, value.bytes);
            break;
        case ValueKind::bytes:
            out += quoted ? "\"\\\\x" : "\\x";
            append_hex(out, value.bytes);
            if (quoted) out += '"';
            break;
        case ValueKind::text:
            if (!quoted) {
                out += value.bytes;
                break;
            }
            out += '"';
            for (const char c : value.bytes) {
                if (c == '"' || c == '\\') out += '\\';
                out += c;
            }
            out += '"';
            break;
    }
}

Fault fault_of(const pqxx::sql_error& error) {
    return postgres_fault(error.sqlstate(), error.what());
}

unsigned nibble(char digit) {
    const auto at = hex_digits.find(digit);
    if (at == std::string_view::npos) {
        throw postgres_fault("XX001", "an id or digest is not hexadecimal");
    }
    return static_cast<unsigned>(at);
}

class PostgresRow final : public Row {
public:
    PostgresRow(const pqxx::result& result, pqxx::result::size_type row) : row_(result[row]) {}

    bool is_null(int column) const override { return row_[column].is_null(); }
    std::int64_t integer(int column) const override {
        const auto digits = text(column);
        std::int64_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }
    std::string_view text(int column) const override {
        const auto field = row_[column];
        return {field.c_str(), field.size()};
    }
    // "\x0123" or "01234567-89ab-…".
    void bytes(int column, std::span<std::uint8_t> out) const override {
        auto hex = text(column);
        if (hex.starts_with("\\x")) hex.remove_prefix(2);
        std::size_t digits = 0;
        for (const char c : hex) {
            if (c == '-') continue;
            if (digits / 2 >= out.size()) break;
            auto& byte = out[digits / 2];
            byte = static_cast<std::uint8_t>(byte << 4U | nibble(c));
            ++digits;
        }
        if (digits != out.size() * 2) {
            throw postgres_fault("XX001", "an id or digest has a wrong length");
        }
    }

private:
    pqxx::row row_;
};

std::unique_ptr<pqxx::connection> connect(const std::string& url) {
    try {
        auto connection = std::make_unique<pqxx::connection>(url);
        // A lost connection is reported, never mended behind a transaction's back. The call is
        // marked as going away with the mending itself, in a version that Debian 12 has not.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
        connection->inhibit_reactivation(true);
#pragma clang diagnostic pop
        return connection;
    } catch (const std::exception& error) {
        throw postgres_fault("", error.what());
    }
}

}  // namespace

PostgresSession::PostgresSession(const std::string& url) : connection_(connect(url)) {
    script("SET client_min_messages = warning");
    script("SET synchronous_commit = on");
    script("SET client_encoding = 'UTF8'");
}

PostgresSession::~PostgresSession() { rollback(); }

template <class Use>
auto PostgresSession::guarded(Use use) {
    try {
        return use();
    } catch (const pqxx::in_doubt_error& error) {
        throw Retry(Retry::Why::connection, error.what());
    } catch (const pqxx::broken_connection& error) {
        throw Retry(Retry::Why::connection, error.what());
    } catch (const pqxx::sql_error& error) {
        const auto& state = error.sqlstate();
        if (state == "40001" || state == "40P01") {
            throw Retry(Retry::Why::conflict, error.what());
        }
        if (!connection_->is_open() || state.starts_with("57P")) {
            throw Retry(Retry::Why::connection, error.what());
        }
        throw fault_of(error);
    }
}

void PostgresSession::begin(Transaction kind) {
    guarded([&] {
        transaction_.reset();
        using Snapshot = pqxx::transaction<pqxx::repeatable_read, pqxx::read_only>;
        if (kind == Transaction::snapshot) {
            transaction_ = std::make_unique<Snapshot>(*connection_);
        } else {
            transaction_ = std::make_unique<pqxx::work>(*connection_);
        }
    });
}

void PostgresSession::commit() {
    guarded([&] { transaction_->commit(); });
    transaction_.reset();
}

void PostgresSession::rollback() noexcept {
    try {
        transaction_.reset();  // aborts what was not committed
    } catch (...) {
        // The connection is gone, and with it the transaction.
        (void)0;
    }
}

pqxx::result PostgresSession::execute(std::string_view query,
                                      const std::vector<const char*>& parameters) {
    const std::string name(query);
    return guarded([&] {
        if (prepared_.insert(name).second) {
            connection_->prepare(name, query_text(Dialect::postgres, query));
        }
        return transaction_->exec_prepared(name, pqxx::prepare::make_dynamic_params(parameters));
    });
}

std::int64_t PostgresSession::run(std::string_view query, std::span<const Value> values) {
    std::vector<std::string> texts(values.size());
    std::vector<const char*> parameters;
    for (std::size_t i = 0; i < values.size(); ++i) {
        append_value(texts[i], values[i], Place::alone);
        const bool is_null = values[i].kind == ValueKind::null;
        parameters.push_back(is_null ? nullptr : texts[i].c_str());
    }
    return static_cast<std::int64_t>(execute(query, parameters).affected_rows());
}

void PostgresSession::run_rows(std::string_view query, const Batch& batch) {
    if (batch.rows() == 0) return;
    std::vector<std::string> arrays(batch.width);
    std::vector<const char*> parameters;
    for (std::size_t column = 0; column < batch.width; ++column) {
        auto& array = arrays[column];
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            array += row == 0 ? '{' : ',';
            append_value(array, batch.row(row)[column], Place::in_array);
        }
        array += '}';
        parameters.push_back(array.c_str());
    }
    (void)execute(query, parameters);
}

void PostgresSession::select(std::string_view query, std::span<const Value> values,
                             const RowVisitor& visit) {
    std::vector<std::string> texts(values.size());
    std::vector<const char*> parameters;
    for (std::size_t i = 0; i < values.size(); ++i) {
        append_value(texts[i], values[i], Place::alone);
        parameters.push_back(texts[i].c_str());
    }
    const auto result = execute(query, parameters);
    for (pqxx::result::size_type i = 0; i < result.size(); ++i) visit(PostgresRow(result, i));
}

void PostgresSession::script(const std::string& sql) {
    guarded([&] {
        if (transaction_) {
            transaction_->exec(sql);
        } else {
            pqxx::nontransaction(*connection_).exec(sql);
        }
    });
}

}  // namespace lth::store
