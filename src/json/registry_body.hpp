// The bodies of entries of the registry book: JSON text to operations and back, strictly.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/entry.hpp"
#include "core/registry/operations.hpp"

namespace lth::json {

/// Reads a body `{"ops":[…]}` and checks its form: limits, fields, types, and that the private
/// parts are numbered 1, 2, 3 …, hold only the keys of their class and are each named by one
/// operation.
[[nodiscard]] core::Result<std::vector<core::registry::RegistryOp>> read_registry_ops(
    std::string_view body, std::span<const core::PrivatePart> parts);

/// The canonical body: fields in the order of the struct, `parts` last.
[[nodiscard]] std::string write_body(std::span<const core::registry::RegistryOp> ops);

}  // namespace lth::json
