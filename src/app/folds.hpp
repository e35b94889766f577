// The small books folded in memory: territory, registry, and one for each association.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/ports.hpp"
#include "core/association/fold.hpp"
#include "core/registry/registry.hpp"
#include "core/territory/territory.hpp"
#include "facts/care_facts.hpp"

namespace lth::app {

/// Knows entries only up to `known_at`, if it is given.
class Folds {
public:
    core::territory::Territory territory;
    core::registry::Registry registry;
    std::map<core::BookId, core::association::Association> associations;

    /// Applies one entry of a book that is not a club's. Throws Fault if its body cannot be read.
    void apply(core::BookKind kind, const core::SealedEntry& sealed);

    /// All care funds as the figures want them.
    [[nodiscard]] std::vector<facts::CareFacts> care() const;
};

/// The operations of a club's entry that is in the store. Throws Fault if its body cannot be read.
[[nodiscard]] std::vector<core::club::ClubOp> stored_club_ops(const core::SealedEntry& sealed);

}  // namespace lth::app
