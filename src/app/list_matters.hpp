// Lists of matters and quotas, made from the province's facts in memory.
#pragma once

#include "app/matters.hpp"
#include "app/province_facts.hpp"

namespace lth::app {

/// `ground`: the map that names units; `on`: the day against which due dates are held.
struct MattersFrom {
    const ProvinceFacts& facts;
    const facts::Ground& ground;
    core::Date on;
};

[[nodiscard]] MatterList list_matters(const MattersFrom& from, const MatterQuestion& question);

/// Quotas of the books, each against the clubs launched in its year up to the day; by year, the
/// latest first, then in the order of the map. A unit that has gone stands where it lives on.
[[nodiscard]] std::vector<QuotaResult> list_quotas(const MattersFrom& from,
                                                   std::span<const core::BookId> books);

/// A unit, or the first that it lives on in; no_node if nobody knows.
[[nodiscard]] facts::Node node_of(const MattersFrom& from, const core::UnitId& unit);

}  // namespace lth::app
