#include "core/rating/score.hpp"
#include "core/sort.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lth::core::rating {
namespace {

using club::Band;

__extension__ using Wide = __int128;  // millionths of an amount in đồng need more than 64 bits

Count points_at(const Criterion& criterion, std::int64_t value) {
    if (is_band(criterion.measure)) return value == 1 ? criterion.points : Count{};
    Count points;
    for (const auto& step : criterion.steps) {
        if (value >= step.from) points = step.points;
    }
    return points;
}

Score measured_score(const club::Club& club, const Criterion& criterion, Year year, Date as_of) {
    const auto said = measure(club, criterion, year, as_of);
    Score score;
    score.criterion = criterion.id;
    score.maximum = criterion.points;
    score.value = said.value;
    score.numerator = said.numerator;
    score.denominator = said.denominator;
    for (const auto seq : said.entries) score.entries.push_back(Count{seq});
    score.applies = said.value.has_value();
    if (said.value) score.points = points_at(criterion, *said.value);
    return score;
}

Score judged_score(const Criterion& criterion, std::span<const club::CriterionScore> judged) {
    Score score;
    score.criterion = criterion.id;
    score.maximum = criterion.points;
    const auto said = std::ranges::find_if(
        judged, [&](const auto& one) { return one.criterion.value == criterion.id; });
    if (said == judged.end()) return score;
    score.applies = said->points.has_value();
    if (said->points) score.points = std::min(*said->points, criterion.points);
    return score;
}

struct Begins {
    Band band;
    std::int64_t ppm;
};

// From the lowest band above "weak" to the highest.
std::array<Begins, 3> bands_of(const Criteria& criteria) {
    return {{{Band::average, criteria.average_ppm},
             {Band::fair, criteria.fair_ppm},
             {Band::strong, criteria.strong_ppm}}};
}

/// The least of `whole` that is at least the share.
std::int64_t least_part(std::int64_t ppm, std::int64_t whole) {
    return static_cast<std::int64_t>((Wide{ppm} * whole + one_million - 1) / one_million);
}

/// Ways up of one criterion, the smallest first.
std::vector<Lift> ways_up(const Criterion& criterion, const Score& score) {
    std::vector<Lift> ways;
    if (!score.applies || !score.points) return ways;
    const auto now = score.points->value;
    const auto gain = [&](Count points) { return Count{points.value - now}; };
    if (criterion.measure == Measure::judged) {
        for (auto points = now + 1; points <= criterion.points.value; ++points) {
            ways.push_back({criterion.id, now, points, Count{points - now}});
        }
        return ways;
    }
    if (is_band(criterion.measure)) {
        if (now < criterion.points.value) {
            ways.push_back({criterion.id, 0, 1, gain(criterion.points)});
        }
        return ways;
    }
    for (const auto& step : criterion.steps) {
        if (step.points.value <= now) continue;
        const bool is_share = score.denominator > 0;
        const auto needs = is_share ? least_part(step.from, score.denominator) : step.from;
        ways.push_back(
            {criterion.id, is_share ? score.numerator : *score.value, needs, gain(step.points)});
    }
    return ways;
}

/// Whole steps with the largest gains first, so that as few criteria as possible are named; then
/// each is taken back to the smallest step with which it still suffices.
std::vector<Lift> fewest_lifts(const Criteria& criteria, const Sheet& sheet) {
    struct Ways {
        std::size_t place;
        std::vector<Lift> ways;
    };
    std::vector<Ways> all;
    for (std::size_t i = 0; i < criteria.criteria.size(); ++i) {
        auto ways = ways_up(criteria.criteria[i], sheet.scores[i]);
        if (!ways.empty()) all.push_back({i, std::move(ways)});
    }
    // Of equal gains the criterion that stands first.
    sort_list(all, [](const Ways& a, const Ways& b) {
        return std::pair(-a.ways.back().points.value, a.place) <
               std::pair(-b.ways.back().points.value, b.place);
    });
    std::int64_t sum = 0;
    std::size_t used = 0;
    while (used < all.size() && sum < sheet.missing.value)
        sum += all[used++].ways.back().points.value;
    std::int64_t spare = sum - sheet.missing.value;
    std::vector<Lift> lifts(used);
    for (std::size_t i = used; i-- > 0;) {
        const auto& ways = all[i].ways;
        const auto least = ways.back().points.value - spare;
        const auto enough =
            std::ranges::find_if(ways, [&](const Lift& way) { return way.points.value >= least; });
        lifts[i] = *enough;
        spare -= ways.back().points.value - enough->points.value;
    }
    return lifts;
}

void find_band(const Criteria& criteria, Sheet& sheet) {
    if (sheet.unsaid.value > 0 || sheet.maximum.value == 0) return;
    sheet.band = Band::weak;
    for (const auto& [band, ppm] : bands_of(criteria)) {
        const auto needed = least_part(ppm, sheet.maximum.value);
        if (sheet.total.value >= needed) {
            sheet.band = band;
            continue;
        }
        sheet.next = band;
        sheet.missing = Count{needed - sheet.total.value};
        break;
    }
}

}  // namespace

Sheet evaluate(const club::Club& club, const Criteria& criteria, Year year, Date as_of,
               std::span<const club::CriterionScore> judged) {
    Sheet sheet;
    sheet.year = year;
    sheet.as_of = std::min(as_of, facts_date(year));
    sheet.criteria = reference(criteria);
    for (const auto& criterion : criteria.criteria) {
        const bool is_judged = criterion.measure == Measure::judged;
        auto score = is_judged ? judged_score(criterion, judged)
                               : measured_score(club, criterion, year, as_of);
        if (score.applies) sheet.maximum.value += score.maximum.value;
        if (score.points) sheet.total.value += score.points->value;
        if (score.applies && !score.points) ++sheet.unsaid.value;
        sheet.scores.push_back(std::move(score));
    }
    find_band(criteria, sheet);
    if (sheet.next) sheet.lifts = fewest_lifts(criteria, sheet);
    return sheet;
}

}  // namespace lth::core::rating
