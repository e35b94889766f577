// The list of everything that was ever erased, kept beside backups: a backup that is older than an
// erasure holds the text again, until the list is applied to it.
#pragma once

#include <istream>
#include <ostream>

#include "app/books.hpp"

namespace lth::app {

/// One JSON line for each entry, and for each case, that lost private parts. No names: ids and
/// numbers of parts only. The number of lines.
std::uint64_t write_erasures(Store& store, std::ostream& out);

struct ErasuresApplied {
    std::uint64_t lines = 0;
    std::uint64_t parts = 0;  // that were there again and are gone now
    std::uint64_t books = 0;  // that changed
};

/// Deletes text and salt of the parts that the list names, and rows that say them; records no
/// entry, so that phones may still bring back what the backup lacks. Books and entries that the
/// backup does not hold are passed over. Rules entry.*, of a line that cannot be read: then nothing
/// is changed. Throws Fault; then apply it again.
[[nodiscard]] core::Result<ErasuresApplied> apply_erasures(Store& store, std::istream& in);

}  // namespace lth::app
