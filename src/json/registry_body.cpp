#include "json/body.hpp"
#include "json/operations.hpp"

namespace lth::json {

Ops<core::registry::RegistryOp> read_registry_ops(std::string_view body,
                                  std::span<const core::PrivatePart> parts) {
    return read_body<core::registry::RegistryOp>(body, parts, core::BookKind::registry);
}

std::string write_body(std::span<const core::registry::RegistryOp> ops) { return write_ops(ops); }

}  // namespace lth::json
