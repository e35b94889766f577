#include "core/replica/replica.hpp"

#include <algorithm>
#include <utility>

namespace lth::core::replica {
namespace {

// What an entry takes on the wire beside its texts.
constexpr std::size_t bytes_around_entry = 512;
// Cases whose end is asked about at once; the others when some of these have ended.
constexpr std::size_t most_cases_asked = 100;

std::size_t wire_bytes(const Entry& entry) {
    std::size_t bytes = bytes_around_entry + entry.body.size();
    for (const auto& part : entry.parts) {
        bytes += bytes_around_entry / 2;
        if (part.content) bytes += part.content->text.size();
    }
    return bytes;
}

// An officer may have closed it. Of one that its author let go before the server heard of it, too:
// perhaps it had been accepted by then.
bool asks_about(const Case& kept) { return kept.state == CaseState::open || !kept.told; }

// The device's clock may be a year wrong, so the latest date of the entry stands for today: whether
// it lies ahead is asked on screen and judged by the server.
Date latest_date(const std::vector<club::ClubOp>& ops) {
    Date latest{};
    for (const auto& op : ops) latest = std::max(latest, op.on);
    return latest;
}

}  // namespace

BookReplica::BookReplica(BookId id, DeviceId device, ReadOps read_ops)
    : id_(id), device_(device), read_ops_(read_ops) {}

void BookReplica::restore(const KeepBook& kept) { used_through_ = kept.used_through; }

Result<void> BookReplica::restore(SealedEntry sealed) {
    const auto seq = sealed.seal.seq;
    KeptList keep;
    if (!confirm(std::move(sealed), keep)) {
        return reject("chain.broken", "hash", {{"seq", std::to_string(seq)}});
    }
    keep.pop_back();  // the entry itself, as it is kept
    late_.insert(late_.end(), keep.begin(), keep.end());
    return {};
}

void BookReplica::restore(Pending pending) {
    const auto number = pending.offered.entry.device_seq;
    used_through_ = std::max(used_through_, number);
    pending_.insert_or_assign(number, std::move(pending));
}

// A new card gives the device another id: what it sent under the one before has no number now.
void BookReplica::restore(Case kept) {
    const auto& entry = kept.offered.entry;
    if (entry.device == device_) used_through_ = std::max(used_through_, entry.device_seq);
    cases_.insert_or_assign(kept.offered.entry.entry_id, std::move(kept));
}

KeptList BookReplica::restored() {
    show();
    return std::exchange(late_, {});
}

Result<Entry> BookReplica::record(Offered offered, KeptList& keep) {
    if (needs_update()) return reject("replica.needs_update");
    if (offered.replaces) {
        const auto mended = cases_.find(*offered.replaces);
        if (mended == cases_.end()) return reject("sync.case.unknown");
        if (mended->second.state != CaseState::open) return reject("sync.case.closed");
    }
    auto& entry = offered.entry;
    entry.book_id = id_;
    entry.device = device_;
    entry.device_seq = used_through_ + 1;
    for (auto& part : entry.parts) {
        if (part.content) part.digest = part_digest(part, *part.content);
    }
    auto ops = read_ops_(entry);
    if (!ops) return std::unexpected(std::move(ops.error()));
    if (!shown_) shown_.emplace(confirmed_);
    const auto waiting =
        std::ranges::count_if(pending_, [](const auto& one) { return !one.second.withdrawing; });
    const club::At at{entry.entry_id, head().last_seq + static_cast<std::uint64_t>(waiting) + 1};
    const auto admitted = club::admit(*shown_, birthdays_, at, *ops, {}, latest_date(*ops));
    if (!admitted) return std::unexpected(admitted.error());
    used_through_ = entry.device_seq;
    if (offered.replaces) {
        auto& mended = cases_.find(*offered.replaces)->second;
        mended.state = CaseState::replaced;
        mended.replaced_by = entry.entry_id;
        keep.push_back(KeepCase{mended});
    }
    const auto& added = pending_[used_through_] = Pending{std::move(offered)};
    keep.push_back(KeepBook{id_, used_through_});
    keep.push_back(KeepPending{added});
    return added.offered.entry;
}

bool BookReplica::withdraw(const EntryId& id, KeptList& keep) {
    for (auto& [number, pending] : pending_) {
        if (pending.offered.entry.entry_id != id) continue;
        pending.withdrawing = true;
        keep.push_back(KeepPending{pending});
        show();
        return true;
    }
    const auto found = cases_.find(id);
    if (found == cases_.end() || found->second.state != CaseState::open) return false;
    if (found->second.offered.entry.device != device_) return false;
    found->second.state = CaseState::withdrawn;
    found->second.told = false;
    keep.push_back(KeepCase{found->second});
    return true;
}

void BookReplica::ask(Request& request) const {
    const auto seq = probe_.value_or(head().last_seq);
    auto& follow = request.follow.emplace_back(id_, seq);
    if (seq > 0) follow.hash = heads_[seq - 1].hash;
    for (const auto& [id, kept] : cases_) {
        if (!asks_about(kept)) continue;
        if (!follow.open_cases) follow.open_cases.emplace();
        if (follow.open_cases->size() < most_cases_asked) follow.open_cases->push_back(id);
    }
    if (state_ == BookState::behind && takes_back_) {
        const auto from = static_cast<std::ptrdiff_t>(server_seq_);
        request.confirmed.insert(request.confirmed.end(), entries_.begin() + from, entries_.end());
    }
    if (state_ == BookState::behind || state_ == BookState::forked) return;
    std::map<std::uint64_t, const Offered*> offers;
    const auto withdraw = [&](const Entry& entry) {
        request.withdrawn.push_back({id_, entry.entry_id, entry.device_seq, entry_digest(entry)});
    };
    for (const auto& [number, pending] : pending_) {
        if (pending.withdrawing) {
            withdraw(pending.offered.entry);
        } else {
            offers[number] = &pending.offered;
        }
    }
    // A book is not taken back from a device without rights over it: what it has recorded itself
    // and the server has lost is kept there as cases.
    std::vector<Offered> lost;
    if (state_ == BookState::closed && settled_known_) {
        for (const auto& sealed : entries_) {
            const auto& entry = sealed.entry;
            if (entry.device != device_ || entry.device_seq <= settled_through_) continue;
            lost.push_back({entry});
        }
    }
    for (const auto& offered : lost) offers[offered.entry.device_seq] = &offered;
    // A server restored from a backup has forgotten cases: without them later numbers would wait.
    // Those of the device that this one took the place of have numbers of their own.
    for (const auto& [id, kept] : cases_) {
        const auto& entry = kept.offered.entry;
        if (entry.device != device_) continue;
        const bool forgotten = settled_known_ && entry.device_seq > settled_through_;
        const bool open = kept.state == CaseState::open || kept.state == CaseState::recorded;
        if (!kept.told || (forgotten && !open)) {
            withdraw(entry);
        } else if (forgotten) {
            offers[entry.device_seq] = &kept.offered;
        }
    }
    for (const auto& [number, offered] : offers) request.entries.push_back(*offered);
}

void BookReplica::take(const Verdict& verdict, KeptList& keep) {
    if (const auto known = cases_.find(verdict.entry_id); known != cases_.end()) {
        if (known->second.told || verdict.kind == VerdictKind::waiting) return;
        known->second.told = true;
        keep.push_back(KeepCase{known->second});
        return;
    }
    const auto mine = std::ranges::find_if(pending_, [&](const auto& item) {
        return item.second.offered.entry.entry_id == verdict.entry_id;
    });
    if (mine == pending_.end() || verdict.kind == VerdictKind::waiting) return;
    auto& [number, pending] = *mine;
    if (verdict.kind == VerdictKind::accepted) {
        // It stays pending until the page that brings it; perhaps it was taken back too late.
        accepted_.insert(number);
        if (!pending.withdrawing) return;
        pending.withdrawing = false;
        keep.push_back(KeepPending{pending});
    } else {
        const bool open = verdict.kind == VerdictKind::rejected && !pending.withdrawing;
        const bool told = open || verdict.kind == VerdictKind::withdrawn;
        Case kept{std::move(pending.offered), open ? CaseState::open : CaseState::withdrawn,
                  verdict.problem, told};
        keep.push_back(DropPending{id_, number});
        keep.push_back(KeepCase{kept});
        const auto id = kept.offered.entry.entry_id;
        cases_.insert_or_assign(id, std::move(kept));
        pending_.erase(mine);
    }
    show();
}

void BookReplica::take(const FollowAnswer& answer, KeptList& keep) {
    settled_known_ = true;
    settled_through_ = answer.settled_through;
    if (answer.outcomes) {
        for (const auto& outcome : *answer.outcomes) learn(outcome, keep);
    }
    if (answer.state == BookState::closed) {
        close(keep);
        return;
    }
    accepted_.clear();
    const auto own = head().last_seq;
    if (answer.state == BookState::behind) {
        const bool less = answer.last_seq < own;
        const bool prefix =
            less && (answer.last_seq == 0 || heads_[answer.last_seq - 1].hash == answer.hash);
        state_ = prefix ? BookState::behind : BookState::forked;
        server_seq_ = answer.last_seq;
        takes_back_ = prefix && answer.takes_back;
        probe_.reset();
        if (!prefix) probe_ = std::min(answer.last_seq, own);
    } else if (answer.state == BookState::forked) {
        state_ = BookState::forked;
        probe_ = probe_.value_or(own) / 2;
    } else {
        compare(answer, keep);
    }
}

void BookReplica::learn(const CaseOutcome& outcome, KeptList& keep) {
    const auto found = cases_.find(outcome.entry_id);
    if (found == cases_.end() || outcome.state == CaseState::open) return;
    auto& kept = found->second;
    const bool may = kept.state == CaseState::open || kept.state == CaseState::withdrawn;
    if (!may || kept.state == outcome.state) return;
    kept.state = outcome.state;
    kept.told = true;
    kept.replaced_by = outcome.replaced_by;
    kept.reason = outcome.reason;
    keep.push_back(KeepCase{kept});
}

// No page will bring what was accepted: that is all that this device hears of it.
void BookReplica::close(KeptList& keep) {
    state_ = BookState::closed;
    for (const auto number : accepted_) {
        const auto found = pending_.find(number);
        if (found == pending_.end()) continue;
        Case recorded{std::move(found->second.offered), CaseState::recorded};
        keep.push_back(DropPending{id_, number});
        keep.push_back(KeepCase{recorded});
        const auto id = recorded.offered.entry.entry_id;
        cases_.insert_or_assign(id, std::move(recorded));
        pending_.erase(found);
    }
    accepted_.clear();
    show();
}

// Entries that the server has after the place we asked from.
void BookReplica::compare(const FollowAnswer& answer, KeptList& keep) {
    const bool was_forked = state_ == BookState::forked;
    auto common = probe_.value_or(head().last_seq);
    bool changed = false;
    for (const auto& sealed : answer.entries) {
        const auto seq = sealed.seal.seq;
        if (seq <= head().last_seq && heads_[seq - 1].hash == sealed.seal.hash) {
            common = std::max(common, seq);
            continue;
        }
        if (seq <= head().last_seq) {
            if (!was_forked) break;  // late news of another history: ask again
            roll_back(seq - 1, keep);
        }
        if (!confirm(sealed, keep)) break;
        changed = true;
        common = seq;
        settle_own(sealed.entry, keep);
    }
    // Still on common ground below our own head: go on from there.
    const bool still = was_forked && common < head().last_seq && common < answer.last_seq;
    probe_.reset();
    if (still) probe_ = common;
    state_ = still ? BookState::forked : BookState::ok;
    if (changed) show();
}

void BookReplica::settle_own(const Entry& confirmed, KeptList& keep) {
    if (confirmed.device != device_) return;
    used_through_ = std::max(used_through_, confirmed.device_seq);
    if (pending_.erase(confirmed.device_seq) > 0) {
        keep.push_back(DropPending{id_, confirmed.device_seq});
    }
    const auto known = cases_.find(confirmed.entry_id);
    if (known == cases_.end() || known->second.state == CaseState::recorded) return;
    known->second.state = CaseState::recorded;
    keep.push_back(KeepCase{known->second});
}

bool BookReplica::confirm(SealedEntry sealed, KeptList& keep) {
    if (!follows(head(), sealed)) return false;
    const auto ops = read_ops_(sealed.entry);
    if (ops && unfolded_ == 0) {
        club::apply(confirmed_, {sealed.entry.entry_id, sealed.seal.seq}, *ops);
        for (const auto& op : *ops) erase_parts(op, keep);
    } else {
        ++unfolded_;
    }
    heads_.push_back(head_after(sealed));
    keep.push_back(KeepConfirmed{sealed});
    entries_.push_back(std::move(sealed));
    return true;
}

void BookReplica::erase_parts(const club::ClubOp& op, KeptList& keep) {
    const auto* erased = std::get_if<PrivateErased>(&op.what);
    if (erased == nullptr) return;
    // Nothing is kept again of which nothing was left.
    const auto erase = [&](Entry& entry) {
        bool any = false;
        for (const auto& number : erased->erased) {
            for (auto& part : entry.parts) {
                if (part.number != number.value || !part.content) continue;
                part.content.reset();
                any = true;
            }
        }
        return any;
    };
    const auto found = std::ranges::find(entries_, erased->entry_id,
                                         [](const auto& sealed) { return sealed.entry.entry_id; });
    if (found != entries_.end() && erase(found->entry)) keep.push_back(KeepConfirmed{*found});
    // The same entry as it was offered: an officer took it over, or a history was lost.
    const auto offered = cases_.find(erased->entry_id);
    if (offered != cases_.end() && erase(offered->second.offered.entry)) {
        keep.push_back(KeepCase{offered->second});
    }
}

void BookReplica::roll_back(std::uint64_t to_seq, KeptList& keep) {
    std::vector<SealedEntry> kept(entries_.begin(),
                                  entries_.begin() + static_cast<std::ptrdiff_t>(to_seq));
    for (auto i = to_seq; i < entries_.size(); ++i) {
        auto& lost = entries_[i];
        if (lost.entry.device == device_) {
            const auto number = lost.entry.device_seq;
            const auto& again = pending_[number] = Pending{{std::move(lost.entry)}};
            keep.push_back(KeepPending{again});
        } else {
            keep.push_back(KeepDisplaced{std::move(lost)});
        }
    }
    keep.push_back(DropConfirmed{id_, to_seq});
    entries_.clear();
    heads_.clear();
    confirmed_ = {};
    unfolded_ = 0;
    KeptList same;  // as they are kept already
    for (auto& sealed : kept) (void)confirm(std::move(sealed), same);
}

void BookReplica::show() {
    misfits_.clear();
    shown_.reset();
    if (pending_.empty() || needs_update()) return;
    shown_.emplace(confirmed_);
    auto seq = head().last_seq;
    for (const auto& [number, pending] : pending_) {
        if (pending.withdrawing) continue;
        const auto& entry = pending.offered.entry;
        auto ops = read_ops_(entry);
        if (!ops) {
            misfits_.emplace(number, std::move(ops.error()));
            continue;
        }
        const club::At at{entry.entry_id, ++seq};
        auto admitted = club::admit(*shown_, birthdays_, at, *ops, {}, latest_date(*ops));
        if (!admitted) misfits_.emplace(number, std::move(admitted.error()));
    }
}

club::Club BookReplica::as_recorded(std::uint64_t seq) const {
    club::Club club;
    const auto take = [&](const Entry& entry, std::uint64_t at) {
        if (const auto ops = read_ops_(entry)) club::apply(club, {entry.entry_id, at}, *ops);
    };
    for (const auto& sealed : entries_) {
        if (sealed.seal.seq > seq) return club;
        take(sealed.entry, sealed.seal.seq);
    }
    auto next = head().last_seq;
    for (const auto& [number, pending] : pending_) {
        if (pending.withdrawing) continue;
        if (++next > seq) break;
        if (!misfits_.contains(number)) take(pending.offered.entry, next);
    }
    return club;
}

Replica::Replica(DeviceId device, std::string core_version, ReadOps read_ops)
    : device_(device), core_version_(std::move(core_version)), read_ops_(read_ops) {}

BookReplica& Replica::follow(const BookId& book) {
    return books_.try_emplace(book, book, device_, read_ops_).first->second;
}

BookReplica* Replica::find(const BookId& book) {
    const auto found = books_.find(book);
    return found == books_.end() ? nullptr : &found->second;
}

Request Replica::ask(std::size_t max_bytes) const {
    Request request{.device = device_, .core_version = core_version_};
    for (const auto& [id, book] : books_) book.ask(request);
    std::size_t bytes = 0;
    const auto cut = [&](auto& list, auto entry_of) {
        const auto end = std::ranges::find_if(list, [&](const auto& item) {
            const bool first = bytes == 0;
            bytes += wire_bytes(entry_of(item));
            return !first && bytes > max_bytes;
        });
        list.erase(end, list.end());
    };
    cut(request.confirmed, [](const SealedEntry& sealed) -> const Entry& { return sealed.entry; });
    cut(request.entries, [](const Offered& offered) -> const Entry& { return offered.entry; });
    return request;
}

KeptList Replica::take(const Answer& answer, std::int64_t device_time) {
    KeptList keep;
    clock_offset_ = answer.server_time - device_time;
    for (const auto& verdict : answer.verdicts) {
        if (auto* book = find(verdict.book)) book->take(verdict, keep);
    }
    for (const auto& followed : answer.books) {
        if (auto* book = find(followed.book)) book->take(followed, keep);
    }
    return keep;
}

}  // namespace lth::core::replica
