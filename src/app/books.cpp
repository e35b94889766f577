#include "app/books.hpp"

#include <utility>

#include "app/adopted_text.hpp"
#include "app/cluster_map.hpp"
#include "app/merger.hpp"

namespace lth::app {
namespace {

/// False if what is stored does not continue the book.
bool fold_tail(Book& book, Store& store, const BookInfo& stored) {
    if (book.head().last_seq > stored.head.last_seq) return false;
    while (book.head().last_seq < stored.head.last_seq) {
        const auto page = store.entries(stored.id, book.head().last_seq, {});
        if (page.empty()) return false;
        for (const auto& sealed : page) {
            if (!core::follows(book.head(), sealed)) return false;
            book.apply(sealed);
        }
    }
    return book.head().last_seq > stored.head.last_seq || book.head() == stored.head;
}

std::optional<core::Rejection> check_digests(const core::Entry& entry) {
    for (const auto& part : entry.parts) {
        if (!part.content || core::part_digest(part, *part.content) == part.digest) continue;
        return core::make_rejection("part.bad_content", "digest",
                                    {{"part", std::to_string(part.number)},
                                     {"key", "digest"},
                                     {"class", std::string(to_text(part.kind))}});
    }
    return std::nullopt;
}

/// Nothing if there is no map yet.
std::optional<Book> folded_map(Store& store) {
    for (const auto& stored : store.books()) {
        if (stored.kind != core::BookKind::territory) continue;
        Book map(stored.kind);
        if (fold_tail(map, store, stored)) return map;
    }
    return std::nullopt;
}

}  // namespace

Books::Books(Store& store, Clock& clock, ReferenceCheck check, std::size_t max_bytes,
             const CaseLimits& case_limits)
    : store_(store),
      clock_(clock),
      check_(std::move(check)),
      max_bytes_(max_bytes),
      case_limits_(case_limits) {}

std::shared_ptr<Books::Slot> Books::slot_of(const core::BookId& id) {
    const std::lock_guard lock(mutex_);
    auto found = kept_.find(id);
    if (found == kept_.end()) {
        order_.push_front(id);
        found = kept_.emplace(id, Kept{std::make_shared<Slot>(), order_.begin(), 0}).first;
    } else {
        order_.splice(order_.begin(), order_, found->second.place);
    }
    return found->second.slot;
}

void Books::count_bytes(const core::BookId& id, const Slot& slot) {
    const std::lock_guard lock(mutex_);
    if (const auto kept = kept_.find(id); kept != kept_.end()) {
        const auto now = slot.book ? slot.book->bytes() : 0;
        bytes_ += now - kept->second.bytes;
        kept->second.bytes = now;
    }
    // A slot in use is left alone: two slots of one book would judge side by side.
    for (auto it = order_.end(); bytes_ > max_bytes_ && it != order_.begin();) {
        --it;
        const auto kept = kept_.find(*it);
        if (kept->second.slot.use_count() > 1) continue;
        bytes_ -= kept->second.bytes;
        kept_.erase(kept);
        it = order_.erase(it);
    }
}

bool Books::catch_up(Slot& slot, const core::BookId& id) {
    const auto stored = store_.book(id);
    if (!stored) {
        slot.book.reset();
        return false;
    }
    if (slot.book && fold_tail(*slot.book, store_, *stored)) return true;
    // Nothing was cached, or the store holds another history: it was restored from a backup.
    slot.book.emplace(stored->kind);
    if (fold_tail(*slot.book, store_, *stored)) return true;
    slot.book.reset();
    throw Fault("Sổ " + to_text(id) + " thiếu bút toán hoặc đứt chuỗi: hãy chạy lệnh verify.",
                "Book " + to_text(id) + " lacks entries or its chain is broken: run verify.");
}

core::Result<void> Books::load(Slot& slot, const core::Entry& entry, const Sender& sender) {
    if (!slot.book && !catch_up(slot, entry.book_id)) {
        if (!sender.opens) {
            return core::reject("question.book.unknown", "book_id",
                                {{"book", to_text(entry.book_id)}});
        }
        slot.book.emplace(*sender.opens);
    }
    if (sender.opens && *sender.opens != slot.book->kind()) {
        return core::reject("entry.wrong_book", "book_id");
    }
    return {};
}

core::Result<Receipt> Books::same_again(const Book& book, const core::Entry& entry) {
    const auto seq = book.seq_of(entry.entry_id);
    const auto found = store_.entries(entry.book_id, seq - 1, {.entries = 1});
    if (found.empty()) throw Fault("Sổ thiếu một bút toán.", "The book lacks an entry.");
    const auto& [stored, seal] = found.front();
    core::Entry again = entry;
    if (again.device_seq == 0) again.device_seq = stored.device_seq;
    if (core::entry_digest(again) != core::entry_digest(stored)) {
        return core::reject("entry.id_used_otherwise", "entry_id");
    }
    return Receipt{seal.seq, seal.hash};
}

// A refused entry leaves the book as it was; an accepted one must be stored or the book forgotten.
core::Result<std::pair<core::SealedEntry, RowChanges>> Books::judge(Book& book, core::Entry entry,
                                                                    const Sender& sender) {
    if (entry.device_seq == 0) entry.device_seq = book.next_number(entry.device);
    if (book.has_used(entry.device, entry.device_seq)) {
        return core::reject("entry.device_seq_used", "device_seq",
                            {{"device_seq", std::to_string(entry.device_seq)}});
    }
    if (auto wrong = check_digests(entry)) return std::unexpected(std::move(*wrong));
    const auto ops = read_ops(book.kind(), entry);
    if (!ops) return std::unexpected(ops.error());
    if (sender.refused) {
        if (auto refused = sender.refused(book, entry, *ops)) return std::unexpected(*refused);
    }
    if (auto refused = refused_text(book, *ops)) return std::unexpected(std::move(*refused));
    if (auto refused = refused_merger(store_, book, *ops)) {
        return std::unexpected(std::move(*refused));
    }
    // Folded apart: the territory's own slot may be held by whoever writes both books at once.
    const auto map = sets_cluster(*ops) ? folded_map(store_) : std::nullopt;
    const auto* units = map ? map->as<core::territory::Territory>() : nullptr;
    if (units != nullptr) {
        if (auto refused = refused_cluster(*units, *ops)) return std::unexpected(*refused);
    }
    if (check_) {
        if (auto refused = check_(entry, *ops)) return std::unexpected(std::move(*refused));
    }
    const auto now = clock_.now_ms();
    auto rows = book.admit(entry, *ops, core::business_date(now));
    if (!rows && units != nullptr) name_commune(rows.error(), *units);
    if (!rows) return std::unexpected(std::move(rows.error()));
    auto sealed = core::seal(book.head(), std::move(entry), now, sender.account);
    book.seal_as(sealed);
    return std::pair{std::move(sealed), std::move(*rows)};
}

core::Result<std::optional<Receipt>> Books::try_record(Slot& slot, core::Entry entry,
                                                       const Sender& sender) {
    if (const auto loaded = load(slot, entry, sender); !loaded) {
        return std::unexpected(loaded.error());
    }
    Book& book = *slot.book;
    if (book.seq_of(entry.entry_id) != 0) return same_again(book, entry);
    std::vector<BookWrite> writes(1);
    auto& write = writes.front();
    write.book = entry.book_id;
    write.kind = book.kind();
    write.before = book.head();
    write.unless_case = !sender.device.is_nil();
    auto judged = judge(book, std::move(entry), sender);
    if (!judged) return std::unexpected(std::move(judged.error()));
    const auto& seal = judged->first.seal;
    const Receipt receipt{seal.seq, seal.hash};
    write.entries.push_back(std::move(judged->first));
    write.changes = std::move(judged->second);
    const auto outcome = store_.append(std::move(writes), sender.urgency).get().front();
    if (outcome == Appended::done) return receipt;
    slot.book.reset();  // it holds an entry that is not in the store
    return std::nullopt;
}

core::Result<Receipt> Books::record_locked(Slot& slot, const core::Entry& entry,
                                           const Sender& sender) {
    for (int tries = 0; tries < most_tries; ++tries) {
        core::Result<std::optional<Receipt>> result = std::nullopt;
        try {
            result = try_record(slot, entry, sender);
        } catch (...) {
            // Whether the entry was stored is not known: what is folded is not what is stored.
            slot.book.reset();
            throw;
        }
        if (result && *result) return **result;
        // A refusal stands only if it was judged against what is in the store now.
        if (!result) {
            const auto stored = store_.book(entry.book_id);
            const auto judged = slot.book ? slot.book->head() : core::Head{};
            const bool stands = !stored || stored->head == judged;
            if (!stands || judged.last_seq == 0) slot.book.reset();
            if (stands) return std::unexpected(std::move(result.error()));
        }
    }
    throw Fault("Sổ đang được ghi bởi nơi khác quá nhiều: hãy gửi lại.",
                "The book is being written elsewhere too often: send it again.");
}

core::Result<Receipt> Books::record(const core::Entry& entry, const Sender& sender) {
    const auto slot = slot_of(entry.book_id);
    const std::lock_guard lock(slot->mutex);
    const auto result = record_locked(*slot, entry, sender);
    count_bytes(entry.book_id, *slot);
    return result;
}

bool Books::read(const core::BookId& id, const std::function<void(const Book&)>& use) {
    const auto slot = slot_of(id);
    const std::lock_guard lock(slot->mutex);
    const bool found = catch_up(*slot, id);
    if (found) use(*slot->book);
    count_bytes(id, *slot);
    return found;
}

}  // namespace lth::app
