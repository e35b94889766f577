// What an association's operation says in its private text.
#pragma once

#include <cstdint>
#include <string>

#include "core/entry.hpp"

namespace lth::app {

/// Of the parts of class text whose content is there; empty if there are none.
[[nodiscard]] std::string op_text(const core::Entry& entry, std::uint32_t op_index);

}  // namespace lth::app
