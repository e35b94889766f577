// Random histories of a club for property tests: mostly sound, sometimes wrong, all from one seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "support/club_book.hpp"

namespace lth::tests {

/// splitmix64: the same numbers on every machine.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// 0 … bound − 1; bound ≥ 1.
    std::int64_t below(std::int64_t bound);
    bool chance(std::int64_t percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

/// Operations that a club could record next; some of them are refused.
class RandomClub {
public:
    /// Members and loans get ids from `first_id` on: two writers of one book differ in it.
    explicit RandomClub(std::uint64_t seed, unsigned first_id = 100)
        : random_(seed), next_id_(first_id) {}

    /// The next entry of a club that stands as `club`, as the text between the brackets of "ops".
    std::string next_ops(const core::club::Club& club);
    /// Further entries are dated from here on.
    void set_day(core::Date day) { day_ = day; }

private:
    std::string one_op(const core::club::Club& club);
    std::string people_op(const core::club::Club& club);
    std::string money_op(const core::club::Club& club);
    std::string loan_op(const core::club::Club& club);
    std::string doing_op(const core::club::Club& club);
    std::string correction_op(const core::club::Club& club);
    std::string some_member(const core::club::Club& club);
    std::string some_loan(const core::club::Club& club);
    std::string amount(std::int64_t most_thousands);
    std::string head(const char* op);

    Random random_;
    core::Date day_ = core::make_date(2020, 3, 1);
    unsigned next_id_;
};

/// A book after `entries` random entries were offered to it; refused ones are not in its history.
[[nodiscard]] ClubBook random_book(std::uint64_t seed, int entries);

}  // namespace lth::tests
