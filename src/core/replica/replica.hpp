// The state machine of one device: what is confirmed by the server, what is pending, what was
// refused and kept as a case. Pure: every call says what to keep, and the caller keeps all of it in
// one transaction before it shows or sends anything.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "core/club/fold.hpp"
#include "core/replica/messages.hpp"

namespace lth::core::replica {

/// An entry that was not recorded, whole. Never dropped: its number stays settled.
struct Case {
    Offered offered;
    CaseState state = CaseState::open;
    std::string problem = {};  // the rejection as JSON; empty if withdrawn before any verdict
    bool told = true;          // the server knows of this state
    std::optional<EntryId> replaced_by = {};
    std::optional<std::string> reason = {};  // of an officer who let it go

    friend bool operator==(const Case&, const Case&) = default;
};
BOOST_DESCRIBE_STRUCT(Case, (), (offered, state, problem, told, replaced_by, reason))

/// An entry on its way. One that is being withdrawn is sent as such and counts nowhere.
struct Pending {
    Offered offered;
    bool withdrawing = false;

    friend bool operator==(const Pending&, const Pending&) = default;
};
BOOST_DESCRIBE_STRUCT(Pending, (), (offered, withdrawing))

// What the device must keep.
struct KeepBook {
    BookId book;
    std::uint64_t used_through = 0;  // numbers that this device has given
};
BOOST_DESCRIBE_STRUCT(KeepBook, (), (book, used_through))
struct KeepConfirmed {
    SealedEntry sealed;
};
struct DropConfirmed {  // entries with a greater seq
    BookId book;
    std::uint64_t after_seq = 0;
};
struct KeepPending {
    Pending pending;
};
struct DropPending {
    BookId book;
    std::uint64_t device_seq = 0;
};
struct KeepCase {
    Case kept;
};
/// Somebody else's entry that the server no longer has: kept apart, for whoever mends the loss.
struct KeepDisplaced {
    SealedEntry sealed;
};

using Kept = std::variant<KeepBook, KeepConfirmed, DropConfirmed, KeepPending, DropPending,
                          KeepCase, KeepDisplaced>;
using KeptList = std::vector<Kept>;

/// Reads the operations of an entry: core spells no JSON.
using ReadOps = Result<std::vector<club::ClubOp>> (*)(const Entry& entry);

/// One club's book on the device.
class BookReplica {
public:
    BookReplica(BookId id, DeviceId device, ReadOps read_ops);

    // After a start: what was kept, confirmed entries in order of seq.
    void restore(const KeepBook& kept);
    [[nodiscard]] Result<void> restore(SealedEntry sealed);
    void restore(Pending pending);
    void restore(Case kept);
    /// When all was handed over. What must be kept anew: an entry that an older core took in
    /// without knowing all its operations may erase what was kept.
    [[nodiscard]] KeptList restored();

    /// Judges a new entry in the state shown. Fills in the number; whatever the clock says, dates
    /// are no reason to refuse here.
    [[nodiscard]] Result<Entry> record(Offered offered, KeptList& keep);
    /// Takes back what is pending, or a case of this device. False if the entry is neither.
    bool withdraw(const EntryId& id, KeptList& keep);

    void ask(Request& request) const;
    void take(const FollowAnswer& answer, KeptList& keep);
    void take(const Verdict& verdict, KeptList& keep);

    [[nodiscard]] const BookId& id() const { return id_; }
    [[nodiscard]] const Head& head() const { return heads_.empty() ? none_ : heads_.back(); }
    /// Confirmed by the server, in order of seq.
    [[nodiscard]] const std::vector<SealedEntry>& entries() const { return entries_; }
    /// What they fold to.
    [[nodiscard]] const club::Club& confirmed() const { return confirmed_; }
    /// With everything pending that fits.
    [[nodiscard]] const club::Club& shown() const { return shown_ ? *shown_ : confirmed_; }
    /// What was known when entry `seq` was recorded, itself included; those that are pending count
    /// on from the confirmed. The book is folded anew.
    [[nodiscard]] club::Club as_recorded(std::uint64_t seq) const;
    [[nodiscard]] const std::map<std::uint64_t, Pending>& pending() const { return pending_; }
    [[nodiscard]] const std::map<EntryId, Case>& cases() const { return cases_; }
    /// Entries hold operations that this core does not know: nothing is recorded until it is newer.
    [[nodiscard]] bool needs_update() const { return unfolded_ > 0; }
    [[nodiscard]] BookState state() const { return state_; }
    [[nodiscard]] std::uint64_t used_through() const { return used_through_; }
    [[nodiscard]] std::uint64_t settled_through() const { return settled_through_; }
    /// Pending entries that no longer fit what is confirmed: the server will make them cases.
    [[nodiscard]] const std::map<std::uint64_t, Rejection>& misfits() const { return misfits_; }

private:
    [[nodiscard]] bool confirm(SealedEntry sealed, KeptList& keep);
    void settle_own(const Entry& confirmed, KeptList& keep);
    void erase_parts(const club::ClubOp& op, KeptList& keep);
    void learn(const CaseOutcome& outcome, KeptList& keep);
    void compare(const FollowAnswer& answer, KeptList& keep);
    void close(KeptList& keep);
    void roll_back(std::uint64_t to_seq, KeptList& keep);
    void show();

    BookId id_;
    DeviceId device_;
    ReadOps read_ops_;
    Head none_;
    std::vector<Head> heads_;           // after each confirmed entry
    std::vector<SealedEntry> entries_;  // confirmed
    club::Club confirmed_;
    club::Birthdays birthdays_;
    std::size_t unfolded_ = 0;
    std::optional<club::Club> shown_;             // if anything is pending
    std::map<std::uint64_t, Pending> pending_;    // by device_seq
    std::map<std::uint64_t, Rejection> misfits_;  // of pending_
    std::set<std::uint64_t> accepted_;            // of pending_, in this answer
    std::map<EntryId, Case> cases_;
    KeptList late_;  // of restore: what the kept rows do not say yet
    std::uint64_t used_through_ = 0;
    std::uint64_t settled_through_ = 0;
    bool settled_known_ = false;
    BookState state_ = BookState::ok;
    std::uint64_t server_seq_ = 0;  // of `behind`
    bool takes_back_ = false;
    std::optional<std::uint64_t> probe_;  // of `forked`: the seq to ask from
};

/// All books of one device.
class Replica {
public:
    Replica(DeviceId device, std::string core_version, ReadOps read_ops);

    [[nodiscard]] BookReplica& follow(const BookId& book);
    [[nodiscard]] BookReplica* find(const BookId& book);

    /// At most `max_bytes` of entries; the rest goes next time.
    [[nodiscard]] Request ask(std::size_t max_bytes) const;
    [[nodiscard]] KeptList take(const Answer& answer, std::int64_t device_time);

    /// What to add to this device's clock, ms.
    [[nodiscard]] std::int64_t clock_offset() const { return clock_offset_; }
    [[nodiscard]] const std::map<BookId, BookReplica>& books() const { return books_; }

private:
    DeviceId device_;
    std::string core_version_;
    ReadOps read_ops_;
    std::map<BookId, BookReplica> books_;
    std::int64_t clock_offset_ = 0;
};

}  // namespace lth::core::replica
