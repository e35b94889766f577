// What a club that winds up leaves to an association, as the association's book receives it: from
// within, so it is a transfer and no gift.
#pragma once

#include <string>

#include "app/estate.hpp"
#include "core/association/association.hpp"
#include "core/association/operations.hpp"

namespace lth::app {

/// One operation for cash and one for what is in the bank, into the fund of the association's own
/// level, dated no earlier than the fund. Nothing if no money was handed over.
[[nodiscard]] std::vector<core::association::AssociationOp> receiving_half(
    const core::association::Association& taking, const core::BookId& from, const Handed& given,
    core::Date day);

/// All of the half stands in the association's book.
[[nodiscard]] bool is_received(const core::association::Association& taking,
                               const core::BookId& from, const Handed& given);

}  // namespace lth::app
