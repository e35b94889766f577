// The thirteen targets of the scheme, one pure function each, with the readings of
// docs/assumptions.md.
#pragma once

#include "facts/question.hpp"

namespace lth::facts::targets {

// New clubs, their people, where they are, their rating, their first money.
[[nodiscard]] Target new_clubs(const Desk& desk);       // T1
[[nodiscard]] Target new_members(const Desk& desk);     // T2a
[[nodiscard]] Target new_elderly(const Desk& desk);     // T2b
[[nodiscard]] Target priority_areas(const Desk& desk);  // T7
[[nodiscard]] Target rated_well(const Desk& desk);      // T8a
[[nodiscard]] Target rated_weak(const Desk& desk);      // T8b
[[nodiscard]] Target start_capital(const Desk& desk);   // T12

// Communes, villages, districts.
[[nodiscard]] Target communes(const Desk& desk);       // T3
[[nodiscard]] Target villages(const Desk& desk);       // T4
[[nodiscard]] Target districts(const Desk& desk);      // T5
[[nodiscard]] Target full_communes(const Desk& desk);  // T6

// The care fund.
[[nodiscard]] Target care_raised(const Desk& desk);       // T9a
[[nodiscard]] Target care_at_province(const Desk& desk);  // T9b
[[nodiscard]] Target care_for_clubs(const Desk& desk);    // T10

// Who the members are, and who borrows.
[[nodiscard]] Target club_size(const Desk& desk);       // T11a
[[nodiscard]] Target women_share(const Desk& desk);     // T11b
[[nodiscard]] Target elderly_share(const Desk& desk);   // T11c
[[nodiscard]] Target younger_share(const Desk& desk);   // T11d
[[nodiscard]] Target hardship_share(const Desk& desk);  // T11e
[[nodiscard]] Target borrowed_ever(const Desk& desk);   // T13a
[[nodiscard]] Target borrowed_year(const Desk& desk);   // T13b
[[nodiscard]] Target borrowing_now(const Desk& desk);   // T13c

/// All of them, in order.
[[nodiscard]] std::vector<Target> all(const Desk& desk);

}  // namespace lth::facts::targets
