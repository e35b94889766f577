#include "wasm/check.hpp"

#include <algorithm>

#include "core/club/cash_pages.hpp"
#include "core/entry_code.hpp"
#include "json/club_body.hpp"

namespace lth::wasm {
namespace {

using core::club::ClubOp;
using core::replica::BookReplica;

std::vector<ClubOp> ops_of(const core::Entry& entry) {
    auto ops = json::read_club_ops(entry.body, entry.parts);
    return ops ? std::move(*ops) : std::vector<ClubOp>();
}

void tell_content(CheckPage& page, const BookReplica& book, const core::Entry& entry) {
    const auto ops = ops_of(entry);
    if (!ops.empty()) page.on = ops.front().on;
    for (const auto& op : ops) {
        const auto* held = std::get_if<core::club::MeetingHeld>(&op.what);
        if (held == nullptr) continue;
        page.on = op.on;
        page.present = held->present ? core::Count{static_cast<std::int64_t>(held->present->size())}
                                     : held->present_count;
    }
    const auto totals = entry_totals(book.shown(), page.seq);
    page.money_in = totals.money_in;
    page.money_out = totals.money_out;
}

// The confirmed entry that reversed an operation.
void tell_reversal(ReversedOp& reversed, const BookReplica& book, const core::EntryId& entry_id,
                   std::uint64_t seq) {
    for (const auto& later : book.entries()) {
        if (later.seal.seq <= seq) continue;
        for (const auto& op : ops_of(later.entry)) {
            const auto* undone = std::get_if<core::OpReversed>(&op.what);
            if (undone == nullptr || undone->entry_id != entry_id ||
                undone->op_index != reversed.op_index)
                continue;
            reversed.on = op.on;
            reversed.by_seq = core::Count{static_cast<std::int64_t>(later.seal.seq)};
            reversed.known = true;
        }
    }
}

void tell_reversals(CheckPage& page, const BookReplica& book, const core::Entry& entry) {
    const auto& ops = book.confirmed().ops;
    auto op = std::ranges::lower_bound(ops, page.seq, {}, &core::club::OpRecord::seq);
    for (; op != ops.end() && op->seq == page.seq; ++op) {
        if (op->live) continue;
        ReversedOp reversed{.op_index = core::Count{op->op_index},
                            .op = std::string(core::club::op_name(op->kind)),
                            .on = op->on,
                            .by_seq = {},
                            .known = false};
        tell_reversal(reversed, book, entry.entry_id, page.seq);
        page.reversed.push_back(std::move(reversed));
    }
}

bool has_code(const core::Entry& entry, const std::string& code) {
    return core::entry_code(entry_digest(entry)) == code;
}

}  // namespace

CheckPage check_code(const BookReplica& book, const std::string& code) {
    CheckPage page;
    page.code = code;
    page.entries = book.head().last_seq;
    for (const auto& sealed : book.entries()) {
        if (!has_code(sealed.entry, code)) continue;
        page.seq = sealed.seal.seq;
        page.received_at = sealed.seal.received_at;
        tell_content(page, book, sealed.entry);
        tell_reversals(page, book, sealed.entry);
        page.found = page.reversed.empty() ? CodeFound::stands : CodeFound::corrected;
        return page;
    }
    auto seq = page.entries;
    for (const auto& [number, pending] : book.pending()) {
        if (pending.withdrawing) continue;
        ++seq;
        if (!has_code(pending.offered.entry, code)) continue;
        page.seq = seq;
        page.found = CodeFound::pending;
        tell_content(page, book, pending.offered.entry);
        return page;
    }
    return page;
}

}  // namespace lth::wasm
