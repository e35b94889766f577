#include "report/values.hpp"

namespace lth::report {

const Field* Scope::find(std::string_view name) const {
    const auto dot = name.find('.');
    if (dot != std::string_view::npos) {
        if (item == nullptr || name.substr(0, dot) != list) return nullptr;
        const auto found = item->find(name.substr(dot + 1));
        return found == item->end() ? nullptr : &found->second;
    }
    const auto found = values.fields.find(name);
    return found == values.fields.end() ? nullptr : &found->second;
}

bool Scope::holds(std::string_view name) const {
    if (const Field* field = find(name)) return !field->text.empty();
    const auto found = values.lists.find(name);
    return found != values.lists.end() && !found->second.empty();
}

bool Scope::knows(std::string_view name) const {
    return find(name) != nullptr || values.lists.contains(name);
}

}  // namespace lth::report
