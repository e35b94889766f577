// Figures of all clubs through time: prefix sums at month ends, [month][column][club], and the
// deltas of every month for the days between. People in 32 bits, money in 64.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/club/rows.hpp"

namespace lth::facts {

using core::club::Column;
using core::club::DayDelta;

using ClubNumber = std::uint32_t;  // dense, in the order in which clubs were first put

[[nodiscard]] constexpr bool is_money(Column column) {
    using enum Column;
    return column == capital || column == capital_raised || column == loans_outstanding ||
           column == overdue || column == operating_fund;
}

/// The months whose ends are kept, both inclusive. Facts outside are kept as deltas only, so a date
/// there is answered as exactly, but slower.
struct MonthSpan {
    core::Month first;
    core::Month last;
};

/// All columns on one date. Views into the store, or copies where days between month ends made a
/// difference; not to be used after the store changes.
struct Layer {
    std::array<std::span<const std::int32_t>, core::club::column_count> people;
    std::array<std::span<const std::int64_t>, core::club::column_count> money;
    // One block each: what a question frees, the next one takes again without a page fault.
    std::unique_ptr<std::int32_t[]> own_people;
    std::unique_ptr<std::int64_t[]> own_money;

    [[nodiscard]] std::int64_t value(Column column, ClubNumber club) const {
        const auto at = static_cast<std::size_t>(column);
        return is_money(column) ? money[at][club] : people[at][club];
    }
};

class ColumnStore {
public:
    explicit ColumnStore(MonthSpan span);

    void reserve(std::size_t clubs);

    /// Replaces everything known of a club; `club` is a known number or the next one.
    /// `days` in any order; several of one day and column add up.
    void put(ClubNumber club, std::span<const DayDelta> days);

    /// Gives back what growing left unused; after many clubs were put.
    void shrink();

    [[nodiscard]] Layer on(core::Date date) const;

    /// One figure of one club on any date.
    [[nodiscard]] std::int64_t value_on(ClubNumber club, Column column, core::Date date) const;

    [[nodiscard]] MonthSpan span() const { return span_; }
    [[nodiscard]] std::size_t club_count() const { return clubs_; }
    [[nodiscard]] std::size_t delta_count() const;
    [[nodiscard]] std::size_t memory_bytes() const;

private:
    /// `key` is the day and, in the low 6 bits, the column: sorted by club, then day.
    template <class Amount>
    struct Packed {
        Amount delta;
        ClubNumber club;
        std::uint32_t key;
        friend bool operator==(const Packed&, const Packed&) = default;
    };
    /// Deltas of one month; the first bucket holds what is before the span, the last what is after.
    struct Bucket {
        std::vector<Packed<std::int32_t>> people;
        std::vector<Packed<std::int64_t>> money;
        std::uint64_t columns = 0;  // bit i: the i-th column has, or once had, a delta here
    };
    /// Which row of prefix sums stands before a date, and which bucket holds the days up to it.
    struct Place {
        std::size_t row;
        std::size_t bucket;  // no_bucket: the row is the answer
    };
    static constexpr std::size_t no_row = ~std::size_t{0};
    static constexpr std::size_t no_bucket = ~std::size_t{0};

    template <class Amount>
    [[nodiscard]] static bool replace(std::vector<Packed<Amount>>& bucket, ClubNumber club,
                                      std::span<const Packed<Amount>> values);
    template <class Amount>
    [[nodiscard]] static std::span<const Packed<Amount>> of_club(
        const std::vector<Packed<Amount>>& bucket, ClubNumber club);

    void add_club();
    void sum_from(std::size_t bucket, ClubNumber club);
    [[nodiscard]] Place place_of(core::Date date) const;
    [[nodiscard]] std::size_t bucket_of(core::Date day) const;

    MonthSpan span_;
    std::size_t rows_;  // row 0: before the span; row k: the end of its k-th month
    std::size_t clubs_ = 0;
    std::vector<Bucket> buckets_;                    // rows_ + 1
    std::vector<std::vector<std::int32_t>> people_;  // [row × column_count + column][club]
    std::vector<std::vector<std::int64_t>> money_;
    std::vector<std::int32_t> no_people_;  // zeros, one a club: before anything is known
    std::vector<std::int64_t> no_money_;
};

}  // namespace lth::facts
