// How officers end cases: by an entry of their own, or by letting them go.
#include <utility>

#include "app/books.hpp"

namespace lth::app {
namespace {

using core::replica::CaseState;

}  // namespace

core::Result<SyncCase> Books::find_kept(const CaseEnd& end) {
    auto found = store_.find_case(end.book, end.case_id);
    if (!found) return core::reject("sync.case.unknown", "entry_id");
    return std::move(*found);
}

void Books::put_closed(SyncCase kept) {
    kept.closed_at = clock_.now_ms();
    for (int tries = 0; tries < most_tries; ++tries) {
        const auto stored = store_.book(kept.book);
        if (!stored) break;
        if (store_.put_case(kept, stored->head) == Appended::done) return;
    }
    throw Fault("Sổ đang được ghi bởi nơi khác quá nhiều: hãy làm lại.",
                "The book is being written elsewhere too often: try again.");
}

core::Result<Receipt> Books::replace_case(const CaseEnd& end, const core::Entry& entry,
                                          const Sender& sender) {
    const auto slot = slot_of(end.book);
    const std::lock_guard lock(slot->mutex);
    auto kept = find_kept(end);
    if (!kept) return std::unexpected(std::move(kept.error()));
    const bool open = kept->outcome == CaseState::open;
    if (!open && kept->replaced_by != entry.entry_id) {
        return core::reject("sync.case.closed", "entry_id");
    }
    // The entry first: if its case is left open by a fault, the same call closes it.
    auto receipt = record_locked(*slot, entry, sender);
    count_bytes(end.book, *slot);
    if (!receipt || !open) return receipt;
    kept->outcome = CaseState::replaced;
    kept->closed_by = end.by;
    kept->replaced_by = entry.entry_id;
    put_closed(std::move(*kept));
    return receipt;
}

core::Result<void> Books::let_go(const CaseEnd& end) {
    const auto slot = slot_of(end.book);
    const std::lock_guard lock(slot->mutex);
    auto kept = find_kept(end);
    if (!kept) return std::unexpected(std::move(kept.error()));
    if (kept->outcome != CaseState::open) {
        const bool again = kept->outcome == CaseState::withdrawn && kept->closed_by == end.by;
        if (again && kept->reason == end.reason) return {};
        return core::reject("sync.case.closed", "entry_id");
    }
    kept->outcome = CaseState::withdrawn;
    kept->closed_by = end.by;
    kept->reason = end.reason;
    put_closed(std::move(*kept));
    return {};
}

}  // namespace lth::app
