// The notice of a breach of personal data (law 91/2025, 72 hours), filled in as far as is known.
#pragma once

#include <string>

#include "app/device_desk.hpp"

namespace lth::app {

/// Plain text in Vietnamese; what only a person can say is left as dots.
[[nodiscard]] std::string breach_form(const LostPhone& lost);

}  // namespace lth::app
