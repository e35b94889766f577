// Where a scheme stands on a date and a map, for the province, a unit or a cluster: all measures
// and targets, each with what it rests on.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "facts/measures.hpp"
#include "facts/question.hpp"

namespace lth::facts {

struct Note {
    std::string key;  // "scheme", "units", "villages", "basis", or the measure it is about
    Text text;
};

struct Standing {
    core::Date as_of;
    core::Date units_as_of;
    std::int64_t known_at = 0;  // ms UTC
    std::string scheme;
    std::string scheme_name;
    std::string scope_name;
    bool ended = false;                          // headed "Kết thúc giai đoạn"
    bool national = false;                       // the scheme's goals are the whole country's
    std::array<BasisCounts, group_count> basis;  // of active clubs, by Group
    std::vector<MeasureAnswer> measures;
    std::vector<Target> targets;
    std::vector<Note> notes;
};

/// Pure; all targets in well under a millisecond for a province. `inputs` are read only meanwhile.
[[nodiscard]] Standing standing_of(const Inputs& inputs, const SchemeTerms& terms,
                                   const Question& question);

/// Null if there is no such measure or target.
[[nodiscard]] const MeasureAnswer* find_measure(const Standing& standing, std::string_view name);
[[nodiscard]] const Target* find_target(const Standing& standing, std::string_view id);

struct ClubTakeover {
    core::BookId club;
    std::string name;
    Takeover difference;
};

/// Where books took over from reports by `until` with other figures, by date, then club.
[[nodiscard]] std::vector<ClubTakeover> takeovers_until(const Cube& cube, const Ground& ground,
                                                        const Scope& scope, core::Date until);

}  // namespace lth::facts
