// Writes JSON in the order given. Shares are spelled from integers, so no floating number is made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lth::view_json {

class Writer {
public:
    Writer& begin_object() { return open('{'); }
    Writer& end_object() { return close('}'); }
    Writer& begin_array() { return open('['); }
    Writer& end_array() { return close(']'); }

    Writer& key(std::string_view name);
    Writer& string(std::string_view text);
    Writer& null();
    Writer& boolean(std::optional<bool> value);
    Writer& integer(std::optional<std::int64_t> value);
    /// Parts per million as a fraction to six decimals: 0.691304.
    Writer& fraction(std::optional<std::int64_t> ppm);

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    Writer& open(char bracket);
    Writer& close(char bracket);
    void separate();

    std::string out_;
    bool first_ =
        true;  // nothing stands yet in the innermost bracket, or a key has just been written
};

}  // namespace lth::view_json
