#include <algorithm>
#include <array>
#include <optional>

#include "core/text.hpp"
#include "sheet/decimal.hpp"
#include "sheet/unicode.hpp"
#include "sheet/values.hpp"

namespace lth::sheet {
namespace {

bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

/// A numeral as typed. `unclear`: a single separator before exactly three digits, "1.500", which
/// groups thousands or begins a fraction.
struct Numeral {
    std::string canonical;  // read as a fraction where unclear
    bool unclear = false;
    char separator = '\0';  // of the unclear one
};

/// Groups of three after the first, which has one to three digits.
bool is_grouped(std::string_view text, char separator) {
    auto end = text.find(separator);
    if (end == 0 || end > 3 || !all_digits(text.substr(0, end))) return false;
    while (end != std::string_view::npos) {
        text.remove_prefix(end + 1);
        end = text.find(separator);
        const auto group = text.substr(0, end);
        if (group.size() != 3 || !all_digits(group)) return false;
    }
    return true;
}

std::string without(std::string_view text, char separator) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), [&](char c) { return c != separator; });
    return kept;
}

/// Digits, dots and commas, no sign.
std::optional<Numeral> parse_separated(std::string_view text) {
    const auto dots = std::ranges::count(text, '.');
    const auto commas = std::ranges::count(text, ',');
    if (dots + commas == 0) {
        if (text.empty() || !all_digits(text)) return std::nullopt;
        return Numeral{.canonical = std::string(text)};
    }
    const auto point = text.find_last_of(".,");
    const char last = text[point];
    const auto fraction = text.substr(point + 1);
    const auto before = text.substr(0, point);
    const char other = last == '.' ? ',' : '.';
    const bool both = dots > 0 && commas > 0;
    if (both) {
        const bool once = (last == '.' ? dots : commas) == 1;
        if (!once || !is_grouped(before, other) || fraction.empty() || !all_digits(fraction)) {
            return std::nullopt;
        }
        return Numeral{.canonical = without(before, other) + '.' + std::string(fraction)};
    }
    if (dots + commas > 1) {
        if (!is_grouped(text, last)) return std::nullopt;
        return Numeral{.canonical = without(text, last)};
    }
    if (before.empty() || fraction.empty() || !all_digits(before) || !all_digits(fraction)) {
        return std::nullopt;
    }
    Numeral numeral{.canonical = std::string(before) + '.' + std::string(fraction)};
    numeral.unclear = is_grouped(text, last) && !before.starts_with('0');
    numeral.separator = last;
    return numeral;
}

/// Also "1 234 567" and "1'234'567".
std::optional<Numeral> parse_numeral(std::string_view text) {
    for (const char space : {' ', '\''}) {
        const auto end = text.find_first_of(".,");
        const auto before = text.substr(0, end);
        if (before.find(space) == std::string_view::npos) continue;
        if (!is_grouped(before, space)) return std::nullopt;
        const auto rest = end == std::string_view::npos ? std::string_view{} : text.substr(end);
        return parse_separated(without(before, space) + std::string(rest));
    }
    return parse_separated(text);
}

std::optional<Decimal> as_fraction(const Numeral& numeral) {
    const auto canonical = canonical_number(numeral.canonical);
    return canonical ? parse_decimal(*canonical) : std::nullopt;
}

std::optional<Decimal> as_grouped(const Numeral& numeral) {
    return parse_decimal(without(numeral.canonical, '.'));
}

/// A word behind a number, longest first where one begins with another.
struct UnitWord {
    std::string_view word;
    int power;
};
constexpr std::array money_units = {
    UnitWord{"ty dong", 9},    UnitWord{"ty", 9},    UnitWord{"ti dong", 9},   UnitWord{"ti", 9},
    UnitWord{"trieu dong", 6}, UnitWord{"trieu", 6}, UnitWord{"trd", 6},       UnitWord{"tr", 6},
    UnitWord{"nghin dong", 3}, UnitWord{"nghin", 3}, UnitWord{"ngan dong", 3}, UnitWord{"ngan", 3},
    UnitWord{"k", 3},          UnitWord{"dong", 0},  UnitWord{"vnd", 0},       UnitWord{"d", 0},
    UnitWord{"₫", 0},
};
constexpr std::array count_words = {"nguoi", "thanh vien", "tv",   "thang", "buoi",      "ho",
                                    "clb",   "tnv",        "ngay", "lan",   "cau lac bo"};

