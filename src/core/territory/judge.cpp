#include <algorithm>
#include <map>
#include <set>

#include "core/territory/history.hpp"

namespace lth::core::territory {
namespace {

using Verdict = std::optional<Rejection>;

std::string id_text(auto id) { return to_text(id); }

/// Judges one operation in the state that the ones before it left.
class Judge {
public:
    explicit Judge(const Territory& book) : book_(book) {}

    Verdict operator()(const UnitsLoaded& what) const {
        if (what.units.empty()) return make_rejection("territory.list.empty", "units");
        if (std::ranges::find(book_.lists, what.as_of, &ListFact::as_of) != book_.lists.end()) {
            return make_rejection("territory.list.exists", "as_of",
                                  {{"as_of", to_text(what.as_of)}});
        }
        std::set<UnitId> ids;
        std::set<std::string_view> codes;
        for (const auto& row : what.units) {
            if (!ids.insert(row.unit).second) {
                return make_rejection("territory.list.unit_twice", "units",
                                      {{"unit", id_text(row.unit)}});
            }
            if (!codes.insert(row.code.value).second) {
                return make_rejection("territory.list.code_twice", "units",
                                      {{"code", row.code.value}});
            }
        }
        for (const auto& row : what.units) {
            if (row.parent && !ids.contains(*row.parent)) {
                return make_rejection("territory.list.parent_missing", "units",
                                      {{"parent", id_text(*row.parent)}, {"name", row.name.value}});
            }
        }
        return grounded(what.evidence, what.legal_basis);
    }

    Verdict operator()(const UnitCreated& what) const {
        if (auto no = unused(what.row.unit, "row")) return no;
        if (what.row.parent) {
            if (auto no = lives(*what.row.parent, what.from, "row")) return no;
        }
        for (const auto id : what.predecessors) {
            if (find_unit(book_, id) == nullptr) return unknown(id, "predecessors");
        }
        return grounded(what.evidence, what.legal_basis);
    }

    Verdict operator()(const UnitRenamed& what) const {
        if (auto no = lives(what.unit, what.from, "unit")) return no;
        return dated(what);
    }
    Verdict operator()(const UnitRetyped& what) const {
        if (auto no = lives(what.unit, what.from, "unit")) return no;
        const auto state = state_of(what.unit, what.from);
        if (level_of(state.kind) != level_of(what.kind)) {
            return make_rejection(
                "territory.unit.level_changed", "kind",
                {{"kind", std::string(vietnamese(what.kind))}, {"name", std::string(state.name)}});
        }
        return dated(what);
    }
    Verdict operator()(const UnitMoved& what) const {
        if (auto no = lives(what.unit, what.from, "unit")) return no;
        if (auto no = lives(what.parent, what.from, "parent")) return no;
        return dated(what);
    }

    Verdict operator()(const UnitAbolished& what) const {
        if (auto no = lives(what.unit, what.from - 1, "unit")) return no;
        std::vector<Succession> rows;
        for (const auto& next : what.successors) {
            if (next.unit == what.unit) {
                return make_rejection("territory.unit.successor_itself", "successors",
                                      {{"name", name_of(what.unit)}});
            }
            if (auto no = lives(next.unit, what.from, "successors")) return no;
            rows.push_back({what.unit, next.unit, next.share});
        }
        if (auto no = consistent(rows, "successors")) return no;
        return dated(what);
    }

    Verdict operator()(const ReformApplied& what) const;

