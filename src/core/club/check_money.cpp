// Rules on money, loans and periods.
#include <algorithm>

#include "core/club/checking.hpp"
#include "core/club/loan.hpp"
#include "core/sort.hpp"

namespace lth::core::club {
namespace {

Refusal unknown_account(const PublicText& name, std::string_view field) {
    return refuse("account.unknown", field, {{"account", name.value}});
}

Refusal terms_sound(const LoanTerms& terms) {
    if (const char* field = wrong_term(terms)) {
        return refuse("loan.terms", "terms", {{"field", field}});
    }
    return {};
}

Refusal new_loan(const Checking& in, LoanId id, MemberId member, const LoanTerms& terms) {
    if (find_loan(in.club, id) != nullptr) {
        return refuse("loan.known", "loan", {{"loan", to_text(id)}});
    }
    if (auto no = in.member_known(member, "member")) return no;
    return terms_sound(terms);
}

// A loan that exists, and was there on the day.
Refusal standing_loan(const Checking& in, LoanId id) {
    if (auto no = in.loan_known(id)) return no;
    const Loan& loan = *find_loan(in.club, id);
    const Date since = in.club.ops[loan.op].on;
    if (in.on >= since) return {};
    return refuse("loan.before_disbursement", "on",
                  {{"on", to_text(in.on)}, {"limit", to_text(since)}});
}

Refusal unsettled(const Checking& in, LoanId id) {
    if (find_loan(in.club, id)->outstanding > Money{}) return {};
    return refuse("loan.settled", "loan", {{"loan", to_text(id)}});
}

Refusal opening_day(const Checking& in) {
    const auto opened = book_opened_on(in.club);
    if (opened && *opened == in.on) return {};
    return refuse("opening.wrong_date", "on", {{"limit", opened ? to_text(*opened) : "—"}});
}

Refusal opened_amounts(Money principal, Money outstanding) {
    if (auto no = positive(principal, "principal")) return no;
    if (outstanding >= Money{} && outstanding <= principal) return {};
    return refuse("loan.opened.amounts", "outstanding",
                  {{"outstanding", to_text(outstanding)}, {"principal", to_text(principal)}});
}

Refusal not_after(Date date, Date limit, std::string_view field) {
    if (date <= limit) return {};
    return refuse("loan.dates", field, {{"date", to_text(date)}, {"limit", to_text(limit)}});
}

Refusal share_source(const Checking& in, std::optional<MemberId> member, Source source) {
    if (!member) return {};
    if (source != Source::members) return refuse("shares.needs_members", "source");
    return in.member_known(*member, "member");
}

// Handed accounts and loans must cancel out in each fund.
class HandoverBalance {
public:
    Refusal add(const HandedAmount& handed) {
        const auto account = find_account(handed.fund, handed.account.value);
        if (!account || *account == Account::income_loans) {
            return unknown_account(handed.account, "accounts");
        }
        if (!is_signed(*account)) {
            if (auto no = positive(handed.amount, "accounts")) return no;
        }
        add(handed.fund, is_asset(*account) ? handed.amount : -handed.amount);
        return {};
    }
    void add(Fund fund, Money debit) { sums_[static_cast<std::size_t>(fund)] += debit; }

