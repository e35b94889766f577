// What a template is filled with: named fields, and lists whose items have fields of their own.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"

namespace lth::report {

/// As it is read in a text, and as a spreadsheet counts with it.
struct Field {
    std::string text;
    std::string number = {};  // "1234567", "0.682"; empty: it is text
};

using Fields = std::map<std::string, Field, std::less<>>;

struct Values {
    Fields fields;
    std::map<std::string, std::vector<Fields>, std::less<>> lists;

    void set(std::string name, std::string text) { fields[std::move(name)] = {std::move(text)}; }
    void set(std::string name, Field field) { fields[std::move(name)] = std::move(field); }
};

/// What placeholders mean at a place: all fields, and those of the item that is repeated there.
struct Scope {
    const Values& values;
    std::string_view list = {};
    const Fields* item = nullptr;

    /// "name", or "list.field" inside the list's row; null if there is none.
    [[nodiscard]] const Field* find(std::string_view name) const;
    /// Of a condition: a field with text, or a list with items. Unknown names are false.
    [[nodiscard]] bool holds(std::string_view name) const;
    [[nodiscard]] bool knows(std::string_view name) const;
};

}  // namespace lth::report
