// The rules of a club's book: may this be recorded? One `check_one` per operation that has any.
#pragma once

#include <optional>
#include <span>

#include "core/club/journal.hpp"
#include "core/result.hpp"

namespace lth::core::club {

using Refusal = std::optional<Rejection>;

/// Judges an operation in the state that the ones before it left. `today` is the business date;
/// nothing may be dated later than tomorrow.
[[nodiscard]] Refusal check(const Club& club, const ClubOp& op, Date today);

/// What must hold after a whole entry: no account, share or loan below zero.
[[nodiscard]] Refusal check_limits(const Club& club, const Journal& journal);

/// The first day up to `until` that ended with an account below zero, of those that must not be.
struct NegativeDay {
    Date day;
    Account account;
    Money amount;
};
[[nodiscard]] std::optional<NegativeDay> negative_day(const Club& club, Date until);

}  // namespace lth::core::club
