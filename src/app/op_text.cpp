#include "app/op_text.hpp"

#include "json/association_body.hpp"
#include "json/document.hpp"

namespace lth::app {
namespace {

void add_strings(std::string& text, const std::string& part) {
    json::Document document;
    if (!document.parse(part) || document.root().kind != json::Kind::object) return;
    json::for_each_child(document, document.root(), [&](const json::Node& node) {
        if (node.kind != json::Kind::string) return true;
        if (!text.empty()) text += '\n';
        text += node.text;
        return true;
    });
}

}  // namespace

std::string op_text(const core::Entry& entry, std::uint32_t op_index) {
    std::string text;
    const auto ops = json::read_association_ops(entry.body, entry.parts);
    if (!ops || op_index >= ops->size()) return text;
    for (const auto number : (*ops)[op_index].parts) {
        if (number == 0 || number > entry.parts.size()) continue;
        const auto& part = entry.parts[number - 1U];
        if (part.kind == core::PartClass::text && part.content) {
            add_strings(text, part.content->text);
        }
    }
    return text;
}

}  // namespace lth::app
