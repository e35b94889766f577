#include "sheet/read_rows.hpp"

#include <string>

namespace lth::sheet {
namespace {

constexpr Range people{.min = 0, .max = 100'000};
constexpr Range months{.min = 0, .max = 600};
constexpr Range days_of_month{.min = 1, .max = 31};
constexpr Range meetings{.min = 0, .max = 366};

ClubName club_name(RowReader& in) {
    return {.district = in.name(ColumnId::district),
            .commune = in.name(ColumnId::commune),
            .club = in.name(ColumnId::club).value_or("")};
}

void check_part(RowReader& in, ColumnId part_id, Number part, ColumnId whole_id, Number whole) {
    if (!part || !whole || *part <= *whole) return;
    in.refuse(part_id, "sheet.part_above_whole",
              {{"whole", in.heading(whole_id)}, {"limit", core::grouped(*whole)}});
}

void check_part(RowReader& in, ColumnId part_id, Amount part, ColumnId whole_id, Amount whole) {
    check_part(in, part_id, part ? Number(part->dong) : std::nullopt, whole_id,
               whole ? Number(whole->dong) : std::nullopt);
}

}  // namespace

template <>
RegisterRow read_row(RowReader& in) {
    RegisterRow row;
    row.at = in.origin();
    row.id = in.code(ColumnId::id);
    row.district = in.name(ColumnId::district);
    row.commune = in.name(ColumnId::commune);
    row.villages = in.list(ColumnId::villages);
    row.name = in.name(ColumnId::name).value_or("");
    row.programme = in.name(ColumnId::programme);
    row.decision_number = in.code(ColumnId::decision_number);
    row.decision_date = in.date(ColumnId::decision_date);
    row.launched = in.date(ColumnId::launched);
    row.members = in.count(ColumnId::members, people);
    row.elderly = in.count(ColumnId::elderly, people);
    row.women = in.count(ColumnId::women, people);
    row.hardship = in.count(ColumnId::hardship_count, people);
    row.ethnic_minority = in.count(ColumnId::ethnic_minority, people);
    row.volunteers = in.count(ColumnId::volunteers, people);
    row.start_capital = in.money(ColumnId::start_capital, SmallMoney::suspected);
    row.capital = in.money(ColumnId::capital, SmallMoney::suspected);
    row.loans_outstanding = in.money(ColumnId::loans_outstanding, SmallMoney::suspected);
    row.borrowers_ever = in.count(ColumnId::borrowers_ever, people);
    row.borrowers_year = in.count(ColumnId::borrowers_year, people);
    row.borrowers_owing = in.count(ColumnId::borrowers_owing, people);
    row.meetings_year = in.count(ColumnId::meetings_year, meetings);
    row.rating = in.choice<core::club::Band>(ColumnId::rating);
    row.as_of = in.date(ColumnId::as_of);
    check_part(in, ColumnId::elderly, row.elderly, ColumnId::members, row.members);
    check_part(in, ColumnId::women, row.women, ColumnId::members, row.members);
    check_part(in, ColumnId::hardship_count, row.hardship, ColumnId::members, row.members);
    check_part(in, ColumnId::ethnic_minority, row.ethnic_minority, ColumnId::members, row.members);
    return row;
}

template <>
ClubRow read_row(RowReader& in) {
    ClubRow row;
    row.at = in.origin();
    row.id = in.code(ColumnId::id);
    row.district = in.name(ColumnId::district);
    row.commune = in.name(ColumnId::commune);
    row.villages = in.list(ColumnId::villages);
    row.name = in.name(ColumnId::name).value_or("");
    row.seat_village = in.name(ColumnId::seat_village);
    row.programme = in.name(ColumnId::programme);
    row.decision_number = in.code(ColumnId::decision_number);
    row.decision_date = in.date(ColumnId::decision_date);
    row.launched = in.date(ColumnId::launched);
    row.start_capital = in.money(ColumnId::start_capital, SmallMoney::suspected);
    row.as_of = in.date(ColumnId::as_of);
    return row;
}

template <>
MemberRow read_row(RowReader& in) {
    MemberRow row;
    row.at = in.origin();
    row.id = in.code(ColumnId::id);
    row.club = club_name(in);
    row.name = in.name(ColumnId::name).value_or("");
    row.birth = in.birth(ColumnId::birth);
    row.sex = in.choice<core::club::Sex>(ColumnId::sex);
    const auto male = in.birth(ColumnId::birth_male);
    const auto female = in.birth(ColumnId::birth_female);
    if (male && female) {
        in.refuse(ColumnId::birth_male, "sheet.two_values",
                  {{"other", in.heading(ColumnId::birth_female)}});
    }
    if (!row.birth) row.birth = male ? male : female;
    if (!row.sex && male) row.sex = core::club::Sex::male;
    if (!row.sex && female) row.sex = core::club::Sex::female;
    row.hardship = in.choice<core::club::Hardship>(ColumnId::hardship);
    row.village = in.name(ColumnId::village);
    row.joined = in.date(ColumnId::joined);
    row.left = in.date(ColumnId::left);
    row.left_reason = in.choice<core::club::Leaving>(ColumnId::left_reason);
    row.role = in.choice<core::club::BoardRole>(ColumnId::role);
    row.phone = in.phone(ColumnId::phone);
    if (const auto before = in.choice<YesNo>(ColumnId::borrowed_before)) {
        row.borrowed_before = *before == YesNo::yes;
    }
    if (row.joined && row.left && *row.left < *row.joined) {
        in.refuse(
            ColumnId::left, "sheet.dates_out_of_order",
            {{"earlier", in.heading(ColumnId::joined)}, {"limit", core::vietnamese(*row.joined)}});
    }
    return row;
}

template <>
FundsRow read_row(RowReader& in) {
    FundsRow row;
    row.at = in.origin();
    row.id = in.code(ColumnId::id);
    row.club = club_name(in);
    row.as_of = in.date(ColumnId::as_of).value_or(core::Date{});
    row.income_cash = in.money(ColumnId::income_cash, SmallMoney::believed);
    row.income_bank = in.money(ColumnId::income_bank, SmallMoney::believed);
    row.capitalised_interest = in.money(ColumnId::capitalised_interest, SmallMoney::believed);
    row.reserve = in.money(ColumnId::reserve, SmallMoney::believed);
    row.operating_cash = in.money(ColumnId::operating_cash, SmallMoney::believed);
    row.operating_bank = in.money(ColumnId::operating_bank, SmallMoney::believed);
    row.board_allowance = in.money(ColumnId::board_allowance, SmallMoney::believed);
    return row;
}

template <>
CapitalRow read_row(RowReader& in) {
    CapitalRow row;
    row.at = in.origin();
    row.id = in.code(ColumnId::id);
    row.club = club_name(in);
    row.source =
        in.choice<core::club::Source>(ColumnId::source).value_or(core::club::Source::unknown);
    row.member = in.name(ColumnId::member);
    row.birth = in.birth(ColumnId::birth);
    row.amount = in.money(ColumnId::amount, SmallMoney::suspected).value_or(core::Money{});
    return row;
}

template <>
LoanRow read_row(RowReader& in) {
    LoanRow row;
    row.at = in.origin();
    row.id = in.code(ColumnId::id);
    row.club = club_name(in);
    row.member = in.name(ColumnId::member).value_or("");
    row.birth = in.birth(ColumnId::birth);
    row.disbursed_on = in.date(ColumnId::disbursed_on).value_or(core::Date{});
    const auto principal = in.money(ColumnId::principal, SmallMoney::suspected);
    const auto outstanding = in.money(ColumnId::outstanding, SmallMoney::believed);
    check_part(in, ColumnId::outstanding, outstanding, ColumnId::principal, principal);
    row.principal = principal.value_or(core::Money{});
    row.outstanding = outstanding.value_or(core::Money{});
    row.interest_paid_through = in.month(ColumnId::interest_paid_through);
    row.months = in.count(ColumnId::months, months);
    row.rate_ppm = in.rate_ppm(ColumnId::rate);
    row.base = in.choice<core::club::LoanBase>(ColumnId::base);
    row.method = in.choice<core::club::LoanMethod>(ColumnId::method);
    row.grace_months = in.count(ColumnId::grace_months, months);
    row.purpose = in.choice<core::club::LoanPurpose>(ColumnId::purpose);
    return row;
}

template <>
RulesRow read_row(RowReader& in) {
    RulesRow row;
    row.at = in.origin();
    row.id = in.code(ColumnId::id);
    row.club = club_name(in);
    row.from = in.date(ColumnId::from).value_or(core::Date{});
    row.meeting_day = in.count(ColumnId::meeting_day, days_of_month);
    row.dues = in.money(ColumnId::dues, SmallMoney::suspected);
    row.rate_ppm = in.rate_ppm(ColumnId::rate);
    row.months = in.count(ColumnId::months, months);
    row.base = in.choice<core::club::LoanBase>(ColumnId::base);
    row.method = in.choice<core::club::LoanMethod>(ColumnId::method);
    row.grace_months = in.count(ColumnId::grace_months, months);
    row.rounding = in.money(ColumnId::rounding, SmallMoney::believed);
    row.max_loan = in.money(ColumnId::max_loan, SmallMoney::suspected);
    row.share_income_ppm = in.share_ppm(ColumnId::share_income);
    row.share_operating_ppm = in.share_ppm(ColumnId::share_operating);
    row.share_board_ppm = in.share_ppm(ColumnId::share_board);
    row.share_reserve_ppm = in.share_ppm(ColumnId::share_reserve);
    return row;
}

template <>
ClaimRow read_row(RowReader& in) {
    ClaimRow row;
    row.at = in.origin();
    row.id = in.code(ColumnId::id);
    row.document = in.name(ColumnId::document).value_or("");
    row.date = in.date(ColumnId::date).value_or(core::Date{});
    row.measure = in.name(ColumnId::measure).value_or("");
    row.relation = in.choice<Relation>(ColumnId::relation).value_or(Relation::eq);
    row.words = in.text(ColumnId::words);
    const ColumnId needed = row.relation == Relation::words ? ColumnId::words : ColumnId::value;
    if (is_blank(in.cell(needed))) in.refuse(needed, "sheet.cell_missing");
    row.value = in.quantity(ColumnId::value);
    return row;
}

template <>
FundYearRow read_row(RowReader& in) {
    FundYearRow row;
    row.at = in.origin();
    row.id = in.code(ColumnId::id);
    row.unit = in.code(ColumnId::unit).value_or("");
    row.year = in.year(ColumnId::year).value_or(0);
    row.level = in.choice<core::association::CareLevel>(ColumnId::level);
    row.received_money = in.money(ColumnId::received_money, SmallMoney::suspected);
    row.received_goods = in.money(ColumnId::received_goods, SmallMoney::suspected);
    row.spent = in.money(ColumnId::spent, SmallMoney::suspected);
    row.club_support = in.money(ColumnId::club_support, SmallMoney::suspected);
    row.transferred_in = in.money(ColumnId::transferred_in, SmallMoney::suspected);
    row.transferred_out = in.money(ColumnId::transferred_out, SmallMoney::suspected);
    row.balance = in.money(ColumnId::balance, SmallMoney::suspected);
    check_part(in, ColumnId::club_support, row.club_support, ColumnId::spent, row.spent);
    return row;
}

template <>
UnitRow read_row(RowReader& in) {
    UnitRow row;
    row.at = in.origin();
    row.code = in.code(ColumnId::code).value_or("");
    row.name = in.name(ColumnId::name).value_or("");
    row.kind = in.name(ColumnId::kind).value_or("");
    row.parent_code = in.code(ColumnId::parent_code);
    return row;
}

template <>
SuccessionRow read_row(RowReader& in) {
    SuccessionRow row;
    row.at = in.origin();
    row.old_code = in.code(ColumnId::old_code).value_or("");
    row.old_name = in.name(ColumnId::old_name);
    row.new_code = in.code(ColumnId::new_code);
    row.new_name = in.name(ColumnId::new_name);
    row.share = in.choice<Share>(ColumnId::share);
    return row;
}

}  // namespace lth::sheet
