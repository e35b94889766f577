// How targets moved month by month, and where a count will stand when the scheme ends.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "facts/answer.hpp"
#include "plan/forecast.hpp"

namespace lth::app {

struct TrendLine {
    std::string_view id;                              // of the target
    std::vector<std::optional<std::int64_t>> values;  // as the target's value, by month
    std::optional<plan::Outlook> outlook = {};        // of counts with a goal, while it runs
};

struct TrendView {
    std::vector<core::Month> months;  // ended ones of the scheme, up to the date asked about
    std::vector<TrendLine> lines;     // a target each, in their order
};

}  // namespace lth::app
