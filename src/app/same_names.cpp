#include "app/same_names.hpp"

#include <unordered_map>

#include "app/unit_story.hpp"

namespace lth::app {
namespace {

using core::territory::Territory;
using core::territory::TerritoryView;
using facts::Missing;
using facts::Target;

// Villages stand commune by commune: what one asks of its commune the next ones ask again.
class VillageNames {
public:
    VillageNames(const Territory& territory, const TerritoryView& view)
        : territory_(territory), view_(view) {}

    void tell(Missing& missing, core::VillageId id) {
        const auto* place = core::territory::place_of(view_, id);
        if (place == nullptr || place->village == core::territory::no_village) return;
        if (place->unit != commune_) {
            commune_ = place->unit;
            former_ = former_communes(territory_, view_, commune_);
        }
        const auto& around = view_.units[commune_];
        const auto& before = former_[place->village - around.first_village];
        if (!before) return;
        const auto& village = view_.villages[place->village];
        missing.name = village.name + " (" + *before + ", " + around.name + ")";
    }

private:
    const Territory& territory_;
    const TerritoryView& view_;
    core::territory::Node commune_ = core::territory::no_node;
    std::vector<std::optional<std::string>> former_;
};

// Adds where each of those lies that share their name with another of the list.
template <class Where>
void add_to_equals(Target& target, Where where) {
    std::unordered_map<std::string, int> times;
    for (const auto& missing : target.missing) ++times[missing.name];
    for (auto& missing : target.missing) {
        if (times[missing.name] < 2) continue;
        const std::string place = where(missing);
        if (place.empty()) continue;
        if (missing.name.ends_with(')')) {
            missing.name.insert(missing.name.size() - 1, ", " + place);
        } else {
            missing.name += " (" + place + ")";
        }
    }
}

}  // namespace

void tell_apart(facts::Standing& standing, const facts::Cube& cube, const facts::Ground& ground,
                const Territory& territory) {
    const auto& units = ground.view.units;
    const auto seat_of = [&](const core::BookId& id) {
        const auto club = cube.find(id);
        return club ? facts::seat_on(cube, ground, *club, standing.as_of) : facts::no_node;
    };
    const auto commune_of = [&](const Missing& missing) {
        const auto* id = std::get_if<core::BookId>(&missing.id);
        const auto seat = id == nullptr ? facts::no_node : seat_of(*id);
        return seat == facts::no_node ? std::string() : units[seat].name;
    };
    const auto district_of = [&](const Missing& missing) {
        const auto* id = std::get_if<core::BookId>(&missing.id);
        const auto unit =
            id == nullptr ? core::territory::find_code(ground.view, missing.unit) : seat_of(*id);
        const auto over = unit == facts::no_node ? unit : units[unit].parent;
        const bool district =
            over != facts::no_node && units[over].level == core::territory::Level::district;
        return district ? units[over].name : std::string();
    };
    VillageNames villages(territory, ground.view);
    for (auto& target : standing.targets) {
        for (auto& missing : target.missing) {
            const auto* id = std::get_if<core::VillageId>(&missing.id);
            if (id != nullptr) villages.tell(missing, *id);
        }
        add_to_equals(target, commune_of);
        if (!target.map) add_to_equals(target, district_of);
    }
}

}  // namespace lth::app
