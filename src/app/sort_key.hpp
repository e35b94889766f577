// What lists are sorted by: a key that is made once for each line, equals as they came in.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/date.hpp"
#include "core/text.hpp"

namespace lth::app {

/// What is not known comes last, then numbers, then text.
using SortKey = std::tuple<bool, std::int64_t, std::string>;

/// `direction`: 1 the smallest first, −1 the largest.
[[nodiscard]] inline SortKey number_key(std::optional<std::int64_t> number, int direction) {
    return {!number, number.value_or(0) * direction, {}};
}

[[nodiscard]] inline SortKey date_key(std::optional<core::Date> date, int direction) {
    return {!date, std::int64_t{date.value_or(core::Date{}).days} * direction, {}};
}

/// Of a club or an association.
[[nodiscard]] inline SortKey name_key(std::string_view name) {
    return {false, 0, core::place_sort_key(name)};
}

[[nodiscard]] inline SortKey place_key(std::string_view commune_name,
                                       std::string_view village_name) {
    constexpr char end_of_name = '\x01';  // below all of a key: "Hải" before "Hải Hà"
    return {false, 0,
            core::place_sort_key(commune_name) + end_of_name + core::place_sort_key(village_name)};
}

template <class Line, class KeyOf>
void sort_by_key(std::vector<Line>& lines, const KeyOf& key_of) {
    std::vector<std::pair<SortKey, std::size_t>> order;
    order.reserve(lines.size());
    for (const auto& line : lines) order.emplace_back(key_of(line), order.size());
    std::ranges::sort(order);
    std::vector<Line> sorted;
    sorted.reserve(lines.size());
    for (const auto& [key, place] : order) sorted.push_back(std::move(lines[place]));
    lines = std::move(sorted);
}

}  // namespace lth::app
