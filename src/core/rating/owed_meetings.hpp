// Of which months a club owes a regular meeting: what its rating counts and what a flag names.
#pragma once

#include "core/club/club.hpp"

namespace lth::core::rating {

/// A month after that of the launch, that stands whole in the book, on whose first day the club was
/// at work; unless it is excused by decision.
[[nodiscard]] bool owes_meeting(const club::Club& club, Month month);

}  // namespace lth::core::rating
