#include "core/territory/view.hpp"

#include <algorithm>
#include <tuple>

#include "core/text.hpp"

namespace lth::core::territory {
namespace {

class Builder {
public:
    Builder(const Territory& book, Date as_of)
        : book_(book),
          resolver_(book, map_dates(book, as_of)),
          node_of_(book.units.size(), no_node) {
        view_.dates = resolver_.dates();
    }

    TerritoryView build() {
        collect();
        for (const auto slot : children_of(no_slot)) number(slot, no_node);
        number_villages();
        for (UnitSlot slot = 0; slot < book_.units.size(); ++slot) {
            const auto found = resolver_.place_unit(slot);
            view_.unit_places.emplace(book_.units[slot].id, Place{.unit = node_at(found),
                                                                  .provisional = found.provisional,
                                                                  .split = found.split});
        }
        for (Node node = 0; node < view_.units.size(); ++node) {
            const auto& unit = view_.units[node];
            if (unit.standing == Standing::live) view_.codes.emplace(unit.code, node);
        }
        return std::move(view_);
    }

private:
    struct Child {
        UnitSlot parent;
        bool unclear;
        std::string_view code;
        UnitSlot slot;

        // Codes are numbers of one width in each level: shorter ones come first.
        [[nodiscard]] auto key() const {
            return std::tuple(parent, unclear, code.size(), code, slot);
        }
    };

    [[nodiscard]] Node node_at(const UnitPlace& place) const {
        return place.unit == no_slot ? no_node : node_of_[place.unit];
    }

    /// All units that get a node, ordered by parent.
    void collect() {
        for (UnitSlot slot = 0; slot < book_.units.size(); ++slot) {
            if (book_.units[slot].facts.empty()) continue;
            const auto& state = resolver_.state(slot);
            const auto place = resolver_.place_unit(slot);
            const bool unclear = place.unclear && place.unit == slot;
            if (!state.exists && !unclear) continue;
            children_.push_back({resolver_.parent_of(slot), unclear, state.code, slot});
        }
        std::ranges::sort(children_, {}, &Child::key);
    }

    [[nodiscard]] std::vector<UnitSlot> children_of(UnitSlot parent) const {
        std::vector<UnitSlot> slots;
        for (const auto& child : std::ranges::equal_range(children_, parent, {}, &Child::parent)) {
            slots.push_back(child.slot);
        }
        return slots;
    }

    void number(UnitSlot slot, Node parent) {
        const auto node = static_cast<Node>(view_.units.size());
        const auto& state = resolver_.state(slot);
        const auto& history = book_.units[slot];
        node_of_[slot] = node;
        const auto standing = state.exists                                     ? Standing::live
                              : history.facts.front().from > view_.dates.units ? Standing::ahead
                                                                               : Standing::ended;
        auto classes = last_classes(book_, history.classes, view_.dates.units);
        if (!classes && parent != no_node) classes = view_.units[parent].classes;
        view_.units.push_back({.id = history.id,
                               .code = std::string(state.code),
                               .name = std::string(state.name),
                               .kind = state.kind,
                               .level = level_of(state.kind),
                               .standing = standing,
                               .evidence = book_.ops[state.row_op].evidence,
                               .parent = parent,
                               .classes = classes});
        for (const auto child : children_of(slot)) number(child, node);
        view_.units[node].end = static_cast<Node>(view_.units.size());
    }

    void number_villages() {
        std::vector<VillagePlace> places(book_.villages.size());
        std::vector<std::pair<Node, VillageSlot>> order;
        for (VillageSlot slot = 0; slot < book_.villages.size(); ++slot) {
            if (book_.villages[slot].facts.empty()) continue;
            places[slot] = resolver_.place_village(slot);
            const auto node = node_at(places[slot].unit);
            if (places[slot].village == slot && node != no_node && is_named(slot)) {
                order.emplace_back(node, slot);
            }
        }
        std::ranges::sort(order);
        std::vector<std::uint32_t> index(book_.villages.size(), no_village);
        view_.villages.reserve(order.size());
        for (const auto& [node, slot] : order) {
            index[slot] = static_cast<std::uint32_t>(view_.villages.size());
            add_village(slot, node, places[slot].unit);
        }
        set_intervals();
        view_.village_places.reserve(places.size());
        for (VillageSlot slot = 0; slot < places.size(); ++slot) {
            if (book_.villages[slot].facts.empty()) continue;
            const auto& found = places[slot];
            view_.village_places.emplace(
                book_.villages[slot].id,
                Place{.unit = node_at(found.unit),
                      .village = found.village == no_slot ? no_village : index[found.village],
                      .provisional = found.unit.provisional,
                      .split = found.unit.split});
        }
    }

