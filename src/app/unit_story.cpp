#include "app/unit_story.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <map>
#include <span>

#include "core/territory/denominators.hpp"

namespace lth::app {
namespace {

using core::territory::AreaClass;
using core::territory::Territory;
using core::territory::UnitSlot;
using core::territory::UnitState;

std::vector<AreaClass> classes_in(std::uint8_t mask) {
    std::vector<AreaClass> classes;
    for (std::size_t i = 0; i < core::territory::area_class_count; ++i) {
        if ((mask >> i & 1U) != 0) classes.push_back(static_cast<AreaClass>(i));
    }
    return classes;
}

// What an operation rests on, and the entry it stands in.
template <class Line>
void rest_on(Line& line, const core::territory::OpRecord& op) {
    line.evidence = op.evidence;
    line.seq = op.seq;
    if constexpr (requires { line.legal_basis; }) line.legal_basis = op.legal_basis;
    if constexpr (requires { line.not_before; }) line.not_before = op.not_before;
}

class Teller {
public:
    Teller(const Territory& territory, UnitSlot slot)
        : territory_(territory), slot_(slot), unit_(territory.units[slot]) {}

    std::vector<UnitChangeLine> changes() {
        std::vector<core::Date> days;
        for (const auto& fact : unit_.facts) days.push_back(fact.from);
        // A unit may end by not standing in a list.
        for (const auto& list : territory_.lists) days.push_back(list.as_of);
        std::ranges::sort(days);
        days.erase(std::ranges::unique(days).begin(), days.end());
        for (const auto day : days) on_day(day);
        for (const auto& link : unit_.predecessors) {
            link_line(link, link.share == core::territory::Share::whole ? UnitChange::made_of
                                                                        : UnitChange::part_of);
        }
        for (const auto& link : unit_.successors) {
            link_line(link, link.share == core::territory::Share::whole ? UnitChange::became
                                                                        : UnitChange::part_to);
        }
        return std::move(lines_);
    }

private:
    // Facts of one day are told together: a list says again what was known.
    void on_day(core::Date day) {
        const auto before = unit_on(territory_, slot_, day - 1);
        const auto after = unit_on(territory_, slot_, day);
        if (!before.exists && after.exists) {
            const bool first_list = day == first_units_on(territory_);
            add(day, after, first_list ? UnitChange::listed : UnitChange::created, "", after.name);
            return;
        }
        if (before.exists && !after.exists) {
            add(day, after, UnitChange::ended, before.name, "");
            return;
        }
        if (!after.exists) return;
        const bool retyped = before.kind != after.kind;
        if (retyped) add(day, after, UnitChange::retyped, before.name, after.name);
        if (!retyped && before.name != after.name) {
            add(day, after, UnitChange::renamed, before.name, after.name);
        }
        if (before.code != after.code) {
            add(day, after, UnitChange::recoded, before.code, after.code);
        }
        if (before.parent != after.parent) {
            add(day, after, UnitChange::moved, name_of(before.parent, day - 1),
                name_of(after.parent, day));
        }
    }
    void add(core::Date day, const UnitState& state, UnitChange change, std::string_view before,
             std::string_view after) {
        UnitChangeLine line{.from = day,
                            .change = change,
                            .before = std::string(before),
                            .after = std::string(after)};
        rest_on(line, territory_.ops[fact_op(day, state)]);
        keep(std::move(line));
    }
    // The operation that said what is so since the day: the first of that day that still counts.
    [[nodiscard]] core::territory::OpNumber fact_op(core::Date day, const UnitState& state) const {
        for (const auto& fact : unit_.facts) {
            if (fact.from == day) return fact.op;
        }
        return state.row_op;
    }
    void link_line(const core::territory::UnitLink& link, UnitChange change) {
        const bool onward = change == UnitChange::became || change == UnitChange::part_to;
        UnitChangeLine line{.from = link.from, .change = change};
        line.other = named_unit(territory_, link.other, onward ? link.from : link.from - 1);
        rest_on(line, territory_.ops[link.op]);
        keep(std::move(line));
    }
    [[nodiscard]] std::string name_of(const std::optional<core::UnitId>& unit,
                                      core::Date day) const {
        if (!unit) return {};
        const auto found = territory_.unit_index.find(*unit);
        if (found == territory_.unit_index.end()) return {};
        return named_unit(territory_, found->second, day).name;
    }

    void keep(UnitChangeLine line) {
        const auto at = std::ranges::upper_bound(lines_, line.from, {}, &UnitChangeLine::from);
        lines_.insert(at, std::move(line));
    }

