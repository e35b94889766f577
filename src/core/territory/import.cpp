#include "core/territory/import.hpp"

#include <algorithm>
#include <map>

namespace lth::core::territory {
namespace {

// More than a tenth of the units, and more than ten, do not vanish by themselves.
constexpr std::size_t reform_share = 10;
constexpr std::size_t reform_least = 10;

struct LastUse {
    Date until;
    std::string name;
};

/// Codes that units had and that nobody has on the view's day.
std::map<std::string, LastUse> given_up(const Territory& book, const TerritoryView& view) {
    std::map<std::string, LastUse> codes;
    for (UnitSlot slot = 0; slot < book.units.size(); ++slot) {
        for (const auto& fact : book.units[slot].facts) {
            const auto& code = fact.row.code.value;
            if (code.empty() || fact.from > view.dates.units) continue;
            if (find_code(view, code) != no_node) continue;
            const auto state = unit_on(book, slot, view.dates.units);
            codes[code] = {state.since, fact.row.name.value};
        }
    }
    return codes;
}

/// Compares numbers written without a sign, of any length.
bool is_smaller_number(std::string_view a, std::string_view b) {
    const auto digits = [](std::string_view text) {
        return !text.empty() &&
               std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    };
    return digits(a) && digits(b) && (a.size() != b.size() ? a.size() < b.size() : a < b);
}

class Comparison {
public:
    Comparison(const Territory& book, const CheckedList& list, Date as_of)
        : list_(list), view_(make_view(book, as_of)), given_up_(given_up(book, view_)) {
        for (const auto& unit : view_.units) {
            auto& highest = highest_[unit.level];
            if (highest.empty() || is_smaller_number(highest, unit.code)) highest = unit.code;
        }
        for (const auto& unit : list_.units) listed_[unit.code] = &unit;
    }

    void compare(UnitsImport& result) {
        for (std::size_t i = 0; i < list_.units.size(); ++i) same_names(i);
        if (!view_.units.empty()) {
            for (const auto& unit : list_.units) compare_unit(unit, result);
            vanished(result);
        }
        result.suspicions = std::move(found_);
    }

    [[nodiscard]] Node known(const std::string& code) const { return find_code(view_, code); }
    [[nodiscard]] const TerritoryView& view() const { return view_; }

private:
    void suspect(RuleRef rule, std::int32_t row, std::initializer_list<Fact> facts) {
        auto note = make_rejection(rule, {}, facts);
        if (row > 0) note.facts.push_back({"row", std::to_string(row)});
        found_.push_back(std::move(note));
    }

    void same_names(std::size_t index) {
        const auto& unit = list_.units[index];
        const auto [other, first] = names_.try_emplace(std::pair(unit.parent, unit.name), &unit);
        if (first) return;
        const auto parent = unit.parent == no_parent ? "" : list_.units[unit.parent].name;
        suspect("territory.suspect.same_name", unit.row,
                {{"name", unit.name},
                 {"parent", parent},
                 {"code", unit.code},
                 {"other", other->second->code}});
    }

    void compare_unit(const CheckedUnit& unit, UnitsImport& result) {
        const auto node = known(unit.code);
        if (node == no_node) {
            ++result.created;
            new_code(unit);
            return;
        }
        const auto& before = view_.units[node];
        if (before.kind != unit.kind) {
            suspect("territory.suspect.retyped", unit.row,
                    {{"code", unit.code},
                     {"name", unit.name},
                     {"known", std::string(vietnamese(before.kind))},
                     {"kind", std::string(vietnamese(unit.kind))}});
        }
        if (bare_name(before.kind, before.name) != bare_name(unit.kind, unit.name)) {
            suspect("territory.suspect.renamed", unit.row,
                    {{"code", unit.code}, {"known", before.name}, {"name", unit.name}});
            name_moved(unit, before);
        }
        const auto parent = unit.parent == no_parent ? "" : list_.units[unit.parent].code;
        const auto was = before.parent == no_node ? "" : view_.units[before.parent].code;
        if (parent != was) {
            suspect("territory.suspect.moved", unit.row,
                    {{"code", unit.code},
                     {"name", unit.name},
                     {"known", before.parent == no_node ? "" : view_.units[before.parent].name},
                     {"parent", unit.parent == no_parent ? "" : list_.units[unit.parent].name}});
        }
    }

