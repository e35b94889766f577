// What the lists and fields of documents are called where people read them.
#pragma once

#include <string>
#include <string_view>

namespace lth::report {

struct Label {
    std::string_view name;
    std::string_view vi;
    std::string_view en;
};

/// A list, or a field of a document or of a list's lines. Its own name if it has none: a test walks
/// them all.
[[nodiscard]] Label list_label(std::string_view list);
[[nodiscard]] Label field_label(std::string_view field);
/// True if it only leads on to where a line comes from.
[[nodiscard]] bool is_reference(std::string_view field);

struct PlaceName {
    std::string vi;
    std::string en;
};
/// Of a placeholder: "members", "care_years.raised".
[[nodiscard]] PlaceName name_of_place(std::string_view place);

}  // namespace lth::report
