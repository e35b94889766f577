// Sorting in little code. std::sort is some 3 kB in every instance, and the phone's core, which a
// village loads over a slow network, has two dozen of them.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <utility>

namespace lth::core {

/// Shell's sort: in place, not stable, the same on every platform.
template <class List, class Less = std::ranges::less, class Key = std::identity>
constexpr void sort_list(List& list, Less less = {}, Key key = {}) {
    constexpr std::array<std::size_t, 12> gaps{109'373, 41'011, 15'379, 5'767, 2'162, 811,
                                               301,     132,    57,     23,    10,    4};
    const auto pass = [&](std::size_t gap) {
        for (std::size_t i = gap; i < list.size(); ++i) {
            auto held = std::move(list[i]);
            auto at = i;
            for (; at >= gap; at -= gap) {
                if (!less(std::invoke(key, held), std::invoke(key, list[at - gap]))) break;
                list[at] = std::move(list[at - gap]);
            }
            list[at] = std::move(held);
        }
    };
    for (const auto gap : gaps) {
        if (gap < list.size()) pass(gap);
    }
    pass(1);
}

}  // namespace lth::core
