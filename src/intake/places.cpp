#include "intake/places.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"

namespace lth::intake {
namespace {

using namespace core::territory;

constexpr std::size_t most_choices = 12;

std::string choices_of(const TerritoryView& view, const std::vector<Node>& nodes) {
    std::string text;
    for (std::size_t i = 0; i < nodes.size() && i < most_choices; ++i) {
        const auto& unit = view.units[nodes[i]];
        if (!text.empty()) text += "; ";
        text += unit.code + " " + unit.name;
        if (unit.parent != no_node) text += " (" + view.units[unit.parent].name + ")";
    }
    if (nodes.size() > most_choices) text += "; …";
    return text;
}

/// Units of that level by code, else by name.
std::vector<Node> find_units(const TerritoryView& view, std::string_view name, Level level,
                             Node within) {
    const auto coded = find_code(view, name);
    if (coded != no_node && view.units[coded].level == level &&
        (within == no_node || is_within(view, coded, within))) {
        return {coded};
    }
    auto nodes = find_name(view, name, within);
    std::erase_if(nodes, [&](Node node) { return view.units[node].level != level; });
    return nodes;
}

/// "Thôn 3", "thon 03" and "3" are one village of a commune.
std::string village_key(std::string_view name) {
    static constexpr std::array<std::string_view, 9> kinds = {
        "khu dan cu ", "to dan pho ", "khu pho ", "thon ", "ban ", "lang ", "xom ", "tdp ", "pho "};
    auto key = core::fold_words(name);
    for (const auto kind : kinds) {
        if (!key.starts_with(kind)) continue;
        key.erase(0, kind.size());
        break;
    }
    const auto first = key.find_first_not_of('0');
    if (first != std::string::npos && key[first] >= '0' && key[first] <= '9') key.erase(0, first);
    return key;
}

}  // namespace

core::Date Places::map_day(std::optional<core::Date> day) const {
    return planner_.options().units_as_of.value_or(day.value_or(planner_.as_of()));
}

const TerritoryView& Places::map(core::Date day) {
    auto at = maps_.find(day);
    if (at == maps_.end()) at = maps_.emplace(day, make_view(planner_.territory(), day)).first;
    return at->second;
}

core::Result<Node> Places::district(const TerritoryView& view, std::string_view name) {
    const auto nodes = find_units(view, name, Level::district, no_node);
    const core::Fact found{"found", std::string(name)};
    if (nodes.size() == 1) return nodes.front();
    if (nodes.empty()) {
        return core::reject("import.district.unknown", "district",
                            {found, {"date", core::vietnamese(view.dates.units)}});
    }
    return core::reject("import.district.ambiguous", "district",
                        {found, {"choices", choices_of(view, nodes)}});
}

core::Result<std::optional<core::UnitId>> Places::commune(const PlaceName& name, core::Date day) {
    if (!name.commune) return std::nullopt;
    const auto& view = map(day);
    Node within = no_node;
    const bool has_districts = count_units(view, Level::district) > 0;
    if (name.district && has_districts) {
        const auto found = district(view, *name.district);
        if (!found) return std::unexpected(found.error());
        within = *found;
    }
    if (name.district && !has_districts && ignored_.insert(*name.district).second) {
        planner_.note({}, core::make_rejection("import.note.district_ignored", {},
                                               {{"date", core::vietnamese(view.dates.units)},
                                                {"found", *name.district}}));
    }
    const auto nodes = find_units(view, *name.commune, Level::commune, within);
    const core::Fact found{"found", *name.commune};
    if (nodes.size() == 1) return view.units[nodes.front()].id;
    if (nodes.empty()) {
        return core::reject("import.commune.unknown", "commune",
                            {found, {"date", core::vietnamese(view.dates.units)}});
    }
    return core::reject("import.commune.ambiguous", "commune",
                        {found, {"choices", choices_of(view, nodes)}});
}

core::Result<core::UnitId> Places::unit(std::string_view name, core::Date day) {
    const auto& view = map(day);
    const auto coded = find_code(view, name);
    auto nodes = coded == no_node ? find_name(view, name) : std::vector{coded};
    const core::Fact found{"found", std::string(name)};
    if (nodes.size() == 1) return view.units[nodes.front()].id;
    if (nodes.empty()) {
        return core::reject("import.unit.unknown", "unit",
                            {found, {"date", core::vietnamese(view.dates.units)}});
    }
    return core::reject("import.unit.ambiguous", "unit",
                        {found, {"choices", choices_of(view, nodes)}});
}

std::string Places::unit_name(core::UnitId unit, core::Date day) {
    const auto& view = map(day);
    const auto* place = place_of(view, unit);
    return place == nullptr || place->unit == no_node ? to_text(unit)
                                                      : view.units[place->unit].name;
}

core::VillageId Places::village(core::UnitId commune, std::string_view name, core::Date day,
                                sheet::Origin at) {
    const auto key = village_key(name);
    if (const auto it = planned_.find({commune, key}); it != planned_.end()) return it->second;
    const auto& view = map(day);
    if (const auto* place = place_of(view, commune); place != nullptr && place->unit != no_node) {
        const auto& unit = view.units[place->unit];
        for (auto v = unit.first_village; v < unit.end_village; ++v) {
            if (village_key(view.villages[v].name) == key) return view.villages[v].id;
        }
    }
    const core::VillageId id{planner_.derive_local("village/" + to_text(commune) + "/" + key, at)};
    planned_.emplace(std::pair(commune, key), id);
    const auto unit = unit_name(commune, day);
    if (planner_.options().in_reach) {
        planner_.error(at,
                       core::make_rejection("import.village.needs_province", "village",
                                            {{"found", std::string(name)}, {"unit", unit}}),
                       name);
        return id;
    }
    auto& names = new_names_[unit];
    names += (names.empty() ? "" : ", ") + std::string(name);
    create(id, commune, std::string(name), view, at);
    return id;
}

bool Places::is_called(core::VillageId village, std::string_view name, core::Date day) {
    const auto& view = map(day);
    const auto* place = place_of(view, village);
    return place != nullptr && place->village != no_village &&
           village_key(view.villages[place->village].name) == village_key(name);
}

std::string Places::village_name(core::VillageId village, core::Date day) {
    const auto& view = map(day);
    const auto* place = place_of(view, village);
    if (place == nullptr || place->village == no_village) return {};
    return view.villages[place->village].name;
}

core::VillageId Places::unnamed(std::optional<core::UnitId> commune, core::Date day,
                                sheet::Origin at) {
    const core::VillageId id{planner_.derive_local("somewhere", at)};
    if (commune) create(id, *commune, "Chưa rõ khu dân cư", map(day), at);
    return id;
}

void Places::create(core::VillageId id, core::UnitId commune, std::string name,
                    const TerritoryView& view, sheet::Origin at) {
    VillageCreated created;
    created.village = id;
    created.unit = commune;
    created.from = view.dates.units;
    created.evidence = name == "Chưa rõ khu dân cư" ? Evidence::unknown : Evidence::list;
    created.name = {std::move(name)};
    created_.push_back(drafted<TerritoryOp>(planner_.today(), std::move(created), at));
}

void Places::propose_villages() {
    for (const auto& [unit, names] : new_names_) {
        planner_.note({}, core::make_rejection("import.note.village_new", {},
                                               {{"unit", unit}, {"names", names}}));
    }
    planner_.propose(planner_.only_book(core::BookKind::territory), core::BookKind::territory,
                     std::move(created_));
    new_names_.clear();
    created_.clear();
}

}  // namespace lth::intake
