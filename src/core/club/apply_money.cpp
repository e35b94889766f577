// Applying money: the posting table of ledger.md, one operation at a time.
#include <algorithm>

#include "core/club/folding.hpp"

namespace lth::core::club {
namespace {

constexpr auto cash_of = [](Fund fund) { return held(fund, Box::cash); };
constexpr auto bank_of = [](Fund fund) { return held(fund, Box::bank); };

void keep_grant(Folding& in, std::optional<GrantId> grant, const char* kind, Money amount) {
    if (!grant) return;
    const auto& record = in.club.ops[in.op];
    in.club.grants.push_back(
        {in.on, in.op, {*grant, record.seq, record.op_index, in.on, kind, amount, true}});
}

void move_shares(Folding& in, MemberId id, Money amount) {
    Member* member = in.member(id);
    if (member == nullptr) return in.fault();
    member->shares.push_back({in.op, amount});
    in.name(id);
}

struct NewLoan {
    LoanId id;
    MemberId member;
    Date disbursed_on;
    Money principal;
    Money outstanding;
    bool opened;
    std::optional<Date> interest_paid_through;
    const LoanTerms& terms;
};

void add_loan(Folding& in, const NewLoan& what) {
    const auto owner = in.index_of(what.member);
    if (!owner || in.index_of(what.id)) return in.fault();
    Member& member = in.member_at(*owner);
    const auto index = static_cast<std::uint32_t>(in.club.loans.size());
    if (in.journal != nullptr) in.journal->before_loan(index);
    Loan loan;
    loan.id = what.id;
    loan.op = in.op;
    loan.opened = what.opened;
    loan.disbursed_on = what.disbursed_on;
    loan.principal = what.principal;
    loan.outstanding = what.outstanding;
    if (what.opened) {
        // Money before the opening was settled in the old book, or is interest that nobody claims.
        loan.interest_paid_through =
            what.interest_paid_through.value_or(first_day(month_of(in.on)) - 1);
    }
    loan.plans.push_back({what.disbursed_on, what.principal, what.terms, in.op});
    loan.owners.push_back({first_date, *owner, in.op});
    const auto kind = what.opened ? LoanEventKind::handed : LoanEventKind::disbursed;
    loan.events.push_back({in.on, kind, in.op, what.outstanding, Money{}});
    in.club.loans.push_back(std::move(loan));
    in.club.loan_index.emplace(what.id, index);
    member.loans.push_back(index);
    in.name(what.member);
}

InterestSplit split_of(Folding& in) {
    const auto* rules = rules_on(in.club, in.on);
    if (rules == nullptr) return all_to_income;
    in.club.split_uses.push_back({static_cast<std::uint32_t>(rules - in.club.rules.data()), in.op});
    return rules->what.split;
}

void handed_account(Folding& in, const HandedAmount& handed, std::int64_t sign) {
    const auto account = find_account(handed.fund, handed.account.value);
    if (!account) return in.fault();
    const Money debit = is_asset(*account) ? handed.amount : -handed.amount;
    in.post(*account, Money{sign * debit.dong});
    if (handed.member) move_shares(in, *handed.member, Money{sign * handed.amount.dong});
}

void opening_post(Folding& in, Account account, Money natural_amount) {
    const Money debit = is_asset(account) ? natural_amount : -natural_amount;
    in.post(account, debit);
    in.post(opening(fund_of(account)), -debit);
}

}  // namespace

void apply_one(Folding& in, const BookOpened& what) { in.keep(in.club.openings, what); }

void apply_one(Folding& in, const BalanceOpened& what) {
    const auto account = find_account(what.fund, what.account.value);
    if (!account) return in.fault();
    opening_post(in, *account, what.amount);
    if (what.member) move_shares(in, *what.member, what.amount);
}

void apply_one(Folding& in, const LoanOpened& what) {
    add_loan(in, {what.loan, what.member, what.disbursed_on, what.principal, what.outstanding, true,
                  what.interest_paid_through, what.terms});
    opening_post(in, Account::income_loans, what.outstanding);
}

void apply_one(Folding& in, const BalanceExplained& what) {
    const auto to = find_account(what.fund, what.to.value);
    if (!to) return in.fault();
    in.post(opening(what.fund), what.amount);
    in.post(*to, -what.amount);
}

void apply_one(Folding& in, const RulesSet& what) { in.keep(in.club.rules, what); }

void apply_one(Folding& in, const CapitalReceived& what) {
    in.post(held(Fund::income, what.account), what.amount);
    in.post(what.member ? Account::income_shares : capital(what.source), -what.amount);
    if (what.member) move_shares(in, *what.member, what.amount);
    keep_grant(in, what.grant, "income", what.amount);
}

void apply_one(Folding& in, const CapitalReturned& what) {
    in.post(held(Fund::income, what.account), -what.amount);
    in.post(what.member ? Account::income_shares : capital(what.source), what.amount);
    if (what.member) move_shares(in, *what.member, -what.amount);
    keep_grant(in, what.grant, "income", -what.amount);
}

void apply_one(Folding& in, const LoanDisbursed& what) {
    add_loan(in, {what.loan, what.member, in.on, what.amount, what.amount, false, {}, what.terms});
    for (const auto id : what.guarantors) in.name(id);
    in.post(Account::income_loans, what.amount);
    in.post(held(Fund::income, what.account), -what.amount);
}

void apply_one(Folding& in, const LoanRepaid& what) {
    Loan* loan = in.loan(what.loan);
    if (loan == nullptr) return in.fault();
    loan->outstanding -= what.principal;
    loan->interest_paid += what.interest;
    loan->events.push_back({in.on, LoanEventKind::repaid, in.op, -what.principal, what.interest});
    in.name(what.loan);
    if (what.principal != Money{}) in.post(Account::income_loans, -what.principal);
    Money to_income = what.principal;
    if (what.interest != Money{}) {
        const auto rules = split_of(in);
        const std::array<std::int64_t, split_parts> ppm = {
            rules.income.value, rules.operating.value, rules.board.value, rules.reserve.value};
        const auto [income, operating, board, reserve] =
            split(what.interest, ppm, loan->plans.front().terms.unit.value);
        to_income += income + reserve;
        if (income != Money{}) in.post(Account::income_capitalised_interest, -income);
        if (reserve != Money{}) in.post(Account::income_reserve, -reserve);
        if (operating + board != Money{}) {
            in.post(held(Fund::operating, what.account), operating + board);
        }
        if (operating != Money{}) in.post(balance(BalanceKind::interest), -operating);
        if (board != Money{}) in.post(Account::operating_board_allowance, -board);
    }
    if (to_income != Money{}) in.post(held(Fund::income, what.account), to_income);
}

void apply_one(Folding& in, const LoanWrittenOff& what) {
    Loan* loan = in.loan(what.loan);
    if (loan == nullptr) return in.fault();
    Money sum;
    for (const auto& loss : what.losses) {
        const auto account = find_account(Fund::income, loss.from.value);
        if (!account) return in.fault();
        in.post(*account, loss.amount);
        loan->losses.push_back({*account, loss.amount, in.op});
        sum += loss.amount;
    }
    loan->outstanding -= sum;
    loan->events.push_back({in.on, LoanEventKind::written_off, in.op, -sum, Money{}});
    in.post(Account::income_loans, -sum);
    in.name(what.loan);
}

void apply_one(Folding& in, const LoanRecovered& what) {
    Loan* loan = in.loan(what.loan);
    if (loan == nullptr) return in.fault();
    in.post(held(Fund::income, what.account), what.amount);
    Money left = what.amount;
    for (std::size_t i = loan->losses.size(); i-- > 0 && left > Money{};) {
        if (!is_live(in.club, loan->losses[i].op)) continue;
        Money open = loan->losses[i].amount;
        for (const auto& restoration : loan->restorations) {
            if (restoration.loss == i && is_live(in.club, restoration.op))
                open -= restoration.amount;
        }
        const Money back = std::min(open, left);
        if (back <= Money{}) continue;
        in.post(loan->losses[i].account, -back);
        loan->restorations.push_back({static_cast<std::uint32_t>(i), back, in.op});
        left -= back;
    }
    if (left != Money{})
        in.post(Account::income_opening, -left);  // a forged history still balances
    in.name(what.loan);
}

void apply_one(Folding& in, const LoanInterestWaived& what) {
    Loan* loan = in.loan(what.loan);
    if (loan == nullptr) return in.fault();
    loan->events.push_back({in.on, LoanEventKind::waived, in.op, Money{}, what.amount});
    in.name(what.loan);
}

void apply_one(Folding& in, const LoanRescheduled& what) {
    Loan* loan = in.loan(what.loan);
    if (loan == nullptr) return in.fault();
    loan->plans.push_back({in.on, outstanding_on(*loan, in.on), what.terms, in.op});
    in.name(what.loan);
}

void apply_one(Folding& in, const LoanTakenOver& what) {
    const auto owner = in.index_of(what.member);
    const auto index = in.index_of(what.loan);
    if (!owner || !index) return in.fault();
    Member& member = in.member_at(*owner);
    in.loan_at(*index).owners.push_back({in.on, *owner, in.op});
    member.loans.push_back(*index);
    in.name(what.loan);
    in.name(what.member);
}

void apply_one(Folding& in, const DuesReceived& what) {
    Money sum;
    for (const auto& paid : what.paid) {
        const auto member = in.index_of(paid.member);
        if (!member) return in.fault();
        in.club.dues.push_back({*member, in.op, paid.amount});
        in.name(paid.member);
        sum += paid.amount;
    }
    in.post(held(Fund::operating, what.account), sum);
    in.post(balance(BalanceKind::dues), -sum);
}

void apply_one(Folding& in, const DonationReceived& what) {
    in.post(held(Fund::operating, what.account), what.amount);
    const bool gift = what.kind == DonationKind::gift;
    in.post(balance(gift ? BalanceKind::gift : BalanceKind::grant), -what.amount);
    keep_grant(in, what.grant, "operating", what.amount);
}

void apply_one(Folding& in, const ExpensePaid& what) {
    in.post(held(Fund::operating, what.account), -what.amount);
    const bool allowance = what.purpose == ExpensePurpose::allowance;
    in.post(allowance ? Account::operating_board_allowance : balance(BalanceKind::expense),
            what.amount);
}

void apply_one(Folding& in, const FundTransferred& what) {
    const bool to_income = what.from == Fund::operating;
    const Money into_income = to_income ? what.amount : -what.amount;
    in.post(held(Fund::operating, what.account), -into_income);
    in.post(balance(BalanceKind::transfer), into_income);
    in.post(held(Fund::income, what.account), into_income);
    in.post(to_income ? capital(Source::club) : Account::income_capitalised_interest, -into_income);
}

void apply_one(Folding& in, const ReserveChanged& what) {
    in.post(Account::income_capitalised_interest, what.amount);
    in.post(Account::income_reserve, -what.amount);
}

void apply_one(Folding& in, const FundAdvanced& what) {
    in.post(held(Fund::income, what.account), -what.amount);
    in.post(Account::income_advances, what.amount);
    in.post(held(Fund::operating, what.account), what.amount);
    in.post(Account::operating_advances, -what.amount);
}

void apply_one(Folding& in, const FundAdvanceReturned& what) {
    in.post(held(Fund::income, what.account), what.amount);
    in.post(Account::income_advances, -what.amount);
    in.post(held(Fund::operating, what.account), -what.amount);
    in.post(Account::operating_advances, what.amount);
}

void apply_one(Folding& in, const BankDeposited& what) {
    in.post(bank_of(what.fund), what.amount);
    in.post(cash_of(what.fund), -what.amount);
}
void apply_one(Folding& in, const BankWithdrawn& what) {
    in.post(bank_of(what.fund), -what.amount);
    in.post(cash_of(what.fund), what.amount);
}

namespace {
Account bank_result(Fund fund) {
    return fund == Fund::income ? Account::income_capitalised_interest : balance(BalanceKind::bank);
}
}  // namespace

void apply_one(Folding& in, const BankInterest& what) {
    in.post(bank_of(what.fund), what.amount);
    in.post(bank_result(what.fund), -what.amount);
}
void apply_one(Folding& in, const BankFee& what) {
    in.post(bank_of(what.fund), -what.amount);
    in.post(bank_result(what.fund), what.amount);
}

void apply_one(Folding& in, const CashAdjusted& what) {
    in.post(cash_of(what.fund), what.amount);
    Account against = claims(what.fund);
    if (what.against == AdjustAgainst::reserve) against = Account::income_reserve;
    if (what.against == AdjustAgainst::adjustment) against = balance(BalanceKind::adjustment);
    in.post(against, -what.amount);
}

void apply_one(Folding& in, const ClaimSettled& what) {
    in.post(held(what.fund, what.account), what.amount);
    in.post(claims(what.fund), -what.amount);
}
void apply_one(Folding& in, const ClaimWaived& what) {
    in.post(claims(what.fund), -what.amount);
    in.post(what.fund == Fund::income ? Account::income_reserve : balance(BalanceKind::adjustment),
            what.amount);
}

void apply_one(Folding& in, const CashCounted& what) { in.keep(in.club.counts, what); }

void apply_one(Folding& in, const FundsHandedOver& what) {
    if (in.journal != nullptr) in.journal->before_volunteers();
    in.keep(in.club.handed_over, what);
    for (const auto& handed : what.accounts) handed_account(in, handed, -1);
    for (const auto& handed : what.loans) {
        Loan* loan = in.loan(handed.loan);
        if (loan == nullptr) return in.fault();
        loan->outstanding -= handed.outstanding;
        loan->events.push_back({in.on, LoanEventKind::handed, in.op, -handed.outstanding, Money{}});
        in.post(Account::income_loans, -handed.outstanding);
        in.name(handed.loan);
    }
    for (const auto id : what.members) {
        Member* member = in.member(id);
        if (member == nullptr || member->spans.back().left) return in.fault();
        auto& span = member->spans.back();
        span.left = in.on;
        span.reason = Leaving::moved;
        span.out = in.op;
        in.name(id);
    }
}

void apply_one(Folding& in, const FundsTakenOver& what) {
    in.keep(in.club.taken_over, what);
    for (const auto& handed : what.accounts) handed_account(in, handed, 1);
    for (const auto& handed : what.loans) {
        add_loan(in, {handed.loan, handed.member, handed.disbursed_on, handed.principal,
                      handed.outstanding, true, handed.interest_paid_through, handed.terms});
        in.post(Account::income_loans, handed.outstanding);
    }
    for (const auto id : what.members) in.name(id);
}

void apply_one(Folding& in, const PeriodClosed& what) { in.keep(in.club.periods, what); }

}  // namespace lth::core::club
