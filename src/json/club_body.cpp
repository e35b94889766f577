#include "json/body.hpp"
#include "json/operations.hpp"

namespace lth::json {

Ops<core::club::ClubOp> read_club_ops(std::string_view body,
                                  std::span<const core::PrivatePart> parts) {
    return read_body<core::club::ClubOp>(body, parts, core::BookKind::club);
}

std::string write_body(std::span<const core::club::ClubOp> ops) { return write_ops(ops); }

}  // namespace lth::json
