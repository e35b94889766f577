// Private parts that are to go, and the entries that say so: for a person's request and for the end
// of a term of retention.
#pragma once

#include <map>
#include <vector>

#include "app/books.hpp"

namespace lth::app {

/// Parts of entries of one book.
using PartsOfEntries = std::map<core::EntryId, std::vector<std::uint16_t>>;

/// Calls `visit` with every entry of the book, in order.
void each_entry_of(Store& store, const core::BookId& book, const EntryVisitor& visit);

/// Whose entries they are, and when.
struct Eraser {
    core::AccountId account = {};
    core::DeviceId device = {};
    std::int64_t now = 0;  // ms UTC
};

/// Records that the parts are erased, a limited number in each entry. The number of entries, or why
/// the first that was refused was. Throws Fault; then what is left can be erased again.
[[nodiscard]] core::Result<std::uint64_t> record_erasure(Books& books, Ids& ids,
                                                         const core::BookId& book,
                                                         const PartsOfEntries& parts,
                                                         const Eraser& eraser,
                                                         const Sender& sender);

/// Removes the parts that `goes` names from entries that were kept as cases; how many cases held
/// some.
std::uint64_t erase_in_cases(
    Store& store, const core::BookId& book,
    const std::function<bool(const SyncCase&, const core::PrivatePart&)>& goes);

}  // namespace lth::app
