#include "view_json/json.hpp"

namespace lth::view_json {

void Json::separate() {
    if (text_.empty()) return;
    const char last = text_.back();
    if (last != '{' && last != '[' && last != ':') text_ += ',';
}

Json& Json::begin_object() {
    separate();
    text_ += '{';
    return *this;
}

Json& Json::end_object() {
    text_ += '}';
    return *this;
}

Json& Json::begin_array() {
    separate();
    text_ += '[';
    return *this;
}

Json& Json::end_array() {
    text_ += ']';
    return *this;
}

Json& Json::key(std::string_view name) {
    string(name);
    text_ += ':';
    return *this;
}

Json& Json::null() { return literal("null"); }

Json& Json::string(std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    separate();
    text_ += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            text_ += '\\';
            text_ += c;
        } else if (c == '\n') {
            text_ += "\\n";
        } else if (byte < 0x20) {
            text_ += "\\u00";
            text_ += digits[byte >> 4U];
            text_ += digits[byte & 15U];
        } else {
            text_ += c;
        }
    }
    text_ += '"';
    return *this;
}

Json& Json::number(std::int64_t value) { return literal(std::to_string(value)); }

Json& Json::boolean(bool value) { return literal(value ? "true" : "false"); }

Json& Json::literal(std::string_view digits) {
    separate();
    text_ += digits;
    return *this;
}

Json& Json::field(std::string_view name, const std::optional<std::string>& text) {
    key(name);
    return text ? string(*text) : null();
}

Json& Json::field(std::string_view name, std::optional<std::int64_t> value) {
    key(name);
    return value ? number(*value) : null();
}

}  // namespace lth::view_json
