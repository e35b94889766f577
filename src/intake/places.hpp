// Names and codes of places as people type them, found on the map of a day.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "core/territory/view.hpp"
#include "intake/planner.hpp"

namespace lth::intake {

struct PlaceName {
    sheet::Text district;  // name or code
    sheet::Text commune;   // name or code
};

class Places {
public:
    explicit Places(Planner& planner) : planner_(planner) {}

    /// The map that a row of that day names its places on.
    [[nodiscard]] core::Date map_day(std::optional<core::Date> day) const;
    [[nodiscard]] const core::territory::TerritoryView& map(core::Date day);

    /// The commune; nothing if the row names none. An error lists what could be meant.
    [[nodiscard]] core::Result<std::optional<core::UnitId>> commune(const PlaceName& name,
                                                                    core::Date day);
    /// A unit of any level by code or name.
    [[nodiscard]] core::Result<core::UnitId> unit(std::string_view name, core::Date day);
    [[nodiscard]] std::string unit_name(core::UnitId unit, core::Date day);

    /// A village of the commune by name; one that is not on the list is planned.
    [[nodiscard]] core::VillageId village(core::UnitId commune, std::string_view name,
                                          core::Date day, sheet::Origin at);
    /// Whether that is how the village is called: two of one name may lie in a commune that was
    /// made of several.
    [[nodiscard]] bool is_called(core::VillageId village, std::string_view name, core::Date day);
    /// Empty if the map of the day has no such village.
    [[nodiscard]] std::string village_name(core::VillageId village, core::Date day);
    /// A place of which only the commune is known, or not even that.
    [[nodiscard]] core::VillageId unnamed(std::optional<core::UnitId> commune, core::Date day,
                                          sheet::Origin at);

    /// Proposes the villages that are new, in one entry, and notes them by commune.
    void propose_villages();

private:
    [[nodiscard]] core::Result<core::territory::Node> district(
        const core::territory::TerritoryView& view, std::string_view name);
    void create(core::VillageId id, core::UnitId commune, std::string name,
                const core::territory::TerritoryView& view, sheet::Origin at);

    Planner& planner_;
    std::map<core::Date, core::territory::TerritoryView> maps_;
    std::map<std::pair<core::UnitId, std::string>, core::VillageId> planned_;
    std::map<std::string, std::string> new_names_;  // by commune
    std::set<std::string> ignored_;                 // districts named on a map that has none
    std::vector<Drafted<core::territory::TerritoryOp>> created_;
};

}  // namespace lth::intake
