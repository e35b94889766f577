#include "core/text.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace lth::core {
namespace {

constexpr char32_t none = 0xFFFFFFFF;

struct Decoded {
    char32_t code = none;  // none: not well formed, one byte is taken
    std::size_t size = 1;
};

/// The code point that begins at `at`; at < text.size().
constexpr Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return {};
    char32_t code = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return {};
        code = code << 6 | (byte(at + i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < smallest[size] || surrogate || code > 0x10FFFF) return {};
    return {code, size};
}

/// The letter below the diacritics, for code points from `first` on; '.' where there is none.
struct FoldRange {
    char32_t first;
    std::string_view letters;
};

// Ð (U+00D0) is Icelandic but looks like Đ and is often typed for it.
constexpr FoldRange latin_1{0xC0,
                            "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"};
constexpr FoldRange latin_a{0x100,
                            "aaaaaaccccccccdddd"
                            "eeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllllllln"
                            "nnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"};
constexpr FoldRange horns{0x1A0, "oo"};
constexpr FoldRange horns_u{0x1AF, "uu"};
constexpr FoldRange vietnamese_vowels{0x1EA0,
                                      "aaaaaaaaaaaaaaaaaaaaaaaa"
                                      "eeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooo"
                                      "uuuuuuuuuuuuuuyyyyyyyy"};
static_assert(latin_1.letters.size() == 64 && latin_a.letters.size() == 128 &&
              vietnamese_vowels.letters.size() == 90);

constexpr char folded_letter(char32_t code) {
    for (const auto& range : {latin_1, latin_a, horns, horns_u, vietnamese_vowels}) {
        if (code >= range.first && code < range.first + range.letters.size()) {
            return range.letters[code - range.first];
        }
    }
    return '.';
}

constexpr bool is_combining_mark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

constexpr char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool is_ascii_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The letters of the sort order, each with its tones: ngang, huyền, hỏi, ngã, sắc, nặng. Letters
// without tones stand alone. f, j, w, z are not Vietnamese but stand where a reader looks for them.
constexpr std::array<std::u32string_view, 33> letters_in_order = {
    U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"b",      U"c",      U"d", U"đ", U"eèẻẽéẹ", U"êềểễếệ",
    U"f",      U"g",      U"h",      U"iìỉĩíị", U"j",      U"k", U"l", U"m",      U"n",
    U"oòỏõóọ", U"ôồổỗốộ", U"ơờởỡớợ", U"p",      U"q",      U"r", U"s", U"t",      U"uùủũúụ",
    U"ưừửữứự", U"v",      U"w",      U"x",      U"yỳỷỹýỵ", U"z"};

constexpr char32_t lower_vietnamese(char32_t code) {
    if (code >= U'A' && code <= U'Z') return code - U'A' + U'a';
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 0x20;
    const bool paired_from_even = (code >= 0x100 && code <= 0x137) || code == 0x168 ||
                                  code == 0x1A0 || (code >= 0x1EA0 && code <= 0x1EF9);
    if (paired_from_even) return code | 1U;
    return code == 0x1AF ? 0x1B0 : code;
}

struct Letter {
    char rank;      // 'A' and on
    unsigned tone;  // 0 ngang … 5 nặng
};

std::optional<Letter> letter_of(char32_t code) {
    const char32_t lower = code == 0xD0 ? U'đ' : lower_vietnamese(code);
    for (std::size_t i = 0; i < letters_in_order.size(); ++i) {
        const auto tone = letters_in_order[i].find(lower);
        if (tone != std::u32string_view::npos) {
            return Letter{static_cast<char>('A' + i), static_cast<unsigned>(tone)};
        }
    }
    return std::nullopt;
}

constexpr bool is_apostrophe(char32_t code) {
    return code == U'\'' || code == U'’' || code == U'‘' || code == U'ʼ';
}

/// The keys of the words of a name: of each the ranks of its letters, '!', its tone.
class WordKeys {
public:
    explicit WordKeys(std::string_view name) {
        for (std::size_t at = 0; at < name.size();) {
            const auto decoded = decode(name, at);
            add(name.substr(at, decoded.size), decoded.code);
            at += decoded.size;
        }
    }

    std::string given_name_first() {
        end_word();
        if (words_.empty()) return {};
        std::string key = words_.back();
        for (std::size_t i = 0; i + 1 < words_.size(); ++i) key += ' ' + words_[i];
        return key;
    }

    std::string in_order() {
        end_word();
        std::string key;
        for (const auto& word : words_) {
            key += ' ';
            const auto digits = std::min(word.find_first_not_of("0123456789"), longest_number);
            if (digits > 0) key += static_cast<char>('0' + digits);  // a longer number is larger
            key += word;
        }
        return key;
    }

private:
    static constexpr std::size_t longest_number = 9;

    void add(std::string_view bytes, char32_t code) {
        if (code == U'(') ++brackets_;
        if (code == U')' && brackets_ > 0) --brackets_;
        if (brackets_ > 0 || is_apostrophe(code)) return;  // K'Sor and H’Mông are single words
        if (const auto letter = letter_of(code)) {
            word_ += letter->rank;
            if (letter->tone != 0) tone_ = letter->tone;
        } else if (code >= U'0' && code <= U'9') {
            word_ += static_cast<char>(code);
        } else if (code >= 0x80) {  // also `none`
            if (code == 0xA0) return end_word();
            word_ += '~';  // after every letter
            word_ += bytes;
        } else {
            end_word();
        }
    }

