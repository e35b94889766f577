#include "report/placeholder.hpp"

#include <algorithm>

namespace lth::report {
namespace {

// As much of a broken placeholder as helps to find it.
constexpr std::size_t shown_bytes = 40;

std::string shown(std::string_view text) {
    text = text.substr(0, shown_bytes);
    // Not in the middle of a letter.
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) {
        text.remove_suffix(1);
    }
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) text.remove_suffix(1);
    return std::string(text);
}

std::string_view trim(std::string_view text) {
    // Word puts no-break spaces where somebody pressed Ctrl+Shift+Space; they are left to be named.
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool is_name(std::string_view name) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '.' || c == '-';
    };
    return !name.empty() && std::ranges::all_of(name, fits) && std::ranges::count(name, '.') <= 1;
}

core::Rejection about(core::RuleRef rule, std::string name, std::string_view place) {
    return core::make_rejection(rule, {},
                                {{"name", std::move(name)}, {"place", std::string(place)}});
}

Placeholder read(std::string_view inner) {
    inner = trim(inner);
    Placeholder found;
    constexpr std::string_view if_mark = "#if ";
    if (inner == "/if") {
        found.mark = Mark::close_if;
        inner = "if";
    } else if (inner.starts_with(if_mark)) {
        found.mark = Mark::open_if;
        inner.remove_prefix(if_mark.size());
    } else if (inner.starts_with('#')) {
        found.mark = Mark::list;
        inner.remove_prefix(1);
    } else if (inner.starts_with('/')) {
        found.mark = Mark::list_end;
        inner.remove_prefix(1);
    }
    found.name = std::string(trim(inner));
    return found;
}

}  // namespace

core::Result<std::vector<Placeholder>> find_placeholders(std::string_view text,
                                                         std::string_view place) {
    std::vector<Placeholder> found;
    for (auto at = text.find("{{"); at != std::string_view::npos;) {
        const auto close = text.find("}}", at + 2);
        const auto next = text.find("{{", at + 2);
        if (close == std::string_view::npos || next < close) {
            return std::unexpected(
                about("report.placeholder.open", shown(text.substr(at + 2, next - at - 2)), place));
        }
        auto placeholder = read(text.substr(at + 2, close - at - 2));
        if (!is_name(placeholder.name)) {
            return std::unexpected(about("report.placeholder.malformed",
                                         shown(text.substr(at + 2, close - at - 2)), place));
        }
        placeholder.begin = at;
        placeholder.end = close + 2;
        found.push_back(std::move(placeholder));
        at = next;
    }
    return found;
}

core::Rejection unknown_placeholder(std::string_view name, std::string_view place,
                                    const Scope& scope) {
    const auto list = name.substr(0, name.find('.'));
    const bool of_a_list = list.size() < name.size() && scope.values.lists.contains(list);
    if (of_a_list && list != scope.list) {
        return about("report.list.outside", std::string(name), place);
    }
    return about("report.placeholder.unknown", std::string(name), place);
}

}  // namespace lth::report
