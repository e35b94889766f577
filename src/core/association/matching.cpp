#include "core/association/matching.hpp"

#include <algorithm>
#include <utility>

namespace lth::core::association {
namespace {

// Walks two lists sorted by key together; visit(key, left halves, right halves).
template <class Left, class Right, class KeyOf, class Visit>
void merge_by(std::span<const Left> left, std::span<const Right> right, KeyOf key_of, Visit visit) {
    while (!left.empty() || !right.empty()) {
        const bool use_left =
            !left.empty() && (right.empty() || key_of(left.front()) <= key_of(right.front()));
        const auto key = use_left ? key_of(left.front()) : key_of(right.front());
        const auto run = [&](auto rest) {
            std::size_t length = 0;
            while (length < rest.size() && key_of(rest[length]) == key) ++length;
            return rest.first(length);
        };
        const auto lefts = run(left);
        const auto rights = run(right);
        visit(key, lefts, rights);
        left = left.subspan(lefts.size());
        right = right.subspan(rights.size());
    }
}

// The earliest date of the halves; at least one list is not empty.
template <class Left, class Right>
Date since(std::span<const Left> lefts, std::span<const Right> rights) {
    Date first = last_date;
    for (const auto& half : lefts) first = std::min(first, half.on);
    for (const auto& half : rights) first = std::min(first, half.on);
    return first;
}

MatchState state_of(std::span<const FundGrant> funds, std::span<const ClubGrant> clubs) {
    if (funds.size() > 1 || clubs.size() > 1) return MatchState::twice;
    if (clubs.empty()) return MatchState::fund_only;
    if (funds.empty()) return MatchState::club_only;
    const auto& fund = funds.front();
    const auto& club = clubs.front();
    if (fund.club != club.club || fund.to != club.to) return MatchState::wrong_club_or_fund;
    const bool no_value = club.to == GrantTo::goods && club.amount == Money{};
    if (!no_value && (fund.amount != club.amount || fund.returned != club.returned)) {
        return MatchState::amounts_differ;
    }
    return MatchState::matched;
}

TransferState state_of(std::span<const TransferHalf> outs, std::span<const TransferHalf> ins) {
    if (outs.size() > 1 || ins.size() > 1) return TransferState::twice;
    if (ins.empty()) return TransferState::out_only;
    if (outs.empty()) return TransferState::in_only;
    const auto& out = outs.front();
    const auto& in = ins.front();
    const bool same_ends = out.other == in.fund && out.other_level == in.level &&
                           in.other == out.fund && in.other_level == out.level;
    if (!same_ends || out.bound_to != in.bound_to) return TransferState::wrong_fund;
    return out.amount == in.amount ? TransferState::matched : TransferState::amounts_differ;
}

// club::GrantRow::kind
GrantTo grant_to(std::string_view kind) {
    if (kind == "operating") return GrantTo::operating;
    return kind == "goods" ? GrantTo::goods : GrantTo::income;
}

}  // namespace

std::vector<FundGrant> fund_grants(const BookId& fund, std::span<const CareFlowRow> flows) {
    std::vector<FundGrant> grants;
    for (const auto& row : flows) {
        if (!row.live || row.flow != CareFlow::granted) continue;
        grants.push_back({*row.grant, fund, row.level, *row.other, *row.to, row.on, row.amount,
                          Money{}, row.seq, row.op_index});
    }
    std::ranges::sort(grants, {}, &FundGrant::grant);
    for (const auto& row : flows) {
        if (!row.live || row.flow != CareFlow::grant_returned) continue;
        const auto grant = std::ranges::lower_bound(grants, *row.grant, {}, &FundGrant::grant);
        if (grant != grants.end() && grant->grant == *row.grant) grant->returned += row.amount;
    }
    return grants;
}

std::vector<ClubGrant> club_grants(const BookId& club, std::span<const club::GrantRow> rows) {
    std::vector<ClubGrant> grants;
    for (const auto& row : rows) {
        if (!row.live || row.amount.dong < 0) continue;
        grants.push_back({row.grant, club, grant_to(row.kind), row.on, row.amount, Money{}, row.seq,
                          row.op_index});
    }
    std::ranges::sort(grants, {}, [](const ClubGrant& g) { return std::pair(g.grant, g.on); });
    for (const auto& row : rows) {
        if (!row.live || row.amount.dong >= 0) continue;
        const auto grant = std::ranges::lower_bound(grants, row.grant, {}, &ClubGrant::grant);
        if (grant != grants.end() && grant->grant == row.grant) grant->returned -= row.amount;
    }
    return grants;
}

std::vector<GrantMatch> match_grants(std::span<const FundGrant> funds,
                                     std::span<const ClubGrant> clubs) {
    std::vector<GrantMatch> matches;
    merge_by(
        funds, clubs, [](const auto& half) { return half.grant; },
        [&](GrantId grant, std::span<const FundGrant> fund, std::span<const ClubGrant> club) {
            matches.push_back({grant,
                               state_of(fund, club),
                               since(fund, club),
                               {fund.begin(), fund.end()},
                               {club.begin(), club.end()}});
        });
    return matches;
}

std::vector<TransferHalf> transfer_halves(const BookId& fund, CareFlow flow,
                                          std::span<const CareFlowRow> flows) {
    std::vector<TransferHalf> halves;
    for (const auto& row : flows) {
        if (!row.live || row.flow != flow) continue;
        halves.push_back({*row.transfer, fund, row.level, *row.other, *row.other_level,
                          row.bound_to, row.on, row.amount, row.seq, row.op_index});
    }
    std::ranges::sort(halves, {}, &TransferHalf::transfer);
    return halves;
}

std::vector<TransferMatch> match_transfers(std::span<const TransferHalf> outs,
                                           std::span<const TransferHalf> ins) {
    std::vector<TransferMatch> matches;
    using Halves = std::span<const TransferHalf>;
    merge_by(
        outs, ins, [](const TransferHalf& half) { return half.transfer; },
        [&](TransferId transfer, Halves out, Halves in) {
            matches.push_back({transfer,
                               state_of(out, in),
                               since(out, in),
                               {out.begin(), out.end()},
                               {in.begin(), in.end()}});
        });
    return matches;
}

}  // namespace lth::core::association
