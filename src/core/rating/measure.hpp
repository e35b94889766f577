// What a club's book says of a criterion in a year, with the entries that say it.
#pragma once

#include "core/club/club.hpp"
#include "core/rating/criteria.hpp"

namespace lth::core::rating {

/// The last day of the year: everybody born in a year has then completed the same years, so no
/// birthday needs to be known.
[[nodiscard]] Date facts_date(Year year);

struct Measured {
    std::optional<std::int64_t> value;   // a count, ppm (rounded down); of a band 1 inside, 0 not
    std::int64_t numerator = 0;          // of a share; people or đồng
    std::int64_t denominator = 0;        // 0: not a share
    std::vector<std::uint32_t> entries;  // seqs, rising
};

/// No value: it does not apply (0/0), the book does not stand on that date, or people of unknown
/// sex or age could change the answer. Facts are those dated up to `as_of`, at most the facts'
/// date.
[[nodiscard]] Measured measure(const club::Club& club, const Criterion& criterion, Year year,
                               Date as_of);

}  // namespace lth::core::rating
