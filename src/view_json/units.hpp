// The map of a day as JSON: what `units --json` prints and the API answers.
#pragma once

#include <string>

#include "app/reading.hpp"

namespace lth::view_json {

/// {"as_of", "counts": {"district", "commune"}, "units": [{"code", "name", "kind", "level",
/// "parent"}]}
[[nodiscard]] std::string units_json(const app::UnitsView& view);

/// The units right under one, or a commune's villages, with what stands in each.
[[nodiscard]] std::string unit_json(const app::UnitView& view);

}  // namespace lth::view_json
