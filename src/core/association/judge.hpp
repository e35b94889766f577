// The rules of an association's book. They may change with releases; what was once accepted stays.
#pragma once

#include "core/association/association.hpp"
#include "core/result.hpp"

namespace lth::core::association {

/// Judges one operation in the state before it.
[[nodiscard]] Result<void> judge_op(const Association& book, const AssociationOp& op, Date today);

/// Judges limits after an entry whose operations begin at `first`; `before` are the balances
/// before it. The rejection names the last operation that made it so.
[[nodiscard]] Result<void> judge_limits(const Association& book, OpIndex first,
                                        const Balances& before);

/// The operation that a reversal names, live or not; no_op if the book has none.
[[nodiscard]] OpIndex find_op(const Association& book, const OpReversed& reversal);

}  // namespace lth::core::association
