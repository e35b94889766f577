#include "http/target.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "http/limits.hpp"

namespace lth::http {
namespace {

enum class Plus : bool { literal, space };  // in a query, + is a space (WHATWG URL, 5.1)

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

std::optional<std::string> decoded(std::string_view text, Plus plus) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex_digit(text[i + 1]);
            const int low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus == Plus::space) {
            c = ' ';
        }
        if (is_control(c)) return std::nullopt;
        out += c;
    }
    if (!core::is_valid_utf8(out)) return std::nullopt;
    return out;
}

core::Result<void> read_path(std::string_view path, Target& target) {
    if (path.empty() || path.front() != '/') return core::reject("http.target.malformed");
    target.path = path;
    std::size_t at = 1;
    while (at < path.size()) {
        const auto end = std::min(path.find('/', at), path.size());
        auto segment = decoded(path.substr(at, end - at), Plus::literal);
        if (!segment || segment->empty() || *segment == "." || *segment == "..") {
            return core::reject("http.target.malformed");
        }
        if (target.segments.size() == max_segments) return core::reject("http.target.malformed");
        target.segments.push_back(std::move(*segment));
        at = end + 1;
    }
    return {};
}

core::Result<void> read_query(std::string_view query, Target& target) {
    std::size_t at = 0;
    while (at < query.size()) {
        const auto end = std::min(query.find('&', at), query.size());
        const auto pair = query.substr(at, end - at);
        at = end + 1;
        if (pair.empty()) continue;
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = decoded(pair.substr(0, equals), Plus::space);
        auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::space);
        if (!name || !value || name->empty()) return core::reject("http.target.malformed");
        if (value->size() > max_parameter_bytes || target.parameters.size() == max_parameters) {
            return core::reject("http.parameter.too_long", *name,
                                {{"limit", std::to_string(max_parameter_bytes)}});
        }
        const bool twice = std::ranges::any_of(
            target.parameters, [&](const auto& parameter) { return parameter.first == *name; });
        if (twice) {
            return core::reject("http.parameter.twice", *name, {{"name", *name}});
        }
        target.parameters.emplace_back(std::move(*name), std::move(*value));
    }
    return {};
}

}  // namespace

std::optional<std::string_view> Target::parameter(std::string_view name) const {
    for (const auto& [key, value] : parameters) {
        if (key == name && !value.empty()) return value;
    }
    return std::nullopt;
}

core::Result<Target> parse_target(std::string_view text) {
    Target target;
    // Answers and the log tell the target back as it came: bare bytes must be text before an
    // escape completes them.
    if (!core::is_valid_utf8(text)) return core::reject("http.target.malformed");
    const auto question = std::min(text.find('?'), text.size());
    if (auto path = read_path(text.substr(0, question), target); !path) {
        return std::unexpected(std::move(path.error()));
    }
    if (question < text.size()) {
        if (auto query = read_query(text.substr(question + 1), target); !query) {
            return std::unexpected(std::move(query.error()));
        }
    }
    return target;
}

std::string percent_encoded(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    static constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (plain.contains(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

}  // namespace lth::http