std::string_view trimmed(std::string_view text) {
    const auto first = std::min(text.find_first_not_of(' '), text.size());
    text.remove_prefix(first);
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

bool is_number_character(char c) { return is_digit(c) || c == '.' || c == ',' || c == '\''; }

/// Cuts the numeral off the front, with the spaces between its groups.
std::string_view take_numeral(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size()) {
        const bool space_inside =
            text[end] == ' ' && end + 1 < text.size() && is_digit(text[end + 1]);
        if (!is_number_character(text[end]) && !space_inside) break;
        ++end;
    }
    const auto numeral = text.substr(0, end);
    text = trimmed(text.substr(end));
    return numeral;
}

const UnitWord* take_unit(std::string_view& text) {
    for (const auto& unit : money_units) {
        if (!text.starts_with(unit.word)) continue;
        const auto rest = text.substr(unit.word.size());
        const bool word_goes_on = !rest.empty() && rest.front() >= 'a' && rest.front() <= 'z';
        if (word_goes_on) continue;
        text = trimmed(rest);
        return &unit;
    }
    return nullptr;
}

/// Reads one cell as numbers of several kinds; holds what each needs for its refusal.
class NumberReading {
public:
    NumberReading(const Cell& cell, const Place& place) : cell_(cell), place_(place) {
        if (cell.kind != CellKind::text) return;
        folded_ = core::fold_text(tidy(cell.text));
        std::string_view text = folded_;
        if (text.starts_with('(') && text.ends_with(')')) {  // as accountants write it
            negative_ = true;
            text = trimmed(text.substr(1, text.size() - 2));
        } else if (text.starts_with('-') || text.starts_with("−")) {
            negative_ = true;
            text = trimmed(text.substr(text.starts_with('-') ? 1 : std::string_view("−").size()));
        } else if (text.starts_with('+')) {
            text = trimmed(text.substr(1));
        }
        folded_ = std::string(text);
    }

    core::Result<std::int64_t> count(Range range) const {
        if (auto refused = of_wrong_kind()) return std::unexpected(std::move(*refused));
        const auto value = count_value();
        if (!value) return refused("sheet.not_a_number");
        return in_range(*value, range);
    }

    core::Result<core::Money> money(SmallMoney small) const {
        if (auto refused = of_wrong_kind()) return std::unexpected(std::move(*refused));
        std::optional<Decimal> value;
        bool unit_given = place_.unit_power != 0;
        if (cell_.kind == CellKind::number) {
            value = times_power_of_ten_of(parse_decimal(cell_.text), place_.unit_power);
        } else {
            auto typed = typed_money();
            if (!typed) return std::unexpected(std::move(typed.error()));
            value = typed->value;
            unit_given = unit_given || typed->unit_given;
        }
        if (!value) return refused("sheet.not_a_number");
        const auto dong = in_range(*value, {.min = 0, .max = core::max_dong});
        if (!dong) return std::unexpected(dong.error());
        constexpr std::int64_t suspicious_below = 1'000;
        const bool suspicious = *dong > 0 && *dong < suspicious_below && !unit_given;
        if (suspicious && small == SmallMoney::suspected) {
            return refused("sheet.money_unit_missing");
        }
        return core::Money{*dong};
    }

    struct Percent {
        Decimal value;  // of per cent if `signed_`, else as typed
        bool signed_ = false;
    };

    /// Text with or without a % sign, or a number.
    core::Result<Percent> percent() const {
        if (auto refused = of_wrong_kind()) return std::unexpected(std::move(*refused));
        if (cell_.kind == CellKind::number) {
            const auto value = parse_decimal(cell_.text);
            if (!value) return refused("sheet.not_a_share");
            if (value->units < 0) return refused("sheet.number_negative");
            const auto percent = cell_.percent ? times_power_of_ten(*value, 2) : value;
            if (!percent) return refused("sheet.not_a_share");
            return Percent{*percent, cell_.percent};
        }
        std::string_view text = folded_;
        bool sign = false;
        for (const std::string_view ending : {"/ thang", "/thang", "mot thang", "thang"}) {
            if (text.ends_with(ending)) {
                text = trimmed(text.substr(0, text.size() - ending.size()));
            }
        }
        for (const std::string_view ending : {"%", "phan tram"}) {
            if (!text.ends_with(ending)) continue;
            text = trimmed(text.substr(0, text.size() - ending.size()));
            sign = true;
        }
        const auto numeral = parse_numeral(text);
        const auto value = numeral ? as_fraction(*numeral) : std::nullopt;
        if (!value) return refused("sheet.not_a_share");
        if (negative_) return refused("sheet.number_negative");
        return Percent{*value, sign};
    }

