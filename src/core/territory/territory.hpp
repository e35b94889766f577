// The folded territory book: histories of units and villages, every fact with its date and the
// operation that made it, so that a reversal takes exactly its own facts away.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/entry_ref.hpp"
#include "core/result.hpp"
#include "core/territory/operations.hpp"

namespace lth::core::territory {

/// Index into Territory::ops; grows with the fold, so it also orders facts of one date.
using OpNumber = std::uint32_t;
/// Indices into Territory::units and ::villages; they never change once given.
using UnitSlot = std::uint32_t;
using VillageSlot = std::uint32_t;

/// One operation that was applied.
struct OpRecord {
    EntryId entry_id;
    std::uint32_t op_index = 0;
    std::uint64_t seq = 0;
    Date on;
    std::string_view op;  // its name on the wire
    Evidence evidence = Evidence::unknown;
    std::string legal_basis = {};         // or source; empty: none
    std::optional<Date> not_before = {};  // the day is known to lie from here to the fact's date
    bool live = true;                     // false: reversed
};

enum class UnitFactKind : std::uint8_t { row, name, kind, parent, end };

/// What changed in a unit on a day; `row` holds the fields that its kind names.
struct UnitFact {
    Date from;
    OpNumber op;
    UnitFactKind kind;
    UnitRow row;
};

/// One side of a succession, kept with both units.
struct UnitLink {
    Date from;
    OpNumber op;
    UnitSlot other;
    Share share;
};

struct ClassFact {
    Date from;
    OpNumber op;
    std::uint8_t mask;  // bit i: the i-th AreaClass
};

struct ReportFact {
    OpNumber op;
    UnitReported report;
};

struct UnitHistory {
    UnitId id;
    std::vector<UnitFact> facts = {};         // by date, then operation
    std::vector<UnitLink> successors = {};    // by date, then as recorded
    std::vector<UnitLink> predecessors = {};  // the same
    std::vector<ClassFact> classes = {};
    std::vector<ReportFact> reports = {};  // by as_of, then operation
};

enum class VillageFactKind : std::uint8_t { created, name, unit, end };

struct VillageFact {
    Date from;
    OpNumber op;
    VillageFactKind kind;
    std::string name = {};  // created, name
    UnitSlot unit = 0;      // created, unit
};

struct VillageLink {
    Date from;
    OpNumber op;
    VillageSlot other;
};

struct VillageHistory {
    VillageId id;
    std::vector<VillageFact> facts = {};
    std::vector<VillageLink> successors = {};
    std::vector<VillageLink> predecessors = {};
    std::vector<ClassFact> classes = {};
};

/// A complete list of units: what has no fact of this operation ends on that day.
struct ListFact {
    Date as_of;
    OpNumber op;
};

struct AttachmentFact {
    OpNumber op;
    AttachmentAdded attachment;
};

struct Territory {
    std::vector<OpRecord> ops;
    std::vector<UnitHistory> units;
    std::vector<VillageHistory> villages;
    std::vector<ListFact> lists;  // by date, then operation
    std::vector<AttachmentFact> attachments;

    // Look-ups over the vectors above.
    std::unordered_map<UnitId, UnitSlot> unit_index;
    std::unordered_map<VillageId, VillageSlot> village_index;
};

/// Folds one entry of a known history: total, refuses nothing, never changes for a version.
void apply(Territory& territory, const EntryRef& entry, std::span<const TerritoryOp> ops);

/// One operation of it, the `op_index`-th.
void apply_at(Territory& territory, const EntryRef& entry, const TerritoryOp& op,
              std::size_t op_index);

/// Which rule refuses the entry, if any does.
[[nodiscard]] std::optional<Rejection> judge(const Territory& territory, const EntryRef& entry,
                                             std::span<const TerritoryOp> ops);

/// Judges and applies; on a rejection the book is as before.
[[nodiscard]] Result<void> admit(Territory& territory, const EntryRef& entry,
                                 std::span<const TerritoryOp> ops);

/// The operation's number, if it was applied to this book.
[[nodiscard]] std::optional<OpNumber> find_op(const Territory& territory, EntryId entry_id,
                                              std::int64_t op_index);

/// The first live operation that could not stand without operation `op`.
[[nodiscard]] std::optional<OpNumber> find_dependent(const Territory& territory, OpNumber op);

/// What came into being by an operation. Other books may name these: ask them before a reversal.
struct Created {
    std::vector<UnitId> units;
    std::vector<VillageId> villages;
};
[[nodiscard]] Created created_by(const Territory& territory, OpNumber op);

/// Null if no live operation brought the id into being.
[[nodiscard]] const UnitHistory* find_unit(const Territory& territory, UnitId id);
[[nodiscard]] const VillageHistory* find_village(const Territory& territory, VillageId id);

}  // namespace lth::core::territory
