// What a club's book looks like from outside: rows with absolute values, and the sparse daily
// deltas that figures are summed from. The store writes them; src/facts reads them; `verify`
// compares them with a fold of the entries.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/club/operations.hpp"

namespace lth::core::club {

/// Columns of `club_day`. A figure on a day is the sum of the deltas up to and including it.
/// Counts of people are among members on that day; money is in đồng.
enum class Column : std::uint8_t {
    members,
    women,
    sex_unknown,
    elderly,          // 60 completed years (law)
    elderly_custom,   // 55, as clubs speak of it
    elderly_by_year,  // of `elderly`: turned 60 this year, the birthday known by year only
    birth_unknown,
    hardship,  // poor, near-poor, other hardship
    hardship_unknown,
    left_poverty,  // members whose hardship ended while in the club
    borrowers_ever,
    borrowers_year,   // had a loan disbursed this calendar year
    borrowers_owing,  // owe principal
    borrowers_left_poverty,
    volunteers_home_care,
    volunteers_economic,
    cared_for,
    months_met,   // distinct months with a regular meeting
    area_income,  // doings in each activity area, meetings included
    area_health,
    area_home_care,
    area_mutual_help,
    area_rights,
    area_awareness,
    area_culture,
    area_resources,
    performances,  // outside the village
    health_checks,
    capital,            // everything the income fund owns: its equity
    capital_raised,     // capital and shares received minus returned, openings excluded
    loans_outstanding,  // the account income:loans
    overdue,            // outstanding of loans with anything older than 30 days
    operating_fund,     // assets of the operating fund less what it owes
};
inline constexpr std::size_t column_count = static_cast<std::size_t>(Column::operating_fund) + 1;
[[nodiscard]] std::string_view to_text(Column column);

struct DayDelta {
    Date day;
    Column column;
    std::int64_t delta;

    friend auto operator<=>(const DayDelta&, const DayDelta&) = default;
};

enum class Status : std::uint8_t {
    proposed,
    decided,
    active,
    suspended,
    closing,
    dissolved,
    merged,
    withdrawn
};
BOOST_DESCRIBE_ENUM(Status, proposed, decided, active, suspended, closing, dissolved, merged,
                    withdrawn)

/// The club as it stands now. `withdrawn`: its proposal was reversed; it counts nowhere.
struct ClubRow {
    std::string name;
    Status status = Status::proposed;
    std::optional<VillageId> seat_village;
    std::optional<ProgrammeId> programme;
    std::optional<Date> proposed_on;
    std::optional<Date> decided_on;
    std::optional<Date> launched_on;
    std::optional<Date> ended_on;          // dissolved or merged
    std::optional<Money> start_capital;    // as on file
    std::optional<Date> roster_completed;  // people stand on the book from this day
    std::optional<Date> book_opened;       // money and meetings stand on the book from this day
    std::optional<Date> closed_until;

    friend bool operator==(const ClubRow&, const ClubRow&) = default;
};

/// From this day the club has this status (the latest wins).
struct StatusRow {
    Date from;
    Status status;
    friend auto operator<=>(const StatusRow&, const StatusRow&) = default;
};

/// From `from` until the next date of this list, the club serves exactly the villages listed.
struct VillageRow {
    Date from;
    VillageId village;
    bool seat;
    friend auto operator<=>(const VillageRow&, const VillageRow&) = default;
};

struct MemberRow {
    MemberId member;
    Date joined;
    std::optional<Date> left;
    std::optional<Leaving> reason;
    std::optional<Year> birth_year;
    Sex sex = Sex::unknown;
    Hardship hardship = Hardship::unknown;
    std::optional<VillageId> village;
    bool borrowed_before = false;
    Money shares;
    bool live = true;  // false: the admission was reversed; the row is deleted

    friend bool operator==(const MemberRow&, const MemberRow&) = default;
};

struct LoanRow {
    LoanId loan;
    MemberId member;  // who owes it now
    Date disbursed_on;
    Money principal;
    Money outstanding;
    Money interest_paid;
    Money written_off;  // and not recovered
    std::int64_t months = 0;
    std::int64_t rate_ppm = 0;
    Date due_by;  // last day of the last month of its terms
    std::optional<Date> settled_on;
    std::int64_t rescheduled = 0;  // times
    bool live = true;

    friend bool operator==(const LoanRow&, const LoanRow&) = default;
};

struct MeetingRow {
    MeetingId meeting;
    Date on;
    MeetingKind kind = MeetingKind::regular;
    std::int64_t present = 0;
    std::int64_t guests = 0;
    std::uint32_t areas = 0;  // bit i: the i-th Area
    EnteredFrom entered_from = EnteredFrom::phone;
    bool live = true;

    friend bool operator==(const MeetingRow&, const MeetingRow&) = default;
};

struct BalanceRow {
    Account account;
    Money amount;  // on the natural side
    friend bool operator==(const BalanceRow&, const BalanceRow&) = default;
};

struct ReportRow {
    std::uint64_t seq;
    std::uint32_t op_index;
    Date as_of;
    ReportSource source = ReportSource::club;
    Figures figures;
    bool live = true;

    friend bool operator==(const ReportRow&, const ReportRow&) = default;
};

enum class RatingState : std::uint8_t {
    none,
    self_scored,
    appraised,
    approved,
    returned,
    answered
};
BOOST_DESCRIBE_ENUM(RatingState, none, self_scored, appraised, approved, returned, answered)

/// Where the rating of a year stands, and what each side said last. A result stands while the club
/// answers back, until another one is approved.
struct RatingRow {
    Year year;
    RatingState state = RatingState::none;
    Date since;  // its last step
    std::optional<Band> self_scored = {};
    std::optional<Band> appraised = {};  // of what was self-scored last
    std::optional<Band> approved = {};
    std::optional<Date> approved_on = {};

    friend bool operator==(const RatingRow&, const RatingRow&) = default;
};

/// A grant as the club's book tells it; matched with the care fund's half when read.
struct GrantRow {
    GrantId grant;
    std::uint64_t seq;
    std::uint32_t op_index;
    Date on;
    std::string kind;  // income, operating or goods
    Money amount;
    bool live = true;

    friend bool operator==(const GrantRow&, const GrantRow&) = default;
};

/// What an entry changed: rows as they are after it. Lists marked "whole" replace all rows of the
/// book in that table; `days` are added to what stands there.
struct Changes {
    std::optional<ClubRow> club;
    std::optional<std::vector<StatusRow>> statuses;   // whole
    std::optional<std::vector<VillageRow>> villages;  // whole
    std::optional<std::vector<RatingRow>> ratings;    // whole
    std::vector<MemberRow> members;
    std::vector<LoanRow> loans;
    std::vector<MeetingRow> meetings;
    std::vector<BalanceRow> balances;
    std::vector<ReportRow> reports;
    std::vector<GrantRow> grants;
    std::vector<DayDelta> days;  // sorted, one per (day, column), never 0
};

}  // namespace lth::core::club
