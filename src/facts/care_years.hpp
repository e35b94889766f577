// The care funds year by year: what came from outside, what supported clubs, and on what it rests.
// Money that passes between levels is a transfer: it is counted once, where it came in.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>

#include "facts/care_facts.hpp"
#include "facts/ratio.hpp"
#include "facts/scene.hpp"

namespace lth::facts {

/// Funds together in one year, in đồng. Counts are of funds, not of clubs.
struct CareYearTotal {
    BasisCounts funds;         // by what they received
    BasisCounts with_support;  // by both what they received and what they gave
    std::int64_t partial = 0;  // by a book that was opened during the year
    std::int64_t money = 0;    // from outside, cash and bank
    std::int64_t goods = 0;
    std::int64_t from_below = 0;  // at province and branch: net of what passed from other levels
    Ratio support;                // for clubs, of what came from outside; money alone
    Ratio support_with_goods;

    /// Null if no fund knows.
    [[nodiscard]] std::optional<std::int64_t> raised() const {
        return funds.book + funds.report == 0 ? std::nullopt : std::optional(money);
    }
};

struct CareYears {
    std::map<int, CareYearTotal> all;
    std::map<int, CareYearTotal> top;  // province and branch
};

/// What one fund's year rests on: its book where that was open all year; else a statement of the
/// year, once it is over; else what there is of the book. A statement is of its year, whenever it
/// was written; what was known of it is another question.
struct CareYearSource {
    Basis basis = Basis::unknown;
    bool partial = false;                                    // a book that was opened in the year
    const core::association::CareYearRow* stated = nullptr;  // of Basis::report; in the facts
};

/// Levels at which a book keeps a fund or stated a year; if it did neither, its own.
[[nodiscard]] std::array<bool, core::association::care_level_count> levels_kept(
    const CareFacts& care);

/// Nothing: the fund was closed before the year.
[[nodiscard]] std::optional<CareYearSource> care_year_source(const CareFacts& care,
                                                             core::association::CareLevel level,
                                                             int year, core::Date as_of);

/// Years from `first` to `last`, of facts up to `as_of`.
[[nodiscard]] CareYears care_years(std::span<const CareFacts> care, int first, int last,
                                   core::Date as_of);

}  // namespace lth::facts
