#include "report/xlsx_sheet.hpp"

#include <charconv>
#include <map>

#include "report/placeholder.hpp"

namespace lth::report {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

void set_attribute(pugi::xml_node node, const char* name, const std::string& value) {
    auto attribute = node.attribute(name);
    if (!attribute) attribute = node.append_attribute(name);
    attribute = value.c_str();
}

// What a cell holds, but not how it looks.
void empty_cell(pugi::xml_node cell) {
    cell.remove_attribute("t");
    while (cell.first_child()) cell.remove_child(cell.first_child());
}

void put_number(pugi::xml_node cell, const std::string& number) {
    empty_cell(cell);
    cell.append_child(name_beside(cell, "v").c_str()).text().set(number.c_str());
}

void put_text(pugi::xml_node cell, const std::string& text) {
    empty_cell(cell);
    if (text.empty()) return;
    cell.append_attribute("t") = "inlineStr";
    auto node = cell.append_child(name_beside(cell, "is").c_str());
    node = node.append_child(name_beside(cell, "t").c_str());
    node.append_attribute("xml:space") = "preserve";
    std::string clean;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') clean += c;
    }
    node.text().set(clean.c_str());
}

void place_row(pugi::xml_node row, std::size_t number) {
    set_attribute(row, "r", std::to_string(number));
    for (const auto cell : row.children()) {
        auto corner = parse_corner(cell.attribute("r").value());
        if (!corner) continue;
        corner->row = number;
        set_attribute(cell, "r", to_text(*corner));
    }
}

}  // namespace

// Excel may leave the numbers of rows and cells out: each then follows the one before.
void SheetFiller::number_rows() {
    std::size_t row_number = 0;
    for (const auto row : child_named(root_, "sheetData").children()) {
        if (!is_named(row, "row")) continue;
        row_number = static_cast<std::size_t>(row.attribute("r").as_ullong(row_number + 1));
        std::size_t column = 0;
        for (const auto cell : row.children()) {
            if (!is_named(cell, "c")) continue;
            const auto corner = parse_corner(cell.attribute("r").value());
            column = corner ? corner->column : column + 1;
            set_attribute(cell, "r", column_text(column) + std::to_string(row_number));
        }
        set_attribute(row, "r", std::to_string(row_number));
        out_.push_back({row, row_number});
    }
}

// A formula that was dragged over cells is written once, with the others pointing at it. Rows are
// about to move apart, so each gets its own.
void SheetFiller::unshare_formulas() {
    struct Master {
        std::string formula;
        Corner at;
    };
    std::map<std::string, Master> masters;
    for (const auto& row : out_) {
        for (const auto cell : row.node.children()) {
            auto formula = child_named(cell, "f");
            if (std::string_view(formula.attribute("t").value()) != "shared") continue;
            const auto at = parse_corner(cell.attribute("r").value()).value_or(Corner{});
            const std::string index = formula.attribute("si").value();
            if (formula.text().empty()) {
                const auto& master = masters[index];
                const auto shift = [&](Corner& corner) {
                    if (corner.row != 0 && !corner.fixed_row) corner.row += at.row - master.at.row;
                    if (corner.column != 0 && !corner.fixed_column)
                        corner.column += at.column - master.at.column;
                };
                const auto own = change_refs(master.formula, [&](CellRef& ref) {
                    shift(ref.first);
                    if (ref.last) shift(*ref.last);
                });
                formula.text().set(own.c_str());
            } else {
                masters[index] = {formula.text().get(), at};
            }
            for (const char* name : {"t", "si", "ref"}) formula.remove_attribute(name);
        }
    }
}

std::string SheetFiller::text_of(pugi::xml_node cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (child_named(cell, "f")) return {};
    if (type == "s") {
        const auto index = whole_number(child_named(cell, "v").text().get());
        const bool known =
            index && *index >= 0 && static_cast<std::size_t>(*index) < strings_.size();
        return known ? strings_[static_cast<std::size_t>(*index)] : std::string();
    }
    std::string text;
    if (type == "inlineStr") {
        each_below(cell, [&](pugi::xml_node node) {
            if (is_named(node, "t")) text += node.text().get();
        });
    }
    return text;
}

std::string SheetFiller::place_of(pugi::xml_node cell) const {
    return name_ + "!" + cell.attribute("r").value();
}

