#include "core/date.hpp"

namespace lth::core {
namespace {

// Reads exactly text.size() decimal digits.
std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

void append_padded(std::string& text, int value, std::size_t width) {
    const auto number = std::to_string(value);
    text.append(number.size() < width ? width - number.size() : 0, '0');
    text += number;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day at{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
    if (!at.ok()) return std::nullopt;
    const Date date = make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (date < first_date || date > last_date) return std::nullopt;
    return date;
}

std::optional<Month> parse_month(std::string_view text) {
    if (text.size() != 7) return std::nullopt;
    const auto first = parse_date(std::string(text) + "-01");
    if (!first) return std::nullopt;
    return month_of(*first);
}

std::string to_text(Date date) {
    const auto at = civil(date);
    std::string text;
    append_padded(text, at.year, 4);
    text += '-';
    append_padded(text, static_cast<int>(at.month), 2);
    text += '-';
    append_padded(text, static_cast<int>(at.day), 2);
    return text;
}

std::string to_text(Month month) { return to_text(first_day(month)).substr(0, 7); }

std::string vietnamese(Date date) {
    const auto at = civil(date);
    std::string text;
    append_padded(text, static_cast<int>(at.day), 2);
    text += '/';
    append_padded(text, static_cast<int>(at.month), 2);
    text += '/';
    append_padded(text, at.year, 4);
    return text;
}

}  // namespace lth::core
