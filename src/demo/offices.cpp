#include "demo/offices.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "core/territory/view.hpp"
#include "demo/calendar.hpp"
#include "demo/ids.hpp"
#include "demo/rng.hpp"

namespace lth::demo {
namespace {

using core::Date;
using core::UnitId;
using core::association::CareLevel;
using namespace core::territory;

// Days on which units of the catalogue ended.
constexpr std::array map_changes = {core::make_date(2024, 2, 1), core::make_date(2025, 1, 1),
                                    map_reform};
// The villages of split communes are decided by then.
constexpr Date villages_settled = core::make_date(2025, 9, 1);

struct End {
    Date day;  // the first day without the unit
    std::optional<UnitId> heir;
};

std::optional<End> end_of(const std::vector<TerritoryView>& maps, UnitId unit, Level level) {
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const auto* place = place_of(maps[i], unit);
        if (place == nullptr || place->unit == no_node) return End{map_changes[i], std::nullopt};
        const auto& node = maps[i].units[place->unit];
        if (node.id == unit && node.standing == Standing::live) continue;
        const bool takes_over = node.standing == Standing::live && node.level == level;
        return End{map_changes[i], takes_over ? std::optional(node.id) : std::nullopt};
    }
    return std::nullopt;
}

class Planner {
public:
    Planner(const Province& province, const Territory& territory)
        : province_(province), first_(make_view(territory, first_map)) {
        for (const auto day : map_changes) maps_.push_back(make_view(territory, day));
        settled_ = make_view(territory, villages_settled);
    }

    std::vector<Office> plan() {
        for (const auto& unit : first_.units) {
            if (unit.level != Level::province) add(unit, baseline);
        }
        for (const auto& unit : maps_.back().units) {
            if (unit.level != Level::commune || unit.standing != Standing::live) continue;
            if (!known(unit.id)) add(unit, map_reform);
        }
        order();
        link();
        place_clubs();
        choose_reporting();
        return std::move(offices_);
    }

private:
    [[nodiscard]] bool known(UnitId unit) const {
        return std::ranges::find(offices_, unit, &Office::unit) != offices_.end();
    }

    void add(const UnitNode& unit, Date from) {
        Office office;
        office.unit = unit.id;
        office.book = office_book(province_.seed, unit.id);
        office.name = "Hội Người cao tuổi " + unit.name;
        office.level = unit.level == Level::district ? CareLevel::district : CareLevel::commune;
        office.from = from;
        office.until = horizon;
        if (from == baseline) {
            if (const auto end = end_of(maps_, unit.id, unit.level)) {
                office.until = end->day - 1;
                if (end->heir) heirs_[unit.id] = *end->heir;
            }
            if (unit.level == Level::commune) parents_[unit.id] = first_.units[unit.parent].id;
        }
        offices_.push_back(std::move(office));
    }

    // Communes of 2020, by their end, then districts, then the communes of the reform.
    void order() {
        const auto tier = [](const Office& office) {
            if (office.from == map_reform) return 2;
            return office.level == CareLevel::district ? 1 : 0;
        };
        std::ranges::sort(offices_, {}, [&](const Office& office) {
            return std::tuple(tier(office), office.until, office.unit);
        });
        for (std::uint32_t i = 0; i < offices_.size(); ++i) places_[offices_[i].unit] = i;
    }

    void link() {
        for (auto& office : offices_) {
            if (const auto heir = heirs_.find(office.unit); heir != heirs_.end()) {
                office.heir = places_.at(heir->second);
            }
            if (const auto parent = parents_.find(office.unit); parent != parents_.end()) {
                office.above = places_.at(parent->second);
            }
        }
    }

    // Each club where its seat lies: before the reform, and once its villages are decided.
    void place_clubs() {
        const std::array<std::pair<const TerritoryView*, Date>, 4> maps = {
            {{&first_, baseline},
             {&maps_[0], map_changes[0]},
             {&maps_[1], map_changes[1]},
             {&settled_, villages_settled}}};
        for (const auto& club : province_.clubs) {
            for (const auto& [map, from] : maps) {
                const auto* place = place_of(*map, club.villages.front());
                if (place == nullptr || place->unit == no_node) continue;
                const auto office = places_.find(map->units[place->unit].id);
                if (office == places_.end()) continue;
                auto& clubs = offices_[office->second].clubs;
                const bool has = !clubs.empty() && clubs.back().number == club.number;
                if (!has) clubs.push_back({club.number, from});
            }
        }
    }

    // One commune of six has no book of its fund, unless another's money may come to it.
    void choose_reporting() {
        std::vector<bool> inherits(offices_.size(), false);
        for (const auto& office : offices_) {
            if (office.heir) inherits[*office.heir] = true;
        }
        Rng rng(province_.seed, "office-reports");
        for (std::size_t i = 0; i < offices_.size(); ++i) {
            const bool draws = rng.per_mille(170);
            if (draws && !inherits[i] && offices_[i].level == CareLevel::commune) {
                offices_[i].keeps_fund = false;
            }
        }
    }

    const Province& province_;
    TerritoryView first_;
    std::vector<TerritoryView> maps_;
    TerritoryView settled_;
    std::vector<Office> offices_;
    std::unordered_map<UnitId, UnitId> heirs_;
    std::unordered_map<UnitId, UnitId> parents_;
    std::unordered_map<UnitId, std::uint32_t> places_;
};

}  // namespace

core::BookId office_book(std::uint64_t seed, core::UnitId unit) {
    return core::BookId(derived_uuid(seed, "association", unit.value));
}

std::vector<Office> plan_offices(const Province& province, const Territory& territory) {
    return Planner(province, territory).plan();
}

}  // namespace lth::demo
