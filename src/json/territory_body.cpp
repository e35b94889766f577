#include "json/territory_body.hpp"

#include "json/body.hpp"

namespace lth::json {

core::Result<std::vector<core::territory::TerritoryOp>> read_territory_ops(
    std::string_view body, std::span<const core::PrivatePart> parts) {
    return read_body<core::territory::TerritoryOp>(body, parts, core::BookKind::territory);
}

std::string write_body(std::span<const core::territory::TerritoryOp> ops) { return write_ops(ops); }

}  // namespace lth::json
