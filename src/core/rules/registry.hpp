// Rules of the registry book.
#pragma once

#include <array>

#include "core/rules/rule.hpp"

namespace lth::core::rules {

inline constexpr std::array registry = {
    Rule{"registry.placeholder", "", ""},
};

}  // namespace lth::core::rules
