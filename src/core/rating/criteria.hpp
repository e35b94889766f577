// Criteria by which a club is rated once a year, as data: what its book measures, what is judged,
// how points are given and where the bands begin. A version is frozen with every result.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/club/operations.hpp"
#include "core/result.hpp"

namespace lth::core::rating {

/// What a criterion asks. `judged`: nothing in the book says it, people do, with a note.
enum class Measure : std::uint8_t {
    judged,
    meetings,              // share of the months due that had a regular meeting
    areas,                 // activity areas worked in, of the eight
    funds,                 // funds that hold anything, of the two
    home_care_volunteers,  // in the club on the day
    economic_volunteers,
    borrowing,      // share of the members who borrowed in the year
    on_time,        // share of what is lent with nothing older than 30 days: 1 − PAR30
    counts,         // share of the cash counts that found what the book said
    health_checks,  // in the year
    performances,   // outside the village, in the year
    size,           // members, within a band
    women,          // share of the members, within a band
    elderly         // 60 completed years, share of the members, within a band
};
BOOST_DESCRIBE_ENUM(Measure, judged, meetings, areas, funds, home_care_volunteers,
                    economic_volunteers, borrowing, on_time, counts, health_checks, performances,
                    size, women, elderly)

/// From this value on (a count, or ppm of a share) the criterion has these points.
struct Step {
    std::int64_t from = 0;
    Count points;
    friend bool operator==(const Step&, const Step&) = default;
};
BOOST_DESCRIBE_STRUCT(Step, (), (from, points))

struct Criterion {
    std::string id;
    Measure measure = Measure::judged;
    Count points;             // at most
    std::vector<Step> steps;  // rising; the last has all points. None of judged ones and bands
    std::optional<std::int64_t> min;  // of a band, inclusive: people, or ppm
    std::optional<std::int64_t> max;
    std::string name_vi;
    std::string name_en;
    friend bool operator==(const Criterion&, const Criterion&) = default;
};
BOOST_DESCRIBE_STRUCT(Criterion, (), (id, measure, points, steps, min, max, name_vi, name_en))

/// A version of criteria. A band begins at a share (ppm) of the points that apply to a club.
struct Criteria {
    std::string id;
    Date from;
    std::string name_vi;
    std::string name_en;
    std::int64_t strong_ppm = 0;
    std::int64_t fair_ppm = 0;
    std::int64_t average_ppm = 0;
    std::vector<Criterion> criteria;
    friend bool operator==(const Criteria&, const Criteria&) = default;
};
BOOST_DESCRIBE_STRUCT(Criteria, (),
                      (id, from, name_vi, name_en, strong_ppm, fair_ppm, average_ppm, criteria))

inline constexpr std::size_t max_criteria = 100;
inline constexpr std::int64_t max_points = 1'000;  // of one criterion

[[nodiscard]] bool is_band(Measure measure);

/// Rules scheme.value, scheme.target_twice: by such criteria no club could be rated.
[[nodiscard]] Result<void> check(const Criteria& criteria);

/// "mau-de-xuat/2020-01-01", as results name it.
[[nodiscard]] std::string reference(const Criteria& criteria);

}  // namespace lth::core::rating
