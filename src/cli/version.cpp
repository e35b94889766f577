// lienthehe version
#include <fmt/core.h>

#include "cli/command.hpp"

namespace lth::cli {

void add_version(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("version", "phiên bản · version");
    command->callback([&settings, &action] {
        action = [&settings] {
            if (settings.json) {
                fmt::print("{{\"version\":\"{}\",\"rows_version\":{}}}\n", LTH_VERSION,
                           app::rows_version);
            } else {
                fmt::print("lienthehe {}\n", LTH_VERSION);
            }
            return Exit::ok;
        };
    });
}

}  // namespace lth::cli
