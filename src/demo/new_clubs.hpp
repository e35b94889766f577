// Clubs founded under the scheme: how many a month, where, with what.
#pragma once

#include "demo/plan.hpp"

namespace lth::demo {

/// Appends the clubs launched from October 2020 to the horizon, in the order of their launch.
void add_new_clubs(Province& province);

}  // namespace lth::demo
