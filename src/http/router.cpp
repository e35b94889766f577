#include "http/router.hpp"

#include <algorithm>
#include <optional>

namespace lth::http {
namespace {

std::optional<PathValues> values_of(std::string_view pattern, const Target& target) {
    PathValues values;
    std::size_t at = 1;
    for (const auto& segment : target.segments) {
        if (at >= pattern.size()) return std::nullopt;
        const auto end = std::min(pattern.find('/', at), pattern.size());
        const auto part = pattern.substr(at, end - at);
        if (part.front() == '{') {
            values.emplace(part.substr(1, part.size() - 2), segment);
        } else if (part != segment) {
            return std::nullopt;
        }
        at = end + 1;
    }
    if (at < pattern.size()) return std::nullopt;
    return values;
}

}  // namespace

Match match(std::span<const Route> routes, Method method, const Target& target) {
    const Method wanted = method == Method::head ? Method::get : method;
    std::string allowed;
    for (const auto& route : routes) {
        auto values = values_of(route.pattern, target);
        if (!values) continue;
        if (route.method == wanted) return Found{&route, std::move(*values)};
        if (!allowed.empty()) allowed += ", ";
        allowed += to_text(route.method);
        if (route.method == Method::get) allowed += ", HEAD";
    }
    if (allowed.empty()) return NoSuchPath{};
    return NoSuchMethod{std::move(allowed)};
}

std::string_view unknown_parameter(const Route& route, const Target& target) {
    const std::string known = " " + std::string(route.parameters) + " ";
    for (const auto& [name, value] : target.parameters) {
        if (name.contains(' ') || !known.contains(" " + name + " ")) return name;
    }
    return {};
}

}  // namespace lth::http
