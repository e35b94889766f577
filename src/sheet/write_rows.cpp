#include "sheet/forms.hpp"

namespace lth::sheet {
namespace {

OutCell cell(const std::string& text) { return text; }
OutCell cell(core::Date date) { return date; }
OutCell cell(core::Money amount) { return amount; }
OutCell cell(std::int64_t number) { return number; }
OutCell cell(const Birth& birth) {
    return birth.date ? OutCell(*birth.date) : OutCell(Ungrouped{birth.year});
}
OutCell cell(core::Month month) {
    const auto text = core::to_text(month);  // "2020-09"
    return text.substr(5) + "/" + text.substr(0, 4);
}
OutCell cell(const Quantity& quantity) {
    if (quantity.unit == Quantity::Unit::ppm) return SharePpm{quantity.value};
    return quantity.value;
}

template <class T>
OutCell cell(const std::optional<T>& value) {
    return value ? cell(*value) : OutCell{};
}

OutCell share(const Number& ppm) { return ppm ? OutCell(SharePpm{*ppm}) : OutCell{}; }

OutCell list(const std::vector<std::string>& items) {
    std::string joined;
    for (const auto& item : items) {
        if (!joined.empty()) joined += "; ";
        joined += item;
    }
    return joined;
}

template <class E>
OutCell word(ListId list, const std::optional<E>& value) {
    return value ? OutCell(std::string(label_of(list, *value))) : OutCell{};
}

/// One row under construction: cells find their place by column.
class RowWriter {
public:
    RowWriter(const Table& table, std::size_t width) : table_(table), cells_(width) {}

    RowWriter& set(ColumnId id, OutCell value) {
        std::size_t at = 1;  // behind the id
        for (const auto& column : table_.columns) {
            if (column.id == id && id == ColumnId::id) at = 0;
            if (column.id == id) break;
            if (!column.example.empty()) ++at;
        }
        cells_[at] = std::move(value);
        return *this;
    }

    RowWriter& set(const ClubName& club) {
        return set(ColumnId::district, cell(club.district))
            .set(ColumnId::commune, cell(club.commune))
            .set(ColumnId::club, cell(club.club));
    }

