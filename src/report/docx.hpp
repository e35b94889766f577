// Fills a Word template (.docx): placeholders in its text, headers and footers.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "report/limits.hpp"
#include "report/values.hpp"

namespace lth::report {

/// {{name}} becomes the field's text, in the formatting of its first letter; line feeds become line
/// breaks. The table row that holds {{#list}} repeats for each item (none: it goes), and so does a
/// paragraph outside of tables. {{#if name}} … {{/if}}, in one paragraph or from one to another
/// beside it, is left out with its paragraphs if the field is empty; such parts do not nest.
/// The same template and values give the same bytes. Rules report.*
[[nodiscard]] core::Result<std::string> fill_docx(std::string_view bytes, const Values& values,
                                                  const Limits& limits = {});

}  // namespace lth::report
