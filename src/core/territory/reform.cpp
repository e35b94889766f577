#include "core/territory/reform.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/text.hpp"

namespace lth::core::territory {
namespace {

std::optional<Share> parse_share(std::string_view text) {
    const auto folded = fold_words(text);
    if (folded.empty() || folded == "toan bo" || folded == "whole") return Share::whole;
    if (folded == "mot phan" || folded == "part") return Share::part;
    return std::nullopt;
}

/// A row that could be understood: an old node, a unit of the new list.
struct Row {
    const SuccessionRow* said;
    Node old_unit;
    std::size_t new_unit;
    Share share;
};

class Planner {
public:
    Planner(const Territory& book, const CheckedList& list, const ReformTerms& terms,
            ReformPlan& plan)
        : book_(book), list_(list), terms_(terms), plan_(plan), listed_(list.errors.empty()) {
        for (std::size_t i = 0; i < list.units.size(); ++i) by_code_[list.units[i].code] = i;
    }

    void plan(const std::vector<SuccessionRow>& successions) {
        plan_.before = make_view(book_, terms_.effective - 1);
        for (const auto& row : successions) read(row);
        check_shares();
        if (!listed_ || !plan_.errors.empty()) return;
        name_units();
        end_units();
        for (const auto& row : rows_) {
            const auto from = plan_.before.units[row.old_unit].id;
            const auto to = ids_[row.new_unit];
            if (from != to || row.share == Share::part) {
                reform_.successions.push_back({from, to, row.share});
            }
        }
        reform_.effective = terms_.effective;
        reform_.evidence = terms_.evidence;
        reform_.legal_basis = terms_.legal_basis;
        if (reform_.created.empty() && reform_.changed.empty() && reform_.abolished.empty()) return;
        plan_.ops.push_back({.on = terms_.on, .parts = {}, .what = std::move(reform_)});
    }

private:
    static Rejection at_cell(RuleRef rule, const SuccessionRow& row, std::string_view field,
                             std::initializer_list<Fact> facts) {
        auto note = make_rejection(rule, field, facts);
        note.facts.push_back({"row", std::to_string(row.row)});
        note.facts.push_back({"sheet", std::to_string(row.sheet)});
        return note;
    }

    void read(const SuccessionRow& row) {
        const auto share = parse_share(row.share);
        if (!share) {
            plan_.errors.push_back(
                at_cell("territory.row.share_unknown", row, "share", {{"share", row.share}}));
            return;
        }
        const std::string old_code(trimmed(row.old_code));
        const std::string new_code(trimmed(row.new_code));
        const auto node = find_code(plan_.before, old_code);
        const auto target = by_code_.find(new_code);
        if (node == no_node) {
            plan_.skipped.push_back(at_cell("territory.row.old_unknown", row, "old_code",
                                            {{"code", old_code},
                                             {"name", row.old_name},
                                             {"date", to_text(terms_.effective - 1)}}));
        }
        if (target == by_code_.end()) {
            plan_.skipped.push_back(at_cell("territory.row.new_unknown", row, "new_code",
                                            {{"code", new_code}, {"name", row.new_name}}));
        }
        if (node == no_node || target == by_code_.end()) return;
        if (!pairs_.insert({node, target->second}).second) {
            plan_.skipped.push_back(at_cell("territory.row.twice", row, "new_code",
                                            {{"code", old_code}, {"other", new_code}}));
            return;
        }
        if (listed_) compare_names(row, plan_.before.units[node], list_.units[target->second]);
        rows_.push_back({&row, node, target->second, *share});
    }

    void compare_names(const SuccessionRow& row, const UnitNode& before, const CheckedUnit& after) {
        const auto differs = [](UnitKind kind, std::string_view known, const std::string& said) {
            return !said.empty() &&
                   fold_words(bare_name(kind, known)) != fold_words(bare_name(kind, said));
        };
        if (differs(before.kind, before.name, row.old_name)) {
            plan_.notes.push_back(
                at_cell("territory.row.old_name", row, "old_name",
                        {{"code", before.code}, {"known", before.name}, {"name", row.old_name}}));
        }
        if (differs(after.kind, after.name, row.new_name)) {
            plan_.notes.push_back(
                at_cell("territory.row.new_name", row, "new_name",
                        {{"code", after.code}, {"known", after.name}, {"name", row.new_name}}));
        }
    }

