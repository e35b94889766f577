#include <algorithm>
#include <array>
#include <charconv>

#include "core/text.hpp"
#include "sheet/decimal.hpp"
#include "sheet/unicode.hpp"
#include "sheet/values.hpp"

namespace lth::sheet {
namespace {

/// 0 where a part is not given.
struct PartialDate {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
};

constexpr int first_year = 1900;
constexpr int last_year = 2199;
constexpr std::int64_t first_serial = 10'000;  // smaller numbers are no dates but slips

bool is_year(std::int64_t number) { return number >= first_year && number <= last_year; }

/// The numbers of a date and how many digits each has.
struct DateNumber {
    unsigned value;
    std::size_t digits;
};

/// "30/9/2020 00:00:00" → "30/9/2020".
std::string_view without_time(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return text;
    const auto gap = text.substr(0, colon).find_last_of(" t");
    return gap == std::string_view::npos ? text : text.substr(0, gap);
}

/// At most three numbers between signs and the words ngày, tháng, năm; nullopt if anything else
/// stands there.
std::optional<std::vector<DateNumber>> date_numbers(std::string_view text) {
    std::vector<DateNumber> numbers;
    while (!text.empty()) {
        const auto skipped = std::min(text.find_first_not_of("/.-,?_ "), text.size());
        text.remove_prefix(skipped);
        if (text.empty()) break;
        const auto end =
            std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), text.size());
        if (end > 0) {
            const auto word = text.substr(0, end);
            constexpr std::array words = {"ngay", "thang", "nam", "sinh", "x"};
            if (std::ranges::find(words, word) == words.end()) return std::nullopt;
            text.remove_prefix(end);
            continue;
        }
        constexpr std::size_t most_digits = 6;
        const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits == 0 || digits > most_digits || numbers.size() == 3) return std::nullopt;
        const auto number = text.substr(0, digits);
        unsigned value = 0;
        std::from_chars(number.data(), number.data() + number.size(), value);
        numbers.push_back({value, digits});
        text.remove_prefix(digits);
    }
    return numbers;
}

class DateReading {
public:
    DateReading(const Cell& cell, const Place& place) : cell_(cell), place_(place) {}

    core::Result<PartialDate> read() const {
        switch (cell_.kind) {
            case CellKind::error:
                return refused("sheet.cell_error");
            case CellKind::date:
                return of_date(cell_.date);
            case CellKind::number:
                return of_number();
            case CellKind::text:
                return of_text();
            case CellKind::empty:
            case CellKind::boolean:
                break;
        }
        return refused("sheet.not_a_date");
    }

    std::unexpected<core::Rejection> refused(core::RuleRef rule) const {
        return std::unexpected(cell_rejection(rule, cell_, place_));
    }

private:
    static PartialDate of_date(core::Date date) {
        const auto at = core::civil(date);
        return {at.year, at.month, at.day};
    }

    core::Result<PartialDate> of_whole(std::int64_t number) const {
        constexpr std::int64_t least_of_four_digits = 1'000;
        if (is_year(number)) return PartialDate{static_cast<int>(number), 0, 0};
        if (number >= least_of_four_digits && number < first_serial) {
            return refused("sheet.date_out_of_range");  // meant as a year
        }
        const auto date =
            number >= first_serial ? date_of_serial(number, place_.dates) : std::nullopt;
        if (!date) return refused("sheet.not_a_date");
        return of_date(*date);
    }

    core::Result<PartialDate> of_number() const {
        // A serial's fraction is the time of day.
        const auto number =
            parse_decimal(std::string_view(cell_.text).substr(0, cell_.text.find('.')));
        if (!number || cell_.percent) return refused("sheet.not_a_date");
        return of_whole(number->units);
    }

    core::Result<PartialDate> of_text() const {
        const std::string folded = core::fold_text(tidy(cell_.text));
        const auto numbers = date_numbers(without_time(folded));
        if (!numbers || numbers->empty()) return refused("sheet.not_a_date");
        const auto& first = numbers->front();
        const auto& last = numbers->back();
        if (numbers->size() == 1) return of_whole(first.value);
        const auto part = [&](std::size_t i) { return (*numbers)[i]; };
        const bool year_first = first.digits == 4;
        if (!year_first && last.digits != 4) {
            if (last.digits == 2) return refused("sheet.short_year");
            return refused("sheet.not_a_date");
        }
        PartialDate date;
        date.year = static_cast<int>(year_first ? first.value : last.value);
        if (numbers->size() == 2) {
            date.month = year_first ? last.value : first.value;
            return checked(date, std::max(date.month, 1U), 1);
        }
        if (part(1).digits > 2) return refused("sheet.not_a_date");
        date.month = part(1).value;
        date.day = year_first ? last.value : first.value;
        return checked(date, std::max(date.month, 1U), std::max(date.day, 1U));
    }

    core::Result<PartialDate> checked(PartialDate date, unsigned month, unsigned day) const {
        if (!is_year(date.year)) return refused("sheet.date_out_of_range");
        using namespace std::chrono;
        const bool exists = year_month_day{
            std::chrono::year{date.year}, std::chrono::month{month},
            std::chrono::day{
                day}}.ok();
        if (!exists) return refused("sheet.no_such_day");
        return date;
    }

    const Cell& cell_;
    const Place& place_;
};

}  // namespace

core::Result<core::Date> read_date(const Cell& cell, const Place& place) {
    const DateReading reading(cell, place);
    const auto date = reading.read();
    if (!date) return std::unexpected(date.error());
    if (date->month == 0 || date->day == 0) return reading.refused("sheet.day_missing");
    return core::make_date(date->year, date->month, date->day);
}

core::Result<Birth> read_birth(const Cell& cell, const Place& place) {
    const auto date = DateReading(cell, place).read();
    if (!date) return std::unexpected(date.error());
    Birth birth{.year = date->year, .date = std::nullopt};
    if (date->month != 0 && date->day != 0) {
        birth.date = core::make_date(date->year, date->month, date->day);
    }
    return birth;
}

core::Result<core::Month> read_month(const Cell& cell, const Place& place) {
    const DateReading reading(cell, place);
    const auto date = reading.read();
    if (!date) return std::unexpected(date.error());
    if (date->month == 0) return reading.refused("sheet.day_missing");
    return core::make_month(date->year, date->month);
}

core::Result<std::int32_t> read_year(const Cell& cell, const Place& place) {
    const DateReading reading(cell, place);
    const auto date = reading.read();
    if (!date) return std::unexpected(date.error());
    return date->year;
}

}  // namespace lth::sheet
