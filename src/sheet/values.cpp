#include "sheet/values.hpp"

#include <algorithm>
#include <array>
#include <ranges>

#include "core/text.hpp"
#include "sheet/decimal.hpp"
#include "sheet/unicode.hpp"

namespace lth::sheet {
namespace {

constexpr std::array unknown_words = {"n a", "na", "khong ro", "chua ro", "chua co", "chua biet"};
constexpr std::size_t shown_characters = 60;  // of what was found

bool is_unknown_sign(std::string_view tidied) {
    if (tidied.find_first_not_of("-.?_ ") == std::string_view::npos) return true;
    if (tidied == "–" || tidied == "—" || tidied == "…") return true;
    if (tidied.size() > 20) return false;
    return std::ranges::find(unknown_words, core::fold_words(tidied)) != unknown_words.end();
}

/// What was found, short enough to be read aloud.
std::string excerpt(const Cell& cell) {
    std::string found = tidy(shown(cell));
    if (character_count(found) <= shown_characters) return found;
    std::size_t characters = 0;
    const auto starts_character = [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    };
    const auto cut = std::ranges::find_if(
        found, [&](char c) { return starts_character(c) && ++characters > shown_characters; });
    found.erase(cut, found.end());
    return found + "…";
}

/// Words in names of programmes that do not tell one from another.
constexpr std::array programme_fillers = {"du",   "an",  "de", "chuong", "trinh", "quyet",
                                          "dinh", "qd",  "so", "ubnd",   "tinh",  "cua",
                                          "theo", "ttg", "mo", "hinh",   "da"};

}  // namespace

bool is_blank(const Cell& cell) {
    if (cell.kind == CellKind::empty) return true;
    if (cell.kind != CellKind::text) return false;
    // Most texts begin with a letter that no sign and no word of the list begins with.
    const char first = cell.text.empty() ? '\0' : cell.text.front();
    const bool plain = (first >= '0' && first <= '9') || (first >= 'A' && first <= 'B') ||
                       (first >= 'D' && first <= 'J') || (first >= 'O' && first <= 'Z');
    return !plain && is_unknown_sign(tidy(cell.text));
}

core::Rejection cell_rejection(core::RuleRef rule, const Cell& cell, const Place& place,
                               core::Fact more) {
    auto rejection = core::make_rejection(
        rule, {}, {{"row", std::to_string(place.row)}, {"column", std::string(place.heading)}});
    if (!more.name.empty()) rejection.facts.push_back(std::move(more));
    rejection.facts.push_back({"found", excerpt(cell)});  // last: it may hold braces of its own
    return rejection;
}

core::Result<std::string> read_text(const Cell& cell, const Place& place,
                                    std::size_t max_characters) {
    if (cell.kind == CellKind::error) {
        return std::unexpected(cell_rejection("sheet.cell_error", cell, place));
    }
    std::string text = tidy(shown(cell));
    if (character_count(text) > max_characters) {
        return std::unexpected(cell_rejection("sheet.text_too_long", cell, place,
                                              {"limit", std::to_string(max_characters)}));
    }
    return text;
}

core::Result<std::string> read_code(const Cell& cell, const Place& place,
                                    std::size_t max_characters) {
    if (cell.kind == CellKind::date) {
        return std::unexpected(cell_rejection("sheet.text_became_date", cell, place));
    }
    return read_text(cell, place, max_characters);
}

core::Result<std::vector<std::string>> read_list(const Cell& cell, const Place& place,
                                                 std::size_t max_characters) {
    if (cell.kind != CellKind::text) {
        auto single = read_text(cell, place, max_characters);
        if (!single) return std::unexpected(std::move(single.error()));
        return std::vector{std::move(*single)};
    }
    std::vector<std::string> items;
    std::string_view rest = cell.text;
    while (true) {
        const auto end = rest.find_first_of(";,\r\n");
        Cell item;
        item.kind = CellKind::text;
        item.text = tidy(rest.substr(0, end));
        if (!is_blank(item)) {
            auto text = read_text(item, place, max_characters);
            if (!text) return std::unexpected(std::move(text.error()));
            items.push_back(std::move(*text));
        }
        if (end == std::string_view::npos) return items;
        rest.remove_prefix(end + 1);
    }
}

core::Result<std::string> read_phone(const Cell& cell, const Place& place) {
    if (cell.kind == CellKind::error) {
        return std::unexpected(cell_rejection("sheet.cell_error", cell, place));
    }
    const std::string text = tidy(shown(cell));
    std::string digits;
    for (const char c : text) {
        if (is_digit(c)) digits += c;
    }
    const bool foreign_form =
        text.starts_with("+84") || (text.starts_with("84") && digits.size() == 11);
    if (foreign_form) digits.replace(0, 2, "0");
    constexpr std::size_t without_zero = 9;
    const bool zero_lost = digits.size() == without_zero && !digits.starts_with('0');
    if (zero_lost) digits.insert(digits.begin(), '0');
    const bool other_characters = text.find_first_not_of("0123456789 +.-()") != std::string::npos;
    if (other_characters || digits.size() < 9 || digits.size() > 11 || digits.front() != '0') {
        return std::unexpected(cell_rejection("sheet.not_a_phone", cell, place));
    }
    return digits;
}

std::string programme_key(std::string_view name) {
    const std::string words = core::fold_words(name);
    std::string key;
    std::string all;
    for (const auto part : words | std::views::split(' ')) {
        const std::string_view word(part.begin(), part.end());
        if (word == "ngay") break;  // the date of a decision
        all += word;
        if (std::ranges::find(programme_fillers, word) == programme_fillers.end()) key += word;
    }
    return key.empty() ? all : key;
}

}  // namespace lth::sheet
