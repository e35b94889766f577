// Rows of what the operations from a place on changed.
#pragma once

#include "core/association/association.hpp"

namespace lth::core::association {

[[nodiscard]] Changes changes_since(const Association& book, OpIndex first);

}  // namespace lth::core::association
