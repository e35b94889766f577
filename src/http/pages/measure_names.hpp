// What a measure is called on screen.
#pragma once

#include <string_view>

#include "http/pages/phrase.hpp"

namespace lth::http::pages {

/// Null for a measure that has none: a test walks them all.
[[nodiscard]] const Phrase* measure_name(std::string_view measure);

}  // namespace lth::http::pages
