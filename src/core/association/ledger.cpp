#include "core/association/ledger.hpp"

#include "core/association/keys.hpp"

namespace lth::core::association {
namespace {

// Adds without overflow: amounts of a forged history are kept within what the type can hold.
Money clamped_sum(Money a, Money b) {
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(a.dong, b.dong, &sum)) return {sum};
    return {a.dong > 0 ? max_dong : -max_dong};
}

std::vector<Posting> postings_of(const CareOpened& op) {
    std::vector<Posting> postings;
    Money rest;
    const auto post = [&](Account account, Money amount) {
        if (amount == Money{}) return;
        postings.push_back({account, amount});
        rest = clamped_sum(rest, -amount);
    };
    post(held(op.level, CareForm::cash), op.cash);
    post(held(op.level, CareForm::bank), op.bank);
    post(held(op.level, CareForm::goods), op.goods);
    post(owned(op.level, std::nullopt), -op.free);
    for (const auto& bound : op.bound) post(owned(op.level, bound.purpose), -bound.amount);
    if (rest != Money{}) postings.push_back({opening(op.level), rest});
    return postings;
}

std::vector<Posting> postings_of(const CareBalanceExplained& op) {
    return {{opening(op.level), op.amount}, {owned(op.level, op.bound_to), -op.amount}};
}

std::vector<Posting> postings_of(const CareMoved& op) {
    const auto to = op.from == CareForm::cash ? CareForm::bank : CareForm::cash;
    return {{held(op.level, to), op.amount}, {held(op.level, op.from), -op.amount}};
}

CareFlow flow_of(CarePurpose purpose) {
    if (purpose == CarePurpose::club_founding) return CareFlow::spent_club_founding;
    if (purpose == CarePurpose::club_management) return CareFlow::spent_club_management;
    return CareFlow::spent_other;
}

template <class What>
Flow flow(CareFlow kind, const What& op) {
    return {kind, op.level, op.account, op.amount, op.bound_to, 0};
}

}  // namespace

std::optional<Flow> flow_of(const Association& book, const AssociationWhat& what) {
    return std::visit(
        [&](const auto& op) -> std::optional<Flow> {
            using What = std::decay_t<decltype(op)>;
            if constexpr (std::is_same_v<What, CareReceived>) {
                return flow(CareFlow::received, op);
            } else if constexpr (std::is_same_v<What, CareSpent>) {
                return flow(flow_of(op.purpose), op);
            } else if constexpr (std::is_same_v<What, CareGranted>) {
                return flow(CareFlow::granted, op);
            } else if constexpr (std::is_same_v<What, CareTransferredOut>) {
                return flow(CareFlow::transferred_out, op);
            } else if constexpr (std::is_same_v<What, CareTransferredIn>) {
                return flow(CareFlow::transferred_in, op);
            } else if constexpr (std::is_same_v<What, CareGrantReturned>) {
                const OpIndex grant = find_grant(book, op.grant);
                if (grant == no_op) return std::nullopt;
                const auto& granted = std::get<CareGranted>(book.ops[grant].what);
                return Flow{CareFlow::grant_returned,
                            granted.level,
                            op.account,
                            op.amount,
                            granted.bound_to,
                            0};
            } else {
                return std::nullopt;
            }
        },
        what);
}

std::vector<Posting> postings_of(const Association& book, const AssociationWhat& what) {
    if (const auto* op = std::get_if<CareOpened>(&what)) return postings_of(*op);
    if (const auto* op = std::get_if<CareBalanceExplained>(&what)) return postings_of(*op);
    if (const auto* op = std::get_if<CareMoved>(&what)) return postings_of(*op);
    const auto moved = flow_of(book, what);
    if (!moved) return {};
    const Money in = is_inflow(moved->flow) ? moved->amount : -moved->amount;
    return {{held(moved->level, moved->form), in}, {owned(moved->level, moved->bound_to), -in}};
}

}  // namespace lth::core::association
