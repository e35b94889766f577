// What goes in and comes out of every call of the C interface.
#pragma once

#include <string>

#include "core/result.hpp"
#include "wasm/exports.hpp"

namespace lth::wasm {

extern std::string input;
extern std::string output;

/// Leaves the rejection as the output.
[[nodiscard]] LthAnswer refuse(const core::Rejection& rejection);

}  // namespace lth::wasm