    const Territory& territory_;
    UnitSlot slot_;
    const core::territory::UnitHistory& unit_;
    std::vector<UnitChangeLine> lines_;
};

std::vector<ClassLine> class_lines(const Territory& territory,
                                   const std::vector<core::territory::ClassFact>& facts) {
    std::vector<ClassLine> lines;
    for (const auto& fact : facts) {
        ClassLine line{.from = fact.from, .classes = classes_in(fact.mask)};
        rest_on(line, territory.ops[fact.op]);
        lines.push_back(std::move(line));
    }
    return lines;
}

// Those that are not `now`, the last one first, each as it was last called and as it was called
// when the village came to it.
std::vector<std::string> communes_before(const Territory& territory, core::VillageId village,
                                         core::UnitId now, const core::territory::MapDates& dates) {
    using core::territory::VillageFactKind;
    std::vector<std::string> names;
    for (const auto& fact : territory.villages[territory.village_index.at(village)].facts) {
        if (fact.from > dates.villages) break;
        const bool placed =
            fact.kind == VillageFactKind::created || fact.kind == VillageFactKind::unit;
        if (!placed || territory.units[fact.unit].id == now) continue;
        for (const auto day : {fact.from, dates.units}) {
            std::string name(unit_on(territory, fact.unit, day).name);
            if (names.empty() || names.back() != name) names.push_back(std::move(name));
        }
    }
    std::ranges::reverse(names);
    return names;
}

// A commune may have been renamed to what another was called: of villages that their commune's
// last name does not tell apart, the name before it does. False if no such name is left.
bool go_back(std::span<const core::territory::VillageNode> villages,
             std::vector<std::vector<std::string>>& names) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < villages.size(); ++i) {
        if (!names[i].empty()) alike[{villages[i].name, names[i].front()}].push_back(i);
    }
    bool found = false;
    for (const auto& [key, group] : alike) {
        for (const auto i : group) {
            if (group.size() < 2 || names[i].size() < 2) continue;
            names[i].erase(names[i].begin());
            found = true;
        }
    }
    return found;
}

void tell_villages(UnitStory& story, const Territory& territory,
                   const core::territory::TerritoryView& view, core::territory::Node node) {
    const auto& unit = view.units[node];
    const auto former = former_communes(territory, view, node);
    for (auto at = unit.first_village; at < unit.end_village; ++at) {
        const auto& village = view.villages[at];
        VillageLine line{.village = village.id,
                         .name = village.name,
                         .former = former[at - unit.first_village],
                         .undecided = village.split || village.provisional};
        const auto slot = territory.village_index.at(village.id);
        line.since = village_on(territory, slot, view.dates.villages).since;
        if (village.classes) line.classes = classes_in(village.classes->mask);
        line.own_classes = class_lines(territory, territory.villages[slot].classes);
        story.villages.push_back(std::move(line));
    }
    const auto count = denominator(territory, view, node, core::territory::Figure::villages);
    if (!count) return;
    story.village_count = count->value;
    story.villages_listed = count->source == core::territory::FigureSource::list;
}

std::optional<std::int64_t> plain(const std::optional<core::Count>& count) {
    return count ? std::optional<std::int64_t>(count->value) : std::nullopt;
}

}  // namespace

NamedUnit named_unit(const Territory& territory, UnitSlot unit, core::Date day) {
    const auto state = unit_on(territory, unit, day);
    return {.unit = territory.units[unit].id,
            .code = std::string(state.code),
            .name = std::string(state.name)};
}

std::vector<std::optional<std::string>> former_communes(const Territory& territory,
                                                        const core::territory::TerritoryView& view,
                                                        core::territory::Node place) {
    const auto& unit = view.units[place];
    const auto count = unit.end_village - unit.first_village;
    const auto villages = std::span(view.villages).subspan(unit.first_village, count);
    std::map<std::string_view, int> times;
    for (const auto& village : villages) ++times[village.name];
    std::vector<std::vector<std::string>> names;  // none: of a name that stands alone
    for (const auto& village : villages) {
        auto& before = names.emplace_back();
        if (times[village.name] < 2) continue;
        before = communes_before(territory, village.id, unit.id, view.dates);
    }
    while (go_back(villages, names)) {
    }
    std::vector<std::optional<std::string>> former;
    for (const auto& before : names) {
        former.push_back(before.empty() ? std::nullopt : std::optional(before.front()));
    }
    return former;
}

std::optional<UnitStory> unit_story(const Territory& territory,
                                    const core::territory::TerritoryView& view, core::UnitId unit) {
    if (find_unit(territory, unit) == nullptr) return std::nullopt;
    const auto slot = territory.unit_index.at(unit);
    const auto& history = territory.units[slot];
    const auto state = unit_on(territory, slot, view.dates.units);
    UnitStory story{.unit = unit,
                    .code = std::string(state.code),
                    .name = std::string(state.name),
                    .kind = boost::describe::enum_to_string(state.kind, ""),
                    .level = boost::describe::enum_to_string(level_of(state.kind), ""),
                    .live = state.exists};
    if (state.parent) {
        const auto parent = territory.unit_index.find(*state.parent);
        if (parent != territory.unit_index.end()) {
            story.parent = named_unit(territory, parent->second, view.dates.units);
        }
    }
    story.changes = Teller(territory, slot).changes();
    story.classes = class_lines(territory, history.classes);
    for (const auto& [op, report] : history.reports) {
        StatedLine line{.as_of = report.as_of,
                        .villages = plain(report.villages),
                        .elderly_population = plain(report.elderly_population),
                        .poor_households = plain(report.poor_households),
                        .villages_complete = report.villages_complete,
                        .source = territory.ops[op].legal_basis};
        rest_on(line, territory.ops[op]);
        story.stated.push_back(std::move(line));
    }
    const auto* place = place_of(view, unit);
    if (story.live && place != nullptr && place->unit != core::territory::no_node &&
        level_of(state.kind) == core::territory::Level::commune) {
        tell_villages(story, territory, view, place->unit);
    }
    return story;
}

}  // namespace lth::app
