// Cells read as values: dates, amounts, shares and words as people write them in Viet Nam. Every
// reading answers the value or a rejection with the row, the heading and what was found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/money.hpp"
#include "core/result.hpp"
#include "sheet/workbook.hpp"

namespace lth::sheet {

/// Where a cell stands and what its column says about it.
struct Place {
    std::size_t row = 0;  // from 1, as the reader of the sheet counts
    std::string_view heading;
    DateSystem dates = DateSystem::from_1900;
    int unit_power = 0;  // 6 under a heading "(triệu đồng)"
};

/// Empty, or one of the signs that stand for "not known": - – … ? n/a "chưa rõ" "không rõ".
[[nodiscard]] bool is_blank(const Cell& cell);

/// A rejection with the facts row, column and found, and one more.
[[nodiscard]] core::Rejection cell_rejection(core::RuleRef rule, const Cell& cell,
                                             const Place& place, core::Fact more = {});

// The readings below are of cells that are not blank.

/// Tidy NFC text of at most `max_characters`; numbers as they are shown.
[[nodiscard]] core::Result<std::string> read_text(const Cell& cell, const Place& place,
                                                  std::size_t max_characters);

/// Like read_text for numbers of documents and codes: a cell that Excel made a date is refused.
[[nodiscard]] core::Result<std::string> read_code(const Cell& cell, const Place& place,
                                                  std::size_t max_characters);

/// Several texts, divided by semicolons, commas or line ends.
[[nodiscard]] core::Result<std::vector<std::string>> read_list(const Cell& cell, const Place& place,
                                                               std::size_t max_characters);

/// 9 to 11 digits; "+84" and a zero lost by Excel become a leading 0.
[[nodiscard]] core::Result<std::string> read_phone(const Cell& cell, const Place& place);

/// "30/9/2020", "30-09-2020", "30.09.2020", "2020-09-30", "ngày 30 tháng 9 năm 2020", a date cell,
/// a serial number from 10,000 (1927) on. Day before month, always.
[[nodiscard]] core::Result<core::Date> read_date(const Cell& cell, const Place& place);

struct Birth {
    std::int32_t year = 0;
    std::optional<core::Date> date;  // where day and month are known too

    friend bool operator==(const Birth&, const Birth&) = default;
};

/// A date, or a year alone: "1952", "/1952", "09/1952", "00/00/1952".
[[nodiscard]] core::Result<Birth> read_birth(const Cell& cell, const Place& place);

/// "9/2020", "tháng 9 năm 2020", "2020-09", or a date of that month.
[[nodiscard]] core::Result<core::Month> read_month(const Cell& cell, const Place& place);

/// 1900 … 2199.
[[nodiscard]] core::Result<std::int32_t> read_year(const Cell& cell, const Place& place);

struct Range {
    std::int64_t min = 0;
    std::int64_t max = core::max_dong;
};

/// "1.234", "1,234", "1 234", "56 người"; "không" is 0.
[[nodiscard]] core::Result<std::int64_t> read_count(const Cell& cell, const Place& place,
                                                    Range range);

/// Whether an amount below 1,000 đồng is believed, or taken for a missing "(triệu đồng)".
enum class SmallMoney : std::uint8_t { believed, suspected };

/// đồng: "1.234.567 đ", "1,234,567", "50 triệu", "1,5 tỷ", "1 tỷ 200 triệu", "500k". A unit in the
/// cell goes before that of the heading. What could be read in two ways is refused.
[[nodiscard]] core::Result<core::Money> read_money(const Cell& cell, const Place& place,
                                                   SmallMoney small);

/// Parts per million: "70 %", "69,992 %", a number shown as percent, a fraction below 1, or a
/// number of per cent above 1. A bare 1 is ambiguous.
[[nodiscard]] core::Result<std::int64_t> read_share_ppm(const Cell& cell, const Place& place);

/// Interest of a month in parts per million: "1 %", "0,8 %/tháng"; a bare number is per cent.
[[nodiscard]] core::Result<std::int64_t> read_rate_ppm(const Cell& cell, const Place& place);

/// A number of unknown kind, as a document claims it.
struct Quantity {
    enum class Unit : std::uint8_t { one, ppm };

    std::int64_t value = 0;
    Unit unit = Unit::one;

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// A share where a % sign stands or the number is below 1, else a whole number or an amount.
[[nodiscard]] core::Result<Quantity> read_quantity(const Cell& cell, const Place& place);

/// What a programme is compared by: "Dự án VIE 022" and "vie022" → "vie022"; "Quyết định số
/// 2666/QĐ-UBND ngày 3/8/2016" → "2666".
[[nodiscard]] std::string programme_key(std::string_view name);

}  // namespace lth::sheet
