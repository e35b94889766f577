// References to cells in formulas and attributes ("B8", "$A$1:H9", "'Theo xã'!$5:$6"), and how they
// move when rows of a sheet repeat.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lth::report {

/// Rows and columns from 1; 0: none, as in "$5:$6" or "A:C".
struct Corner {
    std::size_t column = 0;
    std::size_t row = 0;
    bool fixed_column = false;  // "$B"
    bool fixed_row = false;

    friend bool operator==(const Corner&, const Corner&) = default;
};

struct CellRef {
    std::string sheet;  // as it is called; empty: the formula's own
    Corner first;
    std::optional<Corner> last;  // of a range
};

[[nodiscard]] std::optional<Corner> parse_corner(std::string_view text);
[[nodiscard]] std::string to_text(const Corner& corner);
[[nodiscard]] std::string column_text(std::size_t column);

/// The formula with every reference as `change` leaves it. Texts in quotes, functions, names and
/// references to other workbooks stay.
[[nodiscard]] std::string change_refs(std::string_view formula,
                                      const std::function<void(CellRef&)>& change);

/// Where the rows of a template went.
class RowMap {
public:
    /// The row now stands `times` (≥ 1) times. Rows must come in ascending order.
    void repeat(std::size_t row, std::size_t times);

    [[nodiscard]] bool empty() const { return repeats_.empty(); }
    [[nodiscard]] std::size_t first(std::size_t row) const;
    [[nodiscard]] std::size_t last(std::size_t row) const;
    [[nodiscard]] bool repeats(std::size_t row) const;

    /// A range grows with the rows in it.
    void move(CellRef& ref) const;
    /// In the n-th copy (from 0) of a row: what is not fixed with "$" goes down with it, as when a
    /// formula is filled down.
    void move_in_copy(CellRef& ref, std::size_t copy) const;
    /// Space-separated ranges of an attribute.
    [[nodiscard]] std::string moved(std::string_view ranges) const;

private:
    struct Repeat {
        std::size_t row = 0;
        std::size_t times = 1;
    };
    std::vector<Repeat> repeats_;
};

}  // namespace lth::report
