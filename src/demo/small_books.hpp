// The books that the clubs stand on: territory with made-up villages, and the registry. Those of
// the associations: associations.hpp.
#pragma once

#include <cstdint>

#include "app/ports.hpp"
#include "core/territory/territory.hpp"
#include "demo/demo.hpp"
#include "demo/plan.hpp"

namespace lth::demo {

/// A book that is not a club's, and how many operations it holds.
struct SmallBook {
    app::BookWrite write;
    std::uint64_t operations = 0;
};

/// The communes of 1 November 2020 from the catalogue. Throws app::Fault if it cannot be read.
[[nodiscard]] Ground catalogue_ground();

/// Facts of law whole, whatever `until` is; the villages made up, and said so.
[[nodiscard]] SmallBook territory_book(const Province& province, const Options& options);

/// The same, folded to the horizon.
[[nodiscard]] core::territory::Territory whole_territory(const Province& province);

/// Programmes, schemes with their claims, and the mark of a demonstration.
[[nodiscard]] SmallBook registry_book(const Province& province, const Options& options);

}  // namespace lth::demo
