#include "app/codes.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"

namespace lth::app {
namespace {

constexpr std::size_t code_bytes = 10;  // two words of eight characters
constexpr std::size_t word_bytes = 5;
constexpr std::size_t code_characters = 16;
constexpr std::size_t max_name_bytes = 80;

std::string grouped(std::string_view code) {
    constexpr std::size_t group = 4;
    std::string text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % group == 0) text += '-';
        text += code[i];
    }
    return text;
}

}  // namespace

PaperCode make_code(Ids& ids) {
    std::array<std::uint8_t, code_bytes> random{};
    ids.fill(random);
    std::string code;
    for (std::size_t at = 0; at < random.size(); at += word_bytes) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < word_bytes; ++i) word = word << 8U | random.at(at + i);
        code += core::base32_text(word).substr(2);  // 40 bits: the last eight of ten characters
    }
    return {grouped(code), core::sha256(code)};
}

std::optional<core::Digest> hash_of_code(std::string_view typed) {
    std::string code;
    for (char c : typed) {
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        code += c;
    }
    constexpr std::string_view characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const bool sound =
        code.size() == code_characters && code.find_first_not_of(characters) == std::string::npos;
    if (!sound) return std::nullopt;
    return core::sha256(code);
}

core::Digest make_secret(Ids& ids) {
    core::Digest secret{};
    ids.fill(secret);
    return secret;
}

core::Digest hash_of_secret(const core::Digest& secret) {
    return core::sha256({reinterpret_cast<const char*>(secret.data()), secret.size()});
}

bool may_be_shown(std::string_view name) {
    return !name.empty() && name.size() <= max_name_bytes && core::is_valid_utf8(name) &&
           std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

}  // namespace lth::app
