// A club's book folded with what its private parts disclose and when the server received each
// entry: what verify, rebuild, import, flags and the write path need.
#pragma once

#include <cstdint>
#include <vector>

#include "app/ports.hpp"
#include "core/club/fold.hpp"
#include "json/disclose.hpp"

namespace lth::app {

struct ClubBook {
    core::Head head;
    core::club::Club club;
    core::club::Birthdays birthdays;
    json::Disclosures disclosures;
    json::EntrySeqs seqs;
    std::vector<std::int64_t> received_at;  // ms UTC; of entry 1 first

    /// Folds one entry that is in the store, or comes from an export. Throws Fault if it cannot be
    /// read.
    void apply(const core::SealedEntry& sealed);

    /// All rows, as a rebuild writes them.
    [[nodiscard]] RowChanges rows() const;
};

/// The whole book from the store.
[[nodiscard]] ClubBook load_club_book(Store& store, const core::BookId& id);

}  // namespace lth::app