    [[nodiscard]] Refusal balanced() const {
        for (const auto sum : sums_) {
            if (sum == Money{}) continue;
            return refuse("handover.not_balanced", "accounts", {{"amount", to_text(sum)}});
        }
        return {};
    }

private:
    std::array<Money, 2> sums_{};
};

template <class Handover>
Refusal balanced(const Handover& what) {
    HandoverBalance balance;
    for (const auto& handed : what.accounts) {
        if (auto no = balance.add(handed)) return no;
    }
    for (const auto& loan : what.loans) balance.add(Fund::income, loan.outstanding);
    return balance.balanced();
}

template <class Handover>
Refusal new_handover(const std::vector<Dated<Handover>>& list, const Checking& in, HandoverId id) {
    for (const auto& record : list) {
        if (is_live(in.club, record.op) && record.what.handover == id) {
            return refuse("handover.known", "handover", {{"handover", to_text(id)}});
        }
    }
    return {};
}

}  // namespace

Refusal check_one(const Checking& in, const BookOpened&) {
    const auto opened = book_opened_on(in.club);
    if (!opened) return {};
    return refuse("book.opened_already", {}, {{"limit", to_text(*opened)}});
}

Refusal check_one(const Checking& in, const BalanceOpened& what) {
    if (auto no = opening_day(in)) return no;
    const auto account = find_account(what.fund, what.account.value);
    if (!account || *account == Account::income_loans || *account == opening(what.fund)) {
        return unknown_account(what.account, "account");
    }
    if (what.amount == Money{}) return refuse("amount.zero", "amount");
    if (!is_signed(*account) && what.amount < Money{}) return refuse("amount.negative", "amount");
    if (!what.member) return {};
    if (*account != Account::income_shares) return refuse("shares.needs_members", "member");
    return in.member_known(*what.member, "member");
}

Refusal check_one(const Checking& in, const LoanOpened& what) {
    if (auto no = opening_day(in)) return no;
    if (auto no = new_loan(in, what.loan, what.member, what.terms)) return no;
    if (auto no = not_after(what.disbursed_on, in.on, "disbursed_on")) return no;
    return opened_amounts(what.principal, what.outstanding);
}

Refusal check_one(const Checking& in, const BalanceExplained& what) {
    const auto to = find_account(what.fund, what.to.value);
    const bool fits = to && (is_capital(*to) || *to == Account::income_reserve ||
                             *to == Account::income_capitalised_interest ||
                             *to == balance(BalanceKind::adjustment));
    if (!fits) return unknown_account(what.to, "to");
    if (what.amount == Money{}) return refuse("amount.zero", "amount");
    const Money left = -in.club.balances[index(opening(what.fund))];
    const bool same_side = (what.amount > Money{}) == (left > Money{});
    const bool within = what.amount > Money{} ? what.amount <= left : what.amount >= left;
    if (same_side && within) return {};
    return refuse("explained.above_difference", "amount", {{"limit", to_text(left)}});
}

Refusal check_one(const Checking&, const RulesSet& what) {
    const auto& split = what.split;
    const auto sum =
        split.income.value + split.operating.value + split.board.value + split.reserve.value;
    if (sum != one_million) {
        return refuse("rules.split_sum", "split", {{"sum", std::to_string(sum)}});
    }
    if (what.meeting_day && (what.meeting_day->value < 1 || what.meeting_day->value > 31)) {
        return refuse("rules.meeting_day", "meeting_day");
    }
    if (what.dues && *what.dues < Money{}) return refuse("amount.negative", "dues");
    return terms_sound(what.terms);
}

Refusal check_one(const Checking& in, const CapitalReceived& what) {
    if (auto no = positive(what.amount)) return no;
    return share_source(in, what.member, what.source);
}
Refusal check_one(const Checking& in, const CapitalReturned& what) {
    if (auto no = positive(what.amount)) return no;
    return share_source(in, what.member, what.source);
}

Refusal check_one(const Checking& in, const LoanDisbursed& what) {
    const Status status = status_on(in.club, in.on);
    if (status != Status::active) {
        return refuse("loan.club_not_active", {}, {{"status", text_of(status)}});
    }
    if (auto no = positive(what.amount)) return no;
    if (auto no = new_loan(in, what.loan, what.member, what.terms)) return no;
    if (auto no = in.member_in_club(what.member, "member")) return no;
    if (what.requested_on) {
        if (auto no = not_after(*what.requested_on, in.on, "requested_on")) return no;
    }
    if (what.approved) {
        if (auto no = not_after(what.approved->on, in.on, "approved")) return no;
    }
    if (std::ranges::find(what.guarantors, what.member) != what.guarantors.end()) {
        return refuse("loan.guarantor", "guarantors");
    }
    return in.all_in_club(what.guarantors, "guarantors");
}

Refusal check_one(const Checking& in, const LoanRepaid& what) {
    if (auto no = standing_loan(in, what.loan)) return no;
    if (what.principal < Money{}) return refuse("amount.negative", "principal");
    if (what.interest < Money{}) return refuse("amount.negative", "interest");
    if (what.principal == Money{} && what.interest == Money{}) {
        return refuse("loan.repaid.nothing");
    }
    return {};  // principal above what is owed is judged after the whole entry
}

Refusal check_one(const Checking& in, const LoanWrittenOff& what) {
    if (auto no = standing_loan(in, what.loan)) return no;
    if (what.losses.empty()) return refuse("amount.not_positive", "losses");
    for (const auto& loss : what.losses) {
        const auto account = find_account(Fund::income, loss.from.value);
        const bool bears = account && (*account == Account::income_reserve || is_capital(*account));
        if (!bears) {
            return refuse("loan.written_off.not_a_loss", "losses", {{"account", loss.from.value}});
        }
        if (auto no = positive(loss.amount, "losses")) return no;
    }
    return {};
}

Refusal check_one(const Checking& in, const LoanRecovered& what) {
    if (auto no = standing_loan(in, what.loan)) return no;
    if (auto no = positive(what.amount)) return no;
    const Money limit = loss_left(in.club, *find_loan(in.club, what.loan));
    if (what.amount <= limit) return {};
    return refuse("loan.recovered.above_written_off", "amount", {{"limit", to_text(limit)}});
}

Refusal check_one(const Checking& in, const LoanInterestWaived& what) {
    if (auto no = standing_loan(in, what.loan)) return no;
    return positive(what.amount);
}
Refusal check_one(const Checking& in, const LoanRescheduled& what) {
    if (auto no = standing_loan(in, what.loan)) return no;
    if (auto no = unsettled(in, what.loan)) return no;
    return terms_sound(what.terms);
}
Refusal check_one(const Checking& in, const LoanTakenOver& what) {
    if (auto no = standing_loan(in, what.loan)) return no;
    if (auto no = unsettled(in, what.loan)) return no;
    if (auto no = in.member_in_club(what.member, "member")) return no;
    const Loan& loan = *find_loan(in.club, what.loan);
    const auto owner = owner_on(in.club, loan, last_date);
    if (in.club.members[owner].admitted.member == what.member) {
        return refuse("loan.taken_over.same", "member");
    }
    return {};
}

Refusal check_one(const Checking& in, const DuesReceived& what) {
    if (what.paid.empty()) return refuse("dues.nobody", "paid");
    std::vector<MemberId> ids;
    for (const auto& paid : what.paid) {
        if (auto no = positive(paid.amount, "paid")) return no;
        if (auto no = in.member_known(paid.member, "paid")) return no;
        ids.push_back(paid.member);
    }
    sort_list(ids);
    const auto twice = std::ranges::adjacent_find(ids);
    if (twice == ids.end()) return {};
    return refuse("member.named_twice", "paid", {{"member", to_text(*twice)}});
}
Refusal check_one(const Checking&, const DonationReceived& what) { return positive(what.amount); }
Refusal check_one(const Checking&, const ExpensePaid& what) {
    if (what.area && (what.area->value < 1 ||
                      what.area->value > static_cast<std::int64_t>(balance_kind_count))) {
        return refuse("rules.area", "area");
    }
    return positive(what.amount);
}
Refusal check_one(const Checking&, const FundTransferred& what) { return positive(what.amount); }
Refusal check_one(const Checking&, const ReserveChanged& what) {
    if (what.amount == Money{}) return refuse("amount.zero", "amount");
    return {};
}
Refusal check_one(const Checking&, const FundAdvanced& what) { return positive(what.amount); }
Refusal check_one(const Checking&, const FundAdvanceReturned& what) {
    return positive(what.amount);
}
Refusal check_one(const Checking&, const BankDeposited& what) { return positive(what.amount); }
Refusal check_one(const Checking&, const BankWithdrawn& what) { return positive(what.amount); }
Refusal check_one(const Checking&, const BankInterest& what) { return positive(what.amount); }
Refusal check_one(const Checking&, const BankFee& what) { return positive(what.amount); }

Refusal check_one(const Checking&, const CashAdjusted& what) {
    if (what.amount == Money{}) return refuse("amount.zero", "amount");
    const bool reserve_of_operating =
        what.against == AdjustAgainst::reserve && what.fund == Fund::operating;
    const bool adjustment_of_income =
        what.against == AdjustAgainst::adjustment && what.fund == Fund::income;
    if (!reserve_of_operating && !adjustment_of_income) return {};
    return refuse("adjusted.wrong_fund", "against",
                  {{"against", reserve_of_operating ? "reserve" : "adjustment"}});
}
Refusal check_one(const Checking&, const ClaimSettled& what) { return positive(what.amount); }
Refusal check_one(const Checking&, const ClaimWaived& what) { return positive(what.amount); }
Refusal check_one(const Checking&, const CashCounted& what) {
    if (what.amount < Money{}) return refuse("amount.negative", "amount");
    return {};
}

Refusal check_one(const Checking& in, const FundsHandedOver& what) {
    if (auto no = new_handover(in.club.handed_over, in, what.handover)) return no;
    for (const auto& handed : what.loans) {
        if (auto no = standing_loan(in, handed.loan)) return no;
        const Loan& loan = *find_loan(in.club, handed.loan);
        const auto owner = owner_on(in.club, loan, in.on);
        const bool same = loan.outstanding == handed.outstanding &&
                          in.club.members[owner].admitted.member == handed.member;
        if (!same) {
            return refuse("handover.loan_differs", "loans", {{"loan", to_text(handed.loan)}});
        }
    }
    if (auto no = in.all_in_club(what.members, "members")) return no;
    for (const auto id : what.members) {
        // It is the last stay that ends.
        const Span& last = find_member(in.club, id)->spans.back();
        if (!last.left && last.joined <= in.on) continue;
        return refuse("member.not_in_club", "members",
                      {{"member", to_text(id)}, {"on", to_text(in.on)}});
    }
    return balanced(what);
}

Refusal check_one(const Checking& in, const FundsTakenOver& what) {
    if (auto no = new_handover(in.club.taken_over, in, what.handover)) return no;
    for (const auto& handed : what.loans) {
        if (auto no = new_loan(in, handed.loan, handed.member, handed.terms)) return no;
        if (auto no = not_after(handed.disbursed_on, in.on, "loans")) return no;
        if (auto no = opened_amounts(handed.principal, handed.outstanding)) return no;
    }
    if (auto no = in.all_in_club(what.members, "members")) return no;
    return balanced(what);
}

Refusal check_one(const Checking& in, const PeriodClosed& what) {
    if (!book_opened_on(in.club)) return refuse("book.not_opened", {}, {{"on", to_text(in.on)}});
    const auto closed = closed_until(in.club);
    if (closed && what.until <= *closed) {
        return refuse("period.not_later", "until", {{"limit", to_text(*closed)}});
    }
    if (what.until > in.on) {
        return refuse("period.ahead", "until",
                      {{"until", to_text(what.until)}, {"on", to_text(in.on)}});
    }
    const auto balances = balances_on(in.club, what.until);
    for (const auto& stated : what.balances) {
        const auto account = find_account(stated.fund, stated.account.value);
        if (!account) return unknown_account(stated.account, "balances");
        const Money book = natural(*account, balances[index(*account)]);
        if (book == stated.amount) continue;
        return refuse("period.balance_differs", "balances",
                      {{"account", std::string(full_name(*account))},
                       {"stated", to_text(stated.amount)},
                       {"book", to_text(book)}});
    }
    if (const auto negative = negative_day(in.club, what.until)) {
        return refuse("period.negative_day", "until",
                      {{"on", to_text(negative->day)},
                       {"account", std::string(full_name(negative->account))},
                       {"amount", to_text(-negative->amount)}});
    }
    return {};
}

}  // namespace lth::core::club