// The list that a row repeats, or nothing.
core::Result<std::string> SheetFiller::list_of(pugi::xml_node row, const Values& values) const {
    std::string list;
    for (const auto cell : row.children()) {
        const auto marks = find_placeholders(text_of(cell), place_of(cell));
        if (!marks) return std::unexpected(marks.error());
        for (const auto& mark : *marks) {
            const auto dot = mark.name.find('.');
            const bool field = mark.mark == Mark::field && dot != std::string::npos;
            if (!field && mark.mark != Mark::list) continue;
            const auto name = mark.name.substr(0, dot);
            const core::Fact place{"place", place_of(cell)};
            if (!values.lists.contains(name)) {
                return core::reject("report.list.unknown", {}, {{"name", name}, place});
            }
            if (!list.empty() && list != name) {
                return core::reject("report.list.two", {},
                                    {{"name", list}, {"other", name}, place});
            }
            list = name;
        }
    }
    return list;
}

std::optional<core::Rejection> SheetFiller::fill(const Values& values) {
    number_rows();
    unshare_formulas();
    tags_ = count_tags(root_);
    const auto template_rows = std::move(out_);
    out_.clear();
    for (const auto& row : template_rows) {
        const auto list = list_of(row.node, values);
        if (!list) return list.error();
        if (list->empty()) {
            if (auto problem = fill_row(row.node, Scope{values})) return problem;
            place_row(row.node, rows_.first(row.original));
            out_.push_back(row);
        } else if (auto problem = repeat(row, *list, values)) {
            return problem;
        }
    }
    return fill_page_texts(Scope{values});
}

// Without items the row stays, blank: sums over it hold, and the table keeps its frame.
std::optional<core::Rejection> SheetFiller::repeat(const Row& row, std::string_view list,
                                                   const Values& values) {
    const auto& items = values.lists.find(list)->second;
    tags_ += count_tags(row.node) * items.size();
    if (tags_ > limits_.tags) return too_much_markup(name_, limits_);
    const auto start = rows_.first(row.original);
    if (items.empty()) {
        for (const auto cell : row.node.children()) {
            if (text_of(cell).find("{{") != std::string::npos) empty_cell(cell);
        }
        place_row(row.node, start);
        out_.push_back(row);
        return {};
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto copy = row.node.parent().insert_copy_before(row.node, row.node);
        if (auto problem = fill_row(copy, Scope{values, list, &items[i]})) return problem;
        place_row(copy, start + i);
        out_.push_back({copy, row.original, i, true});
    }
    row.node.parent().remove_child(row.node);
    rows_.repeat(row.original, items.size());
    return {};
}

std::optional<core::Rejection> SheetFiller::fill_row(pugi::xml_node row, const Scope& scope) {
    for (const auto cell : row.children()) {
        if (auto problem = fill_cell(cell, scope)) return problem;
    }
    return {};
}

std::optional<core::Rejection> SheetFiller::fill_cell(pugi::xml_node cell, const Scope& scope) {
    const auto text = text_of(cell);
    const auto marks = find_placeholders(text, place_of(cell));
    if (!marks) return marks.error();
    if (marks->empty()) return {};
    std::string filled;
    std::size_t at = 0;
    for (const auto& mark : *marks) {
        filled += text.substr(at, mark.begin - at);
        at = mark.end;
        if (mark.mark == Mark::list || mark.mark == Mark::list_end) continue;
        const Field* field = mark.mark == Mark::field ? scope.find(mark.name) : nullptr;
        if (field == nullptr) return unknown_placeholder(mark.name, place_of(cell), scope);
        const bool alone = filled.empty() && at == text.size();
        if (alone && !field->number.empty()) {
            put_number(cell, field->number);
            return {};
        }
        filled += field->text;
    }
    put_text(cell, filled + text.substr(at));
    return {};
}

std::optional<core::Rejection> SheetFiller::fill_page_texts(const Scope& scope) {
    for (auto node : child_named(root_, "headerFooter").children()) {
        const std::string text = node.text().get();
        const auto marks = find_placeholders(text, name_);
        if (!marks) return marks.error();
        std::string filled;
        std::size_t at = 0;
        for (const auto& mark : *marks) {
            const Field* field = mark.mark == Mark::field ? scope.find(mark.name) : nullptr;
            if (field == nullptr) return unknown_placeholder(mark.name, name_, scope);
            filled += text.substr(at, mark.begin - at);
            for (const char c : field->text) filled += c == '&' ? "&&" : std::string(1, c);
            at = mark.end;
        }
        if (at > 0) node.text().set((filled + text.substr(at)).c_str());
    }
    return {};
}

void SheetFiller::move_refs(std::span<const SheetFiller> sheets) {
    for (const auto& row : out_) {
        for (auto cell : row.node.children()) {
            const auto formula = child_named(cell, "f");
            if (!formula) continue;
            move_formula(row, formula, sheets);
            // What it gave in the template is no longer so.
            cell.remove_child(child_named(cell, "v"));
            cell.remove_attribute("t");
        }
    }
    move_merges();
    move_attributes();
    sum_up();
}

