// What somebody who has signed in may read of a book, by the roles he holds over it; reasons that
// open names; and the log of what was read.
#pragma once

#include <boost/describe/class.hpp>

#include "app/attachments.hpp"
#include "app/held_rights.hpp"
#include "app/read_log.hpp"
#include "app/roles.hpp"
#include "app/sign_in.hpp"
#include "app/unit_map.hpp"

namespace lth::app {

/// Of one book. Without `entries` not even that.
struct BookSight {
    Seeing entries = Seeing::no;
    PartClasses classes = {};                          // that are sent
    PartClasses by_reason = {};                        // that a typed reason would open
    std::optional<std::int64_t> received_before = {};  // ms UTC: history that is closed
    bool audits = false;                               // an auditor's reading is logged

    [[nodiscard]] bool closes_members(core::BookKind kind = core::BookKind::club) const {
        return !shows_members(classes, kind);
    }
};

struct ReasonForm {
    core::BookId book;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonForm, (), (book, reason))

struct ReasonGiven {
    core::BookId book;
    std::int64_t expires_at = 0;
};
BOOST_DESCRIBE_STRUCT(ReasonGiven, (), (book, expires_at))

struct ReadShown {
    core::BookId book;
    std::int64_t at = 0;
    core::Uuid id = {};
    std::string reader;  // as it is shown
    std::string login;
    ReadWhat what = ReadWhat::sensitive;
    std::optional<core::SubjectId> subject = {};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReadShown, (), (book, at, id, reader, login, what, subject, reason))

struct ReadsQuestion {
    std::optional<core::BookId> book = {};
    std::optional<std::int64_t> before = {};  // ms UTC
    core::Uuid before_id = {};                // of the last line of the page before, at `before`
    std::size_t limit = 100;
};

class Readers {
public:
    Readers(Store& store, HeldRights& rights, UnitMap& map, Clock& clock, Ids& ids);

    [[nodiscard]] BookSight sight(const SignedIn& who, const core::BookId& book);
    /// Units and clusters whose officers work over the unit today.
    [[nodiscard]] std::vector<core::UnitId> units_over(const core::UnitId& unit) {
        return map_.units_over(unit);
    }

    /// Opens the book's names to this session for half an hour. Rules reading.*.
    [[nodiscard]] core::Result<ReasonGiven> give_reason(const SignedIn& who,
                                                        const ReasonForm& form);

    /// Takes away what the reader may not see, and keeps in the log what he was shown.
    void show(const SignedIn& who, const BookSight& sight,
              const std::vector<core::SealedEntry*>& entries);

    /// A photograph that an entry of the book names, by whoever sees the sensitive class: it is
    /// logged. Rules attachment.not_readable, attachment.unknown, reading.reason_needed.
    [[nodiscard]] core::Result<Attachment> attachment(const SignedIn& who, const core::BookId& book,
                                                      const core::Digest& sha256);

    /// Something of many books left the house: it is logged with the book given, else with the
    /// registry, which is the whole province's.
    void took(const SignedIn& who, const std::optional<core::BookId>& book, ReadWhat what,
              std::string title);

    /// What was read of the books whose trail the asker sees, the latest first.
    [[nodiscard]] std::vector<ReadShown> reads(const SignedIn& who, const ReadsQuestion& question);

private:
    void add_district(const SignedIn& who, const core::BookId& book, BookSight& sight);
    void log(const SignedIn& who, const core::BookId& book, ReadWhat what, std::string reason);

    Store& store_;
    HeldRights& rights_;
    UnitMap& map_;
    Clock& clock_;
    Ids& ids_;
};

/// Parts of other classes lose text and salt; their digests stay.
void withhold(core::SealedEntry& entry, const PartClasses& kept);

}  // namespace lth::app