    std::vector<OutCell> take() { return std::move(cells_); }

private:
    const Table& table_;
    std::vector<OutCell> cells_;
};

void fill(RowWriter& out, const RegisterRow& row) {
    out.set(ColumnId::id, cell(row.id))
        .set(ColumnId::district, cell(row.district))
        .set(ColumnId::commune, cell(row.commune))
        .set(ColumnId::villages, list(row.villages))
        .set(ColumnId::name, cell(row.name))
        .set(ColumnId::programme, cell(row.programme))
        .set(ColumnId::decision_number, cell(row.decision_number))
        .set(ColumnId::decision_date, cell(row.decision_date))
        .set(ColumnId::launched, cell(row.launched))
        .set(ColumnId::members, cell(row.members))
        .set(ColumnId::elderly, cell(row.elderly))
        .set(ColumnId::women, cell(row.women))
        .set(ColumnId::hardship_count, cell(row.hardship))
        .set(ColumnId::ethnic_minority, cell(row.ethnic_minority))
        .set(ColumnId::volunteers, cell(row.volunteers))
        .set(ColumnId::start_capital, cell(row.start_capital))
        .set(ColumnId::capital, cell(row.capital))
        .set(ColumnId::loans_outstanding, cell(row.loans_outstanding))
        .set(ColumnId::borrowers_ever, cell(row.borrowers_ever))
        .set(ColumnId::borrowers_year, cell(row.borrowers_year))
        .set(ColumnId::borrowers_owing, cell(row.borrowers_owing))
        .set(ColumnId::meetings_year, cell(row.meetings_year))
        .set(ColumnId::rating, word(ListId::band, row.rating))
        .set(ColumnId::as_of, cell(row.as_of));
}

void fill(RowWriter& out, const ClubRow& row) {
    out.set(ColumnId::id, cell(row.id))
        .set(ColumnId::district, cell(row.district))
        .set(ColumnId::commune, cell(row.commune))
        .set(ColumnId::villages, list(row.villages))
        .set(ColumnId::name, cell(row.name))
        .set(ColumnId::seat_village, cell(row.seat_village))
        .set(ColumnId::programme, cell(row.programme))
        .set(ColumnId::decision_number, cell(row.decision_number))
        .set(ColumnId::decision_date, cell(row.decision_date))
        .set(ColumnId::launched, cell(row.launched))
        .set(ColumnId::start_capital, cell(row.start_capital));
}

void fill(RowWriter& out, const MemberRow& row) {
    std::optional<YesNo> before;
    if (row.borrowed_before) before = *row.borrowed_before ? YesNo::yes : YesNo::no;
    out.set(row.club)
        .set(ColumnId::id, cell(row.id))
        .set(ColumnId::name, cell(row.name))
        .set(ColumnId::birth, cell(row.birth))
        .set(ColumnId::sex, word(ListId::sex, row.sex))
        .set(ColumnId::hardship, word(ListId::hardship, row.hardship))
        .set(ColumnId::village, cell(row.village))
        .set(ColumnId::joined, cell(row.joined))
        .set(ColumnId::left, cell(row.left))
        .set(ColumnId::left_reason, word(ListId::leaving, row.left_reason))
        .set(ColumnId::role, word(ListId::role, row.role))
        .set(ColumnId::phone, cell(row.phone))
        .set(ColumnId::borrowed_before, word(ListId::yes_no, before));
}

void fill(RowWriter& out, const FundsRow& row) {
    out.set(row.club)
        .set(ColumnId::id, cell(row.id))
        .set(ColumnId::as_of, cell(row.as_of))
        .set(ColumnId::income_cash, cell(row.income_cash))
        .set(ColumnId::income_bank, cell(row.income_bank))
        .set(ColumnId::capitalised_interest, cell(row.capitalised_interest))
        .set(ColumnId::reserve, cell(row.reserve))
        .set(ColumnId::operating_cash, cell(row.operating_cash))
        .set(ColumnId::operating_bank, cell(row.operating_bank))
        .set(ColumnId::board_allowance, cell(row.board_allowance));
}

void fill(RowWriter& out, const CapitalRow& row) {
    out.set(row.club)
        .set(ColumnId::id, cell(row.id))
        .set(ColumnId::source, word(ListId::source, std::optional(row.source)))
        .set(ColumnId::member, cell(row.member))
        .set(ColumnId::birth, cell(row.birth))
        .set(ColumnId::amount, cell(row.amount));
}

void fill(RowWriter& out, const LoanRow& row) {
    out.set(row.club)
        .set(ColumnId::id, cell(row.id))
        .set(ColumnId::member, cell(row.member))
        .set(ColumnId::birth, cell(row.birth))
        .set(ColumnId::disbursed_on, cell(row.disbursed_on))
        .set(ColumnId::principal, cell(row.principal))
        .set(ColumnId::outstanding, cell(row.outstanding))
        .set(ColumnId::interest_paid_through, cell(row.interest_paid_through))
        .set(ColumnId::months, cell(row.months))
        .set(ColumnId::rate, share(row.rate_ppm))
        .set(ColumnId::base, word(ListId::loan_base, row.base))
        .set(ColumnId::method, word(ListId::loan_method, row.method))
        .set(ColumnId::grace_months, cell(row.grace_months))
        .set(ColumnId::purpose, word(ListId::purpose, row.purpose));
}

void fill(RowWriter& out, const RulesRow& row) {
    out.set(row.club)
        .set(ColumnId::id, cell(row.id))
        .set(ColumnId::from, cell(row.from))
        .set(ColumnId::meeting_day, cell(row.meeting_day))
        .set(ColumnId::dues, cell(row.dues))
        .set(ColumnId::rate, share(row.rate_ppm))
        .set(ColumnId::months, cell(row.months))
        .set(ColumnId::base, word(ListId::loan_base, row.base))
        .set(ColumnId::method, word(ListId::loan_method, row.method))
        .set(ColumnId::grace_months, cell(row.grace_months))
        .set(ColumnId::rounding, cell(row.rounding))
        .set(ColumnId::max_loan, cell(row.max_loan))
        .set(ColumnId::share_income, share(row.share_income_ppm))
        .set(ColumnId::share_operating, share(row.share_operating_ppm))
        .set(ColumnId::share_board, share(row.share_board_ppm))
        .set(ColumnId::share_reserve, share(row.share_reserve_ppm));
}

void fill(RowWriter& out, const ClaimRow& row) {
    out.set(ColumnId::id, cell(row.id))
        .set(ColumnId::document, cell(row.document))
        .set(ColumnId::date, cell(row.date))
        .set(ColumnId::measure, cell(row.measure))
        .set(ColumnId::relation, word(ListId::relation, std::optional(row.relation)))
        .set(ColumnId::value, cell(row.value))
        .set(ColumnId::words, cell(row.words));
}

void fill(RowWriter& out, const FundYearRow& row) {
    out.set(ColumnId::id, cell(row.id))
        .set(ColumnId::unit, cell(row.unit))
        .set(ColumnId::level, word(ListId::care_level, row.level))
        .set(ColumnId::year, Ungrouped{row.year})
        .set(ColumnId::received_money, cell(row.received_money))
        .set(ColumnId::received_goods, cell(row.received_goods))
        .set(ColumnId::spent, cell(row.spent))
        .set(ColumnId::club_support, cell(row.club_support))
        .set(ColumnId::transferred_in, cell(row.transferred_in))
        .set(ColumnId::transferred_out, cell(row.transferred_out))
        .set(ColumnId::balance, cell(row.balance));
}

template <class Row>
OutSheet sheet_of(SheetKind kind, std::span<const Row> rows) {
    OutSheet sheet = empty_sheet(kind);
    sheet.rows.reserve(rows.size());
    for (const auto& row : rows) {
        RowWriter out(table_of(kind), sheet.columns.size());
        fill(out, row);
        sheet.rows.push_back(out.take());
    }
    return sheet;
}

}  // namespace

OutSheet to_sheet(std::span<const RegisterRow> rows) {
    return sheet_of(SheetKind::club_register, rows);
}
OutSheet to_sheet(std::span<const ClubRow> rows) { return sheet_of(SheetKind::clubs, rows); }
OutSheet to_sheet(std::span<const MemberRow> rows) { return sheet_of(SheetKind::members, rows); }
OutSheet to_sheet(std::span<const FundsRow> rows) { return sheet_of(SheetKind::funds, rows); }
OutSheet to_sheet(std::span<const CapitalRow> rows) { return sheet_of(SheetKind::capital, rows); }
OutSheet to_sheet(std::span<const LoanRow> rows) { return sheet_of(SheetKind::loans, rows); }
OutSheet to_sheet(std::span<const RulesRow> rows) { return sheet_of(SheetKind::rules, rows); }
OutSheet to_sheet(std::span<const ClaimRow> rows) { return sheet_of(SheetKind::claims, rows); }
OutSheet to_sheet(std::span<const FundYearRow> rows) {
    return sheet_of(SheetKind::fund_years, rows);
}

}  // namespace lth::sheet
