// Exact decimal numbers as spreadsheets write them, without floating point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lth::sheet {

/// units / 10^scale; 0 ≤ scale ≤ 18.
struct Decimal {
    std::int64_t units = 0;
    int scale = 0;
};

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What a file says ("1.2345E+3", "0.30000000000000004") as plain decimal text ("1234.5", "0.3").
/// A fraction is rounded to 15 significant digits, as Excel shows it: what lies beyond is noise of
/// binary arithmetic. Whole digits are never touched. nullopt: not a number, or beyond 10^±400.
[[nodiscard]] std::optional<std::string> canonical_number(std::string_view text);

/// Reads canonical text. Digits after the 18th decimal are dropped; nullopt if it does not fit.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view canonical);

/// value × 10^power, 0 ≤ power ≤ 18; nullopt if it does not fit.
[[nodiscard]] std::optional<Decimal> times_power_of_ten(Decimal value, int power);

/// The value if it is whole.
[[nodiscard]] std::optional<std::int64_t> whole(Decimal value);

/// Rounded half away from zero.
[[nodiscard]] std::int64_t rounded(Decimal value);

}  // namespace lth::sheet
