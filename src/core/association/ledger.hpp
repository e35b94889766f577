// What each operation on a care fund posts, and the flow that it is.
#pragma once

#include <optional>
#include <vector>

#include "core/association/association.hpp"

namespace lth::core::association {

/// Postings of one operation: they sum to zero on its level. Empty: it moves no money.
[[nodiscard]] std::vector<Posting> postings_of(const Association& book,
                                               const AssociationWhat& what);

/// The flow of one operation, its number still 0; nothing: it is none.
[[nodiscard]] std::optional<Flow> flow_of(const Association& book, const AssociationWhat& what);

}  // namespace lth::core::association
