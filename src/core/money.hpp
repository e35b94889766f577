// Money: whole đồng in 64 bits, and the few roundings the ledger allows. No floating point
// anywhere.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string>

namespace lth::core {

/// Signed đồng. Values that are recorded satisfy |dong| ≤ max_dong, so that a browser reads them
/// exactly.
struct Money {
    std::int64_t dong = 0;

    friend auto operator<=>(const Money&, const Money&) = default;
    friend constexpr Money operator+(Money a, Money b) { return {a.dong + b.dong}; }
    friend constexpr Money operator-(Money a, Money b) { return {a.dong - b.dong}; }
    friend constexpr Money operator-(Money a) { return {-a.dong}; }
    constexpr Money& operator+=(Money other) { return dong += other.dong, *this; }
    constexpr Money& operator-=(Money other) { return dong -= other.dong, *this; }
};

inline constexpr std::int64_t max_dong = (std::int64_t{1} << 53) - 1;
inline constexpr std::int64_t one_million = 1'000'000;  // the whole, in parts per million

/// amount × rate_ppm / 1,000,000, rounded half up to a whole multiple of `unit` (đồng, ≥ 1).
/// amount ≥ 0 and rate_ppm ≥ 0; the product is taken in 128 bits.
[[nodiscard]] Money share_of(Money amount, std::int64_t rate_ppm, std::int64_t unit);

/// amount / parts, rounded down to a multiple of `unit`. amount ≥ 0, parts ≥ 1.
[[nodiscard]] Money floor_share(Money amount, std::int64_t parts, std::int64_t unit);

inline constexpr std::size_t split_parts = 4;

/// Divides `amount` by shares in ppm (summing to 1,000,000) in whole units by largest remainder;
/// ties go to the earlier part, what is below one unit goes to the first part.
[[nodiscard]] std::array<Money, split_parts> split(Money amount,
                                                   std::span<const std::int64_t, split_parts> ppm,
                                                   std::int64_t unit);

/// "1.234.567 đ": dots for thousands as in Vietnamese documents (decree 30/2020).
[[nodiscard]] std::string grouped(std::int64_t value);
[[nodiscard]] std::string to_text(Money amount);

}  // namespace lth::core
