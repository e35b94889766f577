// The row tables of club books: structs to rows and back, the one place that knows their columns.
#pragma once

#include <span>
#include <vector>

#include "app/ports.hpp"
#include "store/session.hpp"

namespace lth::store {

/// In the caller's transaction.
void write_club_rows(Session& session, const core::BookId& book,
                     const core::club::Changes& changes);
void clear_club_rows(Session& session, const core::BookId& book);

[[nodiscard]] app::ClubRows read_club_rows(Session& session, const core::BookId& book);

/// Ordered by id, in one state of the database; of all clubs if `only` is empty.
[[nodiscard]] std::vector<facts::ClubFacts> read_club_facts(Session& session,
                                                            std::span<const core::BookId> only);

}  // namespace lth::store
