// One row of each table, column by column, and what its cells must agree on.
#pragma once

#include "sheet/row_reader.hpp"

namespace lth::sheet {

/// Where errors were added the row holds what could be read, and is not used.
template <class Row>
[[nodiscard]] Row read_row(RowReader& in);

template <>
RegisterRow read_row(RowReader& in);
template <>
ClubRow read_row(RowReader& in);
template <>
MemberRow read_row(RowReader& in);
template <>
FundsRow read_row(RowReader& in);
template <>
CapitalRow read_row(RowReader& in);
template <>
LoanRow read_row(RowReader& in);
template <>
RulesRow read_row(RowReader& in);
template <>
ClaimRow read_row(RowReader& in);
template <>
FundYearRow read_row(RowReader& in);
template <>
UnitRow read_row(RowReader& in);
template <>
SuccessionRow read_row(RowReader& in);

}  // namespace lth::sheet
