// A scheme's standing as JSON: what `status --json` prints and the API answers.
#pragma once

#include <span>
#include <string>

#include "facts/claims.hpp"
#include "facts/standing.hpp"

namespace lth::view_json {

/// Keys in a fixed order; `value` of a share to six decimals, of money in đồng; unknown is null.
/// `note` and `notes` are Vietnamese, `note_en` and `notes_en` English.
[[nodiscard]] std::string standing_json(const facts::Standing& standing);

/// What the target of the standing lacks by name, `limit` of them from `offset` on; `units_as_of`
/// is the map of the units named.
[[nodiscard]] std::string missing_json(const facts::Standing& standing, const facts::Target& target,
                                       std::size_t offset, std::size_t limit);

/// An array of claims beside the books.
[[nodiscard]] std::string claims_json(std::span<const facts::ClaimCheck> checks);

/// An array of the differences where books took over from reports.
[[nodiscard]] std::string takeovers_json(std::span<const facts::ClubTakeover> takeovers);

[[nodiscard]] std::string_view to_text(facts::MissingKind kind);
[[nodiscard]] std::string_view to_text(facts::Group group);
[[nodiscard]] std::string_view to_text(facts::Stated figure);
[[nodiscard]] std::string id_text(const facts::Missing& missing);

}  // namespace lth::view_json
