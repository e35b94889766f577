#include "view_json/time.hpp"

#include <charconv>

#include "core/date.hpp"

namespace lth::view_json {

namespace {

std::string padded(std::int64_t value, std::size_t width) {
    std::string digits = std::to_string(value);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

}  // namespace

std::string instant_text(std::int64_t ms_utc) {
    constexpr std::int64_t day_ms = 86'400'000;
    std::int64_t day = ms_utc / day_ms;
    std::int64_t rest = ms_utc % day_ms;
    if (rest < 0) {
        rest += day_ms;
        --day;
    }
    return core::to_text(core::Date{static_cast<std::int32_t>(day)}) + "T" +
           padded(rest / 3'600'000, 2) + ":" + padded(rest / 60'000 % 60, 2) + ":" +
           padded(rest / 1'000 % 60, 2) + "." + padded(rest % 1'000, 3) + "Z";
}

std::optional<std::int64_t> parse_instant(std::string_view text) {
    const auto number = [](std::string_view digits) -> std::optional<std::int64_t> {
        if (digits.starts_with('-')) return std::nullopt;
        std::int64_t value = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
        return value;
    };
    constexpr std::int64_t day_ms = 86'400'000;
    constexpr std::int64_t last_ms = (core::last_date.days + std::int64_t{1}) * day_ms - 1;
    if (const auto ms = number(text)) return *ms <= last_ms ? ms : std::nullopt;
    if (const auto day = core::parse_date(text)) {
        constexpr std::int64_t offset_ms = 7 * 3'600'000;  // UTC+7
        return (day->days + std::int64_t{1}) * day_ms - offset_ms - 1;
    }
    constexpr std::size_t seconds_length = 20;  // 2026-07-01T08:30:00Z
    if (text.size() < seconds_length || text.back() != 'Z' || text[10] != 'T') return std::nullopt;
    const auto date = core::parse_date(text.substr(0, 10));
    const auto hour = number(text.substr(11, 2));
    const auto minute = number(text.substr(14, 2));
    const auto second = number(text.substr(17, 2));
    if (!date || !hour || !minute || !second || text[13] != ':' || text[16] != ':') {
        return std::nullopt;
    }
    if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    std::int64_t ms = 0;
    if (text.size() > seconds_length) {
        const auto fraction = number(text.substr(20, text.size() - 21));
        if (text.size() != seconds_length + 4 || text[19] != '.' || !fraction) return std::nullopt;
        ms = *fraction;
    }
    return date->days * day_ms + ((*hour * 60 + *minute) * 60 + *second) * 1000 + ms;
}

}  // namespace lth::view_json
