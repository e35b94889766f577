// What the board of a club sees of its book on a day: plain data without names of people, which
// stand in private parts. Described, so that src/json writes it and a phone shows it.
#pragma once

#include <string>
#include <vector>

#include "core/club/loan.hpp"
#include "core/club/rows.hpp"

namespace lth::core::club {

/// Where the club stands. Money in đồng, of everything dated up to and including `on`.
struct HomePage {
    Date on;
    std::string name;
    Status status = Status::proposed;
    std::optional<VillageId> seat_village;
    std::optional<Date> book_opened;  // before it no money can be recorded
    std::optional<Date> closed_until;
    Count members;
    Money income_cash;
    Money income_bank;
    Money operating_cash;
    Money operating_bank;
    Money lent;             // outstanding
    Money overdue;          // of it, with anything older than 30 days
    Count borrowers_owing;  // members who owe principal
    Money income_fund;      // everything it owns
    Money operating_fund;   // what it owns less what it owes
    std::optional<Date> last_meeting;
    std::optional<Date> next_meeting;  // by the rules' meeting day; none without one
    std::optional<RulesSet> rules;
};
BOOST_DESCRIBE_STRUCT(HomePage, (),
                      (on, name, status, seat_village, book_opened, closed_until, members,
                       income_cash, income_bank, operating_cash, operating_bank, lent, overdue,
                       borrowers_owing, income_fund, operating_fund, last_meeting, next_meeting,
                       rules))
[[nodiscard]] HomePage home_page(const Club& club, Date on);

/// A person who is or was a member.
struct MemberLine {
    MemberId member;
    Date joined;
    std::optional<Date> left;
    std::optional<Leaving> reason;
    std::optional<Year> birth_year;
    Sex sex = Sex::unknown;
    Hardship hardship = Hardship::unknown;
    Money shares;
    Money owes;  // principal outstanding
    bool in_club = false;
    std::optional<BoardRole> role;
};
BOOST_DESCRIBE_STRUCT(MemberLine, (),
                      (member, joined, left, reason, birth_year, sex, hardship, shares, owes,
                       in_club, role))
/// Everybody the book knows, in the order of admission.
[[nodiscard]] std::vector<MemberLine> member_lines(const Club& club, Date on);

/// A loan and what is due of it on a day.
struct LoanLine {
    LoanId loan;
    MemberId member;  // who owes it
    Date disbursed_on;
    Money principal;
    Money outstanding;
    Money overdue_interest;
    Money due_interest;
    Money overdue_principal;
    Money due_principal;
    Count age_days;  // of the oldest month not covered
    Count rescheduled;
    Money written_off;  // and not recovered
    LoanTerms terms;    // in force
    friend bool operator==(const LoanLine&, const LoanLine&) = default;
};
BOOST_DESCRIBE_STRUCT(LoanLine, (),
                      (loan, member, disbursed_on, principal, outstanding, overdue_interest,
                       due_interest, overdue_principal, due_principal, age_days, rescheduled,
                       written_off, terms))
/// All loans that were not undone, disbursed up to `on`, the oldest first.
[[nodiscard]] std::vector<LoanLine> loan_lines(const Club& club, Date on);

/// What happened to a loan.
struct LoanStep {
    Date on;
    Count seq;
    Count op_index;
    std::string op;
    Money principal;  // signed change of what is outstanding
    Money interest;   // paid or waived
    bool live = true;
};
BOOST_DESCRIBE_STRUCT(LoanStep, (), (on, seq, op_index, op, principal, interest, live))

/// A plan as agreed, and what it really costs.
struct LoanQuote {
    std::vector<MonthDue> months;
    TruePrice price;
};
BOOST_DESCRIBE_STRUCT(LoanQuote, (), (months, price))
/// `terms` must be sound (wrong_term), principal > 0.
[[nodiscard]] LoanQuote loan_quote(const LoanTerms& terms, Money principal, Date disbursed_on);

struct LoanPage {
    LoanLine line;
    LoanQuote quote;  // of the plan in force
    std::vector<LoanStep> steps;
};
BOOST_DESCRIBE_STRUCT(LoanPage, (), (line, quote, steps))
[[nodiscard]] LoanPage loan_page(const Club& club, const Loan& loan, Date on);

/// What a monthly meeting is filled in from: who is a member that day, what each owes.
struct MeetingSheet {
    Date on;
    bool regular_held = false;  // a regular meeting stands on that date already
    Money income_cash;
    Money operating_cash;
    std::vector<MemberAmount>
        dues;                     // a month's, less what was paid in it; every member stands here
    std::vector<LoanLine> loans;  // of which anything is owed, less what was paid since
};
BOOST_DESCRIBE_STRUCT(MeetingSheet, (),
                      (on, regular_held, income_cash, operating_cash, dues, loans))
[[nodiscard]] MeetingSheet meeting_sheet(const Club& club, Date on);

struct MeetingLine {
    Date on;
    MeetingKind kind = MeetingKind::regular;
    Count present;
    Count guests;
    std::vector<Area> areas;
    Count seq;
};
BOOST_DESCRIBE_STRUCT(MeetingLine, (), (on, kind, present, guests, areas, seq))
/// The latest first.
[[nodiscard]] std::vector<MeetingLine> meeting_lines(const Club& club);

struct PostedAmount {
    std::string account;  // "income:cash"
    Money amount;         // debit +, credit −
};
BOOST_DESCRIBE_STRUCT(PostedAmount, (), (account, amount))

/// An operation as the book holds it.
struct JournalLine {
    Count seq;
    Count op_index;
    Date on;
    std::string op;
    bool live = true;  // false: reversed
    std::vector<PostedAmount> posted;
};
BOOST_DESCRIBE_STRUCT(JournalLine, (), (seq, op_index, on, op, live, posted))
/// Operations of the entries up to `before` (not included), the latest entry first and each entry's
/// operations in their order; at least one entry, then until `limit` lines are there.
[[nodiscard]] std::vector<JournalLine> journal_lines(const Club& club, std::uint64_t before,
                                                     std::size_t limit);

}  // namespace lth::core::club
