// Judging and applying entries to an association's book, as core/club/fold.hpp does for a club's:
// `apply` is total and never changes for a given version of an operation; `admit` judges each
// operation of a new entry in the state that the ones before it left, judges limits after the whole
// entry, and leaves the book as it was if it refuses.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/association/association.hpp"
#include "core/result.hpp"

namespace lth::core::association {

/// The place of an entry in its book.
struct At {
    EntryId entry_id;
    std::uint64_t seq = 0;
};

/// Folds one entry of a known history.
void apply(Association& book, At at, std::span<const AssociationOp> ops);

/// Judges a new entry and, if no rule refuses it, applies it. `today` is the business date.
/// On a rejection the book is as before.
[[nodiscard]] Result<Changes> admit(Association& book, At at, std::span<const AssociationOp> ops,
                                    Date today);

/// Applies without judging (an import of an export, a restore) and tells what changed.
[[nodiscard]] Changes apply_with_changes(Association& book, At at,
                                         std::span<const AssociationOp> ops);

/// Rows of the whole book, as if every entry had changed everything: for rebuild and verify.
[[nodiscard]] Changes all_rows(const Association& book);

/// Canonical text of balances, flows and records: what a frozen history folds to for ever.
[[nodiscard]] std::string canonical_text(const Association& book);

}  // namespace lth::core::association
