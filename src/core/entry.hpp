// An entry: what somebody recorded, sealed by its author and chained by the server.
// Byte layouts and test vectors: docs/entries.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/sha256.hpp"

namespace lth::core {

enum class BookKind : std::uint8_t { club, association, territory, registry };

/// What a private part is about decides who may read it.
enum class PartClass : std::uint8_t { name, contact, sensitive, text };

/// Salt and text of a private part; both vanish on erasure.
struct PartContent {
    std::array<std::uint8_t, 16> salt{};
    std::string text;  // a JSON object, kept byte for byte

    friend bool operator==(const PartContent&, const PartContent&) = default;
};

/// A private part. Withheld or erased it keeps its digest, so that the chain verifies without it.
struct PrivatePart {
    std::uint16_t number = 1;  // 1, 2, 3 … in the entry
    std::optional<SubjectId> subject;
    PartClass kind = PartClass::text;
    std::optional<PartContent> content;
    Digest digest{};

    friend bool operator==(const PrivatePart&, const PrivatePart&) = default;
};

/// What the author's device makes, with no network.
struct Entry {
    EntryId entry_id;
    BookId book_id;
    DeviceId device;
    AccountId author;
    std::uint64_t device_seq = 0;  // 1, 2, 3 … per device and book
    std::int64_t made_at = 0;      // device clock, ms UTC; information only
    std::string body;              // JSON, kept byte for byte
    std::vector<PrivatePart> parts;

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// What the server, the only sequencer of a book, adds.
struct Seal {
    std::uint64_t seq = 0;         // 1, 2, 3 … without gaps
    std::int64_t received_at = 0;  // ms UTC, never decreasing in a book
    AccountId sent_by;
    Digest hash{};

    friend bool operator==(const Seal&, const Seal&) = default;
};

struct SealedEntry {
    Entry entry;
    Seal seal;

    friend bool operator==(const SealedEntry&, const SealedEntry&) = default;
};

/// Limits of books.md; bytes of body and of all private texts together.
struct EntryLimits {
    std::size_t body_bytes;
    std::size_t private_bytes;
    std::size_t ops;
};
[[nodiscard]] EntryLimits limits_of(BookKind kind);

inline constexpr std::size_t max_json_depth = 8;

[[nodiscard]] std::string_view to_text(BookKind kind);
[[nodiscard]] std::string_view to_text(PartClass kind);
[[nodiscard]] std::optional<BookKind> parse_book_kind(std::string_view text);
[[nodiscard]] std::optional<PartClass> parse_part_class(std::string_view text);

/// SHA-256("LTH-P1" ‖ part u16, subject, class, salt, text, each as u32 length ‖ bytes).
[[nodiscard]] Digest part_digest(const PrivatePart& part, const PartContent& content);

/// SHA-256("LTH-R1" ‖ digests in list order); 32 zero bytes if there are none.
[[nodiscard]] Digest private_root(const std::vector<PrivatePart>& parts);

/// SHA-256("LTH-E1" ‖ ids ‖ device_seq ‖ made_at ‖ SHA-256(body) ‖ private_root): all of it is the
/// author's, so it can be printed on the minutes with no network.
[[nodiscard]] Digest entry_digest(const Entry& entry);

/// SHA-256("LTH-C1" ‖ previous ‖ seq ‖ received_at ‖ sent_by ‖ entry_digest).
[[nodiscard]] Digest chain_hash(const Digest& previous, const Seal& seal, const Digest& entry);

/// The state of a book's chain: what the next entry must follow.
struct Head {
    std::uint64_t last_seq = 0;
    std::int64_t received_at = 0;
    Digest hash{};

    friend bool operator==(const Head&, const Head&) = default;
};

/// Seals `entry` as the next one after `head`; `now_ms` is raised to the last received_at.
[[nodiscard]] SealedEntry seal(const Head& head, Entry entry, std::int64_t now_ms,
                               const AccountId& sent_by);

/// True if `sealed` follows `head` and its digests (of the parts held, too) are right.
[[nodiscard]] bool follows(const Head& head, const SealedEntry& sealed);

[[nodiscard]] Head head_after(const SealedEntry& sealed);

}  // namespace lth::core
