#include "intake/opening.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "app/folds.hpp"

namespace lth::intake {
namespace {

using namespace core::club;

bool is_live_op(const Club& club, const core::EntryId& entry, std::size_t index) {
    const auto at = club.entry_index.find(entry);
    return at != club.entry_index.end() && is_live(club, at->second + static_cast<OpIndex>(index));
}

void take(Openings& openings, const ClubOp& op) {
    if (std::holds_alternative<BookOpened>(op.what)) openings.opened_on = op.on;
    if (const auto* b = std::get_if<BalanceOpened>(&op.what)) openings.balances.push_back({*b, {}});
    if (const auto* l = std::get_if<LoanOpened>(&op.what)) openings.loans.push_back({*l, {}});
    if (const auto* r = std::get_if<RulesSet>(&op.what)) openings.rules.push_back(*r);
}

/// Sums by account and member: two rows of one account are one balance. What the operating fund
/// owns by origin follows from the rest and stands in no sheet.
auto totals(const Openings& openings) {
    std::map<std::tuple<Fund, std::string, std::optional<core::MemberId>>, core::Money> sums;
    for (const auto& [what, at] : openings.balances) {
        if (what.account.value.starts_with("balance:")) continue;
        sums[{what.fund, what.account.value, what.member}] += what.amount;
    }
    std::erase_if(sums, [](const auto& sum) { return sum.second == core::Money{}; });
    return sums;
}

auto loan_keys(const Openings& openings) {
    std::vector<
        std::tuple<core::MemberId, core::Date, core::Money, core::Money, std::optional<core::Date>>>
        keys;
    keys.reserve(openings.loans.size());
    for (const auto& [what, at] : openings.loans) {
        keys.emplace_back(what.member, what.disbursed_on, what.principal, what.outstanding,
                          what.interest_paid_through);
    }
    std::ranges::sort(keys);
    return keys;
}

}  // namespace

Openings stated_openings(app::Store& store, const app::Book& book, const core::BookId& id) {
    Openings openings;
    const auto* fold = book.as<app::ClubFold>();
    if (fold == nullptr) return openings;
    std::uint64_t after = 0;
    for (;;) {
        const auto page = store.entries(id, after, {});
        if (page.empty()) return openings;
        after = page.back().seal.seq;
        for (const auto& sealed : page) {
            const auto ops = app::stored_club_ops(sealed);
            for (std::size_t i = 0; i < ops.size(); ++i) {
                if (is_live_op(fold->club, sealed.entry.entry_id, i)) take(openings, ops[i]);
            }
        }
    }
}

bool same(const Openings& a, const Openings& b) {
    return totals(a) == totals(b) && loan_keys(a) == loan_keys(b);
}

bool same(const RulesSet& a, const RulesSet& b) {
    return a.from == b.from && a.meeting_day == b.meeting_day && a.dues == b.dues &&
           a.split == b.split && a.unit == b.unit && a.terms == b.terms && a.limits == b.limits;
}

}  // namespace lth::intake
