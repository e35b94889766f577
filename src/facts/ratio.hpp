// Shares as two integers: compared by cross multiplication, spelled half up, never a floating
// number.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "core/money.hpp"

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
[[nodiscard]] constexpr std::strong_ordering compare(Ratio share, std::int64_t ppm) {
    // People of a club: both products fit in 64 bits, which is several times as fast.
    constexpr std::int64_t small = std::int64_t{1} << 40;
    if (share.num < small && share.den < small && ppm <= core::one_million) {
        return share.num * core::one_million <=> share.den * ppm;
    }
    __extension__ using Wide = __int128;
    return Wide{share.num} * core::one_million <=> Wide{share.den} * ppm;
}

/// Exact; false for 0/0.
[[nodiscard]] constexpr bool at_least(Ratio share, std::int64_t ppm) {
    return share.den > 0 && compare(share, ppm) >= 0;
}

/// min ≤ share ≤ max, both inclusive; false for 0/0.
[[nodiscard]] constexpr bool within(Ratio share, std::int64_t min_ppm, std::int64_t max_ppm) {
    return at_least(share, min_ppm) && compare(share, max_ppm) <= 0;
}

/// "0.691304" of 691304: a fraction to six decimals.
[[nodiscard]] std::string fraction_text(std::int64_t ppm);

/// The share in per cent, half up, with `decimals` after the comma: "69,992". 0 ≤ decimals ≤ 9.
[[nodiscard]] std::string percent_text(Ratio share, int decimals);

/// Per cent with at least `decimals`, and as many more as it takes (at most 9) that a share which
/// is not `ppm` is not printed as if it were: 33,661 of 44,291 beside 76 % is "75,9996".
[[nodiscard]] std::string percent_beside(Ratio share, std::int64_t ppm, int decimals);

}  // namespace lth::facts
