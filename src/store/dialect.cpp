#include "store/dialect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "embedded/sql.hpp"

namespace lth::store {
namespace {

constexpr int partitions = 8;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string column_type(Dialect dialect, std::string_view name) {
    const bool is_sqlite = dialect == Dialect::sqlite;
    if (name == "uuid") return is_sqlite ? "blob" : "uuid";
    if (name == "bytes") return is_sqlite ? "blob" : "bytea";
    return std::string(name);
}

std::string many_rows(Dialect dialect, std::string_view types) {
    std::string names;
    std::string values;
    for (int i = 1; !types.empty(); ++i) {
        const auto comma = std::min(types.find(','), types.size());
        const auto type = column_type(dialect, trimmed(types.substr(0, comma)));
        types.remove_prefix(std::min(comma + 1, types.size()));
        const auto* separator = i == 1 ? "" : ", ";
        names += fmt::format("{}c{}", separator, i);
        values += dialect == Dialect::sqlite ? fmt::format("{}${}", separator, i)
                                             : fmt::format("{}${}::{}[]", separator, i, type);
    }
    if (dialect == Dialect::sqlite) return fmt::format("VALUES ({})", values);
    return fmt::format("SELECT {0} FROM unnest({1}) AS r ({0})", names, values);
}

std::string expand_word(Dialect dialect, std::string_view word) {
    if (word.starts_with("rows ")) return many_rows(dialect, word.substr(5));
    if (word == "by_book" || word == "plain") {
        // A row is found by its key alone, so SQLite needs no second tree for it.
        if (dialect == Dialect::sqlite) return " WITHOUT ROWID";
        const bool is_partitioned = dialect == Dialect::postgres_partitioned;
        return is_partitioned && word == "by_book" ? " PARTITION BY HASH (book_id)" : "";
    }
    return column_type(dialect, word);
}

std::string expand(Dialect dialect, std::string_view text) {
    std::string out;
    for (;;) {
        const auto open = text.find("{{");
        out += text.substr(0, open);
        if (open == std::string_view::npos) return out;
        const auto close = text.find("}}", open);
        out += expand_word(dialect, trimmed(text.substr(open + 2, close - open - 2)));
        text.remove_prefix(close + 2);
    }
}

std::string without_comments(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        const auto line = text.substr(0, end + 1);
        if (!line.starts_with("--")) out += line;
        text.remove_prefix(end + 1);
    }
    return out;
}

void add_partitions(std::vector<std::string>& statements, std::string_view create) {
    constexpr std::string_view head = "CREATE TABLE ";
    const auto name = create.substr(head.size(), create.find(' ', head.size()) - head.size());
    for (int i = 0; i < partitions; ++i) {
        statements.push_back(
            fmt::format("CREATE TABLE {0}_p{1} PARTITION OF {0} FOR VALUES WITH "
                        "(MODULUS {2}, REMAINDER {1})",
                        name, i, partitions));
    }
}

std::vector<std::string> split_statements(Dialect dialect, std::string_view file) {
    std::vector<std::string> statements;
    const std::string plain = without_comments(file);
    for (std::string_view rest = plain; !trimmed(rest).empty();) {
        const auto end = std::min(rest.find(';'), rest.size());
        const auto source = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        statements.push_back(expand(dialect, source));
        const bool distributed = source.find("{{by_book}}") != std::string_view::npos;
        if (dialect == Dialect::postgres_partitioned && distributed) {
            add_partitions(statements, source);
        }
    }
    return statements;
}

void add_queries(Dialect dialect, std::string_view file, Queries& found) {
    constexpr std::string_view mark = "-- name: ";
    for (auto at = file.find(mark); at != std::string_view::npos;) {
        const auto name_at = at + mark.size();
        const auto line_end = file.find('\n', name_at);
        const auto name = trimmed(file.substr(name_at, line_end - name_at));
        const auto end = file.find(';', line_end);
        found[name] = expand(dialect, trimmed(file.substr(line_end, end - line_end)));
        at = file.find(mark, end);
    }
}

Queries read_queries(Dialect dialect) {
    Queries found;
    for (const auto& file : sql::files()) {
        if (file.path.starts_with("queries/")) add_queries(dialect, file.text, found);
    }
    return found;
}

}  // namespace

std::vector<Migration> migrations(Dialect dialect) {
    constexpr std::string_view folder = "migrations/";
    std::vector<Migration> all;
    for (const auto& file : sql::files()) {
        if (!file.path.starts_with(folder)) continue;
        Migration migration;
        const auto name = file.path.substr(folder.size());
        std::from_chars(name.data(), name.data() + name.size(), migration.version);
        migration.statements = split_statements(dialect, file.text);
        all.push_back(std::move(migration));
    }
    std::ranges::sort(all, {}, &Migration::version);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].version == static_cast<int>(i) + 1) continue;
        fmt::print(stderr, "migrations are not numbered 1, 2, 3 …: {}\n", all[i].version);
        std::abort();
    }
    return all;
}

const Queries& queries(Dialect dialect) {
    static const Queries sqlite = read_queries(Dialect::sqlite);
    static const Queries postgres = read_queries(Dialect::postgres);
    return dialect == Dialect::sqlite ? sqlite : postgres;
}

}  // namespace lth::store