    Verdict operator()(const VillageCreated& what) const {
        if (const auto* known = find_village(book_, what.village)) {
            return make_rejection(
                "territory.village.exists", "village",
                {{"village", id_text(what.village)}, {"name", known->facts.front().name}});
        }
        for (const auto id : what.predecessors) {
            if (find_village(book_, id) == nullptr) return unknown_village(id, "predecessors");
        }
        if (auto no = is_commune(what.unit, what.from)) return no;
        return grounded(what.evidence, what.legal_basis);
    }
    Verdict operator()(const VillageRenamed& what) const {
        if (auto no = village_lives(what.village, what.from)) return no;
        return grounded(what.evidence, what.legal_basis);
    }
    Verdict operator()(const VillageAssigned& what) const {
        if (auto no = village_lives(what.village, what.from)) return no;
        if (auto no = is_commune(what.unit, what.from)) return no;
        return grounded(what.evidence, what.legal_basis);
    }
    Verdict operator()(const VillageAbolished& what) const {
        if (auto no = village_lives(what.village, what.from - 1)) return no;
        for (const auto id : what.successors) {
            if (id == what.village) {
                return make_rejection(
                    "territory.village.successor_itself", "successors",
                    {{"name", find_village(book_, what.village)->facts.front().name}});
            }
            if (find_village(book_, id) == nullptr) return unknown_village(id, "successors");
        }
        return grounded(what.evidence, what.legal_basis);
    }

    Verdict operator()(const ClassSet& what) const {
        if (what.unit.has_value() == what.village.has_value()) {
            return make_rejection("territory.class.subject", "unit");
        }
        if (auto no = classed_lives(what)) return no;
        const std::set<AreaClass> distinct(what.classes.begin(), what.classes.end());
        if (distinct.size() != what.classes.size()) {
            return make_rejection("territory.class.twice", "classes");
        }
        if (std::ranges::count_if(distinct, [](AreaClass c) { return c >= AreaClass::region_1; }) >
            1) {
            return make_rejection("territory.class.regions", "classes");
        }
        return grounded(what.evidence, what.legal_basis);
    }

    Verdict operator()(const UnitReported& what) const {
        if (find_unit(book_, what.unit) == nullptr) return unknown(what.unit, "unit");
        if (!what.villages && !what.elderly_population && !what.poor_households &&
            !what.villages_complete) {
            return make_rejection("territory.report.empty");
        }
        return grounded(what.evidence, what.source);
    }

    Verdict operator()(const OpReversed& what) const;
    Verdict operator()(const PrivateErased&) const { return std::nullopt; }
    Verdict operator()(const AttachmentAdded&) const { return std::nullopt; }

private:
    [[nodiscard]] UnitState state_of(UnitId id, Date date) const {
        const auto at = book_.unit_index.find(id);
        return at == book_.unit_index.end() ? UnitState{} : unit_on(book_, at->second, date);
    }
    [[nodiscard]] std::string name_of(UnitId id) const {
        return std::string(state_of(id, last_date).name);
    }
    static Verdict unknown(UnitId id, std::string_view field) {
        return make_rejection("territory.unit.unknown", field, {{"unit", id_text(id)}});
    }
    static Verdict unknown_village(VillageId id, std::string_view field) {
        return make_rejection("territory.village.unknown", field, {{"village", id_text(id)}});
    }
    Verdict not_live(UnitId id, Date date, std::string_view field) const {
        return make_rejection(
            "territory.unit.not_live", field,
            {{"name", name_of(id)}, {"unit", id_text(id)}, {"date", to_text(date)}});
    }

    Verdict lives(UnitId id, Date date, std::string_view field) const {
        if (find_unit(book_, id) == nullptr) return unknown(id, field);
        return state_of(id, date).exists ? std::nullopt : not_live(id, date, field);
    }
    Verdict unused(UnitId id, std::string_view field) const {
        if (find_unit(book_, id) == nullptr) return std::nullopt;
        return make_rejection("territory.unit.exists", field,
                              {{"unit", id_text(id)}, {"name", name_of(id)}});
    }
    Verdict is_commune(UnitId id, Date date) const {
        // Before the first list of units that list answers.
        const auto answering = map_dates(book_, date).units;
        if (auto no = lives(id, answering, "unit")) return no;
        const auto state = state_of(id, answering);
        if (level_of(state.kind) == Level::commune) return std::nullopt;
        return make_rejection("territory.village.not_commune", "unit",
                              {{"name", std::string(state.name)}});
    }
    Verdict village_lives(VillageId id, Date date) const { return village_lives(id, date, date); }
    /// By what answers for the day that is asked about.
    Verdict village_lives(VillageId id, Date date, Date answering) const {
        const auto* known = find_village(book_, id);
        if (known == nullptr) return unknown_village(id, "village");
        const auto state = village_on(book_, book_.village_index.at(id), answering);
        if (state.exists) return std::nullopt;
        return make_rejection("territory.village.not_live", "village",
                              {{"name", known->facts.front().name},
                               {"village", id_text(id)},
                               {"date", to_text(date)}});
    }
    /// What is classed is on the map from that day; before the first list that one answers.
    Verdict classed_lives(const ClassSet& what) const {
        const auto days = map_dates(book_, what.from);
        if (what.village) return village_lives(*what.village, what.from, days.villages);
        if (find_unit(book_, *what.unit) == nullptr) return unknown(*what.unit, "unit");
        if (state_of(*what.unit, days.units).exists) return std::nullopt;
        return not_live(*what.unit, what.from, "unit");
    }

