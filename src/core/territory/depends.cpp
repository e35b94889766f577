#include <algorithm>
#include <set>

#include "core/territory/territory.hpp"

namespace lth::core::territory {
namespace {

/// Brought into being by `op`: it has the first row of the unit.
bool creates(const UnitHistory& unit, OpNumber op) {
    OpNumber first = op;
    bool found = false;
    for (const auto& fact : unit.facts) {
        if (fact.kind != UnitFactKind::row) continue;
        found = found || fact.op == op;
        first = std::min(first, fact.op);
    }
    return found && first == op;
}

bool creates(const VillageHistory& village, OpNumber op) {
    return std::ranges::any_of(village.facts, [op](const VillageFact& fact) {
        return fact.op == op && fact.kind == VillageFactKind::created;
    });
}

/// The earliest operation other than `op` among what is shown to it.
class Earliest {
public:
    explicit Earliest(OpNumber op) : op_(op) {}

    void see(OpNumber other) {
        if (other != op_ && (!found_ || other < *found_)) found_ = other;
    }
    void see_all(const auto& facts) {
        for (const auto& fact : facts) see(fact.op);
    }
    [[nodiscard]] std::optional<OpNumber> found() const { return found_; }

private:
    OpNumber op_;
    std::optional<OpNumber> found_;
};

/// Units that took over a part of another by `op`: villages may have been assigned to them since.
std::set<UnitSlot> heirs_of_parts(const Territory& book, OpNumber op) {
    std::set<UnitSlot> heirs;
    for (const auto& unit : book.units) {
        for (const auto& link : unit.successors) {
            if (link.op == op && link.share == Share::part) heirs.insert(link.other);
        }
    }
    return heirs;
}

}  // namespace

Created created_by(const Territory& territory, OpNumber op) {
    Created created;
    for (const auto& unit : territory.units) {
        if (creates(unit, op)) created.units.push_back(unit.id);
    }
    for (const auto& village : territory.villages) {
        if (creates(village, op)) created.villages.push_back(village.id);
    }
    return created;
}

std::optional<OpNumber> find_dependent(const Territory& territory, OpNumber op) {
    Earliest earliest(op);
    std::set<UnitSlot> created;
    std::set<UnitId> created_ids;
    for (UnitSlot slot = 0; slot < territory.units.size(); ++slot) {
        const auto& unit = territory.units[slot];
        if (!creates(unit, op)) continue;
        created.insert(slot);
        created_ids.insert(unit.id);
        earliest.see_all(unit.facts);
        earliest.see_all(unit.successors);
        earliest.see_all(unit.predecessors);
        earliest.see_all(unit.classes);
        earliest.see_all(unit.reports);
    }
    for (const auto& unit : territory.units) {
        for (const auto& fact : unit.facts) {
            if (fact.row.parent && created_ids.contains(*fact.row.parent)) earliest.see(fact.op);
        }
    }
    const auto heirs = heirs_of_parts(territory, op);
    for (const auto& village : territory.villages) {
        if (creates(village, op)) {
            earliest.see_all(village.facts);
            earliest.see_all(village.successors);
            earliest.see_all(village.predecessors);
            earliest.see_all(village.classes);
        }
        for (const auto& fact : village.facts) {
            const bool named =
                fact.kind == VillageFactKind::created || fact.kind == VillageFactKind::unit;
            const bool assigned = fact.kind == VillageFactKind::unit && fact.op > op;
            if (named && created.contains(fact.unit)) earliest.see(fact.op);
            if (assigned && heirs.contains(fact.unit)) earliest.see(fact.op);
        }
    }
    return earliest.found();
}

}  // namespace lth::core::territory
