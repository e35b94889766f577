// Vietnamese text without locale or library: well-formed UTF-8, search without diacritics, the
// order of given names, amounts in words. Everything here works on NFC.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lth::core {

/// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Without spaces, tabs and line ends at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// For search: lower case, without diacritics, đ as d; all else unchanged. "Bà Hoàng Thị Ðức" →
/// "ba hoang thi duc". Combining marks are dropped, so NFD folds the same.
[[nodiscard]] std::string fold_text(std::string_view text);

/// fold_text with everything but letters and digits as one space between words, none at the ends:
/// " Số  QĐ/2020:" → "so qd 2020". For comparing headings and names.
[[nodiscard]] std::string fold_words(std::string_view text);

/// Sorts names as Vietnamese lists do: given name first, then family name and middle names; letters
/// a ă â b c d đ …, then tones ngang huyền hỏi ngã sắc nặng. Compare keys as bytes. What stands in
/// brackets, "(B)", does not count as a name.
[[nodiscard]] std::string name_sort_key(std::string_view name);

/// Sorts names of places and clubs: the same letters and tones, words as they stand, numbers by
/// their value: "Thôn 2" before "Thôn 10".
[[nodiscard]] std::string place_sort_key(std::string_view name);

/// How 105 is read: "một trăm linh năm" in the north, "một trăm lẻ năm" in the south.
enum class ZeroTens : std::uint8_t { linh, le };

/// "một triệu hai trăm nghìn", in lower case; "âm" before negative numbers.
[[nodiscard]] std::string number_in_words(std::int64_t value, ZeroTens zero = ZeroTens::linh);

/// "Một triệu hai trăm nghìn đồng".
[[nodiscard]] std::string money_in_words(std::int64_t dong, ZeroTens zero = ZeroTens::linh);

}  // namespace lth::core
