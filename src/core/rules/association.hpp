// Rules of the association book.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array association = {
    Rule{"association.placeholder", "", ""},
};

}  // namespace lth::core::rules
