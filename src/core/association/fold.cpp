#include "core/association/fold.hpp"

#include "core/association/change_rows.hpp"
#include "core/association/judge.hpp"
#include "core/association/keys.hpp"
#include "core/association/ledger.hpp"

namespace lth::core::association {
namespace {

// A sum that leaves the type's range marks a forged history: the amount is left out.
bool post(Association& book, const Posting& posting) {
    auto& balance = book.balances[posting.account.index];
    std::int64_t sum = 0;
    if (__builtin_add_overflow(balance.dong, posting.amount.dong, &sum)) return false;
    balance.dong = sum;
    book.postings.push_back(posting);
    return true;
}

// Where the operation stands that a reversal undoes; no_op if there is none to undo.
OpIndex target_of(const Association& book, const OpReversed& reversal) {
    const OpIndex target = find_op(book, reversal);
    if (target == no_op || !book.ops[target].live) return no_op;
    return book.ops[target].reverses == no_op ? target : no_op;
}

void reverse(Association& book, OpRecord& record, OpIndex target) {
    record.reverses = target;
    book.ops[target].live = false;
    const auto first = book.ops[target].first_posting;
    for (std::uint32_t i = first; i < first + book.ops[target].posting_count; ++i) {
        const auto [account, amount] = book.postings[i];
        post(book, {account, -amount});
    }
}

NumberSeries series_of(const OpRecord& record) {
    return {record.flow->level, year_of(record.on), is_inflow(record.flow->flow)};
}

void apply_op(Association& book, At at, std::uint32_t op_index, const AssociationOp& op) {
    const auto index = static_cast<OpIndex>(book.ops.size());
    if (op_index == 0) book.entry_index.emplace(at.entry_id, index);
    OpRecord record{.seq = at.seq,
                    .op_index = op_index,
                    .on = op.on,
                    .first_posting = static_cast<std::uint32_t>(book.postings.size()),
                    .flow = {},
                    .what = op.what};
    bool sound = true;
    if (const auto* reversal = std::get_if<OpReversed>(&op.what)) {
        const OpIndex target = target_of(book, *reversal);
        sound = target != no_op;
        if (sound) reverse(book, record, target);
    } else {
        record.flow = flow_of(book, op.what);
        if (record.flow) record.flow->number = ++book.numbers[series_of(record)];
        for (const auto& posting : postings_of(book, op.what)) sound &= post(book, posting);
        sound &= record.flow.has_value() || !std::holds_alternative<CareGrantReturned>(op.what);
    }
    if (!sound) book.faults.push_back({at.seq, op_index});
    record.posting_count = static_cast<std::uint32_t>(book.postings.size()) - record.first_posting;
    for (const auto& use : keys_of(op.what)) {
        auto& uses = book.uses[use.key];
        (use.role == Role::mentions ? uses.mentions : uses.steps).push_back(index);
    }
    book.ops.push_back(std::move(record));
}

// What a refused entry has to be put back to. All lists only grow, so their lengths are enough.
struct Mark {
    std::size_t ops;
    std::size_t postings;
    std::size_t faults;
    Balances balances;
};

Mark mark(const Association& book) {
    return {book.ops.size(), book.postings.size(), book.faults.size(), book.balances};
}

void undo_last(Association& book) {
    const auto& record = book.ops.back();
    if (record.reverses != no_op) book.ops[record.reverses].live = true;
    if (record.flow) {
        const auto series = book.numbers.find(series_of(record));
        if (--series->second == 0) book.numbers.erase(series);
    }
    for (const auto& use : keys_of(record.what)) {
        const auto found = book.uses.find(use.key);
        auto& [steps, mentions] = found->second;
        (use.role == Role::mentions ? mentions : steps).pop_back();
        if (steps.empty() && mentions.empty()) book.uses.erase(found);
    }
    book.ops.pop_back();
}

void roll_back(Association& book, const EntryId& entry, const Mark& to) {
    const auto known = book.entry_index.find(entry);
    if (known != book.entry_index.end() && known->second == to.ops) book.entry_index.erase(known);
    while (book.ops.size() > to.ops) undo_last(book);
    book.postings.resize(to.postings);
    book.faults.resize(to.faults);
    book.balances = to.balances;
}

}  // namespace

void apply(Association& book, At at, std::span<const AssociationOp> ops) {
    for (std::uint32_t i = 0; i < ops.size(); ++i) apply_op(book, at, i, ops[i]);
}

Result<Changes> admit(Association& book, At at, std::span<const AssociationOp> ops, Date today) {
    const Mark before = mark(book);
    const auto refuse = [&](Rejection rejection, std::int32_t op_index) {
        roll_back(book, at.entry_id, before);
        rejection.op_index = op_index;
        return std::unexpected(std::move(rejection));
    };
    for (std::uint32_t i = 0; i < ops.size(); ++i) {
        if (auto judged = judge_op(book, ops[i], today); !judged) {
            return refuse(std::move(judged.error()), static_cast<std::int32_t>(i));
        }
        apply_op(book, at, i, ops[i]);
    }
    const auto first = static_cast<OpIndex>(before.ops);
    if (auto judged = judge_limits(book, first, before.balances); !judged) {
        const auto op_index = judged.error().op_index;
        return refuse(std::move(judged.error()), op_index);
    }
    return changes_since(book, first);
}

Changes apply_with_changes(Association& book, At at, std::span<const AssociationOp> ops) {
    const auto first = static_cast<OpIndex>(book.ops.size());
    apply(book, at, ops);
    return changes_since(book, first);
}

}  // namespace lth::core::association
