// The folded book of one club: everything that can be said about it, derived from its entries.
//
// Records are only ever added; each names the operation that made it, and counts while that
// operation is live. So a reversal is one flag, plus the exact negatives of what was posted.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/club/operations.hpp"
#include "core/club/rows.hpp"

namespace lth::core::club {

/// Index into Club::ops.
using OpIndex = std::uint32_t;
inline constexpr OpIndex no_op = 0xFFFFFFFF;

struct Posting {
    Account account;
    Money amount;  // debit +, credit −
};

/// One operation that was recorded.
struct OpRecord {
    std::uint32_t seq = 0;
    std::uint16_t op_index = 0;
    std::uint8_t kind = 0;  // index into ClubWhat
    bool live = true;
    bool raises_capital = false;  // its postings are capital coming in or going back
    Date on;
    std::uint32_t first_posting = 0;
    std::uint32_t posting_count = 0;
};

/// While left is empty the member is in the club; joined ≤ D < left.
struct Span {
    Date joined;
    std::optional<Date> left;
    Leaving reason = Leaving::asked;
    OpIndex in = no_op;
    OpIndex out = no_op;
};

struct ShareMove {
    OpIndex op;
    Money amount;
};

struct Member {
    MemberAdmitted admitted;  // as recorded
    OpIndex op = no_op;
    bool live = true;
    // As corrected and changed, recomputed from the live lists below.
    std::optional<Year> birth_year;
    Sex sex = Sex::unknown;
    bool borrowed_before = false;
    std::vector<Span> spans;
    std::vector<std::pair<OpIndex, MemberCorrected>> corrections;
    std::vector<std::pair<OpIndex, MemberChanged>> changes;
    std::vector<ShareMove> shares;
    std::vector<std::uint32_t> loans;  // ever owed by this member
};

enum class LoanEventKind : std::uint8_t { disbursed, repaid, waived, written_off, handed };

/// A change of a loan on a day; a reversal adds the negative.
struct LoanEvent {
    Date on;
    LoanEventKind kind;
    OpIndex op;
    Money principal;  // signed change of what is outstanding
    Money interest;   // paid or waived, positive
};

/// The plan in force from `from`: principal scheduled anew.
struct LoanPlan {
    Date from;
    Money principal;
    LoanTerms terms;
    OpIndex op;
};

struct LoanOwner {
    Date from;
    std::uint32_t member;
    OpIndex op;
};

struct LoanLoss {
    Account account;
    Money amount;
    OpIndex op;
};

struct Restoration {
    std::uint32_t loss;
    Money amount;
    OpIndex op;
};

struct Loan {
    LoanId id;
    OpIndex op = no_op;
    bool live = true;
    bool opened = false;  // brought in by opening or handing over: money came before this book
    Date disbursed_on;
    Money principal;
    Money outstanding;
    Money interest_paid;
    std::optional<Date> interest_paid_through;  // of an opened loan: earlier months bear none
    std::vector<LoanPlan> plans;                // the first is the agreement
    std::vector<LoanOwner> owners;
    std::vector<LoanEvent> events;  // in the order recorded
    std::vector<LoanLoss> losses;
    std::vector<Restoration> restorations;
};

struct Meeting {
    MeetingHeld held;  // without the list of those present
    Date on;
    OpIndex op;
    std::int64_t present;
};

/// A record dated `on` by the operation `op`.
template <class What>
struct Dated {
    Date on;
    OpIndex op;
    What what;
};

/// An operation names a member or a loan that an earlier one made: the earlier cannot be reversed
/// while the later is live.
struct Naming {
    std::uint32_t index;
    bool is_loan;
    OpIndex op;
};

/// A repayment whose interest was split under a set of rules.
struct SplitUse {
    std::uint32_t rules;
    OpIndex op;
};

struct DuesPaid {
    std::uint32_t member;
    OpIndex op;
    Money amount;
};

struct LifeEvent {
    Date on;
    OpIndex op;
    Status to;
};

struct RatingStep {
    Year year;
    RatingState to = RatingState::none;
    std::optional<Band> band = {};              // self_scored, appraised, approved
    std::optional<PublicText> criteria = {};    // self_scored, appraised
    std::vector<CriterionScore> scores = {};    // the same
    std::optional<PublicText> decision = {};    // approved
    std::optional<std::int64_t> known_at = {};  // approved, ms UTC
};

/// An operation that apply could not make sense of: only a restored, forged history has any.
struct Fault {
    std::uint32_t seq;
    std::uint16_t op_index;
};

struct Club {
    std::vector<OpRecord> ops;
    std::vector<Posting> postings;
    Balances balances{};  // debit +

