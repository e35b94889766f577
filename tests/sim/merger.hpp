// A merger in the simulation, as the desk of handovers writes it: the giving half with the end of
// the club, then the taking half in the other book.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "app/estate.hpp"
#include "json/club_body.hpp"

namespace lth::sim {

using core::club::Club;
using core::club::ClubOp;

inline bool may_merge(const Club& club) {
    using enum core::club::Status;
    const auto status = status_on(club, core::last_date);
    return status == active || status == suspended || status == closing;
}

/// All that the club has goes to the other one, and nothing is left of it.
inline std::vector<ClubOp> giving_half(const Club& club, const core::BookId& to,
                                       core::HandoverId handover, core::Date day) {
    std::vector<ClubOp> ops;
    if (status_on(club, core::last_date) != core::club::Status::closing) {
        ops.push_back({day, {}, core::club::ClubClosing{}});
    }
    auto estate = app::whole_estate(club, day);
    estate.handover = handover;
    estate.to = to;
    estate.decision = {"15/QĐ-UBND"};
    const bool empty = estate.accounts.empty() && estate.loans.empty() && estate.members.empty();
    if (!empty) ops.push_back({day, {}, std::move(estate)});
    ops.push_back({day, {}, core::club::ClubMerged{.into = to, .decision = {{"15/QĐ-UBND"}}}});
    return ops;
}

/// Of the first handover that the other book has not taken; empty if it has taken all.
inline std::vector<ClubOp> taking_half(const Club& giving, const core::BookId& from,
                                       const Club& taking, core::Date day) {
    for (const auto& given : giving.handed_over) {
        const bool taken = std::ranges::any_of(taking.taken_over, [&](const auto& half) {
            return half.what.handover == given.what.handover;
        });
        if (is_live(giving, given.op) && !taken) {
            return app::taking_half(giving, from, given.what, day);
        }
    }
    return {};
}

}  // namespace lth::sim
