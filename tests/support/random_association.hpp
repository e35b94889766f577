// Random operations of an association's book, of every kind and often sound.
#pragma once

#include "support/association_book.hpp"
#include "support/random_fill.hpp"

namespace lth::tests {

/// One operation of any kind, with few ids and the levels of the province's book, so that
/// operations meet. A reversal names what `known` holds.
[[nodiscard]] core::association::AssociationOp random_association_op(Dice& dice,
                                                                     const Known& known);

/// The same; most reversals name an operation that `book` has, on its date.
[[nodiscard]] core::association::AssociationOp random_association_op(Dice& dice, const Known& known,
                                                                     const AssociationBook& book);

}  // namespace lth::tests
