#include <algorithm>

#include "core/territory/territory.hpp"

namespace lth::core::territory {
namespace {

/// Inserts after everything that is not later, so that facts stay in the order of date and
/// operation.
template <class Fact, class Before>
void insert_ordered(std::vector<Fact>& facts, Fact fact, Before before) {
    const auto at = std::upper_bound(facts.begin(), facts.end(), fact, before);
    facts.insert(at, std::move(fact));
}

template <class Fact>
void insert_dated(std::vector<Fact>& facts, Fact fact) {
    insert_ordered(facts, std::move(fact), [](const Fact& a, const Fact& b) {
        return a.from != b.from ? a.from < b.from : a.op < b.op;
    });
}

template <class Fact>
void erase_op(std::vector<Fact>& facts, OpNumber op) {
    std::erase_if(facts, [op](const Fact& fact) { return fact.op == op; });
}

UnitSlot unit_slot(Territory& book, UnitId id) {
    const auto [at, added] =
        book.unit_index.try_emplace(id, static_cast<UnitSlot>(book.units.size()));
    if (added) book.units.push_back({.id = id});
    return at->second;
}

VillageSlot village_slot(Territory& book, VillageId id) {
    const auto [at, added] =
        book.village_index.try_emplace(id, static_cast<VillageSlot>(book.villages.size()));
    if (added) book.villages.push_back({.id = id});
    return at->second;
}

std::uint8_t mask_of(const std::vector<AreaClass>& classes) {
    unsigned mask = 0;
    for (const auto one : classes) mask |= 1U << static_cast<unsigned>(one);
    return static_cast<std::uint8_t>(mask);
}

/// Applies one operation, which already has its record as the last of `book.ops`.
class Applier {
public:
    explicit Applier(Territory& book)
        : book_(book), op_(static_cast<OpNumber>(book.ops.size() - 1)) {}

