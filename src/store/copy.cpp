#include "store/copy.hpp"

#include <array>
#include <string>

#include "store/session.hpp"

namespace lth::store {
namespace {

struct Table {
    std::string_view name;
    std::string_view columns;  // u uuid, t text, i bigint, b bytes: as in sql/queries/copy.sql
    bool in_pages = false;     // of files, by book and digest; all else is read at once
};

constexpr std::array copied_tables = {
    Table{"person_account", "uttti"},
    Table{"role_held", "utiuii"},
    Table{"totp", "ubii"},
    Table{"device", "uuutbitii"},
    Table{"enrolment_card", "buuiiui"},
    Table{"reset_slip", "buuiii"},
    Table{"known_browser", "bui"},
    Table{"take_back_leave", "uuii"},
    Table{"sync_case", "uubuiuttitiuut"},
    Table{"read_log", "uiuutit"},
    Table{"attachment", "ubbi", true},
    Table{"issued_file", "ubttbtti", true},
    Table{"paper_sheet", "uiuti"},
    Table{"import_job", "utttiiu"},
    Table{"backup_made", "i"},
};
constexpr std::size_t most_bytes = std::size_t{4} << 20U;  // at once

struct Cell {
    ValueKind kind = ValueKind::null;
    std::int64_t integer = 0;
    std::string bytes;

    [[nodiscard]] Value value() const {
        Value value;
        value.kind = kind;
        value.integer = integer;
        value.bytes = bytes;
        return value;
    }
};

Cell bytes_cell(const Row& row, int column, ValueKind kind, std::size_t length) {
    Cell cell{kind, 0, std::string(length, '\0')};
    row.bytes(column, {reinterpret_cast<std::uint8_t*>(cell.bytes.data()), length});
    return cell;
}

std::vector<Cell> cells_of(const Row& row, std::string_view columns) {
    std::vector<Cell> cells;
    int at = 0;
    for (const char kind : columns) {
        const int first = at++;
        const bool has_length = kind == 'b';
        if (has_length) ++at;
        if (row.is_null(first)) {
            cells.emplace_back();
        } else if (kind == 'i') {
            cells.push_back({ValueKind::integer, row.integer(first), {}});
        } else if (kind == 't') {
            cells.push_back({ValueKind::text, 0, std::string(row.text(first))});
        } else if (kind == 'u') {
            cells.push_back(bytes_cell(row, first, ValueKind::uuid, core::Uuid{}.bytes.size()));
        } else {
            const auto length = static_cast<std::size_t>(row.integer(first));
            cells.push_back(bytes_cell(row, first + 1, ValueKind::bytes, length));
        }
    }
    return cells;
}

// Rows wait here until there are enough of them for a transaction of the other database.
class Waiting {
public:
    Waiting(Transactions& to, const Table& table)
        : to_(to), put_("copy." + std::string(table.name) + ".put") {}

    void add(std::vector<Cell> row) {
        for (const auto& cell : row) bytes_ += sizeof(Cell) + cell.bytes.size();
        rows_.push_back(std::move(row));
        if (bytes_ >= most_bytes) write();
    }
    void write() {
        if (rows_.empty()) return;
        Batch batch;
        batch.width = rows_.front().size();
        for (const auto& row : rows_) {
            for (const auto& cell : row) batch.values.push_back(cell.value());
        }
        to_.run(Transaction::write, [&](Session& session) { session.run_rows(put_, batch); });
        rows_.clear();
        bytes_ = 0;
    }

private:
    Transactions& to_;
    std::string put_;
    std::vector<std::vector<Cell>> rows_;
    std::size_t bytes_ = 0;
};

std::uint64_t copy_whole(Transactions& source, const Table& table, Waiting& waiting) {
    std::uint64_t rows = 0;
    source.run(Transaction::snapshot, [&](Session& session) {
        rows = 0;
        session.select("copy." + std::string(table.name) + ".all", {}, [&](const Row& row) {
            waiting.add(cells_of(row, table.columns));
            ++rows;
        });
    });
    return rows;
}

// PostgreSQL hands over what was asked for as a whole: files come a few at a time.
std::uint64_t copy_pages(Transactions& source, const Table& table, Waiting& waiting) {
    std::uint64_t rows = 0;
    std::vector<Cell> last = {{ValueKind::uuid, 0, std::string(core::Uuid{}.bytes.size(), '\0')},
                              {ValueKind::bytes, 0, {}}};
    for (bool more = true; more;) {
        std::vector<std::vector<Cell>> page;
        source.run(Transaction::snapshot, [&](Session& session) {
            page.clear();
            session.select("copy." + std::string(table.name) + ".page",
                           {last[0].value(), last[1].value()},
                           [&](const Row& row) { page.push_back(cells_of(row, table.columns)); });
        });
        more = !page.empty();
        if (more) last.assign(page.back().begin(), page.back().begin() + 2);
        rows += page.size();
        for (auto& row : page) waiting.add(std::move(row));
    }
    return rows;
}

}  // namespace

std::vector<CopiedTable> copy_beside(app::Store& from, app::Store& to) {
    auto& source = dynamic_cast<Transactions&>(from);
    auto& target = dynamic_cast<Transactions&>(to);
    std::vector<CopiedTable> copied;
    for (const auto& table : copied_tables) {
        Waiting waiting(target, table);
        const auto rows = table.in_pages ? copy_pages(source, table, waiting)
                                         : copy_whole(source, table, waiting);
        waiting.write();
        copied.push_back({table.name, rows});
    }
    return copied;
}

}  // namespace lth::store
