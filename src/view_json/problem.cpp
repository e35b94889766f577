#include "view_json/problem.hpp"

#include "view_json/json.hpp"

namespace lth::view_json {

std::string problem_text(const core::Rejection& rejection) {
    Json json;
    json.begin_object()
        .field("rule", rejection.rule.id())
        .field("message", message(rejection, core::Language::vi))
        .field("message_en", message(rejection, core::Language::en))
        .key("op_index");
    if (rejection.op_index == core::Rejection::whole_entry) {
        json.null();
    } else {
        json.number(rejection.op_index);
    }
    json.field("field", rejection.field).key("facts").begin_object();
    for (const auto& fact : rejection.facts) json.field(fact.name, fact.value);
    json.end_object().end_object();
    return std::move(json).take();
}

}  // namespace lth::view_json
