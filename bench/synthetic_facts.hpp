// Clubs, maps and care funds made up for benchmarks: plausible amounts, no meaning.
#pragma once

#include <cstdint>

#include "facts/standing.hpp"

namespace lth::bench {

inline constexpr int first_year = 2020;
inline constexpr int month_count = 72;

/// A club of 72 months: people, a meeting a month, loans. The same number gives the same club.
[[nodiscard]] facts::ClubFacts synthetic_club(std::uint32_t number, std::uint32_t villages);

[[nodiscard]] inline facts::MonthSpan synthetic_span() {
    return {core::make_month(first_year, 1), core::make_month(first_year + 5, 12)};
}

/// How the land is divided: with districts as in 2020, or 166 communes of 559 as in 2025.
enum class Map : std::uint8_t { districts, merged };

struct Land {
    std::uint32_t villages;
    std::uint32_t communes;   // of 2020
    std::uint32_t districts;  // of 2020
    std::uint32_t merged;     // communes since 2025

    [[nodiscard]] std::uint32_t commune_of(std::uint32_t village) const {
        return village % communes;
    }
    [[nodiscard]] std::uint32_t district_of(std::uint32_t village) const {
        return commune_of(village) % districts;
    }
    [[nodiscard]] std::uint32_t merged_of(std::uint32_t village) const {
        return commune_of(village) % merged;
    }
};

/// Of the size of Thanh Hóa, or of the order of the whole country.
[[nodiscard]] inline Land land_for(std::uint32_t clubs) {
    if (clubs <= 2'000) return {4'357, 559, 27, 166};
    return {90'000, 10'600, 700, 3'300};
}

[[nodiscard]] facts::Ground synthetic_ground(const Land& land, Map map, const facts::Cube& cube);

/// A fund in each of the 559 communes and the province's, six years.
[[nodiscard]] std::vector<facts::CareFacts> synthetic_care();

[[nodiscard]] facts::SchemeTerms synthetic_terms();

}  // namespace lth::bench
