// What the checks of single operations share. `check_people.cpp` and `check_money.cpp` hold one
// overload of `check_one` per operation; an operation without one of its own is only held to its
// dates.
#pragma once

#include <string>

#include "core/club/check.hpp"

namespace lth::core::club {

struct Checking {
    const Club& club;
    Date on;
    Date today;

    [[nodiscard]] Refusal member_known(MemberId id, std::string_view field) const;
    [[nodiscard]] Refusal member_in_club(MemberId id, std::string_view field) const;
    [[nodiscard]] Refusal all_in_club(std::span<const MemberId> ids, std::string_view field) const;
    [[nodiscard]] Refusal loan_known(LoanId id) const;
};

[[nodiscard]] Refusal refuse(RuleRef rule, std::string_view field = {},
                             std::initializer_list<Fact> facts = {});
[[nodiscard]] Refusal positive(Money amount, std::string_view field = "amount");
[[nodiscard]] std::string text_of(Status status);

Refusal check_one(const Checking& in, const ClubProposed& what);
Refusal check_one(const Checking& in, const ClubDecided& what);
Refusal check_one(const Checking& in, const ClubLaunched& what);
Refusal check_one(const Checking& in, const ClubChanged& what);
Refusal check_one(const Checking& in, const ClubSuspended& what);
Refusal check_one(const Checking& in, const ClubResumed& what);
Refusal check_one(const Checking& in, const ClubClosing& what);
Refusal check_one(const Checking& in, const ClubDissolved& what);
Refusal check_one(const Checking& in, const ClubMerged& what);
Refusal check_one(const Checking& in, const MemberAdmitted& what);
Refusal check_one(const Checking& in, const MemberChanged& what);
Refusal check_one(const Checking& in, const MemberCorrected& what);
Refusal check_one(const Checking& in, const MemberLeft& what);
Refusal check_one(const Checking& in, const MemberReadmitted& what);
Refusal check_one(const Checking& in, const RosterCompleted& what);
Refusal check_one(const Checking& in, const RosterReviewed& what);
Refusal check_one(const Checking& in, const ConsentRecorded& what);
Refusal check_one(const Checking& in, const BoardElected& what);
Refusal check_one(const Checking& in, const VolunteersSet& what);
Refusal check_one(const Checking& in, const TeamSet& what);
Refusal check_one(const Checking& in, const MeetingHeld& what);
Refusal check_one(const Checking& in, const CareVisited& what);
Refusal check_one(const Checking& in, const ClubReported& what);
Refusal check_one(const Checking& in, const MonthReported& what);
Refusal check_one(const Checking& in, const RatingSelfScored& what);
Refusal check_one(const Checking& in, const RatingAppraised& what);
Refusal check_one(const Checking& in, const RatingApproved& what);
Refusal check_one(const Checking& in, const RatingReturned& what);
Refusal check_one(const Checking& in, const RatingAnswered& what);
Refusal check_one(const Checking& in, const PrivateErased& what);
Refusal check_one(const Checking& in, const OpReversed& what);
Refusal check_one(const Checking& in, const BookOpened& what);
Refusal check_one(const Checking& in, const BalanceOpened& what);
Refusal check_one(const Checking& in, const LoanOpened& what);
Refusal check_one(const Checking& in, const BalanceExplained& what);
Refusal check_one(const Checking& in, const RulesSet& what);
Refusal check_one(const Checking& in, const CapitalReceived& what);
Refusal check_one(const Checking& in, const CapitalReturned& what);
Refusal check_one(const Checking& in, const LoanDisbursed& what);
Refusal check_one(const Checking& in, const LoanRepaid& what);
Refusal check_one(const Checking& in, const LoanWrittenOff& what);
Refusal check_one(const Checking& in, const LoanRecovered& what);
Refusal check_one(const Checking& in, const LoanInterestWaived& what);
Refusal check_one(const Checking& in, const LoanRescheduled& what);
Refusal check_one(const Checking& in, const LoanTakenOver& what);
Refusal check_one(const Checking& in, const DuesReceived& what);
Refusal check_one(const Checking& in, const DonationReceived& what);
Refusal check_one(const Checking& in, const ExpensePaid& what);
Refusal check_one(const Checking& in, const FundTransferred& what);
Refusal check_one(const Checking& in, const ReserveChanged& what);
Refusal check_one(const Checking& in, const FundAdvanced& what);
Refusal check_one(const Checking& in, const FundAdvanceReturned& what);
Refusal check_one(const Checking& in, const BankDeposited& what);
Refusal check_one(const Checking& in, const BankWithdrawn& what);
Refusal check_one(const Checking& in, const BankInterest& what);
Refusal check_one(const Checking& in, const BankFee& what);
Refusal check_one(const Checking& in, const CashAdjusted& what);
Refusal check_one(const Checking& in, const ClaimSettled& what);
Refusal check_one(const Checking& in, const ClaimWaived& what);
Refusal check_one(const Checking& in, const CashCounted& what);
Refusal check_one(const Checking& in, const FundsHandedOver& what);
Refusal check_one(const Checking& in, const FundsTakenOver& what);
Refusal check_one(const Checking& in, const PeriodClosed& what);

// Operations that any state of the book allows.
inline Refusal check_one(const Checking&, const DossierItem&) { return {}; }
inline Refusal check_one(const Checking&, const GiftReceived&) { return {}; }
inline Refusal check_one(const Checking&, const EquipmentHandedOver&) { return {}; }
inline Refusal check_one(const Checking&, const BookKeeperSet&) { return {}; }
inline Refusal check_one(const Checking&, const MeetingsExcused&) { return {}; }
inline Refusal check_one(const Checking&, const ActivityHeld&) { return {}; }
inline Refusal check_one(const Checking&, const HealthChecked&) { return {}; }
inline Refusal check_one(const Checking&, const AttachmentAdded&) { return {}; }
inline Refusal check_one(const Checking&, const SettingSet&) { return {}; }

}  // namespace lth::core::club
