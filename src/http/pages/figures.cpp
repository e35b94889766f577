#include "http/pages/figures.hpp"

#include <algorithm>
#include <array>

#include "facts/ratio.hpp"
#include "http/pages/words.hpp"

namespace lth::http::pages {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// Vietnamese numbers have dots for thousands and a comma for decimals; English ones the reverse.
std::string in_style(std::string number, core::Language language) {
    if (language == core::Language::vi) return number;
    for (char& c : number) {
        if (c == '.') {
            c = ',';
        } else if (c == ',') {
            c = '.';
        }
    }
    return number;
}

std::string unknown_text(core::Language language) {
    return std::string(words::unknown.in(language));
}

std::string two_digits(std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

// The bar's own units; `preserveAspectRatio` stretches them to the column.
constexpr std::int64_t bar_width = 1000;
constexpr std::int64_t bar_height = 20;

/// value of whole, in units of the bar.
std::int64_t scaled(std::int64_t value, std::int64_t whole) {
    if (whole <= 0) return 0;
    const auto product = static_cast<__int128>(value) * bar_width / whole;
    return static_cast<std::int64_t>(std::clamp<__int128>(product, 0, bar_width));
}

}  // namespace

std::string date_text(core::Date date, core::Language language) {
    if (language == core::Language::vi) return core::vietnamese(date);
    const auto at = core::civil(date);
    return std::to_string(at.day) + " " + std::string(months[at.month - 1]) + " " +
           std::to_string(at.year);
}

std::string date_text(std::optional<core::Date> date, core::Language language) {
    return date ? date_text(*date, language) : unknown_text(language);
}

std::string month_text(core::Month month) {
    const auto at = core::civil(core::first_day(month));
    return std::to_string(at.month) + "/" + std::to_string(at.year);
}

std::string time_text(std::int64_t ms_utc, core::Language language) {
    constexpr std::int64_t minute_ms = 60'000;
    constexpr std::int64_t offset_minutes = 7 * 60;
    constexpr std::int64_t day_minutes = 24 * 60;
    const std::int64_t minutes = ms_utc / minute_ms + offset_minutes;
    const std::int64_t of_day = (minutes % day_minutes + day_minutes) % day_minutes;
    return date_text(core::business_date(ms_utc), language) + " " + two_digits(of_day / 60) + ":" +
           two_digits(of_day % 60);
}

std::string number_text(std::int64_t value, core::Language language) {
    return in_style(core::grouped(value), language);
}

std::string number_text(std::optional<std::int64_t> value, core::Language language) {
    return value ? number_text(*value, language) : unknown_text(language);
}

std::string money_text(std::optional<core::Money> amount, core::Language language) {
    return amount ? number_text(amount->dong, language) + " đ" : unknown_text(language);
}

std::string value_text(const facts::Value& value, std::optional<std::int64_t> goal,
                       core::Language language) {
    if (!value.value) return unknown_text(language);
    if (value.kind == facts::ValueKind::money) {
        return number_text(*value.value, language) + " đ";
    }
    if (value.kind == facts::ValueKind::count) return number_text(*value.value, language);
    const facts::Ratio share = value.numerator && value.denominator
                                   ? facts::Ratio{*value.numerator, *value.denominator}
                                   : facts::Ratio{*value.value, core::one_million};
    const auto text = goal ? facts::percent_beside(share, *goal, 1) : facts::percent_text(share, 1);
    return in_style(text, language) + " %";
}

std::string goal_text(facts::ValueKind kind, std::optional<std::int64_t> goal,
                      core::Language language) {
    if (!goal) return "–";
    if (kind == facts::ValueKind::money) return number_text(*goal, language) + " đ";
    if (kind == facts::ValueKind::count) return number_text(*goal, language);
    constexpr std::int64_t ppm_a_percent = 10'000;
    const int decimals = *goal % ppm_a_percent == 0 ? 0 : 1;
    return in_style(facts::percent_text({*goal, core::one_million}, decimals), language) + " %";
}

void draw_bar(Html& html, const facts::Value& value, std::optional<std::int64_t> goal) {
    if (!value.value) return;
    std::int64_t whole = core::one_million;
    if (value.kind != facts::ValueKind::share) {
        if (!goal) return;
        whole = std::max(*goal, *value.value);
    }
    const auto text = [](std::int64_t number) { return std::to_string(number); };
    html.open("svg", {{"class", "meter"},
                      {"viewBox", "0 0 " + text(bar_width) + " " + text(bar_height)},
                      {"preserveAspectRatio", "none"},
                      {"aria-hidden", "true"},
                      {"focusable", "false"}});
    html.empty("rect", {{"class", "whole"}, {"width", text(bar_width)}, {"height", "20"}});
    html.empty("rect",
               {{"class", "part"}, {"width", text(scaled(*value.value, whole))}, {"height", "20"}});
    if (goal) {
        constexpr std::int64_t mark = 6;
        const auto x =
            std::clamp<std::int64_t>(scaled(*goal, whole) - mark / 2, 0, bar_width - mark);
        html.empty("rect", {{"class", "goal"},
                            {"x", text(x)},
                            {"width", text(mark)},
                            {"height", text(bar_height)}});
    }
    html.close();
}

void draw_trend(Html& html, const std::vector<std::optional<std::int64_t>>& values) {
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;
    for (const auto value : values) {
        if (!value) continue;
        low = std::min(low.value_or(*value), *value);
        high = std::max(high.value_or(*value), *value);
    }
    if (!low || values.size() < 2) return;
    constexpr std::int64_t height = 100;
    constexpr std::int64_t edge = 4;  // so that a thick line is not cut off
    std::string points;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        const auto x =
            static_cast<std::int64_t>(i) * bar_width / static_cast<std::int64_t>(values.size() - 1);
        const auto y = height - edge -
                       scaled(*values[i] - *low, *high - *low) * (height - 2 * edge) / bar_width;
        points += std::to_string(x) + "," + std::to_string(y) + " ";
    }
    html.open("svg",
              {{"class", "trend"},
               {"viewBox", "0 0 " + std::to_string(bar_width) + " " + std::to_string(height)},
               {"preserveAspectRatio", "none"},
               {"aria-hidden", "true"},
               {"focusable", "false"}});
    html.empty("polyline", {{"points", points}, {"vector-effect", "non-scaling-stroke"}});
    html.close();
}

}  // namespace lth::http::pages