    std::unexpected<core::Rejection> refused(core::RuleRef rule, core::Fact more = {}) const {
        return std::unexpected(cell_rejection(rule, cell_, place_, std::move(more)));
    }

    core::Result<std::int64_t> in_range(Decimal value, Range range) const {
        const auto number = whole(value);
        if (!number) return refused("sheet.not_whole");
        if (*number < 0 && range.min >= 0) return refused("sheet.number_negative");
        if (*number < range.min) {
            return refused("sheet.number_too_small", {"limit", core::grouped(range.min)});
        }
        if (*number > range.max) {
            return refused("sheet.number_too_large", {"limit", core::grouped(range.max)});
        }
        return *number;
    }

private:
    struct TypedMoney {
        std::optional<Decimal> value;
        bool unit_given = false;
    };

    std::optional<core::Rejection> of_wrong_kind() const {
        if (cell_.kind == CellKind::error) {
            return cell_rejection("sheet.cell_error", cell_, place_);
        }
        if (cell_.kind == CellKind::number || cell_.kind == CellKind::text) return std::nullopt;
        return cell_rejection("sheet.not_a_number", cell_, place_);
    }

    static std::optional<Decimal> times_power_of_ten_of(std::optional<Decimal> value, int power) {
        return value ? times_power_of_ten(*value, power) : std::nullopt;
    }

    Decimal with_sign(Decimal value) const {
        if (negative_) value.units = -value.units;
        return value;
    }

    std::optional<Decimal> count_value() const {
        if (cell_.kind == CellKind::number) {
            return cell_.percent ? std::nullopt : parse_decimal(cell_.text);
        }
        if (folded_ == "khong" || folded_ == "khong co") return Decimal{};
        std::string_view rest = folded_;
        const auto numeral = parse_numeral(take_numeral(rest));
        const bool known_word =
            rest.empty() || std::ranges::find(count_words, rest) != count_words.end();
        if (!numeral || !known_word) return std::nullopt;
        const auto value = numeral->unclear ? as_grouped(*numeral) : as_fraction(*numeral);
        return value ? std::optional(with_sign(*value)) : std::nullopt;
    }

    /// "1 tỷ 200 triệu": each number with its unit, the units falling.
    core::Result<TypedMoney> typed_money() const {
        if (folded_ == "khong" || folded_ == "khong co") return TypedMoney{Decimal{}, true};
        TypedMoney sum;
        int last_power = 18;
        std::string_view rest = folded_;
        do {
            const auto numeral = parse_numeral(take_numeral(rest));
            if (!numeral) return refused("sheet.not_a_number");
            const auto* unit = take_unit(rest);
            // "1 tỷ 2" is said for 1.2 billion.
            if (sum.value && unit == nullptr) return refused("sheet.number_ambiguous");
            const int power = unit != nullptr ? unit->power : place_.unit_power;
            if (power >= last_power) return refused("sheet.not_a_number");
            auto value = valued(*numeral, unit, power);
            if (!value) return std::unexpected(std::move(value.error()));
            const auto part = times_power_of_ten(*value, power);
            if (!part || !add(sum.value, *part)) {
                return refused("sheet.number_too_large", {"limit", core::grouped(core::max_dong)});
            }
            sum.unit_given = sum.unit_given || unit != nullptr;
            last_power = power;
        } while (!rest.empty());
        sum.value = with_sign(*sum.value);
        return sum;
    }

