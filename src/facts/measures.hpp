// Named measures of a unit on a date, each a pure function with its unit and source.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "facts/question.hpp"

namespace lth::facts {

/// A measure divided: clubs of each programme, and those that name none.
struct MeasurePart {
    std::optional<core::ProgrammeId> programme;
    std::int64_t value = 0;
};

struct MeasureValue {
    Value value;
    std::optional<BasisCounts> basis;  // where it rests on figures of clubs
    Text note;
    std::vector<MeasurePart> parts = {};
};

/// `unit`: clubs, people, communes, districts, villages, households, dong or share.
/// `source`: the rows it is read from.
struct Measure {
    std::string_view name;
    std::string_view unit;
    std::string_view source;
    MeasureValue (*ask)(const Desk&);
};

/// In the order in which they are shown.
[[nodiscard]] std::span<const Measure> all_measures();

struct MeasureAnswer {
    std::string_view name;
    std::string_view unit;
    std::string_view source;
    MeasureValue answer;
};
[[nodiscard]] std::vector<MeasureAnswer> measure_all(const Desk& desk);

}  // namespace lth::facts
