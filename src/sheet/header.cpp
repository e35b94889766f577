#include "sheet/header.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/text.hpp"
#include "sheet/unicode.hpp"

namespace lth::sheet {
namespace {

/// Folded headings of a table to their columns.
using Keys = std::unordered_map<std::string, const Column*>;

std::string without_brackets(std::string_view text) {
    std::string kept;
    int depth = 0;
    for (const char c : text) {
        if (c == '(') ++depth;
        if (depth == 0) kept += c;
        if (c == ')' && depth > 0) --depth;
    }
    return kept;
}

Keys keys_of(const Table& table) {
    Keys keys;
    for (const auto& column : table.columns) {
        keys.emplace(core::fold_words(column.heading), &column);
        keys.emplace(core::fold_words(without_brackets(column.heading)), &column);
    }
    for (const auto& column : table.columns) {
        std::string_view rest = column.synonyms;
        while (!rest.empty()) {
            const auto bar = std::min(rest.find('|'), rest.size());
            keys.emplace(rest.substr(0, bar), &column);
            rest.remove_prefix(std::min(bar + 1, rest.size()));
        }
    }
    return keys;
}

constexpr std::array unit_endings = {" trieu dong", " nghin dong", " ngan dong", " ty dong",
                                     " dong",       " vnd",        " d",         " phan tram"};

/// "1 Họ và tên" → "Họ và tên"; "Vốn, triệu đồng" → "Vốn".
const Column* find_key(const Keys& keys, std::string_view text) {
    const std::string words = core::fold_words(text);
    if (words.empty()) return nullptr;
    const auto find = [&](std::string_view key) -> const Column* {
        const auto found = keys.find(std::string(key));
        return found == keys.end() ? nullptr : found->second;
    };
    if (const auto* column = find(words)) return column;
    for (const std::string_view ending : unit_endings) {
        const bool ends = words.ends_with(ending);
        if (!ends) continue;
        if (const auto* column = find(words.substr(0, words.size() - ending.size()))) {
            return column;
        }
    }
    const auto digits = words.find_first_not_of("0123456789");
    if (digits != std::string::npos && digits > 0 && words[digits] == ' ') {
        return find(words.substr(digits + 1));
    }
    return nullptr;
}

const Column* find_heading(const Keys& keys, std::string_view heading) {
    if (const auto* column = find_key(keys, heading)) return column;
    return find_key(keys, without_brackets(heading));
}

std::string heading_at(const Sheet& sheet, std::size_t row, std::size_t column) {
    if (row >= sheet.rows.size() || column >= sheet.rows[row].size()) return {};
    const auto& cell = sheet.rows[row][column];
    return cell.kind == CellKind::text ? tidy(cell.text) : std::string{};
}

std::size_t width(const Sheet& sheet, std::size_t row) {
    return row < sheet.rows.size() ? sheet.rows[row].size() : 0;
}

struct NamedColumn {
    std::string heading;
    std::string unit_text;  // where the unit of money may stand: the group too
    const Column* column = nullptr;
};

/// A heading of one row.
NamedColumn single(const Sheet& sheet, std::size_t row, std::size_t at, const Keys& keys) {
    const std::string heading = heading_at(sheet, row, at);
    return {heading, heading, find_heading(keys, heading)};
}

/// A heading below a group that may reach over several columns: "Thành viên" over "Tổng số".
NamedColumn paired(const Sheet& sheet, std::size_t row, std::size_t at, const Keys& keys) {
    const std::string below = heading_at(sheet, row + 1, at);
    std::string above = heading_at(sheet, row, at);
    if (below.empty()) return {above, above, find_heading(keys, above)};
    for (std::size_t left = at; above.empty() && left > 0; --left) {
        above = heading_at(sheet, row, left - 1);
    }
    const std::string joined = above.empty() ? below : above + ' ' + below;
    if (const auto* column = find_heading(keys, joined)) return {joined, joined, column};
    return {below, joined, find_heading(keys, below)};
}

enum class Layout : std::uint8_t { one_row, two_rows };

std::vector<NamedColumn> name_columns(const Sheet& sheet, std::size_t row, Layout layout,
                                      const Keys& keys) {
    std::vector<NamedColumn> named;
    const std::size_t columns = layout == Layout::one_row
                                    ? width(sheet, row)
                                    : std::max(width(sheet, row), width(sheet, row + 1));
    named.reserve(columns);
    for (std::size_t at = 0; at < columns; ++at) {
        named.push_back(layout == Layout::one_row ? single(sheet, row, at, keys)
                                                  : paired(sheet, row, at, keys));
    }
    return named;
}

std::size_t distinct(const std::vector<NamedColumn>& named) {
    std::array<bool, column_id_count> seen{};
    for (const auto& [heading, unit_text, column] : named) {
        if (column != nullptr) seen[static_cast<std::size_t>(column->id)] = true;
    }
    return static_cast<std::size_t>(std::ranges::count(seen, true));
}

/// "(1)", "A", "3=1+2": rows of forms that number the columns. Numbers must begin with 1 and rise
/// by one, so that no row of data is taken for one.
bool numbers_columns(const Sheet& sheet, std::size_t row) {
    if (row >= sheet.rows.size()) return false;
    std::size_t expected = 1;
    for (const auto& cell : sheet.rows[row]) {
        if (cell.kind == CellKind::empty) continue;
        std::string word = core::fold_words(shown(cell));
        word = word.substr(0, word.find(' '));
        const bool letter = word.size() == 1 && word.front() >= 'a' && word.front() <= 'z';
        if (letter && expected == 1) continue;
        if (word != std::to_string(expected)) return false;
        ++expected;
    }
    constexpr std::size_t least_columns = 3;
    return expected > least_columns;
}

/// "Đơn vị tính: triệu đồng" above the headings.
int unit_power_above(const Sheet& sheet, std::size_t header_row) {
    for (std::size_t row = 0; row < header_row && row < sheet.rows.size(); ++row) {
        for (std::size_t at = 0; at < sheet.rows[row].size(); ++at) {
            const std::string words = core::fold_words(heading_at(sheet, row, at));
            const bool names_unit = words.starts_with("don vi tinh") || words.starts_with("dvt");
            if (names_unit) return unit_power_in(words);
        }
    }
    return 0;
}

/// Known, unknown and doubled columns of the chosen row.
void sort_columns(std::vector<NamedColumn> named, const Sheet& sheet, Header& header) {
    const int sheet_unit = unit_power_above(sheet, header.first_row);
    for (std::size_t at = 0; at < named.size(); ++at) {
        auto& [heading, unit_text, column] = named[at];
        if (column == nullptr) {
            if (!heading.empty()) {
                header.unknown.push_back({sheet.name, column_name(at), std::move(heading)});
            }
            continue;
        }
        FoundColumn found{.column = column, .at = at, .heading = std::move(heading)};
        if (column->kind == ValueKind::money) {
            const int own_unit = unit_power_in(unit_text);
            const bool plain_dong = core::fold_words(unit_text).ends_with(" dong");
            found.unit_power = own_unit != 0 || plain_dong ? own_unit : sheet_unit;
        }
        const auto same = std::ranges::find(header.columns, column, &FoundColumn::column);
        if (same != header.columns.end()) {
            header.twice.emplace_back(*same, found);
        } else {
            header.columns.push_back(std::move(found));
        }
    }
}

/// The row of `from` to before `end` with most known headings, in one row or two.
std::optional<Header> best_header(const Sheet& sheet, const Table& table, std::size_t from,
                                  std::size_t end) {
    const Keys keys = keys_of(table);
    std::vector<NamedColumn> best;
    std::size_t best_count = 0;
    Layout best_layout = Layout::one_row;
    Header header;
    for (std::size_t row = from; row < end; ++row) {
        for (const auto layout : {Layout::one_row, Layout::two_rows}) {
            if (layout == Layout::two_rows && row + 1 == end) continue;
            auto named = name_columns(sheet, row, layout, keys);
            const std::size_t count = distinct(named);
            // Of equal ones a single row: what stands above it is a title.
            const bool simpler = count > 0 && count == best_count && layout == Layout::one_row &&
                                 best_layout == Layout::two_rows;
            if (count <= best_count && !simpler) continue;
            best_count = count;
            best_layout = layout;
            best = std::move(named);
            header.first_row = row;
            header.first_data_row = row + (layout == Layout::one_row ? 1 : 2);
        }
    }
    if (best_count == 0) return std::nullopt;

    sort_columns(std::move(best), sheet, header);
    if (numbers_columns(sheet, header.first_data_row)) ++header.first_data_row;
    return header;
}

}  // namespace

int unit_power_in(std::string_view text) {
    const std::string words = ' ' + core::fold_words(text) + ' ';
    const auto has = [&](std::string_view word) { return words.find(word) != std::string::npos; };
    if (has(" trieu dong ") || has(" trieu ") || has(" trd ") || has(" tr d ")) return 6;
    if (has(" ty dong ") || has(" ty d ")) return 9;
    if (has(" nghin dong ") || has(" ngan dong ") || has(" nghin d ") || has(" ngan d ") ||
        has(" 1 000 d ") || has(" 1000 d ") || has(" 1000d ") || has(" 1 000 dong ") ||
        has(" 1000 dong ")) {
        return 3;
    }
    return 0;
}

bool bears_title(const Sheet& sheet, SheetKind kind) {
    return core::fold_words(sheet.name) == core::fold_words(table_of(kind).title);
}

std::optional<Header> find_header(const Sheet& sheet, const Table& table, const Limits& limits) {
    return best_header(sheet, table, 0, std::min(limits.header_rows, sheet.rows.size()));
}

std::optional<Header> header_at(const Sheet& sheet, const Table& table, std::size_t row) {
    constexpr std::size_t most_rows = 2;  // the upper one names a group
    return best_header(sheet, table, row, std::min(row + most_rows, sheet.rows.size()));
}

std::vector<const Column*> missing_columns(const Header& header, const Table& table) {
    std::vector<const Column*> missing;
    for (const auto& column : table.columns) {
        const bool found = std::ranges::find(header.columns, &column, &FoundColumn::column) !=
                           header.columns.end();
        if (column.need != Need::optional && !found) missing.push_back(&column);
    }
    return missing;
}

}  // namespace lth::sheet
