// The folded book of one association: its care funds and everything it recorded.
//
// Operations are kept as recorded and count while they are live; what they name is indexed by key.
// So a reversal is one flag, plus the exact negatives of what was posted.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/association/rows.hpp"

namespace lth::core::association {

/// Index into Association::ops.
using OpIndex = std::uint32_t;
inline constexpr OpIndex no_op = 0xFFFFFFFF;

struct Posting {
    Account account;
    Money amount;  // debit +, credit −
};

/// What an operation did to a fund, resolved when it was applied.
struct Flow {
    CareFlow flow = CareFlow::received;
    CareLevel level = CareLevel::commune;
    CareForm form = CareForm::cash;
    Money amount;
    std::optional<CarePurpose> bound_to;
    std::uint32_t number = 0;
};

/// One operation that was recorded.
struct OpRecord {
    std::uint64_t seq = 0;
    std::uint32_t op_index = 0;
    bool live = true;
    Date on;
    std::uint32_t first_posting = 0;
    std::uint32_t posting_count = 0;
    OpIndex reverses = no_op;
    std::optional<Flow> flow;
    AssociationWhat what;
};

enum class KeyKind : std::uint8_t { association, fund, record, grant, transfer_out, transfer_in };

/// Something that operations name.
struct Key {
    KeyKind kind = KeyKind::record;
    std::uint64_t id = 0;
    friend auto operator<=>(const Key&, const Key&) = default;
};

/// Live or not, in the order recorded.
struct KeyUses {
    std::vector<OpIndex> steps;     // operations that introduce or advance it
    std::vector<OpIndex> mentions;  // operations that need it
};

/// Numbers of receipts and vouchers are counted for each of these.
struct NumberSeries {
    CareLevel level = CareLevel::commune;
    std::int32_t year = 0;
    bool inflow = true;
    friend auto operator<=>(const NumberSeries&, const NumberSeries&) = default;
};

/// An operation that apply could not make sense of: only a restored, forged history has any.
struct Fault {
    std::uint64_t seq = 0;
    std::uint32_t op_index = 0;
};

struct Association {
    std::vector<OpRecord> ops;
    std::vector<Posting> postings;
    Balances balances{};  // debit +
    std::map<Key, KeyUses> uses;
    std::map<NumberSeries, std::uint32_t> numbers;
    std::unordered_map<EntryId, OpIndex> entry_index;  // first operation of each entry
    std::vector<Fault> faults;
};

/// The live registration, if any.
[[nodiscard]] AssociationRow association_row(const Association& book);
[[nodiscard]] CareFundRow fund_row(const Association& book, CareLevel level);
/// Nothing if no live operation names it.
[[nodiscard]] std::optional<RecordRow> record_row(const Association& book, RecordId id);

/// Balances (debit +) of everything dated up to and including `date`.
[[nodiscard]] Balances balances_on(const Association& book, Date date);

/// A day on which an account stood below zero although it does not now: paper typed out of order.
struct NegativeDay {
    Account account;
    Date day;  // the first
    Money amount;
    friend bool operator==(const NegativeDay&, const NegativeDay&) = default;
};
[[nodiscard]] std::vector<NegativeDay> negative_days(const Association& book);

}  // namespace lth::core::association
