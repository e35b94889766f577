// A scheme's standing as text for a terminal, numbers written as the language writes them.
#pragma once

#include <span>
#include <string>

#include "facts/claims.hpp"
#include "facts/standing.hpp"

namespace lth::view_json {

[[nodiscard]] std::string standing_text(const facts::Standing& standing,
                                        core::Language language = core::Language::vi);
[[nodiscard]] std::string claims_text(std::span<const facts::ClaimCheck> checks,
                                      core::Language language = core::Language::vi);

/// "1.234", "12.000.000 đ", "69,3 %"; "chưa rõ" where unknown. A share beside its goal gets as many
/// decimals as it takes to tell the two apart.
[[nodiscard]] std::string value_text(const facts::Value& value);
[[nodiscard]] std::string value_text(const facts::Value& value, std::optional<std::int64_t> goal);

}  // namespace lth::view_json
