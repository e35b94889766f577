#include "core/ids.hpp"

#include "core/hex.hpp"

namespace lth::core {
namespace {

constexpr std::string_view base32_digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t base32_length = 10;

constexpr bool is_dash_position(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

}  // namespace

std::optional<Uuid> parse_uuid(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    Uuid id;
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_dash_position(i)) {
            if (text[i] != '-') return std::nullopt;
            continue;
        }
        const auto digit = hex_digits.find(text[i]);
        if (digit == std::string_view::npos) return std::nullopt;
        auto& byte = id.bytes[nibble / 2];
        byte = static_cast<std::uint8_t>(static_cast<unsigned>(byte) << 4 | digit);
        ++nibble;
    }
    return id;
}

std::string to_text(const Uuid& id) {
    std::string text;
    text.reserve(36);
    for (const auto byte : id.bytes) {
        if (is_dash_position(text.size())) text += '-';
        text += hex_digits[byte >> 4];
        text += hex_digits[byte & 15];
    }
    return text;
}

std::optional<std::uint64_t> parse_base32(std::string_view text) {
    if (text.size() != base32_length) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        const auto digit = base32_digits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        value = value << 5 | digit;
    }
    return value;
}

std::string base32_text(std::uint64_t value) {
    std::string text(base32_length, '0');
    for (std::size_t i = base32_length; i-- > 0; value >>= 5) text[i] = base32_digits[value & 31];
    return text;
}

}  // namespace lth::core
