// What somebody stated of a club without a book, packed for looking up the latest on a date.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/club/rows.hpp"

namespace lth::facts {

/// Each club has on each date one basis for each of these groups, and they never mix.
enum class Group : std::uint8_t { people, money, meetings, borrowers };
inline constexpr std::size_t group_count = 4;

enum class Basis : std::uint8_t { unknown, report, book };

enum class Stated : std::uint8_t {
    members,
    elderly,
    women,
    hardship,
    ethnic_minority,
    volunteers,
    capital,
    loans_outstanding,
    start_capital,
    meetings_year,
    borrowers_ever,
    borrowers_year,
    borrowers_owing,
    rating,  // of core::club::Band
};
inline constexpr std::size_t stated_count = static_cast<std::size_t>(Stated::rating) + 1;

/// The live `club.reported` operations of a club, ordered by date, then by their place in the book.
struct Statement {
    core::Date as_of;
    std::uint16_t named = 0;  // bit i: the i-th of Stated
    std::array<std::int64_t, stated_count> values{};

    [[nodiscard]] std::optional<std::int64_t> figure(Stated what) const {
        const auto i = static_cast<std::size_t>(what);
        return (named >> i & 1U) != 0 ? std::optional(values[i]) : std::nullopt;
    }
};

[[nodiscard]] std::vector<Statement> statements_of(std::span<const core::club::ReportRow> reports);

/// The date `months` calendar months earlier; the last day of the month where the day is missing.
[[nodiscard]] core::Date months_before(core::Date date, int months);

inline constexpr std::uint32_t no_statement = 0xFFFFFFFF;

/// The latest statement in [oldest, as_of] that names a figure of the group: its index.
[[nodiscard]] std::uint32_t latest(std::span<const Statement> statements, Group group,
                                   core::Date oldest, core::Date as_of);

}  // namespace lth::facts