void SheetFiller::move_formula(const Row& row, pugi::xml_node formula,
                               std::span<const SheetFiller> sheets) const {
    const auto moved = change_refs(formula.text().get(), [&](CellRef& ref) {
        for (const auto& sheet : sheets) {
            const bool own = sheet.name() == name_;
            if (!(ref.sheet.empty() ? own : ref.sheet == sheet.name())) continue;
            if (own && row.repeated) {
                sheet.rows().move_in_copy(ref, row.copy);
            } else {
                sheet.rows().move(ref);
            }
        }
    });
    formula.text().set(moved.c_str());
    if (auto range = formula.attribute("ref")) range = rows_.moved(range.value()).c_str();
}

void SheetFiller::move_merges() {
    auto merges = child_named(root_, "mergeCells");
    std::vector<std::string> ranges;
    for (auto merge : merges.children()) {
        const std::string text = merge.attribute("ref").value();
        const auto colon = text.find(':');
        const auto first = parse_corner(text.substr(0, colon));
        const auto last = colon == std::string::npos ? first : parse_corner(text.substr(colon + 1));
        const bool inside = first && last && first->row == last->row && rows_.repeats(first->row);
        if (!inside) {
            ranges.push_back(rows_.moved(text));
            continue;
        }
        for (auto row = rows_.first(first->row); row <= rows_.last(first->row); ++row) {
            Corner from = *first;
            Corner to = *last;
            from.row = to.row = row;
            ranges.push_back(to_text(from) + ":" + to_text(to));
        }
    }
    if (!merges) return;
    const auto name = name_beside(merges, "mergeCell");
    while (merges.first_child()) merges.remove_child(merges.first_child());
    for (const auto& range : ranges) {
        merges.append_child(name.c_str()).append_attribute("ref") = range.c_str();
    }
    set_attribute(merges, "count", std::to_string(ranges.size()));
}

// Filters, conditional formats, checks of what is typed, links, page breaks, the frozen pane.
void SheetFiller::move_attributes() {
    if (rows_.empty()) return;
    for (auto child : root_.children()) {
        if (is_named(child, "sheetData") || is_named(child, "mergeCells")) continue;
        const auto move = [&](pugi::xml_node node) {
            for (const char* name : {"ref", "sqref", "topLeftCell", "activeCell"}) {
                if (auto range = node.attribute(name)) range = rows_.moved(range.value()).c_str();
            }
            if (!is_named(node, "brk") || !is_named(node.parent(), "rowBreaks")) return;
            auto row = node.attribute("id");  // the break comes below it
            row = static_cast<unsigned long long>(rows_.last(row.as_ullong()));
        };
        move(child);
        each_below(child, move);
    }
}

// Viewers on phones show what is stored and compute nothing, so plain sums are stored.
void SheetFiller::sum_up() {
    std::map<std::pair<std::size_t, std::size_t>, std::string> numbers;  // by column and row
    std::vector<pugi::xml_node> formulas;
    for (const auto& row : out_) {
        for (const auto cell : row.node.children()) {
            const auto at = parse_corner(cell.attribute("r").value());
            if (!at) continue;
            if (child_named(cell, "f")) formulas.push_back(cell);
            if (child_named(cell, "f")) numbers[{at->column, at->row}] = "?";
            if (!cell.attribute("t") && child_named(cell, "v"))
                numbers[{at->column, at->row}] = child_named(cell, "v").text().get();
        }
    }
    for (auto cell : formulas) {
        const std::string formula = child_named(cell, "f").text().get();
        if (!formula.starts_with("SUM(") || !formula.ends_with(")")) continue;
        const auto inner = std::string_view(formula).substr(4, formula.size() - 5);
        const auto colon = inner.find(':');
        if (colon == std::string_view::npos) continue;
        const auto first = parse_corner(inner.substr(0, colon));
        const auto last = parse_corner(inner.substr(colon + 1));
        if (!first || !last || first->column != last->column || first->row == 0) continue;
        std::int64_t sum = 0;
        bool whole = true;
        for (auto at = numbers.lower_bound({first->column, first->row});
             at != numbers.end() && at->first <= std::pair(last->column, last->row); ++at) {
            const auto number = whole_number(at->second);
            whole = whole && number;
            sum += number.value_or(0);
        }
        if (!whole) continue;
        cell.append_child(name_beside(cell, "v").c_str()).text().set(std::to_string(sum).c_str());
    }
}

}  // namespace lth::report
