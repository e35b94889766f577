// Chance for the demo: splitmix64 streams named by what they decide, integers only, so that the
// same seed gives the same province on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace lth::demo {

class Rng {
public:
    /// A stream of its own for (seed, what it decides, number).
    Rng(std::uint64_t seed, std::string_view purpose, std::uint64_t number = 0) : state_(seed) {
        for (const char c : purpose) {
            state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
            next();
        }
        state_ ^= number * 0xD1342543DE82EF95U;
        next();
    }

    /// Steele, Lea, Flood 2014.
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9U;
        z = (z ^ z >> 27) * 0x94D049BB133111EBU;
        return z ^ z >> 31;
    }

    /// 0 … n − 1; n ≥ 1. The bias of a 64-bit product is below n / 2^64.
    std::uint64_t below(std::uint64_t n) {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>(Wide{next()} * n >> 64);
    }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low + 1)));
    }
    /// The middle of three draws: most values near the middle of the range.
    std::int64_t middling(std::int64_t low, std::int64_t high) {
        const auto a = between(low, high);
        const auto b = between(low, high);
        const auto c = between(low, high);
        const auto most = a > b ? a : b;
        const auto least = a > b ? b : a;
        return c > most ? most : (c < least ? least : c);
    }
    bool per_mille(std::uint64_t chance) { return below(1000) < chance; }

    template <class Range>
    const auto& pick(const Range& from) {
        return from[below(std::size(from))];
    }
    template <class Range>
    void shuffle(Range& items) {
        for (std::size_t i = std::size(items); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }
    void fill(std::span<std::uint8_t> bytes) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (i % 8 == 0) word = next();
            bytes[i] = static_cast<std::uint8_t>(word >> (i % 8 * 8));
        }
    }

private:
    std::uint64_t state_;
};

}  // namespace lth::demo
