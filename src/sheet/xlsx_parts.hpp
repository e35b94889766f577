// The XML parts of an .xlsx file (ECMA-376, part 1, chapter 18), each by itself.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "core/result.hpp"
#include "sheet/limits.hpp"
#include "sheet/sheet_builder.hpp"
#include "sheet/workbook.hpp"

namespace lth::sheet {

/// A parsed part; the tree points into the bytes.
struct XmlPart {
    std::string path;
    std::string bytes;
    pugi::xml_document tree;

    [[nodiscard]] pugi::xml_node root() const { return tree.document_element(); }
};

[[nodiscard]] core::Result<std::unique_ptr<XmlPart>> parse_xml(std::string path, std::string bytes,
                                                               const Limits& limits);

/// Some writers put a prefix before every name ("x:row"), so names are compared behind it.
[[nodiscard]] std::string_view local_name(std::string_view name);
[[nodiscard]] inline bool is_named(pugi::xml_node node, std::string_view name) {
    return local_name(node.name()) == name;
}
[[nodiscard]] pugi::xml_node child_named(pugi::xml_node parent, std::string_view name);
/// Empty if there is none.
[[nodiscard]] std::string_view attribute_named(pugi::xml_node node, std::string_view name);
/// Whole and not negative, or nullopt.
[[nodiscard]] std::optional<std::size_t> number_in(std::string_view text);

/// What a number format says about the meaning of its numbers.
enum class NumberMeaning : std::uint8_t { plain, date, percent };

/// Of a format code such as "dd/mm/yyyy", "#,##0 \"đ\"", "[h]:mm": a date if it shows a day, a
/// month or a year; times of day alone are plain numbers.
[[nodiscard]] NumberMeaning meaning_of_format(std::string_view code);

/// By the index that a cell's attribute `s` gives.
[[nodiscard]] std::vector<NumberMeaning> parse_styles(pugi::xml_node style_sheet);

/// Text of an element with `t` and runs `r`, phonetic hints left out; NFC.
[[nodiscard]] core::Result<std::string> rich_text(pugi::xml_node node);

[[nodiscard]] core::Result<std::vector<std::string>> parse_shared_strings(pugi::xml_node table);

/// What the cells of a sheet refer to.
struct CellContext {
    const std::vector<std::string>& strings;
    const std::vector<NumberMeaning>& meanings;
    DateSystem dates = DateSystem::from_1900;
};

[[nodiscard]] std::optional<core::Rejection> parse_worksheet(pugi::xml_node worksheet,
                                                             const CellContext& context,
                                                             const Limits& limits,
                                                             SheetBuilder& builder);

}  // namespace lth::sheet
