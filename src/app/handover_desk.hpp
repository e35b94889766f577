// A club is merged, split or wound up: what it has, what stands in the way of its end, and the
// handover of money, loans and people, whose two halves stand in the books of two clubs.
#pragma once

#include <map>
#include <mutex>

#include "app/estate.hpp"
#include "app/officer.hpp"
#include "app/readers.hpp"
#include "app/reading.hpp"
#include "core/club/pages.hpp"

namespace lth::app {

struct EstateAccount {
    std::string account = {};  // "income:cash"
    bool asset = false;
    core::Money amount = {};  // on its natural side
};
BOOST_DESCRIBE_STRUCT(EstateAccount, (), (account, asset, amount))

/// Who is in the club, or has left and still owes or holds shares.
struct EstatePerson {
    core::MemberId member = {};
    core::Count number = {};               // in the order of admission, from 1
    std::optional<std::string> name = {};  // where the reader may see names
    bool in_club = false;
    core::Money shares = {};
    core::Money owes = {};
};
BOOST_DESCRIBE_STRUCT(EstatePerson, (), (member, number, name, in_club, shares, owes))

struct EstateLoan {
    core::LoanId loan = {};
    core::MemberId member = {};
    core::Date disbursed_on = {};
    core::Money outstanding = {};
    core::Money interest = {};  // due and not paid: it is owed to nobody once the loan is handed on
};
BOOST_DESCRIBE_STRUCT(EstateLoan, (), (loan, member, disbursed_on, outstanding, interest))

/// A handover as the giving book tells it.
struct HandoverLine {
    core::HandoverId handover = {};
    core::Date on = {};
    core::BookId from = {};
    core::BookId to = {};
    std::string from_name = {};
    std::string to_name = {};
    core::PublicText decision = {};
    core::Count people = {};
    core::Count loans = {};
    core::Money assets = {};  // money and claims, loans among them; of a receipt: money
    bool receipt = false;     // goes to an association: its half is a transfer into its care fund
    bool taken = false;       // the other half stands, if there is to be one
};
BOOST_DESCRIBE_STRUCT(HandoverLine, (),
                      (handover, on, from, to, from_name, to_name, decision, people, loans, assets,
                       receipt, taken))

/// What lines would say one by one.
struct EstateSums {
    core::Count people = {};  // in the club
    core::Count loans = {};
    core::Money outstanding = {};
    core::Money interest = {};
};
BOOST_DESCRIBE_STRUCT(EstateSums, (), (people, loans, outstanding, interest))

/// As the book stands now. Lines of loans and people are for whoever is shown names.
struct EstateView {
    core::BookId book = {};
    core::Date on = {};
    core::club::Status status = core::club::Status::active;
    std::optional<core::Date> book_opened = {};
    bool records = false;    // the asker may hand over
    bool by_reason = false;  // a typed reason would open the lines
    EstateSums sums = {};
    std::vector<EstateAccount> accounts = {};  // that are not at 0
    std::vector<EstateLoan> loans = {};        // with something outstanding
    std::vector<EstatePerson> people = {};
    std::vector<HandoverLine> handovers = {};  // from the club and to it
};
BOOST_DESCRIBE_STRUCT(EstateView, (),
                      (book, on, status, book_opened, records, by_reason, sums, accounts, loans,
                       people, handovers))

enum class HandoverShare : std::uint8_t { all, part };
BOOST_DESCRIBE_ENUM(HandoverShare, all, part)

/// What is chosen. `people` and `accounts` are of a part: loans and shares go with their people.
struct HandoverDraft {
    core::HandoverId handover = {};
    core::BookId to = {};
    core::Date on = {};
    core::PublicText decision = {};
    HandoverShare share = HandoverShare::all;
    std::vector<core::MemberId> people = {};
    std::vector<AccountAmount> accounts = {};
};
BOOST_DESCRIBE_STRUCT(HandoverDraft, (), (handover, to, on, decision, share, people, accounts))

/// Rules reading.not_allowed, handover.*, and those of both books.
class HandoverDesk {
public:
    struct Parts {
        Store& store;
        Books& books;
        Clock& clock;
        Ids& ids;
        OfficerEntries& entries;
        HeldRights& rights;
        Places& places;
        Reading& reading;
    };
    explicit HandoverDesk(const Parts& parts) : in_(parts) {}

    [[nodiscard]] core::Result<EstateView> look(const core::AccountId& officer,
                                                const core::BookId& book, const BookSight& sight);

    /// Records the giving half and, if the officer may, the taking one. Both are judged before the
    /// first is written. The same again, by its id, goes on where it stopped.
    [[nodiscard]] core::Result<HandoverLine> hand_over(const core::AccountId& officer,
                                                       const core::BookId& from,
                                                       const HandoverDraft& draft);
    /// Records the taking half of what `from` has given, if it is not there yet.
    [[nodiscard]] core::Result<HandoverLine> take_over(const core::AccountId& officer,
                                                       const core::BookId& from,
                                                       core::HandoverId handover);
    /// What clubs that wind up, or are gone, gave to associations in whose books the officer
    /// records, and the books do not have yet.
    [[nodiscard]] core::Result<std::vector<HandoverLine>> unreceived(
        const core::AccountId& officer);

private:
    struct Given {
        core::Date on;
        Handed what;
    };
    [[nodiscard]] core::Result<HandoverLine> take_if_may(const core::AccountId& officer,
                                                         const core::BookId& from,
                                                         const Given& given);
    [[nodiscard]] core::club::Club club_of(const core::BookId& book);
    [[nodiscard]] HandoverLine line_of(const core::BookId& from, const Given& given);
    [[nodiscard]] bool is_taken(const core::BookId& from, const Given& given);
    [[nodiscard]] std::vector<Given> given_by(const core::BookId& from);
    [[nodiscard]] std::vector<core::BookId> givers_of(const core::BookId& to);
    [[nodiscard]] std::vector<core::BookId> receivers_of(const BookInfo& from);
    [[nodiscard]] std::vector<HandoverLine> lines_of(const core::BookId& book);
    void add_people(EstateView& view, const core::club::Club& club);
    [[nodiscard]] std::optional<OfficerEntry> receiving_entry(const core::BookId& from,
                                                              const Given& given);
    [[nodiscard]] OfficerEntry giving_entry(const Given& given);
    [[nodiscard]] OfficerEntry taking_entry(const core::BookId& from,
                                            const core::club::Club& giving, const Given& given);
    void disclose(OfficerEntry& entry, std::vector<core::club::ClubOp>& ops,
                  const core::BookId& from, const core::club::Club& giving, const Given& given);
    [[nodiscard]] core::Result<void> judge(const core::AccountId& officer, const core::BookId& book,
                                           const OfficerEntry& entry);
    [[nodiscard]] core::Result<void> may_go_to(const core::BookId& from, const core::BookId& to);

    // Whom a club has ever given to, as its book stood at that head.
    struct Receivers {
        core::Head head;
        std::vector<core::BookId> to;
    };

    Parts in_;
    std::mutex mutex_;  // of what follows
    std::map<core::BookId, Receivers> receivers_;
};

}  // namespace lth::app
