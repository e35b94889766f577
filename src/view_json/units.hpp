// The map of a day as JSON: what `units --json` prints and the API answers.
#pragma once

#include <string>

#include "app/reading.hpp"

namespace lth::view_json {

/// {"as_of", "counts": {"district", "commune"}, "units": [{"code", "name", "kind", "level",
/// "parent"}]}
[[nodiscard]] std::string units_json(const app::UnitsView& view);

}  // namespace lth::view_json
