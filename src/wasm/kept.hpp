// What a phone must keep, as rows of a store that knows nothing of what they mean.
#pragma once

#include "core/replica/replica.hpp"

namespace lth::wasm {

enum class KeptStore : std::uint8_t { books, confirmed, pending, cases, displaced };
BOOST_DESCRIBE_ENUM(KeptStore, books, confirmed, pending, cases, displaced)

struct KeptRow {
    KeptStore store = KeptStore::books;
    core::BookId book;
    std::string key;                   // numbers have leading zeros, so that text sorts as they do
    std::optional<std::string> text;   // none: the row is deleted
    std::optional<std::string> above;  // instead of a row: all rows with a greater key are deleted
};
BOOST_DESCRIBE_STRUCT(KeptRow, (), (store, book, key, text, above))

[[nodiscard]] std::vector<KeptRow> kept_rows(const core::replica::KeptList& keep);

/// Hands a row back to the book that it is of. Rules entry.*, chain.broken.
[[nodiscard]] core::Result<void> restore(core::replica::BookReplica& book, const KeptRow& row);

}  // namespace lth::wasm
