#include "sheet/duplicates.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/text.hpp"

namespace lth::sheet {
namespace {

/// Titles before the name proper, longest first.
constexpr std::array club_titles = {
    "cau lac bo lien the he tu giup nhau ",
    "clb lien the he tu giup nhau ",
    "cau lac bo lien the he ",
    "clb lien the he ",
    "cau lac bo lthtgn ",
    "clb lthtgn ",
    "clb lth ",
    "cau lac bo ",
    "clb ",
    "lthtgn ",
};

std::string without_title(std::string name) {
    for (const std::string_view title : club_titles) {
        if (name.starts_with(title)) return name.substr(title.size());
    }
    return name;
}

}  // namespace

DuplicateKey person_key(std::string_view name, std::optional<std::int32_t> birth_year,
                        std::string_view village) {
    return {core::fold_words(name), birth_year.value_or(0), core::fold_words(village)};
}

DuplicateKey club_key(std::string_view name, std::string_view commune) {
    return {without_title(core::fold_words(name)), 0, core::fold_words(commune)};
}

std::vector<std::vector<std::size_t>> duplicate_groups(std::span<const DuplicateKey> keys) {
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        const auto compared = keys[a] <=> keys[b];
        return compared != 0 ? compared < 0 : a < b;
    });
    std::vector<std::vector<std::size_t>> groups;
    for (auto begin = order.begin(); begin != order.end();) {
        const auto end = std::find_if(begin, order.end(),
                                      [&](std::size_t i) { return keys[i] != keys[*begin]; });
        if (end - begin > 1) groups.emplace_back(begin, end);
        begin = end;
    }
    std::ranges::sort(groups);
    return groups;
}

}  // namespace lth::sheet
