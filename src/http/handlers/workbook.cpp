// A table of the desk as a workbook: exactly what is on the screen, with real numbers and dates.
#include <charconv>

#include "http/handlers/office.hpp"
#include "json/message.hpp"
#include "sheet/write.hpp"

namespace lth::http {
namespace {

constexpr std::size_t most_columns = 60;
constexpr std::size_t longest_title = 500;  // bytes
constexpr std::size_t most_rows = 200'000;  // of a province; Excel's own limit is 1,048,576
constexpr double widest = 60;               // characters

enum class CellKind : std::uint8_t { text, number, money, date, share };
BOOST_DESCRIBE_ENUM(CellKind, text, number, money, date, share)

struct ShownColumn {
    std::string heading;
    CellKind kind = CellKind::text;
};
BOOST_DESCRIBE_STRUCT(ShownColumn, (), (heading, kind))

struct ShownTable {
    std::string title;
    core::Date issued_on;
    std::vector<ShownColumn> columns;
    std::vector<std::vector<std::string>> rows;  // whole numbers, shares in ppm, ISO dates
};
BOOST_DESCRIBE_STRUCT(ShownTable, (), (title, issued_on, columns, rows))

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t value = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    const bool ok = read.ec == std::errc() && read.ptr == end;
    return ok ? std::optional(value) : std::nullopt;
}

// What does not read as its column says stays as it was shown.
sheet::OutCell cell(CellKind kind, const std::string& text) {
    if (text.empty()) return std::monostate{};
    if (kind == CellKind::date) {
        if (const auto date = core::parse_date(text)) return *date;
    }
    if (kind == CellKind::text || kind == CellKind::date) return text;
    const auto value = whole(text);
    if (!value) return text;
    if (kind == CellKind::money) return core::Money{*value};
    if (kind == CellKind::share) return sheet::SharePpm{*value};
    return *value;
}

core::Result<void> check(const ShownTable& table) {
    if (table.title.size() > longest_title) {
        return core::reject(
            "entry.out_of_range", "title",
            {{"key", "title"}, {"op", "workbook"}, {"limit", std::to_string(longest_title)}});
    }
    if (table.columns.empty() || table.columns.size() > most_columns) {
        return core::reject("entry.out_of_range", "columns",
                            {{"key", "columns"},
                             {"op", "workbook"},
                             {"limit", "1 … " + std::to_string(most_columns)}});
    }
    if (table.rows.size() > most_rows) {
        return core::reject(
            "entry.out_of_range", "rows",
            {{"key", "rows"}, {"op", "workbook"}, {"limit", std::to_string(most_rows)}});
    }
    for (const auto& row : table.rows) {
        if (row.size() == table.columns.size()) continue;
        return core::reject(
            "entry.out_of_range", "rows",
            {{"key", "rows"}, {"op", "workbook"}, {"limit", std::to_string(table.columns.size())}});
    }
    return {};
}

sheet::OutWorkbook workbook_of(const ShownTable& table) {
    sheet::OutSheet out{.name = table.title, .columns = {}, .rows = {}};
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        auto width = static_cast<double>(table.columns[i].heading.size());
        for (const auto& row : table.rows) {
            width = std::max(width, static_cast<double>(row[i].size()));
        }
        out.columns.push_back(
            {.heading = table.columns[i].heading, .width = std::min(widest, width + 2)});
    }
    for (const auto& row : table.rows) {
        auto& cells = out.rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells.push_back(cell(table.columns[i].kind, row[i]));
        }
    }
    return {.title = table.title, .issued_on = table.issued_on, .sheets = {std::move(out)}};
}

}  // namespace

core::Result<Response> api_workbook(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto table = json::read_message<ShownTable>(call.request.body, "workbook");
    if (!table) return std::unexpected(table.error());
    if (const auto checked = check(*table); !checked) return std::unexpected(checked.error());
    auto bytes = sheet::workbook_bytes(workbook_of(*table));
    if (!bytes) return std::unexpected(bytes.error());
    call.services.officers.readers.took(*who, call.services.office.scheme().widest(who->account.id),
                                        app::ReadWhat::list, table->title);
    return Response{
        .status = 200,
        .content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        .body = std::move(*bytes)};
}

}  // namespace lth::http
