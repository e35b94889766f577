// Which things an operation names, and in what role: the one source of duplicate checks, unknown
// ids, steps of records, and of what stands in the way of a reversal.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/association/association.hpp"

namespace lth::core::association {

enum class Role : std::uint8_t {
    introduces,  // makes it known
    advances,    // changes its state
    mentions     // needs it, leaves it as it is
};

struct KeyUse {
    Key key;
    Role role = Role::mentions;
};

/// In the order in which they are judged.
[[nodiscard]] std::vector<KeyUse> keys_of(const AssociationWhat& what);

[[nodiscard]] constexpr Key association_key() { return {KeyKind::association, 0}; }
[[nodiscard]] constexpr Key fund_key(CareLevel level) {
    return {KeyKind::fund, static_cast<std::uint64_t>(level)};
}
[[nodiscard]] constexpr Key record_key(RecordId id) { return {KeyKind::record, id.value}; }
[[nodiscard]] constexpr Key grant_key(GrantId id) { return {KeyKind::grant, id.value}; }

/// What an operation does to the record it is about.
struct RecordStep {
    RecordId record;
    RecordKind kind = RecordKind::visit;
    Role role = Role::introduces;
    std::uint8_t from = 0;  // bit i: allowed while the record is in RecordState i; 0: any
    RecordState to = RecordState::open;
};
[[nodiscard]] std::optional<RecordStep> record_step(const AssociationWhat& what);

[[nodiscard]] constexpr std::uint8_t bit(RecordState state) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(state));
}

/// The last live operation before `before` that names the key as its own matter (introduces or
/// advances it); no_op if there is none.
[[nodiscard]] OpIndex last_step(const Association& book, const Key& key, OpIndex before = no_op);
/// The live operation that made the key known; no_op if there is none.
[[nodiscard]] OpIndex introduced_by(const Association& book, const Key& key);

[[nodiscard]] std::string_view op_name(const AssociationWhat& what);

/// The grant that a return at `before` refers to: the last one of that id, live or not.
[[nodiscard]] OpIndex find_grant(const Association& book, GrantId id, OpIndex before = no_op);
/// Live returns of it.
[[nodiscard]] Money returned_of(const Association& book, GrantId id);

}  // namespace lth::core::association
