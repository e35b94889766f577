#include "core/club/flags.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/club/check.hpp"
#include "core/club/life_pages.hpp"
#include "core/club/loan.hpp"
#include "core/sort.hpp"

namespace lth::core::club {
namespace {

constexpr std::int32_t rollover_days = 7;
constexpr std::int32_t days_looked_back = 365;

class Flags {
public:
    Flags(const Club& club, Date on) : club_(club), on_(on) {}

    std::vector<FlagLine> take() {
        balances();
        count();
        people();
        dear_loans();
        auto lines = std::exchange(lines_, {});
        for (const auto& loan : club_.loans) {
            if (!loan.live) continue;
            agreement(loan);
            repayments(loan);
        }
        dues();
        sort_list(lines_, std::ranges::greater{}, [](const FlagLine& line) {
            return std::tuple(line.on, line.seq, line.op_index, line.what);
        });
        lines.insert(lines.end(), lines_.begin(), lines_.end());
        return lines;
    }

private:
    FlagLine& add(Flag what, Date on) {
        auto& line = lines_.emplace_back();
        line.what = what;
        line.on = on;
        return line;
    }
    FlagLine& add(Flag what, OpIndex op) {
        const auto& record = club_.ops[op];
        auto& line = add(what, record.on);
        line.seq = Count{record.seq};
        line.op_index = Count{record.op_index};
        return line;
    }
    [[nodiscard]] bool recorded(OpIndex op) const {
        const auto& record = club_.ops[op];
        return record.live && record.on > Date{on_.days - days_looked_back} && record.on <= on_;
    }
    // A reversal adds the negative under its own operation, which is no event of the loan.
    [[nodiscard]] bool stands(const LoanEvent& event) const {
        const auto& record = club_.ops[event.op];
        return record.live && op_name(record.kind) != OpReversed::op;
    }
    [[nodiscard]] MemberId member_at(std::uint32_t index) const {
        return club_.members[index].admitted.member;
    }

    void balances() {
        if (const auto day = negative_day(club_, on_)) {
            auto& line = add(Flag::below_zero, day->day);
            line.account = full_name(day->account);
            line.amount = day->amount;
        }
        const auto held = balances_on(club_, on_);
        const auto stands = [&](Flag what, Account account) {
            const auto amount = natural(account, held[index(account)]);
            if (amount == Money{}) return;
            auto& line = add(what, on_);
            line.account = full_name(account);
            line.amount = amount;
        };
        stands(Flag::opening_difference, Account::income_opening);
        stands(Flag::opening_difference, Account::operating_opening);
        stands(Flag::advance_open, Account::income_advances);
    }

    void count() {
        const auto* last = undecided_count(club_, on_);
        if (last == nullptr) return;
        auto& line = add(Flag::count_differs, last->op);
        line.amount = last->what.amount;
        line.instead = last->what.book_amount;
    }

    void people() {
        for (const auto& loan : club_.loans) {
            if (!loan.live) continue;
            const auto owner = owner_on(club_, loan, on_);
            const auto& member = club_.members[owner];
            const auto owed = outstanding_on(loan, on_);
            const bool out = !member.spans.empty() && member.spans.back().left &&
                             *member.spans.back().left <= on_;
            if (owed <= Money{} || !out || span_on(member, on_) != nullptr) continue;
            auto& line = add(Flag::left_owing, *member.spans.back().left);
            line.member = member_at(owner);
            line.loan = loan.id;
            line.amount = owed;
        }
    }

    // One line for all: at the usual one percent a month of the first sum every loan is.
    void dear_loans() {
        std::int64_t loans = 0;
        for (const auto& loan : club_.loans) {
            if (!loan.live || outstanding_on(loan, on_) <= Money{}) continue;
            const auto& plan = plan_on(club_, loan, on_);
            const auto price = true_price(plan.terms, plan.principal, plan.from);
            loans += price.nominal_ppm > usury_ppm ? 1 : 0;
        }
        if (loans > 0) add(Flag::above_law, on_).loans = Count{loans};
    }

