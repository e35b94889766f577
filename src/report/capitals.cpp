// Capital letters of Vietnamese, without a locale: ASCII, and the letters of UTF-8's blocks
// Latin-1, Latin Extended-A, O and U with horn, and Latin Extended Additional.
#include "report/figures.hpp"

namespace lth::report {
namespace {

constexpr char32_t capital(char32_t letter) {
    const bool ascii = letter >= U'a' && letter <= U'z';
    const bool latin1 = letter >= 0xE0 && letter <= 0xFE && letter != 0xF7;
    if (ascii || latin1) return letter - 0x20;
    // In these blocks each capital stands before its small letter: Ăă Đđ Ĩĩ Ũũ, Ơơ, Ưư, Ạạ … Ỹỹ.
    const bool extended = letter >= 0x100 && letter <= 0x17F && letter != 0x131;
    const bool vietnamese = letter >= 0x1EA0 && letter <= 0x1EFF;
    if ((extended || vietnamese) && letter % 2 == 1) return letter - 1;
    if (letter == 0x1A1 || letter == 0x1B0) return letter - 1;  // ơ, ư
    return letter;
}

void append(std::string& text, char32_t letter) {
    const auto tail = [&](unsigned shift) {
        text += static_cast<char>(0x80U | ((letter >> shift) & 0x3FU));
    };
    if (letter < 0x80) {
        text += static_cast<char>(letter);
    } else if (letter < 0x800) {
        text += static_cast<char>(0xC0U | (letter >> 6U));
        tail(0);
    } else {
        text += static_cast<char>(0xE0U | (letter >> 12U));
        tail(6);
        tail(0);
    }
}

}  // namespace

std::string capitals(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (size == 4 || i + size > text.size()) {  // no letter that has a capital
            out += text.substr(i, size);
            i += size;
            continue;
        }
        char32_t letter = size == 1 ? lead : size == 2 ? lead & 0x1FU : lead & 0x0FU;
        for (std::size_t j = 1; j < size; ++j) {
            letter = (letter << 6U) | (static_cast<unsigned char>(text[i + j]) & 0x3FU);
        }
        append(out, capital(letter));
        i += size;
    }
    return out;
}

}  // namespace lth::report
