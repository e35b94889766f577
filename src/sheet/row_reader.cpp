#include "sheet/row_reader.hpp"

#include <algorithm>

#include "sheet/unicode.hpp"

namespace lth::sheet {

RowError error_on_file(core::Rejection rejection) {
    return {.sheet = {}, .row = 0, .column = {}, .found = {}, .rejection = std::move(rejection)};
}

void ErrorList::add(RowError error) {
    if (full()) return;
    if (errors_.size() == limit_) {
        error = error_on_file(
            core::make_rejection("sheet.more_errors", {}, {{"limit", std::to_string(limit_)}}));
    }
    errors_.push_back(std::move(error));
}

RowReader::RowReader(const FoundTable& found, DateSystem dates, const Limits& limits,
                     ErrorList& errors)
    : found_(found),
      dates_(dates),
      limits_(limits),
      errors_(errors),
      merges_(found.header.columns.size()) {
    for (std::size_t i = 0; i < found.header.columns.size(); ++i) {
        const auto& column = found.header.columns[i];
        positions_[static_cast<std::size_t>(column.column->id)] = &column;
        if (column.column->fill != Fill::down) continue;
        for (const auto& merge : found.sheet->merges) {
            const bool covers = merge.first_column <= column.at && column.at <= merge.last_column;
            const bool below_header = merge.first_row >= found.header.first_data_row;
            if (covers && below_header && merge.last_row > merge.first_row) {
                merges_[i].push_back(merge);
            }
        }
        std::ranges::sort(merges_[i], {}, &Merge::first_row);
    }
}

void RowReader::go_to(std::size_t row) {
    row_ = row;
    is_usable_ = true;
}

Origin RowReader::origin() const {
    return {found_.sheet_index, static_cast<std::uint32_t>(row_ + 1)};
}

const FoundColumn* RowReader::position(ColumnId id) const {
    return positions_[static_cast<std::size_t>(id)];
}

const Cell& RowReader::cell_at(std::size_t row, std::size_t column) const {
    static const Cell empty;
    const auto& rows = found_.sheet->rows;
    return row < rows.size() && column < rows[row].size() ? rows[row][column] : empty;
}

const Cell& RowReader::cell(ColumnId id) const {
    const FoundColumn* found = position(id);
    if (found == nullptr) return cell_at(found_.sheet->rows.size(), 0);
    const Cell& own = cell_at(row_, found->at);
    const auto& merges = merges_[static_cast<std::size_t>(found - found_.header.columns.data())];
    if (own.kind != CellKind::empty || merges.empty()) return own;
    // The last area that begins at or above the row.
    const auto after = std::ranges::upper_bound(merges, row_, {}, &Merge::first_row);
    if (after == merges.begin()) return own;
    const Merge& merge = *std::prev(after);
    if (row_ > merge.last_row) return own;
    return cell_at(merge.first_row, merge.first_column);
}

Place RowReader::place(const FoundColumn& found) const {
    return {
        .row = row_ + 1, .heading = found.heading, .dates = dates_, .unit_power = found.unit_power};
}

std::string RowReader::heading(ColumnId id) const {
    const FoundColumn* found = position(id);
    return found == nullptr ? std::string{} : found->heading;
}

void RowReader::add_error(const FoundColumn* found, core::Rejection rejection) {
    is_usable_ = is_usable_ && found != nullptr && found->column->need == Need::optional;
    RowError error = error_on_file(std::move(rejection));
    error.sheet = found_.sheet->name;
    error.row = row_ + 1;
    if (found != nullptr) {
        error.column = found->heading;
        error.found = tidy(shown(cell(found->column->id)));
    }
    errors_.add(std::move(error));
}

void RowReader::refuse(ColumnId id, core::RuleRef rule, std::vector<core::Fact> more) {
    const FoundColumn* found = position(id);
    const Column* column = find_column(*found_.table, id);
    const FoundColumn absent{.column = column, .heading = std::string(column->heading)};
    const FoundColumn& named = found != nullptr ? *found : absent;
    auto rejection = cell_rejection(rule, cell(id), place(named));
    rejection.facts.insert(rejection.facts.end() - 1, more.begin(), more.end());
    add_error(&named, std::move(rejection));
    is_usable_ = false;  // what the row says contradicts itself: it is not judged again
}

Text RowReader::name(ColumnId id) {
    return read(id, [&](const Cell& cell, const Place& place) {
        return read_text(cell, place, limits_.name_characters);
    });
}

Text RowReader::text(ColumnId id) {
    return read(id, [&](const Cell& cell, const Place& place) {
        return read_text(cell, place, limits_.text_characters);
    });
}

Text RowReader::code(ColumnId id) {
    return read(id, [&](const Cell& cell, const Place& place) {
        return read_code(cell, place, limits_.name_characters);
    });
}

Text RowReader::phone(ColumnId id) { return read(id, read_phone); }

std::vector<std::string> RowReader::list(ColumnId id) {
    auto items = read(id, [&](const Cell& cell, const Place& place) {
        return read_list(cell, place, limits_.name_characters);
    });
    return items ? std::move(*items) : std::vector<std::string>{};
}

Day RowReader::date(ColumnId id) { return read(id, read_date); }
std::optional<Birth> RowReader::birth(ColumnId id) { return read(id, read_birth); }
std::optional<core::Month> RowReader::month(ColumnId id) { return read(id, read_month); }
std::optional<std::int32_t> RowReader::year(ColumnId id) { return read(id, read_year); }

Number RowReader::count(ColumnId id, Range range) {
    return read(
        id, [&](const Cell& cell, const Place& place) { return read_count(cell, place, range); });
}

Amount RowReader::money(ColumnId id, SmallMoney small) {
    return read(
        id, [&](const Cell& cell, const Place& place) { return read_money(cell, place, small); });
}

Number RowReader::share_ppm(ColumnId id) { return read(id, read_share_ppm); }
Number RowReader::rate_ppm(ColumnId id) { return read(id, read_rate_ppm); }
std::optional<Quantity> RowReader::quantity(ColumnId id) { return read(id, read_quantity); }

std::optional<std::uint8_t> RowReader::choice_value(ColumnId id) {
    return read(id, [&](const Cell& cell, const Place& place) {
        return read_choice(position(id)->column->list, cell, place);
    });
}

}  // namespace lth::sheet
