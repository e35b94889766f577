#include "app/ledger_journal.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace lth::app {

std::string journal_account(core::club::Account account) {
    std::string root = "equity:";
    if (is_asset(account)) root = "assets:";
    if (account == core::club::Account::operating_advances) root = "liabilities:";
    return root + std::string(full_name(account));
}

std::string ledger_journal(const core::club::Club& club) {
    std::vector<std::size_t> order(club.ops.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair{club.ops[i].on, i}; });
    std::string text;
    for (const auto i : order) {
        const auto& op = club.ops[i];
        if (op.posting_count == 0) continue;
        text += core::to_text(op.on) + " " + std::string(core::club::op_name(op.kind)) + "  ; " +
                std::to_string(op.seq) + "." + std::to_string(op.op_index) + "\n";
        for (std::uint32_t p = 0; p < op.posting_count; ++p) {
            const auto& posting = club.postings[op.first_posting + p];
            text += "    " + journal_account(posting.account) + "  " +
                    std::to_string(posting.amount.dong) + " VND\n";
        }
        text += "\n";
    }
    return text;
}

}  // namespace lth::app
