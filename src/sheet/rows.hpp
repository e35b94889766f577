// Typed rows of the tables: what stood in the cells, before anything is looked up in books.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/association/accounts.hpp"
#include "core/club/accounts.hpp"
#include "core/club/money_operations.hpp"
#include "core/club/operations.hpp"
#include "core/date.hpp"
#include "core/money.hpp"
#include "sheet/choices.hpp"
#include "sheet/values.hpp"

namespace lth::sheet {

/// Where a row stood. Sheet counts from 0 in the workbook, row from 1 as its reader counts.
struct Origin {
    std::uint32_t sheet = 0;
    std::uint32_t row = 0;

    friend auto operator<=>(const Origin&, const Origin&) = default;
};

using Text = std::optional<std::string>;
using Number = std::optional<std::int64_t>;
using Amount = std::optional<core::Money>;
using Day = std::optional<core::Date>;

/// How a row names its club; names and codes as typed.
struct ClubName {
    Text district;
    Text commune;
    std::string club;
};

struct RegisterRow {
    Origin at;
    Text id;
    Text district;  // name or code
    Text commune;   // name or code
    std::vector<std::string> villages;
    std::string name;
    Text programme;
    Text decision_number;
    Day decision_date;
    Day launched;
    Number members;
    Number elderly;
    Number women;
    Number hardship;
    Number ethnic_minority;
    Number volunteers;
    Amount start_capital;
    Amount capital;
    Amount loans_outstanding;
    Number borrowers_ever;
    Number borrowers_year;
    Number borrowers_owing;
    Number meetings_year;
    std::optional<core::club::Band> rating;
    Day as_of;
};

struct ClubRow {
    Origin at;
    Text id;
    Text district;
    Text commune;
    std::vector<std::string> villages;
    std::string name;
    Text seat_village;
    Text programme;
    Text decision_number;
    Day decision_date;
    Day launched;
    Amount start_capital;
    Day as_of;  // of a register's figures, which are not read
};

struct MemberRow {
    Origin at;
    Text id;
    ClubName club;
    std::string name;
    std::optional<Birth> birth;
    std::optional<core::club::Sex> sex;
    std::optional<core::club::Hardship> hardship;
    Text village;
    Day joined;
    Day left;
    std::optional<core::club::Leaving> left_reason;
    std::optional<core::club::BoardRole> role;
    Text phone;
    std::optional<bool> borrowed_before;
};

/// What a club's two funds held on the day its book is opened.
struct FundsRow {
    Origin at;
    Text id;
    ClubName club;
    core::Date as_of;
    Amount income_cash;
    Amount income_bank;
    Amount capitalised_interest;
    Amount reserve;
    Amount operating_cash;
    Amount operating_bank;
    Amount board_allowance;
};

struct CapitalRow {
    Origin at;
    Text id;
    ClubName club;
    core::club::Source source = core::club::Source::unknown;
    Text member;  // of a refundable share
    std::optional<Birth> birth;
    core::Money amount;
};

struct LoanRow {
    Origin at;
    Text id;
    ClubName club;
    std::string member;
    std::optional<Birth> birth;
    core::Date disbursed_on;
    core::Money principal;
    core::Money outstanding;
    std::optional<core::Month> interest_paid_through;
    Number months;
    Number rate_ppm;  // a month
    std::optional<core::club::LoanBase> base;
    std::optional<core::club::LoanMethod> method;
    Number grace_months;
    std::optional<core::club::LoanPurpose> purpose;
};

struct RulesRow {
    Origin at;
    Text id;
    ClubName club;
    core::Date from;
    Number meeting_day;  // of the month
    Amount dues;         // a month and member
    Number rate_ppm;     // a month
    Number months;
    std::optional<core::club::LoanBase> base;
    std::optional<core::club::LoanMethod> method;
    Number grace_months;
    Amount rounding;
    Amount max_loan;
    Number share_income_ppm;
    Number share_operating_ppm;
    Number share_board_ppm;
    Number share_reserve_ppm;
};

struct ClaimRow {
    Origin at;
    Text id;
    std::string document;
    core::Date date;
    std::string measure;
    Relation relation = Relation::eq;
    std::optional<Quantity> value;  // empty with Relation::words only
    Text words;
};

struct FundYearRow {
    Origin at;
    Text id;
    std::string unit;  // name or code
    std::int32_t year = 0;
    std::optional<core::association::CareLevel> level;
    Amount received_money;  // from outside
    Amount received_goods;
    Amount spent;
    Amount club_support;  // of `spent`
    Amount transferred_in;
    Amount transferred_out;
    Amount balance;  // on 31 December
};

struct UnitRow {
    Origin at;
    std::string code;
    std::string name;
    std::string kind;  // as written: what "Thành phố" means depends on the parent
    Text parent_code;
};

struct SuccessionRow {
    Origin at;
    std::string old_code;
    Text old_name;
    Text new_code;  // empty: not known
    Text new_name;
    std::optional<Share> share;  // empty: not known
};

}  // namespace lth::sheet
