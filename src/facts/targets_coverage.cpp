// T3–T6: what the clubs reach. Coverage uses all villages of a club, not only its seat.
#include <algorithm>

#include "core/money.hpp"
#include "facts/targets.hpp"

namespace lth::facts::targets {

namespace {

using core::grouped;
using core::territory::Level;
using core::territory::UnitNode;

bool counts(const UnitNode& unit, Level level) {
    return unit.level == level && unit.standing == UnitStanding::live;
}

/// Live units of a level in the scope.
std::vector<Node> nodes_of(const Ground& ground, const Scope& scope, Level level) {
    std::vector<Node> nodes;
    for (Node node = 0; node < ground.view.units.size(); ++node) {
        if (counts(ground.view.units[node], level) && scope.holds(node)) nodes.push_back(node);
    }
    return nodes;
}

const Text synthetic_villages{"Danh sách khu dân cư là số liệu mô phỏng.",
                              "The list of villages is synthetic."};

BasisCounts of_active(const Desk& desk) {
    // Where a club is stands in its book from the first entry, whatever its figures rest on.
    return {static_cast<std::int64_t>(desk.scene.active.size()), 0, 0};
}

bool fully_reached(const Ground& ground, const Coverage& coverage, Node commune) {
    const auto& villages = ground.denominators[commune].villages;
    return villages && *villages > 0 && coverage.unit_villages[commune] >= *villages;
}

enum class Full : std::uint8_t { no, yes, unknown };

/// A district without communes is unknown, never fully covered.
Full district_reached(const Ground& ground, const Coverage& coverage, Node district) {
    Full full = Full::unknown;
    for (Node node = district + 1; node < ground.view.units[district].end; ++node) {
        if (!counts(ground.view.units[node], Level::commune)) continue;
        if (!coverage.units[node]) return Full::no;
        full = Full::yes;
    }
    return full;
}

}  // namespace

Target communes(const Desk& desk) {
    Target target = make_target(desk, "T3", {"Số xã có CLB", "Communes with a club"});
    target.basis = of_active(desk);
    Ratio share;
    for (const Node node : nodes_of(desk.in.ground, desk.scene.scope, Level::commune)) {
        ++share.den;
        if (desk.now.units[node]) {
            ++share.num;
        } else {
            missing_of(desk, target)
                .add_unit(MissingKind::commune, desk.in.ground.view.units[node]);
        }
    }
    target.value = share_of(share);
    if (target.goal) target.met = at_least(share, *target.goal);
    return target;
}

Target villages(const Desk& desk) {
    Target target = make_target(desk, "T4", {"Số khu dân cư có CLB", "Villages with a club"});
    target.basis = of_active(desk);
    const Ground& ground = desk.in.ground;
    if (ground.synthetic_villages) target.note.add(synthetic_villages);
    Ratio share;
    std::int64_t unknown = 0;
    std::int64_t reported = 0;
    for (const Node node : nodes_of(ground, desk.scene.scope, Level::commune)) {
        const UnitNode& unit = ground.view.units[node];
        const UnitDenominators& known = ground.denominators[node];
        share.num += desk.now.unit_villages[node];
        share.den += known.villages.value_or(0);
        if (known.villages && !known.villages_listed) ++reported;
        if (!known.villages) {
            ++unknown;
            missing_of(desk, target).add_unit(MissingKind::villages_unknown, unit);
        }
        for (auto v = unit.first_village; v < unit.end_village; ++v) {
            if (!desk.now.villages[v])
                missing_of(desk, target).add_village(ground.view.villages[v], unit);
        }
    }
    if (const auto apart = desk.now.villages_in(desk.scene.scope) - share.num; apart > 0) {
        target.note.add(
            {"Không kể " + grouped(apart) + " khu dân cư có CLB mà chưa rõ thuộc xã nào.",
             grouped(apart) + " villages with a club in no known commune are left out."});
    }
    // A province may know the number of all its villages without knowing it commune by commune.
    if (unknown > 0 && desk.scene.scope.intervals.empty() && !ground.denominators.empty() &&
        ground.denominators[0].villages) {
        share.den = *ground.denominators[0].villages;
        unknown = 0;
        target.note.add({"Tổng số khu dân cư theo số tỉnh báo cáo.",
                         "The number of villages is the one the province reported."});
    }
    if (unknown > 0) {
        target.value = {ValueKind::share, std::nullopt, share.num, std::nullopt};
        target.note.add(
            {"Chưa có số khu dân cư của " + grouped(unknown) + " xã.",
             "The number of villages of " + grouped(unknown) + " communes is not known."});
        return target;
    }
    if (reported > 0) {
        target.note.add({grouped(reported) + " xã chỉ có số khu dân cư theo báo cáo.",
                         grouped(reported) + " communes only report a number of villages."});
    }
    target.value = share_of(share);
    if (target.goal) target.met = at_least(share, *target.goal);
    return target;
}

Target districts(const Desk& desk) {
    Target target = make_target(
        desk, "T5", {"Số huyện tăng thêm phủ kín xã", "More districts with every commune covered"});
    target.basis = of_active(desk);
    const bool elsewhere = !desk.in.ground.has_districts();
    const Ground* ground = elsewhere ? desk.in.district_ground : &desk.in.ground;
    if (!ground || !ground->has_districts()) {
        target.value = unknown_value(ValueKind::count);
        target.note.add({"Không có bản đồ nào có cấp huyện.", "No map with districts is known."});
        return target;
    }
    if (elsewhere && !desk.scene.scope.intervals.empty()) {
        target.value = unknown_value(ValueKind::count);
        target.note.add({"Bản đồ đang xem không có cấp huyện: chỉ tính cho toàn tỉnh.",
                         "The map asked about has no districts: of the whole province alone."});
        return target;
    }
    const Scope& scope = desk.scene.scope;
    if (elsewhere) {
        target.map = desk.terms.district_map;
        target.note.add({"Tính trên bản đồ ngày " + core::vietnamese(desk.terms.district_map) +
                             ", toàn tỉnh: bản đồ đang xem không có cấp huyện.",
                         "On the map of " + core::to_text(desk.terms.district_map) +
                             ", all of the province: the map asked about has no districts."});
    }
    const Coverage now =
        elsewhere ? coverage_on(desk.in.cube, *ground, desk.question.as_of) : desk.now;
    const Coverage before =
        elsewhere ? coverage_on(desk.in.cube, *ground, desk.terms.baseline) : desk.before;
    std::int64_t full_now = 0;
    std::int64_t full_before = 0;
    std::int64_t gained = 0;
    for (const Node node : nodes_of(*ground, scope, Level::district)) {
        const UnitNode& unit = ground->view.units[node];
        const Full is = district_reached(*ground, now, node);
        const Full was = district_reached(*ground, before, node);
        full_now += is == Full::yes ? 1 : 0;
        full_before += was == Full::yes ? 1 : 0;
        gained += is == Full::yes && was == Full::no ? 1 : 0;
        if (is == Full::yes) continue;
        const auto kind = was == Full::yes ? MissingKind::district_lost : MissingKind::district;
        missing_of(desk, target).add_unit(kind, unit);
    }
    target.value = count_of(full_now - full_before);
    if (target.goal) target.met = full_now - full_before >= *target.goal;
    target.second = {
        {{"Phủ kín đến ngày tính", "Covered on the date"}, count_of(full_now)},
        {{"Phủ kín tại mốc đầu kỳ", "Covered at the baseline"}, count_of(full_before)},
        {{"Mới phủ kín", "Newly covered"}, count_of(gained)},
        {{"Không còn phủ kín", "Lost"}, count_of(full_before + gained - full_now)},
    };
    return target;
}

Target full_communes(const Desk& desk) {
    Target target = make_target(
        desk, "T6", {"Số xã phủ kín khu dân cư", "Communes with every village covered"});
    target.basis = of_active(desk);
    const Ground& ground = desk.in.ground;
    if (ground.synthetic_villages) target.note.add(synthetic_villages);
    std::int64_t full = 0;
    std::int64_t fresh = 0;
    std::int64_t communes = 0;
    std::int64_t unknown = 0;
    for (const Node node : nodes_of(ground, desk.scene.scope, Level::commune)) {
        ++communes;
        if (!ground.denominators[node].villages) {
            ++unknown;
            missing_of(desk, target)
                .add_unit(MissingKind::villages_unknown, ground.view.units[node]);
            continue;
        }
        if (!fully_reached(ground, desk.now, node)) continue;
        ++full;
        if (!fully_reached(ground, desk.before, node)) ++fresh;
    }
    if (unknown > 0) {
        target.note.add({"Chưa có số khu dân cư của " + grouped(unknown) +
                             " xã; các xã này không tính là phủ kín.",
                         "The number of villages of " + grouped(unknown) +
                             " communes is not known; they are not counted as covered."});
    }
    if (communes > 0 && unknown == communes) {
        target.value = unknown_value(ValueKind::count);
        return target;
    }
    target.value = count_of(full);
    target.met = sum_met(full, target.goal, unknown);
    for (const Node node : nodes_of(ground, desk.scene.scope, Level::commune)) {
        if (target.met != false) break;
        if (!ground.denominators[node].villages || fully_reached(ground, desk.now, node)) continue;
        missing_of(desk, target).add_unit(MissingKind::commune_not_full, ground.view.units[node]);
    }
    target.second = {{{"Mới so với mốc đầu kỳ", "New since the baseline"}, count_of(fresh)}};
    return target;
}

}  // namespace lth::facts::targets
