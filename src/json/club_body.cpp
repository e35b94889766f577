#include "json/club_body.hpp"

#include "json/body.hpp"

namespace lth::json {

core::Result<std::vector<core::club::ClubOp>> read_club_ops(
    std::string_view body, std::span<const core::PrivatePart> parts) {
    return read_body<core::club::ClubOp>(body, parts, core::BookKind::club);
}

std::string write_body(std::span<const core::club::ClubOp> ops) { return write_ops(ops); }

}  // namespace lth::json
