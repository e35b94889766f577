// The map in the simulation: one commune with the clubs' village, and the reform that ends it.
#pragma once

#include "json/territory_body.hpp"
#include "support/store/database.hpp"
#include "support/territory_book.hpp"

namespace lth::sim {

inline core::BookId map_book() { return tests::book_id(9'000'000); }

inline core::Entry map_entry(std::uint64_t n,
                             const std::vector<core::territory::TerritoryOp>& ops) {
    auto entry = tests::make_entry(9'000'000, n, "", 900);
    entry.device_seq = 0;  // the device's next: an older backup may have forgotten some
    entry.body = json::write_body(std::span(ops));
    return entry;
}

/// A province, its districts and communes; village 1, where every club sits, in commune "11".
inline core::Entry first_map() {
    const auto on = core::make_date(2020, 1, 1);
    return map_entry(1, {{.on = on, .parts = {}, .what = tests::small_list()},
                         {.on = on, .parts = {}, .what = tests::village(1, "11")}});
}

/// From the day on communes "11" and "12" are one, with a name and an id of its own.
inline core::Entry reform(core::Date day) {
    using core::territory::Share;
    const auto merged = tests::unit_id("19");
    core::territory::ReformApplied reform;
    reform.effective = day;
    reform.created = {{.unit = merged,
                       .code = {"19"},
                       .name = {"Xã Mười Chín"},
                       .kind = core::territory::UnitKind::commune,
                       .parent = tests::unit_id("1")}};
    reform.abolished = {tests::unit_id("11"), tests::unit_id("12")};
    reform.successions = {{tests::unit_id("11"), merged, Share::whole},
                          {tests::unit_id("12"), merged, Share::whole}};
    reform.legal_basis = {"Nghị quyết mô phỏng"};
    return map_entry(2, {{.on = day, .parts = {}, .what = reform}});
}

}  // namespace lth::sim
