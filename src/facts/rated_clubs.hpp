// The latest year of which results are known, and the clubs that had to be rated in it.
#pragma once

#include <optional>
#include <vector>

#include "facts/scene.hpp"

namespace lth::facts {

/// Of clubs active on 31 December and launched before 1 July of the year.
struct RatedClubs {
    std::optional<int> year;  // none: no result has been approved
    std::vector<ClubNumber> well;
    std::vector<ClubNumber> average;
    std::vector<ClubNumber> weak;
    std::vector<ClubNumber> unrated;
};

/// The year is that of the latest 31 December ≤ as_of of which any club of the province has a
/// result approved by then; the clubs are the scope's.
[[nodiscard]] RatedClubs rated_clubs(const Scene& scene);

}  // namespace lth::facts
