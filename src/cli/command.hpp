// What sub-commands share: settings given before them, exit codes, and how they say things.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/ports.hpp"
#include "core/result.hpp"

namespace lth::cli {

/// Documented in docs/guide/cli.md.
enum class Exit : int {
    ok = 0,
    refused = 1,  // a rule or the input says no; nothing was written
    usage = 2,    // the command line is wrong
    fault = 3,    // database, disk, network
    differs = 4,  // verify found a difference
};

struct Settings {
    std::string db;  // a database URL; empty: the user's data folder
    bool json = false;
    core::Language language = core::Language::vi;
};

/// Run after the command line was understood.
using Action = std::function<Exit()>;

/// One sub-command: adds itself and sets `action` when it is chosen.
using AddCommand = void (*)(CLI::App& app, const Settings& settings, Action& action);

/// One that takes the name or the id of what it works on, below another.
struct SubCommand {
    const char* name;
    const char* help;
    Exit (*run)(const Settings& settings, const std::string& of);
};

void add_serve(CLI::App& app, const Settings& settings, Action& action);
void add_demo(CLI::App& app, const Settings& settings, Action& action);
void add_import(CLI::App& app, const Settings& settings, Action& action);
void add_export(CLI::App& app, const Settings& settings, Action& action);
void add_template(CLI::App& app, const Settings& settings, Action& action);
void add_reform(CLI::App& app, const Settings& settings, Action& action);
void add_report(CLI::App& app, const Settings& settings, Action& action);
void add_status(CLI::App& app, const Settings& settings, Action& action);
void add_units(CLI::App& app, const Settings& settings, Action& action);
void add_club(CLI::App& app, const Settings& settings, Action& action);
void add_entries(CLI::App& app, const Settings& settings, Action& action);
void add_user(CLI::App& app, const Settings& settings, Action& action);
void add_device(CLI::App& app, const Settings& settings, Action& action);
void add_verify(CLI::App& app, const Settings& settings, Action& action);
void add_rebuild(CLI::App& app, const Settings& settings, Action& action);
void add_backup(CLI::App& app, const Settings& settings, Action& action);
void add_copy(CLI::App& app, const Settings& settings, Action& action);
void add_restore(CLI::App& app, const Settings& settings, Action& action);
void add_person(CLI::App& app, const Settings& settings, Action& action);
void add_retention(CLI::App& app, const Settings& settings, Action& action);
void add_erasures(CLI::App& app, const Settings& settings, Action& action);
void add_version(CLI::App& app, const Settings& settings, Action& action);

/// The sentence of the language, for texts that are said once.
[[nodiscard]] inline const char* say(const Settings& settings, const char* vi, const char* en) {
    return settings.language == core::Language::vi ? vi : en;
}

/// Prints rule, place and sentence on standard error.
Exit refuse(const Settings& settings, const core::Rejection& rejection);

/// The sentence in both languages, for what is said before `--lang` is read.
[[nodiscard]] std::string in_both(const core::Rejection& rejection);

/// What is wrong with a command line and how to ask for help, in both languages.
[[nodiscard]] std::string wrong_usage(const CLI::App& app, const CLI::ParseError& error);

/// Its URL, or that of the user's data folder.
[[nodiscard]] std::string database_of(const Settings& settings);
/// The database of the settings, migrated if need be. A file that is not there is a Fault: whoever
/// asks or mends must not be answered by a new and empty one.
[[nodiscard]] std::unique_ptr<app::Store> open_store(const Settings& settings);
/// Where a database begins: a file that is not there is created. Throws Fault.
[[nodiscard]] std::unique_ptr<app::Store> open_or_create_store(const Settings& settings);
/// So that a file may be made there, if no database was named.
void make_data_folder(const Settings& settings);

// Checks of options that say what is wrong in both languages.

[[nodiscard]] CLI::Validator one_of(const std::vector<std::string>& words);
[[nodiscard]] CLI::Validator between(std::int64_t least, std::int64_t most);

/// An option or argument that takes one of these words.
template <class Meaning>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Meaning& value,
                        const std::map<std::string, Meaning>& words, const std::string& help) {
    std::vector<std::string> known;
    for (const auto& [word, meaning] : words) known.push_back(word);
    return app
        .add_option_function<std::string>(
            name, [&value, words](const std::string& word) { value = words.at(word); }, help)
        ->check(one_of(known));
}

/// A date option: ISO, checked by CLI11 before the action runs.
CLI::Option* add_date(CLI::App& app, const std::string& name, core::Date& date,
                      const std::string& help);
CLI::Option* add_date(CLI::App& app, const std::string& name, std::optional<core::Date>& date,
                      const std::string& help);

}  // namespace lth::cli
