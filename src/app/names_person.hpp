// Does an operation name a person? Found by the types of its fields, whatever they are called.
#pragma once

#include "app/each_id.hpp"
#include "core/club/operations.hpp"

namespace lth::app {

template <class Id>
bool names(const core::club::ClubOp& op, Id id) {
    bool found = false;
    const auto look = [&](const Id& one) { found = found || one == id; };
    std::visit([&](const auto& what) { each_id<Id>(what, look); }, op.what);
    return found;
}

}  // namespace lth::app
