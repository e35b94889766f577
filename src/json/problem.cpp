#include "json/problem.hpp"

#include "json/document.hpp"

namespace lth::json {
namespace {

void text_field(std::string& out, std::string_view name, std::string_view value) {
    if (out.back() != '{') out += ',';
    append_string(out, name);
    out += ':';
    append_string(out, value);
}

}  // namespace

std::string problem_text(const core::Rejection& rejection) {
    std::string out = "{";
    text_field(out, "rule", rejection.rule.id());
    text_field(out, "message", message(rejection, core::Language::vi));
    text_field(out, "message_en", message(rejection, core::Language::en));
    out += R"(,"op_index":)";
    const bool whole = rejection.op_index == core::Rejection::whole_entry;
    out += whole ? "null" : std::to_string(rejection.op_index);
    text_field(out, "field", rejection.field);
    out += R"(,"facts":{)";
    for (const auto& fact : rejection.facts) text_field(out, fact.name, fact.value);
    out += "}}";
    return out;
}

}  // namespace lth::json
