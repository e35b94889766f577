#include "sheet/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace lth::sheet {
namespace {

constexpr int significant_digits = 15;  // what Excel keeps
constexpr int max_scale = 18;
constexpr int max_exponent = 400;

std::string_view take_digits(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, is_digit);
    const auto size = static_cast<std::size_t>(end - text.begin());
    const auto digits = text.substr(0, size);
    text.remove_prefix(size);
    return digits;
}

/// Digits and where the point stands in them: value = 0.DIGITS × 10^point.
struct Parts {
    bool negative = false;
    std::string digits;
    int point = 0;
};

std::optional<Parts> scan(std::string_view text) {
    Parts parts;
    if (text.starts_with('-') || text.starts_with('+')) {
        parts.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const auto before = take_digits(text);
    std::string_view after;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        after = take_digits(text);
    }
    if (before.size() + after.size() == 0 || before.size() + after.size() > max_exponent) {
        return std::nullopt;
    }
    int exponent = 0;
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+')) text.remove_prefix(1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
        if (error != std::errc{}) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (exponent < -max_exponent || exponent > max_exponent) return std::nullopt;
    }
    if (!text.empty()) return std::nullopt;
    parts.digits = std::string(before) + std::string(after);
    parts.point = static_cast<int>(before.size()) + exponent;
    return parts;
}

void strip_leading_zeros(Parts& parts) {
    const auto zeros = std::min(parts.digits.find_first_not_of('0'), parts.digits.size());
    parts.digits.erase(0, zeros);
    parts.point -= static_cast<int>(zeros);
}

void round_to(Parts& parts, std::size_t kept) {
    if (parts.digits.size() <= kept) return;
    const bool up = parts.digits[kept] >= '5';
    parts.digits.resize(kept);
    if (!up) return;
    for (auto at = parts.digits.rbegin(); at != parts.digits.rend(); ++at) {
        if (*at != '9') {
            ++*at;
            return;
        }
        *at = '0';
    }
    parts.digits.insert(parts.digits.begin(), '1');
    ++parts.point;
}

std::string plain(Parts parts) {
    if (parts.point > 0) {
        const auto whole_digits = static_cast<std::size_t>(parts.point);
        if (parts.digits.size() < whole_digits) parts.digits.resize(whole_digits, '0');
    } else {
        parts.digits.insert(0, static_cast<std::size_t>(1 - parts.point), '0');
        parts.point = 1;
    }
    std::string text = parts.digits.substr(0, static_cast<std::size_t>(parts.point));
    std::string fraction = parts.digits.substr(static_cast<std::size_t>(parts.point));
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (!fraction.empty()) text += '.' + fraction;
    if (parts.negative && text != "0") text.insert(text.begin(), '-');
    return text;
}

constexpr std::array<std::int64_t, max_scale + 1> powers_of_ten = [] {
    std::array<std::int64_t, max_scale + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

std::int64_t power_of_ten(int power) { return powers_of_ten[static_cast<std::size_t>(power)]; }

}  // namespace

std::optional<std::string> canonical_number(std::string_view text) {
    const bool short_whole = !text.empty() && text.size() <= significant_digits &&
                             (text.front() != '0' || text.size() == 1) &&
                             std::ranges::all_of(text, is_digit);
    if (short_whole) return std::string(text);  // most numbers of a sheet
    auto parts = scan(text);
    if (!parts) return std::nullopt;
    strip_leading_zeros(*parts);
    if (parts->digits.empty()) return "0";
    const int whole_digits = std::max(parts->point, 0);
    round_to(*parts, static_cast<std::size_t>(std::max(whole_digits, significant_digits)));
    return plain(std::move(*parts));
}

std::optional<Decimal> parse_decimal(std::string_view canonical) {
    const bool negative = canonical.starts_with('-');
    if (negative) canonical.remove_prefix(1);
    const auto point = canonical.find('.');
    std::string digits(canonical.substr(0, point));
    int scale = 0;
    if (point != std::string_view::npos) {
        const auto fraction = canonical.substr(point + 1, max_scale);
        digits += fraction;
        scale = static_cast<int>(fraction.size());
    }
    std::int64_t units = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), units);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return Decimal{negative ? -units : units, scale};
}

std::optional<Decimal> times_power_of_ten(Decimal value, int power) {
    const int from_scale = std::min(value.scale, power);
    value.scale -= from_scale;
    std::int64_t product = 0;
    if (__builtin_mul_overflow(value.units, power_of_ten(power - from_scale), &product)) {
        return std::nullopt;
    }
    return Decimal{product, value.scale};
}

std::optional<std::int64_t> whole(Decimal value) {
    const std::int64_t divisor = power_of_ten(value.scale);
    if (value.units % divisor != 0) return std::nullopt;
    return value.units / divisor;
}

std::int64_t rounded(Decimal value) {
    const std::int64_t divisor = power_of_ten(value.scale);
    const std::int64_t quotient = value.units / divisor;
    const std::int64_t rest = value.units % divisor;
    if (rest >= 0) return quotient + (rest >= divisor - rest ? 1 : 0);
    return quotient - (-rest >= divisor + rest ? 1 : 0);
}

}  // namespace lth::sheet
