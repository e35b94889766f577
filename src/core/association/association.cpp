#include "core/association/association.hpp"

#include <algorithm>
#include <utility>

#include "core/association/keys.hpp"

namespace lth::core::association {
namespace {

template <class What>
const What* live_what(const Association& book, OpIndex op) {
    return op == no_op ? nullptr : std::get_if<What>(&book.ops[op].what);
}

// What the first step, or a planned visit's second, says about the record.
void describe(RecordRow& row, const AssociationWhat& what) {
    std::visit(
        [&](const auto& op) {
            if constexpr (requires { row.club = op.club; }) row.club = op.club;
            if constexpr (requires { row.due = op.due; }) row.due = op.due;
            if constexpr (requires { row.due = op.until; }) row.due = op.until;
            if constexpr (requires { row.unit = op.unit; }) row.unit = op.unit;
        },
        what);
    if (const auto* pledge = std::get_if<PledgeMade>(&what)) row.pledged = pledge->amount;
}

}  // namespace

AssociationRow association_row(const Association& book) {
    AssociationRow row;
    const OpIndex op = introduced_by(book, association_key());
    if (const auto* registered = live_what<AssociationRegistered>(book, op)) {
        row.unit = registered->unit;
        row.level = registered->level;
        row.name = registered->name.value;
        row.registered_on = book.ops[op].on;
    }
    return row;
}

CareFundRow fund_row(const Association& book, CareLevel level) {
    CareFundRow row{.level = level, .opened = {}, .closed = {}};
    const auto found = book.uses.find(fund_key(level));
    if (found == book.uses.end()) return row;
    for (const OpIndex op : found->second.steps) {
        const auto& record = book.ops[op];
        if (!record.live) continue;
        const bool opens = std::holds_alternative<CareOpened>(record.what);
        (opens ? row.opened : row.closed) = record.on;
    }
    return row;
}

std::optional<RecordRow> record_row(const Association& book, RecordId id) {
    const OpIndex first = introduced_by(book, record_key(id));
    if (first == no_op) return std::nullopt;
    const auto step = record_step(book.ops[first].what);
    RecordRow row;
    row.record = id;
    row.kind = step->kind;
    row.on = book.ops[first].on;
    describe(row, book.ops[first].what);
    const auto& uses = book.uses.at(record_key(id));
    for (const OpIndex op : uses.steps) {
        const auto& record = book.ops[op];
        if (!record.live) continue;
        row.state = record_step(record.what)->to;
        row.changed_on = record.on;
    }
    for (const OpIndex op : uses.mentions) {
        const auto& record = book.ops[op];
        if (!record.live) continue;
        if (const auto* met = std::get_if<PledgeMet>(&record.what)) row.met += met->amount;
        if (std::holds_alternative<DocumentAcknowledged>(record.what)) ++row.acknowledged;
    }
    return row;
}

Balances balances_on(const Association& book, Date date) {
    Balances balances{};
    for (const auto& record : book.ops) {
        if (record.on > date) continue;
        for (std::uint32_t i = 0; i < record.posting_count; ++i) {
            const auto& [account, amount] = book.postings[record.first_posting + i];
            balances[account.index] += amount;
        }
    }
    return balances;
}

std::vector<NegativeDay> negative_days(const Association& book) {
    std::vector<OpIndex> order(book.ops.size());
    for (OpIndex i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](OpIndex i) { return std::pair(book.ops[i].on, i); });
    std::vector<NegativeDay> days;
    std::array<bool, account_count> found{};
    Balances balances{};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& record = book.ops[order[i]];
        for (std::uint32_t p = 0; p < record.posting_count; ++p) {
            const auto& [account, amount] = book.postings[record.first_posting + p];
            balances[account.index] += amount;
        }
        const bool day_goes_on = i + 1 < order.size() && book.ops[order[i + 1]].on == record.on;
        if (day_goes_on) continue;
        for (std::size_t a = 0; a < account_count; ++a) {
            const Account account{static_cast<std::uint8_t>(a)};
            const Money amount = natural(account, balances[a]);
            if (found[a] || amount.dong >= 0 || is_opening(account)) continue;
            found[a] = true;
            days.push_back({account, record.on, amount});
        }
    }
    return days;
}

}  // namespace lth::core::association
