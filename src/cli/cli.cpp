#include "cli/cli.hpp"

#include <fmt/core.h>

#include <array>
#include <cstdlib>
#include <exception>
#include <filesystem>

#include "cli/command.hpp"
#include "store/open.hpp"

namespace lth::cli {
namespace {

constexpr std::array commands = {
    add_serve,   add_demo,   add_import,   add_export,    add_template, add_reform,
    add_report,  add_status, add_units,    add_club,      add_entries,  add_device,
    add_user,    add_person, add_verify,   add_retention, add_rebuild,  add_backup,
    add_restore, add_copy,   add_erasures, add_version,
};

std::filesystem::path data_folder() {
    const char* data = std::getenv("XDG_DATA_HOME");
    const char* home = std::getenv("HOME");
    std::filesystem::path folder;
    if (data != nullptr && *data != '\0') {
        folder = data;
    } else if (home != nullptr) {
        folder = std::filesystem::path(home) / ".local" / "share";
    }
    return folder / "lienthehe";
}

/// A path that cannot be looked at is left to whoever opens it: he says why.
void expect_database(const std::string& url) {
    constexpr std::string_view sqlite = "sqlite:";
    const auto path = url.starts_with(sqlite) ? url.substr(sqlite.size()) : std::string();
    std::error_code hidden;
    if (path.empty() || std::filesystem::exists(path, hidden) || hidden) return;
    throw app::Fault(
        fmt::format("Không có cơ sở dữ liệu «{}». Hãy xem lại --db; cơ sở dữ liệu mới thì tạo bằng "
                    "lệnh import province.",
                    path),
        fmt::format("There is no database “{}”. Look at --db; a new one is made by the command "
                    "import province.",
                    path));
}

void add_settings(CLI::App& app, Settings& settings) {
    app.add_option("--db", settings.db,
                   "sqlite:FILE hoặc postgresql://… (mặc định: thư mục dữ liệu của người dùng)");
    app.add_flag("--json", settings.json, "in JSON");
    app.add_option_function<std::string>(
           "--lang",
           [&settings](const std::string& language) {
               settings.language = language == "en" ? core::Language::en : core::Language::vi;
           },
           "vi | en")
        ->check(one_of({"vi", "en"}));
}

std::string checked_date(const std::string& text) {
    if (core::parse_date(text)) return {};
    return in_both(core::make_rejection("question.date.malformed", {}, {{"value", text}}));
}

}  // namespace

Exit refuse(const Settings& settings, const core::Rejection& rejection) {
    std::string place;
    if (rejection.op_index != core::Rejection::whole_entry) {
        place += fmt::format(" #{}", rejection.op_index);
    }
    if (!rejection.field.empty()) place += " " + rejection.field;
    fmt::print(stderr, "{}{}: {}\n", rejection.rule.id(), place,
               core::message(rejection, settings.language));
    return Exit::refused;
}

std::string in_both(const core::Rejection& rejection) {
    return core::message(rejection, core::Language::vi) + " · " +
           core::message(rejection, core::Language::en);
}

std::string database_of(const Settings& settings) {
    if (!settings.db.empty()) return settings.db;
    return "sqlite:" + (data_folder() / "lienthehe.db").string();
}

std::unique_ptr<app::Store> open_store(const Settings& settings) {
    const auto url = database_of(settings);
    expect_database(url);
    return store::open_store(url);
}

void make_data_folder(const Settings& settings) {
    if (settings.db.empty()) std::filesystem::create_directories(data_folder());
}

std::unique_ptr<app::Store> open_or_create_store(const Settings& settings) {
    make_data_folder(settings);
    return store::open_store(database_of(settings));
}

CLI::Option* add_date(CLI::App& app, const std::string& name, core::Date& date,
                      const std::string& help) {
    return app
        .add_option_function<std::string>(
            name, [&date](const std::string& text) { date = *core::parse_date(text); }, help)
        ->check(checked_date);
}

CLI::Option* add_date(CLI::App& app, const std::string& name, std::optional<core::Date>& date,
                      const std::string& help) {
    return app
        .add_option_function<std::string>(
            name, [&date](const std::string& text) { date = core::parse_date(text); }, help)
        ->check(checked_date);
}

int run(int argc, const char* const* argv) {
    CLI::App app("Liên Thế Hệ — sổ và đề án câu lạc bộ liên thế hệ tự giúp nhau", "lienthehe");
    app.require_subcommand(0, 1);  // a wrong one is named by what was not expected
    app.fallthrough();
    Settings settings;
    Action action;
    add_settings(app, settings);
    for (const auto add : commands) add(app, settings, action);
    try {
        app.parse(argc, argv);
        if (!action) {
            fmt::print(stderr, "{}", app.help());
            return static_cast<int>(Exit::usage);
        }
        return static_cast<int>(action());
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);  // --help
        fmt::print(stderr, "{}\n", wrong_usage(app, error));
        return static_cast<int>(Exit::usage);
    } catch (const app::Fault& fault) {
        fmt::print(stderr, "{}\n", fault.message(settings.language));
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}: {}\n", say(settings, "Lỗi", "Fault"), error.what());
    }
    return static_cast<int>(Exit::fault);
}

}  // namespace lth::cli
