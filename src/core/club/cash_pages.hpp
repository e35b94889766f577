// What is printed of the money of a club: vouchers with their numbers, and the cash book.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/club/club.hpp"

namespace lth::core::club {

enum class VoucherKind : std::uint8_t { receipt, payment };
BOOST_DESCRIBE_ENUM(VoucherKind, receipt, payment)

/// Cash of one fund that an operation brought in or took out. Opening balances are no vouchers, and
/// neither is a reversal: the number it takes back stays, "hủy".
struct VoucherLine {
    Count seq;
    Count op_index;
    Date on;
    std::string op;
    Fund fund = Fund::income;
    VoucherKind kind = VoucherKind::receipt;
    std::optional<Count> number;  // the n-th of kind, fund and year in seq order; none if pending
    Money amount;
    bool live = true;
};
BOOST_DESCRIBE_STRUCT(VoucherLine, (), (seq, op_index, on, op, fund, kind, number, amount, live))
/// Of the operations dated `from` … `until`, in seq order; confirmed are the entries up to
/// `confirmed`.
[[nodiscard]] std::vector<VoucherLine> voucher_lines(const Club& club, std::uint64_t confirmed,
                                                     Date from, Date until);

struct CashBookLine {
    Count seq;
    Count op_index;
    Date on;
    std::string op;
    bool live = true;
    Money money_in;
    Money money_out;
    Money balance;  // after it
};
BOOST_DESCRIBE_STRUCT(CashBookLine, (), (seq, op_index, on, op, live, money_in, money_out, balance))

/// A fund's share of the box or of the bank account in a month.
struct CashBookPage {
    Money opening;
    Money money_in;
    Money money_out;
    Money closing;
    std::vector<CashBookLine> lines;
};
BOOST_DESCRIBE_STRUCT(CashBookPage, (), (opening, money_in, money_out, closing, lines))
[[nodiscard]] CashBookPage cash_book(const Club& club, Fund fund, Box box, Month month);

/// Cash and bank of both funds that an entry moved, deposits and withdrawals left out.
struct EntryTotals {
    Money money_in;
    Money money_out;
};
[[nodiscard]] EntryTotals entry_totals(const Club& club, std::uint64_t seq);

}  // namespace lth::core::club
