// lienthehe status: where the scheme stands.
#include <fmt/core.h>

#include "app/province.hpp"
#include "cli/command.hpp"
#include "cli/system.hpp"
#include "view_json/standing.hpp"
#include "view_json/standing_text.hpp"
#include "view_json/time.hpp"

namespace lth::cli {
namespace {

Exit show_status(const Settings& settings, const app::Question& question) {
    const auto store = open_store(settings);
    SystemClock clock;
    app::Province province(*store, clock);
    const auto view = province.standing(question);
    if (!view) return refuse(settings, view.error());
    if (settings.json) {
        fmt::print("{}\n", view_json::standing_json(view->standing));
        return Exit::ok;
    }
    if (view->frame.simulated) {
        fmt::print("{}\n", say(settings, "SỐ LIỆU MÔ PHỎNG: mọi thứ trừ các tổng ngày 30/9/2020.",
                               "SIMULATED: everything but the totals of 30 September 2020."));
    }
    fmt::print("{}", view_json::standing_text(view->standing, settings.language));
    if (!view->claims.empty())
        fmt::print("\n{}", view_json::claims_text(view->claims, settings.language));
    return Exit::ok;
}

}  // namespace

void add_status(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("status", "tiến độ đề án · where the scheme stands");
    const auto question = std::make_shared<app::Question>();
    add_question(*command, *question);
    command->callback([&settings, &action, question] {
        action = [&settings, question] { return show_status(settings, *question); };
    });
}

}  // namespace lth::cli
