#include "core/club/cash_pages.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "core/sort.hpp"

namespace lth::core::club {
namespace {

std::span<const Posting> postings_of(const Club& club, const OpRecord& op) {
    return std::span(club.postings).subspan(op.first_posting, op.posting_count);
}

Money posted_to(const Club& club, const OpRecord& op, Account account) {
    Money sum;
    for (const auto& posting : postings_of(club, op)) {
        if (posting.account == account) sum += posting.amount;
    }
    return sum;
}

// The first operation of the entries from `seq` on.
auto ops_from(const Club& club, std::uint64_t seq) {
    return std::ranges::lower_bound(club.ops, seq, {}, &OpRecord::seq);
}

bool has_voucher(const OpRecord& op) {
    return op.kind != kind_of<BalanceOpened> && op.kind != kind_of<OpReversed>;
}

}  // namespace

std::vector<VoucherLine> voucher_lines(const Club& club, std::uint64_t confirmed, Date from,
                                       Date until) {
    std::map<std::tuple<int, Fund, VoucherKind>, std::int64_t> numbers;
    std::vector<VoucherLine> lines;
    for (const auto& op : club.ops) {
        if (!has_voucher(op)) continue;
        for (const auto fund : {Fund::income, Fund::operating}) {
            const auto moved = posted_to(club, op, held(fund, Box::cash));
            if (moved.dong == 0) continue;
            const auto kind = moved.dong > 0 ? VoucherKind::receipt : VoucherKind::payment;
            std::optional<Count> number;
            if (op.seq <= confirmed) number = Count{++numbers[{year_of(op.on), fund, kind}]};
            if (op.on < from || op.on > until) continue;
            lines.push_back({.seq = Count{op.seq},
                             .op_index = Count{op.op_index},
                             .on = op.on,
                             .op = std::string(op_name(op.kind)),
                             .fund = fund,
                             .kind = kind,
                             .number = number,
                             .amount = moved.dong > 0 ? moved : -moved,
                             .live = op.live});
        }
    }
    return lines;
}

CashBookPage cash_book(const Club& club, Fund fund, Box box, Month month) {
    const auto account = held(fund, box);
    CashBookPage page;
    for (const auto& op : club.ops) {
        if (month < month_of(op.on)) continue;
        const auto moved = posted_to(club, op, account);
        if (moved.dong == 0) continue;
        if (month_of(op.on) < month) {
            page.opening += moved;
            continue;
        }
        const Money in = std::max(Money{}, moved);
        page.money_in += in;
        page.money_out += in - moved;
        page.lines.push_back({.seq = Count{op.seq},
                              .op_index = Count{op.op_index},
                              .on = op.on,
                              .op = std::string(op_name(op.kind)),
                              .live = op.live,
                              .money_in = in,
                              .money_out = in - moved,
                              .balance = {}});
    }
    sort_list(page.lines, {}, [](const CashBookLine& line) {
        return std::tuple(line.on, line.seq, line.op_index);
    });
    page.closing = page.opening;
    for (auto& line : page.lines) {
        page.closing += line.money_in - line.money_out;
        line.balance = page.closing;
    }
    return page;
}

EntryTotals entry_totals(const Club& club, std::uint64_t seq) {
    EntryTotals totals;
    for (auto op = ops_from(club, seq); op != club.ops.end() && op->seq == seq; ++op) {
        Money moved;
        for (const auto fund : {Fund::income, Fund::operating}) {
            moved += posted_to(club, *op, held(fund, Box::cash));
            moved += posted_to(club, *op, held(fund, Box::bank));
        }
        const Money in = std::max(Money{}, moved);
        totals.money_in += in;
        totals.money_out += in - moved;
    }
    return totals;
}

}  // namespace lth::core::club
