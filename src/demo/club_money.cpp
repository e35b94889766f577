// Dues, repayments, new loans, spending: what passes over the table at a meeting.
#include <algorithm>
#include <array>

#include "core/club/loan.hpp"
#include "demo/calendar.hpp"
#include "demo/club_life.hpp"
#include "demo/ids.hpp"

namespace lth::demo {

using core::Date;
using core::Money;
using core::Month;
using namespace core::club;

void ClubLife::collect_dues(Meeting& meeting) {
    if (meeting.month.index % customs_.dues_interval != 0) return;
    DuesReceived dues;
    const Money amount{customs_.rules.dues->dong * customs_.dues_interval};
    for (const auto p : present_people()) {
        if (!rng_.per_mille(950)) continue;
        dues.paid.push_back({people_[p].id, amount});
        meeting.box += amount;
    }
    if (!dues.paid.empty()) meeting.draft.add(meeting.on, dues);
}

void ClubLife::collect_repayments(Meeting& meeting) {
    for (auto& open : loans_) repay(meeting, open);
}

// What is due, unless this is one who pays late; heirs settle within some months of a death.
void ClubLife::repay(Meeting& meeting, OpenLoan& open) {
    const Person& person = people_[open.person];
    const auto skips = person.habit == Habit::punctual ? 8
                       : person.habit == Habit::slack  ? 300
                                                       : 120;
    const bool skip = rng_.per_mille(static_cast<std::uint64_t>(skips));
    const bool settles = !person.in_club && rng_.per_mille(200);
    if (person.habit == Habit::failing && rng_.per_mille(60)) open.stopped = true;
    if (open.stopped || skip) return;
    const Loan& loan = *find_loan(book_.club(), open.id);
    const LoanDue due = due_on(book_.club(), loan, meeting.on);
    LoanRepaid repaid{open.id, Box::cash, due.overdue_principal + due.due_principal,
                      due.overdue_interest + due.due_interest, Payer::member};
    if (settles) repaid.principal = due.outstanding;
    if (!person.in_club) repaid.payer = Payer::heir;
    repaid.principal = std::min(repaid.principal, due.outstanding);
    if (repaid.principal + repaid.interest == Money{}) return;
    meeting.income_cash += repaid.principal;
    meeting.box += repaid.principal + repaid.interest;
    // Five slips of the pen in a thousand meetings.
    const bool slip = !mistake_ && repaid.interest.dong > 5'000 && rng_.per_mille(1);
    if (slip && month_number(meeting.month) != 12) {
        mistake_ = Mistake{{}, static_cast<std::int64_t>(meeting.draft.ops.size()), repaid};
        repaid.interest.dong -= 1'000;
        meeting.box.dong -= 1'000;
    }
    meeting.draft.add(meeting.on, repaid);
}

// New loans while there is cash: smaller ones while few borrow, larger ones once many do.
void ClubLife::lend(Meeting& meeting) {
    constexpr std::array<std::int64_t, 5> small = {2, 3, 3, 4, 5};
    constexpr std::array<std::int64_t, 5> usual = {4, 5, 5, 5, 6};
    constexpr std::array<std::int64_t, 5> large = {6, 7, 8, 10, 10};
    constexpr std::int64_t most_a_meeting = 5;
    std::vector<std::uint32_t> asking;
    std::int64_t owing = 0;
    for (const auto p : present_people()) {
        if (people_[p].open_loans > 0) ++owing;
        if (people_[p].open_loans == 0 && people_[p].birth_year > 1935) asking.push_back(p);
    }
    rng_.shuffle(asking);
    const auto wanted = size() * customs_.borrowing / 1000;
    std::int64_t lent = 0;
    for (const auto p : asking) {
        if (lent == most_a_meeting || owing > wanted + wanted / 6) break;
        const auto millions = owing < wanted * 9 / 10 ? rng_.pick(small)
                              : owing <= wanted       ? rng_.pick(usual)
                                                      : rng_.pick(large);
        const auto room = meeting.income_cash.dong / million - (lent == 0 ? 0 : 1);
        const Money amount{std::min(millions, room) * million};
        if (amount.dong < 2 * million) break;
        disburse(meeting, p, amount);
        ++lent;
        ++owing;
    }
}

void ClubLife::disburse(Meeting& meeting, std::uint32_t person, Money amount) {
    LoanDisbursed loan;
    loan.loan = {derived_local(province_.seed, core::to_text(plan_.book), ++loan_number_)};
    loan.member = people_[person].id;
    loan.amount = amount;
    loan.terms = customs_.rules.terms;
    loan.requested_on = meeting.on - static_cast<std::int32_t>(rng_.between(0, 20));
    const auto votes = size() * rng_.between(75, 90) / 100;
    loan.approved = LoanVote{meeting.on, {votes}, {static_cast<std::int64_t>(rng_.below(3))}};
    loan.purpose = static_cast<LoanPurpose>(std::min(rng_.below(9), rng_.below(9)));
    meeting.draft.add(meeting.on, loan);
    meeting.income_cash -= amount;
    meeting.box -= amount;
    loans_.push_back({loan.loan, person, false});
    ++people_[person].open_loans;
}

// Visits, funerals and meetings are paid from what the operating fund had before the meeting.
void ClubLife::spend(Meeting& meeting) {
    constexpr std::array purposes = {ExpensePurpose::visit,   ExpensePurpose::visit,
                                     ExpensePurpose::funeral, ExpensePurpose::gift,
                                     ExpensePurpose::meeting, ExpensePurpose::arts};
    const auto pay = [&](Money amount, ExpensePurpose purpose, std::int64_t area) {
        if (amount.dong <= 0 || amount > meeting.operating_cash) return;
        meeting.draft.add(meeting.on, ExpensePaid{Box::cash, amount, core::Count{area}, purpose});
        meeting.operating_cash -= amount;
        meeting.box -= amount;
    };
    const auto count = 1 + rng_.below(2);
    for (std::uint64_t k = 0; k < count; ++k) {
        const auto part = meeting.operating_cash.dong * rng_.between(8, 22) / 100;
        pay({part / 10'000 * 10'000}, rng_.pick(purposes), rng_.between(2, 7));
    }
    const Money allowance{held(Account::operating_board_allowance).dong / 1'000 * 1'000};
    if (month_number(meeting.month) == 12) pay(allowance, ExpensePurpose::allowance, 8);
}

// Those with an account keep there what nobody borrows, and fetch it when the box is empty.
void ClubLife::use_bank(Meeting& meeting) {
    if (!customs_.uses_bank) return;
    const Money bank = held(Account::income_bank);
    const Money spare{(meeting.income_cash.dong / million - 2) * million};
    if (spare.dong >= 4 * million) {
        meeting.draft.add(meeting.on, BankDeposited{Fund::income, spare});
        meeting.box -= spare;
    } else if (meeting.income_cash.dong < 3 * million && bank.dong > 0) {
        const Money taken{std::min(bank.dong, 8 * million)};
        meeting.draft.add(meeting.on, BankWithdrawn{Fund::income, taken});
        meeting.box += taken;
    }
    if (month_number(meeting.month) != 12 || bank.dong < million) return;
    meeting.draft.add(meeting.on,
                      BankInterest{Fund::income, {bank.dong * rng_.between(2, 8) / 1000}});
}

// Once a year at most, for a loan on which nothing came for a year and a half: the reserve bears it
// as far as it reaches.
void ClubLife::write_off(Meeting& meeting) {
    constexpr std::int32_t hopeless_days = 540;
    if (month_number(meeting.month) != 1) return;
    const Money reserve = held(Account::income_reserve);
    for (const auto& open : loans_) {
        if (!open.stopped) continue;
        const Loan& loan = *find_loan(book_.club(), open.id);
        const LoanDue due = due_on(book_.club(), loan, meeting.on);
        const Money loss = std::min(due.outstanding, reserve);
        if (age_days(due, meeting.on) < hopeless_days || loss.dong <= 0) continue;
        meeting.draft.add(
            meeting.on,
            LoanWrittenOff{open.id, {{text("reserve"), loss}}, text("Nghị quyết họp câu lạc bộ")});
        return;
    }
}

void ClubLife::forget_settled() {
    std::erase_if(loans_, [&](const OpenLoan& open) {
        const Loan* loan = find_loan(book_.club(), open.id);
        const bool settled = loan == nullptr || loan->outstanding == Money{};
        if (settled && loan != nullptr) --people_[open.person].open_loans;
        return settled;
    });
}

}  // namespace lth::demo