    void new_code(const CheckedUnit& unit) {
        if (const auto old = given_up_.find(unit.code); old != given_up_.end()) {
            suspect("territory.suspect.code_returns", unit.row,
                    {{"code", unit.code},
                     {"name", unit.name},
                     {"date", to_text(old->second.until)},
                     {"known", old->second.name}});
        } else if (is_smaller_number(unit.code, highest_[level_of(unit.kind)])) {
            suspect("territory.suspect.code_old", unit.row,
                    {{"code", unit.code}, {"name", unit.name}});
        }
    }

    /// A unit beside it had the name, and has it no more.
    void name_moved(const CheckedUnit& unit, const UnitNode& before) {
        for (const auto& other : view_.units) {
            if (other.parent != before.parent || other.id == before.id) continue;
            if (bare_name(other.kind, other.name) != bare_name(unit.kind, unit.name)) continue;
            const auto now = listed_.find(other.code);
            if (now != listed_.end() && now->second->name == other.name) continue;
            suspect("territory.suspect.name_moved", unit.row,
                    {{"name", unit.name}, {"other", other.code}, {"code", unit.code}});
        }
    }

    void vanished(UnitsImport& result) {
        std::size_t known_units = 0;
        for (const auto& unit : view_.units) {
            if (unit.standing != Standing::live) continue;
            ++known_units;
            if (listed_.contains(unit.code)) continue;
            ++result.vanished;
            suspect("territory.suspect.vanished", 0, {{"code", unit.code}, {"name", unit.name}});
        }
        if (result.vanished > reform_least && result.vanished * reform_share > known_units) {
            suspect("territory.suspect.reform", 0,
                    {{"vanished", std::to_string(result.vanished)},
                     {"known", std::to_string(known_units)}});
        }
    }

    const CheckedList& list_;
    TerritoryView view_;
    std::map<std::string, LastUse> given_up_;
    std::map<Level, std::string> highest_;
    std::map<std::string, const CheckedUnit*> listed_;
    std::map<std::pair<std::size_t, std::string>, const CheckedUnit*> names_;
    std::vector<Rejection> found_;
};

}  // namespace

UnitsImport import_units(const Territory& territory, const std::vector<ListedUnit>& rows,
                         const ListDate& date, const std::vector<std::string>& skipped) {
    std::vector<ListedUnit> wanted;
    std::ranges::copy_if(rows, std::back_inserter(wanted), [&](const ListedUnit& row) {
        return std::ranges::find(skipped, row.code) == skipped.end();
    });
    auto list = check_list(wanted);
    UnitsImport result;
    result.errors = std::move(list.errors);
    if (!result.errors.empty()) return result;

    Comparison comparison(territory, list, date.as_of);
    comparison.compare(result);
    const auto space = id_space(list);
    UnitsLoaded loaded{.as_of = date.as_of,
                       .units = {},
                       .evidence = Evidence::list,
                       .legal_basis = date.legal_basis};
    for (const auto& unit : list.units) {
        const auto node = comparison.known(unit.code);
        loaded.units.push_back({.unit = node == no_node
                                            ? free_unit_id(territory, space, unit.code, date.as_of)
                                            : comparison.view().units[node].id,
                                .code = {unit.code},
                                .name = {unit.name},
                                .kind = unit.kind});
    }
    for (std::size_t i = 0; i < list.units.size(); ++i) {
        const auto parent = list.units[i].parent;
        if (parent != no_parent) loaded.units[i].parent = loaded.units[parent].unit;
    }
    result.ops.push_back({.on = date.on, .parts = {}, .what = std::move(loaded)});
    return result;
}

}  // namespace lth::core::territory
