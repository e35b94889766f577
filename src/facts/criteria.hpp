// Criteria as they are written down (schemes/criteria-*.toml). The text that was adopted is the
// record; this is what it says.
#pragma once

#include <string_view>

#include "core/rating/criteria.hpp"
#include "core/registry/operations.hpp"

namespace lth::facts {

/// Rules scheme.*.
[[nodiscard]] core::Result<core::rating::Criteria> parse_criteria(std::string_view text);

/// Adopts the text in a registry book.
[[nodiscard]] core::registry::RegistryOp adoption_of(const core::rating::Criteria& criteria,
                                                     std::string_view text, core::Date on);

}  // namespace lth::facts
