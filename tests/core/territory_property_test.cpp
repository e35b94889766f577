// Random maps, villages and reforms: every village counts exactly once on every map, nothing is
// lost or doubled, numbering holds, and what is reversed leaves no trace.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "core/territory/reform.hpp"
#include "support/dice.hpp"
#include "support/territory_book.hpp"

namespace lth::tests {
namespace {

using namespace core::territory;
using core::make_date;

const core::Date start = make_date(2020, 1, 1);

/// 2–5 districts of 1–8 communes.
UnitsLoaded random_list(Dice& dice) {
    UnitsLoaded list{.as_of = start, .units = {}, .evidence = Evidence::list, .legal_basis = {}};
    const auto add = [&](std::string code, UnitKind kind, std::optional<core::UnitId> parent) {
        list.units.push_back({.unit = unit_id(code),
                              .code = {code},
                              .name = {full_name(kind, code)},
                              .kind = kind,
                              .parent = parent});
    };
    add("P", UnitKind::province, {});
    const auto districts = dice.between(2, 5);
    for (int d = 0; d < districts; ++d) {
        const auto code = "D" + std::to_string(d);
        add(code, UnitKind::rural_district, unit_id("P"));
        const auto communes = dice.between(1, 8);
        for (int c = 0; c < communes; ++c) {
            add(std::to_string(100 + 10 * d + c), UnitKind::commune, unit_id(code));
        }
    }
    return list;
}

struct Tables {
    std::vector<SuccessionRow> successions;
    std::vector<ListedUnit> units;
};

/// Communes go whole, in two parts, stay, or vanish; names and parents change by chance.
Tables random_reform(Dice& dice, const TerritoryView& view) {
    std::vector<const UnitNode*> communes;
    std::vector<std::string> parents;
    Tables tables;
    const bool districts_end = dice.chance(30);
    for (const auto& unit : view.units) {
        if (unit.standing != Standing::live) continue;
        if (unit.level == Level::commune) {
            communes.push_back(&unit);
            continue;
        }
        if (unit.level == Level::district && districts_end) continue;
        const auto parent = unit.parent == no_node ? "" : view.units[unit.parent].code;
        tables.units.push_back(
            {0, unit.code, unit.name, std::string(vietnamese(unit.kind)), parent});
        if (unit.level == Level::province || !districts_end) parents.push_back(unit.code);
    }
    std::vector<std::string> targets;
    for (const auto* commune : communes) {
        if (targets.empty() || dice.chance(40)) targets.push_back(commune->code);
    }
    std::set<std::string> used;
    for (const auto* commune : communes) {
        const auto add = [&](const std::string& to, const char* share) {
            used.insert(to);
            tables.successions.push_back({0, commune->code, "", to, "", share});
        };
        const auto draw = dice.below(10);
        if (draw == 0 && used.size() > 1) continue;  // nobody says what became of it
        const auto one = dice.pick(targets);
        const auto two = dice.pick(targets);
        if (draw <= 2 && one != two) {
            add(one, "một phần");
            add(two, "một phần");
        } else {
            add(one, "toàn bộ");
        }
    }
    for (const auto& code : used) {
        const auto* kind = dice.chance(20) ? "Phường" : "Xã";
        tables.units.push_back({0, code, code, kind, dice.pick(parents)});
    }
    return tables;
}

std::vector<UnitTotals> totals(const TerritoryView& view, std::uint64_t villages) {
    std::vector<UnitTotals> sums(view.units.size());
    for (std::uint64_t n = 1; n <= villages; ++n) {
        const auto* place = place_of(view, village_id(n));
        const auto amount = static_cast<std::int64_t>(n);
        sums.at(place->unit) += {1, 40 + amount, {amount * 1'000'003}, {amount * 17}, {amount}};
    }
    return sums;
}

struct World {
    TerritoryBook book = {};
    std::uint64_t villages = 0;
    std::vector<core::Date> days = {start};
};

World random_world(Dice& dice) {
    World world;
    world.book.must(random_list(dice));
    const auto view = make_view(world.book.book, start);
    for (const auto& unit : view.units) {
        if (unit.level != Level::commune) continue;
        for (auto left = dice.between(0, 4); left > 0; --left) {
            auto made = village(++world.villages, "", start);
            made.unit = unit.id;
            world.book.must(made);
        }
    }
    return world;
}

/// Assigns some villages of split communes to one of the choices.
void decide(Dice& dice, World& world, core::Date day) {
    for (const auto& decision : open_decisions(world.book.book, day)) {
        for (const auto village : decision.villages) {
            if (!dice.chance(50)) continue;
            const auto to = dice.pick(decision.choices);
            const auto state = unit_on(world.book.book, world.book.book.unit_index.at(to), day);
            if (!state.exists) continue;
            world.book.must(VillageAssigned{village, to, day, Evidence::law, {{"1"}}});
        }
    }
}

void expect_conserved(const World& world, std::uint64_t villages) {
    UnitTotals first;
    for (std::size_t i = 0; i < world.days.size(); ++i) {
        const auto view = make_view(world.book.book, world.days[i]);
        RC_ASSERT(view_fault(world.book.book, view) == "");
        RC_ASSERT(view.villages.size() == villages);
        UnitTotals sum;
        for (const auto& total : totals(view, villages)) sum += total;
        if (i == 0) first = sum;
        RC_ASSERT(sum == first);
    }
}

RC_GTEST_PROP(TerritoryProperty, RandomReformsConserveEverything, (std::uint64_t seed)) {
    Dice dice(seed);
    auto world = random_world(dice);
    for (auto reforms = dice.between(1, 4); reforms > 0; --reforms) {
        const auto day = world.days.back() + static_cast<std::int32_t>(dice.between(1, 900));
        const auto tables = random_reform(dice, make_view(world.book.book, day - 1));
        const auto plan =
            plan_reform(world.book.book, tables.successions, tables.units,
                        {.effective = day, .on = TerritoryBook::on, .legal_basis = {"Nghị quyết"}});
        RC_ASSERT(plan.errors.empty());
        if (plan.ops.empty()) continue;
        const auto certificate =
            certify(plan, totals(plan.before, world.villages), totals(plan.after, world.villages));
        RC_ASSERT(certificate.before == certificate.after);
        RC_ASSERT(certificate.conserved());
        RC_ASSERT(world.book.record(plan.ops) == "");
        world.days.push_back(day);
        decide(dice, world, day);
    }
    expect_conserved(world, world.villages);
}

RC_GTEST_PROP(TerritoryProperty, WhatIsReversedLeavesNoTrace, (std::uint64_t seed)) {
    Dice dice(seed);
    auto world = random_world(dice);
    const auto day = start + 400;
    const auto before = list_text(make_view(world.book.book, day));
    const auto kept = world.book.history.size();
    const auto tables = random_reform(dice, make_view(world.book.book, day - 1));
    const auto plan =
        plan_reform(world.book.book, tables.successions, tables.units,
                    {.effective = day, .on = TerritoryBook::on, .legal_basis = {"Nghị quyết"}});
    if (plan.ops.empty()) return;
    world.book.must(plan.ops);
    decide(dice, world, day);
    for (auto seq = world.book.history.size(); seq > kept; --seq) {
        RC_ASSERT(world.book.record(TerritoryBook::reversal(seq)) == "");
    }
    RC_ASSERT(list_text(make_view(world.book.book, day)) == before);
    RC_ASSERT(open_decisions(world.book.book, day).empty());
    expect_conserved(world, world.villages);
}

}  // namespace
}  // namespace lth::tests
