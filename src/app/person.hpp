// One person in one book: all that is held about him or her, and its erasure on request.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/books.hpp"

namespace lth::app {

/// An operation that names the person. `text` is what it says of him or her, as JSON: of a list the
/// own line, and no other person's id.
struct PersonOp {
    std::uint64_t seq = 0;
    std::int64_t received_at = 0;
    core::Date on = {};
    std::string op = {};
    std::string text = {};
    std::uint64_t others = 0;  // people it names besides
    bool undone = false;       // by a later one
};

/// A private part about the person. Erased or never brought: no text.
struct PersonPart {
    std::uint64_t seq = 0;  // 0: of an entry that waits for a decision
    std::uint64_t part = 0;
    std::string kind = {};  // class: name, contact, sensitive, text
    std::optional<std::string> text = {};
};

struct PersonConsent {
    core::Date on = {};
    std::vector<core::club::ConsentPurpose> purposes = {};
    core::club::ConsentHow how = core::club::ConsentHow::signature;
    core::club::ConsentAnswer answer = core::club::ConsentAnswer::agreed;
};

/// A loan that the person has ever owed: what he or she owes of it now, and has paid.
struct PersonLoan {
    core::LoanId loan = {};
    core::Date disbursed_on = {};
    core::Money principal = {};
    core::Money outstanding = {};
    core::Money interest_paid = {};
};

struct PersonFile {
    core::BookId book = {};
    core::SubjectId person = {};
    std::string club = {};
    std::int64_t made_at = 0;  // ms UTC
    std::vector<PersonPart> parts = {};
    std::vector<PersonConsent> consents = {};
    std::vector<PersonLoan> loans = {};
    std::vector<PersonOp> operations = {};
};

struct PersonErased {
    std::uint64_t parts = 0;  // whose text and salt are gone now
    std::uint64_t entries = 0;
    std::uint64_t cases = 0;  // entries waiting for a decision that held some
};
BOOST_DESCRIBE_STRUCT(PersonErased, (), (parts, entries, cases))

/// Somebody who is or was a member; the name as far as the reader may see it, and never of
/// somebody who refused to be listed.
struct PersonLine {
    core::MemberId member = {};
    core::Count number = {};  // in the order of admission, from 1, as on the phone
    std::optional<std::string> name = {};
    std::optional<core::Year> birth_year = {};
    core::Date joined = {};
    std::optional<core::Date> left = {};
};
BOOST_DESCRIBE_STRUCT(PersonLine, (), (member, number, name, birth_year, joined, left))

/// Rules of all calls: question.book.unknown, person.unknown.
class PersonDesk {
public:
    PersonDesk(Store& store, Books& books, Clock& clock, Ids& ids)
        : store_(store), books_(books), clock_(clock), ids_(ids) {}

    /// In the order of admission; nobody but members stands in a club's list.
    [[nodiscard]] core::Result<std::vector<PersonLine>> list(const core::BookId& book);

    /// Operations that the book has undone are there, too: both are held.
    [[nodiscard]] core::Result<PersonFile> file(const core::BookId& book, core::SubjectId person);

    /// Deletes every private part about the person, by entries of the sender; figures, chains and
    /// digests stay. Again, it finds nothing left. Also refused by the sender's rights. Throws
    /// Fault; then call it again.
    [[nodiscard]] core::Result<PersonErased> erase(const core::BookId& book, core::SubjectId person,
                                                   const Sender& sender);

private:
    Store& store_;
    Books& books_;
    Clock& clock_;
    Ids& ids_;
};

}  // namespace lth::app
