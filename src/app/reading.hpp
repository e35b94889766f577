// What readers ask of the province, for the command line, the API and the pages alike: questions,
// views, and the port that answers them.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/association_view.hpp"
#include "app/club_flags.hpp"
#include "app/common_books.hpp"
#include "app/matters.hpp"
#include "app/peers.hpp"
#include "app/ports.hpp"
#include "app/tiles.hpp"
#include "app/trend.hpp"
#include "app/visit_plan.hpp"
#include "core/club/flags.hpp"
#include "core/rating/criteria.hpp"
#include "core/territory/kinds.hpp"
#include "facts/claims.hpp"
#include "facts/terms.hpp"

namespace lth::app {

/// The three dates of scheme.md, and the unit. What is absent has its default: today, units_as_of
/// = as_of, known_at = now, the whole province, the province's own scheme.
struct Question {
    std::optional<core::Date> as_of = {};
    std::optional<core::Date> units_as_of = {};
    std::optional<std::int64_t> known_at = {};  // ms UTC
    std::string unit = {};                      // code on the map of units_as_of
    std::string scheme = {};
    bool with_trend = false;   // of standing
    bool all_missing = false;  // of standing: every name, however long the list
    std::string measure = {};  // of the map of tiles; empty: members
};

/// A day on which the map changed, to choose from.
struct MapDay {
    core::Date from;
    std::int64_t districts = 0;
    std::int64_t communes = 0;
};

struct SchemeRef {
    std::string id;
    std::string name;
    core::Date baseline;
    core::Date ends;
};

struct StandingView {
    Frame frame;
    facts::Standing standing;
    SchemeRef scheme;
    std::vector<SchemeRef> schemes;
    std::vector<MapDay> maps;
    std::vector<facts::ClaimCheck> claims;
    TrendView trend;  // if it was asked for
};

/// What stands in a unit or village on a date. Unknown is absent, never 0.
struct AreaLine {
    std::string code;  // of a unit; of a village its id
    std::string name;
    std::int64_t clubs = 0;  // active
    std::optional<std::int64_t> members = {};
    std::optional<std::int64_t> communes = {};
    std::int64_t communes_covered = 0;
    std::optional<std::int64_t> villages = {};
    std::int64_t villages_covered = 0;
    bool unclear = false;      // nobody knows what became of it
    bool provisional = false;  // of a village: its commune was split and this is not decided
    // Of a village: see former_communes, and the clubs that serve it.
    std::optional<std::string> former = {};
    std::vector<core::BookId> served_by = {};
};

struct ClubLine {
    core::BookId id;
    std::string name;
    core::club::Status status = core::club::Status::active;
    std::optional<core::Date> launched_on = {};
    UnitRef commune;
    std::string village;
    std::optional<std::int64_t> members = {};
    facts::Basis basis = facts::Basis::unknown;        // of people
    std::optional<core::club::RatingRow> rating = {};  // as ClubsQuestion asks
};

/// A unit on the map of a day: its parts, or its villages if it is a commune.
struct UnitView {
    Frame frame;
    std::vector<AreaLine> units;
    std::vector<AreaLine> villages;
    std::vector<ClubLine> clubs;    // of a commune
    std::vector<UnitRef> clusters;  // of the province: asked about by their code like a unit
    TileMap tiles;                  // likewise
    std::vector<MapDay> maps;
};

struct UnitsView {
    core::Date as_of;
    std::int64_t districts = 0;
    std::int64_t communes = 0;
    std::vector<UnitRef> units;  // preorder
};

inline constexpr std::size_t every_club = 1'000'000;  // as a limit: more than any province has
inline constexpr std::size_t most_clubs = 100;        // that a desk is told of at once

/// How a list of clubs is sorted, equals as their books came in.
enum class ClubsOrder : std::uint8_t { entered, name, commune, oldest, newest, smallest, largest };
BOOST_DESCRIBE_ENUM(ClubsOrder, entered, name, commune, oldest, newest, smallest, largest)

struct ClubsQuestion {
    Question at = {};
    std::string search = {};  // without diacritics, any part of its name or its commune's
    std::vector<core::club::Status> statuses = {};  // empty: active, suspended, closing
    std::optional<core::Year> rated_in = {};        // with the rating of this year
    bool open_answers = false;  // with the latest rating that the club answered, until it is ended
    ClubsOrder order = ClubsOrder::entered;
    std::size_t offset = 0;
    std::size_t limit = 100;
};

struct ClubsView {
    Frame frame;
    std::string search;
    ClubsOrder order = ClubsOrder::entered;
    std::size_t offset = 0;
    std::size_t limit = 0;
    std::size_t total = 0;
    std::vector<ClubLine> clubs;
    bool by_villages = false;
};

/// A count of members on the date, by the bands of scheme.md.
struct MemberCounts {
    facts::Basis basis = facts::Basis::unknown;
    std::optional<std::int64_t> members = {};
    std::optional<std::int64_t> women = {};
    std::optional<std::int64_t> elderly = {};         // 60 completed years
    std::optional<std::int64_t> elderly_custom = {};  // 55
    std::optional<std::int64_t> hardship = {};
    std::optional<std::int64_t> birth_unknown = {};
    std::optional<std::int64_t> sex_unknown = {};
    std::optional<std::int64_t> elderly_by_year = {};
};

/// What the scheme would have a club look like; to look at, never a limit.
struct CompositionBands {
    facts::Goal size = {};     // people
    facts::Goal women = {};    // of the members, in ppm
    facts::Goal elderly = {};  // the same
};

struct LoanLine {
    core::club::LoanRow row;
    std::string borrower;        // the member's id; names are private parts
    std::int64_t days_late = 0;  // of the oldest month not covered; 0: not late
};

struct ClubView {
    Frame frame;
    ClubLine line;
    std::vector<std::string> villages;  // all that it serves
    std::string programme;
    MemberCounts people;
    CompositionBands bands;
    std::optional<core::Money> capital;
    std::optional<core::Money> loans_outstanding;
    std::optional<core::Money> overdue;
    facts::Basis money_basis = facts::Basis::unknown;
    core::club::ClubRow row;
    core::Head head;
    std::vector<core::club::StatusRow> statuses;
    std::vector<core::club::RatingRow> ratings;
    Peers peers;
    // As the book stands now.
    std::vector<core::club::BalanceRow> balances;
    std::vector<LoanLine> loans;
    bool loans_closed = false;                                 // to this reader
    std::vector<core::club::MeetingRow> meetings;              // by day
    std::map<core::MeetingId, std::uint64_t> meeting_entries;  // the number of each's entry
    std::vector<core::club::ReportRow> reports;
    std::vector<core::club::FlagLine> flags;  // on as_of, by what is known now
    std::vector<ClubFlagLine> club_flags;     // on as_of
};

struct OpLine {
    std::string op;    // its name on the wire
    std::string on;    // business date
    std::string text;  // what it says, one line of JSON
    bool reversed = false;
};

struct EntryLine {
    core::SealedEntry entry;
    core::Digest digest{};
    std::vector<OpLine> ops;
};

/// A page of a book.
struct EntriesView {
    BookInfo book;
    std::string name;  // of the club; of other books what they are
    bool simulated = false;
    std::uint64_t after = 0;
    std::vector<EntryLine> entries;
    bool members_closed = false;  // to this reader: operations are told by their sums
};

struct EntryView {
    BookInfo book;
    std::string name;
    bool simulated = false;
    EntryLine line;
    bool chain_holds = false;     // the hash follows from the entry before
    bool members_closed = false;  // as in EntriesView
};

struct PeriodQuestion;  // app/period_view.hpp
struct PeriodView;

/// Answers questions; from any thread. Throws Fault.
class Reading {
public:
    virtual ~Reading() = default;

