#include "app/merger.hpp"

#include <set>

namespace lth::app {
namespace {

using core::club::ClubMerged;
using core::club::ClubOp;
using core::club::FundsHandedOver;

/// Clubs that took over from the club, by its book and by the operations before the n-th.
std::set<core::BookId> takers_of(Store& store, const core::club::Club& club,
                                 const std::vector<ClubOp>& ops, std::size_t n) {
    std::set<core::BookId> takers;
    for (const auto& given : club.handed_over) {
        if (is_live(club, given.op)) takers.insert(given.what.to);
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (const auto* given = std::get_if<FundsHandedOver>(&ops[i].what))
            takers.insert(given->to);
    }
    std::erase_if(takers, [&](const core::BookId& taker) {
        const auto info = store.book(taker);
        return !info || info->kind != core::BookKind::club;
    });
    return takers;
}

}  // namespace

std::optional<core::Rejection> refused_merger(Store& store, const Book& book, const Ops& ops) {
    const auto* list = std::get_if<std::vector<ClubOp>>(&ops);
    const auto* fold = book.as<ClubFold>();
    if (list == nullptr || fold == nullptr) return std::nullopt;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto* merged = std::get_if<ClubMerged>(&(*list)[i].what);
        if (merged == nullptr) continue;
        const auto takers = takers_of(store, fold->club, *list, i);
        if (takers.empty() || takers.contains(merged->into)) continue;
        auto no = core::make_rejection("handover.merged_elsewhere", "into");
        no.op_index = static_cast<std::int32_t>(i);
        return no;
    }
    return std::nullopt;
}

}  // namespace lth::app
