// The state while one operation is applied: where it is written, and the journal that watches.
// `apply_people.cpp` and `apply_money.cpp` hold one overload of `apply_one` per operation.
#pragma once

#include <optional>

#include "core/club/days.hpp"
#include "core/club/journal.hpp"

namespace lth::core::club {

struct Folding {
    Club& club;
    Journal* journal;  // null when a known history is folded
    OpIndex op = no_op;
    Date on;

    /// For changing; the journal sees it first. Null if the book does not know the id.
    [[nodiscard]] Member* member(MemberId id);
    [[nodiscard]] Loan* loan(LoanId id);
    [[nodiscard]] Loan& loan_at(std::uint32_t index);
    [[nodiscard]] Member& member_at(std::uint32_t index);

    [[nodiscard]] std::optional<std::uint32_t> index_of(MemberId id) const;
    [[nodiscard]] std::optional<std::uint32_t> index_of(LoanId id) const;

    void post(Account account, Money debit);
    void name(MemberId id);
    void name(LoanId id);
    /// The operation makes no sense in this book: only a forged history comes here.
    void fault();

    template <class What>
    void keep(std::vector<Dated<What>>& list, const What& what) {
        list.push_back({on, op, what});
    }
};

void apply_one(Folding& in, const ClubProposed& what);
void apply_one(Folding& in, const DossierItem& what);
void apply_one(Folding& in, const ClubDecided& what);
void apply_one(Folding& in, const ClubLaunched& what);
void apply_one(Folding& in, const ClubChanged& what);
void apply_one(Folding& in, const ClubSuspended& what);
void apply_one(Folding& in, const ClubResumed& what);
void apply_one(Folding& in, const ClubClosing& what);
void apply_one(Folding& in, const ClubDissolved& what);
void apply_one(Folding& in, const ClubMerged& what);
void apply_one(Folding& in, const GiftReceived& what);
void apply_one(Folding& in, const EquipmentHandedOver& what);
void apply_one(Folding& in, const MemberAdmitted& what);
void apply_one(Folding& in, const MemberChanged& what);
void apply_one(Folding& in, const MemberCorrected& what);
void apply_one(Folding& in, const MemberLeft& what);
void apply_one(Folding& in, const MemberReadmitted& what);
void apply_one(Folding& in, const RosterCompleted& what);
void apply_one(Folding& in, const RosterReviewed& what);
void apply_one(Folding& in, const ConsentRecorded& what);
void apply_one(Folding& in, const BoardElected& what);
void apply_one(Folding& in, const VolunteersSet& what);
void apply_one(Folding& in, const TeamSet& what);
void apply_one(Folding& in, const BookKeeperSet& what);
void apply_one(Folding& in, const MeetingHeld& what);
void apply_one(Folding& in, const MeetingsExcused& what);
void apply_one(Folding& in, const ActivityHeld& what);
void apply_one(Folding& in, const CareVisited& what);
void apply_one(Folding& in, const HealthChecked& what);
void apply_one(Folding& in, const ClubReported& what);
void apply_one(Folding& in, const MonthReported& what);
void apply_one(Folding& in, const RatingSelfScored& what);
void apply_one(Folding& in, const RatingAppraised& what);
void apply_one(Folding& in, const RatingApproved& what);
void apply_one(Folding& in, const RatingReturned& what);
void apply_one(Folding& in, const RatingAnswered& what);
void apply_one(Folding& in, const PrivateErased& what);
void apply_one(Folding& in, const AttachmentAdded& what);
void apply_one(Folding& in, const SettingSet& what);
void apply_one(Folding& in, const OpReversed& what);

void apply_one(Folding& in, const BookOpened& what);
void apply_one(Folding& in, const BalanceOpened& what);
void apply_one(Folding& in, const LoanOpened& what);
void apply_one(Folding& in, const BalanceExplained& what);
void apply_one(Folding& in, const RulesSet& what);
void apply_one(Folding& in, const CapitalReceived& what);
void apply_one(Folding& in, const CapitalReturned& what);
void apply_one(Folding& in, const LoanDisbursed& what);
void apply_one(Folding& in, const LoanRepaid& what);
void apply_one(Folding& in, const LoanWrittenOff& what);
void apply_one(Folding& in, const LoanRecovered& what);
void apply_one(Folding& in, const LoanInterestWaived& what);
void apply_one(Folding& in, const LoanRescheduled& what);
void apply_one(Folding& in, const LoanTakenOver& what);
void apply_one(Folding& in, const DuesReceived& what);
void apply_one(Folding& in, const DonationReceived& what);
void apply_one(Folding& in, const ExpensePaid& what);
void apply_one(Folding& in, const FundTransferred& what);
void apply_one(Folding& in, const ReserveChanged& what);
void apply_one(Folding& in, const FundAdvanced& what);
void apply_one(Folding& in, const FundAdvanceReturned& what);
void apply_one(Folding& in, const BankDeposited& what);
void apply_one(Folding& in, const BankWithdrawn& what);
void apply_one(Folding& in, const BankInterest& what);
void apply_one(Folding& in, const BankFee& what);
void apply_one(Folding& in, const CashAdjusted& what);
void apply_one(Folding& in, const ClaimSettled& what);
void apply_one(Folding& in, const ClaimWaived& what);
void apply_one(Folding& in, const CashCounted& what);
void apply_one(Folding& in, const FundsHandedOver& what);
void apply_one(Folding& in, const FundsTakenOver& what);
void apply_one(Folding& in, const PeriodClosed& what);

/// Applies one operation as the next of its entry.
void apply_op(Club& club, Journal* journal, At at, std::uint16_t op_index, const ClubOp& op);

}  // namespace lth::core::club
