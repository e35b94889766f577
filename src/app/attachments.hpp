// Photographs of papers: kept apart from the entries that name them, seen by few, kept for a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/books.hpp"
#include "app/sync.hpp"

namespace lth::app {

/// JPEG, scaled down on the phone.
inline constexpr std::size_t max_attachment_bytes = 300'000;

struct Attachment {
    core::BookId book;
    core::Digest sha256{};
    std::string content;
    std::int64_t stored_at = 0;  // ms UTC

    friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// How many a book has.
struct StoredFiles {
    core::BookId book;
    std::uint64_t files = 0;
    std::int64_t oldest = 0;  // ms UTC

    friend bool operator==(const StoredFiles&, const StoredFiles&) = default;
};

/// All calls may be made from any thread, and throw Fault.
class Attachments {
public:
    virtual ~Attachments() = default;

    /// What is there already stays as it is.
    virtual void put(const Attachment& attachment) = 0;
    [[nodiscard]] virtual std::optional<Attachment> find(const core::BookId& book,
                                                         const core::Digest& sha256) = 0;
    /// Those that were stored before the time (ms UTC) and are there still, by book.
    [[nodiscard]] virtual std::vector<StoredFiles> stored_before(std::int64_t time) = 0;
    /// How many were stored before the time (ms UTC), and forgotten: their entries stay.
    virtual std::size_t forget_before(std::int64_t time) = 0;
};

class AttachmentDesk {
public:
    AttachmentDesk(Store& store, Books& books, Clock& clock, Rights& rights)
        : store_(store), books_(books), clock_(clock), rights_(rights) {}

    /// Keeps a file that an entry of the caller's book names, by whoever may record such an entry.
    /// The same file again is accepted. Rules attachment.…, and those of Rights.
    [[nodiscard]] core::Result<void> put(const Caller& caller, const core::Digest& sha256,
                                         const std::string& content);

    /// By whoever may read the sensitive class: it is logged.
    [[nodiscard]] core::Result<Attachment> get(const Caller& caller, const core::Digest& sha256);

private:
    [[nodiscard]] core::Result<core::BookId> book_of(const Caller& caller);

    Store& store_;
    Books& books_;
    Clock& clock_;
    Rights& rights_;
};

}  // namespace lth::app
