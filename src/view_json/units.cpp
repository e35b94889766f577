#include "view_json/units.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "view_json/json.hpp"

namespace lth::view_json {

std::string units_json(const app::UnitsView& view) {
    Json json;
    json.begin_object();
    json.field("as_of", core::to_text(view.as_of));
    json.key("counts").begin_object();
    json.field("district", view.districts).field("commune", view.communes).end_object();
    json.key("units").begin_array();
    for (const auto& unit : view.units) {
        json.begin_object();
        json.field("id", core::to_text(unit.id)).field("code", unit.code).field("name", unit.name);
        json.field("kind", std::string_view(boost::describe::enum_to_string(unit.kind, "")));
        json.field("level", std::string_view(boost::describe::enum_to_string(unit.level, "")));
        json.field("parent", unit.parent.empty() ? std::nullopt : std::optional(unit.parent));
        json.end_object();
    }
    json.end_array().end_object();
    return std::move(json).take();
}

std::string unit_json(const app::UnitView& view) {
    Json json;
    const auto list = [&](std::string_view key, const std::vector<app::AreaLine>& areas,
                          std::string_view code) {
        json.key(key).begin_array();
        for (const auto& area : areas) {
            json.begin_object().field(code, area.code).field("name", area.name);
            if (area.former) json.field("former", *area.former);
            json.field("clubs", area.clubs).field("members", area.members);
            json.field("villages", area.villages);
            json.field("villages_covered", area.villages_covered).end_object();
        }
        json.end_array();
    };
    json.begin_object();
    json.field("as_of", core::to_text(view.frame.as_of));
    json.field("units_as_of", core::to_text(view.frame.units_as_of));
    list("units", view.units, "code");
    list("villages", view.villages, "id");
    json.end_object();
    return std::move(json).take();
}

}  // namespace lth::view_json