    /// Rows of one unit: either one whole, or parts, and none twice.
    Verdict consistent(std::span<const Succession> rows, std::string_view field) const {
        std::set<std::pair<UnitId, UnitId>> pairs;
        std::map<UnitId, Share> shares;
        for (const auto& row : rows) {
            if (!pairs.insert({row.from, row.to}).second) {
                return make_rejection("territory.succession.twice", field,
                                      {{"name", name_of(row.from)}});
            }
            const auto [other, first] = shares.try_emplace(row.from, row.share);
            if (!first && (row.share == Share::whole || other->second == Share::whole)) {
                return make_rejection("territory.succession.whole_and_part", field,
                                      {{"name", name_of(row.from)}});
            }
        }
        return std::nullopt;
    }

    static Verdict grounded(Evidence evidence, const std::optional<PublicText>& basis) {
        if (evidence != Evidence::law || basis) return std::nullopt;
        return make_rejection("territory.basis.missing", "legal_basis");
    }
    static Verdict dated(const auto& what) {
        if (what.not_before && *what.not_before > what.from) {
            return make_rejection(
                "territory.date.not_before", "not_before",
                {{"not_before", to_text(*what.not_before)}, {"from", to_text(what.from)}});
        }
        return grounded(what.evidence, what.legal_basis);
    }

