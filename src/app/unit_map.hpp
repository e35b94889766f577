// Units on the map of a day, for whoever judges rights over them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/reading.hpp"

namespace lth::app {

class UnitMap {
public:
    virtual ~UnitMap() = default;

    /// The unit and all above it, as of today; of one that ended, what all of it went into and all
    /// above that; empty if there is none, or nothing is known of it.
    [[nodiscard]] virtual std::vector<core::UnitId> units_over(const core::UnitId& unit) = 0;
    /// The units over a book on a day, as Places has them for today.
    [[nodiscard]] virtual std::vector<core::UnitId> units_over_on(const core::BookId& book,
                                                                  core::Date day) = 0;
    /// By its code or its id on today's map.
    [[nodiscard]] virtual std::optional<UnitRef> find_unit(std::string_view code_or_id) = 0;
};

}  // namespace lth::app
