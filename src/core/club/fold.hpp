// Judging and applying entries to a club's book.
//
// `apply` is total: it rejects nothing and never changes for a given version of an operation.
// `admit` is what a new entry goes through: each operation is judged in the state that the ones
// before it left, limits are judged after the whole entry, and a refused entry leaves the book as
// it was.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "core/club/club.hpp"
#include "core/result.hpp"

namespace lth::core::club {

/// Day and month of birth where they are known: from private parts, never from the fold.
struct MonthDay {
    std::uint8_t month;
    std::uint8_t day;
    friend auto operator<=>(const MonthDay&, const MonthDay&) = default;
};
struct Birthdays {
    std::map<MemberId, MonthDay> known;
};

/// Exact birthdays that an entry discloses (or, empty, erases).
struct BirthdayChange {
    MemberId member;
    std::optional<MonthDay> birthday;
};

/// The place of an entry in its book.
struct At {
    EntryId entry_id;
    std::uint64_t seq = 0;
};

/// Folds one entry of a known history.
void apply(Club& club, At at, std::span<const ClubOp> ops);

/// Judges a new entry and, if no rule refuses it, applies it. `today` is the business date.
/// On a rejection the club is as before.
[[nodiscard]] Result<Changes> admit(Club& club, Birthdays& birthdays, At at,
                                    std::span<const ClubOp> ops,
                                    std::span<const BirthdayChange> disclosed, Date today);

/// Applies without judging (an import of an export, a restore) and tells what changed.
[[nodiscard]] Changes apply_with_changes(Club& club, Birthdays& birthdays, At at,
                                         std::span<const ClubOp> ops,
                                         std::span<const BirthdayChange> disclosed);

/// Rows of the whole book, as if every entry had changed everything: for rebuild and verify.
[[nodiscard]] Changes all_rows(const Club& club, const Birthdays& birthdays);

/// Canonical text of balances, loans, members and meetings: what a frozen history folds to for
/// ever.
[[nodiscard]] std::string canonical_text(const Club& club);

}  // namespace lth::core::club