    /// Đồng have no fractions, so "1.500" alone is 1,500. "1.500 triệu" is how offices write 1.5
    /// billion. "1,500 triệu", "1.125 tỷ" and "84.500" under "(triệu đồng)" are anybody's guess.
    core::Result<Decimal> valued(const Numeral& numeral, const UnitWord* unit, int power) const {
        constexpr int million = 6;
        const bool clear =
            power == 0 || (unit != nullptr && power <= million && numeral.separator == '.');
        if (numeral.unclear && !clear) return refused("sheet.number_ambiguous");
        const auto value = numeral.unclear ? as_grouped(numeral) : as_fraction(numeral);
        if (!value) return refused("sheet.not_a_number");
        return *value;
    }

    /// Parts of one sum; each but a single one must be whole đồng.
    static bool add(std::optional<Decimal>& sum, Decimal part) {
        if (!sum) {
            sum = part;
            return true;
        }
        const auto left = whole(*sum);
        const auto right = whole(part);
        std::int64_t total = 0;
        if (!left || !right || __builtin_add_overflow(*left, *right, &total)) return false;
        sum = Decimal{total, 0};
        return true;
    }

    const Cell& cell_;
    const Place& place_;
    std::string folded_;
    bool negative_ = false;
};

/// per cent × 10^4 or a fraction × 10^6, rounded half up.
std::optional<std::int64_t> ppm(Decimal value, int power) {
    const auto shifted = times_power_of_ten(value, power);
    return shifted ? std::optional(rounded(*shifted)) : std::nullopt;
}

constexpr int from_percent = 4;
constexpr int from_fraction = 6;

bool is_one(Decimal value) { return whole(value) == 1; }

/// value < 1, for values that are not negative.
bool below_one(Decimal value) {
    const auto scaled = times_power_of_ten(Decimal{1, 0}, value.scale);
    return scaled && value.units < scaled->units;
}

}  // namespace

core::Result<std::int64_t> read_count(const Cell& cell, const Place& place, Range range) {
    return NumberReading(cell, place).count(range);
}

core::Result<core::Money> read_money(const Cell& cell, const Place& place, SmallMoney small) {
    return NumberReading(cell, place).money(small);
}

core::Result<std::int64_t> read_share_ppm(const Cell& cell, const Place& place) {
    const NumberReading reading(cell, place);
    const auto percent = reading.percent();
    if (!percent) return std::unexpected(percent.error());
    if (!percent->signed_ && is_one(percent->value))
        return reading.refused("sheet.share_ambiguous");
    const bool fraction = !percent->signed_ && below_one(percent->value);
    const auto value = ppm(percent->value, fraction ? from_fraction : from_percent);
    if (!value || *value > core::one_million) {
        return reading.refused("sheet.number_too_large", {"limit", "100 %"});
    }
    return *value;
}

core::Result<std::int64_t> read_rate_ppm(const Cell& cell, const Place& place) {
    const NumberReading reading(cell, place);
    const auto percent = reading.percent();
    if (!percent) return std::unexpected(percent.error());
    const auto value = ppm(percent->value, from_percent);
    if (!value || *value > core::one_million) {
        return reading.refused("sheet.number_too_large", {"limit", "100 %"});
    }
    // 0.01 without a sign is 1 % typed as a fraction, or a hundredth of a per cent.
    constexpr std::int64_t least_believed_ppm = 500;
    if (!percent->signed_ && *value > 0 && *value < least_believed_ppm) {
        return reading.refused("sheet.share_ambiguous");
    }
    return *value;
}

core::Result<Quantity> read_quantity(const Cell& cell, const Place& place) {
    const bool sign = cell.percent || cell.text.find('%') != std::string::npos;
    const auto number = cell.kind == CellKind::number ? parse_decimal(cell.text) : std::nullopt;
    const bool typed_fraction =
        cell.kind == CellKind::text && (cell.text.starts_with("0,") || cell.text.starts_with("0."));
    const bool fraction = number && number->units > 0 && below_one(*number);
    if (sign || fraction || typed_fraction) {
        const auto share = read_share_ppm(cell, place);
        if (!share) return std::unexpected(share.error());
        return Quantity{*share, Quantity::Unit::ppm};
    }
    const auto amount = read_money(cell, place, SmallMoney::believed);
    if (amount) return Quantity{amount->dong, Quantity::Unit::one};
    const auto count = read_count(cell, place, {});
    if (!count) return std::unexpected(amount.error());
    return Quantity{*count, Quantity::Unit::one};
}

}  // namespace lth::sheet
