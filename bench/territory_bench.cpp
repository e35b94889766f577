// The map of Thanh Hóa with 4,357 villages: views on both sides of the reform of 2025, and the
// reform itself, 547 communes to 166, planned from its table and recorded.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "core/territory/catalogue.hpp"
#include "core/territory/reform.hpp"

namespace {

using namespace lth::core;
using namespace lth::core::territory;

constexpr std::uint64_t village_count = 4'357;  // domain.md: an assumption
constexpr Date on = make_date(2020, 9, 1);
constexpr Date effective = make_date(2025, 7, 1);

std::string file(const std::string& name) {
    std::ifstream in(std::string(LTH_SOURCE_DIR) + "/data/thanh-hoa/" + name, std::ios::binary);
    if (!in) throw std::runtime_error("cannot open " + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct World {
    Territory before;  // the eve of the reform
    Territory after;
    std::vector<SuccessionRow> table;
    std::vector<ListedUnit> list;
};

void add_villages(Territory& book) {
    const auto view = make_view(book, make_date(2020, 11, 1));
    std::vector<TerritoryOp> ops;
    std::uint64_t number = 0;
    while (number < village_count) {
        for (const auto& unit : view.units) {
            if (unit.level != Level::commune || number == village_count) continue;
            ++number;
            ops.push_back({.on = on,
                           .parts = {},
                           .what = VillageCreated{{number},
                                                  unit.id,
                                                  {"Thôn " + std::to_string(number)},
                                                  {},
                                                  make_date(2020, 11, 1),
                                                  Evidence::synthetic,
                                                  {}}});
        }
    }
    apply(book, {}, ops);
}

const World& world() {
    static const World made = [] {
        World w;
        const auto units = file("units.csv");
        const auto events = file("events.csv");
        const auto reform = file("reform-2025-07-01.csv");
        const auto entries = read_catalogue({units, events, reform}, on).value();
        apply(w.before, {}, entries[0]);
        apply(w.before, {}, entries[1]);
        add_villages(w.before);
        w.after = w.before;
        apply(w.after, {}, entries[2]);
        const auto old_map = make_view(w.before, effective - 1);
        const auto new_map = make_view(w.after, effective);
        for (const auto& unit : new_map.units) {
            if (unit.standing != Standing::live) continue;
            w.list.push_back({0, unit.code, unit.name, std::string(vietnamese(unit.kind)),
                              unit.parent == no_node ? "" : new_map.units[unit.parent].code});
        }
        const auto& known = std::get<ReformApplied>(entries[2][0].what);
        for (const auto& row : known.changed) {
            w.table.push_back({0, row.code.value, "", row.code.value, "", "whole"});
        }
        for (const auto& row : known.successions) {
            w.table.push_back({0, old_map.units[place_of(old_map, row.from)->unit].code, "",
                               new_map.units[place_of(new_map, row.to)->unit].code, "",
                               row.share == Share::whole ? "whole" : "part"});
        }
        return w;
    }();
    return made;
}

void view_with_districts(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(make_view(world().after, effective - 1));
}
BENCHMARK(view_with_districts)->Unit(benchmark::kMillisecond);

void view_after_reform(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(make_view(world().after, effective));
}
BENCHMARK(view_after_reform)->Unit(benchmark::kMillisecond);

/// From the rows of the two files to the recorded entry and its certificate. Goal: below 1 s.
void reform_547_to_166(benchmark::State& state) {
    const auto& w = world();
    for (auto _ : state) {
        Territory book = w.before;
        const auto plan = plan_reform(book, w.table, w.list,
                                      {.effective = effective, .on = on, .legal_basis = {"1686"}});
        const std::vector<UnitTotals> before(plan.before.units.size());
        const std::vector<UnitTotals> after(plan.after.units.size());
        if (!certify(plan, before, after).conserved() ||
            !admit(book, {.entry_id = {}, .seq = 1, .today = on}, plan.ops)) {
            state.SkipWithError("the reform was refused");
        }
    }
}
BENCHMARK(reform_547_to_166)->Unit(benchmark::kMillisecond);

}  // namespace
