// Every operation of a club's book: life, people, roles, doings, reports, rating.
// Money and loans stand in money_operations.hpp.
#pragma once

#include <boost/mp11/algorithm.hpp>

#include "core/club/money_operations.hpp"

namespace lth::core::club {

// ---- Life of the club

struct ClubProposed {
    static constexpr std::string_view op = "club.proposed";
    PublicText name;
    VillageId seat_village;
    std::vector<VillageId> villages;  // all it serves, the seat included
    std::optional<ProgrammeId> programme;
    std::optional<Money> start_capital;  // as on file; what was received is in the books
};
BOOST_DESCRIBE_STRUCT(ClubProposed, (), (name, seat_village, villages, programme, start_capital))

struct DossierItem {
    static constexpr std::string_view op = "dossier.item";
    PublicText item;
    bool done = false;
    std::optional<PublicText> document;
};
BOOST_DESCRIBE_STRUCT(DossierItem, (), (item, done, document))

/// Recognised by decision of the commune's chairman, on `on`.
struct ClubDecided {
    static constexpr std::string_view op = "club.decided";
    PublicText number;
};
BOOST_DESCRIBE_STRUCT(ClubDecided, (), (number))

struct ClubLaunched {
    static constexpr std::string_view op = "club.launched";
};
BOOST_DESCRIBE_STRUCT(ClubLaunched, (), ())

struct ClubChanged {
    static constexpr std::string_view op = "club.changed";
    std::optional<PublicText> name;
    std::optional<VillageId> seat_village;
    std::optional<std::vector<VillageId>> villages;
    std::optional<ProgrammeId> programme;
    std::optional<Money> start_capital;
};
BOOST_DESCRIBE_STRUCT(ClubChanged, (), (name, seat_village, villages, programme, start_capital))

struct ClubSuspended {
    static constexpr std::string_view op = "club.suspended";
};
BOOST_DESCRIBE_STRUCT(ClubSuspended, (), ())

struct ClubResumed {
    static constexpr std::string_view op = "club.resumed";
};
BOOST_DESCRIBE_STRUCT(ClubResumed, (), ())

/// Winding up begins: no new loan, members and money may still be handed over.
struct ClubClosing {
    static constexpr std::string_view op = "club.closing";
};
BOOST_DESCRIBE_STRUCT(ClubClosing, (), ())

struct ClubDissolved {
    static constexpr std::string_view op = "club.dissolved";
    std::optional<PublicText> decision;
};
BOOST_DESCRIBE_STRUCT(ClubDissolved, (), (decision))

struct ClubMerged {
    static constexpr std::string_view op = "club.merged";
    BookId into;
    std::optional<PublicText> decision;
};
BOOST_DESCRIBE_STRUCT(ClubMerged, (), (into, decision))

enum class Goods : std::uint8_t {
    scale,
    blood_pressure_meter,
    loudspeaker,
    instrument,
    costume,
    furniture,
    cabinet,
    sports,
    other
};
BOOST_DESCRIBE_ENUM(Goods, scale, blood_pressure_meter, loudspeaker, instrument, costume, furniture,
                    cabinet, sports, other)

/// Goods are a memorandum: they never post.
struct GiftReceived {
    static constexpr std::string_view op = "gift.received";
    Goods what = Goods::other;
    Count quantity{1};
    std::optional<Money> value;
    std::optional<GrantId> grant;
};
BOOST_DESCRIBE_STRUCT(GiftReceived, (), (what, quantity, value, grant))

struct EquipmentHandedOver {
    static constexpr std::string_view op = "equipment.handed_over";
    Goods what = Goods::other;
    Count quantity{1};
    std::optional<BookId> to;
};
BOOST_DESCRIBE_STRUCT(EquipmentHandedOver, (), (what, quantity, to))

// ---- People

enum class Sex : std::uint8_t { male, female, unknown };
BOOST_DESCRIBE_ENUM(Sex, male, female, unknown)

enum class Hardship : std::uint8_t { none, near_poor, poor, other, unknown };
BOOST_DESCRIBE_ENUM(Hardship, none, near_poor, poor, other, unknown)

struct MemberAdmitted {
    static constexpr std::string_view op = "member.admitted";
    MemberId member;
    std::optional<Date> joined;  // ≤ on; else on
    std::optional<Year> birth_year;
    Sex sex = Sex::unknown;
    Hardship hardship = Hardship::unknown;
    std::optional<VillageId> village;  // else the club's seat
    bool borrowed_before = false;      // had a loan before the book was opened
};
BOOST_DESCRIBE_STRUCT(MemberAdmitted, (),
                      (member, joined, birth_year, sex, hardship, village, borrowed_before))

/// True from `on`.
struct MemberChanged {
    static constexpr std::string_view op = "member.changed";
    MemberId member;
    std::optional<Hardship> hardship;
    std::optional<VillageId> village;
};
BOOST_DESCRIBE_STRUCT(MemberChanged, (), (member, hardship, village))

/// Was always wrong: counts from the day of admission.
struct MemberCorrected {
    static constexpr std::string_view op = "member.corrected";
    MemberId member;
    std::optional<Date> joined;
    std::optional<Year> birth_year;
    std::optional<Sex> sex;
    std::optional<Hardship> hardship;
    std::optional<VillageId> village;
    std::optional<bool> borrowed_before;
};
BOOST_DESCRIBE_STRUCT(MemberCorrected, (),
                      (member, joined, birth_year, sex, hardship, village, borrowed_before))

enum class Leaving : std::uint8_t { asked, moved, died, removed };
BOOST_DESCRIBE_ENUM(Leaving, asked, moved, died, removed)

struct MemberLeft {
    static constexpr std::string_view op = "member.left";
    MemberId member;
    Leaving reason = Leaving::asked;
};
BOOST_DESCRIBE_STRUCT(MemberLeft, (), (member, reason))

struct MemberReadmitted {
    static constexpr std::string_view op = "member.readmitted";
    MemberId member;
    std::optional<Date> joined;
};
BOOST_DESCRIBE_STRUCT(MemberReadmitted, (), (member, joined))

/// From this day the list is the whole club.
struct RosterCompleted {
    static constexpr std::string_view op = "roster.completed";
    Count members;
};
BOOST_DESCRIBE_STRUCT(RosterCompleted, (), (members))

/// The yearly review; changes found by it are operations of the same entry.
struct RosterReviewed {
    static constexpr std::string_view op = "roster.reviewed";
    Count members;
};
BOOST_DESCRIBE_STRUCT(RosterReviewed, (), (members))

enum class ConsentPurpose : std::uint8_t { membership, loans, health, contact, photo };
BOOST_DESCRIBE_ENUM(ConsentPurpose, membership, loans, health, contact, photo)
enum class ConsentHow : std::uint8_t { signature, fingerprint, witness, form };
BOOST_DESCRIBE_ENUM(ConsentHow, signature, fingerprint, witness, form)
enum class ConsentAnswer : std::uint8_t { agreed, refused, withdrawn };
BOOST_DESCRIBE_ENUM(ConsentAnswer, agreed, refused, withdrawn)

/// One person, or one sheet for a meeting. Not asked: no such operation.
struct ConsentRecorded {
    static constexpr std::string_view op = "consent.recorded";
    std::vector<MemberId> members;
    std::vector<ConsentPurpose> purposes;
    ConsentHow how = ConsentHow::signature;
    ConsentAnswer answer = ConsentAnswer::agreed;
};
BOOST_DESCRIBE_STRUCT(ConsentRecorded, (), (members, purposes, how, answer))

// ---- Roles

enum class BoardRole : std::uint8_t { chair, deputy, secretary, accountant, treasurer, member };
BOOST_DESCRIBE_ENUM(BoardRole, chair, deputy, secretary, accountant, treasurer, member)

struct BoardSeat {
    MemberId member;
    BoardRole role = BoardRole::member;
    friend bool operator==(const BoardSeat&, const BoardSeat&) = default;
};
BOOST_DESCRIBE_STRUCT(BoardSeat, (), (member, role))

/// The whole new board; the old one ends on that day.
struct BoardElected {
    static constexpr std::string_view op = "board.elected";
    std::vector<BoardSeat> seats;
};
BOOST_DESCRIBE_STRUCT(BoardElected, (), (seats))

enum class VolunteerKind : std::uint8_t { home_care, economic };
BOOST_DESCRIBE_ENUM(VolunteerKind, home_care, economic)

struct VolunteerPair {
    MemberId volunteer;
    std::optional<MemberId> cares_for;
    friend bool operator==(const VolunteerPair&, const VolunteerPair&) = default;
};
BOOST_DESCRIBE_STRUCT(VolunteerPair, (), (volunteer, cares_for))

/// The whole new list of that kind.
struct VolunteersSet {
    static constexpr std::string_view op = "volunteers.set";
    VolunteerKind kind = VolunteerKind::home_care;
    std::vector<VolunteerPair> volunteers;
};
BOOST_DESCRIBE_STRUCT(VolunteersSet, (), (kind, volunteers))

enum class Team : std::uint8_t { arts, health, sports, other };
BOOST_DESCRIBE_ENUM(Team, arts, health, sports, other)

struct TeamSet {
    static constexpr std::string_view op = "team.set";
    Team team = Team::arts;
    std::vector<MemberId> members;
};
BOOST_DESCRIBE_STRUCT(TeamSet, (), (team, members))

enum class Keeper : std::uint8_t { phone, commune, both };
BOOST_DESCRIBE_ENUM(Keeper, phone, commune, both)

struct BookKeeperSet {
    static constexpr std::string_view op = "book.keeper_set";
    Keeper keeper = Keeper::phone;
};
BOOST_DESCRIBE_STRUCT(BookKeeperSet, (), (keeper))

// ---- Doings

/// The eight activity areas, in the order of the scheme.
enum class Area : std::uint8_t {
    income,
    health,
    home_care,
    mutual_help,
    rights,
    awareness,
    culture,
    resources
};
BOOST_DESCRIBE_ENUM(Area, income, health, home_care, mutual_help, rights, awareness, culture,
                    resources)
inline constexpr std::size_t area_count = 8;

enum class MeetingKind : std::uint8_t { regular, extra };
BOOST_DESCRIBE_ENUM(MeetingKind, regular, extra)
enum class EnteredFrom : std::uint8_t { phone, paper };
BOOST_DESCRIBE_ENUM(EnteredFrom, phone, paper)

/// A meeting held on `on`. Presence is a list, or only its number where the paper has no more.
struct MeetingHeld {
    static constexpr std::string_view op = "meeting.held";
    MeetingId meeting;
    MeetingKind kind = MeetingKind::regular;
    std::optional<std::vector<MemberId>> present;
    std::optional<Count> present_count;  // without a list
    Count guests;
    std::vector<Area> areas;
    EnteredFrom entered_from = EnteredFrom::phone;
};
BOOST_DESCRIBE_STRUCT(MeetingHeld, (),
                      (meeting, kind, present, present_count, guests, areas, entered_from))

/// Months that need no meeting (flood, epidemic), by decision.
struct MeetingsExcused {
    static constexpr std::string_view op = "meetings.excused";
    std::vector<Month> months;
    PublicText decision;
};
BOOST_DESCRIBE_STRUCT(MeetingsExcused, (), (months, decision))

enum class ActivityKind : std::uint8_t {
    performance,
    exercise,
    visit,
    communication,
    training,
    labour,
    celebration,
    exchange,
    other
};
BOOST_DESCRIBE_ENUM(ActivityKind, performance, exercise, visit, communication, training, labour,
                    celebration, exchange, other)

struct ActivityHeld {
    static constexpr std::string_view op = "activity.held";
    Area area = Area::culture;
    ActivityKind kind = ActivityKind::other;
    Count participants;
    bool outside = false;  // outside the village, as an arts team's performance
    std::optional<Count> labour_days;
};
BOOST_DESCRIBE_STRUCT(ActivityHeld, (), (area, kind, participants, outside, labour_days))

struct CareVisited {
    static constexpr std::string_view op = "care.visited";
    Count visits;
    Count people;
    std::vector<VolunteerPair> pairs;
};
BOOST_DESCRIBE_STRUCT(CareVisited, (), (visits, people, pairs))

/// Counts only: no one's measurements are recorded.
struct HealthChecked {
    static constexpr std::string_view op = "health.checked";
    Count measured;
    Count raised;
    Count referred;
};
BOOST_DESCRIBE_STRUCT(HealthChecked, (), (measured, raised, referred))

// ---- Figures without a book: what somebody stated; never a posting, never a member

enum class Band : std::uint8_t { strong, fair, average, weak };
BOOST_DESCRIBE_ENUM(Band, strong, fair, average, weak)

struct Figures {
    std::optional<Count> members;
    std::optional<Count> elderly;
    std::optional<Count> women;
    std::optional<Count> hardship;
    std::optional<Count> ethnic_minority;
    std::optional<Count> volunteers;
    std::optional<Money> capital;
    std::optional<Money> loans_outstanding;
    std::optional<Count> borrowers_ever;
    std::optional<Count> borrowers_year;
    std::optional<Count> borrowers_owing;
    std::optional<Count> meetings_year;
    std::optional<Money> start_capital;
    std::optional<Band> rating;

