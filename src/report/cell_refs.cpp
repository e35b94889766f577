#include "report/cell_refs.hpp"

#include <algorithm>
#include <charconv>

namespace lth::report {
namespace {

constexpr std::size_t letters = 26;
constexpr std::size_t most_columns = 16'384;  // "XFD", the last column of Excel
constexpr std::size_t most_rows = 1'048'576;

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Of names, functions, sheets, numbers and references alike.
bool is_word(char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '$' || c == '\\' ||
           static_cast<unsigned char>(c) >= 0x80;
}

// Past the closing quote, which is written twice inside.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        if (text[at] != quote) continue;
        if (at + 1 >= text.size() || text[at + 1] != quote) return at + 1;
        ++at;
    }
    return text.size();
}

std::string unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '\'') return std::string(text);
    std::string name;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        name += text[i];
        if (text[i] == '\'') ++i;
    }
    return name;
}

std::string_view word_at(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    return text.substr(at, end - at);
}

bool same_shape(const Corner& a, const Corner& b) {
    return (a.row == 0) == (b.row == 0) && (a.column == 0) == (b.column == 0);
}

// Reads a formula once, from left to right.
class Reader {
public:
    Reader(std::string_view text, const std::function<void(CellRef&)>& change)
        : text_(text), change_(change) {}

    std::string read() {
        while (at_ < text_.size()) step();
        return std::move(out_);
    }

private:
    void copy_to(std::size_t end) {
        out_ += text_.substr(at_, end - at_);
        at_ = end;
    }

    void step() {
        const char c = text_[at_];
        if (c == '"') return copy_to(end_of_quoted(text_, at_));
        if (c == '[') {  // a column of a table, or another workbook
            const auto end = text_.find(']', at_);
            copy_to(end == std::string_view::npos ? text_.size() : end + 1);
            foreign_ = true;
            return;
        }
        if (c == '\'' || is_word(c)) return read_word();
        foreign_ = false;
        copy_to(at_ + 1);
    }

    void read_word() {
        const auto end =
            text_[at_] == '\'' ? end_of_quoted(text_, at_) : at_ + word_at(text_, at_).size();
        const auto word = text_.substr(at_, end - at_);
        const bool foreign = foreign_ || word.find('[') != std::string_view::npos;
        foreign_ = false;
        if (end < text_.size() && text_[end] == '!') {
            copy_to(end + 1);
            const auto cell = word_at(text_, at_);
            if (foreign || !read_ref(cell, unquoted(word))) copy_to(at_ + cell.size());
            return;
        }
        const bool function = end < text_.size() && text_[end] == '(';
        if (foreign || function || !read_ref(word, {})) copy_to(end);
    }

    bool read_ref(std::string_view word, std::string sheet) {
        const auto first = parse_corner(word);
        if (!first) return false;
        CellRef ref{std::move(sheet), *first, {}};
        auto end = at_ + word.size();
        if (end < text_.size() && text_[end] == ':') {
            const auto next = word_at(text_, end + 1);
            const auto last = parse_corner(next);
            if (last && same_shape(*first, *last)) {
                ref.last = last;
                end += 1 + next.size();
            }
        }
        // "5" is a number and "A" a name; only "5:6" and "A:C" are places.
        if (!ref.last && (first->row == 0 || first->column == 0)) return false;
        change_(ref);
        out_ += to_text(ref.first);
        if (ref.last) out_ += ":" + to_text(*ref.last);
        at_ = end;
        return true;
    }

    std::string_view text_;
    const std::function<void(CellRef&)>& change_;
    std::size_t at_ = 0;
    bool foreign_ = false;  // what follows belongs to another workbook or a table
    std::string out_;
};

}  // namespace

std::optional<Corner> parse_corner(std::string_view text) {
    Corner corner;
    const auto take_dollar = [&] {
        if (!text.starts_with('$')) return false;
        text.remove_prefix(1);
        return true;
    };
    bool dollar = take_dollar();
    while (!text.empty() && is_letter(text.front())) {
        const auto letter = static_cast<std::size_t>((text.front() & ~0x20) - 'A');
        corner.column = corner.column * letters + letter + 1;
        if (corner.column > most_columns) return std::nullopt;
        text.remove_prefix(1);
    }
    if (corner.column != 0) {
        corner.fixed_column = dollar;
        dollar = take_dollar();
    }
    if (!text.empty()) {
        const auto* end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data(), end, corner.row);
        if (error != std::errc() || stop != end || corner.row == 0 || corner.row > most_rows) {
            return std::nullopt;
        }
        corner.fixed_row = dollar;
    } else if (dollar) {
        return std::nullopt;
    }
    return corner.column == 0 && corner.row == 0 ? std::nullopt : std::optional(corner);
}

std::string column_text(std::size_t column) {
    std::string text;
    for (; column > 0; column = (column - 1) / letters) {
        text.insert(text.begin(), static_cast<char>('A' + (column - 1) % letters));
    }
    return text;
}

std::string to_text(const Corner& corner) {
    std::string text;
    if (corner.column != 0) {
        text += (corner.fixed_column ? "$" : "") + column_text(corner.column);
    }
    if (corner.row != 0) {
        text += (corner.fixed_row ? "$" : "") + std::to_string(corner.row);
    }
    return text;
}

std::string change_refs(std::string_view formula, const std::function<void(CellRef&)>& change) {
    return Reader(formula, change).read();
}

void RowMap::repeat(std::size_t row, std::size_t times) { repeats_.push_back({row, times}); }

std::size_t RowMap::first(std::size_t row) const {
    std::size_t moved = row;
    for (const auto& repeat : repeats_) {
        if (repeat.row < row) moved += repeat.times - 1;
    }
    return moved;
}

std::size_t RowMap::last(std::size_t row) const {
    const auto found = std::ranges::find(repeats_, row, &Repeat::row);
    return first(row) + (found == repeats_.end() ? 0 : found->times - 1);
}

bool RowMap::repeats(std::size_t row) const {
    return std::ranges::find(repeats_, row, &Repeat::row) != repeats_.end();
}

void RowMap::move(CellRef& ref) const {
    if (ref.last && ref.last->row != 0) ref.last->row = last(ref.last->row);
    if (ref.first.row != 0) ref.first.row = first(ref.first.row);
}

void RowMap::move_in_copy(CellRef& ref, std::size_t copy) const {
    const auto moved = [&](const Corner& corner) {
        return first(corner.row) + (corner.fixed_row ? 0 : copy);
    };
    if (ref.last && ref.last->row != 0) {
        ref.last->row = ref.last->fixed_row ? last(ref.last->row) : moved(*ref.last);
    }
    if (ref.first.row != 0) ref.first.row = moved(ref.first);
}

std::string RowMap::moved(std::string_view ranges) const {
    return change_refs(ranges, [this](CellRef& ref) { move(ref); });
}

}  // namespace lth::report
