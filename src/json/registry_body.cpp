#include "json/registry_body.hpp"

#include "json/body.hpp"

namespace lth::json {

core::Result<std::vector<core::registry::RegistryOp>> read_registry_ops(
    std::string_view body, std::span<const core::PrivatePart> parts) {
    return read_body<core::registry::RegistryOp>(body, parts, core::BookKind::registry);
}

std::string write_body(std::span<const core::registry::RegistryOp> ops) { return write_ops(ops); }

}  // namespace lth::json
