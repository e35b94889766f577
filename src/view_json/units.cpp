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

}  // namespace lth::view_json
