#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/text.hpp"
#include "sheet/read.hpp"
#include "sheet/sheet_builder.hpp"
#include "sheet/unicode.hpp"

namespace lth::sheet {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
// Where several fit equally well the earlier is taken: commas and semicolons also occur in text.
constexpr std::array delimiters = {'\t', ';', ','};
constexpr std::size_t sampled_records = 20;

core::Result<std::string> text_of(std::string_view bytes) {
    std::optional<std::string> converted;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        const auto order = bytes.starts_with("\xFF") ? ByteOrder::little : ByteOrder::big;
        converted = utf8_from_utf16(bytes.substr(2), order);
        if (!converted) return core::reject("sheet.not_utf8");
        bytes = *converted;
    }
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (!core::is_valid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) {
        return core::reject("sheet.not_utf8");
    }
    return nfc(bytes);  // no character of the syntax combines with what follows it
}

/// How often each delimiter stands outside quotes, record by record.
using Counts = std::array<std::size_t, delimiters.size()>;

std::vector<Counts> sample(std::string_view text) {
    std::vector<Counts> records(1);
    bool quoted = false;
    bool at_start = true;  // of a field, whichever delimiter it is
    for (std::size_t at = 0; at < text.size() && records.size() <= sampled_records; ++at) {
        const char c = text[at];
        if (quoted) {
            quoted = c != '"';
            continue;
        }
        if (c == '"' && (at_start || (at > 0 && text[at - 1] == '"'))) {
            quoted = true;  // also the second of a pair: the pair closed and opened
            continue;
        }
        const auto found = std::ranges::find(delimiters, c);
        if (found != delimiters.end()) {
            ++records.back()[static_cast<std::size_t>(found - delimiters.begin())];
        }
        if (c == '\n') records.emplace_back();
        at_start = found != delimiters.end() || c == '\n' || c == '\r';
    }
    return records;
}

/// The delimiter that most records have equally often, and most often.
char detect_delimiter(std::string_view text) {
    const auto records = sample(text);
    char best = ',';
    std::pair<std::size_t, std::size_t> best_score;
    for (std::size_t i = 0; i < delimiters.size(); ++i) {
        std::map<std::size_t, std::size_t> records_by_count;
        for (const auto& record : records) {
            if (record[i] > 0) ++records_by_count[record[i]];
        }
        for (const auto& [count, occurrences] : records_by_count) {
            const std::pair score{occurrences, count};
            if (score > best_score) {
                best_score = score;
                best = delimiters[i];
            }
        }
    }
    return best;
}

/// Excel's own line "sep=;" before the first record; removed if it is there.
std::optional<char> named_delimiter(std::string_view& text) {
    constexpr std::string_view prefix = "sep=";
    if (!text.starts_with(prefix) || text.size() < prefix.size() + 2) return std::nullopt;
    const char delimiter = text[prefix.size()];
    const auto rest = text.substr(prefix.size() + 1);
    const bool line_ends = rest.starts_with('\n') || rest.starts_with("\r");
    if (!line_ends || std::ranges::find(delimiters, delimiter) == delimiters.end()) {
        return std::nullopt;
    }
    text = rest.substr(rest.starts_with("\r\n") ? 2 : 1);
    return delimiter;
}

class CsvReader {
public:
    CsvReader(std::string_view text, char delimiter, const Limits& limits)
        : text_(text), delimiter_(delimiter), budget_(limits), builder_(limits, budget_) {}

    core::Result<Sheet> read() {
        while (at_ < text_.size()) {
            if (auto refused = read_record()) return std::unexpected(std::move(*refused));
            ++row_;
        }
        return std::move(builder_.sheet);
    }

private:
    std::optional<core::Rejection> read_record() {
        for (std::size_t column = 0;; ++column) {
            auto field = read_field();
            if (!field) return std::move(field.error());
            Cell cell;
            if (!field->empty()) cell.kind = CellKind::text;
            cell.text = std::move(*field);
            if (auto refused = builder_.put(row_, column, std::move(cell))) return refused;
            if (at_ >= text_.size() || text_[at_] != delimiter_) break;
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        return std::nullopt;
    }

    core::Result<std::string> read_field() {
        std::string field;
        if (at_ < text_.size() && text_[at_] == '"') {
            const auto end = read_quoted(field);
            if (!end) {
                return core::reject("sheet.open_quote", {}, {{"row", std::to_string(row_ + 1)}});
            }
            at_ = *end;
        }
        // Plain text, also what follows a closing quote by mistake.
        const std::array stops = {delimiter_, '\r', '\n'};
        const auto end = std::min(
            text_.find_first_of(std::string_view(stops.data(), stops.size()), at_), text_.size());
        field += text_.substr(at_, end - at_);
        at_ = end;
        return field;
    }

    /// Where the text goes on after the closing quote; nullopt if there is none.
    std::optional<std::size_t> read_quoted(std::string& field) {
        std::size_t at = at_ + 1;
        while (true) {
            const auto quote = text_.find('"', at);
            if (quote == std::string_view::npos) return std::nullopt;
            field += text_.substr(at, quote - at);
            if (quote + 1 >= text_.size() || text_[quote + 1] != '"') return quote + 1;
            field += '"';
            at = quote + 2;
        }
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::size_t row_ = 0;
    Budget budget_;
    SheetBuilder builder_;
};

}  // namespace

core::Result<Workbook> read_csv(std::string_view bytes, const Limits& limits) {
    if (bytes.size() > limits.unpacked_bytes) {
        return core::reject("sheet.too_large", {},
                            {{"limit", std::to_string(limits.unpacked_bytes / mebibyte)}});
    }
    const auto text = text_of(bytes);
    if (!text) return std::unexpected(text.error());
    std::string_view rest = *text;
    const auto named = named_delimiter(rest);
    auto sheet = CsvReader(rest, named.value_or(detect_delimiter(rest)), limits).read();
    if (!sheet) return std::unexpected(std::move(sheet.error()));
    Workbook workbook;
    workbook.sheets.push_back(std::move(*sheet));
    return workbook;
}

}  // namespace lth::sheet
