// Puts cells into a sheet while the limits of the file allow it.
#pragma once

#include <cstddef>
#include <optional>

#include "core/result.hpp"
#include "sheet/limits.hpp"
#include "sheet/workbook.hpp"

namespace lth::sheet {

/// What all sheets of a file may still take.
struct Budget {
    explicit Budget(const Limits& limits) : cells(limits.cells), text_bytes(limits.text_bytes) {}

    std::size_t cells;
    std::size_t text_bytes;
};

class SheetBuilder {
public:
    SheetBuilder(const Limits& limits, Budget& budget) : limits_(limits), budget_(budget) {}

    /// 0-based; empty cells take no room, so that a sheet ends at its last value.
    [[nodiscard]] std::optional<core::Rejection> put(std::size_t row, std::size_t column,
                                                     Cell cell);

    Sheet sheet;

private:
    [[nodiscard]] core::Rejection refused(core::RuleRef rule, std::size_t limit) const;

    const Limits& limits_;
    Budget& budget_;
};

}  // namespace lth::sheet
