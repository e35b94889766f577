// What the books hold in each unit of a map: for the certificate of a reform.
#pragma once

#include "app/province_facts.hpp"
#include "core/territory/reform.hpp"

namespace lth::app {

/// By node of the view, what each unit itself holds on `day`.
[[nodiscard]] std::vector<core::territory::UnitTotals> totals_on(
    ProvinceFacts& facts, const core::territory::TerritoryView& view, core::Date day);

/// Of what is on record: what the books held on its eve, on the map before and after it.
[[nodiscard]] core::territory::Certificate certificate_of(
    ProvinceFacts& facts, const core::territory::ReformPlan& applied, core::Date effective);

/// Nothing is held by the districts that others took over.
[[nodiscard]] bool is_of_commune(const core::territory::Territory& territory,
                                 core::territory::UnitSlot unit,
                                 const core::territory::UnitLink& link);

/// Everything that became of communes on that day, as one reform with its maps: whether it was
/// recorded at once or unit by unit.
[[nodiscard]] core::territory::ReformPlan applied_reform(
    const core::territory::Territory& territory, core::Date effective);

}  // namespace lth::app
