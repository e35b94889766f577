// The associations of the demo through time: which there are from when to when, who takes over the
// fund of one that ends with its unit, and which clubs each looks after.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/association/accounts.hpp"
#include "core/territory/territory.hpp"
#include "demo/plan.hpp"

namespace lth::demo {

/// A club, by its number in the plan, and since when its seat lies in the unit.
struct WatchedClub {
    std::uint32_t number;
    core::Date from;
};

struct Office {
    core::UnitId unit;
    core::BookId book;
    std::string name;
    core::association::CareLevel level = core::association::CareLevel::commune;
    core::Date from;                     // 30 September 2020, or the day of the reform
    core::Date until;                    // the last day; the horizon if it goes on
    std::optional<std::uint32_t> heir;   // takes the fund over
    std::optional<std::uint32_t> above;  // part of what is raised goes there; none: the province
    std::vector<WatchedClub> clubs;      // of communes
    bool keeps_fund = true;              // false: only a figure a year
};

/// Communes and districts in the order in which their funds can be lived: whoever passes money on
/// comes before whoever gets it. The province's is not among them.
[[nodiscard]] std::vector<Office> plan_offices(const Province& province,
                                               const core::territory::Territory& territory);

[[nodiscard]] core::BookId office_book(std::uint64_t seed, core::UnitId unit);

}  // namespace lth::demo
