#include "core/club/fold.hpp"

#include "core/club/check.hpp"
#include "core/club/folding.hpp"

namespace lth::core::club {

std::optional<std::uint32_t> Folding::index_of(MemberId id) const {
    const auto found = club.member_index.find(id);
    if (found == club.member_index.end()) return std::nullopt;
    return found->second;
}

std::optional<std::uint32_t> Folding::index_of(LoanId id) const {
    const auto found = club.loan_index.find(id);
    if (found == club.loan_index.end()) return std::nullopt;
    return found->second;
}

Member& Folding::member_at(std::uint32_t index) {
    if (journal != nullptr) journal->before_member(index);
    return club.members[index];
}

Loan& Folding::loan_at(std::uint32_t index) {
    if (journal != nullptr) journal->before_loan(index);
    return club.loans[index];
}

Member* Folding::member(MemberId id) {
    const auto index = index_of(id);
    return index ? &member_at(*index) : nullptr;
}

Loan* Folding::loan(LoanId id) {
    const auto index = index_of(id);
    return index ? &loan_at(*index) : nullptr;
}

void Folding::post(Account account, Money debit) {
    const Posting posting{account, debit};
    club.balances[index(account)] += debit;
    club.postings.push_back(posting);
    auto& record = club.ops[op];
    ++record.posting_count;
    if (journal == nullptr) return;
    std::vector<DayDelta> days;
    posting_days(record, posting, DaySink(days, 1));
    for (const auto& day : days) journal->add_day(day.day, day.column, day.delta);
}

void Folding::name(MemberId id) {
    if (const auto index = index_of(id)) club.namings.push_back({*index, false, op});
}

void Folding::name(LoanId id) {
    if (const auto index = index_of(id)) club.namings.push_back({*index, true, op});
}

void Folding::fault() { club.faults.push_back({club.ops[op].seq, club.ops[op].op_index}); }

std::string_view op_name(std::size_t kind) {
    std::string_view name;
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<ClubWhat>>>([&](auto i) {
        if (kind == i) name = std::variant_alternative_t<decltype(i)::value, ClubWhat>::op;
    });
    return name;
}

namespace {

// Postings of these, and of their reversals, are capital coming in or going back.
bool raises_capital(const Club& club, const ClubOp& op) {
    const auto kind = op.what.index();
    if (kind == kind_of<CapitalReceived> || kind == kind_of<CapitalReturned>) return true;
    const auto* reversal = std::get_if<OpReversed>(&op.what);
    if (reversal == nullptr) return false;
    const auto entry = club.entry_index.find(reversal->entry_id);
    if (entry == club.entry_index.end()) return false;
    const auto target = entry->second + static_cast<OpIndex>(reversal->op_index.value);
    return target < club.ops.size() && club.ops[target].raises_capital;
}

}  // namespace

void apply_op(Club& club, Journal* journal, At at, std::uint16_t op_index, const ClubOp& op) {
    const auto index = static_cast<OpIndex>(club.ops.size());
    if (op_index == 0) club.entry_index.emplace(at.entry_id, index);
    OpRecord record;
    record.seq = static_cast<std::uint32_t>(at.seq);
    record.op_index = op_index;
    record.kind = static_cast<std::uint8_t>(op.what.index());
    record.raises_capital = raises_capital(club, op);
    record.on = op.on;
    record.first_posting = static_cast<std::uint32_t>(club.postings.size());
    club.ops.push_back(record);
    Folding in{club, journal, index, op.on};
    std::visit([&](const auto& what) { apply_one(in, what); }, op.what);
}

void apply(Club& club, At at, std::span<const ClubOp> ops) {
    std::uint16_t op_index = 0;
    for (const auto& op : ops) apply_op(club, nullptr, at, op_index++, op);
}

Result<Changes> admit(Club& club, Birthdays& birthdays, At at, std::span<const ClubOp> ops,
                      std::span<const BirthdayChange> disclosed, Date today) {
    Journal journal(club, birthdays);
    std::uint16_t op_index = 0;
    for (const auto& op : ops) {
        if (auto refused = check(club, op, today)) {
            refused->op_index = op_index;
            journal.undo();
            return std::unexpected(std::move(*refused));
        }
        apply_op(club, &journal, at, op_index++, op);
    }
    if (auto refused = check_limits(club, journal)) {
        journal.undo();
        return std::unexpected(std::move(*refused));
    }
    for (const auto& change : disclosed) journal.set_birthday(change);
    return journal.changes();
}

Changes apply_with_changes(Club& club, Birthdays& birthdays, At at, std::span<const ClubOp> ops,
                           std::span<const BirthdayChange> disclosed) {
    Journal journal(club, birthdays);
    std::uint16_t op_index = 0;
    for (const auto& op : ops) apply_op(club, &journal, at, op_index++, op);
    for (const auto& change : disclosed) journal.set_birthday(change);
    return journal.changes();
}

}  // namespace lth::core::club
