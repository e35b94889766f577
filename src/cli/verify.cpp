// lienthehe verify, rebuild, backup: the care of a database.
#include "cli/verify.hpp"

#include <fmt/core.h>

#include "app/verify.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/privacy.hpp"
#include "cli/progress.hpp"
#include "cli/system.hpp"
#include "view_json/json.hpp"

namespace lth::cli {
namespace {

std::string verified_json(const app::Verified& verified) {
    view_json::Json json;
    json.begin_object();
    json.field("books", static_cast<std::int64_t>(verified.books));
    json.field("entries", static_cast<std::int64_t>(verified.entries));
    json.field("operations", static_cast<std::int64_t>(verified.operations));
    json.key("differences").begin_array();
    for (const auto& difference : verified.differences) {
        json.begin_object();
        json.field("book", core::to_text(difference.book));
        json.field("seq", static_cast<std::int64_t>(difference.seq));
        json.field("what", difference.what).end_object();
    }
    json.end_array().end_object();
    return std::move(json).take();
}

Exit run_rebuild(const Settings& settings, app::RebuildWhich which) {
    const auto store = open_store(settings);
    ProgressLine line;
    const auto rebuilt = app::rebuild(*store, which, [&](std::size_t done, std::size_t books) {
        line.show(done, books, say(settings, "sổ", "books"));
    });
    fmt::print("{}: {} · {}\n", say(settings, "Đã dựng lại · bỏ qua", "Rebuilt · skipped"),
               rebuilt.books, rebuilt.skipped);
    return Exit::ok;
}

Exit note_backup(const Settings& settings) {
    open_store(settings)->note_backup(SystemClock().now_ms());
    return Exit::ok;
}

Exit make_backup(const Settings& settings, const std::string& path) {
    // Beside it, so that whoever restores it knows what must not come back.
    const auto erasures = path + ".erasures";
    expect_new_file(path);
    expect_new_file(erasures);
    const auto store = open_store(settings);
    store->backup(path);
    store->note_backup(SystemClock().now_ms());
    fmt::print("{}\n", path);
    return export_erasures(settings, *store, erasures);
}

}  // namespace

Exit verify_store(const Settings& settings, app::Store& store) {
    ProgressLine line;
    const auto verified = app::verify(store, [&](std::size_t done, std::size_t books) {
        line.show(done, books, say(settings, "sổ", "books"));
    });
    if (settings.json) {
        fmt::print("{}\n", verified_json(verified));
    } else {
        fmt::print("{}: {} · {} · {}\n",
                   say(settings, "Đã kiểm (sổ · bút toán · thao tác)",
                       "Verified (books · entries · operations)"),
                   verified.books, verified.entries, verified.operations);
        for (const auto& difference : verified.differences) {
            fmt::print("{} {} #{}: {}\n", say(settings, "KHÁC", "DIFFERS"),
                       core::to_text(difference.book), difference.seq, difference.what);
        }
        if (verified.differences.empty()) {
            fmt::print("{}\n", say(settings, "Mọi chuỗi, số dư và dòng số liệu đều khớp.",
                                   "Every chain, balance and row agrees."));
        }
    }
    return verified.differences.empty() ? Exit::ok : Exit::differs;
}

void add_verify(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand(
        "verify", "kiểm chuỗi băm, số dư, dòng số liệu · check chains, balances and rows");
    command->callback([&settings, &action] {
        action = [&settings] { return verify_store(settings, *open_store(settings)); };
    });
}

void add_rebuild(CLI::App& app, const Settings& settings, Action& action) {
    auto* command = app.add_subcommand(
        "rebuild", "dựng lại dòng số liệu từ bút toán · rows anew from the entries");
    const auto all = std::make_shared<bool>(false);
    command->add_flag("--all", *all, "cả những sổ đã mới · also what is up to date");
    command->callback([&settings, &action, all] {
        action = [&settings, all] {
            return run_rebuild(settings,
                               *all ? app::RebuildWhich::all : app::RebuildWhich::outdated);
        };
    });
}

void add_backup(CLI::App& app, const Settings& settings, Action& action) {
    auto* command =
        app.add_subcommand("backup", "sao lưu khi đang chạy · a copy while others write");
    const auto path = std::make_shared<std::string>();
    const auto noted = std::make_shared<bool>(false);
    auto* file = command->add_option("FILE", *path, "tệp mới · a new file");
    command
        ->add_flag("--noted", *noted,
                   "chỉ ghi giờ: đã sao lưu bằng cách khác (pg_dump) · only notes the time: it was "
                   "saved by other means")
        ->excludes(file);
    command->callback([&settings, &action, path, noted] {
        if (path->empty() && !*noted) throw CLI::RequiredError("FILE");
        action = [&settings, path, noted] {
            return *noted ? note_backup(settings) : make_backup(settings, *path);
        };
    });
}

}  // namespace lth::cli