    void operator()(const UnitsLoaded& what) {
        ground(what.evidence, what.legal_basis);
        insert_ordered(book_.lists, ListFact{what.as_of, op_},
                       [](const ListFact& a, const ListFact& b) {
                           return a.as_of != b.as_of ? a.as_of < b.as_of : a.op < b.op;
                       });
        for (const auto& row : what.units) unit_fact(row, what.as_of, UnitFactKind::row);
    }
    void operator()(const UnitCreated& what) {
        ground(what.evidence, what.legal_basis);
        unit_fact(what.row, what.from, UnitFactKind::row);
        for (const auto id : what.predecessors) {
            link({id, what.row.unit, Share::part}, what.from);
        }
    }
    void operator()(const UnitRenamed& what) {
        ground(what.evidence, what.legal_basis, what.not_before);
        UnitRow row{.unit = what.unit, .name = what.name};
        if (what.code) row.code = *what.code;
        unit_fact(row, what.from, UnitFactKind::name);
    }
    void operator()(const UnitRetyped& what) {
        ground(what.evidence, what.legal_basis, what.not_before);
        unit_fact({.unit = what.unit, .name = what.name, .kind = what.kind}, what.from,
                  UnitFactKind::kind);
    }
    void operator()(const UnitMoved& what) {
        ground(what.evidence, what.legal_basis, what.not_before);
        unit_fact({.unit = what.unit, .parent = what.parent}, what.from, UnitFactKind::parent);
    }
    void operator()(const UnitAbolished& what) {
        ground(what.evidence, what.legal_basis, what.not_before);
        unit_fact({.unit = what.unit}, what.from, UnitFactKind::end);
        for (const auto& next : what.successors) {
            link({what.unit, next.unit, next.share}, what.from);
        }
    }
    void operator()(const ReformApplied& what) {
        ground(what.evidence, what.legal_basis);
        for (const auto id : what.abolished) {
            unit_fact({.unit = id}, what.effective, UnitFactKind::end);
        }
        for (const auto& row : what.created) unit_fact(row, what.effective, UnitFactKind::row);
        for (const auto& row : what.changed) unit_fact(row, what.effective, UnitFactKind::row);
        for (const auto& one : what.successions) link(one, what.effective);
    }
    void operator()(const VillageCreated& what) {
        ground(what.evidence, what.legal_basis);
        const auto unit = unit_slot(book_, what.unit);
        village_fact(what.village, {.from = what.from,
                                    .op = op_,
                                    .kind = VillageFactKind::created,
                                    .name = what.name.value,
                                    .unit = unit});
        for (const auto id : what.predecessors) village_link(id, what.village, what.from);
    }
    void operator()(const VillageRenamed& what) {
        ground(what.evidence, what.legal_basis);
        village_fact(
            what.village,
            {.from = what.from, .op = op_, .kind = VillageFactKind::name, .name = what.name.value});
    }
    void operator()(const VillageAssigned& what) {
        ground(what.evidence, what.legal_basis);
        const auto unit = unit_slot(book_, what.unit);
        village_fact(what.village,
                     {.from = what.from, .op = op_, .kind = VillageFactKind::unit, .unit = unit});
    }
    void operator()(const VillageAbolished& what) {
        ground(what.evidence, what.legal_basis);
        village_fact(what.village, {.from = what.from, .op = op_, .kind = VillageFactKind::end});
        for (const auto id : what.successors) village_link(what.village, id, what.from);
    }
    void operator()(const ClassSet& what) {
        ground(what.evidence, what.legal_basis);
        const ClassFact fact{what.from, op_, mask_of(what.classes)};
        if (what.unit) insert_dated(book_.units[unit_slot(book_, *what.unit)].classes, fact);
        if (what.village) {
            insert_dated(book_.villages[village_slot(book_, *what.village)].classes, fact);
        }
    }
    void operator()(const UnitReported& what) {
        ground(what.evidence, what.source);
        insert_ordered(book_.units[unit_slot(book_, what.unit)].reports, ReportFact{op_, what},
                       [](const ReportFact& a, const ReportFact& b) {
                           return a.report.as_of != b.report.as_of ? a.report.as_of < b.report.as_of
                                                                   : a.op < b.op;
                       });
    }
    void operator()(const OpReversed& what) {
        const auto target = find_op(book_, what.entry_id, what.op_index.value);
        if (!target || book_.ops[*target].op == OpReversed::op) return;
        book_.ops[*target].live = false;
        erase_op(book_.lists, *target);
        erase_op(book_.attachments, *target);
        for (auto& unit : book_.units) {
            erase_op(unit.facts, *target);
            erase_op(unit.successors, *target);
            erase_op(unit.predecessors, *target);
            erase_op(unit.classes, *target);
            erase_op(unit.reports, *target);
        }
        for (auto& village : book_.villages) {
            erase_op(village.facts, *target);
            erase_op(village.successors, *target);
            erase_op(village.predecessors, *target);
            erase_op(village.classes, *target);
        }
    }
    void operator()(const PrivateErased&) {}
    void operator()(const AttachmentAdded& what) { book_.attachments.push_back({op_, what}); }

private:
    void ground(Evidence evidence, const std::optional<PublicText>& basis,
                std::optional<Date> not_before = std::nullopt) {
        auto& record = book_.ops[op_];
        record.evidence = evidence;
        if (basis) record.legal_basis = basis->value;
        record.not_before = not_before;
    }
    void unit_fact(const UnitRow& row, Date from, UnitFactKind kind) {
        insert_dated(book_.units[unit_slot(book_, row.unit)].facts, UnitFact{from, op_, kind, row});
    }
    void link(const Succession& one, Date from) {
        const auto before = unit_slot(book_, one.from);
        const auto after = unit_slot(book_, one.to);
        insert_dated(book_.units[before].successors, UnitLink{from, op_, after, one.share});
        insert_dated(book_.units[after].predecessors, UnitLink{from, op_, before, one.share});
    }
    void village_fact(VillageId id, VillageFact fact) {
        insert_dated(book_.villages[village_slot(book_, id)].facts, std::move(fact));
    }
    void village_link(VillageId from_id, VillageId to_id, Date from) {
        const auto before = village_slot(book_, from_id);
        const auto after = village_slot(book_, to_id);
        insert_dated(book_.villages[before].successors, VillageLink{from, op_, after});
        insert_dated(book_.villages[after].predecessors, VillageLink{from, op_, before});
    }

    Territory& book_;
    OpNumber op_;
};

}  // namespace

void apply_at(Territory& territory, const EntryRef& entry, const TerritoryOp& op,
              std::size_t op_index) {
    territory.ops.push_back({.entry_id = entry.entry_id,
                             .op_index = static_cast<std::uint32_t>(op_index),
                             .seq = entry.seq,
                             .on = op.on,
                             .op = std::visit([](const auto& what) { return what.op; }, op.what)});
    std::visit(Applier(territory), op.what);
}

void apply(Territory& territory, const EntryRef& entry, std::span<const TerritoryOp> ops) {
    for (std::size_t i = 0; i < ops.size(); ++i) apply_at(territory, entry, ops[i], i);
}

std::optional<OpNumber> find_op(const Territory& territory, EntryId entry_id,
                                std::int64_t op_index) {
    for (auto at = territory.ops.size(); at-- > 0;) {
        const auto& record = territory.ops[at];
        if (record.entry_id == entry_id && record.op_index == op_index) {
            return static_cast<OpNumber>(at);
        }
    }
    return std::nullopt;
}

const UnitHistory* find_unit(const Territory& territory, UnitId id) {
    const auto at = territory.unit_index.find(id);
    if (at == territory.unit_index.end()) return nullptr;
    const auto& unit = territory.units[at->second];
    return unit.facts.empty() ? nullptr : &unit;
}

const VillageHistory* find_village(const Territory& territory, VillageId id) {
    const auto at = territory.village_index.find(id);
    if (at == territory.village_index.end()) return nullptr;
    const auto& village = territory.villages[at->second];
    return village.facts.empty() ? nullptr : &village;
}

}  // namespace lth::core::territory
