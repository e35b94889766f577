#include "support/association_book.hpp"

#include <stdexcept>

#include "json/operations.hpp"

namespace lth::tests {

using core::Money;
namespace association = core::association;

void AssociationRows::take(const association::Changes& changes) {
    if (changes.association) association = *changes.association;
    if (changes.funds) funds = *changes.funds;
    for (const auto& row : changes.balances) {
        balances[full_name(row.account)] = row.amount;
        if (row.amount == Money{}) balances.erase(full_name(row.account));
    }
    for (const auto& row : changes.flows) flows[{row.seq, row.op_index}] = row;
    for (const auto& row : changes.years) years[{row.seq, row.op_index}] = row;
    for (const auto& row : changes.quotas) quotas[{row.seq, row.op_index}] = row;
    for (const auto& row : changes.events) events[{row.seq, row.op_index}] = row;
    for (const auto& row : changes.records) {
        records[row.record] = row;
        if (!row.live) records.erase(row.record);
    }
}

core::EntryId AssociationBook::entry(std::uint64_t seq) {
    core::Uuid id;
    for (std::size_t i = 0; i < 8; ++i) {
        id.bytes[15 - i] = static_cast<std::uint8_t>(seq >> 8 * i & 0xFF);
    }
    return core::EntryId(id);
}

std::string AssociationBook::record(std::string_view ops_json, core::Date now) {
    auto ops = json::read_association_ops(R"({"ops":[)" + std::string(ops_json) + "]}", {});
    if (!ops) {
        last_refusal = ops.error();
        return std::string(ops.error().rule.id());
    }
    return record(*ops, now);
}

std::string AssociationBook::record(const std::vector<association::AssociationOp>& ops,
                                    core::Date now) {
    const std::uint64_t seq = history.size() + 1;
    auto changes = association::admit(book, {entry(seq), seq}, ops, now);
    if (!changes) {
        last_refusal = changes.error();
        return std::string(changes.error().rule.id());
    }
    history.push_back(ops);
    rows.take(*changes);
    return {};
}

void AssociationBook::must(std::string_view ops_json) {
    if (const auto rule = record(ops_json); !rule.empty()) {
        throw std::logic_error(rule + ": " + message(last_refusal, core::Language::en) + " in " +
                               std::string(ops_json));
    }
}

Money AssociationBook::balance(std::string_view full_name) const {
    for (std::uint8_t i = 0; i < association::account_count; ++i) {
        const association::Account account{i};
        if (association::full_name(account) == full_name) {
            return natural(account, book.balances[i]);
        }
    }
    throw std::logic_error("no account " + std::string(full_name));
}

std::string AssociationBook::difference_to_fold() const {
    association::Association folded;
    std::uint64_t seq = 0;
    for (const auto& ops : history) {
        ++seq;
        association::apply(folded, {entry(seq), seq}, ops);
    }
    if (!folded.faults.empty()) return "the fold found a fault";
    const auto here = canonical_text(book);
    const auto there = canonical_text(folded);
    if (here != there) return "after admit:\n" + here + "\nafter apply:\n" + there;
    AssociationRows from_scratch;
    from_scratch.take(all_rows(folded));
    if (from_scratch == rows) return {};
    return "the rows gathered from changes are not those of the fold";
}

AssociationBook commune_book() {
    AssociationBook book;
    book.must(R"({"op":"association.registered","on":"2020-01-01","unit":"00000000C1",
        "level":"commune","name":"Hội NCT xã Một"})");
    book.must(R"({"op":"care.opened","on":"2020-01-01","level":"commune","cash":0,"bank":0,
        "goods":0,"free":0,"bound":[]})");
    return book;
}

AssociationBook province_book() {
    AssociationBook book;
    book.must(R"({"op":"association.registered","on":"2020-01-01","unit":"00000000P1",
        "level":"province","name":"Hội NCT tỉnh Một"})");
    for (const std::string level : {"province", "branch"}) {
        book.must(R"({"op":"care.opened","on":"2020-01-01","level":")" + level +
                  R"(","cash":100000000,"bank":0,"goods":0,"free":100000000,"bound":[]})");
    }
    return book;
}

}  // namespace lth::tests
