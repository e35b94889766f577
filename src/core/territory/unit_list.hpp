// A published list of units, as rows of text: checked, with kinds and parents understood.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/territory/view.hpp"

namespace lth::core::territory {

/// A row of the list; `kind` may be empty if the name begins with it. `row` is the row of the file,
/// `sheet` the sheet of it.
struct ListedUnit {
    std::int32_t row = 0;
    std::string code;
    std::string name;
    std::string kind;
    std::string parent_code;  // empty: stands under nothing
    std::uint32_t sheet = 0;
};

/// The same, understood. `parent` is an index into the list; `no_parent` under nothing.
inline constexpr std::size_t no_parent = static_cast<std::size_t>(-1);
struct CheckedUnit {
    std::int32_t row = 0;
    std::string code;
    std::string name;  // with its kind
    UnitKind kind = UnitKind::commune;
    std::size_t parent = no_parent;
};

/// Rules `territory.row.*`, each with row and sheet among its facts; `units` has every row, and is
/// understood if there are none.
struct CheckedList {
    std::vector<CheckedUnit> units;
    std::vector<Rejection> errors;
};
[[nodiscard]] CheckedList check_list(const std::vector<ListedUnit>& rows);

/// What ids are derived from beside code and day: the province's name, "thanh-hoa".
[[nodiscard]] std::string id_space(const CheckedList& list);

/// The first 50 bits of SHA-256("<space>/<code>/<first day>"): anybody finds the same id again.
[[nodiscard]] UnitId derive_unit_id(std::string_view space, std::string_view code, Date first);

/// The derived id, or with "/2", "/3" … behind it the first that the book has not given away.
[[nodiscard]] UnitId free_unit_id(const Territory& territory, std::string_view space,
                                  std::string_view code, Date first);

}  // namespace lth::core::territory
