// The table of everything the server answers.
#pragma once

#include <span>

#include "http/router.hpp"

namespace lth::http {

[[nodiscard]] std::span<const Route> all_routes();

}  // namespace lth::http
