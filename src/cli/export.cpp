// lienthehe export workbook [--unit CODE] FILE
#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/system.hpp"
#include "intake/workbook.hpp"

namespace lth::cli {
namespace {

struct WorkbookAsked {
    std::string path;
    intake::WorkbookQuestion question;
    intake::Options options;
};

Exit run_export(const Settings& settings, const WorkbookAsked& asked) {
    const auto store = open_store(settings);
    SystemClock clock;
    SystemIds ids;
    intake::Planner planner(*store, clock, ids, asked.options);
    const auto taken = intake::export_workbook(planner, asked.question);
    if (!taken) return refuse(settings, taken.error());
    write_file(asked.path, taken->bytes);
    fmt::print("{}\n", asked.path);
    return Exit::ok;
}

}  // namespace

void add_export(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand("export", "ra bảng tính · to a spreadsheet");
    command->require_subcommand(1);
    const auto asked = std::make_shared<WorkbookAsked>();
    auto* workbook = command->add_subcommand(
        "workbook", "mọi bảng của một đơn vị, nhập lại được · all tables of a unit");
    workbook->add_option("FILE", asked->path, ".xlsx")->required();
    workbook->add_option("--unit", asked->question.unit, "mã đơn vị · code of a unit");
    add_date(*workbook, "--units-as-of", asked->options.units_as_of, "bản đồ · the map");
    workbook->callback([&settings, &action, asked] {
        action = [&settings, asked] { return run_export(settings, *asked); };
    });
}

}  // namespace lth::cli