    friend bool operator==(const Figures&, const Figures&) = default;
};
BOOST_DESCRIBE_STRUCT(Figures, (),
                      (members, elderly, women, hardship, ethnic_minority, volunteers, capital,
                       loans_outstanding, borrowers_ever, borrowers_year, borrowers_owing,
                       meetings_year, start_capital, rating))

enum class ReportSource : std::uint8_t { club, commune, district, province, register_sheet };
BOOST_DESCRIBE_ENUM(ReportSource, club, commune, district, province, register_sheet)

struct ClubReported {
    static constexpr std::string_view op = "club.reported";
    Date as_of;
    ReportSource source = ReportSource::club;
    Figures figures;
};
BOOST_DESCRIBE_STRUCT(ClubReported, (), (as_of, source, figures))

struct MonthReported {
    static constexpr std::string_view op = "month.reported";
    Month month;
    std::optional<Date> met_on;
    std::optional<Count> present;
    std::optional<Money> dues;
    std::optional<Money> repaid_principal;
    std::optional<Money> repaid_interest;
    std::optional<Money> lent;
    std::optional<Count> new_loans;
    std::optional<Money> spent;
    std::optional<Money> cash;
};
BOOST_DESCRIBE_STRUCT(MonthReported, (),
                      (month, met_on, present, dues, repaid_principal, repaid_interest, lent,
                       new_loans, spent, cash))

// ---- Rating: one state machine, by the officer's role

struct CriterionScore {
    PublicText criterion;
    std::optional<Count> points;  // none: not applicable
    friend bool operator==(const CriterionScore&, const CriterionScore&) = default;
};
BOOST_DESCRIBE_STRUCT(CriterionScore, (), (criterion, points))

struct RatingSelfScored {
    static constexpr std::string_view op = "rating.self_scored";
    Year year;
    PublicText criteria;  // id and version of the adopted criteria
    std::vector<CriterionScore> scores;
    Band band = Band::average;
};
BOOST_DESCRIBE_STRUCT(RatingSelfScored, (), (year, criteria, scores, band))

struct RatingAppraised {
    static constexpr std::string_view op = "rating.appraised";
    Year year;
    PublicText criteria;
    std::vector<CriterionScore> scores;
    Band band = Band::average;
};
BOOST_DESCRIBE_STRUCT(RatingAppraised, (), (year, criteria, scores, band))

struct RatingApproved {
    static constexpr std::string_view op = "rating.approved";
    Year year;
    Band band = Band::average;
    Date as_of;                 // the facts' date, 31 December
    std::int64_t known_at = 0;  // ms UTC: what was known when it was approved
    std::optional<PublicText> decision;
};
BOOST_DESCRIBE_STRUCT(RatingApproved, (), (year, band, as_of, known_at, decision))

struct RatingReturned {
    static constexpr std::string_view op = "rating.returned";
    Year year;
};
BOOST_DESCRIBE_STRUCT(RatingReturned, (), (year))

struct RatingAnswered {
    static constexpr std::string_view op = "rating.answered";
    Year year;
};
BOOST_DESCRIBE_STRUCT(RatingAnswered, (), (year))

using ClubWhat = std::variant<
    ClubProposed, DossierItem, ClubDecided, ClubLaunched, ClubChanged, ClubSuspended, ClubResumed,
    ClubClosing, ClubDissolved, ClubMerged, GiftReceived, EquipmentHandedOver, MemberAdmitted,
    MemberChanged, MemberCorrected, MemberLeft, MemberReadmitted, RosterCompleted, RosterReviewed,
    ConsentRecorded, BoardElected, VolunteersSet, TeamSet, BookKeeperSet, MeetingHeld,
    MeetingsExcused, ActivityHeld, CareVisited, HealthChecked, ClubReported, MonthReported,
    BookOpened, BalanceOpened, LoanOpened, BalanceExplained, RulesSet, SettingSet, CapitalReceived,
    CapitalReturned, LoanDisbursed, LoanRepaid, LoanWrittenOff, LoanRecovered, LoanInterestWaived,
    LoanRescheduled, LoanTakenOver, DuesReceived, DonationReceived, ExpensePaid, FundTransferred,
    ReserveChanged, FundAdvanced, FundAdvanceReturned, BankDeposited, BankWithdrawn, BankInterest,
    BankFee, CashAdjusted, ClaimSettled, ClaimWaived, CashCounted, FundsHandedOver, FundsTakenOver,
    PeriodClosed, OpReversed, PrivateErased, AttachmentAdded, RatingSelfScored, RatingAppraised,
    RatingApproved, RatingReturned, RatingAnswered>;

using ClubOp = Operation<ClubWhat>;

/// The number of an operation in ClubWhat, as kept in OpRecord::kind.
template <class What>
inline constexpr std::size_t kind_of = boost::mp11::mp_find<ClubWhat, What>::value;

/// The wire name of a kind.
[[nodiscard]] std::string_view op_name(std::size_t kind);

}  // namespace lth::core::club
