#include "core/club/check.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <map>

#include "core/club/checking.hpp"
#include "core/sort.hpp"

namespace lth::core::club {
namespace {

template <class What, class... Listed>
constexpr bool one_of = (std::is_same_v<What, Listed> || ...);

// Operations on money: they need an open book and an open period.
template <class What>
constexpr bool is_money =
    one_of<What, BalanceOpened, LoanOpened, BalanceExplained, CapitalReceived, CapitalReturned,
           LoanDisbursed, LoanRepaid, LoanWrittenOff, LoanRecovered, LoanInterestWaived,
           LoanRescheduled, LoanTakenOver, DuesReceived, DonationReceived, ExpensePaid,
           FundTransferred, ReserveChanged, FundAdvanced, FundAdvanceReturned, BankDeposited,
           BankWithdrawn, BankInterest, BankFee, CashAdjusted, ClaimSettled, ClaimWaived,
           FundsHandedOver, FundsTakenOver>;

enum class Touches : std::uint8_t { life, period, money };

Refusal check_dates(const Checking& in, Touches what) {
    const Date limit = in.today + 1;
    if (in.on > limit) {
        return refuse("entry.dated_ahead", "on",
                      {{"on", to_text(in.on)}, {"limit", to_text(limit)}});
    }
    const auto closed = closed_until(in.club);
    if (what != Touches::life && closed && in.on <= *closed) {
        return refuse("period.closed_date", "on",
                      {{"on", to_text(in.on)}, {"limit", to_text(*closed)}});
    }
    if (what != Touches::money) return {};
    const auto opened = book_opened_on(in.club);
    if (!opened || in.on < *opened)
        return refuse("book.not_opened", "on", {{"on", to_text(in.on)}});
    return {};
}

// What a period must not end below: the accounts that are judged, on their natural side.
bool must_not_be_negative(Account account, Money debit) {
    return !is_signed(account) && natural(account, debit) < Money{};
}

Refusal check_account(const Club& club, Account account) {
    const Money debit = club.balances[index(account)];
    const std::string name(full_name(account));
    if (debit.dong > max_dong || debit.dong < -max_dong) {
        return refuse("account.too_large", "amount", {{"account", name}});
    }
    if (!must_not_be_negative(account, debit)) return {};
    return refuse("account.below_zero", "amount",
                  {{"account", name}, {"amount", to_text(-natural(account, debit))}});
}

Refusal check_loan(const Club& club, const Loan& loan) {
    if (loan.outstanding < Money{}) {
        return refuse("loan.repaid.above_outstanding", "principal",
                      {{"loan", to_text(loan.id)}, {"amount", to_text(-loan.outstanding)}});
    }
    if (loss_left(club, loan) < Money{}) {
        return refuse("loan.recovered.above_written_off", "amount", {{"limit", to_text(Money{})}});
    }
    return {};
}

// The account named in a refusal belongs to the operation that moved it last.
std::int32_t last_op_posting(const Club& club, const Journal& journal, Account account) {
    for (std::size_t i = club.ops.size(); i-- > journal.first_new_op();) {
        const auto& op = club.ops[i];
        for (std::uint32_t p = 0; p < op.posting_count; ++p) {
            if (club.postings[op.first_posting + p].account == account) {
                return static_cast<std::int32_t>(i - journal.first_new_op());
            }
        }
    }
    return Rejection::whole_entry;
}

}  // namespace

Refusal refuse(RuleRef rule, std::string_view field, std::initializer_list<Fact> facts) {
    return make_rejection(rule, field, facts);
}

Refusal positive(Money amount, std::string_view field) {
    if (amount <= Money{}) return refuse("amount.not_positive", field);
    return {};
}

std::string text_of(Status status) { return boost::describe::enum_to_string(status, ""); }

Refusal Checking::member_known(MemberId id, std::string_view field) const {
    if (find_member(club, id) != nullptr) return {};
    return refuse("member.unknown", field, {{"member", to_text(id)}});
}

Refusal Checking::member_in_club(MemberId id, std::string_view field) const {
    const Member* member = find_member(club, id);
    if (member == nullptr) return member_known(id, field);
    if (span_on(*member, on) != nullptr) return {};
    return refuse("member.not_in_club", field, {{"member", to_text(id)}, {"on", to_text(on)}});
}

Refusal Checking::all_in_club(std::span<const MemberId> ids, std::string_view field) const {
    std::vector<MemberId> sorted(ids.begin(), ids.end());
    sort_list(sorted);
    const auto twice = std::ranges::adjacent_find(sorted);
    if (twice != sorted.end()) {
        return refuse("member.named_twice", field, {{"member", to_text(*twice)}});
    }
    for (const auto id : ids) {
        if (auto no = member_in_club(id, field)) return no;
    }
    return {};
}

Refusal Checking::loan_known(LoanId id) const {
    if (find_loan(club, id) != nullptr) return {};
    return refuse("loan.unknown", "loan", {{"loan", to_text(id)}});
}

Refusal check(const Club& club, const ClubOp& op, Date today) {
    const Checking in{club, op.on, today};
    return std::visit(
        [&](const auto& what) -> Refusal {
            using What = std::remove_cvref_t<decltype(what)>;
            constexpr auto touches = is_money<What>                      ? Touches::money
                                     : std::is_same_v<What, MeetingHeld> ? Touches::period
                                                                         : Touches::life;
            if (!one_of<What, ClubProposed, OpReversed, PrivateErased> &&
                status_on(club, last_date) == Status::withdrawn) {
                return refuse("club.not_proposed");
            }
            if (auto no = check_dates(in, touches)) return no;
            return check_one(in, what);
        },
        op.what);
}

Refusal check_limits(const Club& club, const Journal& journal) {
    for (const auto& [index, before] : journal.loans()) {
        if (auto no = check_loan(club, club.loans[index])) return no;
    }
    for (const auto account : journal.touched_accounts()) {
        if (auto no = check_account(club, account)) {
            no->op_index = last_op_posting(club, journal, account);
            return no;
        }
    }
    for (const auto& [index, before] : journal.members()) {
        const Member& member = club.members[index];
        if (shares_of(club, member) < Money{}) {
            return refuse("shares.below_zero", "amount",
                          {{"member", to_text(member.admitted.member)},
                           {"limit", to_text(before ? shares_of(club, *before) : Money{})}});
        }
    }
    return {};
}

std::optional<NegativeDay> negative_day(const Club& club, Date until) {
    std::map<Date, std::vector<Posting>> days;
    for (const auto& op : club.ops) {
        if (op.on > until) continue;
        for (std::uint32_t p = 0; p < op.posting_count; ++p) {
            days[op.on].push_back(club.postings[op.first_posting + p]);
        }
    }
    Balances balances{};
    for (const auto& [day, postings] : days) {
        for (const auto& posting : postings) balances[index(posting.account)] += posting.amount;
        for (std::size_t i = 0; i < account_count; ++i) {
            const auto account = static_cast<Account>(i);
            if (must_not_be_negative(account, balances[i])) {
                return NegativeDay{day, account, natural(account, balances[i])};
            }
        }
    }
    return {};
}

}  // namespace lth::core::club
