// Reads the cells of one row of a table after the other and collects what is wrong with them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sheet/header.hpp"
#include "sheet/limits.hpp"
#include "sheet/parse.hpp"
#include "sheet/rows.hpp"
#include "sheet/values.hpp"

namespace lth::sheet {

/// An error that no row is at fault for.
[[nodiscard]] RowError error_on_file(core::Rejection rejection);

/// Errors of all sheets, cut off at the limit.
class ErrorList {
public:
    explicit ErrorList(std::size_t limit) : limit_(limit) {}

    void add(RowError error);
    [[nodiscard]] bool full() const { return errors_.size() > limit_; }
    [[nodiscard]] bool empty() const { return errors_.empty(); }
    [[nodiscard]] std::vector<RowError> take() { return std::move(errors_); }

private:
    std::size_t limit_;
    std::vector<RowError> errors_;
};

/// A sheet in which a table was found.
struct FoundTable {
    std::uint32_t sheet_index = 0;
    const Sheet* sheet = nullptr;
    const Table* table = nullptr;
    Header header;
};

class RowReader {
public:
    RowReader(const FoundTable& found, DateSystem dates, const Limits& limits, ErrorList& errors);

    /// Moves to a row, 0-based.
    void go_to(std::size_t row);
    [[nodiscard]] Origin origin() const;

    // Each reads the cell of a column in the present row: nothing if the table has no such column,
    // if the cell is blank, or if it was refused and an error added.
    [[nodiscard]] Text name(ColumnId id);
    [[nodiscard]] Text text(ColumnId id);
    [[nodiscard]] Text code(ColumnId id);
    [[nodiscard]] Text phone(ColumnId id);
    [[nodiscard]] std::vector<std::string> list(ColumnId id);
    [[nodiscard]] Day date(ColumnId id);
    [[nodiscard]] std::optional<Birth> birth(ColumnId id);
    [[nodiscard]] std::optional<core::Month> month(ColumnId id);
    [[nodiscard]] std::optional<std::int32_t> year(ColumnId id);
    [[nodiscard]] Number count(ColumnId id, Range range);
    [[nodiscard]] Amount money(ColumnId id, SmallMoney small);
    [[nodiscard]] Number share_ppm(ColumnId id);
    [[nodiscard]] Number rate_ppm(ColumnId id);
    [[nodiscard]] std::optional<Quantity> quantity(ColumnId id);
    template <class E>
    [[nodiscard]] std::optional<E> choice(ColumnId id) {
        const auto value = choice_value(id);
        return value ? std::optional(static_cast<E>(*value)) : std::nullopt;
    }

    /// Whether all could be read in the present row that no row can do without.
    [[nodiscard]] bool is_usable() const { return is_usable_; }

    /// Adds an error on the present cell of a column of the table.
    void refuse(ColumnId id, core::RuleRef rule, std::vector<core::Fact> more = {});
    [[nodiscard]] std::string heading(ColumnId id) const;
    [[nodiscard]] bool has(ColumnId id) const { return position(id) != nullptr; }

    /// The cell of a column, or of the merged area that covers it where the column fills down.
    [[nodiscard]] const Cell& cell(ColumnId id) const;

private:
    [[nodiscard]] const FoundColumn* position(ColumnId id) const;
    [[nodiscard]] const Cell& cell_at(std::size_t row, std::size_t column) const;
    [[nodiscard]] Place place(const FoundColumn& found) const;
    [[nodiscard]] std::optional<std::uint8_t> choice_value(ColumnId id);
    void add_error(const FoundColumn* found, core::Rejection rejection);

    /// Applies a reading to the cell; a blank one is an error where the column needs all its cells.
    template <class Reading>
    auto read(ColumnId id, Reading&& reading)
        -> std::optional<typename decltype(reading(Cell{}, Place{}))::value_type> {
        const FoundColumn* found = position(id);
        if (found == nullptr) return std::nullopt;
        const Cell& value = cell(id);
        if (is_blank(value)) {
            if (found->column->need == Need::cell) {
                add_error(found, cell_rejection("sheet.cell_missing", value, place(*found)));
            }
            return std::nullopt;
        }
        auto result = reading(value, place(*found));
        if (!result) {
            add_error(found, std::move(result.error()));
            return std::nullopt;
        }
        return std::move(*result);
    }

    const FoundTable& found_;
    DateSystem dates_;
    const Limits& limits_;
    ErrorList& errors_;
    std::size_t row_ = 0;
    bool is_usable_ = true;
    std::array<const FoundColumn*, column_id_count> positions_{};
    std::vector<std::vector<Merge>> merges_;  // of each found column, only those of several rows
};

}  // namespace lth::sheet
