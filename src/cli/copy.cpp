// lienthehe copy: the whole database into another, of the other engine, too.
#include "store/copy.hpp"

#include <fmt/core.h>

#include "app/exchange.hpp"
#include "cli/command.hpp"
#include "store/open.hpp"

namespace lth::cli {
namespace {

Exit run_copy(const Settings& settings, const std::string& to) {
    const auto source = open_store(settings);
    const auto target = store::open_store(to);
    const auto entries = app::copy_entries(*source, *target);
    if (!entries) return refuse(settings, entries.error());
    fmt::print("{}: {} · {}\n", say(settings, "Bút toán mới · đã có", "Entries new · known"),
               entries->entries, entries->known);
    for (const auto& table : store::copy_beside(*source, *target)) {
        fmt::print("{}: {}\n", table.name, table.rows);
    }
    fmt::print("{}\n", say(settings, "Ai đang đăng nhập thì đăng nhập lại.",
                           "Whoever is signed in signs in again."));
    return Exit::ok;
}

}  // namespace

void add_copy(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand(
        "copy", "cả cơ sở dữ liệu sang nơi khác, chạy lại được · the whole database to another");
    const auto to = std::make_shared<std::string>();
    command->add_option("--to", *to, "sqlite:TỆP hoặc postgresql://… · or")->required();
    command->callback(
        [&settings, &action, to] { action = [&settings, to] { return run_copy(settings, *to); }; });
}

}  // namespace lth::cli
