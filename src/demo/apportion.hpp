// Exact totals: whole numbers in proportion to weights, by largest remainder.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace lth::demo {

/// Parts of `total` in proportion to `weights` (≥ 0), none above its cap; ties go to the earlier
/// one. The caps must sum to at least `total`.
[[nodiscard]] std::vector<std::int64_t> apportion(std::int64_t total,
                                                  std::span<const std::int64_t> weights,
                                                  std::span<const std::int64_t> caps);

/// The same without caps.
[[nodiscard]] std::vector<std::int64_t> apportion(std::int64_t total,
                                                  std::span<const std::int64_t> weights);

}  // namespace lth::demo
