#include "core/association/care_judge.hpp"

#include <array>

#include "core/association/keys.hpp"
#include "core/association/names.hpp"

namespace lth::core::association {
namespace {

Judged judge_positive(Money amount) {
    if (amount.dong > 0) return {};
    return reject("amount.not_positive", "amount");
}

// The province's book holds the fund of the branch, too; every other book only its own.
Judged judge_level(const Association& book, CareLevel level) {
    const auto own = association_row(book).level;
    if (own == level) return {};
    if (own == CareLevel::province && level == CareLevel::branch) return {};
    return reject("care.wrong_level", "level", {{"level", std::string(name_of(level))}});
}

Judged judge_open(const Association& book, CareLevel level, Date on) {
    if (auto judged = judge_level(book, level); !judged) return judged;
    const auto fund = fund_row(book, level);
    if (!fund.opened || on < *fund.opened) {
        return reject("care.not_opened", "on",
                      {{"level", std::string(name_of(level))}, {"on", to_text(on)}});
    }
    if (fund.closed && on > *fund.closed) {
        return reject("care.closed_already", "on",
                      {{"level", std::string(name_of(level))}, {"limit", to_text(*fund.closed)}});
    }
    return {};
}

Judged judge_flow(const Association& book, CareLevel level, Money amount, Date on) {
    if (auto judged = judge_positive(amount); !judged) return judged;
    return judge_open(book, level, on);
}

Judged judge_bound(CarePurpose purpose, std::optional<CarePurpose> bound_to) {
    if (!bound_to || *bound_to == purpose) return {};
    return reject("care.bound.wrong_purpose", "bound_to",
                  {{"bound_to", std::string(name_of(*bound_to))},
                   {"purpose", std::string(name_of(purpose))}});
}

Judged judge_new(const Association& book, const Key& key, std::string id) {
    if (introduced_by(book, key) == no_op) return {};
    const bool grant = key.kind == KeyKind::grant;
    return grant ? reject("care.grant_known", "grant", {{"grant", std::move(id)}})
                 : reject("care.transfer_known", "transfer", {{"transfer", std::move(id)}});
}

}  // namespace

Judged judge_care(const Association& book, const CareOpened& op, Date /*on*/) {
    if (auto judged = judge_level(book, op.level); !judged) return judged;
    if (const auto fund = fund_row(book, op.level); fund.opened) {
        return reject(
            "care.opened_already", {},
            {{"level", std::string(name_of(op.level))}, {"limit", to_text(*fund.opened)}});
    }
    for (const Money amount : {op.cash, op.bank, op.goods, op.free}) {
        if (amount.dong < 0) return reject("amount.negative");
    }
    std::array<bool, care_purpose_count> seen{};
    for (const auto& bound : op.bound) {
        if (bound.amount.dong <= 0) return reject("amount.not_positive", "bound");
        bool& known = seen[static_cast<std::size_t>(bound.purpose)];
        if (known) {
            return reject("care.opened.purpose_twice", "bound",
                          {{"purpose", std::string(name_of(bound.purpose))}});
        }
        known = true;
    }
    return {};
}

Judged judge_care(const Association& book, const CareBalanceExplained& op, Date on) {
    if (op.amount == Money{}) return reject("amount.zero", "amount");
    if (auto judged = judge_open(book, op.level, on); !judged) return judged;
    const Account account = opening(op.level);
    const Money left = natural(account, book.balances[account.index]);
    const bool same_side = (left.dong > 0) == (op.amount.dong > 0) && left != Money{};
    const bool within = op.amount.dong > 0 ? op.amount <= left : op.amount >= left;
    if (same_side && within) return {};
    return reject("explained.above_difference", "amount", {{"limit", to_text(left)}});
}

Judged judge_care(const Association& book, const CareReceived& op, Date on) {
    return judge_flow(book, op.level, op.amount, on);
}

Judged judge_care(const Association& book, const CareSpent& op, Date on) {
    if (auto judged = judge_flow(book, op.level, op.amount, on); !judged) return judged;
    return judge_bound(op.purpose, op.bound_to);
}

Judged judge_care(const Association& book, const CareGranted& op, Date on) {
    if (auto judged = judge_flow(book, op.level, op.amount, on); !judged) return judged;
    if (auto judged = judge_new(book, grant_key(op.grant), to_text(op.grant)); !judged) {
        return judged;
    }
    if ((op.to == GrantTo::goods) != (op.account == CareForm::goods)) {
        return reject("care.granted.form", "account");
    }
    return judge_bound(op.purpose, op.bound_to);
}

Judged judge_care(const Association& book, const CareGrantReturned& op, Date on) {
    if (auto judged = judge_positive(op.amount); !judged) return judged;
    const OpIndex grant = introduced_by(book, grant_key(op.grant));
    if (grant == no_op) {
        return reject("care.grant_unknown", "grant", {{"grant", to_text(op.grant)}});
    }
    const auto& record = book.ops[grant];
    const auto& granted = std::get<CareGranted>(record.what);
    if (on < record.on) {
        return reject("care.grant_returned.before_grant", "on",
                      {{"on", to_text(on)}, {"limit", to_text(record.on)}});
    }
    if ((granted.to == GrantTo::goods) != (op.account == CareForm::goods)) {
        return reject("care.granted.form", "account");
    }
    return judge_open(book, granted.level, on);
}

Judged judge_care(const Association& book, const CareTransferredOut& op, Date on) {
    if (auto judged = judge_flow(book, op.level, op.amount, on); !judged) return judged;
    return judge_new(book, {KeyKind::transfer_out, op.transfer.value}, to_text(op.transfer));
}

Judged judge_care(const Association& book, const CareTransferredIn& op, Date on) {
    if (auto judged = judge_flow(book, op.level, op.amount, on); !judged) return judged;
    return judge_new(book, {KeyKind::transfer_in, op.transfer.value}, to_text(op.transfer));
}

Judged judge_care(const Association& book, const CareMoved& op, Date on) {
    if (op.from == CareForm::goods) return reject("care.moved.goods", "from");
    return judge_flow(book, op.level, op.amount, on);
}

Judged judge_care(const Association& book, const CareClosed& op, Date on) {
    const auto fund = fund_row(book, op.level);
    if (fund.closed) {
        return reject(
            "care.closed_already", {},
            {{"level", std::string(name_of(op.level))}, {"limit", to_text(*fund.closed)}});
    }
    return judge_open(book, op.level, on);
}

Judged judge_care(const Association& book, const CareYearReported& op, Date on) {
    if (auto judged = judge_level(book, op.level); !judged) return judged;
    const std::array figures = {op.received_money, op.received_goods,  op.spent,  op.club_support,
                                op.transferred_in, op.transferred_out, op.balance};
    bool empty = true;
    for (const auto& figure : figures) {
        empty &= !figure;
        if (figure && figure->dong < 0) return reject("amount.negative");
    }
    if (empty) return reject("report.empty");
    if (op.year.value > year_of(on)) {
        return reject("care.year_reported.ahead", "year",
                      {{"year", std::to_string(op.year.value)}});
    }
    if (op.spent && op.club_support && *op.club_support > *op.spent) {
        return reject("report.part_above_whole", "club_support",
                      {{"part", "club_support"},
                       {"value", to_text(*op.club_support)},
                       {"whole", "spent"},
                       {"limit", to_text(*op.spent)}});
    }
    return {};
}

Judged judge_care(const Association& book, const PledgeMade& op, Date /*on*/) {
    if (auto judged = judge_positive(op.amount); !judged) return judged;
    return judge_level(book, op.level);
}

Judged judge_care(const Association& /*book*/, const PledgeMet& op, Date /*on*/) {
    return judge_positive(op.amount);
}

Judged judge_balance(const Association& book, Account account) {
    const Money amount = natural(account, book.balances[account.index]);
    if (amount.dong > max_dong || amount.dong < -max_dong) {
        return reject("account.too_large", "amount", {{"account", full_name(account)}});
    }
    if (amount.dong >= 0 || is_opening(account)) return {};
    if (is_asset(account)) {
        return reject("account.below_zero", "amount",
                      {{"account", full_name(account)}, {"amount", to_text(-amount)}});
    }
    return reject("care.spent.above_available", "amount",
                  {{"account", full_name(account)}, {"amount", to_text(-amount)}});
}

std::int32_t last_posting_to(const Association& book, Account account, OpIndex first) {
    for (auto i = static_cast<OpIndex>(book.ops.size()); i > first; --i) {
        const auto& record = book.ops[i - 1];
        for (std::uint32_t p = 0; p < record.posting_count; ++p) {
            if (book.postings[record.first_posting + p].account == account) {
                return static_cast<std::int32_t>(record.op_index);
            }
        }
    }
    return Rejection::whole_entry;
}

Judged judge_closed_and_returned(const Association& book, OpIndex first) {
    for (std::size_t i = 0; i < account_count; ++i) {
        const Account account{static_cast<std::uint8_t>(i)};
        if (book.balances[i] == Money{} || !fund_row(book, level_of(account)).closed) continue;
        const Money amount = natural(account, book.balances[i]);
        return reject("care.closed.not_empty", {},
                      {{"account", full_name(account)}, {"amount", to_text(amount)}});
    }
    for (OpIndex i = first; i < book.ops.size(); ++i) {
        const auto* returned = std::get_if<CareGrantReturned>(&book.ops[i].what);
        if (returned == nullptr || !book.ops[i].live) continue;
        const OpIndex grant = find_grant(book, returned->grant);
        const Money granted = std::get<CareGranted>(book.ops[grant].what).amount;
        if (returned_of(book, returned->grant) <= granted) continue;
        auto rejected =
            reject("care.grant_returned.above_granted", "amount", {{"limit", to_text(granted)}});
        rejected.error().op_index = static_cast<std::int32_t>(book.ops[i].op_index);
        return rejected;
    }
    return {};
}

}  // namespace lth::core::association
