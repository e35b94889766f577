#include "app/bare_ops.hpp"

namespace lth::app {

std::vector<std::string> bare_ops(std::string_view body) {
    // Bodies are canonical or at least valid JSON, so braces nest.
    std::vector<std::string> ops;
    std::size_t depth = 0;
    std::size_t start = 0;
    bool quoted = false;
    for (auto at = body.find('['); at < body.size(); ++at) {
        const char c = body[at];
        if (quoted) {
            if (c == '\\') ++at;
            if (c == '"') quoted = false;
            continue;
        }
        if (c == '"') quoted = true;
        if (c == '{' && depth++ == 0) start = at;
        if (c == '}' && --depth == 0) {
            ops.emplace_back(body.substr(start, at - start + 1));
        } else if (c == ']' && depth == 0) {
            break;
        }
    }
    return ops;
}

std::string text_field(std::string_view object, std::string_view key) {
    const auto found = object.find("\"" + std::string(key) + "\":\"");
    if (found == std::string_view::npos) return {};
    const auto start = found + key.size() + 4;
    return std::string(object.substr(start, object.find('"', start) - start));
}

}  // namespace lth::app
