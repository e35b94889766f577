// What the measures that readers are shown are called, in the order in which they are shown.
#pragma once

#include <span>
#include <string_view>

namespace lth::facts {

struct MeasureLabel {
    std::string_view measure;
    std::string_view vi;
    std::string_view en;
};

[[nodiscard]] std::span<const MeasureLabel> measure_labels();

}  // namespace lth::facts