    void agreement(const Loan& loan) {
        if (loan.opened || !recorded(loan.op)) return;
        const auto member = loan.owners.front().member;
        const auto* rules = rules_on(club_, loan.disbursed_on);
        const auto limits = rules == nullptr ? LoanLimits{} : rules->what.limits;
        if (limits.amount && loan.principal > *limits.amount) {
            about(Flag::above_limit, loan).instead = limits.amount;
        }
        const auto open = std::ranges::count_if(club_.members[member].loans, [&](auto index) {
            const auto& one = club_.loans[index];
            return one.live && outstanding_on(one, loan.disbursed_on) > Money{};
        });
        if (limits.open_loans && open > limits.open_loans->value) {
            about(Flag::above_limit, loan).loans = Count{open};
        }
        for (const auto index : club_.members[member].loans) {
            const auto& earlier = club_.loans[index];
            if (&earlier == &loan || !earlier.live) continue;
            const auto settled = settled_by_repayment(earlier);
            const bool soon = settled && *settled <= loan.disbursed_on &&
                              loan.disbursed_on.days - settled->days <= rollover_days;
            if (!soon || earlier.disbursed_on >= loan.disbursed_on) continue;
            about(Flag::rollover, loan);
            break;
        }
    }
    FlagLine& about(Flag what, const Loan& loan) {
        auto& line = add(what, loan.op);
        line.member = member_at(loan.owners.front().member);
        line.loan = loan.id;
        line.amount = loan.principal;
        return line;
    }
    [[nodiscard]] std::optional<Date> settled_by_repayment(const Loan& loan) const {
        if (loan.outstanding != Money{}) return std::nullopt;
        const LoanEvent* last = nullptr;
        for (const auto& event : loan.events) {
            if (!stands(event) || event.principal == Money{}) continue;
            if (last == nullptr || last->on <= event.on) last = &event;
        }
        if (last == nullptr || last->kind != LoanEventKind::repaid) return std::nullopt;
        return last->on;
    }

    // What was due is read off the loan as it stood before.
    void repayments(const Loan& loan) {
        std::vector<const LoanEvent*> events;
        for (const auto& event : loan.events) {
            if (stands(event)) events.push_back(&event);
        }
        sort_list(events, {}, [](const LoanEvent* event) { return std::pair(event->on, event); });
        Loan before = loan;
        before.events.clear();
        std::map<std::tuple<Date, Money, Money>, std::uint32_t> known;  // to the entry
        for (const auto* event : events) {
            if (event->kind == LoanEventKind::repaid) {
                const auto due = due_on(club_, before, event->on);
                const auto wanted = due.overdue_interest + due.due_interest;
                if (recorded(event->op) && event->interest != wanted) {
                    about(Flag::interest_differs, loan, *event).instead = wanted;
                }
                const auto entry = club_.ops[event->op].seq;
                const auto [first, fresh] =
                    known.try_emplace({event->on, event->principal, event->interest}, entry);
                if (!fresh && first->second != entry && recorded(event->op)) {
                    about(Flag::typed_twice, loan, *event).amount =
                        event->interest - event->principal;
                }
            }
            before.events.push_back(*event);
        }
    }
    FlagLine& about(Flag what, const Loan& loan, const LoanEvent& event) {
        auto& line = add(what, event.op);
        line.member = member_at(owner_on(club_, loan, event.on));
        line.loan = loan.id;
        line.amount = event.interest;
        return line;
    }

    void dues() {
        std::map<std::tuple<std::uint32_t, Date, Money>, std::uint32_t> known;  // to the entry
        for (const auto& paid : club_.dues) {
            const auto& record = club_.ops[paid.op];
            if (!record.live) continue;
            const auto [first, fresh] =
                known.try_emplace({paid.member, record.on, paid.amount}, record.seq);
            if (fresh || first->second == record.seq || !recorded(paid.op)) continue;
            auto& line = add(Flag::typed_twice, paid.op);
            line.member = member_at(paid.member);
            line.amount = paid.amount;
        }
    }

    const Club& club_;
    Date on_;
    std::vector<FlagLine> lines_;
};

}  // namespace

std::vector<FlagLine> flag_lines(const Club& club, Date on) { return Flags(club, on).take(); }

}  // namespace lth::core::club
