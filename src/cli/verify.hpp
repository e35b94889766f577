// What verify says, for the commands that check a database.
#pragma once

#include "cli/command.hpp"

namespace lth::cli {

/// Reads every book of it, with progress, and prints what was found: ok or differs.
[[nodiscard]] Exit verify_store(const Settings& settings, app::Store& store);

}  // namespace lth::cli
