#include "core/entry_code.hpp"

namespace lth::core {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t bits_of_character = 5;
constexpr std::size_t bits_of_byte = 8;
constexpr std::size_t characters_of_group = 4;

void append(std::string& code, char character) {
    constexpr std::size_t group_and_hyphen = characters_of_group + 1;
    if (code.size() % group_and_hyphen == characters_of_group) code += '-';
    code += character;
}

char plain(char typed) {
    if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
    if (typed == 'O') return '0';
    return typed == 'I' || typed == 'L' ? '1' : typed;
}

}  // namespace

std::string entry_code(const Digest& entry_digest) {
    std::string code;
    for (std::size_t i = 0; i < entry_code_characters; ++i) {
        std::size_t value = 0;
        for (auto bit = i * bits_of_character; bit < (i + 1) * bits_of_character; ++bit) {
            const unsigned byte = entry_digest[bit / bits_of_byte];
            value = value << 1 | (byte >> (bits_of_byte - 1 - bit % bits_of_byte) & 1U);
        }
        append(code, alphabet[value]);
    }
    return code;
}

std::optional<std::string> read_entry_code(std::string_view typed) {
    std::string code;
    std::size_t count = 0;
    for (const char raw : typed) {
        if (raw == ' ' || raw == '-') continue;
        const char character = plain(raw);
        if (!alphabet.contains(character)) return std::nullopt;
        append(code, character);
        ++count;
    }
    if (count != entry_code_characters) return std::nullopt;
    return code;
}

}  // namespace lth::core
