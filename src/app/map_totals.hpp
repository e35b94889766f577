// What the books hold in each unit of a map: for the certificate of a reform.
#pragma once

#include "app/province_facts.hpp"
#include "core/territory/reform.hpp"

namespace lth::app {

/// By node of the view, what each unit itself holds on `day`.
[[nodiscard]] std::vector<core::territory::UnitTotals> totals_on(
    ProvinceFacts& facts, const core::territory::TerritoryView& view, core::Date day);

/// Of a reform that is on record: what the books held on its eve, on the map before and after it.
[[nodiscard]] core::territory::Certificate certificate_of(
    ProvinceFacts& facts, const core::territory::ReformPlan& applied, core::Date effective);

/// The reform that the operation made, with its maps, as the book tells it now.
[[nodiscard]] core::territory::ReformPlan applied_reform(
    const core::territory::Territory& territory, core::territory::OpNumber op,
    core::Date effective);

}  // namespace lth::app
