#include "sheet/unicode.hpp"

#include <algorithm>
#include <stdexcept>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace lth::sheet {
namespace {

const icu::Normalizer2& nfc_normalizer() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no NFC data");
    return *found;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_space(UChar32 code) {
    return code <= 0x20 || (code >= 0x7F && code <= 0xA0) || (code >= 0x2000 && code <= 0x200F) ||
           code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x2060 ||
           code == 0x3000 || code == 0xFEFF;
}

}  // namespace

std::string nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    static const icu::Normalizer2& normalizer = nfc_normalizer();
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    UErrorCode status = U_ZERO_ERROR;
    if (normalizer.isNormalizedUTF8(piece, status) != 0) return std::string(text);
    std::string composed;
    composed.reserve(text.size());
    icu::StringByteSink<std::string> sink(&composed);
    status = U_ZERO_ERROR;
    normalizer.normalizeUTF8(0, piece, sink, nullptr, status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU could not normalise a text");
    return composed;
}

std::optional<std::string> utf8_from_utf16(std::string_view bytes, ByteOrder order) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char16_t>(order == ByteOrder::little ? first | second << 8
                                                                : first << 8 | second);
    };
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        UChar32 code = unit(at);
        if (U16_IS_SURROGATE(code)) {
            if (!U16_IS_LEAD(code) || at + 2 >= bytes.size()) return std::nullopt;
            const char16_t trail = unit(at + 2);
            if (!U16_IS_TRAIL(trail)) return std::nullopt;
            code = U16_GET_SUPPLEMENTARY(code, trail);
            at += 2;
        }
        char buffer[U8_MAX_LENGTH];
        std::size_t size = 0;
        U8_APPEND_UNSAFE(buffer, size, code);
        text.append(buffer, size);
    }
    return text;
}

std::string tidy(std::string_view text) {
    std::string tidied;
    tidied.reserve(text.size());
    bool gap = false;
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t begin = at;
        UChar32 code = 0;
        U8_NEXT(text.data(), at, size, code);  // NOLINT(bugprone-inc-dec-in-conditions): ICU
        if (is_space(code)) {
            gap = true;
            continue;
        }
        if (gap && !tidied.empty()) tidied += ' ';
        gap = false;
        tidied.append(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    }
    return tidied;
}

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace lth::sheet
