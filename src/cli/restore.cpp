// lienthehe restore: a backup where the database was.
#include "store/restore.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <sstream>

#include "app/erasures.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/system.hpp"
#include "cli/verify.hpp"
#include "store/open.hpp"

namespace lth::cli {
namespace {

constexpr std::string_view sqlite_url = "sqlite:";

struct RestoreAsked {
    std::string file;
    std::string erasures;  // empty: beside the file, if there is one
};

// What the database that is replaced has erased since; nothing if it cannot be read any more.
std::string erased_in(const std::string& path) {
    if (!std::filesystem::exists(path)) return {};
    try {
        const auto standing = store::open_store(std::string(sqlite_url) + path);
        std::ostringstream list;
        (void)app::write_erasures(*standing, list);
        return list.str();
    } catch (const app::Fault&) {
        return {};
    }
}

core::Result<std::uint64_t> erase_again(app::Store& store, const std::string& path,
                                        const RestoreAsked& asked) {
    std::vector<std::string> lists{erased_in(path)};
    auto file = asked.erasures;
    if (file.empty() && std::filesystem::exists(asked.file + ".erasures")) {
        file = asked.file + ".erasures";
    }
    if (!file.empty()) lists.push_back(read_file(file));
    std::uint64_t parts = 0;
    for (const auto& list : lists) {
        std::istringstream lines(list);
        const auto applied = app::apply_erasures(store, lines);
        if (!applied) return std::unexpected(applied.error());
        parts += applied->parts;
    }
    return parts;
}

Exit check_copy(const Settings& settings, const std::string& copy, const std::string& path,
                const RestoreAsked& asked) {
    const auto store = store::open_store(std::string(sqlite_url) + copy);
    const auto erased = erase_again(*store, path, asked);
    if (!erased) return refuse(settings, erased.error());
    if (!settings.json) {
        fmt::print("{}: {}\n", say(settings, "Phần riêng đã xóa lại", "Parts erased again"),
                   *erased);
    }
    return verify_store(settings, *store);
}

Exit run_restore(const Settings& settings, const RestoreAsked& asked) {
    const auto url = database_of(settings);
    if (!url.starts_with(sqlite_url)) {
        throw app::Fault("Chỉ phục hồi được tệp SQLite; PostgreSQL: pg_restore.",
                         "Only a SQLite file is restored so; PostgreSQL: pg_restore.");
    }
    make_data_folder(settings);
    auto judged = Exit::ok;
    const auto path = url.substr(sqlite_url.size());
    const auto kept =
        store::restore(asked.file, path, SystemClock().now_ms(), [&](const std::string& copy) {
            judged = check_copy(settings, copy, path, asked);
            return judged == Exit::ok;
        });
    if (settings.json) return judged;
    if (judged != Exit::ok) {
        fmt::print("{}\n", say(settings, "Bản sao lưu không dùng được: chưa thay gì cả.",
                               "The backup is of no use: nothing has been replaced."));
        return judged;
    }
    fmt::print("{}: {}\n", say(settings, "Đã phục hồi", "Restored"), path);
    if (!kept.empty()) fmt::print("{}: {}\n", say(settings, "Bản trước đó", "What was"), kept);
    return Exit::ok;
}

}  // namespace

void add_restore(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand(
        "restore",
        "đặt bản sao lưu vào chỗ cũ, đã kiểm · a backup, checked, where the database was");
    const auto asked = std::make_shared<RestoreAsked>();
    command->add_option("FILE", asked->file, "bản sao lưu · the backup")->required();
    command->add_option("--erasures", asked->erasures,
                        "danh sách đã xóa mới nhất (mặc định: FILE.erasures) · the latest list");
    command->callback([&settings, &action, asked] {
        action = [&settings, asked] { return run_restore(settings, *asked); };
    });
}

}  // namespace lth::cli