    /// False for a place of which only the commune is known: it stands in no list of villages.
    [[nodiscard]] bool is_named(VillageSlot slot) const {
        const auto state = village_on(book_, slot, view_.dates.villages);
        return book_.ops[state.op].evidence != Evidence::unknown;
    }

    void add_village(VillageSlot slot, Node node, const UnitPlace& place) {
        const auto state = village_on(book_, slot, view_.dates.villages);
        view_.villages.push_back({.id = book_.villages[slot].id,
                                  .name = std::string(state.name),
                                  .unit = node,
                                  .provisional = place.provisional,
                                  .split = place.split,
                                  .evidence = book_.ops[state.op].evidence,
                                  .classes = village_classes(slot, node, state.unit)});
    }

    /// The village's own classes, else the unit's, else of the unit it was recorded in.
    std::optional<Classes> village_classes(VillageSlot slot, Node node, UnitSlot recorded) {
        const auto own = last_classes(book_, book_.villages[slot].classes, view_.dates.units);
        if (own) return own;
        if (view_.units[node].classes || !has_classes()) return view_.units[node].classes;
        return unit_classes_on(book_, book_.units[recorded].id, view_.dates.units);
    }
    bool has_classes() {
        if (!has_classes_) {
            has_classes_ = std::ranges::any_of(
                book_.units, [](const UnitHistory& unit) { return !unit.classes.empty(); });
        }
        return *has_classes_;
    }

    /// Villages stand in the order of nodes, so each unit's are an interval.
    void set_intervals() {
        std::vector<std::uint32_t> before(view_.units.size() + 1, 0);
        for (const auto& village : view_.villages) ++before[village.unit + 1];
        for (std::size_t node = 1; node < before.size(); ++node) before[node] += before[node - 1];
        for (Node node = 0; node < view_.units.size(); ++node) {
            view_.units[node].first_village = before[node];
            view_.units[node].end_village = before[view_.units[node].end];
        }
    }

    const Territory& book_;
    Resolver resolver_;
    TerritoryView view_;
    std::vector<Child> children_;
    std::vector<Node> node_of_;
    std::optional<bool> has_classes_;
};

}  // namespace

TerritoryView make_view(const Territory& territory, Date as_of) {
    return Builder(territory, as_of).build();
}

const Place* place_of(const TerritoryView& view, VillageId village) {
    const auto at = view.village_places.find(village);
    return at == view.village_places.end() ? nullptr : &at->second;
}

const Place* place_of(const TerritoryView& view, UnitId unit) {
    const auto at = view.unit_places.find(unit);
    return at == view.unit_places.end() ? nullptr : &at->second;
}

Node find_code(const TerritoryView& view, std::string_view code) {
    const auto at = view.codes.find(code);
    return at == view.codes.end() ? no_node : at->second;
}

std::vector<Node> find_name(const TerritoryView& view, std::string_view name, Node within) {
    const auto wanted = fold_words(name);
    const Node first = within == no_node ? 0 : within;
    const auto end =
        within == no_node ? static_cast<Node>(view.units.size()) : view.units[within].end;
    std::vector<Node> exact;
    std::vector<Node> folded;
    for (Node node = first; node < end; ++node) {
        const auto& unit = view.units[node];
        if (unit.standing != Standing::live) continue;
        const auto bare = bare_name(unit.kind, unit.name);
        if (unit.name == name || bare == name) exact.push_back(node);
        if (fold_words(unit.name) == wanted || fold_words(bare) == wanted) folded.push_back(node);
    }
    return exact.empty() ? folded : exact;
}

Node ancestor_at(const TerritoryView& view, Node node, Level level) {
    while (node != no_node && view.units[node].level > level) node = view.units[node].parent;
    if (node == no_node || view.units[node].level != level) return no_node;
    return view.units[node].standing == Standing::live ? node : no_node;
}

bool is_within(const TerritoryView& view, Node inner, Node outer) {
    return inner >= outer && inner < view.units[outer].end;
}

std::size_t count_units(const TerritoryView& view, Level level, Node within) {
    const Node first = within == no_node ? 0 : within;
    const auto end =
        within == no_node ? static_cast<Node>(view.units.size()) : view.units[within].end;
    return static_cast<std::size_t>(std::count_if(
        view.units.begin() + first, view.units.begin() + end,
        [&](const UnitNode& u) { return u.level == level && u.standing == Standing::live; }));
}

}  // namespace lth::core::territory
