#include "app/halves.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace lth::app {
namespace {

using core::association::MatchState;

// By the units on the map, the books of a list: a unit's own before one that came to it.
class BooksOver {
public:
    BooksOver(const MattersFrom& from, std::span<const core::BookId> books) : from_(from) {
        const auto& associations = from.facts.folds().associations;
        for (const auto& book : books) {
            const auto found = associations.find(book);
            if (found == associations.end()) continue;
            const auto unit = core::association::association_row(found->second).unit;
            const auto node = unit ? node_of(from, *unit) : facts::no_node;
            if (node == facts::no_node) continue;
            const bool own = from.ground.view.units[node].id == unit;
            if (own || !books_.contains(node)) books_[node] = book;
        }
    }

    /// The nearest above the club's seat.
    [[nodiscard]] std::optional<core::BookId> over(const core::BookId& club) const {
        const auto& cube = from_.facts.cube();
        const auto number = cube.find(club);
        if (!number) return std::nullopt;
        auto node = facts::seat_on(cube, from_.ground, *number, from_.on);
        for (; node != facts::no_node; node = from_.ground.view.units[node].parent) {
            const auto found = books_.find(node);
            if (found != books_.end()) return found->second;
        }
        return std::nullopt;
    }

private:
    const MattersFrom& from_;
    std::map<facts::Node, core::BookId> books_;
};

}  // namespace

Halves::Halves(const MattersFrom& from) : from_(from) {
    using core::association::CareFlow;
    std::vector<core::association::FundGrant> funds;
    std::vector<core::association::ClubGrant> clubs;
    std::vector<core::association::TransferHalf> outs;
    std::vector<core::association::TransferHalf> ins;
    const auto append = [](auto& all, auto&& some) {
        all.insert(all.end(), some.begin(), some.end());
    };
    for (const auto& care : from.facts.care()) {
        append(funds, core::association::fund_grants(care.id, care.flows));
        append(outs, transfer_halves(care.id, CareFlow::transferred_out, care.flows));
        append(ins, transfer_halves(care.id, CareFlow::transferred_in, care.flows));
    }
    // What a club left has its other half in the club's book: no fund owes one.
    std::erase_if(ins,
                  [&](const auto& half) { return from.facts.cube().find(half.other).has_value(); });
    for (const auto& [club, grants] : from.facts.club_grants()) append(clubs, grants);
    std::ranges::sort(funds, {}, [](const auto& half) { return std::pair(half.grant, half.fund); });
    std::ranges::sort(clubs, {}, [](const auto& half) { return std::pair(half.grant, half.club); });
    const auto by_transfer = [](const auto& half) {
        return std::tuple(half.transfer, half.fund, half.level);
    };
    std::ranges::sort(outs, {}, by_transfer);
    std::ranges::sort(ins, {}, by_transfer);
    grants_ = core::association::match_grants(funds, clubs);
    transfers_ = core::association::match_transfers(outs, ins);
}

const core::association::GrantMatch* Halves::find(core::GrantId grant) const {
    const auto found =
        std::ranges::lower_bound(grants_, grant, {}, &core::association::GrantMatch::grant);
    return found != grants_.end() && found->grant == grant ? &*found : nullptr;
}

const core::association::TransferMatch* Halves::find(core::TransferId transfer) const {
    const auto found = std::ranges::lower_bound(transfers_, transfer, {},
                                                &core::association::TransferMatch::transfer);
    return found != transfers_.end() && found->transfer == transfer ? &*found : nullptr;
}

std::optional<OpenHalf> Halves::at(const core::BookId& book, const core::BookId& sender,
                                   std::uint64_t seq, std::uint32_t op_index) const {
    const auto& in = from_.facts.folds().associations.at(sender);
    const auto place = std::pair(seq, op_index);
    const auto found = std::ranges::find(
        in.ops, place, [](const auto& op) { return std::pair(op.seq, op.op_index); });
    if (found == in.ops.end()) return std::nullopt;
    return OpenHalf{.book = book,
                    .sender = sender,
                    .in = &in,
                    .op = static_cast<core::association::OpIndex>(found - in.ops.begin()),
                    .id = {}};
}

// As if the fund had recorded it.
const core::association::Association& Halves::told_by(const core::association::ClubGrant& half) {
    auto& told = told_by_clubs_.emplace_back();
    core::association::CareGranted granted;
    granted.grant = half.grant;
    granted.club = half.club;
    granted.to = half.to;
    granted.amount = half.amount;
    core::association::OpRecord record;
    record.seq = half.seq;
    record.op_index = half.op_index;
    record.on = half.on;
    record.what = granted;
    told.ops.push_back(std::move(record));
    return told;
}

std::optional<OpenHalf> Halves::grant_at(const core::BookId& book,
                                         const core::association::GrantMatch& match) {
    std::optional<OpenHalf> half;
    if (match.fund.empty()) {
        const auto& by_club = match.club.front();
        half = {.book = book, .sender = by_club.club, .in = &told_by(by_club), .id = {}};
        half->told_by_club = &by_club;
    } else {
        const auto& by_fund = match.fund.front();
        half = at(book, by_fund.fund, by_fund.seq, by_fund.op_index);
    }
    if (half) half->id = {match.grant.value};
    return half;
}

std::vector<OpenHalf> Halves::open_to(std::span<const core::BookId> books) {
    const BooksOver nearest(from_, books);
    const auto is_asked = [&](const core::BookId& book) {
        return std::ranges::binary_search(books, book);
    };
    std::vector<OpenHalf> open;
    for (const auto& match : grants_) {
        if (match.state == MatchState::matched) continue;
        const auto told = [&](const auto& half) { return is_asked(half.fund); };
        if (std::ranges::any_of(match.fund, told)) continue;  // a matter of that book
        // The club that it was given to, and one that says so by mistake.
        std::set<core::BookId> asking;
        const auto ask = [&](const core::BookId& club) {
            if (const auto book = nearest.over(club)) asking.insert(*book);
        };
        for (const auto& half : match.fund) ask(half.club);
        for (const auto& half : match.club) ask(half.club);
        for (const auto& book : asking) {
            if (auto half = grant_at(book, match)) open.push_back(*half);
        }
    }
    for (const auto& match : transfers_) {
        if (!match.out.empty() && !match.in.empty()) continue;
        const auto& half = (match.out.empty() ? match.in : match.out).front();
        if (is_asked(half.fund) || !is_asked(half.other)) continue;
        auto waiting = at(half.other, half.fund, half.seq, half.op_index);
        if (!waiting) continue;
        waiting->id = {match.transfer.value};
        open.push_back(*waiting);
    }
    return open;
}

std::vector<OpenGrant> open_grants(const MattersFrom& from, const core::BookId& club) {
    const Halves halves(from);
    std::vector<OpenGrant> open;
    for (const auto& match : halves.grants()) {
        if (match.state != MatchState::fund_only || match.fund.front().club != club) continue;
        const auto& half = match.fund.front();
        const auto& fund = from.facts.folds().associations.at(half.fund);
        open.push_back({.grant = half.grant,
                        .fund = core::association::association_row(fund).name,
                        .to = half.to,
                        .on = half.on,
                        .amount = half.amount - half.returned});
    }
    std::ranges::sort(open, {}, [](const OpenGrant& one) { return std::pair(one.on, one.grant); });
    return open;
}

}  // namespace lth::app