    /// A unit goes whole into one other, or in at least two parts.
    void check_shares() {
        std::map<Node, std::vector<const Row*>> by_old;
        for (const auto& row : rows_) by_old[row.old_unit].push_back(&row);
        for (const auto& [node, rows] : by_old) {
            const auto wholes = std::ranges::count(rows, Share::whole, &Row::share);
            const auto& name = plan_.before.units[node].name;
            if (wholes > 0 && rows.size() > 1) {
                plan_.errors.push_back(at_cell("territory.row.whole_and_part", *rows.back()->said,
                                               "share", {{"name", name}}));
            } else if (wholes == 0 && rows.size() == 1) {
                plan_.notes.push_back(at_cell("territory.row.single_part", *rows.front()->said,
                                              "share", {{"name", name}}));
            }
        }
    }

    /// The node of the old map that lives on as the new unit.
    [[nodiscard]] Node kept_node(std::size_t index) const {
        const auto& unit = list_.units[index];
        const auto node = find_code(plan_.before, unit.code);
        if (node == no_node) return no_node;
        const auto& before = plan_.before.units[node];
        const bool same = before.kind == unit.kind && before.name == unit.name;
        std::size_t into = 0;
        bool from_itself = false;
        bool leaves = false;
        for (const auto& row : rows_) {
            if (row.new_unit == index) ++into;
            if (row.new_unit == index && row.old_unit == node && row.share == Share::whole) {
                from_itself = true;
            }
            if (row.old_unit == node && row.new_unit != index) leaves = true;
        }
        if (into == 0 && !leaves) {
            // The table lists changes only; above the commune a code and a level are enough.
            return before.level == level_of(unit.kind) ? node : no_node;
        }
        return same && into == 1 && from_itself ? node : no_node;
    }

    /// Gives every unit of the new list its id, and says which are new and which changed.
    void name_units() {
        const auto space = id_space(list_);
        std::vector<Node> kept(list_.units.size(), no_node);
        for (std::size_t i = 0; i < list_.units.size(); ++i) {
            kept[i] = kept_node(i);
            ids_.push_back(kept[i] != no_node
                               ? plan_.before.units[kept[i]].id
                               : free_unit_id(book_, space, list_.units[i].code, terms_.effective));
            if (kept[i] != no_node) living_.insert(kept[i]);
        }
        for (std::size_t i = 0; i < list_.units.size(); ++i) {
            const auto& unit = list_.units[i];
            UnitRow row{
                .unit = ids_[i], .code = {unit.code}, .name = {unit.name}, .kind = unit.kind};
            if (unit.parent != no_parent) row.parent = ids_[unit.parent];
            if (kept[i] == no_node) {
                reform_.created.push_back(std::move(row));
            } else if (!is_same(plan_.before.units[kept[i]], row)) {
                reform_.changed.push_back(std::move(row));
            }
        }
    }

    [[nodiscard]] bool is_same(const UnitNode& before, const UnitRow& row) const {
        std::optional<UnitId> parent;
        if (before.parent != no_node) parent = plan_.before.units[before.parent].id;
        return before.code == row.code.value && before.name == row.name.value &&
               before.kind == row.kind && parent == row.parent;
    }

    void end_units() {
        std::set<Node> explained;
        for (const auto& row : rows_) explained.insert(row.old_unit);
        for (Node node = 0; node < plan_.before.units.size(); ++node) {
            const auto& unit = plan_.before.units[node];
            if (unit.standing != Standing::live || living_.contains(node)) continue;
            reform_.abolished.push_back(unit.id);
            if (unit.level == Level::commune && !explained.contains(node)) {
                plan_.notes.push_back(make_rejection("territory.suspect.vanished", {},
                                                     {{"code", unit.code}, {"name", unit.name}}));
            }
        }
    }

    const Territory& book_;
    const CheckedList& list_;
    const ReformTerms& terms_;
    ReformPlan& plan_;
    bool listed_;  // the list is understood: else the table is only read, for all that is wrong
    ReformApplied reform_;
    std::vector<Row> rows_;
    std::set<std::pair<Node, std::size_t>> pairs_;
    std::map<std::string, std::size_t> by_code_;
    std::vector<UnitId> ids_;
    std::set<Node> living_;
};

}  // namespace

ReformPlan plan_reform(const Territory& territory, const std::vector<SuccessionRow>& successions,
                       const std::vector<ListedUnit>& units, const ReformTerms& terms) {
    ReformPlan plan;
    auto list = check_list(units);
    Planner(territory, list, terms, plan).plan(successions);
    plan.errors.insert(plan.errors.begin(), list.errors.begin(), list.errors.end());
    Territory changed = territory;
    if (plan.errors.empty()) apply(changed, {}, plan.ops);
    plan.after = make_view(changed, plan.errors.empty() ? terms.effective : terms.effective - 1);
    if (plan.errors.empty()) plan.decisions = open_decisions(changed, terms.effective);
    return plan;
}

}  // namespace lth::core::territory
