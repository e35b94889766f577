// The command line: one binary, one file per sub-command.
#pragma once

namespace lth::cli {

/// Runs the sub-command that the arguments name; the exit codes are those of cli::Exit.
int run(int argc, const char* const* argv);

}  // namespace lth::cli
