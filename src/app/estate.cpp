#include "app/estate.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/club/rows_of.hpp"
#include "core/sha256.hpp"

namespace lth::app {
namespace {

using namespace core::club;
using core::Date;
using core::MemberId;
using core::Money;

/// "capital:province" of "income:capital:province"
std::string_view inside_fund(std::string_view full) { return full.substr(full.find(':') + 1); }

HandedAmount handed_amount(core::club::Account account, Money amount) {
    return {.fund = fund_of(account),
            .account = {std::string(inside_fund(full_name(account)))},
            .amount = amount,
            .member = {}};
}

std::optional<core::club::Account> account_named(std::string_view full) {
    for (std::size_t i = 0; i < account_count; ++i) {
        const auto account = static_cast<core::club::Account>(i);
        if (full_name(account) == full) return account;
    }
    return std::nullopt;
}

void add_shares(Handed& handed, const Club& club, const Member& member) {
    const auto shares = shares_of(club, member);
    if (shares == Money{}) return;
    auto& line =
        handed.accounts.emplace_back(handed_amount(core::club::Account::income_shares, shares));
    line.member = member.admitted.member;
}

// A plan made anew counts from its own day: so dates and principal go along as they stand.
HandedLoan handed_loan(const Club& club, const Loan& loan, Date day) {
    const auto& plan = plan_on(club, loan, day);
    return {.loan = loan.id,
            .member = club.members[owner_on(club, loan, day)].admitted.member,
            .disbursed_on = plan.from,
            .principal = plan.principal,
            .outstanding = loan.outstanding,
            .interest_paid_through = {},
            .terms = plan.terms};
}

template <class Wanted>
void add_loans_of(Handed& handed, const Club& club, Date day, Wanted wanted) {
    for (const auto& loan : club.loans) {
        if (!loan.live || loan.outstanding == Money{}) continue;
        const auto line = handed_loan(club, loan, day);
        if (wanted(line.member)) handed.loans.push_back(line);
    }
}

bool has(std::span<const MemberId> people, MemberId id) {
    return std::ranges::find(people, id) != people.end();
}

std::uint64_t taken(core::HandoverId handover, std::string_view kind, std::uint64_t id) {
    const auto digest = core::sha256("LTH-HANDOVER" + to_text(handover) + std::string(kind) +
                                     core::base32_text(id));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value = value << 8 | digest.at(i);
    return value % core::local_id_limit;
}

MemberAdmitted admission(const Club& club, const Member& member, core::HandoverId handover,
                         Date day) {
    MemberAdmitted admitted;
    admitted.member = taken_id(handover, member.admitted.member);
    admitted.birth_year = member.birth_year;
    admitted.sex = member.sex;
    admitted.hardship = hardship_on(club, member, day);
    admitted.village = village_on(club, member, day);
    if (!admitted.village) admitted.village = club_row(club).seat_village;
    admitted.borrowed_before =
        member.borrowed_before || std::ranges::any_of(member.loans, [&](std::uint32_t loan) {
            return club.loans[loan].live;
        });
    return admitted;
}

// Answers by their days, so that the one in force stands here, too.
void add_consents(std::vector<ClubOp>& ops, const Club& club, const Handed& given, Date day) {
    std::multimap<Date, ConsentRecorded> consents;
    for (const auto& said : club.consents) {
        if (is_live(club, said.op)) consents.emplace(said.on, said.what);
    }
    for (auto& [on, consent] : consents) {
        std::erase_if(consent.members, [&](MemberId id) { return !has(given.members, id); });
        if (consent.members.empty()) continue;
        for (auto& id : consent.members) id = taken_id(given.handover, id);
        ops.push_back({day, {}, std::move(consent)});
    }
}

}  // namespace

Handed whole_estate(const Club& club, Date day) {
    Handed handed;
    Money shares;
    for (const auto& member : club.members) {
        if (!member.live) continue;
        if (!member.spans.back().left) handed.members.push_back(member.admitted.member);
        add_shares(handed, club, member);
        shares += shares_of(club, member);
    }
    for (std::size_t i = 0; i < account_count; ++i) {
        const auto account = static_cast<core::club::Account>(i);
        if (account == core::club::Account::income_loans) continue;
        auto amount = natural(account, club.balances[i]);
        if (account == core::club::Account::income_shares)
            amount -= shares;  // what is nobody's by name
        if (amount != Money{}) handed.accounts.push_back(handed_amount(account, amount));
    }
    add_loans_of(handed, club, day, [](MemberId) { return true; });
    return handed;
}

Date last_move(const Club& club) {
    Date last = core::first_date;
    for (const auto& member : club.members) {
        if (!member.live) continue;
        const auto& span = member.spans.back();
        last = std::max(last, span.left.value_or(span.joined));
    }
    return last;
}

core::Result<Handed> part_of_estate(const Club& club, Date day, std::span<const MemberId> people,
                                    std::span<const AccountAmount> amounts) {
    Handed handed;
    handed.members.assign(people.begin(), people.end());
    for (const auto id : people) {
        if (const auto* member = find_member(club, id)) add_shares(handed, club, *member);
    }
    for (const auto& [name, amount] : amounts) {
        const auto account = account_named(name);
        if (!account) return core::reject("account.unknown", "accounts", {{"account", name}});
        handed.accounts.push_back(handed_amount(*account, amount));
    }
    add_loans_of(handed, club, day, [&](MemberId id) { return has(people, id); });
    return handed;
}

MemberId taken_id(core::HandoverId handover, MemberId id) {
    return {taken(handover, "member", id.value)};
}
core::LoanId taken_id(core::HandoverId handover, core::LoanId id) {
    return {taken(handover, "loan", id.value)};
}
core::TransferId taken_id(core::HandoverId handover, core::TransferId id) {
    return {taken(handover, "transfer", id.value)};
}

std::vector<ClubOp> taking_half(const Club& giving, const core::BookId& from, const Handed& given,
                                Date day) {
    std::vector<MemberId> gone;
    const auto also = [&](MemberId id) {
        if (!has(given.members, id) && !has(gone, id)) gone.push_back(id);
    };
    FundsTakenOver half{.handover = given.handover,
                        .from = from,
                        .accounts = given.accounts,
                        .loans = given.loans,
                        .members = given.members,
                        .decision = given.decision};
    for (auto& line : half.accounts) {
        if (!line.member) continue;
        also(*line.member);
        line.member = taken_id(given.handover, *line.member);
    }
    for (auto& loan : half.loans) {
        also(loan.member);
        loan.loan = taken_id(given.handover, loan.loan);
        loan.member = taken_id(given.handover, loan.member);
    }
    for (auto& id : half.members) id = taken_id(given.handover, id);
    std::vector<ClubOp> ops;
    for (const auto* people : {&given.members, &std::as_const(gone)}) {
        for (const auto id : *people) {
            const auto* member = find_member(giving, id);
            if (member == nullptr) continue;
            ops.push_back({day, {}, admission(giving, *member, given.handover, day)});
        }
    }
    add_consents(ops, giving, given, day);
    ops.push_back({day, {}, std::move(half)});
    for (const auto id : gone) {
        ops.push_back({day, {}, MemberLeft{taken_id(given.handover, id), Leaving::moved}});
    }
    return ops;
}

}  // namespace lth::app
