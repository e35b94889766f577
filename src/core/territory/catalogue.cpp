#include "core/territory/catalogue.hpp"

#include <algorithm>
#include <array>
#include <boost/describe/enum_from_string.hpp>
#include <map>
#include <set>
#include <span>

namespace lth::core::territory {
namespace {

constexpr std::array<std::string_view, 8> unit_columns = {
    "unit", "code", "from", "name", "kind", "parent_code", "evidence", "legal_basis"};
constexpr std::array<std::string_view, 11> event_columns = {
    "from", "not_before", "event",   "unit",     "code",       "name",
    "kind", "to",         "to_code", "evidence", "legal_basis"};
constexpr std::array<std::string_view, 7> reform_columns = {
    "effective", "event", "unit", "code", "to", "to_code", "legal_basis"};

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;;) {
        const auto end = text.find(at, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

template <class E>
std::optional<E> parse_enum(std::string_view text) {
    E value{};
    if (!boost::describe::enum_from_string(std::string(text).c_str(), value)) return std::nullopt;
    return value;
}

/// One file: a header and rows of plain cells. Nothing in a catalogue needs quotes.
class Table {
public:
    Table(std::string_view file, std::string_view text, std::span<const std::string_view> columns)
        : file_(file), columns_(columns.begin(), columns.end()) {
        auto lines = split(text, '\n');
        if (!lines.empty() && lines.back().empty()) lines.pop_back();
        if (lines.empty() || split(lines.front(), ',') != columns_) {
            std::string expected;
            for (const auto column : columns_) {
                expected += (expected.empty() ? "" : ",") + std::string(column);
            }
            fail(make_rejection("catalogue.header", {},
                                {{"file", std::string(file_)}, {"expected", expected}}));
            return;
        }
        for (std::size_t i = 1; i < lines.size(); ++i) {
            rows_.push_back(split(lines[i], ','));
            if (rows_.back().size() != columns_.size()) wrong(i - 1, 0, lines[i]);
        }
    }

    [[nodiscard]] std::size_t size() const { return failure_ ? 0 : rows_.size(); }
    [[nodiscard]] const std::optional<Rejection>& failure() const { return failure_; }

    [[nodiscard]] std::string_view cell(std::size_t row, std::string_view column) const {
        return rows_[row][index(column)];
    }
    PublicText text(std::size_t row, std::string_view column) {
        const auto found = cell(row, column);
        if (found.empty()) wrong(row, index(column), found);
        return {std::string(found)};
    }
    Date date(std::size_t row, std::string_view column) {
        const auto parsed = parse_date(cell(row, column));
        if (!parsed) wrong(row, index(column), cell(row, column));
        return parsed.value_or(Date{});
    }
    UnitId unit(std::size_t row, std::string_view column) {
        const auto parsed = parse_base32(cell(row, column));
        if (!parsed) wrong(row, index(column), cell(row, column));
        return {parsed.value_or(0)};
    }
    template <class E>
    E one_of(std::size_t row, std::string_view column) {
        const auto parsed = parse_enum<E>(cell(row, column));
        if (!parsed) wrong(row, index(column), cell(row, column));
        return parsed.value_or(E{});
    }
    [[nodiscard]] std::optional<PublicText> basis(std::size_t row) const {
        const auto found = cell(row, "legal_basis");
        if (found.empty()) return std::nullopt;
        return PublicText{std::string(found)};
    }

    void wrong(std::size_t row, std::size_t column, std::string_view text) {
        fail(make_rejection("catalogue.row", columns_[column],
                            {{"file", std::string(file_)},
                             {"row", std::to_string(row + 2)},
                             {"column", std::string(columns_[column])},
                             {"text", std::string(text)}}));
    }
    void unknown_event(std::size_t row) {
        fail(make_rejection("catalogue.event", "event",
                            {{"file", std::string(file_)},
                             {"row", std::to_string(row + 2)},
                             {"event", std::string(cell(row, "event"))}}));
    }

private:
    void fail(Rejection failure) {
        if (!failure_) failure_ = std::move(failure);
    }
    [[nodiscard]] std::size_t index(std::string_view column) const {
        return static_cast<std::size_t>(std::ranges::find(columns_, column) - columns_.begin());
    }

    std::string_view file_;
    std::vector<std::string_view> columns_;
    std::vector<std::vector<std::string_view>> rows_;
    std::optional<Rejection> failure_;
};

class Reader {
public:
    explicit Reader(Date on) : on_(on) {}

    Result<std::vector<std::vector<TerritoryOp>>> read(const CatalogueFiles& files) {
        read_units(files.units);
        read_events(files.events);
        if (!files.reform.empty()) read_reform(files.reform);
        if (failure_) return std::unexpected(std::move(*failure_));
        return std::move(entries_);
    }

private:
    TerritoryOp op(TerritoryWhat what) const {
        return {.on = on_, .parts = {}, .what = std::move(what)};
    }
    void close(const Table& table) {
        if (table.failure() && !failure_) failure_ = table.failure();
    }

    /// The units of the first day are the first list; the others wait for the reform that makes
    /// them.
    void read_units(std::string_view text) {
        Table table("units.csv", text, unit_columns);
        UnitsLoaded loaded;
        std::map<std::string, UnitId, std::less<>> by_code;
        for (std::size_t row = 0; row < table.size(); ++row) {
            UnitRow unit{.unit = table.unit(row, "unit"),
                         .code = table.text(row, "code"),
                         .name = table.text(row, "name"),
                         .kind = table.one_of<UnitKind>(row, "kind")};
            const auto from = table.date(row, "from");
            if (row == 0) loaded.as_of = from;
            if (row == 0) loaded.evidence = table.one_of<Evidence>(row, "evidence");
            if (row == 0) loaded.legal_basis = table.basis(row);
            const auto parent_code = table.cell(row, "parent_code");
            if (from == loaded.as_of) by_code[unit.code.value] = unit.unit;
            if (!parent_code.empty()) {
                const auto parent = by_code.find(parent_code);
                if (parent == by_code.end()) {
                    table.wrong(row, 5, parent_code);
                    continue;
                }
                unit.parent = parent->second;
            }
            now_[unit.unit] = unit;
            if (from == loaded.as_of) {
                loaded.units.push_back(std::move(unit));
            } else {
                later_.push_back({from, std::move(unit)});
            }
        }
        close(table);
        entries_.push_back({op(std::move(loaded))});
    }

    void read_events(std::string_view text) {
        Table table("events.csv", text, event_columns);
        std::vector<TerritoryOp> ops;
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (auto what = event(table, row)) ops.push_back(op(std::move(*what)));
        }
        close(table);
        if (!ops.empty()) entries_.push_back(std::move(ops));
    }

    std::optional<TerritoryWhat> event(Table& table, std::size_t row) {
        const auto unit = table.unit(row, "unit");
        const auto from = table.date(row, "from");
        const auto evidence = table.one_of<Evidence>(row, "evidence");
        const auto basis = table.basis(row);
        std::optional<Date> not_before;
        if (!table.cell(row, "not_before").empty()) not_before = table.date(row, "not_before");
        const auto what = table.cell(row, "event");
        auto& now = now_[unit];
        if (what == "retyped") {
            now.kind = table.one_of<UnitKind>(row, "kind");
            now.name = table.text(row, "name");
            return UnitRetyped{unit, now.kind, now.name, from, not_before, evidence, basis};
        }
        if (what == "renamed") {
            now.name = table.text(row, "name");
            return UnitRenamed{unit, now.name, {}, from, not_before, evidence, basis};
        }
        if (what == "moved") {
            now.parent = table.unit(row, "to");
            return UnitMoved{unit, *now.parent, from, not_before, evidence, basis};
        }
        if (what == "merged") {
            const Successor next{table.unit(row, "to"), Share::whole};
            return UnitAbolished{unit, {next}, from, not_before, evidence, basis};
        }
        if (what == "ended") return UnitAbolished{unit, {}, from, not_before, evidence, basis};
        table.unknown_event(row);
        return std::nullopt;
    }

    void read_reform(std::string_view text) {
        Table table("reform.csv", text, reform_columns);
        ReformApplied reform{.effective = {},
                             .created = {},
                             .changed = {},
                             .abolished = {},
                             .successions = {},
                             .evidence = Evidence::law,
                             .legal_basis = {}};
        std::set<UnitId> ended;
        std::set<std::string_view> bases;
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto unit = table.unit(row, "unit");
            const auto what = table.cell(row, "event");
            if (row == 0) reform.effective = table.date(row, "effective");
            if (table.date(row, "effective") != reform.effective) {
                table.wrong(row, 0, table.cell(row, "effective"));
            }
            const auto basis = table.text(row, "legal_basis").value;
            if (bases.insert(table.cell(row, "legal_basis")).second) {
                auto& all = reform.legal_basis.value;
                all += (all.empty() ? "" : "; ") + basis;
            }
            if (what == "kept") {
                now_[unit].parent = table.unit(row, "to");
                reform.changed.push_back(now_[unit]);
                continue;
            }
            if (what == "whole" || what == "part") {
                reform.successions.push_back(
                    {unit, table.unit(row, "to"), what == "whole" ? Share::whole : Share::part});
            } else if (what != "ended") {
                table.unknown_event(row);
            }
            if (ended.insert(unit).second) reform.abolished.push_back(unit);
        }
        for (auto& [from, unit] : later_) {
            if (from == reform.effective) reform.created.push_back(std::move(unit));
        }
        close(table);
        entries_.push_back({op(std::move(reform))});
    }

    Date on_;
    std::vector<std::vector<TerritoryOp>> entries_;
    std::map<UnitId, UnitRow> now_;  // as the events so far left it
    std::vector<std::pair<Date, UnitRow>> later_;
    std::optional<Rejection> failure_;
};

}  // namespace

Result<std::vector<std::vector<TerritoryOp>>> read_catalogue(const CatalogueFiles& files, Date on) {
    return Reader(on).read(files);
}

}  // namespace lth::core::territory
