#include "json/body.hpp"
#include "json/operations.hpp"

namespace lth::json {

Ops<core::association::AssociationOp> read_association_ops(std::string_view body,
                                  std::span<const core::PrivatePart> parts) {
    return read_body<core::association::AssociationOp>(body, parts, core::BookKind::association);
}

std::string write_body(std::span<const core::association::AssociationOp> ops) { return write_ops(ops); }

}  // namespace lth::json
