// Office files made in memory for tests, and what stands in them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.hpp"
#include "report/package.hpp"

namespace lth::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] std::string make_package(const Parts& parts);

/// A Word file whose body is this XML; `header` stands in its header.
[[nodiscard]] std::string make_docx(std::string_view body, std::string_view header = {});

/// <w:p> of one run for each text.
[[nodiscard]] std::string paragraph(const std::vector<std::string>& runs);

/// A workbook with the sheet "Trang 1" of this <sheetData> content and what follows it.
struct RawSheet {
    std::string rows;
    std::string after = {};
    std::string names = {};    // <definedName> elements
    std::string strings = {};  // <si> elements
};
[[nodiscard]] std::string make_workbook(const RawSheet& sheet);

/// A part of a file that was filled; throws if it is not there.
[[nodiscard]] std::string part_of(std::string_view bytes, std::string_view path);

/// The text of all w:t, a bar after each paragraph.
[[nodiscard]] std::string text_of_docx(std::string_view bytes);

/// The rule's id, or "" if the result holds a value.
template <class T>
[[nodiscard]] std::string rule_of(const core::Result<T>& result) {
    return result ? std::string{} : std::string(result.error().rule.id());
}

/// A fact of the rejection; "" if there is none.
template <class T>
[[nodiscard]] std::string fact_of(const core::Result<T>& result, std::string_view name) {
    if (result) return {};
    for (const auto& fact : result.error().facts) {
        if (fact.name == name) return fact.value;
    }
    return {};
}

}  // namespace lth::test
