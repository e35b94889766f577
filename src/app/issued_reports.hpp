// Reports that left the house: their files are kept and served again, and asked anew they tell what
// was recorded since.
#pragma once

#include <functional>

#include "app/officer.hpp"
#include "app/reading.hpp"

namespace lth::app {

/// What a report was asked for, so that it can be asked anew. `kind`: the id of report::Kind.
struct IssuedQuestion {
    std::string kind = {};
    core::Date as_of = {};
    core::Date units_as_of = {};
    std::int64_t known_at = 0;  // ms UTC
    std::string unit = {};      // its code on units_as_of; empty: the whole map
    std::optional<core::BookId> club = {};
    std::optional<core::Year> year = {};  // of a care fund
    std::string scheme = {};
    std::string criteria = {};  // reference of the version for rating clubs in force
};
BOOST_DESCRIBE_STRUCT(IssuedQuestion, (),
                      (kind, as_of, units_as_of, known_at, unit, club, year, scheme, criteria))

struct IssuedFile {
    core::BookId book = {};  // of the association that issued it
    core::Digest sha256{};   // of the content
    std::string file_name = {};
    std::string media_type = {};
    std::string content = {};
    std::string heads = {};      // a line "book seq hash" for every book, sorted; in hexadecimal
    std::string asked = {};      // IssuedQuestion as JSON
    std::int64_t stored_at = 0;  // ms UTC

    friend bool operator==(const IssuedFile&, const IssuedFile&) = default;
};

/// All calls may be made from any thread, and throw Fault.
class IssuedFiles {
public:
    virtual ~IssuedFiles() = default;

    /// What is there already stays as it is.
    virtual void put(const IssuedFile& file) = 0;
    [[nodiscard]] virtual std::optional<IssuedFile> find(const core::BookId& book,
                                                         const core::Digest& sha256) = 0;
    /// IssuedFile::asked alone, for lists.
    [[nodiscard]] virtual std::optional<std::string> asked(const core::BookId& book,
                                                           const core::Digest& sha256) = 0;
};

/// A file as it was made, and of what.
struct MadeReport {
    core::association::ReportKind kind = core::association::ReportKind::other;
    IssuedQuestion asked = {};
    std::string file_name = {};
    std::string media_type = {};
    std::string content = {};
};

/// What a report that is issued says of itself.
struct IssuedAs {
    core::Date on = {};
    std::optional<core::PublicText> number = {};
    std::int64_t known_at = 0;   // ms UTC
    bool moment_passed = false;  // it must be asked for: entries come in all the time
};

using MakeReport = std::function<core::Result<MadeReport>(const IssuedAs& issued)>;

/// What an officer's browser sends to issue one. The same entry again is answered alike.
struct IssueDraft {
    core::EntryId entry_id = {};
    std::optional<core::PublicText> number = {};  // of the document
};
BOOST_DESCRIBE_STRUCT(IssueDraft, (), (entry_id, number))

struct Issued {
    Receipt receipt;
    core::Digest file{};
    std::string file_name = {};
};

/// One as lists tell it.
struct IssuedLine {
    core::BookId book = {};  // of the association that issued it
    std::string owner = {};
    std::uint64_t seq = 0;  // of its entry
    core::Date on = {};
    bool live = true;  // false: reversed
    core::association::ReportKind kind = core::association::ReportKind::other;
    core::Date as_of = {};
    std::optional<core::PublicText> number = {};
    core::Digest file{};
    std::optional<IssuedQuestion> asked = {};  // absent: the file is not there
    std::string unit = {};  // the name of the unit asked about; empty: the whole map
    std::string club = {};
};
BOOST_DESCRIBE_STRUCT(IssuedLine, (),
                      (book, owner, seq, on, live, kind, as_of, number, file, asked, unit, club))

struct IssuedList {
    std::uint64_t total = 0;
    std::vector<IssuedLine> issued = {};  // the latest first
};
BOOST_DESCRIBE_STRUCT(IssuedList, (), (total, issued))

/// An entry that came after the report and speaks of a day not after its as_of.
struct LaterEntry {
    core::BookId book = {};
    std::string name = {};
    std::uint64_t seq = 0;
    std::int64_t received_at = 0;  // ms UTC
};
BOOST_DESCRIBE_STRUCT(LaterEntry, (), (book, name, seq, received_at))

struct LaterEntries {
    std::uint64_t books = 0;              // that have grown since
    std::uint64_t entries = 0;            // in these
    bool all_listed = true;               // false: there are more than those listed
    std::vector<LaterEntry> listed = {};  // by book and number, at most max_later_entries
};

BOOST_DESCRIBE_STRUCT(LaterEntries, (), (books, entries, all_listed, listed))

inline constexpr std::size_t max_later_entries = 500;

class IssuedReports {
public:
    struct Parts {
        Store& store;
        Books& books;
        Clock& clock;
        OfficerEntries& entries;
        HeldRights& rights;
        Places& places;
        Reading& reading;
    };
    explicit IssuedReports(const Parts& parts) : in_(parts) {}

    /// The day on which a report would be issued now.
    [[nodiscard]] core::Date today() const { return core::business_date(in_.clock.now_ms()); }

    /// Names of what it was asked about, as the map of the document calls the unit; empty: of none.
    [[nodiscard]] std::string unit_name(const IssuedQuestion& asked);
    [[nodiscard]] std::string club_name(const IssuedQuestion& asked);
    /// Of the matters of report.issued that an officer may read.
    [[nodiscard]] IssuedList list(const MatterList& matters);

    /// Makes it, keeps its file and the heads of all books, and records report.issued in the book
    /// of an association. `wanted`: what is asked for, known_at left open; the same entry again is
    /// answered alike, for something else it is refused. Rules reading.not_allowed,
    /// role.operation.not_allowed, entry.id_used_otherwise, report.number.taken, and those of
    /// making it. Throws Fault; then send the same again.
    [[nodiscard]] core::Result<Issued> issue(const core::AccountId& officer,
                                             const core::BookId& book, const IssueDraft& draft,
                                             const IssuedQuestion& wanted, const MakeReport& make);

    /// By whoever reads the lists that the association's book stands in. Rules
    /// reading.not_allowed, question.file.unknown.
    [[nodiscard]] core::Result<IssuedFile> find(const core::AccountId& officer,
                                                const core::BookId& book,
                                                const core::Digest& sha256);

    /// What was recorded since the file was made; listed are entries of books that the officer
    /// reads.
    [[nodiscard]] LaterEntries since(const core::AccountId& officer, const IssuedFile& file,
                                     core::Date as_of);

private:
    [[nodiscard]] core::Result<std::optional<Issued>> issued_before(const core::BookId& book,
                                                                    const IssueDraft& draft,
                                                                    const IssuedQuestion& wanted);

    [[nodiscard]] std::optional<core::Rejection> judge_number(
        const core::BookId& book, const std::optional<core::PublicText>& number, core::Date on);

    Parts in_;
};

/// The question that a file answers. Throws Fault if it is not one.
[[nodiscard]] IssuedQuestion question_of(const IssuedFile& file);

}  // namespace lth::app
