#include <algorithm>

#include "core/territory/history.hpp"

namespace lth::core::territory {
namespace {

/// Walks successions from one unit to all that exist on a day.
class Lineage {
public:
    Lineage(const Territory& territory, Date date) : territory_(territory), date_(date) {}

    void walk(UnitSlot unit, Share share) {
        const auto state = unit_on(territory_, unit, date_);
        if (state.exists) {
            add(territory_.units[unit].id, share);
            return;
        }
        if (std::ranges::find(seen_, unit) != seen_.end()) return;
        seen_.push_back(unit);
        auto links = successors_by(territory_, unit, date_);
        if (links.empty()) links = predecessors_from(territory_, unit, date_);
        for (const auto& link : links) {
            walk(link.other, share == Share::part ? Share::part : link.share);
        }
    }

    std::vector<Relative> take() { return std::move(found_); }

private:
    void add(UnitId unit, Share share) {
        const auto same = std::ranges::find(found_, unit, &Relative::unit);
        if (same == found_.end()) {
            found_.push_back({unit, share});
        } else if (share == Share::whole) {
            same->share = share;
        }
    }

    const Territory& territory_;
    Date date_;
    std::vector<UnitSlot> seen_;
    std::vector<Relative> found_;
};

/// The unit's own classes, else those of what it stood under, as recorded.
std::optional<Classes> climb(const Territory& territory, UnitSlot unit, Date date) {
    for (int level = 0; level < 3; ++level) {
        if (const auto own = last_classes(territory, territory.units[unit].classes, date))
            return own;
        const auto state = unit_on(territory, unit, date);
        const auto at =
            state.parent ? territory.unit_index.find(*state.parent) : territory.unit_index.end();
        if (at == territory.unit_index.end()) return std::nullopt;
        unit = at->second;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Relative> relatives_on(const Territory& territory, UnitId unit, Date date) {
    const auto at = territory.unit_index.find(unit);
    if (at == territory.unit_index.end()) return {};
    Lineage lineage(territory, map_dates(territory, date).units);
    lineage.walk(at->second, Share::whole);
    return lineage.take();
}

std::optional<Classes> last_classes(const Territory& territory, std::span<const ClassFact> facts,
                                    Date date) {
    for (auto at = facts.size(); at-- > 0;) {
        if (facts[at].from > date) continue;
        return Classes{facts[at].mask, territory.ops[facts[at].op].evidence};
    }
    return std::nullopt;
}

std::optional<Classes> unit_classes_on(const Territory& territory, UnitId unit, Date date) {
    const auto at = territory.unit_index.find(unit);
    if (at == territory.unit_index.end()) return std::nullopt;
    return climb(territory, at->second, map_dates(territory, date).units);
}

std::optional<Classes> village_classes_on(const Territory& territory, VillageId village,
                                          Date date) {
    const auto at = territory.village_index.find(village);
    if (at == territory.village_index.end()) return std::nullopt;
    const auto& history = territory.villages[at->second];
    if (history.facts.empty()) return std::nullopt;
    Resolver resolver(territory, map_dates(territory, date));
    const auto answering = resolver.dates().units;
    if (const auto own = last_classes(territory, history.classes, answering)) return own;
    const auto place = resolver.place_village(at->second);
    if (place.unit.unit != no_slot) {
        if (const auto of_unit = climb(territory, place.unit.unit, answering)) return of_unit;
    }
    // A class given to a commune that has since been merged still says what the village is.
    return climb(territory, village_on(territory, at->second, answering).unit, answering);
}

}  // namespace lth::core::territory
