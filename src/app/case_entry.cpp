#include "app/case_entry.hpp"

#include <algorithm>
#include <ranges>

#include "core/sha256.hpp"
#include "json/club_body.hpp"

namespace lth::app {
namespace {

using core::club::ClubOp;
using core::club::MeetingHeld;
using core::club::MeetingKind;

template <class What>
bool is(const ClubOp& op) {
    return std::holds_alternative<What>(op.what);
}

// A reversal is not reversed, what is erased stays so, and a file is found by its digest.
bool can_be_undone(const ClubOp& op) {
    return !is<core::OpReversed>(op) && !is<core::PrivateErased>(op) &&
           !is<core::AttachmentAdded>(op);
}

}  // namespace

core::EntryId id_in_place_of(const core::BookId& book, const core::EntryId& sent) {
    return core::EntryId(make_uuid8(core::sha256("LTH-O1" + to_text(book) + to_text(sent))));
}

std::uint64_t seq_of_meeting(const core::club::Club& club, const core::Entry& entry) {
    const auto ops = json::read_club_ops(entry.body, entry.parts);
    if (!ops) return 0;
    for (const auto& op : *ops) {
        const auto* held = std::get_if<MeetingHeld>(&op.what);
        if (held == nullptr || held->kind != MeetingKind::regular) continue;
        for (const auto& meeting : club.meetings) {
            const bool same = meeting.held.meeting == held->meeting ||
                              (meeting.held.kind == MeetingKind::regular && meeting.on == op.on);
            if (same && is_live(club, meeting.op)) return club.ops[meeting.op].seq;
        }
    }
    return 0;
}

std::vector<std::uint64_t> live_ops(const core::club::Club& club, std::uint64_t seq) {
    std::vector<std::uint64_t> live;
    const auto [first, last] =
        std::ranges::equal_range(club.ops, seq, {}, &core::club::OpRecord::seq);
    for (const auto& op : std::ranges::subrange(first, last)) {
        if (op.live) live.push_back(op.op_index);
    }
    return live;
}

core::Result<EntryRest> without(const core::Entry& entry,
                                const std::vector<std::uint64_t>& dropped) {
    auto ops = json::read_club_ops(entry.body, entry.parts);
    if (!ops) return std::unexpected(std::move(ops.error()));
    std::vector<ClubOp> left;
    std::uint64_t found = 0;
    EntryRest rest;
    for (std::uint64_t place = 0; place < ops->size(); ++place) {
        if (std::ranges::find(dropped, place) != dropped.end()) {
            ++found;
            continue;
        }
        // Parts are numbered in the order in which they are named, without gaps.
        auto& op = left.emplace_back(std::move((*ops)[place]));
        for (auto& number : op.parts) {
            auto& part = rest.parts.emplace_back(entry.parts[number - 1U]);
            number = part.number = static_cast<std::uint16_t>(rest.parts.size());
        }
    }
    if (found == 0 || found != dropped.size() || left.empty()) {
        return core::reject("entry.wrong_type", "dropped",
                            {{"key", "dropped"},
                             {"op", "case"},
                             {"expected", "[0 … " + std::to_string(ops->size() - 1) + "]"}});
    }
    rest.body = json::write_body(left);
    return rest;
}

core::Result<std::string> as_extra_meeting(const core::Entry& entry) {
    auto ops = json::read_club_ops(entry.body, entry.parts);
    if (!ops) return std::unexpected(std::move(ops.error()));
    bool found = false;
    for (auto& op : *ops) {
        auto* held = std::get_if<MeetingHeld>(&op.what);
        if (held == nullptr || held->kind != MeetingKind::regular) continue;
        held->kind = MeetingKind::extra;
        found = true;
    }
    if (!found) return core::reject("sync.case.no_meeting", "choice");
    return json::write_body(*ops);
}

core::Result<std::string> in_place_of(const core::Entry& entry, const StandingEntry& stands,
                                      std::optional<core::Date> closed_until, core::Date today) {
    auto ops = json::read_club_ops(entry.body, entry.parts);
    if (!ops) return std::unexpected(std::move(ops.error()));
    const auto& standing = stands.entry.entry;
    const auto undone = json::read_club_ops(standing.body, standing.parts);
    if (!undone) return std::unexpected(undone.error());
    // The last first: later operations of an entry may depend on earlier ones.
    std::vector<ClubOp> body;
    for (const auto index : std::views::reverse(stands.live)) {
        const auto& op = (*undone)[index];
        if (!can_be_undone(op)) continue;
        const bool closed = closed_until && op.on <= *closed_until;
        body.push_back({.on = closed ? today : op.on,
                        .parts = {},
                        .what = core::OpReversed{.entry_id = standing.entry_id,
                                                 .op_index = {static_cast<std::int64_t>(index)}}});
    }
    body.insert(body.end(), std::make_move_iterator(ops->begin()),
                std::make_move_iterator(ops->end()));
    return json::write_body(body);
}

}  // namespace lth::app
