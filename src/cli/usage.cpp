// What is said of a command line that cannot be read.
#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "cli/command.hpp"

namespace lth::cli {
namespace {

std::string in_two(const std::string& vi, const std::string& en) { return vi + " · " + en; }

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// The command that was understood last; the programme itself if none was.
const CLI::App& innermost(const CLI::App& app) {
    const auto below = app.get_subcommands();
    return below.empty() ? app : innermost(*below.front());
}

std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* one : app.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(one->get_name());
    }
    return names;
}

/// What precedes `mark`; all of the text if it is not there.
std::string part_before(const std::string& text, std::string_view mark) {
    return text.substr(0, text.find(mark));
}

std::string part_after(const std::string& text, std::string_view mark) {
    const auto at = text.find(mark);
    return at == std::string::npos ? text : text.substr(at + mark.size());
}

/// Of a word where the name of a command was expected, or of none.
std::string no_command(const CLI::App& at, const std::vector<std::string>& extra) {
    const auto of = at.get_parent() == nullptr ? std::string() : at.get_name() + ": ";
    const bool named = !extra.empty() && !extra.front().starts_with('-');
    const auto said =
        named ? in_two(fmt::format("{}không có «{}». Có:", of, extra.front()),
                       fmt::format("{}there is no “{}”. There are:", of, extra.front()))
              : in_two(of + "hãy ghi thêm một trong:", of + "one of these must follow:");
    return said + "\n  " + listed(commands_of(at));
}

std::string said_of(const CLI::App& app, const CLI::ParseError& error) {
    const std::string text = error.what();
    const auto& at = innermost(app);
    const auto extra = app.remaining(true);
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        const bool option = extra.empty() || extra.front().starts_with('-');
        if (!option && !commands_of(at).empty()) return no_command(at, extra);
        const auto words = extra.empty() ? text : listed(extra);
        return in_two("Không hiểu: " + words, "Not understood: " + words);
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        if (text.starts_with("A subcommand")) return no_command(at, extra);
        const auto what = part_before(text, " is required");
        return in_two("Còn thiếu " + what, what + " is missing");
    }
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) {
        const auto one = part_before(text, " requires ");
        const auto other = part_after(text, " requires ");
        return in_two(fmt::format("{} phải đi cùng {}", one, other),
                      fmt::format("{} needs {}", one, other));
    }
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
        const auto one = part_before(text, " excludes ");
        const auto other = part_after(text, " excludes ");
        return in_two(fmt::format("{} và {} không dùng cùng nhau", one, other),
                      fmt::format("{} and {} exclude each other", one, other));
    }
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
        const auto what = part_after(text, "Could not convert: ");
        return in_two("Không đọc được: " + what, "Cannot be read: " + what);
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        const auto what = part_before(text, ":");
        return in_two(what + ": thiếu hoặc thừa giá trị",
                      what + ": a value is missing or one too many");
    }
    // Our own checks speak both languages themselves.
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return text;
    return in_two("Dòng lệnh sai", "The command line is wrong: " + text);
}

}  // namespace

std::string wrong_usage(const CLI::App& app, const CLI::ParseError& error) {
    std::string command = "lienthehe";
    for (const auto* at = &app; !at->get_subcommands().empty();) {
        at = at->get_subcommands().front();
        command += " " + at->get_name();
    }
    return said_of(app, error) + "\n" + in_two("Cách dùng", "Usage") + ": " + command + " --help";
}

CLI::Validator one_of(const std::vector<std::string>& words) {
    std::string shown;
    for (const auto& word : words) shown += (shown.empty() ? "{" : ",") + word;
    return {[words](const std::string& text) {
                if (std::ranges::count(words, text) > 0) return std::string();
                const auto all = listed(words);
                return in_two(fmt::format("không có «{}»; hãy chọn trong {}", text, all),
                              fmt::format("there is no “{}”; choose one of {}", text, all));
            },
            shown + "}"};
}

CLI::Validator between(std::int64_t least, std::int64_t most) {
    return {[least, most](const std::string& text) {
                std::int64_t number = 0;
                const auto* end = text.data() + text.size();
                const auto read = std::from_chars(text.data(), end, number);
                const bool fits =
                    read.ec == std::errc() && read.ptr == end && number >= least && number <= most;
                if (fits) return std::string();
                return in_two(
                    fmt::format("«{}» phải là một số từ {} đến {}", text, least, most),
                    fmt::format("“{}” must be a number from {} to {}", text, least, most));
            },
            fmt::format("[{} - {}]", least, most)};
}

}  // namespace lth::cli
