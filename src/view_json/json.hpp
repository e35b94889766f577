// Writes JSON text piece by piece, commas by itself. Fields come out in the order they are written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lth::view_json {

class Json {
public:
    Json& begin_object();
    Json& end_object();
    Json& begin_array();
    Json& end_array();
    Json& key(std::string_view name);

    Json& null();
    Json& string(std::string_view text);
    Json& number(std::int64_t value);
    Json& boolean(bool value);
    /// A number already spelled, "0.691304".
    Json& literal(std::string_view digits);

    // A field: key and value; what is absent is null, never left out.
    Json& field(std::string_view name, std::string_view text) { return key(name).string(text); }
    Json& field(std::string_view name, const char* text) { return key(name).string(text); }
    Json& field(std::string_view name, const std::string& text) { return key(name).string(text); }
    Json& field(std::string_view name, std::int64_t value) { return key(name).number(value); }
    Json& flag(std::string_view name, bool value) { return key(name).boolean(value); }
    Json& field(std::string_view name, const std::optional<std::string>& text);
    Json& field(std::string_view name, std::optional<std::int64_t> value);

    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    void separate();

    std::string text_;
};

}  // namespace lth::view_json
