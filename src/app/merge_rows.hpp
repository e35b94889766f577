// Several entries of one book as one write: rows as they are after the last, deltas added up.
#pragma once

#include "app/ports.hpp"

namespace lth::app {

/// Adds what the next entry changes. Keys may be there several times until `compact`.
void append_rows(RowChanges& rows, RowChanges next);

/// One row per key, the latest; one delta per day and column, never 0.
void compact(RowChanges& rows);

}  // namespace lth::app
