// How an import tells what it found: for people, and in JSON.
#pragma once

#include "cli/command.hpp"
#include "intake/job.hpp"

namespace lth::cli {

/// planned: nothing was written, a dry run · written · refused: there are errors.
enum class ImportState : std::uint8_t { planned, written, refused };

/// Errors and notes on standard error, the sum on standard output; with --json one object.
void print_plan(const Settings& settings, const intake::Plan& plan, ImportState state);

/// A bar on a terminal, a line every tenth elsewhere; on standard error.
intake::Going print_progress(std::size_t done, std::size_t entries);

}  // namespace lth::cli
