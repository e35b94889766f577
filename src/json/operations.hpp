// The bodies of entries: JSON text to operations and back, strictly.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/association/operations.hpp"
#include "core/club/operations.hpp"
#include "core/entry.hpp"
#include "core/registry/operations.hpp"
#include "core/territory/operations.hpp"

namespace lth::json {

template <class Op>
using Ops = core::Result<std::vector<Op>>;

/// Reads a body `{"ops":[…]}` and checks its form: limits, fields, types, and that the private parts
/// are numbered 1, 2, 3 …, hold only the keys of their class and are each named by one operation.
[[nodiscard]] Ops<core::club::ClubOp> read_club_ops(std::string_view body,
                                                    std::span<const core::PrivatePart> parts);
[[nodiscard]] Ops<core::association::AssociationOp> read_association_ops(
    std::string_view body, std::span<const core::PrivatePart> parts);
[[nodiscard]] Ops<core::territory::TerritoryOp> read_territory_ops(
    std::string_view body, std::span<const core::PrivatePart> parts);
[[nodiscard]] Ops<core::registry::RegistryOp> read_registry_ops(
    std::string_view body, std::span<const core::PrivatePart> parts);

/// The canonical body: fields in the order of the struct, `parts` last.
[[nodiscard]] std::string write_body(std::span<const core::club::ClubOp> ops);
[[nodiscard]] std::string write_body(std::span<const core::association::AssociationOp> ops);
[[nodiscard]] std::string write_body(std::span<const core::territory::TerritoryOp> ops);
[[nodiscard]] std::string write_body(std::span<const core::registry::RegistryOp> ops);

}  // namespace lth::json
