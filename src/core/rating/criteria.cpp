#include "core/rating/criteria.hpp"

#include <set>

namespace lth::core::rating {
namespace {

// Points rise with the value and end at the maximum.
bool steps_rise(const Criterion& criterion) {
    Step before{-1, {-1}};
    for (const auto& step : criterion.steps) {
        if (step.from <= before.from || step.points <= before.points) return false;
        before = step;
    }
    return before.points == criterion.points;
}

bool sound(const Criterion& criterion) {
    if (criterion.points.value < 1 || criterion.points.value > max_points) return false;
    const bool bare = criterion.steps.empty();
    if (is_band(criterion.measure)) {
        return bare && criterion.min && criterion.max && *criterion.min <= *criterion.max;
    }
    if (criterion.min || criterion.max) return false;
    return criterion.measure == Measure::judged ? bare : steps_rise(criterion);
}

}  // namespace

bool is_band(Measure measure) {
    return measure == Measure::size || measure == Measure::women || measure == Measure::elderly;
}

Result<void> check(const Criteria& criteria) {
    const auto wrong = [](std::string key, std::string text) {
        return reject("scheme.value", key, {{"key", key}, {"text", std::move(text)}});
    };
    if (criteria.criteria.empty() || criteria.criteria.size() > max_criteria) {
        return wrong("criterion", std::to_string(criteria.criteria.size()));
    }
    std::set<std::string_view> ids;
    for (const auto& criterion : criteria.criteria) {
        if (!ids.insert(criterion.id).second) {
            return reject("scheme.target_twice", "id", {{"target", criterion.id}});
        }
        if (!sound(criterion)) return wrong("points", criterion.id);
    }
    const bool bands_fall = criteria.strong_ppm <= one_million &&
                            criteria.fair_ppm < criteria.strong_ppm &&
                            criteria.average_ppm < criteria.fair_ppm && criteria.average_ppm > 0;
    if (!bands_fall) return wrong("strong_ppm", std::to_string(criteria.strong_ppm));
    return {};
}

std::string reference(const Criteria& criteria) {
    return criteria.id + "/" + to_text(criteria.from);
}

}  // namespace lth::core::rating
