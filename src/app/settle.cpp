// What devices offer: every number of a device ends as an entry of the book or as a case.
#include <algorithm>
#include <utility>

#include "app/books.hpp"
#include "app/case_entry.hpp"
#include "json/entry.hpp"
#include "json/problem.hpp"

namespace lth::app {
namespace {

using core::replica::CaseState;
using core::replica::Offered;
using core::replica::Verdict;
using core::replica::VerdictKind;
using core::replica::Withdrawn;

Verdict rejected(const core::Rejection& rejection) {
    return {.kind = VerdictKind::rejected, .problem = json::problem_text(rejection)};
}

Verdict too_many() {
    return {.problem = json::problem_text(core::make_rejection("sync.case.too_many"))};
}

const SyncCase* find_case(std::span<const SyncCase> cases, const core::EntryId& id) {
    const auto found = std::ranges::find(cases, id, &SyncCase::entry_id);
    return found == cases.end() ? nullptr : &*found;
}

Verdict verdict_of(const SyncCase& kept, const core::Digest& digest) {
    if (kept.entry_digest != digest) {
        return rejected(core::make_rejection("entry.id_used_otherwise", "entry_id"));
    }
    const bool withdrawn = kept.outcome == CaseState::withdrawn;
    return {.kind = withdrawn ? VerdictKind::withdrawn : VerdictKind::rejected,
            .problem = kept.problem};
}

SyncCase case_of(const core::Entry& entry, const Sender& sender, std::string problem,
                 std::int64_t now) {
    return {.book = entry.book_id,
            .entry_id = entry.entry_id,
            .entry_digest = core::entry_digest(entry),
            .device = entry.device,
            .device_seq = entry.device_seq,
            .sent_by = sender.account,
            .line = json::write_unsealed(entry),
            .problem = std::move(problem),
            .opened_at = now};
}

// By its entries and its cases.
UsedNumbers used_numbers(const Book& book, std::span<const SyncCase> cases,
                         const core::DeviceId& device) {
    auto used = book.used_by(device);
    for (const auto& kept : cases) {
        if (kept.device == device) used.insert(kept.device_seq);
    }
    return used;
}

// What an officer has recorded in the place of what was sent.
bool stands_in_place_of(const Book& book, const core::BookId& id, const core::EntryId& sent) {
    return book.seq_of(id_in_place_of(id, sent)) != 0;
}

// What the phone sends in its place would be in the book twice.
bool was_recorded_by_officer(const SyncCase& kept) {
    return kept.outcome == CaseState::replaced && kept.closed_by;
}

/// An earlier number of the device is missing.
bool must_wait(const UsedNumbers& used, std::uint64_t number) {
    return !used.contains(number) && number != used.through + 1;
}

}  // namespace

std::uint64_t settled_through(const Book& book, std::span<const SyncCase> cases,
                              const core::DeviceId& device) {
    return used_numbers(book, cases, device).through;
}

// Nothing if the book has moved meanwhile.
std::optional<Verdict> Books::try_settle(Slot& slot, const Offered& offered, const Sender& sender) {
    const auto& entry = offered.entry;
    if (!catch_up(slot, entry.book_id)) return Verdict{};
    const Book& book = *slot.book;
    const auto cases = store_.case_marks(entry.book_id);
    const auto* mended = offered.replaces ? find_case(cases, *offered.replaces) : nullptr;
    const auto close_replaced = [&] {
        if (mended == nullptr || mended->outcome != CaseState::open) return true;
        auto closed = *mended;
        closed.outcome = CaseState::replaced;
        closed.closed_at = clock_.now_ms();
        closed.replaced_by = entry.entry_id;
        return store_.put_case(closed, slot.book->head()) == Appended::done;
    };
    if (book.seq_of(entry.entry_id) != 0) {
        const auto same = same_again(book, entry);
        if (!same) return rejected(same.error());
        if (!close_replaced()) return std::nullopt;
        return Verdict{.kind = VerdictKind::accepted, .seq = same->seq};
    }
    if (const auto* kept = find_case(cases, entry.entry_id)) {
        return verdict_of(*kept, core::entry_digest(entry));
    }
    const auto used = used_numbers(book, cases, entry.device);
    if (must_wait(used, entry.device_seq)) return Verdict{};
    const auto head = book.head();
    core::Result<std::optional<Receipt>> recorded = std::nullopt;
    if (used.contains(entry.device_seq)) {
        recorded = core::reject("entry.device_seq_used", "device_seq",
                                {{"device_seq", std::to_string(entry.device_seq)}});
    } else if (stands_in_place_of(book, entry.book_id, entry.entry_id) ||
               (offered.replaces && stands_in_place_of(book, entry.book_id, *offered.replaces)) ||
               (mended != nullptr && was_recorded_by_officer(*mended))) {
        // The first two also after a restored backup has forgotten the case.
        recorded = core::reject("sync.case.replaced", "replaces");
    } else if (mended != nullptr &&
               mended->replaced_by.value_or(entry.entry_id) != entry.entry_id) {
        recorded = core::reject("sync.case.closed", "replaces");  // by another tap
    } else {
        recorded = try_record(slot, entry, sender);
    }
    if (recorded) {
        if (!*recorded || !close_replaced()) return std::nullopt;
        return Verdict{.kind = VerdictKind::accepted, .seq = (*recorded)->seq};
    }
    auto verdict = rejected(recorded.error());
    const auto kept = case_of(entry, sender, verdict.problem, clock_.now_ms());
    const bool ends_one = mended != nullptr && mended->outcome == CaseState::open;
    if (!has_room(kept, ends_one ? 1 : 0)) return too_many();
    // What it was to mend waits no longer: this one does. First, so that a lost answer mends it.
    if (!close_replaced()) return std::nullopt;
    if (store_.put_case(kept, head) != Appended::done) return std::nullopt;
    return verdict;
}

std::optional<Verdict> Books::try_settle(Slot& slot, const Withdrawn& withdrawn,
                                         const Sender& sender) {
    if (!catch_up(slot, withdrawn.book)) return Verdict{};
    const Book& book = *slot.book;
    if (const auto seq = book.seq_of(withdrawn.entry_id); seq != 0) {
        return Verdict{.kind = VerdictKind::accepted, .seq = seq};
    }
    const auto cases = store_.case_marks(withdrawn.book);
    SyncCase kept{.book = withdrawn.book,
                  .entry_id = withdrawn.entry_id,
                  .entry_digest = withdrawn.entry_digest,
                  .device = sender.device,
                  .device_seq = withdrawn.device_seq,
                  .sent_by = sender.account,
                  .line = {},
                  .problem = {},
                  .opened_at = clock_.now_ms(),
                  .outcome = CaseState::withdrawn,
                  .closed_at = clock_.now_ms()};
    if (const auto* known = find_case(cases, withdrawn.entry_id)) {
        if (known->outcome != CaseState::open) return Verdict{.kind = VerdictKind::withdrawn};
        kept = *known;
        kept.outcome = CaseState::withdrawn;
        kept.closed_at = clock_.now_ms();
    } else if (must_wait(used_numbers(book, cases, sender.device), withdrawn.device_seq)) {
        return Verdict{};
    } else if (!has_room(kept, 0)) {
        return too_many();
    }
    if (store_.put_case(kept, book.head()) != Appended::done) return std::nullopt;
    return Verdict{.kind = VerdictKind::withdrawn};
}

// What is kept is kept for ever: beyond the limits nothing is settled, so that no verdict is taken
// back when there is room again.
bool Books::has_room(const SyncCase& kept, std::uint64_t ends) {
    const auto load = store_.case_load(kept.book, kept.sent_by);
    const bool opens = kept.outcome == CaseState::open;
    if (opens && load.open >= case_limits_.open + ends) return false;
    const auto bytes = load.chars + kept.line.size() + (load.kept + 1) * case_limits_.row_bytes;
    return bytes <= case_limits_.bytes;
}

template <class Sent>
Verdict Books::settle_in_turn(const core::BookId& book, const Sent& sent, const Sender& sender) {
    const auto slot = slot_of(book);
    const std::lock_guard lock(slot->mutex);
    for (int tries = 0; tries < most_tries; ++tries) {
        try {
            const auto settled = try_settle(*slot, sent, sender);
            count_bytes(book, *slot);
            if (settled) return *settled;
            slot->book.reset();
        } catch (...) {
            // Whether it was stored is not known: what is folded is not what is stored.
            slot->book.reset();
            throw;
        }
    }
    throw Fault("Sổ đang được ghi bởi nơi khác quá nhiều: hãy gửi lại.",
                "The book is being written elsewhere too often: send it again.");
}

Verdict Books::settle(const Offered& offered, const Sender& sender) {
    const auto& entry = offered.entry;
    auto verdict = settle_in_turn(entry.book_id, offered, sender);
    verdict.book = entry.book_id;
    verdict.entry_id = entry.entry_id;
    return verdict;
}

Verdict Books::settle(const Withdrawn& withdrawn, const Sender& sender) {
    auto verdict = settle_in_turn(withdrawn.book, withdrawn, sender);
    verdict.book = withdrawn.book;
    verdict.entry_id = withdrawn.entry_id;
    return verdict;
}

}  // namespace lth::app
