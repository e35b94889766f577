// Cases as officers see and end them: what was sent, why it was refused, what it collides with.
#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/officer.hpp"

namespace lth::app {

struct CasesQuestion {
    std::optional<core::BookId> book = {};  // else of all books that the officer sees
    bool closed_too = false;
    std::size_t offset = 0;
    std::size_t limit = 50;
};

/// A case in a list. `problem` is the rejection as JSON, as the phone has it.
/// What an entry says, shortly: its meeting, else what it begins with.
struct CaseAbout {
    std::string op;
    core::Date on;
    std::uint64_t others = 0;  // operations beside it
};
BOOST_DESCRIBE_STRUCT(CaseAbout, (), (op, on, others))

struct CaseRow {
    core::BookId book = {};
    std::string club = {};
    core::EntryId entry_id = {};
    core::replica::CaseState state = core::replica::CaseState::open;
    std::int64_t opened_at = 0;
    std::string device = {};   // its name
    std::string sent_by = {};  // the sender's name
    std::string problem = {};
    std::optional<std::int64_t> closed_at = {};
    std::optional<std::string> closed_by = {};
    std::optional<core::EntryId> replaced_by = {};
    std::optional<std::string> reason = {};
    std::optional<CaseAbout> about = {};  // absent: it was withdrawn before it came
};
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (book, club, entry_id, state, opened_at, device, sent_by, problem, closed_at,
                       closed_by, replaced_by, reason, about))

struct CasesView {
    std::size_t total = 0;
    std::vector<CaseRow> cases = {};
};

enum class CaseChoice : std::uint8_t {
    accept,           // the same operations, under the officer's own name
    replace,          // what stands is undone and this recorded, in one entry
    another_meeting,  // both were held: this one as an extra meeting
    keep_first,       // what stands is right: this one is let go
    let_go,
    mend,  // what is not dropped of it, under the officer's own name
};
BOOST_DESCRIBE_ENUM(CaseChoice, accept, replace, another_meeting, keep_first, let_go, mend)

/// The entry that a second record of one meeting collides with.
struct StandingEntry {
    core::SealedEntry entry = {};
    std::vector<std::uint64_t> live = {};  // operations that count: their places in the entry
};
BOOST_DESCRIBE_STRUCT(StandingEntry, (), (entry, live))

struct BalanceLine {
    std::string account = {};  // "income:cash" …
    core::Money amount = {};
};
BOOST_DESCRIBE_STRUCT(BalanceLine, (), (account, amount))

/// Somebody whom a case names or whose loan it names: the number in the order of admission, and the
/// name as far as the officer may see it.
struct CaseMember {
    core::MemberId member = {};
    core::Count number = {};
    std::optional<std::string> name = {};
};
BOOST_DESCRIBE_STRUCT(CaseMember, (), (member, number, name))

/// A loan that a case names, as the book holds it now.
struct CaseLoan {
    core::LoanId loan = {};
    core::MemberId member = {};  // who owes it
    core::Date disbursed_on = {};
    core::Money principal = {};
    core::Money outstanding = {};
};
BOOST_DESCRIBE_STRUCT(CaseLoan, (), (loan, member, disbursed_on, principal, outstanding))

/// An operation of the book that speaks of the same as the case, of the same day or later.
struct BesideOp {
    std::uint64_t seq = 0;
    core::Date on = {};
    std::string op = {};
    std::string text = {};  // of it what the case speaks of, as JSON
    std::int64_t received_at = 0;
    std::string author = {};  // the name
    std::string device = {};  // its name
};
BOOST_DESCRIBE_STRUCT(BesideOp, (), (seq, on, op, text, received_at, author, device))

struct CaseView {
    CaseRow row = {};
    std::optional<core::Entry> entry = {};  // absent if it was withdrawn before it came
    std::optional<StandingEntry> stands = {};
    std::optional<std::string> refused_now = {};  // why it cannot simply be accepted: JSON
    std::vector<CaseMember> members = {};
    std::vector<CaseLoan> loans = {};
    std::vector<BesideOp> beside = {};  // the first of them, of a case that is open
    std::uint64_t beside_total = 0;
    std::uint64_t last_seq = 0;              // of the book now
    std::vector<BalanceLine> balances = {};  // now
    std::vector<CaseChoice> choices = {};
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (row, entry, stands, refused_now, members, loans, beside, beside_total,
                       last_seq, balances, choices))

struct CaseRef {
    core::BookId book = {};
    core::EntryId entry_id = {};
};

struct CaseDecision {
    CaseChoice choice = CaseChoice::accept;
    std::optional<std::string> reason = {};  // of letting go
    // Of mending: the places of the operations that are left out, from 0.
    std::optional<std::vector<std::uint64_t>> dropped = {};
};
BOOST_DESCRIBE_STRUCT(CaseDecision, (), (choice, reason, dropped))

class SpokenOf;

class CaseDesk {
public:
    CaseDesk(Store& store, Books& books, Clock& clock, HeldRights& rights, Places& places);

    /// Of books over which the officer may decide, the newest first.
    [[nodiscard]] CasesView list(const core::AccountId& officer, const CasesQuestion& question);
    /// Rules sync.case.unknown, role.case.not_allowed.
    [[nodiscard]] core::Result<CaseView> look(const core::AccountId& officer, const CaseRef& ref);
    /// The receipt of the entry that took its place, if one did. Rules as above, sync.case.*, and
    /// why the entry is refused. Throws Fault; then decide the same again.
    [[nodiscard]] core::Result<std::optional<Receipt>> decide(const core::AccountId& officer,
                                                              const CaseRef& ref,
                                                              const CaseDecision& decision);

private:
    [[nodiscard]] bool may_decide(const core::AccountId& officer, const core::BookId& book);
    [[nodiscard]] core::Result<SyncCase> find(const core::AccountId& officer, const CaseRef& ref);
    [[nodiscard]] CaseRow row_of(const SyncCase& kept);
    [[nodiscard]] std::optional<StandingEntry> standing(const SyncCase& kept,
                                                        const core::Entry& entry);
    [[nodiscard]] std::optional<core::Rejection> refusal_now(const core::Entry& entry,
                                                             const core::AccountId& officer);
    [[nodiscard]] core::Result<core::Entry> compose(const core::AccountId& officer,
                                                    const SyncCase& kept,
                                                    const CaseDecision& decision);
    void add_about(CaseView& view, const core::AccountId& officer);
    // The places of operations that count, by the number of their entry.
    using LiveOps = std::map<std::uint64_t, std::set<std::uint64_t>>;
    void add_beside(CaseView& view, const SpokenOf& spoken, const LiveOps& live);
    [[nodiscard]] std::optional<core::Entry> recorded(const core::BookId& book,
                                                      const core::EntryId& id);

    Store& store_;
    Books& books_;
    Clock& clock_;
    HeldRights& rights_;
    Places& places_;
    OfficerEntries entries_;
};

}  // namespace lth::app
