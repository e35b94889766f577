// lienthehe entries export|import
#include <fmt/core.h>

#include <fstream>

#include "app/exchange.hpp"
#include "cli/command.hpp"

namespace lth::cli {
namespace {

app::Fault cannot_open(const std::string& path) {
    return {"Không mở được tệp " + path + ".", "The file " + path + " cannot be opened."};
}

Exit run_export(const Settings& settings, const std::string& path, app::PartsWritten parts) {
    const auto store = open_store(settings);
    std::ofstream out(path, std::ios::binary);
    if (!out) throw cannot_open(path);
    const auto lines = app::export_entries(*store, out, parts);
    out.flush();
    if (!out) throw app::Fault("Không ghi hết được " + path + ".", path + " could not be written.");
    fmt::print("{}: {}\n", say(settings, "Bút toán", "Entries"), lines);
    return Exit::ok;
}

Exit run_import(const Settings& settings, const std::string& path) {
    const auto store = open_or_create_store(settings);
    std::ifstream in(path, std::ios::binary);
    if (!in) throw cannot_open(path);
    const auto imported = app::import_entries(*store, in);
    if (!imported) return refuse(settings, imported.error());
    fmt::print("{}: {} · {}\n", say(settings, "Mới · đã có", "New · known"), imported->entries,
               imported->known);
    return Exit::ok;
}

}  // namespace

void add_entries(CLI::App& app, const Settings& settings, Action& action) {
    auto* command =
        app.add_subcommand("entries", "bản sao bút toán, JSON từng dòng · entries as JSON lines");
    command->require_subcommand(1);
    const auto path = std::make_shared<std::string>();
    const auto bare = std::make_shared<bool>(false);
    auto* out = command->add_subcommand("export", "ra tệp · to a file");
    out->add_option("FILE", *path)->required();
    out->add_flag("--without-parts", *bare, "không có phần riêng · without private parts");
    out->callback([&settings, &action, path, bare] {
        action = [&settings, path, bare] {
            return run_export(
                settings, *path,
                *bare ? app::PartsWritten::without_parts : app::PartsWritten::with_parts);
        };
    });
    auto* in = command->add_subcommand("import", "từ tệp · from a file");
    in->add_option("FILE", *path)->required();
    in->callback([&settings, &action, path] {
        action = [&settings, path] { return run_import(settings, *path); };
    });
}

}  // namespace lth::cli
