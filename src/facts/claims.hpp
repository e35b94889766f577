// What documents say beside what the books say, and the difference explained to a reader.
#pragma once

#include <optional>

#include "core/registry/operations.hpp"
#include "facts/standing.hpp"

namespace lth::facts {

struct ClaimCheck {
    core::registry::ClaimRecorded claim;
    Value books;                // on the claim's date
    std::optional<bool> holds;  // null: words, or the books do not know
    Text explanation;
};

/// `standing` is of the claim's date. Shares are compared as integers and printed with as many
/// decimals as it takes that rounding does not make the claim true.
[[nodiscard]] ClaimCheck check_claim(const core::registry::ClaimRecorded& claim,
                                     const Standing& standing);

}  // namespace lth::facts