    std::vector<Member> members;
    std::vector<Loan> loans;
    std::vector<Meeting> meetings;

    std::vector<LifeEvent> life;
    std::vector<Dated<ClubProposed>> proposals;
    std::vector<Dated<ClubChanged>> changed;
    std::vector<Dated<DossierItem>> dossier;
    std::vector<Dated<ClubDecided>> decisions;
    std::vector<Dated<ClubMerged>> mergers;
    std::vector<Dated<RosterCompleted>> rosters;
    std::vector<Dated<RosterReviewed>> reviews;
    std::vector<Dated<ConsentRecorded>> consents;
    std::vector<Dated<BoardElected>> boards;
    std::vector<Dated<VolunteersSet>> volunteers;
    std::vector<Dated<TeamSet>> teams;
    std::vector<Dated<BookKeeperSet>> keepers;
    std::vector<Dated<MeetingsExcused>> excused;
    std::vector<Dated<ActivityHeld>> activities;
    std::vector<Dated<CareVisited>> visits;
    std::vector<Dated<HealthChecked>> health;
    std::vector<Dated<GiftReceived>> gifts;
    std::vector<Dated<ClubReported>> reports;
    std::vector<Dated<MonthReported>> months;
    std::vector<Dated<BookOpened>> openings;
    std::vector<Dated<SettingSet>> settings;
    std::vector<Dated<CashCounted>> counts;
    std::vector<Dated<PeriodClosed>> periods;
    std::vector<Dated<FundsHandedOver>> handed_over;
    std::vector<Dated<FundsTakenOver>> taken_over;
    std::vector<Dated<RulesSet>> rules;
    std::vector<SplitUse> split_uses;
    std::vector<DuesPaid> dues;
    std::vector<Naming> namings;
    std::vector<Dated<GrantRow>> grants;
    std::vector<Dated<RatingStep>> rating_steps;

    std::vector<Fault> faults;

    // Look-ups over the vectors above.
    std::map<MemberId, std::uint32_t> member_index;
    std::map<LoanId, std::uint32_t> loan_index;
    std::map<EntryId, OpIndex> entry_index;  // first operation of each entry
};

[[nodiscard]] inline bool is_live(const Club& club, OpIndex op) { return club.ops[op].live; }

/// Null if the book does not know the id.
[[nodiscard]] const Member* find_member(const Club& club, MemberId id);
[[nodiscard]] const Loan* find_loan(const Club& club, LoanId id);

/// The span that `date` lies in, if the member is in the club on that day.
[[nodiscard]] const Span* span_on(const Member& member, Date date);
[[nodiscard]] Hardship hardship_on(const Club& club, const Member& member, Date date);
[[nodiscard]] std::optional<VillageId> village_on(const Club& club, const Member& member,
                                                  Date date);
[[nodiscard]] Money shares_of(const Club& club, const Member& member);

/// The member who owes the loan on that day, as an index into Club::members.
[[nodiscard]] std::uint32_t owner_on(const Club& club, const Loan& loan, Date date);
[[nodiscard]] Money outstanding_on(const Loan& loan, Date date);
/// Written off and not recovered.
[[nodiscard]] Money loss_left(const Club& club, const Loan& loan);
/// The plan in force on that day.
[[nodiscard]] const LoanPlan& plan_on(const Club& club, const Loan& loan, Date date);

[[nodiscard]] Status status_on(const Club& club, Date date);
[[nodiscard]] std::optional<Date> launched_on(const Club& club);
[[nodiscard]] std::optional<Date> book_opened_on(const Club& club);
[[nodiscard]] std::optional<Date> roster_completed_on(const Club& club);
/// The end of the last closed period.
[[nodiscard]] std::optional<Date> closed_until(const Club& club);
/// The rules in force on that day, as known now; null before any.
[[nodiscard]] const Dated<RulesSet>* rules_on(const Club& club, Date date);
/// Balances (debit +) of everything dated up to and including `date`.
[[nodiscard]] Balances balances_on(const Club& club, Date date);
/// Value of a dated setting on a day, else `otherwise`.
[[nodiscard]] std::int64_t setting_on(const Club& club, std::string_view key, Date date,
                                      std::int64_t otherwise);

[[nodiscard]] RatingState rating_state(const Club& club, Year year);

}  // namespace lth::core::club
