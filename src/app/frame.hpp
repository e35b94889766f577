// The dates and the unit that an answer is about.
#pragma once

#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/ids.hpp"
#include "core/territory/kinds.hpp"

namespace lth::app {

struct UnitRef {
    core::UnitId id;
    std::string code;
    std::string name;  // with its kind: "Phường Hàm Rồng"
    core::territory::UnitKind kind = core::territory::UnitKind::commune;
    core::territory::Level level = core::territory::Level::commune;
    std::string parent = {};  // code; empty: none
};

/// Dates as they were answered, and how fresh the answer is.
struct Frame {
    core::Date as_of;
    core::Date units_as_of;
    std::int64_t known_at = 0;       // ms UTC
    bool known_now = true;           // false: known_at was asked for
    bool simulated = false;          // a demonstration: people and clubs are made up
    std::vector<UnitRef> path = {};  // from the province to the unit asked about; empty: all
    std::vector<core::UnitId> clusters = {};  // that hold it, of a commune
};

}  // namespace lth::app
