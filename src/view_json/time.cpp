#include "view_json/time.hpp"

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

}  // namespace lth::view_json
