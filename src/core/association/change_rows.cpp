#include "core/association/change_rows.hpp"

#include <set>
#include <utility>

#include "core/association/fold.hpp"
#include "core/association/keys.hpp"
#include "core/association/names.hpp"

namespace lth::core::association {
namespace {

void add_ends(CareFlowRow& row, const AssociationWhat& what) {
    if (const auto* op = std::get_if<CareGranted>(&what)) {
        row.grant = op->grant;
        row.other = op->club;
        row.to = op->to;
    } else if (const auto* returned = std::get_if<CareGrantReturned>(&what)) {
        row.grant = returned->grant;
    } else if (const auto* out = std::get_if<CareTransferredOut>(&what)) {
        row.transfer = out->transfer;
        row.other = out->to;
        row.other_level = out->to_level;
    } else if (const auto* in = std::get_if<CareTransferredIn>(&what)) {
        row.transfer = in->transfer;
        row.other = in->from;
        row.other_level = in->from_level;
    }
}

// A return names the club of its grant.
void add_grant(CareFlowRow& row, const Association& book, const OpRecord& record) {
    if (row.flow != CareFlow::grant_returned) return;
    const auto before = static_cast<OpIndex>(&record - book.ops.data());
    const OpIndex grant = find_grant(book, *row.grant, before);
    if (grant != no_op) add_ends(row, book.ops[grant].what);
}

CareFlowRow flow_row(const Association& book, const OpRecord& record) {
    const auto& flow = *record.flow;
    CareFlowRow row{.seq = record.seq,
                    .op_index = record.op_index,
                    .on = record.on,
                    .flow = flow.flow,
                    .level = flow.level,
                    .form = flow.form,
                    .amount = flow.amount,
                    .bound_to = flow.bound_to,
                    .number = flow.number,
                    .grant = {},
                    .transfer = {},
                    .other = {},
                    .other_level = {},
                    .to = {},
                    .live = record.live};
    add_ends(row, record.what);
    add_grant(row, book, record);
    return row;
}

bool is_care(const AssociationWhat& what) { return op_name(what).starts_with("care."); }

std::int64_t count_of(const AssociationWhat& what) {
    return std::visit(
        [](const auto& op) -> std::int64_t {
            if constexpr (requires { op.participants; }) return op.participants.value;
            if constexpr (requires { op.copies; }) return op.copies.value;
            if constexpr (requires { op.times; }) return op.times.value;
            if constexpr (requires { op.present; }) return op.present.value;
            if constexpr (requires { op.members; }) return op.members.value;
            return 1;
        },
        what);
}

bool is_event(const AssociationWhat& what) {
    if (keys_of(what).empty()) return std::holds_alternative<AttachmentAdded>(what);
    return !is_care(what) && !record_step(what) && !std::holds_alternative<QuotaAssigned>(what) &&
           !std::holds_alternative<AssociationRegistered>(what);
}

// A record whose first step was reversed leaves a row to delete.
RecordRow row_of(const Association& book, const RecordStep& step) {
    if (auto row = record_row(book, step.record)) return *row;
    RecordRow row;
    row.record = step.record;
    row.kind = step.kind;
    row.live = false;
    return row;
}

// Collects the rows of operations, each once.
struct Collector {
    const Association& book;
    Changes changes = {};
    std::set<RecordId> records = {};
    std::set<Account> accounts = {};

    void add(const OpRecord& record) {
        const auto& what = record.what;
        const auto& [seq, op_index] = std::pair(record.seq, record.op_index);
        if (std::holds_alternative<AssociationRegistered>(what)) {
            changes.association = association_row(book);
        }
        if (std::holds_alternative<CareOpened>(what) || std::holds_alternative<CareClosed>(what)) {
            add_funds();
        }
        if (record.flow) changes.flows.push_back(flow_row(book, record));
        if (const auto* year = std::get_if<CareYearReported>(&what)) {
            changes.years.push_back({seq, op_index, *year, record.live});
        }
        if (const auto* quota = std::get_if<QuotaAssigned>(&what)) {
            changes.quotas.push_back(
                {seq, op_index, quota->year, quota->unit, quota->clubs, record.live});
        }
        if (const auto step = record_step(what); step && records.insert(step->record).second) {
            changes.records.push_back(row_of(book, *step));
        }
        if (is_event(what)) {
            changes.events.push_back({seq, op_index, record.on, std::string(op_name(what)),
                                      count_of(what), record.live});
        }
        for (std::uint32_t i = 0; i < record.posting_count; ++i) {
            accounts.insert(book.postings[record.first_posting + i].account);
        }
    }

    void add_funds() {
        changes.funds.emplace();
        for (std::size_t i = 0; i < care_level_count; ++i) {
            const auto row = fund_row(book, static_cast<CareLevel>(i));
            if (row.opened || row.closed) changes.funds->push_back(row);
        }
    }

    Changes done() {
        for (const auto account : accounts) {
            changes.balances.push_back({account, natural(account, book.balances[account.index])});
        }
        return std::move(changes);
    }
};

void append(std::string& out, std::initializer_list<std::string_view> words) {
    for (const auto& word : words) {
        out += word;
        out += &word == words.end() - 1 ? '\n' : ' ';
    }
}

}  // namespace

Changes changes_since(const Association& book, OpIndex first) {
    Collector collector{book};
    for (OpIndex i = first; i < book.ops.size(); ++i) {
        const auto& record = book.ops[i];
        collector.add(record);
        if (record.reverses != no_op && record.reverses < first) {
            collector.add(book.ops[record.reverses]);
        }
    }
    return collector.done();
}

Changes all_rows(const Association& book) { return changes_since(book, 0); }

std::string canonical_text(const Association& book) {
    std::string out;
    const auto rows = all_rows(book);
    for (const auto& [account, amount] : rows.balances) {
        if (amount != Money{}) {
            append(out, {"balance", full_name(account), std::to_string(amount.dong)});
        }
    }
    for (const auto& row : rows.flows) {
        append(out, {"flow", std::to_string(row.seq), std::to_string(row.op_index), to_text(row.on),
                     name_of(row.flow), name_of(row.level), name_of(row.form),
                     std::to_string(row.amount.dong), std::to_string(row.number),
                     row.live ? "live" : "reversed"});
    }
    for (const auto& row : rows.records) {
        append(out, {"record", to_text(row.record), name_of(row.kind), name_of(row.state),
                     to_text(row.on), row.live ? "live" : "reversed"});
    }
    return out;
}

}  // namespace lth::core::association
