// Operations on the two funds, loans and periods of a club's book; what each posts: ledger.cpp.
// Amounts are đồng and positive unless the field says otherwise.
#pragma once

#include "core/club/accounts.hpp"
#include "core/club/terms.hpp"
#include "core/operation.hpp"

namespace lth::core::club {

// ---- Opening in mid-life

/// From `on` the money of the book is complete.
struct BookOpened {
    static constexpr std::string_view op = "book.opened";
};
BOOST_DESCRIBE_STRUCT(BookOpened, (), ())

/// On the account's natural side; `balance:*` may be negative.
struct BalanceOpened {
    static constexpr std::string_view op = "balance.opened";
    Fund fund = Fund::income;
    PublicText account;  // "cash", "capital:province", "balance:dues" …
    Money amount;
    std::optional<MemberId> member;  // with shares: whose
};
BOOST_DESCRIBE_STRUCT(BalanceOpened, (), (fund, account, amount, member))

struct LoanOpened {
    static constexpr std::string_view op = "loan.opened";
    LoanId loan;
    MemberId member;
    Date disbursed_on;
    Money principal;
    Money outstanding;
    std::optional<Date> interest_paid_through;
    LoanTerms terms;
};
BOOST_DESCRIBE_STRUCT(LoanOpened, (),
                      (loan, member, disbursed_on, principal, outstanding, interest_paid_through,
                       terms))

/// A decision on what an opening difference was. Amount signed: positive lowers a credit opening.
struct BalanceExplained {
    static constexpr std::string_view op = "balance.explained";
    Fund fund = Fund::income;
    Money amount;
    PublicText to;  // capital:s, reserve, capitalised_interest or balance:adjustment
    PublicText decision;
};
BOOST_DESCRIBE_STRUCT(BalanceExplained, (), (fund, amount, to, decision))

// ---- Settings

struct LoanLimits {
    std::optional<Money> amount;
    std::optional<Count> open_loans;  // of one member
    friend bool operator==(const LoanLimits&, const LoanLimits&) = default;
};
BOOST_DESCRIBE_STRUCT(LoanLimits, (), (amount, open_loans))

/// The club's own rules from a day on; new loans only.
struct RulesSet {
    static constexpr std::string_view op = "rules.set";
    Date from;
    std::optional<Count> meeting_day;  // of the month, 1 … 31
    std::optional<Money> dues;         // a month and member
    InterestSplit split = all_to_income;
    Count unit{1'000};
    LoanTerms terms;
    LoanLimits limits;
};
BOOST_DESCRIBE_STRUCT(RulesSet, (), (from, meeting_day, dues, split, unit, terms, limits))

// ---- Capital

struct CapitalReceived {
    static constexpr std::string_view op = "capital.received";
    Box account = Box::cash;
    Source source = Source::unknown;
    Money amount;
    std::optional<MemberId> member;  // with source members: a refundable share
    std::optional<GrantId> grant;
};
BOOST_DESCRIBE_STRUCT(CapitalReceived, (), (account, source, amount, member, grant))

struct CapitalReturned {
    static constexpr std::string_view op = "capital.returned";
    Box account = Box::cash;
    Source source = Source::unknown;
    Money amount;
    std::optional<MemberId> member;
    std::optional<GrantId> grant;
};
BOOST_DESCRIBE_STRUCT(CapitalReturned, (), (account, source, amount, member, grant))

// ---- Loans

struct LoanVote {
    Date on;
    Count votes_for;
    Count votes_against;
    friend bool operator==(const LoanVote&, const LoanVote&) = default;
};
BOOST_DESCRIBE_STRUCT(LoanVote, (), (on, votes_for, votes_against))

enum class LoanPurpose : std::uint8_t {
    livestock,
    crops,
    trade,
    craft,
    services,
    house,
    medical,
    school,
    other
};
BOOST_DESCRIBE_ENUM(LoanPurpose, livestock, crops, trade, craft, services, house, medical, school,
                    other)

struct LoanDisbursed {
    static constexpr std::string_view op = "loan.disbursed";
    LoanId loan;
    MemberId member;
    Box account = Box::cash;
    Money amount;
    LoanTerms terms;
    std::optional<Date> requested_on;
    std::optional<LoanVote> approved;
    std::vector<MemberId> guarantors;
    LoanPurpose purpose = LoanPurpose::other;
};
BOOST_DESCRIBE_STRUCT(LoanDisbursed, (),
                      (loan, member, account, amount, terms, requested_on, approved, guarantors,
                       purpose))

enum class Payer : std::uint8_t { member, heir, guarantor, other };
BOOST_DESCRIBE_ENUM(Payer, member, heir, guarantor, other)

/// Principal and interest as the recorder states them; one of them may be 0.
struct LoanRepaid {
    static constexpr std::string_view op = "loan.repaid";
    LoanId loan;
    Box account = Box::cash;
    Money principal;
    Money interest;
    Payer payer = Payer::member;
};
BOOST_DESCRIBE_STRUCT(LoanRepaid, (), (loan, account, principal, interest, payer))

struct Loss {
    PublicText from;  // "reserve" or "capital:<source>"
    Money amount;
    friend bool operator==(const Loss&, const Loss&) = default;
};
BOOST_DESCRIBE_STRUCT(Loss, (), (from, amount))

struct LoanWrittenOff {
    static constexpr std::string_view op = "loan.written_off";
    LoanId loan;
    std::vector<Loss> losses;
    PublicText decision;
};
BOOST_DESCRIBE_STRUCT(LoanWrittenOff, (), (loan, losses, decision))

/// Money that came in after a write-off: losses are restored in reverse order.
struct LoanRecovered {
    static constexpr std::string_view op = "loan.recovered";
    LoanId loan;
    Box account = Box::cash;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(LoanRecovered, (), (loan, account, amount))

struct LoanInterestWaived {
    static constexpr std::string_view op = "loan.interest_waived";
    LoanId loan;
    Money amount;
    PublicText decision;
};
BOOST_DESCRIBE_STRUCT(LoanInterestWaived, (), (loan, amount, decision))

/// What is outstanding on `on` is scheduled anew by `terms`, month 1 being the month after `on`.
struct LoanRescheduled {
    static constexpr std::string_view op = "loan.rescheduled";
    LoanId loan;
    LoanTerms terms;
    PublicText decision;
};
BOOST_DESCRIBE_STRUCT(LoanRescheduled, (), (loan, terms, decision))

struct LoanTakenOver {
    static constexpr std::string_view op = "loan.taken_over";
    LoanId loan;
    MemberId member;  // who owes it from now on
};
BOOST_DESCRIBE_STRUCT(LoanTakenOver, (), (loan, member))

// ---- Operating fund

struct MemberAmount {
    MemberId member;
    Money amount;
    friend bool operator==(const MemberAmount&, const MemberAmount&) = default;
};
BOOST_DESCRIBE_STRUCT(MemberAmount, (), (member, amount))

struct DuesReceived {
    static constexpr std::string_view op = "dues.received";
    Box account = Box::cash;
    std::vector<MemberAmount> paid;
};
BOOST_DESCRIBE_STRUCT(DuesReceived, (), (account, paid))

enum class DonationKind : std::uint8_t { gift, grant };
BOOST_DESCRIBE_ENUM(DonationKind, gift, grant)

/// Gifts to the income fund are capital.received.
struct DonationReceived {
    static constexpr std::string_view op = "donation.received";
    Box account = Box::cash;
    DonationKind kind = DonationKind::gift;
    Money amount;
    std::optional<GrantId> grant;
};
BOOST_DESCRIBE_STRUCT(DonationReceived, (), (account, kind, amount, grant))

enum class ExpensePurpose : std::uint8_t {
    visit,
    funeral,
    gift,
    meeting,
    arts,
    health,
    training,
    equipment,
    allowance,
    other
};
BOOST_DESCRIBE_ENUM(ExpensePurpose, visit, funeral, gift, meeting, arts, health, training,
                    equipment, allowance, other)

/// Operating fund only. Purpose `allowance` is paid out of the board allowance.
struct ExpensePaid {
    static constexpr std::string_view op = "expense.paid";
    Box account = Box::cash;
    Money amount;
    std::optional<Count> area;  // 1 … 8
    ExpensePurpose purpose = ExpensePurpose::other;
};
BOOST_DESCRIBE_STRUCT(ExpensePaid, (), (account, amount, area, purpose))

// ---- Between the funds and within them

/// From income to operating: from capitalised interest only.
struct FundTransferred {
    static constexpr std::string_view op = "fund.transferred";
    Fund from = Fund::operating;
    Box account = Box::cash;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(FundTransferred, (), (from, account, amount))

/// Signed: positive moves capitalised interest to the reserve.
struct ReserveChanged {
    static constexpr std::string_view op = "reserve.changed";
    Money amount;
};
BOOST_DESCRIBE_STRUCT(ReserveChanged, (), (amount))

struct FundAdvanced {
    static constexpr std::string_view op = "fund.advanced";
    Box account = Box::cash;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(FundAdvanced, (), (account, amount))

struct FundAdvanceReturned {
    static constexpr std::string_view op = "fund.advance_returned";
    Box account = Box::cash;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(FundAdvanceReturned, (), (account, amount))

struct BankDeposited {
    static constexpr std::string_view op = "bank.deposited";
    Fund fund = Fund::income;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(BankDeposited, (), (fund, amount))

struct BankWithdrawn {
    static constexpr std::string_view op = "bank.withdrawn";
    Fund fund = Fund::income;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(BankWithdrawn, (), (fund, amount))

struct BankInterest {
    static constexpr std::string_view op = "bank.interest";
    Fund fund = Fund::income;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(BankInterest, (), (fund, amount))

struct BankFee {
    static constexpr std::string_view op = "bank.fee";
    Fund fund = Fund::income;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(BankFee, (), (fund, amount))

enum class AdjustAgainst : std::uint8_t { claims, reserve, adjustment };
BOOST_DESCRIBE_ENUM(AdjustAgainst, claims, reserve, adjustment)

/// Signed: the change of cash found when counting.
struct CashAdjusted {
    static constexpr std::string_view op = "cash.adjusted";
    Fund fund = Fund::income;
    Money amount;
    AdjustAgainst against = AdjustAgainst::claims;
    PublicText decision;
};
BOOST_DESCRIBE_STRUCT(CashAdjusted, (), (fund, amount, against, decision))

/// What somebody owed the box is paid back.
struct ClaimSettled {
    static constexpr std::string_view op = "claim.settled";
    Fund fund = Fund::income;
    Box account = Box::cash;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(ClaimSettled, (), (fund, account, amount))

/// … or given up: against the reserve (income) or the adjustments (operating).
struct ClaimWaived {
    static constexpr std::string_view op = "claim.waived";
    Fund fund = Fund::income;
    Money amount;
    PublicText decision;
};
BOOST_DESCRIBE_STRUCT(ClaimWaived, (), (fund, amount, decision))

/// Never posts. The box holds the money of both funds.
struct CashCounted {
    static constexpr std::string_view op = "cash.counted";
    Box box = Box::cash;
    Money amount;
    Money book_amount;  // as shown to those who counted
};
BOOST_DESCRIBE_STRUCT(CashCounted, (), (box, amount, book_amount))

// ---- Handing over between clubs: equal halves in two books

/// On the account's natural side.
struct HandedAmount {
    Fund fund = Fund::income;
    PublicText account;
    Money amount;
    std::optional<MemberId> member;  // with shares: whose
    friend bool operator==(const HandedAmount&, const HandedAmount&) = default;
};
BOOST_DESCRIBE_STRUCT(HandedAmount, (), (fund, account, amount, member))

/// At what is outstanding; the terms go on as they stand, so its dates and principal go along.
struct HandedLoan {
    LoanId loan;
    MemberId member;
    Date disbursed_on;
    Money principal;
    Money outstanding;
    std::optional<Date> interest_paid_through;
    LoanTerms terms;
};
BOOST_DESCRIBE_STRUCT(HandedLoan, (),
                      (loan, member, disbursed_on, principal, outstanding, interest_paid_through,
                       terms))

struct FundsHandedOver {
    static constexpr std::string_view op = "funds.handed_over";
    HandoverId handover;
    BookId to;
    std::vector<HandedAmount> accounts;
    std::vector<HandedLoan> loans;
    std::vector<MemberId> members;
    PublicText decision;
};
BOOST_DESCRIBE_STRUCT(FundsHandedOver, (), (handover, to, accounts, loans, members, decision))

/// Members are admitted by operations of the same entry; the list says who came this way.
struct FundsTakenOver {
    static constexpr std::string_view op = "funds.taken_over";
    HandoverId handover;
    BookId from;
    std::vector<HandedAmount> accounts;
    std::vector<HandedLoan> loans;
    std::vector<MemberId> members;
    PublicText decision;
};
BOOST_DESCRIBE_STRUCT(FundsTakenOver, (), (handover, from, accounts, loans, members, decision))

// ---- Periods

struct StatedBalance {
    Fund fund = Fund::income;
    PublicText account;
    Money amount;
    friend bool operator==(const StatedBalance&, const StatedBalance&) = default;
};
BOOST_DESCRIBE_STRUCT(StatedBalance, (), (fund, account, amount))

/// Balances as read aloud before the members: each must equal the book's on `until`.
struct PeriodClosed {
    static constexpr std::string_view op = "period.closed";
    Date until;
    std::vector<StatedBalance> balances;
};
BOOST_DESCRIBE_STRUCT(PeriodClosed, (), (until, balances))

}  // namespace lth::core::club
