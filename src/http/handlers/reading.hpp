// What whoever asks may see of one book: by the rights of the signed-in, or by what is public.
#pragma once

#include "app/readers.hpp"
#include "http/pages/pages.hpp"
#include "http/router.hpp"

namespace lth::http {

struct BookReader {
    std::optional<app::SignedIn> who;  // nobody: what is public
    app::BookSight sight;

    /// A reason would open names of people.
    [[nodiscard]] pages::Asks asks() const {
        return sight.by_reason.empty() ? pages::Asks::nothing : pages::Asks::reason;
    }
    /// Whoever is shown no names is told sums of single members; where books are public all is.
    [[nodiscard]] bool closes_members(core::BookKind kind = core::BookKind::club) const {
        return who && sight.closes_members(kind);
    }
    /// As it was known while the reader's time lasted.
    void limit(app::Question& question) const;
    /// The entry belongs to history that is closed to this reader, or to none.
    [[nodiscard]] bool may_see(const core::Seal& seal) const {
        return !sight.received_before || seal.received_at < *sight.received_before;
    }
};

/// Rules reading.*.
[[nodiscard]] core::Result<BookReader> reader_of(const Call& call, const core::BookId& book);

/// Drops loans of single members, and flags of them, that are closed to the reader.
void show(const BookReader& reader, app::ClubView& view);
/// Drops entries and parts that the reader may not see; what he sees of people is logged. Says
/// whether what single members did is closed to him.
void show(const Call& call, const BookReader& reader, app::EntriesView& view);
/// What tells of a club's single members: rules reading.*.
[[nodiscard]] core::Result<void> may_read_members(const BookReader& reader,
                                                  const core::BookId& club);
/// Bodies name members by their numbers: rules reading.*.
[[nodiscard]] core::Result<void> may_read_bodies(const BookReader& reader,
                                                 const app::EntriesView& view);
/// Rule question.entry.unknown.
[[nodiscard]] core::Result<void> show(const Call& call, const BookReader& reader,
                                      app::EntryView& view);

}  // namespace lth::http