    [[nodiscard]] virtual core::Result<StandingView> standing(const Question& question) = 0;
    [[nodiscard]] virtual core::Result<UnitsView> units(std::optional<core::Date> as_of) = 0;
    [[nodiscard]] virtual core::Result<UnitView> unit(const Question& question) = 0;
    [[nodiscard]] virtual core::Result<ClubsView> clubs(const ClubsQuestion& question) = 0;
    [[nodiscard]] virtual core::Result<ClubView> club(const core::BookId& id,
                                                      const Question& question) = 0;
    /// `care_year`: of the funds listed; 0: the last one that is over on as_of.
    [[nodiscard]] virtual core::Result<AssociationsView> associations(const Question& question,
                                                                      int care_year) = 0;
    [[nodiscard]] virtual core::Result<EntriesView> entries(const core::BookId& id,
                                                            std::uint64_t after, Page page) = 0;
    [[nodiscard]] virtual core::Result<EntryView> entry(const core::BookId& id,
                                                        std::uint64_t seq) = 0;
    /// Every version of criteria for rating clubs, by its first day.
    [[nodiscard]] virtual std::vector<core::rating::Criteria> criteria() = 0;
    /// The scheme's work; whoever asks has seen to it which books the asker may read.
    [[nodiscard]] virtual std::vector<AssociationLine> association_books() = 0;
    [[nodiscard]] virtual core::Result<MatterList> matters(const MatterQuestion& question) = 0;
    /// Of all books, for these units and what lies under them.
    [[nodiscard]] virtual core::Result<std::vector<QuotaResult>> quotas(
        std::span<const core::UnitId> units) = 0;
    /// Whoever gave them, by day.
    [[nodiscard]] virtual core::Result<std::vector<OpenGrant>> open_grants(
        const core::BookId& club) = 0;
    /// Of each level that was open in the year.
    [[nodiscard]] virtual core::Result<std::vector<CareYear>> care(const core::BookId& book,
                                                                   int year) = 0;
    /// Every active club, those first that somebody should visit.
    [[nodiscard]] virtual core::Result<std::vector<VisitLine>> visits() = 0;
    /// What a unit has to report of a period.
    [[nodiscard]] virtual core::Result<PeriodView> period(const PeriodQuestion& question) = 0;
    /// Territory and registry, which belong to the whole province.
    [[nodiscard]] virtual CommonBooks& common_books() = 0;
    /// Something was written: the next answer knows it.
    virtual void written() {}
    [[nodiscard]] virtual bool simulated() = 0;
    /// True if the store answers; for health checks.
    [[nodiscard]] virtual bool healthy() = 0;
};

}  // namespace lth::app
