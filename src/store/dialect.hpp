// One SQL text for all engines: what stands in double braces in sql/ becomes what the engine says.
//   {{uuid}} {{bytes}}          column types
//   {{by_book}} {{plain}}       table options, with and without the key of distribution
//   {{rows uuid, bigint, …}}    the values of many rows: VALUES ($1, …) run once a row, or unnest
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lth::store {

/// `postgres_partitioned` holds to the key rules of a cluster on one server.
enum class Dialect { sqlite, postgres, postgres_partitioned };

struct Migration {
    int version = 0;  // the number its file name begins with
    std::vector<std::string> statements;
};

/// In order of version.
[[nodiscard]] std::vector<Migration> migrations(Dialect dialect);

/// The queries of sql/queries by the name after `-- name:`.
using Queries = std::unordered_map<std::string_view, std::string>;
[[nodiscard]] const Queries& queries(Dialect dialect);

}  // namespace lth::store
