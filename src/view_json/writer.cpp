#include "view_json/writer.hpp"

#include "facts/ratio.hpp"
#include "json/document.hpp"

namespace lth::view_json {

void Writer::separate() {
    if (!first_) out_ += ',';
    first_ = false;
}

Writer& Writer::open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
    return *this;
}

Writer& Writer::close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    separate();
    json::append_string(out_, name);
    out_ += ':';
    first_ = true;
    return *this;
}

Writer& Writer::string(std::string_view text) {
    separate();
    json::append_string(out_, text);
    return *this;
}

Writer& Writer::null() {
    separate();
    out_ += "null";
    return *this;
}

Writer& Writer::boolean(std::optional<bool> value) {
    if (!value) return null();
    separate();
    out_ += *value ? "true" : "false";
    return *this;
}

Writer& Writer::integer(std::optional<std::int64_t> value) {
    if (!value) return null();
    separate();
    out_ += std::to_string(*value);
    return *this;
}

Writer& Writer::fraction(std::optional<std::int64_t> ppm) {
    if (!ppm) return null();
    separate();
    out_ += facts::fraction_text(*ppm);
    return *this;
}

}  // namespace lth::view_json
