// A scheme's standing as Vietnamese text for a terminal: dots for thousands, a comma for decimals.
#pragma once

#include <span>
#include <string>

#include "facts/claims.hpp"
#include "facts/standing.hpp"

namespace lth::view_json {

[[nodiscard]] std::string standing_text(const facts::Standing& standing);
[[nodiscard]] std::string claims_text(std::span<const facts::ClaimCheck> checks);

/// "1.234", "12.000.000 đ", "69,3 %"; "chưa rõ" where unknown. A share beside its goal gets as many
/// decimals as it takes to tell the two apart.
[[nodiscard]] std::string value_text(const facts::Value& value);
[[nodiscard]] std::string value_text(const facts::Value& value, std::optional<std::int64_t> goal);

}  // namespace lth::view_json
