// The one way to record: load the book, judge the entry, append it with the rows it changes.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "app/book.hpp"

namespace lth::app {

/// Each means that another process has written to the book meanwhile.
inline constexpr int most_tries = 200;

struct Receipt {
    std::uint64_t seq = 0;
    core::Digest hash{};

    friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// What only other books can say: villages, units and grant ids exist, rights.
using ReferenceCheck =
    std::function<std::optional<core::Rejection>(const core::Entry& entry, const Ops& ops)>;

/// What the sender may do with the book as it stands. It is called while the book is held: it must
/// not ask for it again.
using RightsCheck = std::function<std::optional<core::Rejection>(
    const Book& book, const core::Entry& entry, const Ops& ops)>;

/// Who hands an entry in.
struct Sender {
    core::AccountId account;
    std::optional<core::BookKind> opens = {};  // the kind of book it opens, if there is none yet
    Urgency urgency = Urgency::interactive;
    core::DeviceId device = {};  // of what is settled
    RightsCheck refused = {};    // why the sender may not record it
};

/// What one sender may have in the cases of one book while no officer has ended them: beyond it an
/// entry that is refused waits on its device.
struct CaseLimits {
    std::uint64_t open = 500;
    std::uint64_t bytes = std::uint64_t{4} * 1024 * 1024;
    std::uint64_t row_bytes = 512;  // counted for each, beside what it says
};

/// Which case an officer ends, and in whose name.
struct CaseEnd {
    core::BookId book;
    core::EntryId case_id;
    core::AccountId by;
    std::string reason = {};  // of letting it go
};

/// Which numbers of a device are settled in a book, from both its entries and its cases.
[[nodiscard]] std::uint64_t settled_through(const Book& book, std::span<const SyncCase> cases,
                                            const core::DeviceId& device);

/// Folded books, the most recently used kept up to a number of bytes. From any thread: entries of
/// one book wait for each other, others are committed together.
class Books {
public:
    static constexpr std::size_t default_bytes = std::size_t{256} * 1024 * 1024;

    Books(Store& store, Clock& clock, ReferenceCheck check = {},
          std::size_t max_bytes = default_bytes, const CaseLimits& case_limits = {});

    /// Durable when it returns. The same entry again gets the same receipt. A `device_seq` of 0
    /// takes the device's next number. Throws Fault; then send the same entry again.
    [[nodiscard]] core::Result<Receipt> record(const core::Entry& entry, const Sender& sender);

    /// Many entries, in order, judged ahead of the disk and written in few commits: for imports.
    /// All that is accepted is durable when it returns. Throws Fault; then send the same entries
    /// again.
    [[nodiscard]] std::vector<core::Result<Receipt>> record_many(std::vector<core::Entry> entries,
                                                                 const Sender& sender);

    /// Records what a device offers, in order of its numbers; what cannot be recorded becomes a
    /// case, or waits beyond the case limits. The same entry again gets the same answer. Throws
    /// Fault; then send it again.
    [[nodiscard]] core::replica::Verdict settle(const core::replica::Offered& offered,
                                                const Sender& sender);
    [[nodiscard]] core::replica::Verdict settle(const core::replica::Withdrawn& withdrawn,
                                                const Sender& sender);

    /// Records the officer's entry and closes the case as replaced by it; the same again gets the
    /// same receipt. Rules sync.case.unknown, sync.case.closed, and why the entry is refused; then
    /// the case stays open. Throws Fault; then call it again.
    [[nodiscard]] core::Result<Receipt> replace_case(const CaseEnd& end, const core::Entry& entry,
                                                     const Sender& sender);
    /// Closes the case as withdrawn. Rules as above.
    [[nodiscard]] core::Result<void> let_go(const CaseEnd& end);

    /// Calls `use` with the book as it stands in the store now. False if there is none.
    bool read(const core::BookId& id, const std::function<void(const Book&)>& use);

private:
    struct Slot {
        std::mutex mutex;  // held while an entry of the book is on its way to the disk
        std::optional<Book> book;
    };
    struct Kept {
        std::shared_ptr<Slot> slot;
        std::list<core::BookId>::iterator place;
        std::size_t bytes = 0;
    };
    enum class Fresh : std::uint8_t { as_cached, as_stored };

    [[nodiscard]] std::shared_ptr<Slot> slot_of(const core::BookId& id);
    void count_bytes(const core::BookId& id, const Slot& slot);
    [[nodiscard]] bool catch_up(Slot& slot, const core::BookId& id);
    [[nodiscard]] core::Result<void> load(Slot& slot, const core::Entry& entry,
                                          const Sender& sender);
    [[nodiscard]] core::Result<Receipt> same_again(const Book& book, const core::Entry& entry);
    /// Nothing if the book has moved and the entry must be judged again.
    [[nodiscard]] core::Result<std::optional<Receipt>> try_record(Slot& slot, core::Entry entry,
                                                                  const Sender& sender);
    [[nodiscard]] core::Result<Receipt> record_locked(Slot& slot, const core::Entry& entry,
                                                      const Sender& sender);
    [[nodiscard]] core::Result<std::pair<core::SealedEntry, RowChanges>> judge(
        Book& book, core::Entry entry, const Sender& sender);
    [[nodiscard]] std::optional<core::replica::Verdict> try_settle(
        Slot& slot, const core::replica::Offered& offered, const Sender& sender);
    [[nodiscard]] std::optional<core::replica::Verdict> try_settle(
        Slot& slot, const core::replica::Withdrawn& withdrawn, const Sender& sender);
    [[nodiscard]] bool has_room(const SyncCase& kept, std::uint64_t ends);
    [[nodiscard]] core::Result<SyncCase> find_kept(const CaseEnd& end);
    void put_closed(SyncCase kept);
    template <class Sent>
    [[nodiscard]] core::replica::Verdict settle_in_turn(const core::BookId& book, const Sent& sent,
                                                        const Sender& sender);
    class Many;

    Store& store_;
    Clock& clock_;
    ReferenceCheck check_;
    std::size_t max_bytes_;
    CaseLimits case_limits_;
    std::mutex mutex_;               // of what follows
    std::list<core::BookId> order_;  // the most recently used first
    std::unordered_map<core::BookId, Kept> kept_;
    std::size_t bytes_ = 0;
};

}  // namespace lth::app
