// lienthehe units: the map of a day.
#include <fmt/core.h>

#include "app/province.hpp"
#include "cli/command.hpp"
#include "cli/system.hpp"
#include "view_json/units.hpp"

namespace lth::cli {
namespace {

Exit show_units(const Settings& settings, std::optional<core::Date> as_of) {
    const auto store = open_store(settings);
    SystemClock clock;
    app::Province province(*store, clock);
    const auto view = province.units(as_of);
    if (!view) return refuse(settings, view.error());
    if (settings.json) {
        fmt::print("{}\n", view_json::units_json(*view));
        return Exit::ok;
    }
    fmt::print("{}: {} {}, {} {}\n", core::vietnamese(view->as_of), view->districts,
               say(settings, "huyện", "districts"), view->communes,
               say(settings, "xã", "communes"));
    for (const auto& unit : view->units) {
        const auto indent = 2 * static_cast<int>(unit.level);
        fmt::print("{:{}}{} {}\n", "", indent, unit.code, unit.name);
    }
    return Exit::ok;
}

}  // namespace

void add_units(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("units", "đơn vị hành chính một ngày · units of a day");
    const auto as_of = std::make_shared<std::optional<core::Date>>();
    add_date(*command, "--as-of", *as_of, "ngày · day");
    command->callback([&settings, &action, as_of] {
        action = [&settings, as_of] { return show_units(settings, *as_of); };
    });
}

}  // namespace lth::cli
