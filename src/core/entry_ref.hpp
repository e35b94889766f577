// The place of an entry in its book, for the folds of the territory and the registry book.
#pragma once

#include <cstdint>

#include "core/date.hpp"
#include "core/ids.hpp"

namespace lth::core {

/// `today` is the business date against which `on` is judged; applying does not look at it.
struct EntryRef {
    EntryId entry_id;
    std::uint64_t seq = 0;
    Date today;
};

}  // namespace lth::core
