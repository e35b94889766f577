// How many villages, elderly people and poor households a unit has: from the list where it is said
// to be complete, else as units state it, else unknown.
#pragma once

#include <optional>

#include "core/territory/view.hpp"

namespace lth::core::territory {

enum class Figure : std::uint8_t { villages, elderly_population, poor_households };

enum class FigureSource : std::uint8_t { list, report };

struct Denominator {
    std::int64_t value = 0;
    FigureSource source = FigureSource::report;
    bool synthetic = false;  // rests on what was made up for a demonstration

    friend bool operator==(const Denominator&, const Denominator&) = default;
};

/// On the view's day. A unit without a statement of its own has the sum of its parts, or of the
/// units it was wholly made of; one part unknown: null. `territory` is the book the view was made
/// from.
[[nodiscard]] std::optional<Denominator> denominator(const Territory& territory,
                                                     const TerritoryView& view, Node node,
                                                     Figure figure);

}  // namespace lth::core::territory
