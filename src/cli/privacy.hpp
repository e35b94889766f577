// The list of erasures as a file, shared by `backup` and `erasures`.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace lth::cli {

/// Writes the list and prints its path. Throws Fault if the file cannot be written.
Exit export_erasures(const Settings& settings, app::Store& store, const std::string& path);

}  // namespace lth::cli
