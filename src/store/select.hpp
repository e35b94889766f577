// Rows of a query as values, read in one snapshot.
#pragma once

#include <utility>

#include "store/session.hpp"

namespace lth::store {

template <class T>
std::vector<T> select_all(Transactions& transactions, std::string_view query,
                          std::initializer_list<Value> values, T (*from)(const Row& row)) {
    std::vector<T> found;
    transactions.run(Transaction::snapshot, [&](Session& session) {
        found.clear();
        session.select(query, values, [&](const Row& row) { found.push_back(from(row)); });
    });
    return found;
}

template <class T>
std::optional<T> select_one(Transactions& transactions, std::string_view query,
                            std::initializer_list<Value> values, T (*from)(const Row& row)) {
    auto found = select_all(transactions, query, values, from);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

}  // namespace lth::store
