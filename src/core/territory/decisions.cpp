#include <algorithm>
#include <map>

#include "core/territory/view.hpp"

namespace lth::core::territory {
namespace {

/// What received a part on that day received the whole: nothing is left to decide.
bool is_all_of_it(const UnitHistory& unit, const UnitLink& part) {
    return std::ranges::any_of(unit.successors, [&](const UnitLink& link) {
        return link.share == Share::whole && link.other == part.other && link.from == part.from;
    });
}

/// The last day up to `date` on which parts of the unit went to others; none: never split.
std::vector<UnitLink> last_split(const UnitHistory& unit, Date date) {
    std::vector<UnitLink> parts;
    for (const auto& link : unit.successors) {
        if (link.share != Share::part || link.from > date || is_all_of_it(unit, link)) continue;
        if (!parts.empty() && parts.front().from != link.from) parts.clear();
        parts.push_back(link);
    }
    return parts;
}

}  // namespace

std::vector<OpenDecision> open_decisions(const Territory& territory, Date as_of) {
    const auto view = make_view(territory, as_of);
    std::map<UnitSlot, std::size_t> splits;
    std::vector<OpenDecision> decisions;
    for (UnitSlot slot = 0; slot < territory.units.size(); ++slot) {
        const auto& unit = territory.units[slot];
        const auto parts = last_split(unit, view.dates.units);
        if (parts.empty()) continue;
        const auto before = unit_on(territory, slot, parts.front().from - 1);
        OpenDecision decision{.kind = DecisionKind::split,
                              .unit = unit.id,
                              .code = std::string(before.code),
                              .name = std::string(before.name),
                              .since = parts.front().from,
                              .choices = {},
                              .villages = {}};
        for (const auto& part : parts) decision.choices.push_back(territory.units[part.other].id);
        splits[slot] = decisions.size();
        decisions.push_back(std::move(decision));
    }
    for (VillageSlot slot = 0; slot < territory.villages.size(); ++slot) {
        for (const auto& fact : territory.villages[slot].facts) {
            const auto split = splits.find(fact.unit);
            const bool names_unit =
                fact.kind == VillageFactKind::created || fact.kind == VillageFactKind::unit;
            if (!names_unit || split == splits.end()) continue;
            auto& decision = decisions[split->second];
            if (fact.from >= decision.since) continue;
            decision.villages_on_record = true;
            const auto state = village_on(territory, slot, view.dates.villages);
            if (state.exists && state.unit == fact.unit && state.assigned_from == fact.from) {
                decision.villages.push_back(territory.villages[slot].id);
            }
        }
    }
    std::erase_if(decisions, [](const OpenDecision& decision) {
        return decision.villages_on_record && decision.villages.empty();
    });
    for (const auto& unit : view.units) {
        if (unit.standing != Standing::ended) continue;
        const auto slot = territory.unit_index.at(unit.id);
        decisions.push_back({.kind = DecisionKind::successor,
                             .unit = unit.id,
                             .code = unit.code,
                             .name = unit.name,
                             .since = unit_on(territory, slot, view.dates.units).since,
                             .choices = {},
                             .villages = {}});
    }
    return decisions;
}

}  // namespace lth::core::territory
