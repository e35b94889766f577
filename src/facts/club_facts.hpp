// One club as the figures see it: rows and daily deltas of its book, from the store or from a fold.
#pragma once

#include <vector>

#include "core/club/rows.hpp"
#include "core/ids.hpp"

namespace lth::facts {

/// Order within the lists does not matter, but for `statuses`: of two from one day the later
/// stands. `days` may lie in the future (a 60th birthday). Rows that are not `live` are passed
/// over.
struct ClubFacts {
    core::BookId id;
    core::club::ClubRow row;
    std::vector<core::club::StatusRow> statuses;
    std::vector<core::club::VillageRow> villages;
    std::vector<core::club::ReportRow> reports;
    std::vector<core::club::RatingRow> ratings;
    std::vector<core::club::GrantRow> grants;  // of care funds, as the club recorded them
    std::vector<core::club::DayDelta> days;
};

}  // namespace lth::facts
