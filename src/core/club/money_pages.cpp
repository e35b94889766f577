#include "core/club/money_pages.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/club/check.hpp"
#include "core/sort.hpp"

namespace lth::core::club {
namespace {

std::optional<NegativeLine> negative_line(const Club& club, Date until) {
    const auto found = negative_day(club, until);
    if (!found) return std::nullopt;
    return NegativeLine{found->day, std::string(full_name(found->account)), found->amount};
}

// Whatever its date: an entry dated back moves what stands today.
std::map<LoanId, LoanLine> loans_by_id(const Club& club, Date on) {
    std::map<LoanId, LoanLine> loans;
    for (auto& line : loan_lines(club, on)) loans.emplace(line.loan, std::move(line));
    return loans;
}

std::vector<LoanChange> loan_changes(const Club& before, const Club& after, Date on) {
    auto old = loans_by_id(before, on);
    std::vector<LoanChange> changes;
    for (auto& [id, now] : loans_by_id(after, on)) {
        const auto was = old.find(id);
        if (was == old.end()) {
            changes.push_back({std::nullopt, now});
            continue;
        }
        if (was->second != now) changes.push_back({was->second, now});
        old.erase(was);
    }
    for (auto& [id, was] : old) changes.push_back({was, std::nullopt});
    return changes;
}

bool same(const std::optional<NegativeLine>& one, const std::optional<NegativeLine>& other) {
    return one && other && one->on == other->on && one->account == other->account &&
           one->amount == other->amount;
}

}  // namespace

FundsPage funds_page(const Club& club, Date on) {
    const auto balances = balances_on(club, on);
    FundsPage page{.on = on,
                   .accounts = {},
                   .book_opened = book_opened_on(club),
                   .closed_until = closed_until(club),
                   .negative = negative_line(club, on)};
    for (std::size_t i = 0; i < account_count; ++i) {
        const auto account = static_cast<Account>(i);
        if (balances[i] == Money{}) continue;
        page.accounts.push_back({std::string(full_name(account)), natural(account, balances[i])});
    }
    return page;
}

AccountPage account_page(const Club& club, Account account, Days days) {
    AccountPage page;
    for (const auto& op : club.ops) {
        if (op.on > days.until) continue;
        Money moved;
        for (std::uint32_t p = 0; p < op.posting_count; ++p) {
            const auto& posting = club.postings[op.first_posting + p];
            if (posting.account == account) moved += natural(account, posting.amount);
        }
        if (op.on < days.from) {
            page.before += moved;
        } else if (moved != Money{}) {
            page.moves.push_back({.on = op.on,
                                  .seq = Count{op.seq},
                                  .op_index = Count{op.op_index},
                                  .op = std::string(op_name(op.kind)),
                                  .live = op.live,
                                  .amount = moved,
                                  .balance = {}});
        }
    }
    sort_list(page.moves, {}, [](const AccountMove& move) {
        return std::tuple(move.on, move.seq.value, move.op_index.value);
    });
    page.after = page.before;
    for (auto& move : page.moves) {
        page.after += move.amount;
        move.balance = page.after;
    }
    return page;
}

Difference difference(const Club& before, const Club& after, Date on) {
    Difference found;
    for (std::size_t i = 0; i < account_count; ++i) {
        const auto account = static_cast<Account>(i);
        if (before.balances[i] == after.balances[i]) continue;
        found.accounts.push_back({std::string(full_name(account)),
                                  natural(account, before.balances[i]),
                                  natural(account, after.balances[i])});
    }
    found.loans = loan_changes(before, after, on);
    auto negative = negative_line(after, on);
    if (!same(negative, negative_line(before, on))) found.negative = std::move(negative);
    return found;
}

}  // namespace lth::core::club