    void end_word() {
        if (word_.empty()) return;
        words_.push_back(word_ + '!' + static_cast<char>('0' + tone_));
        word_.clear();
        tone_ = 0;
    }

    std::vector<std::string> words_;
    std::string word_;
    unsigned tone_ = 0;
    int brackets_ = 0;
};

constexpr std::array<std::string_view, 10> digit_words = {"không", "một", "hai", "ba",  "bốn",
                                                          "năm",   "sáu", "bảy", "tám", "chín"};

void add_word(std::string& text, std::string_view word) {
    if (!text.empty()) text += ' ';
    text += word;
}

void add_units(std::string& text, unsigned tens, unsigned units) {
    if (units == 0) return;
    if (units == 1 && tens >= 2) return add_word(text, "mốt");
    if (units == 4 && tens >= 2) return add_word(text, "tư");
    if (units == 5 && tens >= 1) return add_word(text, "lăm");
    add_word(text, digit_words[units]);
}

/// Three digits, not all zero; after other digits the hundreds are read even when they are zero.
void add_group(std::string& text, unsigned group, ZeroTens zero) {
    const unsigned hundreds = group / 100;
    const unsigned tens = group / 10 % 10;
    const bool read_hundreds = hundreds != 0 || !text.empty();
    if (read_hundreds) {
        add_word(text, digit_words[hundreds]);
        add_word(text, "trăm");
    }
    if (tens == 0 && group % 10 != 0 && read_hundreds) {
        add_word(text, zero == ZeroTens::linh ? "linh" : "lẻ");
    }
    if (tens == 1) add_word(text, "mười");
    if (tens >= 2) {
        add_word(text, digit_words[tens]);
        add_word(text, "mươi");
    }
    add_units(text, tens, group % 10);
}

/// Nine digits at a time, since tỷ is the largest word: 10^18 is "tỷ tỷ".
void add_number(std::string& text, std::uint64_t value, ZeroTens zero) {
    constexpr std::uint64_t billion = 1'000'000'000;
    if (value >= billion) {
        add_number(text, value / billion, zero);
        add_word(text, "tỷ");
        value %= billion;
    }
    struct Power {
        std::uint64_t divisor;
        std::string_view name;
    };
    constexpr std::array powers = {Power{1'000'000, "triệu"}, Power{1'000, "nghìn"}, Power{1, ""}};
    for (const auto& [divisor, name] : powers) {
        const auto group = static_cast<unsigned>(value / divisor % 1000);
        if (group == 0) continue;
        add_group(text, group, zero);
        if (!name.empty()) add_word(text, name);
    }
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto decoded = decode(text, at);
        if (decoded.code == none) return false;
        at += decoded.size;
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string fold_text(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = decode(text, at);
        const std::string_view bytes = text.substr(at, size);
        at += size;
        if (size == 1) {
            folded += lower_ascii(bytes.front());
        } else if (const char letter = folded_letter(code); letter != '.') {
            folded += letter;
        } else if (!is_combining_mark(code)) {
            folded += bytes;
        }
    }
    return folded;
}

std::string fold_words(std::string_view text) {
    std::string words;
    words.reserve(text.size());
    bool gap = false;
    const auto add = [&](std::string_view bytes) {
        if (gap && !words.empty()) words += ' ';
        gap = false;
        words += bytes;
    };
    const std::string folded = fold_text(text);
    for (std::size_t at = 0; at < folded.size();) {
        const auto [code, size] = decode(folded, at);
        const std::string_view bytes = std::string_view(folded).substr(at, size);
        at += size;
        // Latin letters and digits, and other scripts' letters; U+2000 … U+2BFF is punctuation.
        const bool punctuation = code == none || (code >= 0x80 && code < 0xC0) ||
                                 (code >= 0x2000 && code < 0x2C00) || code == 0xFEFF ||
                                 (code < 0x80 && !is_ascii_letter_or_digit(bytes.front()));
        if (punctuation) {
            gap = true;
        } else {
            add(bytes);
        }
    }
    return words;
}

std::string name_sort_key(std::string_view name) { return WordKeys(name).given_name_first(); }

std::string place_sort_key(std::string_view name) { return WordKeys(name).in_order(); }

std::string number_in_words(std::int64_t value, ZeroTens zero) {
    if (value == 0) return std::string(digit_words[0]);
    // The negation of the smallest value does not fit in 64 signed bits.
    const auto bits = static_cast<std::uint64_t>(value);
    std::string text;
    add_number(text, value < 0 ? ~bits + 1 : bits, zero);
    return value < 0 ? "âm " + text : text;
}

std::string money_in_words(std::int64_t dong, ZeroTens zero) {
    std::string text = number_in_words(dong, zero) + " đồng";
    // Only the first letters of number words occur here: ASCII ones, and â of "âm".
    if (text.starts_with("â")) return "Â" + text.substr(std::string_view("â").size());
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}  // namespace lth::core
