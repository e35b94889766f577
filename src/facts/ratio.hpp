// Shares as two integers: compared by cross multiplication, spelled half up, never a floating
// number.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace lth::facts {

/// num of den, both ≥ 0. With den = 0 there is no share: it is null and meets nothing.
struct Ratio {
    std::int64_t num = 0;
    std::int64_t den = 0;

    friend bool operator==(const Ratio&, const Ratio&) = default;
};

/// Parts per million, half up; nullopt for 0/0.
[[nodiscard]] std::optional<std::int64_t> share_ppm(Ratio share);

/// The share against `ppm` parts per million, exactly. den > 0.
[[nodiscard]] std::strong_ordering compare(Ratio share, std::int64_t ppm);

/// Exact; false for 0/0.
[[nodiscard]] bool at_least(Ratio share, std::int64_t ppm);

/// min ≤ share ≤ max, both inclusive; false for 0/0.
[[nodiscard]] bool within(Ratio share, std::int64_t min_ppm, std::int64_t max_ppm);

/// "0.691304" of 691304: a fraction to six decimals.
[[nodiscard]] std::string fraction_text(std::int64_t ppm);

/// The share in per cent, half up, with `decimals` after the comma: "69,992". 0 ≤ decimals ≤ 9.
[[nodiscard]] std::string percent_text(Ratio share, int decimals);

/// Per cent with at least `decimals`, and as many more as it takes (at most 9) that a share which
/// is not `ppm` is not printed as if it were: 33,661 of 44,291 beside 76 % is "75,9996".
[[nodiscard]] std::string percent_beside(Ratio share, std::int64_t ppm, int decimals);

}  // namespace lth::facts
