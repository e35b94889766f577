#include "json/association_body.hpp"

#include "json/body.hpp"

namespace lth::json {

core::Result<std::vector<core::association::AssociationOp>> read_association_ops(
    std::string_view body, std::span<const core::PrivatePart> parts) {
    return read_body<core::association::AssociationOp>(body, parts, core::BookKind::association);
}

std::string write_body(std::span<const core::association::AssociationOp> ops) {
    return write_ops(ops);
}

}  // namespace lth::json
