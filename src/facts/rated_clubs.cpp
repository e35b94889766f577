#include "facts/rated_clubs.hpp"

#include <algorithm>

namespace lth::facts {

namespace {

using core::club::Band;
using core::club::RatingRow;
using core::club::Status;

const RatingRow* result_of(const Scene& scene, ClubNumber club, int year) {
    const RatingRow* found = nullptr;
    for (const RatingRow& row : scene.cube.ratings(club)) {
        if (row.year.value == year && row.approved_on && *row.approved_on <= scene.as_of) {
            found = &row;
        }
    }
    return found;
}

std::optional<int> rated_year(const Scene& scene) {
    const int last_over = core::year_of(scene.as_of + 1) - 1;
    int year = 0;
    for (ClubNumber club = 0; club < scene.cube.size(); ++club) {
        for (const RatingRow& row : scene.cube.ratings(club)) {
            if (row.year.value > last_over) continue;
            if (!row.approved_on || *row.approved_on > scene.as_of) continue;
            year = std::max(year, row.year.value);
        }
        if (year == last_over) break;  // no later one can count
    }
    return year > 0 ? std::optional(year) : std::nullopt;
}

}  // namespace

RatedClubs rated_clubs(const Scene& scene) {
    RatedClubs rated;
    rated.year = rated_year(scene);
    if (!rated.year) return rated;
    const core::Date end = core::make_date(*rated.year, 12, 31);
    const core::Date july = core::make_date(*rated.year, 7, 1);
    const Cube& cube = scene.cube;
    for (ClubNumber club = 0; club < cube.size(); ++club) {
        if (cube.head(club).launched >= july || status_on(cube, club, end) != Status::active) {
            continue;
        }
        if (!scene.scope.holds(seat_on(cube, scene.ground, club, end))) continue;
        const RatingRow* row = result_of(scene, club, *rated.year);
        if (!row) {
            rated.unrated.push_back(club);
        } else if (row->approved == Band::weak) {
            rated.weak.push_back(club);
        } else {
            (row->approved == Band::average ? rated.average : rated.well).push_back(club);
        }
    }
    return rated;
}

}  // namespace lth::facts
