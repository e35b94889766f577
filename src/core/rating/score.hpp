// A club's score sheet of a year under a version of criteria: points with their evidence, the band,
// and exactly what would lift the club into the next one. Pure: the book, the criteria, what was
// judged, and nothing else.
#pragma once

#include <span>

#include "core/rating/measure.hpp"

namespace lth::core::rating {

struct Score {
    std::string criterion;
    Count maximum;
    std::optional<Count> points;  // none: does not apply, or judged and not said yet
    bool applies = true;          // false: leaves the maximum of the whole
    std::optional<std::int64_t> value;
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    std::vector<Count> entries;  // seqs of what it rests on
};
BOOST_DESCRIBE_STRUCT(Score, (),
                      (criterion, maximum, points, applies, value, numerator, denominator, entries))

/// One thing that helps: from what it is to what it should be. Of a share its numerator, of a band
/// 1, of a judged criterion its points.
struct Lift {
    std::string criterion;
    std::int64_t is = 0;
    std::int64_t needs = 0;
    Count points;  // more than now
};
BOOST_DESCRIBE_STRUCT(Lift, (), (criterion, is, needs, points))

struct Sheet {
    Year year;
    Date as_of;
    std::string criteria;  // reference
    std::vector<Score> scores;
    Count total;
    Count maximum;                   // of what applies
    Count unsaid;                    // judged criteria that wait for an answer
    std::optional<club::Band> band;  // none while any waits, or if nothing applies
    std::optional<club::Band> next;  // the one above
    Count missing;                   // points to it
    std::vector<Lift> lifts;         // the fewest criteria that reach it, each by its smallest step
};
BOOST_DESCRIBE_STRUCT(Sheet, (),
                      (year, as_of, criteria, scores, total, maximum, unsaid, band, next, missing,
                       lifts))

/// `criteria` must be sound (check). `judged`: answers to judged criteria, points none for "does
/// not apply", held to the maximum; of measured ones nothing is taken.
[[nodiscard]] Sheet evaluate(const club::Club& club, const Criteria& criteria, Year year,
                             Date as_of, std::span<const club::CriterionScore> judged);

}  // namespace lth::core::rating
