// Identifiers: 16-byte UUIDs for what is known between books (books, entries, devices, accounts)
// and 50-bit ids, written as ten base32 characters, for what lives inside one book.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lth::core {

/// 16 raw bytes; text form is the lower-case 8-4-4-4-12 of RFC 9562.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    friend auto operator<=>(const Uuid&, const Uuid&) = default;
    [[nodiscard]] bool is_nil() const { return *this == Uuid{}; }
};

/// Strict: 36 characters, lower-case hex; anything else is nullopt.
[[nodiscard]] std::optional<Uuid> parse_uuid(std::string_view text);
[[nodiscard]] std::string to_text(const Uuid& id);

/// A UUID of its own type, so that a device is never taken for an author.
template <class Tag>
struct UuidOf : Uuid {
    UuidOf() = default;
    explicit UuidOf(const Uuid& raw) : Uuid(raw) {}
    friend auto operator<=>(const UuidOf&, const UuidOf&) = default;
};

using BookId = UuidOf<struct BookTag>;
using EntryId = UuidOf<struct EntryTag>;
using DeviceId = UuidOf<struct DeviceTag>;
using AccountId = UuidOf<struct AccountTag>;  // of a person who signs in

/// Ten characters of Crockford's base32 (0-9, A-Z without I L O U): readable on paper.
[[nodiscard]] std::optional<std::uint64_t> parse_base32(std::string_view text);
[[nodiscard]] std::string base32_text(std::uint64_t value);

inline constexpr std::uint64_t local_id_limit = std::uint64_t{1} << 50;

/// An id inside a book, 0 ≤ value < 2^50.
template <class Tag>
struct LocalId {
    std::uint64_t value = 0;

    friend auto operator<=>(const LocalId&, const LocalId&) = default;
};

template <class Tag>
[[nodiscard]] std::string to_text(LocalId<Tag> id) {
    return base32_text(id.value);
}

using MemberId = LocalId<struct MemberTag>;
using LoanId = LocalId<struct LoanTag>;
using MeetingId = LocalId<struct MeetingTag>;
using HandoverId = LocalId<struct HandoverTag>;
using GrantId = LocalId<struct GrantTag>;        // of a care fund to a club
using TransferId = LocalId<struct TransferTag>;  // between care funds
using UnitId = LocalId<struct UnitTag>;          // province, district, commune
using VillageId = LocalId<struct VillageTag>;
using ClusterId = LocalId<struct ClusterTag>;
using ProgrammeId = LocalId<struct ProgrammeTag>;
using RecordId = LocalId<struct RecordTag>;    // visits, plans, obstacles … of an association
using SubjectId = LocalId<struct SubjectTag>;  // whom a private part is about

}  // namespace lth::core

template <>
struct std::hash<lth::core::Uuid> {
    std::size_t operator()(const lth::core::Uuid& id) const noexcept {
        std::uint64_t high = 0;
        std::uint64_t low = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            high = high << 8 | id.bytes[i];
            low = low << 8 | id.bytes[i + 8];
        }
        return static_cast<std::size_t>(high * 0x9E3779B97F4A7C15U ^ low);
    }
};

template <class Tag>
struct std::hash<lth::core::UuidOf<Tag>> : std::hash<lth::core::Uuid> {};

template <class Tag>
struct std::hash<lth::core::LocalId<Tag>> {
    std::size_t operator()(lth::core::LocalId<Tag> id) const noexcept {
        return static_cast<std::size_t>(id.value * 0x9E3779B97F4A7C15U >> 7);
    }
};
