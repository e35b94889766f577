// A care fund as the figures see it: the rows of one association's book.
#pragma once

#include <vector>

#include "core/association/rows.hpp"
#include "core/ids.hpp"

namespace lth::facts {

/// Order within the lists does not matter. Rows that are not `live` are passed over.
struct CareFacts {
    core::BookId id;
    core::association::AssociationRow row;
    std::vector<core::association::CareFundRow> funds;
    std::vector<core::association::CareFlowRow> flows;
    std::vector<core::association::CareYearRow> years;
};

}  // namespace lth::facts
