// Every operation of an association's book: the association itself, quotas, supervision, documents.
// The care fund stands in care_operations.hpp.
//
// What has a later step carries an id of its own; free text (findings, questions, answers) is a
// part.
#pragma once

#include "core/association/care_operations.hpp"

namespace lth::core::association {

/// Whose book this is; the first operation of it.
struct AssociationRegistered {
    static constexpr std::string_view op = "association.registered";
    UnitId unit;
    CareLevel level = CareLevel::commune;  // province, district or commune
    PublicText name;
};
BOOST_DESCRIBE_STRUCT(AssociationRegistered, (), (unit, level, name))

// ---- Quotas, training, materials

/// How many clubs a unit is to found in a year; the latest for a year and unit stands.
struct QuotaAssigned {
    static constexpr std::string_view op = "quota.assigned";
    Year year;
    UnitId unit;
    Count clubs;
    std::optional<PublicText> document;
};
BOOST_DESCRIBE_STRUCT(QuotaAssigned, (), (year, unit, clubs, document))

enum class TrainingTopic : std::uint8_t {
    club_founding,
    management,
    funds,
    home_care,
    health,
    livelihood,
    communication,
    software,
    other
};
BOOST_DESCRIBE_ENUM(TrainingTopic, club_founding, management, funds, home_care, health, livelihood,
                    communication, software, other)

struct TrainingHeld {
    static constexpr std::string_view op = "training.held";
    TrainingTopic topic = TrainingTopic::management;
    Count days{1};
    Count participants;
    std::vector<BookId> clubs;  // where known
};
BOOST_DESCRIBE_STRUCT(TrainingHeld, (), (topic, days, participants, clubs))

enum class Material : std::uint8_t { handbook, ledger_book, leaflet, poster, form, video, other };
BOOST_DESCRIBE_ENUM(Material, handbook, ledger_book, leaflet, poster, form, video, other)

struct MaterialsGiven {
    static constexpr std::string_view op = "materials.given";
    Material what = Material::handbook;
    Count copies;
    std::vector<BookId> clubs;
};
BOOST_DESCRIBE_STRUCT(MaterialsGiven, (), (what, copies, clubs))

// ---- Supervision

struct VisitPlanned {
    static constexpr std::string_view op = "visit.planned";
    RecordId visit;
    BookId club;
    Date due;
};
BOOST_DESCRIBE_STRUCT(VisitPlanned, (), (visit, club, due))

enum class CheckResult : std::uint8_t { good, faulty, not_checked };
BOOST_DESCRIBE_ENUM(CheckResult, good, faulty, not_checked)

struct CheckedItem {
    PublicText item;  // a code of the checklist
    CheckResult result = CheckResult::good;
    friend bool operator==(const CheckedItem&, const CheckedItem&) = default;
};
BOOST_DESCRIBE_STRUCT(CheckedItem, (), (item, result))

/// Planned or not. The findings are a private part.
struct VisitMade {
    static constexpr std::string_view op = "visit.made";
    RecordId visit;
    BookId club;
    std::vector<CheckedItem> checklist;
    Count findings;
};
BOOST_DESCRIBE_STRUCT(VisitMade, (), (visit, club, checklist, findings))

struct RecommendationMade {
    static constexpr std::string_view op = "recommendation.made";
    RecordId recommendation;
    BookId club;
    std::optional<RecordId> visit;
    std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(RecommendationMade, (), (recommendation, club, visit, due))

/// How a matter ended.
enum class Outcome : std::uint8_t { done, partly, not_done };
BOOST_DESCRIBE_ENUM(Outcome, done, partly, not_done)

struct RecommendationClosed {
    static constexpr std::string_view op = "recommendation.closed";
    RecordId recommendation;
    Outcome outcome = Outcome::done;
};
BOOST_DESCRIBE_STRUCT(RecommendationClosed, (), (recommendation, outcome))

/// What a matter is about.
enum class Subject : std::uint8_t {
    founding,
    people,
    board,
    funds,
    loans,
    meetings,
    health,
    training,
    software,
    policy,
    other
};
BOOST_DESCRIBE_ENUM(Subject, founding, people, board, funds, loans, meetings, health, training,
                    software, policy, other)

struct ObstacleRaised {
    static constexpr std::string_view op = "obstacle.raised";
    RecordId obstacle;
    Subject subject = Subject::other;
    std::optional<BookId> club;
    CareLevel to = CareLevel::province;  // who should answer
};
BOOST_DESCRIBE_STRUCT(ObstacleRaised, (), (obstacle, subject, club, to))

struct ObstacleAnswered {
    static constexpr std::string_view op = "obstacle.answered";
    RecordId obstacle;
    Outcome outcome = Outcome::done;
};
BOOST_DESCRIBE_STRUCT(ObstacleAnswered, (), (obstacle, outcome))

struct ProposalMade {
    static constexpr std::string_view op = "proposal.made";
    RecordId proposal;
    Subject subject = Subject::policy;
    PublicText to;  // the body that decides
    std::optional<PublicText> document;
};
BOOST_DESCRIBE_STRUCT(ProposalMade, (), (proposal, subject, to, document))

enum class Decision : std::uint8_t { accepted, partly, refused };
BOOST_DESCRIBE_ENUM(Decision, accepted, partly, refused)

struct ProposalDecided {
    static constexpr std::string_view op = "proposal.decided";
    RecordId proposal;
    Decision decision = Decision::accepted;
    std::optional<PublicText> document;
};
BOOST_DESCRIBE_STRUCT(ProposalDecided, (), (proposal, decision, document))

/// A club is to get better, after a rating or a visit.
struct ImprovementPlanned {
    static constexpr std::string_view op = "improvement.planned";
    RecordId improvement;
    BookId club;
    std::optional<Year> rating_year;  // exactly one of the two
    std::optional<RecordId> visit;
    Date due;
};
BOOST_DESCRIBE_STRUCT(ImprovementPlanned, (), (improvement, club, rating_year, visit, due))

struct ImprovementDone {
    static constexpr std::string_view op = "improvement.done";
    RecordId improvement;
    Outcome outcome = Outcome::done;
};
BOOST_DESCRIBE_STRUCT(ImprovementDone, (), (improvement, outcome))

// ---- Communication and partners

enum class Channel : std::uint8_t { meeting, loudspeaker, radio, television, press, online, other };
BOOST_DESCRIBE_ENUM(Channel, meeting, loudspeaker, radio, television, press, online, other)

struct CommunicationMade {
    static constexpr std::string_view op = "communication.made";
    Channel channel = Channel::meeting;
    Count times{1};
    std::optional<Count> people;  // reached
};
BOOST_DESCRIBE_STRUCT(CommunicationMade, (), (channel, times, people))

/// A promise of a gift to the care fund; what comes is care.received.
struct PledgeMade {
    static constexpr std::string_view op = "pledge.made";
    RecordId pledge;
    CareLevel level = CareLevel::commune;
    DonorKind donor_kind = DonorKind::firm;
    std::optional<SubjectId> donor;
    Money amount;
    std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(PledgeMade, (), (pledge, level, donor_kind, donor, amount, due))

/// In one or several steps; never posts.
struct PledgeMet {
    static constexpr std::string_view op = "pledge.met";
    RecordId pledge;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(PledgeMet, (), (pledge, amount))

struct PartnerCommitted {
    static constexpr std::string_view op = "partner.committed";
    PublicText partner;  // a body, never a person
    Subject subject = Subject::other;
    std::optional<Date> until;
    std::optional<PublicText> document;
    std::optional<RecordId> commitment = {};  // before it had one: nothing follows
};
BOOST_DESCRIBE_STRUCT(PartnerCommitted, (), (partner, subject, until, document, commitment))

/// What came of it. What was done and what was not is a private part.
struct PartnerDelivered {
    static constexpr std::string_view op = "partner.delivered";
    RecordId commitment;
    Outcome outcome = Outcome::done;
};
BOOST_DESCRIBE_STRUCT(PartnerDelivered, (), (commitment, outcome))

// ---- Plans, guidance, steering, documents

enum class PlanKind : std::uint8_t { scheme, year, supervision, training, fundraising, other };
BOOST_DESCRIBE_ENUM(PlanKind, scheme, year, supervision, training, fundraising, other)

struct PlanAdopted {
    static constexpr std::string_view op = "plan.adopted";
    PlanKind kind = PlanKind::year;
    Date from;
    Date until;
    PublicText document;
    std::optional<RecordId> plan = {};  // before it had one: nothing follows
};
BOOST_DESCRIBE_STRUCT(PlanAdopted, (), (kind, from, until, document, plan))

/// How it was carried out. What was done and what was not is a private part.
struct PlanReviewed {
    static constexpr std::string_view op = "plan.reviewed";
    RecordId plan;
    Outcome outcome = Outcome::done;
};
BOOST_DESCRIBE_STRUCT(PlanReviewed, (), (plan, outcome))

struct GuidanceSent {
    static constexpr std::string_view op = "guidance.sent";
    Subject subject = Subject::other;
    std::vector<UnitId> to;  // empty: all below
    PublicText document;
};
BOOST_DESCRIBE_STRUCT(GuidanceSent, (), (subject, to, document))

/// The members' names are private parts.
struct SteeringSet {
    static constexpr std::string_view op = "steering.set";
    Count members;
    PublicText document;
};
BOOST_DESCRIBE_STRUCT(SteeringSet, (), (members, document))

struct SteeringMet {
    static constexpr std::string_view op = "steering.met";
    Count present;
};
BOOST_DESCRIBE_STRUCT(SteeringMet, (), (present))

enum class Direction : std::uint8_t { received, sent };
BOOST_DESCRIBE_ENUM(Direction, received, sent)

struct DocumentFiled {
    static constexpr std::string_view op = "document.filed";
    RecordId document;
    Direction direction = Direction::received;
    PublicText number;
    PublicText body;  // who issued it
    Date issued_on;
    std::optional<Digest> file;  // an attachment
};
BOOST_DESCRIBE_STRUCT(DocumentFiled, (), (document, direction, number, body, issued_on, file))

struct DocumentAcknowledged {
    static constexpr std::string_view op = "document.acknowledged";
    RecordId document;
    UnitId unit;
};
BOOST_DESCRIBE_STRUCT(DocumentAcknowledged, (), (document, unit))

// ---- Reports

enum class ReportKind : std::uint8_t {
    standing,
    year,
    half_year,
    interim_review,
    final_review,
    care_fund,
    ratings,
    club,
    other
};
BOOST_DESCRIBE_ENUM(ReportKind, standing, year, half_year, interim_review, final_review, care_fund,
                    ratings, club, other)

/// A report that a unit below owes.
struct ReportDue {
    static constexpr std::string_view op = "report.due";
    RecordId report;
    ReportKind kind = ReportKind::year;
    UnitId unit;
    Date due;
};
BOOST_DESCRIBE_STRUCT(ReportDue, (), (report, kind, unit, due))

struct ReportSubmitted {
    static constexpr std::string_view op = "report.submitted";
    RecordId report;
    std::optional<Digest> file;
};
BOOST_DESCRIBE_STRUCT(ReportSubmitted, (), (report, file))

struct ReportReturned {
    static constexpr std::string_view op = "report.returned";
    RecordId report;
};
BOOST_DESCRIBE_STRUCT(ReportReturned, (), (report))

struct ReportAccepted {
    static constexpr std::string_view op = "report.accepted";
    RecordId report;
};
BOOST_DESCRIBE_STRUCT(ReportAccepted, (), (report))

/// A report that left the house: its three dates and the state of the books it was made from.
/// A province's list of heads would not fit into a body, so its digest stands here and the list,
/// one line "book seq hash" each, sorted, is kept with the file.
struct ReportIssued {
    static constexpr std::string_view op = "report.issued";
    ReportKind kind = ReportKind::standing;
    Date as_of;
    Date units_as_of;
    std::int64_t known_at = 0;  // ms UTC
    Count books;
    Digest heads{};
    Digest file{};
    std::optional<PublicText> number;
};
BOOST_DESCRIBE_STRUCT(ReportIssued, (),
                      (kind, as_of, units_as_of, known_at, books, heads, file, number))

using AssociationWhat = std::variant<
    AssociationRegistered, CareOpened, CareBalanceExplained, CareReceived, CareSpent, CareGranted,
    CareGrantReturned, CareTransferredOut, CareTransferredIn, CareMoved, CareClosed,
    CareYearReported, QuotaAssigned, TrainingHeld, MaterialsGiven, VisitPlanned, VisitMade,
    RecommendationMade, RecommendationClosed, ObstacleRaised, ObstacleAnswered, ProposalMade,
    ProposalDecided, ImprovementPlanned, ImprovementDone, CommunicationMade, PledgeMade, PledgeMet,
    PartnerCommitted, PartnerDelivered, PlanAdopted, PlanReviewed, GuidanceSent, SteeringSet,
    SteeringMet, DocumentFiled, DocumentAcknowledged, ReportDue, ReportSubmitted, ReportReturned,
    ReportAccepted, ReportIssued, OpReversed, PrivateErased, AttachmentAdded>;

using AssociationOp = Operation<AssociationWhat>;

}  // namespace lth::core::association
