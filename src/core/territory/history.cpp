#include "core/territory/history.hpp"

#include <algorithm>

namespace lth::core::territory {
namespace {

void take(UnitState& state, const UnitFact& fact) {
    switch (fact.kind) {
        case UnitFactKind::row:
            if (!state.exists) state.since = fact.from;
            state.exists = true;
            state.row_op = fact.op;
            state.code = fact.row.code.value;
            state.name = fact.row.name.value;
            state.kind = fact.row.kind;
            state.parent = fact.row.parent;
            break;
        case UnitFactKind::name:
            state.name = fact.row.name.value;
            if (!fact.row.code.value.empty()) state.code = fact.row.code.value;
            break;
        case UnitFactKind::kind:
            state.name = fact.row.name.value;
            state.kind = fact.row.kind;
            break;
        case UnitFactKind::parent:
            state.parent = fact.row.parent;
            break;
        case UnitFactKind::end:
            if (state.exists) state.since = fact.from;
            state.exists = false;
            state.row_op = fact.op;
            break;
    }
}

bool has_fact_of(const UnitHistory& unit, OpNumber op) {
    return std::ranges::any_of(unit.facts, [op](const UnitFact& fact) { return fact.op == op; });
}

/// Ends the unit at the first list after its last fact that does not name it.
void end_by_lists(const Territory& territory, const UnitHistory& unit, Date date,
                  UnitState& state) {
    const auto last = std::ranges::find_if(
        unit.facts.rbegin(), unit.facts.rend(),
        [&](const UnitFact& fact) { return fact.from <= date && fact.kind == UnitFactKind::row; });
    for (const auto& list : territory.lists) {
        if (list.as_of > date) break;
        const bool after = list.as_of != last->from ? list.as_of > last->from : list.op > last->op;
        if (!after || has_fact_of(unit, list.op)) continue;
        state.exists = false;
        state.since = list.as_of;
        state.row_op = list.op;
        return;
    }
}

/// Keeps the first link to each unit; whole if any of them says so.
std::vector<UnitLink> distinct(std::vector<UnitLink> links) {
    std::vector<UnitLink> kept;
    for (const auto& link : links) {
        const auto same = std::ranges::find(kept, link.other, &UnitLink::other);
        if (same == kept.end()) {
            kept.push_back(link);
        } else if (link.share == Share::whole) {
            same->share = Share::whole;
        }
    }
    return kept;
}

template <class Link>
std::vector<Link> of_day(const std::vector<Link>& links, Date day) {
    std::vector<Link> found;
    std::ranges::copy_if(links, std::back_inserter(found),
                         [day](const Link& link) { return link.from == day; });
    return found;
}

/// The links of the last day from `low` to `high`.
std::vector<VillageLink> last_by(const std::vector<VillageLink>& links, Date low, Date high) {
    for (auto at = links.size(); at-- > 0;) {
        if (links[at].from <= high) {
            return links[at].from < low ? std::vector<VillageLink>{}
                                        : of_day(links, links[at].from);
        }
    }
    return {};
}

}  // namespace

std::optional<Date> first_units_on(const Territory& territory) {
    if (!territory.lists.empty()) return territory.lists.front().as_of;
    std::optional<Date> first;
    for (const auto& unit : territory.units) {
        if (unit.facts.empty()) continue;
        const auto from = unit.facts.front().from;
        if (!first || from < *first) first = from;
    }
    return first;
}

std::optional<Date> first_villages_on(const Territory& territory) {
    std::optional<Date> complete;
    for (const auto& unit : territory.units) {
        for (const auto& [op, report] : unit.reports) {
            if (!report.villages_complete || (complete && *complete <= report.as_of)) continue;
            complete = report.as_of;
        }
    }
    if (complete) return complete;
    std::optional<Date> first;
    for (const auto& village : territory.villages) {
        if (village.facts.empty()) continue;
        const auto from = village.facts.front().from;
        if (!first || from < *first) first = from;
    }
    return first;
}

MapDates map_dates(const Territory& territory, Date asked) {
    return {.asked = asked,
            .units = std::max(asked, first_units_on(territory).value_or(asked)),
            .villages = std::max(asked, first_villages_on(territory).value_or(asked))};
}

UnitState unit_on(const Territory& territory, UnitSlot unit, Date date) {
    const auto& history = territory.units[unit];
    UnitState state;
    if (history.facts.empty()) return state;
    if (history.facts.front().from > date) {
        take(state, history.facts.front());
        state.exists = false;
        return state;
    }
    for (const auto& fact : history.facts) {
        if (fact.from > date) break;
        take(state, fact);
    }
    if (state.exists && !territory.lists.empty()) end_by_lists(territory, history, date, state);
    return state;
}

VillageState village_on(const Territory& territory, VillageSlot village, Date date) {
    VillageState state;
    for (const auto& fact : territory.villages[village].facts) {
        const bool ahead = fact.from > date;
        if (ahead && (state.begun || fact.kind != VillageFactKind::created)) break;
        switch (fact.kind) {
            case VillageFactKind::created:
                state = {.exists = !ahead,
                         .begun = !ahead,
                         .since = fact.from,
                         .op = fact.op,
                         .name = fact.name,
                         .unit = fact.unit,
                         .assigned_from = fact.from};
                break;
            case VillageFactKind::name:
                state.name = fact.name;
                break;
            case VillageFactKind::unit:
                state.unit = fact.unit;
                state.assigned_from = fact.from;
                break;
            case VillageFactKind::end:
                state.exists = false;
                state.since = fact.from;
                break;
        }
        if (ahead) break;
    }
    return state;
}

std::vector<UnitLink> successors_by(const Territory& territory, UnitSlot unit, Date date) {
    const auto state = unit_on(territory, unit, date);
    const auto& links = territory.units[unit].successors;
    const auto last = std::ranges::find_if(links.rbegin(), links.rend(),
                                           [&](const UnitLink& link) { return link.from <= date; });
    // A part given away while the unit lived on does not say where the rest went.
    if (state.exists || last == links.rend() || last->from < state.since) return {};
    return distinct(of_day(links, last->from));
}

std::vector<UnitLink> predecessors_from(const Territory& territory, UnitSlot unit, Date date) {
    const auto& history = territory.units[unit];
    if (history.facts.empty() || history.facts.front().from <= date) return {};
    return distinct(of_day(history.predecessors, history.facts.front().from));
}

Resolver::Resolver(const Territory& territory, MapDates dates)
    : territory_(territory),
      dates_(dates),
      states_(territory.units.size()),
      places_(territory.units.size()),
      marks_(territory.units.size()) {}

const UnitState& Resolver::state(UnitSlot unit) {
    auto& known = states_[unit];
    if (!known) known = unit_on(territory_, unit, dates_.units);
    return *known;
}

UnitPlace Resolver::place_unit(UnitSlot unit) {
    if (marks_[unit] == Mark::done) return places_[unit];
    // A ring of successions can only come from a forged history: nobody knows where it leads.
    if (marks_[unit] == Mark::open) return {.unit = unit, .unclear = true};
    marks_[unit] = Mark::open;
    places_[unit] = follow(unit);
    marks_[unit] = Mark::done;
    return places_[unit];
}

UnitPlace Resolver::follow(UnitSlot unit) {
    const auto& state = this->state(unit);
    if (state.exists) return {.unit = unit};
    const auto next = successors_by(territory_, unit, dates_.units);
    if (!next.empty()) return along(next, Direction::onward);
    const auto before = predecessors_from(territory_, unit, dates_.units);
    if (!before.empty()) return along(before, Direction::back);
    if (level_of(state.kind) == Level::commune || !state.parent) {
        return {.unit = unit, .unclear = true};
    }
    // A level that ended left no successor: what it held is found under what stood above it.
    const auto parent = parent_of(unit);
    return {.unit = parent == no_slot ? unit : parent, .unclear = true};
}

UnitPlace Resolver::along(std::span<const UnitLink> links, Direction direction) {
    auto place = place_unit(links.front().other);
    if (links.size() > 1) {
        place.provisional = true;
        place.split = place.split || direction == Direction::onward;
    }
    return place;
}

UnitSlot Resolver::parent_of(UnitSlot unit) {
    auto level = level_of(state(unit).kind);
    auto above = state(unit).parent;
    // Levels only go up, so this ends after two steps.
    while (above && level != Level::province) {
        const auto at = territory_.unit_index.find(*above);
        if (at == territory_.unit_index.end()) return no_slot;
        const auto parent = state(at->second);
        if (level_of(parent.kind) >= level) return no_slot;
        const auto place = place_unit(at->second);
        if (place.unit != no_slot && state(place.unit).exists &&
            level_of(state(place.unit).kind) < level) {
            return place.unit;
        }
        level = level_of(parent.kind);
        above = parent.parent;
    }
    return no_slot;
}

bool Resolver::is_split_since(UnitSlot unit, Date assigned) const {
    return std::ranges::any_of(territory_.units[unit].successors, [&](const UnitLink& link) {
        return link.share == Share::part && link.from > assigned && link.from <= dates_.units;
    });
}

bool Resolver::has_absorbed(UnitSlot unit, Date until) const {
    return std::ranges::any_of(territory_.units[unit].predecessors, [&](const UnitLink& link) {
        return link.from > dates_.units && link.from <= until;
    });
}

VillageSlot Resolver::stand_in(VillageSlot village, const VillageState& state,
                               UnitPlace& place) const {
    auto at = village;
    auto now = state;
    // A chain of villages longer than this can only be a ring.
    for (int steps = 0; steps < 32 && !now.exists; ++steps) {
        const auto& history = territory_.villages[at];
        const auto next = now.begun ? last_by(history.successors, now.since, dates_.villages)
                                    : of_day(history.predecessors, now.since);
        if (next.empty()) return no_slot;
        if (next.size() > 1) place.provisional = true;
        at = next.front().other;
        now = village_on(territory_, at, dates_.villages);
    }
    return now.exists ? at : no_slot;
}

VillagePlace Resolver::place_village(VillageSlot village) {
    auto state = village_on(territory_, village, dates_.villages);
    VillagePlace found;
    UnitPlace flags;
    found.village = stand_in(village, state, flags);
    if (found.village != no_slot && found.village != village) {
        state = village_on(territory_, found.village, dates_.villages);
    }
    if (territory_.units.empty()) return found;
    found.unit = place_unit(state.unit);
    const bool lives = found.unit.unit == state.unit && !found.unit.unclear;
    if (lives && is_split_since(state.unit, state.assigned_from)) {
        found.unit.split = true;
        found.unit.provisional = true;
    }
    if (lives && state.assigned_from > dates_.units &&
        has_absorbed(state.unit, state.assigned_from)) {
        found.unit.provisional = true;
    }
    found.unit.provisional = found.unit.provisional || flags.provisional;
    return found;
}

}  // namespace lth::core::territory
