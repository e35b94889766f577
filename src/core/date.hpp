// Calendar dates and months in the proleptic Gregorian calendar, business time UTC+7. No clock.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lth::core {

/// Days since 1970-01-01. Recorded dates lie in 1900-01-01 … 2199-12-31.
struct Date {
    std::int32_t days = 0;

    friend auto operator<=>(const Date&, const Date&) = default;
    friend constexpr Date operator+(Date d, std::int32_t n) { return {d.days + n}; }
    friend constexpr Date operator-(Date d, std::int32_t n) { return {d.days - n}; }
};

/// Months since January of year 0: arithmetic on months is plain addition.
struct Month {
    std::int32_t index = 0;

    friend auto operator<=>(const Month&, const Month&) = default;
    friend constexpr Month operator+(Month m, std::int32_t n) { return {m.index + n}; }
    friend constexpr std::int32_t operator-(Month a, Month b) { return a.index - b.index; }
};

struct CivilDate {
    int year;
    unsigned month;
    unsigned day;
};

[[nodiscard]] constexpr Date make_date(int year, unsigned month, unsigned day) {
    using namespace std::chrono;
    const sys_days at = std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
    return {static_cast<std::int32_t>(at.time_since_epoch().count())};
}

[[nodiscard]] constexpr CivilDate civil(Date date) {
    using namespace std::chrono;
    const year_month_day at{sys_days{std::chrono::days{date.days}}};
    return {static_cast<int>(at.year()), static_cast<unsigned>(at.month()),
            static_cast<unsigned>(at.day())};
}

inline constexpr Date first_date = make_date(1900, 1, 1);
inline constexpr Date last_date = make_date(2199, 12, 31);

[[nodiscard]] constexpr Month month_of(Date date) {
    const auto at = civil(date);
    return {at.year * 12 + static_cast<std::int32_t>(at.month) - 1};
}
[[nodiscard]] constexpr int year_of(Date date) { return civil(date).year; }
[[nodiscard]] constexpr int year_of(Month month) { return month.index / 12; }
[[nodiscard]] constexpr Date first_day(Month month) {
    return make_date(month.index / 12, static_cast<unsigned>(month.index % 12) + 1, 1);
}
[[nodiscard]] constexpr Date last_day(Month month) { return first_day(month + 1) - 1; }
[[nodiscard]] constexpr Month make_month(int year, unsigned month) {
    return {year * 12 + static_cast<std::int32_t>(month) - 1};
}

/// The day on which someone born on `born` completes `years` years.
/// Born 29 February: 1 March in common years.
[[nodiscard]] constexpr Date birthday(Date born, int years) {
    const auto at = civil(born);
    using namespace std::chrono;
    const bool exists = year_month_day{
        std::chrono::year{at.year + years}, std::chrono::month{at.month},
        std::chrono::day{
            at.day}}.ok();
    return exists ? make_date(at.year + years, at.month, at.day)
                  : make_date(at.year + years, at.month + 1, 1);
}

/// Strict ISO forms "2020-09-30" and "2020-09"; nullopt for anything else or out of range.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::optional<Month> parse_month(std::string_view text);
[[nodiscard]] std::string to_text(Date date);
[[nodiscard]] std::string to_text(Month month);
/// "30/09/2020", as written in Viet Nam.
[[nodiscard]] std::string vietnamese(Date date);

/// The business date (UTC+7) of an instant in milliseconds since 1970 UTC.
[[nodiscard]] constexpr Date business_date(std::int64_t ms_utc) {
    constexpr std::int64_t day_ms = 86'400'000;
    constexpr std::int64_t offset_ms = 7 * 3'600'000;
    const std::int64_t local = ms_utc + offset_ms;
    const std::int64_t day = local >= 0 ? local / day_ms : (local - day_ms + 1) / day_ms;
    return {static_cast<std::int32_t>(day)};
}

}  // namespace lth::core
