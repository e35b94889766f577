// The commune officer's day: which months of which clubs are closed, and the paper of a meeting
// that is typed for a club. What is typed is kept as a draft until it becomes an entry, which the
// browser records like any other (app/officer.hpp).
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/books.hpp"
#include "app/held_rights.hpp"
#include "app/paper_drafts.hpp"
#include "app/reading.hpp"
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
    std::vector<core::Month> typing = {};            // of which this officer has a draft
    std::vector<core::club::TodoLine> due = {};
};
BOOST_DESCRIBE_STRUCT(WorkClub, (),
                      (book, name, village, commune, keeper, open_cases, months, typing, due))

struct WorkView {
    core::Date on = {};
    std::uint64_t total = 0;
    std::vector<WorkClub> clubs = {};
};
BOOST_DESCRIBE_STRUCT(WorkView, (), (on, total, clubs))

/// A row of the paper: everybody who is a member on its date.
struct PaperPerson {
    core::MemberId member = {};
    core::Count number = {};                    // in the order of admission, from 1
    std::string name = {};                      // empty: refused, erased, or not for this reader
    std::optional<core::Year> birth_year = {};  // tells namesakes apart
};
BOOST_DESCRIBE_STRUCT(PaperPerson, (), (member, number, name, birth_year))

/// What a paper is typed into.
struct PaperSheet {
    core::BookId book = {};
    core::club::HomePage home = {};
    core::club::MeetingSheet sheet = {};
    std::vector<PaperPerson> people = {};      // in the order of given names, as it is printed
    std::optional<std::string> draft = {};     // as this officer left it
    std::optional<std::int64_t> kept_at = {};  // ms UTC
};
BOOST_DESCRIBE_STRUCT(PaperSheet, (), (book, home, sheet, people, draft, kept_at))

/// What is asked of the months of clubs.
struct WorkQuestion {
    std::optional<core::Date> on = {};  // the last month shown is its; today
    std::size_t offset = 0;
    std::size_t limit = 50;
};

/// Every call is for books in which the officer may record a meeting. Rule
/// role.operation.not_allowed; paper.draft.too_long.
class PaperDesk {
public:
    struct Parts {
        Store& store;
        Books& books;
        Clock& clock;
        HeldRights& rights;
        Reading& reading;
    };
    explicit PaperDesk(const Parts& parts) : in_(parts) {}

    [[nodiscard]] core::Result<WorkView> work(const core::AccountId& officer,
                                              const WorkQuestion& question);
    [[nodiscard]] core::Result<PaperSheet> sheet(const core::AccountId& officer,
                                                 const core::BookId& book, core::Date on);
    /// An empty text drops it.
    [[nodiscard]] core::Result<void> keep(const core::AccountId& officer, const core::BookId& book,
                                          core::Month month, const std::string& text);

private:
    [[nodiscard]] core::Result<void> asked_by(const core::AccountId& officer,
                                              const core::BookId& book) const;
    [[nodiscard]] WorkClub club(const ClubLine& line, core::Date on,
                                std::span<const PaperDraft> drafts);

    Parts in_;
};

}  // namespace lth::app
