// What a device and the server say to each other: POST /api/v1/sync. src/json spells it.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/entry.hpp"

namespace lth::core::replica {

/// An entry that the device has made and the server has not settled.
struct Offered {
    Entry entry;
    std::optional<EntryId> replaces = {};  // the case that it mends

    friend bool operator==(const Offered&, const Offered&) = default;
};
BOOST_DESCRIBE_STRUCT(Offered, (), (entry, replaces))

/// An entry that its author took back: its number is settled, its content is not recorded.
struct Withdrawn {
    BookId book;
    EntryId entry_id;
    std::uint64_t device_seq = 0;
    Digest entry_digest{};

    friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (book, entry_id, device_seq, entry_digest))

/// How far the device has confirmed a book.
struct Followed {
    BookId book;
    std::uint64_t seq = 0;
    Digest hash{};
    // Of whose end it has not heard; absent from phones that know no such question.
    std::optional<std::vector<EntryId>> open_cases = {};

    friend bool operator==(const Followed&, const Followed&) = default;
};
BOOST_DESCRIBE_STRUCT(Followed, (), (book, seq, hash, open_cases))

struct Request {
    DeviceId device;
    std::string core_version;
    std::vector<Followed> follow = {};
    std::vector<Offered> entries = {};
    std::vector<Withdrawn> withdrawn = {};
    std::vector<SealedEntry> confirmed = {};  // what the server lost and has leave to take back

    friend bool operator==(const Request&, const Request&) = default;
};
BOOST_DESCRIBE_STRUCT(Request, (), (device, core_version, follow, entries, withdrawn, confirmed))

enum class VerdictKind : std::uint8_t {
    accepted,
    rejected,  // kept by the server as a case
    withdrawn,
    waiting,  // an earlier number of the device is missing, or the book cannot take entries now
};
BOOST_DESCRIBE_ENUM(VerdictKind, accepted, rejected, withdrawn, waiting)

/// Final for an entry id, except `waiting`.
struct Verdict {
    BookId book = {};
    EntryId entry_id = {};
    VerdictKind kind = VerdictKind::waiting;
    std::uint64_t seq = 0;     // of an accepted one
    std::string problem = {};  // of a rejected one, or why one waits: the rejection as JSON

    friend bool operator==(const Verdict&, const Verdict&) = default;
};
BOOST_DESCRIBE_STRUCT(Verdict, (), (book, entry_id, kind, seq, problem))

/// What became of an entry that was not recorded when it was sent.
enum class CaseState : std::uint8_t {
    open,
    replaced,   // a mended entry took its place
    withdrawn,  // its author or an officer let it go
    recorded,   // the server took it after all
};
BOOST_DESCRIBE_ENUM(CaseState, open, replaced, withdrawn, recorded)

/// How a case ended, of the asking device or of the one before it. A verdict is final: this is
/// what came after it.
struct CaseOutcome {
    EntryId entry_id;
    CaseState state = CaseState::open;
    std::optional<EntryId> replaced_by = {};
    std::optional<std::string> reason = {};  // of an officer who let it go

    friend bool operator==(const CaseOutcome&, const CaseOutcome&) = default;
};
BOOST_DESCRIBE_STRUCT(CaseOutcome, (), (entry_id, state, replaced_by, reason))

enum class BookState : std::uint8_t {
    ok,
    behind,  // the server was restored from a backup and has less
    forked,  // the server has another history
    closed,  // the sender has no right over the book (any more), or there is none
};
BOOST_DESCRIBE_ENUM(BookState, ok, behind, forked, closed)

/// What the server says of a followed book.
struct FollowAnswer {
    BookId book;
    BookState state = BookState::ok;
    std::uint64_t last_seq = 0;         // of the server
    Digest hash{};                      // at last_seq
    std::uint64_t settled_through = 0;  // numbers 1 … of the asking device
    bool takes_back = false;            // of `behind`: an administrator gave leave
    std::vector<SealedEntry> entries = {};
    std::optional<std::vector<CaseOutcome>> outcomes = {};  // only for those it asked about

    friend bool operator==(const FollowAnswer&, const FollowAnswer&) = default;
};
BOOST_DESCRIBE_STRUCT(FollowAnswer, (),
                      (book, state, last_seq, hash, settled_through, takes_back, entries, outcomes))

struct Answer {
    std::int64_t server_time = 0;  // ms UTC
    std::vector<Verdict> verdicts = {};
    std::vector<FollowAnswer> books = {};

    friend bool operator==(const Answer&, const Answer&) = default;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (server_time, verdicts, books))

}  // namespace lth::core::replica
