// What the targets need to know of a scheme: its period, its programme, and the goal of each
// target.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/ids.hpp"
#include "core/registry/operations.hpp"
#include "facts/answer.hpp"

namespace lth::facts {

/// `min` and `max` of a band in ppm or people; `amount` in đồng, for T12. What a target does not
/// use is absent.
struct Goal {
    std::optional<std::int64_t> value;  // count, đồng, or ppm of a share
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> max;
    std::optional<std::int64_t> amount;
    core::registry::Relation relation = core::registry::Relation::ge;  // of value and sum
    std::vector<Milestone> milestones = {};

    /// "over 4 billion" is not reached by 4 billion.
    [[nodiscard]] bool reached(std::int64_t sum) const {
        if (!value) return false;
        return relation == core::registry::Relation::gt ? sum > *value : sum >= *value;
    }
};

struct SchemeTerms {
    std::string id;
    std::string name;
    core::Date baseline;    // the last day before: clubs launched after it are the scheme's
    core::Date ends;        // its last day
    bool national = false;  // its goals are the whole country's, not of the books here
    std::optional<core::ProgrammeId> programme;  // none: every club launched in the period
    core::Date district_map = core::make_date(2020, 11, 1);  // for T5, where a map has no districts
    std::map<std::string, Goal, std::less<>> goals;          // by target id
    // That it names; for an answer all that are on record, whatever scheme names them.
    std::map<core::ProgrammeId, core::registry::ProgrammeKind> programmes;

    /// A target without a goal of its own is answered without one.
    [[nodiscard]] Goal goal(std::string_view target) const {
        const auto found = goals.find(target);
        return found == goals.end() ? Goal{} : found->second;
    }
};

}  // namespace lth::facts
