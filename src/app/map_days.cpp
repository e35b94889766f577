#include "app/map_days.hpp"

#include <algorithm>

#include "core/territory/history.hpp"
#include "core/territory/view.hpp"

namespace lth::app {

std::vector<MapDay> map_days(const core::territory::Territory& territory) {
    std::vector<core::Date> days;
    for (const auto& list : territory.lists) {
        if (territory.ops[list.op].live) days.push_back(list.as_of);
    }
    for (const auto& unit : territory.units) {
        for (const auto& fact : unit.facts) days.push_back(fact.from);
    }
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    std::vector<MapDay> maps;
    for (const auto day : days) {
        const auto view = core::territory::make_view(territory, day);
        const auto count = [&](core::territory::Level level) {
            return static_cast<std::int64_t>(core::territory::count_units(view, level));
        };
        const MapDay map{day, count(core::territory::Level::district),
                         count(core::territory::Level::commune)};
        const bool same = !maps.empty() && maps.back().districts == map.districts &&
                          maps.back().communes == map.communes;
        if (!same) maps.push_back(map);
    }
    return maps;
}

}  // namespace lth::app
