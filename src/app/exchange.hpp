// Entries out and in: one JSON line each, ordered by book and seq; a full, engine-neutral copy.
#pragma once

#include <functional>
#include <istream>
#include <ostream>

#include "app/ports.hpp"

namespace lth::app {

enum class PartsWritten : std::uint8_t { with_parts, without_parts };

/// The number of lines written. The first line of a book's entries is preceded by nothing: its kind
/// stands in each line.
std::uint64_t export_entries(Store& store, std::ostream& out, PartsWritten parts);

struct Imported {
    std::uint64_t entries = 0;
    std::uint64_t known = 0;  // were there already, the same
};

/// Checks the chain and applies, judging nothing. Lines of books that hold the same entries already
/// are passed over; another history refuses the import. Resumable: run it again. A phone's copy may
/// end with lines {"displaced":{…}}, entries of a history that its server has lost: they follow
/// nothing in the book, are there for whoever mends the loss, and are passed over.
[[nodiscard]] core::Result<Imported> import_entries(Store& store, std::istream& in);

/// The same from one database to another, with private parts and without a file between them.
[[nodiscard]] core::Result<Imported> copy_entries(Store& from, Store& to);

/// Consecutive entries of one book that continue what is stored: chain and content are checked,
/// nothing is judged. Rule chain.broken if they do not continue it.
[[nodiscard]] core::Result<void> append_confirmed(Store& store, core::BookKind kind,
                                                  std::span<const core::SealedEntry> entries);

}  // namespace lth::app
