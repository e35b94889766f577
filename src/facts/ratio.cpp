#include "facts/ratio.hpp"

namespace lth::facts {

namespace {

__extension__ using Wide = __int128;

constexpr int max_decimals = 9;

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

/// num × scale / den, half up.
std::int64_t scaled(Ratio share, std::int64_t scale) {
    const Wide twice = Wide{share.num} * scale * 2 + share.den;
    return static_cast<std::int64_t>(twice / (Wide{share.den} * 2));
}

}  // namespace

std::optional<std::int64_t> share_ppm(Ratio share) {
    if (share.den == 0) return std::nullopt;
    return scaled(share, core::one_million);
}

std::string fraction_text(std::int64_t ppm) {
    std::string digits = std::to_string(ppm % core::one_million);
    digits.insert(0, 6 - digits.size(), '0');
    return std::to_string(ppm / core::one_million) + "." + digits;
}

std::string percent_text(Ratio share, int decimals) {
    if (share.den == 0) return "–";
    const std::int64_t unit = power_of_ten(decimals);
    const std::int64_t value = scaled(share, 100 * unit);
    std::string text = core::grouped(value / unit);
    if (decimals == 0) return text;
    std::string digits = std::to_string(value % unit);
    digits.insert(0, static_cast<std::size_t>(decimals) - digits.size(), '0');
    return text + "," + digits;
}

std::string percent_beside(Ratio share, std::int64_t ppm, int decimals) {
    if (share.den == 0) return "–";
    int enough = decimals;
    if (compare(share, ppm) != 0) {
        // 10,000 ppm are one per cent: the claim at this many decimals is ppm × 10^d / 10,000.
        const auto lies = [&](int d) {
            return Wide{scaled(share, 100 * power_of_ten(d))} * 10'000 ==
                   Wide{ppm} * power_of_ten(d);
        };
        while (enough < max_decimals && lies(enough)) ++enough;
    }
    return percent_text(share, enough);
}

}  // namespace lth::facts
