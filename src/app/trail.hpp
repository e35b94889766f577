// Who recorded what: entries of all books by the person and the device behind them.
#pragma once

#include <boost/describe/class.hpp>

#include "app/held_rights.hpp"
#include "app/sign_in.hpp"

namespace lth::app {

/// Behind an entry, as people say it; empty where nobody is known by the id.
struct Recorder {
    std::string name;    // as it is shown
    std::string login;   // of an officer
    std::string device;  // a phone's name
};
BOOST_DESCRIBE_STRUCT(Recorder, (), (name, login, device))

/// An entry without what it says.
struct RecordedLine {
    core::BookId book;
    std::string name;  // of the club or association
    std::uint64_t seq = 0;
    std::int64_t received_at = 0;  // ms UTC
    Recorder by;
    std::vector<std::string> ops;  // "meeting.held"
};
BOOST_DESCRIBE_STRUCT(RecordedLine, (), (book, name, seq, received_at, by, ops))

struct RecordedQuestion {
    std::string login = {};                 // of one officer; empty: of all
    std::optional<EntryPlace> before = {};  // now
    std::size_t limit = 50;
};

struct RecordedView {
    std::vector<RecordedLine> lines;
    std::optional<EntryPlace> next;  // where the next page begins, if there may be one
};

class Trail {
public:
    Trail(Store& store, HeldRights& rights, Places& places, Clock& clock)
        : store_(store), rights_(rights), places_(places), clock_(clock) {}

    /// In the books whose trail the asker sees, the latest first. Rule account.unknown.
    [[nodiscard]] core::Result<RecordedView> recorded(const SignedIn& who,
                                                      const RecordedQuestion& question);

    /// Nothing if the asker does not see the book's trail.
    [[nodiscard]] std::optional<Recorder> recorder_of(const SignedIn& who,
                                                      const core::Entry& entry);

private:
    [[nodiscard]] Recorder behind(const core::Entry& entry);

    Store& store_;
    HeldRights& rights_;
    Places& places_;
    Clock& clock_;
};

}  // namespace lth::app
