// What operations are called, and those of their fields that can be read without their book:
// amounts, counts and days.
#pragma once

#include <cstdint>
#include <string_view>

#include "view_json/phrase.hpp"

namespace lth::view_json {

/// "Cho vay" of "loan.disbursed", version suffix left out; null if there is none.
[[nodiscard]] const Phrase* operation_name(std::string_view op);

enum class Shows : std::uint8_t { money, count, year, day };

struct OpField {
    std::string_view name;
    Shows shows;
    Phrase label;
};

/// Of a field of an operation's JSON; null if it is not among those.
[[nodiscard]] const OpField* op_field(std::string_view name);

}  // namespace lth::view_json
