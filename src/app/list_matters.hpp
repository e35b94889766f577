// Lists of matters and quotas, made from the province's facts in memory.
#pragma once

#include <map>

#include "app/matters.hpp"
#include "app/op_text.hpp"
#include "app/province_facts.hpp"

namespace lth::app {

/// `ground`: the map that names units; `on`: the day against which due dates are held.
struct MattersFrom {
    const ProvinceFacts& facts;
    const facts::Ground& ground;
    core::Date on;
};

[[nodiscard]] MatterList list_matters(const MattersFrom& from, const MatterQuestion& question,
                                      OpTexts& texts);

/// By day.
[[nodiscard]] std::vector<OpenGrant> open_grants(const MattersFrom& from, const core::BookId& club);

/// Quotas of all books, each against the clubs launched in its year up to the day, but not before a
/// scheme that begins in it; by year, the latest first, then in the order of the map. A unit that
/// has gone stands where it lives on. Of the units of the scope; one that is nowhere on the map is
/// in no scope but the whole.
[[nodiscard]] std::vector<QuotaResult> list_quotas(const MattersFrom& from,
                                                   const facts::Scope& scope);

/// Clubs of the scope launched from one day to the other and up to that of `from`, by year: those
/// whose seat is in no unit that had a quota for the year.
[[nodiscard]] std::map<int, std::int64_t> launched_beside_quotas(const MattersFrom& from,
                                                                 const facts::Scope& scope,
                                                                 core::Date first, core::Date last);

/// Since when the unit stands no longer: nobody is left to hand in what it owes.
[[nodiscard]] std::optional<core::Date> unit_ended(const core::territory::Territory& territory,
                                                   const core::UnitId& unit, core::Date on);

/// A unit, or the first that it lives on in; no_node if nobody knows.
[[nodiscard]] facts::Node node_of(const MattersFrom& from, const core::UnitId& unit);

}  // namespace lth::app
