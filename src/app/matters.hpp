// The scheme's work as officers list it: what stands in the books of associations, each matter with
// its steps. Made from the folds in memory; an operation is told as in its entry's body.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/people.hpp"
#include "core/association/matching.hpp"
#include "core/entry.hpp"
#include "core/money.hpp"

namespace lth::app {

/// A list of the desk each; scheme.md names them as work of the scheme.
enum class MatterArea : std::uint8_t {
    care_fund,
    pledges,
    quotas,
    training,
    supervision,
    improvement,
    obstacles,
    guidance,
    communication,
    partners,
    steering,
    plans,
    reports,
};
BOOST_DESCRIBE_ENUM(MatterArea, care_fund, pledges, quotas, training, supervision, improvement,
                    obstacles, guidance, communication, partners, steering, plans, reports)

/// open: with a state that is not `closed`, a grant or transfer whose other half does not agree, or
/// guidance that somebody it is addressed to has not acknowledged · late: open, and due before the
/// day asked about.
enum class MatterFilter : std::uint8_t { all, open, late, arrived };
BOOST_DESCRIBE_ENUM(MatterFilter, all, open, late, arrived)

/// urgent: what is late first, then open, then the latest; so are equals of the others · due: the
/// soonest first, what has no day last · amount: the largest first, of what began it · at_hand:
/// what is due within a month or has begun within one, by that day; then what is late, the last
/// first; then the rest.
enum class MatterOrder : std::uint8_t { urgent, newest, oldest, due, owner, amount, at_hand };
BOOST_DESCRIBE_ENUM(MatterOrder, urgent, newest, oldest, due, owner, amount, at_hand)

struct MatterStep {
    std::uint64_t seq = 0;
    std::uint64_t op_index = 0;
    core::Date on = {};
    bool live = true;                          // false: reversed
    std::optional<std::uint64_t> number = {};  // of its receipt or voucher
    std::optional<std::string> in_words = {};  // its amount in Vietnamese, if one entry was asked
    std::string body = {};                     // {"ops":[…]} with this one operation
    std::optional<std::string> text = {};      // of private parts that the asker sees
    std::optional<Role> by = {};               // who recorded it, where known, if one was asked
};
BOOST_DESCRIBE_STRUCT(MatterStep, (), (seq, op_index, on, live, number, in_words, body, text, by))

/// What another book tells of the same grant or transfer.
struct OtherHalf {
    core::BookId book = {};
    std::uint64_t seq = 0;
    std::uint64_t op_index = 0;
    core::Date on = {};
    core::Money amount = {};
};
BOOST_DESCRIBE_STRUCT(OtherHalf, (), (book, seq, op_index, on, amount))

/// An association that was sent guidance.
struct GuidanceReader {
    std::string name;
    std::optional<core::Date> acknowledged_on = {};  // in its own book
};
BOOST_DESCRIBE_STRUCT(GuidanceReader, (), (name, acknowledged_on))

struct GuidanceReach {
    std::uint64_t addressed = 0;
    std::uint64_t acknowledged = 0;
    std::vector<GuidanceReader> readers = {};  // by name, if one entry was asked about
};
BOOST_DESCRIBE_STRUCT(GuidanceReach, (), (addressed, acknowledged, readers))

/// What another book tells stands in the list of whoever is to tell the rest: guidance from above
/// until it is filed, one half of a transfer, a grant that its fund and its club tell differently.
/// `book` is then the receiver's, `owner` and `steps` are the sender's. A club's half is told as
/// the fund would have told it.
struct Matter {
    core::BookId book = {};
    std::string owner = {};  // the association whose book it is
    std::string op = {};     // that began it
    std::optional<core::association::RecordState> state = {};
    std::optional<core::association::MatchState> grant = {};
    std::optional<core::association::TransferState> transfer = {};
    std::optional<core::Date> due = {};
    bool late = false;
    std::vector<MatterStep> steps = {};       // in the order recorded, the reversed ones among them
    std::optional<GuidanceReach> reach = {};  // of guidance that was sent
    std::optional<core::RecordId> arrived = {};  // from another book: to be filed under this id
    std::optional<core::BookId> sender = {};     // whose book that is
    std::optional<std::int64_t> age_days = {};   // of a grant or transfer that is open
    /// Of a grant or transfer, if one entry was asked about or it stands before whoever is to tell
    /// the rest, or to mend it.
    std::vector<OtherHalf> halves = {};
    /// Of a report that is due: its unit stands no longer, from this day. It is not open then,
    /// unless it was handed in.
    std::optional<core::Date> debtor_ended_on = {};
};
BOOST_DESCRIBE_STRUCT(Matter, (),
                      (book, owner, op, state, grant, transfer, due, late, steps, reach, arrived,
                       sender, age_days, halves, debtor_ended_on))

/// What an id of a body is called: a club, a unit, or an association's book.
struct NamedId {
    std::string id;
    std::string name;
    friend bool operator==(const NamedId&, const NamedId&) = default;
};
BOOST_DESCRIBE_STRUCT(NamedId, (), (id, name))

struct MatterList {
    core::Date on = {};
    std::uint64_t total = 0;  // that the filter lets through
    std::uint64_t open = 0;   // of the area, whatever the filter
    std::uint64_t late = 0;
    std::uint64_t offset = 0;
    std::vector<Matter> matters = {};  // as they were asked for
    std::vector<NamedId> names = {};   // by id
};
BOOST_DESCRIBE_STRUCT(MatterList, (), (on, total, open, late, offset, matters, names))

struct MatterQuestion {
    MatterArea area = MatterArea::care_fund;
    MatterFilter filter = MatterFilter::all;
    std::vector<core::BookId> books = {};  // that the asker may read, sorted
    /// Of these, sorted, without what was submitted: somebody else is to judge it.
    std::vector<core::BookId> without_submitted = {};
    /// Classes of private parts of these books that the asker sees.
    std::map<core::BookId, std::set<core::PartClass>> shown = {};
    std::string op = {};                    // that began it; empty: any of the area
    std::optional<int> year = {};           // of its first step; of a quota, a statement: theirs
    std::optional<std::uint64_t> seq = {};  // of the entry of one of its steps
    std::string search = {};                // without diacritics, in what it says and names
    MatterOrder order = MatterOrder::urgent;
    std::size_t offset = 0;
    std::size_t limit = 50;
};

/// An association's book, and where it stands on the map of today.
struct AssociationLine {
    core::BookId book = {};
    std::string name = {};
    core::association::CareLevel level = core::association::CareLevel::commune;
    std::optional<core::UnitId> unit = {};  // absent: its unit is gone and nobody knows where to
    std::string unit_code = {};
    std::string unit_name = {};
    bool own = false;      // the unit's; else it came to it with a unit that has gone
    bool records = false;  // the asker may write in it
    std::optional<core::Date> ended_on = {};  // its own unit stands no longer, from this day
    std::optional<std::string> apart = {};    // its district or code, if others bear the same name
};
BOOST_DESCRIBE_STRUCT(AssociationLine, (),
                      (book, name, level, unit, unit_code, unit_name, own, records, ended_on,
                       apart))

/// What a fund gave to a club whose book does not tell of it yet.
struct OpenGrant {
    core::GrantId grant = {};
    std::string fund = {};  // the association
    core::association::GrantTo to = core::association::GrantTo::income;
    core::Date on = {};
    core::Money amount = {};
};
BOOST_DESCRIBE_STRUCT(OpenGrant, (), (grant, fund, to, on, amount))

/// What a unit was to found in a year, and what it did.
struct QuotaResult {
    core::Year year = {};
    std::string unit_code = {};
    std::string unit_name = {};
    std::int64_t assigned = 0;
    std::int64_t launched = 0;  // clubs with their seat there, launched in the year by the day
    bool within = false;        // a part of the quota of a unit above it: sums leave it out
};
BOOST_DESCRIBE_STRUCT(QuotaResult, (), (year, unit_code, unit_name, assigned, launched, within))

/// Of a year's publication, see core/association/publication.hpp. Accounts by their last name:
/// "cash", "bound:health".
struct CareLine {
    std::string account;
    core::Money opening = {};
    core::Money in = {};
    core::Money out = {};
    core::Money moved = {};
    core::Money closing = {};
};
BOOST_DESCRIBE_STRUCT(CareLine, (), (account, opening, in, out, moved, closing))

struct CareFlowSum {
    core::association::CareFlow flow = core::association::CareFlow::received;
    core::association::CareForm form = core::association::CareForm::cash;
    core::Money amount = {};
};
BOOST_DESCRIBE_STRUCT(CareFlowSum, (), (flow, form, amount))

struct CareUse {
    core::association::CarePurpose purpose = core::association::CarePurpose::other;
    core::Money amount = {};
};
BOOST_DESCRIBE_STRUCT(CareUse, (), (purpose, amount))

/// One fund in one year; opening + in − out + moved = closing in every line and in the total.
struct CareYear {
    core::association::CareLevel level = core::association::CareLevel::commune;
    core::Year year = {};
    std::vector<CareLine> held = {};
    std::vector<CareLine> owned = {};
    CareLine total = {};
    std::vector<CareFlowSum> flows = {};
    std::vector<CareUse> uses = {};
    std::uint64_t last_receipt = 0;
    std::uint64_t last_voucher = 0;
    std::optional<bool> supports_clubs = {};  // T10; null: nothing was received
    core::Money received = {};                // from outside, goods among it
    core::Money club_support = {};
};
BOOST_DESCRIBE_STRUCT(CareYear, (),
                      (level, year, held, owned, total, flows, uses, last_receipt, last_voucher,
                       supports_clubs, received, club_support))

}  // namespace lth::app