    const Territory& book_;
};

Verdict Judge::operator()(const ReformApplied& what) const {
    if (what.created.empty() && what.changed.empty() && what.abolished.empty()) {
        return make_rejection("territory.reform.empty");
    }
    std::set<UnitId> ended;
    std::set<UnitId> living;
    const auto twice = [](std::string_view field, std::string name) {
        return make_rejection("territory.reform.unit_twice", field, {{"name", std::move(name)}});
    };
    for (const auto& row : what.created) {
        if (auto no = unused(row.unit, "created")) return no;
        if (!living.insert(row.unit).second) return twice("created", row.name.value);
    }
    for (const auto& row : what.changed) {
        if (auto no = lives(row.unit, what.effective - 1, "changed")) return no;
        if (!living.insert(row.unit).second) return twice("changed", row.name.value);
    }
    for (const auto id : what.abolished) {
        if (auto no = lives(id, what.effective - 1, "abolished")) return no;
        if (living.contains(id) || !ended.insert(id).second) {
            return twice("abolished", name_of(id));
        }
    }
    for (const auto& row : what.successions) {
        if (auto no = lives(row.from, what.effective - 1, "successions")) return no;
        if (ended.contains(row.to)) return not_live(row.to, what.effective, "successions");
        if (!living.contains(row.to)) {
            if (auto no = lives(row.to, what.effective, "successions")) return no;
        }
        if (row.share == Share::whole && row.from != row.to && !ended.contains(row.from)) {
            return make_rejection("territory.reform.survives", "successions",
                                  {{"name", name_of(row.from)}});
        }
    }
    return consistent(what.successions, "successions");
}

Verdict Judge::operator()(const OpReversed& what) const {
    const auto target = find_op(book_, what.entry_id, what.op_index.value);
    if (!target) {
        return make_rejection("territory.reversal.unknown", "op_index",
                              {{"op_index", std::to_string(what.op_index.value)},
                               {"entry_id", to_text(what.entry_id)}});
    }
    const auto& record = book_.ops[*target];
    if (record.op == OpReversed::op || record.op == PrivateErased::op) {
        return make_rejection("territory.reversal.kind", "op_index",
                              {{"op", std::string(record.op)}});
    }
    if (!record.live) return make_rejection("territory.reversal.already", "op_index");
    if (const auto later = find_dependent(book_, *target)) {
        const auto& other = book_.ops[*later];
        return make_rejection("territory.reversal.depended_on", "op_index",
                              {{"op", std::string(other.op)},
                               {"seq", std::to_string(other.seq)},
                               {"op_index", std::to_string(other.op_index)}});
    }
    return std::nullopt;
}

/// Dates on which a unit changes, the first list of all first.
std::set<Date> change_dates(const Territory& book) {
    std::set<Date> dates;
    for (const auto& list : book.lists) dates.insert(list.as_of);
    for (const auto& unit : book.units) {
        for (const auto& fact : unit.facts) dates.insert(fact.from);
    }
    return dates;
}

/// The first thing on that day that no map can be: two units of one code, or a lost parent.
Verdict impossible_on(const Territory& book, Date date) {
    std::set<std::string_view> codes;
    for (UnitSlot unit = 0; unit < book.units.size(); ++unit) {
        const auto state = unit_on(book, unit, date);
        if (!state.exists) continue;
        if (!codes.insert(state.code).second) {
            return make_rejection("territory.map.code_twice", {},
                                  {{"date", to_text(date)}, {"code", std::string(state.code)}});
        }
        if (!state.parent) continue;
        const auto at = book.unit_index.find(*state.parent);
        const auto parent =
            at == book.unit_index.end() ? UnitState{} : unit_on(book, at->second, date);
        if (!parent.exists || level_of(parent.kind) >= level_of(state.kind)) {
            return make_rejection("territory.map.parent", {},
                                  {{"date", to_text(date)}, {"name", std::string(state.name)}});
        }
    }
    return std::nullopt;
}

bool changes_units(const TerritoryOp& op) {
    return std::visit(
        [](const auto& what) {
            using What = std::remove_cvref_t<decltype(what)>;
            return What::op.starts_with("unit") || What::op == ReformApplied::op ||
                   What::op == OpReversed::op;
        },
        op.what);
}

/// Maps are judged after the whole entry; what was impossible before it is not its fault.
Verdict judge_maps(const Territory& before, const Territory& after) {
    const auto first = first_units_on(after);
    for (const auto date : change_dates(after)) {
        if (date < *first) continue;
        auto no = impossible_on(after, date);
        if (no && !impossible_on(before, date)) return no;
    }
    return std::nullopt;
}

Verdict judge_and_apply(Territory& book, const EntryRef& entry, std::span<const TerritoryOp> ops) {
    const Territory before = book;
    const Date limit = entry.today + 1;
    for (std::size_t i = 0; i < ops.size(); ++i) {
        auto no = ops[i].on > limit
                      ? make_rejection("entry.dated_ahead", "on",
                                       {{"on", to_text(ops[i].on)}, {"limit", to_text(limit)}})
                      : std::visit(Judge(book), ops[i].what);
        if (no) {
            no->op_index = static_cast<std::int32_t>(i);
            book = before;
            return no;
        }
        apply_at(book, entry, ops[i], i);
    }
    if (!std::ranges::any_of(ops, changes_units)) return std::nullopt;
    auto no = judge_maps(before, book);
    if (no) book = before;
    return no;
}

}  // namespace

std::optional<Rejection> judge(const Territory& territory, const EntryRef& entry,
                               std::span<const TerritoryOp> ops) {
    Territory copy = territory;
    return judge_and_apply(copy, entry, ops);
}

Result<void> admit(Territory& territory, const EntryRef& entry, std::span<const TerritoryOp> ops) {
    if (auto no = judge_and_apply(territory, entry, ops)) return std::unexpected(std::move(*no));
    return {};
}

}  // namespace lth::core::territory
