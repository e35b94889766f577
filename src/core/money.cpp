#include "core/money.hpp"

namespace lth::core {
namespace {

// Products of two 53-bit numbers need more than 64 bits.
__extension__ using Wide = __int128;

}  // namespace

Money share_of(Money amount, std::int64_t rate_ppm, std::int64_t unit) {
    const Wide product = Wide{amount.dong} * rate_ppm;
    const Wide step = Wide{one_million} * unit;
    const Wide units = (2 * product + step) / (2 * step);
    return {static_cast<std::int64_t>(units) * unit};
}

Money floor_share(Money amount, std::int64_t parts, std::int64_t unit) {
    return {amount.dong / parts / unit * unit};
}

std::array<Money, split_parts> split(Money amount, std::span<const std::int64_t, split_parts> ppm,
                                     std::int64_t unit) {
    const std::int64_t units = amount.dong / unit;
    std::array<Money, split_parts> parts{};
    std::array<Wide, split_parts> remainder{};
    std::int64_t given = 0;
    for (std::size_t i = 0; i < split_parts; ++i) {
        const Wide exact = Wide{units} * ppm[i];
        const auto whole = static_cast<std::int64_t>(exact / one_million);
        remainder[i] = exact % one_million;
        parts[i] = {whole * unit};
        given += whole;
    }
    for (; given < units; ++given) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < split_parts; ++i) {
            if (remainder[i] > remainder[best]) best = i;
        }
        parts[best].dong += unit;
        remainder[best] = -1;
    }
    parts[0].dong += amount.dong - units * unit;
    return parts;
}

std::string grouped(std::int64_t value) {
    std::string digits = std::to_string(value);
    const std::size_t first = value < 0 ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3;) {
        i -= 3;
        digits.insert(i, ".");
    }
    return digits;
}

std::string to_text(Money amount) { return grouped(amount.dong) + " đ"; }

}  // namespace lth::core
