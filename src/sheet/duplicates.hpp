// Rows that may be the same person or club: found by folded names, never decided here.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lth::sheet {

/// What two rows are compared by. Unknown years and villages are equal to each other only.
struct DuplicateKey {
    std::string name;   // folded
    std::int32_t year;  // 0: unknown
    std::string place;  // folded; empty: unknown

    friend auto operator<=>(const DuplicateKey&, const DuplicateKey&) = default;
};

/// A person by name, year of birth and village.
[[nodiscard]] DuplicateKey person_key(std::string_view name, std::optional<std::int32_t> birth_year,
                                      std::string_view village);

/// A club by name and commune. "CLB LTHTGN Tào Trụ" and "Câu lạc bộ liên thế hệ tự giúp nhau Tào
/// Trụ" are one name.
[[nodiscard]] DuplicateKey club_key(std::string_view name, std::string_view commune);

/// Indices of equal keys, two or more in a group, in the order of their first occurrence.
[[nodiscard]] std::vector<std::vector<std::size_t>> duplicate_groups(
    std::span<const DuplicateKey> keys);

}  // namespace lth::sheet
