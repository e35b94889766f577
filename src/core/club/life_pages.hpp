// What the board of a club sees of its people and its life on a day: consent, roles, goods, and
// what the book still lacks. Plain described data, as in pages.hpp.
#pragma once

#include "core/club/pages.hpp"

namespace lth::core::club {

/// The last answer of a person for a purpose. A purpose that is not there was not asked about.
struct ConsentGiven {
    ConsentPurpose purpose = ConsentPurpose::membership;
    ConsentAnswer answer = ConsentAnswer::agreed;
    ConsentHow how = ConsentHow::signature;
    Date on;
};
BOOST_DESCRIBE_STRUCT(ConsentGiven, (), (purpose, answer, how, on))
/// The answer in force on the day; nothing if the person was not asked.
[[nodiscard]] std::optional<ConsentGiven> consent_of(const Club& club, MemberId member,
                                                     ConsentPurpose purpose, Date on);

struct ConsentLine {
    MemberId member;
    std::vector<ConsentGiven> given;  // in the order of purposes
};
BOOST_DESCRIBE_STRUCT(ConsentLine, (), (member, given))
/// Everybody who is in the club on the day, in the order of admission.
[[nodiscard]] std::vector<ConsentLine> consent_lines(const Club& club, Date on);

/// The last answer, if there is one, was not to agree.
[[nodiscard]] bool has_refused(const Club& club, MemberId member, ConsentPurpose purpose, Date on);

/// True if the person's name is not to be shown: consent to be listed was refused or withdrawn.
[[nodiscard]] bool is_nameless(const Club& club, MemberId member, Date on);

struct TeamLine {
    Team team = Team::arts;
    Date since;
    std::vector<MemberId> members;
};
BOOST_DESCRIBE_STRUCT(TeamLine, (), (team, since, members))

/// Who does what on a day. A role ends with leaving the club.
struct RolesPage {
    std::optional<Date> board_since;
    std::vector<BoardSeat> board;
    std::vector<VolunteerPair> home_care;
    std::vector<VolunteerPair> economic;
    std::vector<TeamLine> teams;
};
BOOST_DESCRIBE_STRUCT(RolesPage, (), (board_since, board, home_care, economic, teams))
[[nodiscard]] RolesPage roles_page(const Club& club, Date on);

/// Who writes the book; the phone if nobody said otherwise.
[[nodiscard]] Keeper keeper_on(const Club& club, Date on);

/// What a book has of a month.
enum class MonthState : std::uint8_t {
    held,     // a regular meeting
    totals,   // only what its paper sums up to
    excused,  // by a decision
    none,
    outside  // the club was not active on its last day
};
BOOST_DESCRIBE_ENUM(MonthState, held, totals, excused, none, outside)

struct MonthLine {
    Month month;
    MonthState state = MonthState::none;
    std::optional<Date> on = {};  // of the meeting
    std::optional<Count> seq = {};
    std::optional<bool> from_paper = {};  // how the meeting came in
};
BOOST_DESCRIBE_STRUCT(MonthLine, (), (month, state, on, seq, from_paper))
/// The last `count` months up to and including `last`, the oldest first.
[[nodiscard]] std::vector<MonthLine> month_lines(const Club& club, Month last, std::int32_t count);

/// What a board has to do so that the book is whole, in the order in which it is done.
enum class Todo : std::uint8_t {
    complete_roster,
    open_book,
    set_rules,
    elect_board,
    ask_consent,     // of people who were not asked about being listed
    type_meetings,   // months of the last year that had no meeting and were not excused
    hold_meeting,    // this month's
    count_cash,      // in the month of the last meeting
    settle_count,    // the last count differed from the book, and nothing was decided since
    set_volunteers,  // of both kinds
    check_health,    // of this half of the year
    review_roster,   // in December and January
    self_score       // in January, of the year before
};
BOOST_DESCRIBE_ENUM(Todo, complete_roster, open_book, set_rules, elect_board, ask_consent,
                    type_meetings, hold_meeting, count_cash, settle_count, set_volunteers,
                    check_health, review_roster, self_score)

struct TodoLine {
    Todo what = Todo::complete_roster;
    Count count;                // of people
    std::vector<Month> months;  // without a meeting
    std::optional<Year> year;   // to review or to score
};
BOOST_DESCRIBE_STRUCT(TodoLine, (), (what, count, months, year))
[[nodiscard]] std::vector<TodoLine> todo_lines(const Club& club, Date on);

/// The last count of cash up to that day, if it differs from the book and nothing was decided
/// since.
[[nodiscard]] const Dated<CashCounted>* undecided_count(const Club& club, Date on);

}  // namespace lth::core::club
