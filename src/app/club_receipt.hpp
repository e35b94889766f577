// What a club that winds up leaves to an association, as the association's book receives it: from
// within, so it is a transfer and no gift.
#pragma once

#include <string>

#include "app/estate.hpp"
#include "core/association/association.hpp"
#include "core/association/operations.hpp"

namespace lth::app {

/// Cash and what is in the bank, of both funds of the club: claims stay with whoever owes them.
[[nodiscard]] core::Money money_given(const Handed& given);

/// What the association's book does not have of it yet: one operation for cash and one for what is
/// in the bank, into the fund of the association's own level, dated no earlier than the fund.
/// Nothing if no money was handed over, or a later opening of the fund counted it.
[[nodiscard]] std::vector<core::association::AssociationOp> receiving_half(
    const core::association::Association& taking, const core::BookId& from, const Handed& given,
    core::Date day);

}  // namespace lth::app
