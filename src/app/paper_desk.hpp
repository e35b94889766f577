// The commune officer's day: which months of which clubs are closed, what the scheme asks, and the
// paper of a meeting that is typed for a club. What is typed is kept as a draft until it becomes an
// entry, which the browser records like any other (app/officer.hpp).
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/books.hpp"
#include "app/handover_desk.hpp"
#include "app/held_rights.hpp"
#include "app/paper_drafts.hpp"
#include "app/reading.hpp"
#include "app/scheme_desk.hpp"
#include "core/club/life_pages.hpp"
#include "core/club/pages.hpp"

namespace lth::app {

struct WorkClub {
    core::BookId book = {};
    std::string name = {};
    std::string village = {};
    std::string commune = {};
    core::club::Keeper keeper = core::club::Keeper::phone;
    std::uint64_t open_cases = 0;
    std::vector<core::club::MonthLine> months = {};  // the oldest first
    std::vector<core::Month> typing = {};            // of which there is a draft
    std::vector<core::club::TodoLine> due = {};
    std::optional<core::Month> missing = {};  // the oldest to be typed
};
BOOST_DESCRIBE_STRUCT(WorkClub, (),
                      (book, name, village, commune, keeper, open_cases, months, typing, due,
                       missing))

/// What is open in the officer's own associations and waits for him.
struct WorkMatters {
    MatterArea area = MatterArea::reports;
    MatterList list = {};
};
BOOST_DESCRIBE_STRUCT(WorkMatters, (), (area, list))

/// A club that has answered its rating, for whoever appraises it anew or approves it then.
struct WorkAnswer {
    core::BookId book = {};
    std::string name = {};
    std::string commune = {};
    core::Year year = {};
    core::Date since = {};  // of the last step
    core::club::RatingState state = core::club::RatingState::none;
};
BOOST_DESCRIBE_STRUCT(WorkAnswer, (), (book, name, commune, year, since, state))

struct WorkView {
    core::Date on = {};
    std::uint64_t total = 0;
    std::vector<WorkClub> clubs = {};
    std::vector<WorkAnswer> answers = {};
    std::vector<WorkMatters> scheme = {};
    std::vector<HandoverLine> receipts = {};  // of clubs' money, that the books do not have yet
};
BOOST_DESCRIBE_STRUCT(WorkView, (), (on, total, clubs, answers, scheme, receipts))

/// A row of the paper: everybody who is a member on its date.
struct PaperPerson {
    core::MemberId member = {};
    core::Count number = {};                    // in the order of admission, from 1
    std::string name = {};                      // empty: refused, erased, or not for this reader
    std::optional<core::Year> birth_year = {};  // tells namesakes apart
};
BOOST_DESCRIBE_STRUCT(PaperPerson, (), (member, number, name, birth_year))

/// A draft as it stands.
struct StandingDraft {
    std::string text = {};
    std::int64_t kept_at = 0;  // ms UTC
    core::AccountId account = {};
    std::string by = {};  // what that account is called
};
BOOST_DESCRIBE_STRUCT(StandingDraft, (), (text, kept_at, account, by))

/// What a paper is typed into.
struct PaperSheet {
    core::BookId book = {};
    core::club::HomePage home = {};
    core::club::MeetingSheet sheet = {};
    std::vector<PaperPerson> people = {};  // in the order of given names, as it is printed
    std::optional<StandingDraft> draft = {};
    std::optional<core::Month> missing = {};  // the oldest of the year before that has nothing
};
BOOST_DESCRIBE_STRUCT(PaperSheet, (), (book, home, sheet, people, draft, missing))

struct TypedPaper {
    core::Month month = {};
    std::string text = {};                  // empty: dropped
    std::optional<std::int64_t> over = {};  // `kept_at` of the draft that its typist has seen
};
BOOST_DESCRIBE_STRUCT(TypedPaper, (), (month, text, over))

struct PaperKept {
    std::int64_t kept_at = 0;  // 0: there is none any more
};
BOOST_DESCRIBE_STRUCT(PaperKept, (), (kept_at))

/// What is asked of the months of clubs.
struct WorkQuestion {
    std::optional<core::Date> on = {};  // the last month shown is its; today
    std::size_t offset = 0;
    std::size_t limit = 50;
};

/// Every call is for books in which the officer may record a meeting. Rule
/// role.operation.not_allowed; paper.draft.*.
class PaperDesk {
public:
    struct Parts {
        Store& store;
        Books& books;
        Clock& clock;
        HeldRights& rights;
        Reading& reading;
        SchemeDesk& scheme;
        HandoverDesk& handovers;
    };
    explicit PaperDesk(const Parts& parts) : in_(parts) {}

    [[nodiscard]] core::Result<WorkView> work(const core::AccountId& officer,
                                              const WorkQuestion& question);
    [[nodiscard]] core::Result<PaperSheet> sheet(const core::AccountId& officer,
                                                 const core::BookId& book, core::Date on);
    /// Refused if another draft stands by now, which the refusal tells, or none any more.
    [[nodiscard]] core::Result<PaperKept> keep(const core::AccountId& officer,
                                               const core::BookId& book, const TypedPaper& typed);

private:
    [[nodiscard]] core::Result<void> asked_by(const core::AccountId& officer,
                                              const core::BookId& book) const;
    [[nodiscard]] WorkClub club(const ClubLine& line, core::Date on);
    [[nodiscard]] core::Result<std::vector<WorkMatters>> matters(const core::AccountId& officer);
    [[nodiscard]] std::optional<StandingDraft> standing(const core::BookId& book,
                                                        core::Month month);

    Parts in_;
};

}  // namespace lth::app
