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
    /// As it was known while the reader's time lasted.
    void limit(app::Question& question) const;
    /// The entry belongs to history that is closed to this reader, or to none.
    [[nodiscard]] bool may_see(const core::Seal& seal) const {
        return !sight.received_before || seal.received_at < *sight.received_before;
    }
};

/// Rules reading.*.
[[nodiscard]] core::Result<BookReader> reader_of(const Call& call, const core::BookId& book);

/// Loans of single members are for whoever is shown names, and for all where books are public.
void show(const BookReader& reader, app::ClubView& view);
/// Drops entries and parts that the reader may not see; what he sees of people is logged.
void show(const Call& call, const BookReader& reader, app::EntriesView& view);
/// Rule question.entry.unknown.
[[nodiscard]] core::Result<void> show(const Call& call, const BookReader& reader,
                                      app::EntryView& view);

}  // namespace lth::http
