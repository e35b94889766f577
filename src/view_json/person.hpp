// One person's record as he or she is given it: JSON for programs, text to read and print. Each
// line says in words what it holds: what was recorded, the day, amounts and counts.
#pragma once

#include <string>

#include "app/person.hpp"

namespace lth::view_json {

[[nodiscard]] std::string person_json(const app::PersonFile& file, core::Language language);

/// Plain text with a line for each thing that is held.
[[nodiscard]] std::string person_text(const app::PersonFile& file, core::Language language);

}  // namespace lth::view_json
