#include "demo/apportion.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <numeric>

namespace lth::demo {
namespace {

struct Remainder {
    std::int64_t value;
    std::size_t index;
};

// One round over those below their caps: whole quotas, the rest by largest remainder. What a cap
// refuses stays for the next round.
std::int64_t give_round(std::int64_t left, std::span<const std::int64_t> weights,
                        std::span<const std::int64_t> caps, std::vector<std::int64_t>& parts) {
    std::vector<Remainder> open;
    std::int64_t weight = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i] >= caps[i]) continue;
        open.push_back({0, i});
        weight += weights[i];
    }
    assert(!open.empty());
    const bool equal = weight == 0;
    if (equal) weight = static_cast<std::int64_t>(open.size());
    std::int64_t given = 0;
    for (auto& place : open) {
        const std::int64_t product = left * (equal ? 1 : weights[place.index]);
        const std::int64_t quota =
            std::min(product / weight, caps[place.index] - parts[place.index]);
        parts[place.index] += quota;
        place.value = product % weight;
        given += quota;
    }
    std::ranges::sort(open, [](const Remainder& a, const Remainder& b) {
        return a.value != b.value ? a.value > b.value : a.index < b.index;
    });
    for (const auto& place : open) {
        if (given == left) break;
        if (parts[place.index] >= caps[place.index]) continue;
        ++parts[place.index];
        ++given;
    }
    return left - given;
}

}  // namespace

std::vector<std::int64_t> apportion(std::int64_t total, std::span<const std::int64_t> weights,
                                    std::span<const std::int64_t> caps) {
    assert(weights.size() == caps.size());
    assert(std::accumulate(caps.begin(), caps.end(), std::int64_t{0}) >= total);
    std::vector<std::int64_t> parts(weights.size(), 0);
    while (total > 0) total = give_round(total, weights, caps, parts);
    return parts;
}

std::vector<std::int64_t> apportion(std::int64_t total, std::span<const std::int64_t> weights) {
    const std::vector<std::int64_t> caps(weights.size(), total);
    return apportion(total, weights, caps);
}

}  // namespace lth::demo
