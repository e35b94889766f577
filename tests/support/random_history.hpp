// Random histories of a club's book: meetings, money and people as in life, mixed with operations
// of every kind in every state, many of which a rule must refuse.
#pragma once

#include <cstdint>
#include <vector>

#include "core/club/operations.hpp"

namespace lth::tests {

/// An entry as it is offered to the book; the book may refuse it.
struct Offer {
    core::EntryId entry_id;
    core::Date today;
    std::vector<core::club::ClubOp> ops;
};

/// The first offers propose, launch and open the club; then `count` more follow. The same seed
/// gives the same history everywhere, and a shorter one is a prefix of a longer.
[[nodiscard]] std::vector<Offer> random_history(std::uint64_t seed, std::size_t count);

}  // namespace lth::tests
