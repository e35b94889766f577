// What is asked of a scheme's standing, and all that an answer is made from.
#pragma once

#include <span>
#include <string>

#include "facts/answer.hpp"
#include "facts/care_years.hpp"
#include "facts/rated_clubs.hpp"
#include "facts/terms.hpp"

namespace lth::facts {

struct Question {
    core::Date as_of;
    core::Date units_as_of;
    std::int64_t known_at = 0;  // ms UTC; what the facts were taken at
    Scope scope = {};
    std::string scope_name = {};  // of the unit or cluster, as shown
    FactsSettings settings = {};
    std::size_t missing_limit = 5'000;  // names listed a target
};

/// `district_ground` is the map for T5 where `ground` has no districts; else null. `care` are the
/// funds of the scope.
struct Inputs {
    const Cube& cube;
    const Ground& ground;
    const Ground* district_ground = nullptr;
    const PriorityFacts& priority;
    std::span<const CareFacts> care;
};

/// Everything that the functions of targets look at.
struct Desk {
    const Inputs& in;
    const SchemeTerms& terms;
    const Question& question;
    const Scene& scene;
    const Coverage& now;
    const Coverage& before;                // at the baseline, same map
    std::vector<ClubNumber> new_clubs;     // T1's: launched in the period, of the programme
    std::vector<ClubNumber> new_active;    // of these
    std::vector<ClubNumber> period_clubs;  // all launched in the period
    std::vector<ClubNumber> period_active;
    RatedClubs rated;
    CareYears care;
};

/// The last day whose launches count: as_of, or the end of the scheme.
[[nodiscard]] inline core::Date period_end(const Desk& desk) {
    return std::min(desk.question.as_of, desk.terms.ends);
}

/// Care funds are asked about by year: of that last day, and of those since the scheme began.
[[nodiscard]] inline int asked_year(core::Date as_of, const SchemeTerms& terms) {
    return core::year_of(std::min(as_of, terms.ends));
}
[[nodiscard]] inline int first_year(const SchemeTerms& terms) {
    return core::year_of(terms.baseline) + 1;
}

/// A target that names its goal and nothing else yet.
[[nodiscard]] inline Target make_target(const Desk& desk, std::string_view id, Text name) {
    Target target;
    target.id = id;
    target.name = std::move(name);
    const auto goal = desk.terms.goal(id);
    target.goal = goal.value;
    target.milestones = goal.milestones;
    target.in_scheme = desk.terms.goals.contains(id);
    return target;
}

[[nodiscard]] inline MissingList missing_of(const Desk& desk, Target& target) {
    return {target, desk.question.missing_limit};
}

/// `met` of a sum of which some clubs are unknown: reached is reached; not reached is only known if
/// nothing is unknown. `slack`: what people of unknown birth could add.
[[nodiscard]] inline std::optional<bool> sum_met(std::int64_t sum, std::optional<std::int64_t> goal,
                                                 std::int64_t unknown_clubs,
                                                 std::int64_t slack = 0) {
    if (!goal) return std::nullopt;
    if (sum >= *goal) return true;
    if (unknown_clubs > 0 || sum + slack >= *goal) return std::nullopt;
    return false;
}

}  // namespace lth::facts
