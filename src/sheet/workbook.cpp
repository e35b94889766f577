#include "sheet/workbook.hpp"

#include "sheet/decimal.hpp"

namespace lth::sheet {
namespace {

/// "0.7" → "70%": the point moves by two digits, whatever the size of the number.
std::string shown_percent(const std::string& number) {
    const auto decimal = parse_decimal(number);
    const auto percent = decimal ? times_power_of_ten(*decimal, 2) : std::nullopt;
    if (!percent) return number;
    std::string digits = std::to_string(percent->units);
    const auto scale = static_cast<std::size_t>(percent->scale);
    if (scale == 0) return digits + '%';
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    if (digits.size() - sign <= scale) digits.insert(sign, scale + 1 - (digits.size() - sign), '0');
    digits.insert(digits.size() - scale, 1, ',');
    return digits + '%';
}

}  // namespace

std::optional<core::Date> date_of_serial(std::int64_t serial, DateSystem system) {
    constexpr std::int64_t false_leap_day = 60;
    constexpr std::int64_t last_serial = 200'000;  // past 2199 in both systems
    if (serial < 0 || serial > last_serial) return std::nullopt;
    core::Date zero = core::make_date(1904, 1, 1);
    if (system == DateSystem::from_1900) {
        if (serial == false_leap_day) return std::nullopt;
        zero = core::make_date(1899, 12, serial < false_leap_day ? 31 : 30);
    }
    const core::Date date = zero + static_cast<std::int32_t>(serial);
    if (date < core::first_date || date > core::last_date) return std::nullopt;
    return date;
}

std::string shown(const Cell& cell) {
    switch (cell.kind) {
        case CellKind::empty:
            return {};
        case CellKind::date:
            return core::vietnamese(cell.date);
        case CellKind::number:
            return cell.percent ? shown_percent(cell.text) : cell.text;
        case CellKind::text:
        case CellKind::boolean:
        case CellKind::error:
            return cell.text;
    }
    return {};
}

std::string column_name(std::size_t column) {
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

std::string cell_name(std::size_t row, std::size_t column) {
    return column_name(column) + std::to_string(row + 1);
}

}  // namespace lth::sheet
