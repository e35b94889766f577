#include <map>
#include <utility>

#include "app/books.hpp"
#include "app/merge_rows.hpp"

namespace lth::app {
namespace {

// Entries of one commit: enough to share a flush of the disk, few enough to be written while the
// next ones are judged.
constexpr std::size_t entries_per_commit = 1000;

}  // namespace

/// One call of record_many: holds its books from the first entry to the last commit.
class Books::Many {
public:
    Many(Books& books, const Sender& sender, const std::vector<core::Entry>& entries)
        : books_(books), sender_(sender) {
        for (const auto& entry : entries) slots_.try_emplace(entry.book_id);
        // In the order of ids, so that two calls cannot wait for each other.
        for (auto& [id, held] : slots_) {
            held.slot = books_.slot_of(id);
            held.lock = std::unique_lock(held.slot->mutex);
        }
    }
    ~Many() {
        for (auto& [id, held] : slots_) {
            auto& book = held.slot->book;
            if (book && book->head().last_seq == 0) book.reset();  // it was refused
            books_.count_bytes(id, *held.slot);
        }
    }
    Many(const Many&) = delete;
    Many& operator=(const Many&) = delete;

    std::vector<core::Result<Receipt>> run(std::vector<core::Entry> entries) {
        std::vector<core::Result<Receipt>> results;
        results.reserve(entries.size());
        try {
            for (auto& entry : entries) results.push_back(take(std::move(entry)));
            settle();
        } catch (...) {
            for (auto& [id, held] : slots_) held.slot->book.reset();
            throw;
        }
        return results;
    }

private:
    struct Held {
        std::shared_ptr<Slot> slot;
        std::unique_lock<std::mutex> lock;
        std::optional<BookWrite> write;  // not handed over yet
    };

    core::Result<Receipt> take(core::Entry entry) {
        auto& held = slots_.at(entry.book_id);
        auto& slot = *held.slot;
        if (!slot.book) {
            if (auto loaded = books_.load(slot, entry, sender_); !loaded) {
                return std::unexpected(std::move(loaded.error()));
            }
        }
        Book& book = *slot.book;
        if (book.seq_of(entry.entry_id) != 0) {
            settle();  // it may be one of this call
            return books_.same_again(book, entry);
        }
        const auto before = book.head();
        const auto id = entry.book_id;
        auto judged = books_.judge(book, std::move(entry), sender_);
        if (!judged) return std::unexpected(std::move(judged.error()));
        if (!held.write) {
            held.write.emplace();
            held.write->book = id;
            held.write->kind = book.kind();
            held.write->before = before;
        }
        const Receipt receipt{judged->first.seal.seq, judged->first.seal.hash};
        held.write->entries.push_back(std::move(judged->first));
        append_rows(held.write->changes, std::move(judged->second));
        if (++gathered_ == entries_per_commit) hand_over();
        return receipt;
    }

    void hand_over() {
        std::vector<BookWrite> writes;
        for (auto& [id, held] : slots_) {
            if (!held.write) continue;
            compact(held.write->changes);
            writes.push_back(std::move(*held.write));
            held.write.reset();
        }
        gathered_ = 0;
        if (writes.empty()) return;
        // One commit is written while the next is gathered. Not more: a book's writes must arrive
        // in their order, also where each commit has a connection of its own.
        wait();
        pending_ = books_.store_.append(std::move(writes), Urgency::bulk);
    }

    void wait() {
        if (!pending_.valid()) return;
        for (const auto outcome : pending_.get()) {
            if (outcome == Appended::done) continue;
            throw Fault("Sổ đang được ghi bởi nơi khác: hãy gửi lại.",
                        "A book is being written elsewhere: send it again.");
        }
    }

    void settle() {
        hand_over();
        wait();
    }

    Books& books_;
    const Sender& sender_;
    std::map<core::BookId, Held> slots_;
    std::size_t gathered_ = 0;
    std::future<std::vector<Appended>> pending_;
};

std::vector<core::Result<Receipt>> Books::record_many(std::vector<core::Entry> entries,
                                                      const Sender& sender) {
    Many many(*this, sender, entries);
    return many.run(std::move(entries));
}

}  // namespace lth::app
