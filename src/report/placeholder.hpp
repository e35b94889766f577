// {{name}}, {{list.field}}, {{#list}}, {{/list}}, {{#if name}}, {{/if}} in the text of a template.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "report/values.hpp"

namespace lth::report {

enum class Mark : std::uint8_t {
    field,
    list,      // {{#list}}: what holds it repeats
    list_end,  // {{/list}}: may be written, means nothing
    open_if,
    close_if
};

struct Placeholder {
    Mark mark = Mark::field;
    std::string name;  // of the field, list or condition
    std::size_t begin = 0;
    std::size_t end = 0;  // past "}}", in bytes of the text
};

/// All of a text, in order. `place` names the part or cell in errors.
[[nodiscard]] core::Result<std::vector<Placeholder>> find_placeholders(std::string_view text,
                                                                       std::string_view place);

/// Why the name means nothing there.
[[nodiscard]] core::Rejection unknown_placeholder(std::string_view name, std::string_view place,
                                                  const Scope& scope);

}  // namespace lth::report
