#include <algorithm>
#include <map>

#include "app/list_matters.hpp"
#include "core/territory/view.hpp"

namespace lth::app {
namespace {

// The latest quota of each year and unit, as they stand on today's map.
std::map<std::pair<int, facts::Node>, std::int64_t> assigned_of(const MattersFrom& from) {
    std::map<std::pair<int, core::UnitId>, std::int64_t> latest;
    for (const auto& [book, association] : from.facts.folds().associations) {
        for (const auto& record : association.ops) {
            const auto* quota = std::get_if<core::association::QuotaAssigned>(&record.what);
            if (quota == nullptr || !record.live || record.on > from.on) continue;
            latest[{quota->year.value, quota->unit}] = quota->clubs.value;
        }
    }
    std::map<std::pair<int, facts::Node>, std::int64_t> assigned;
    for (const auto& [key, clubs] : latest) {
        assigned[{key.first, node_of(from, key.second)}] += clubs;
    }
    return assigned;
}

// Quotas are of the province's own schemes: of the year in which one begins, what was launched
// before does not count.
bool is_before_scheme(const std::vector<facts::Scheme>& schemes, core::Date day) {
    const auto holds = [&](const facts::Scheme& scheme) {
        return scheme.province_code && scheme.baseline < day && day <= scheme.ends;
    };
    const auto begins_later = [&](const facts::Scheme& scheme) {
        return scheme.province_code && day <= scheme.baseline &&
               core::year_of(scheme.baseline + 1) == core::year_of(day);
    };
    return std::ranges::any_of(schemes, begins_later) && std::ranges::none_of(schemes, holds);
}

// Clubs by the year of their launch and each unit over their seat.
std::map<std::pair<int, facts::Node>, std::int64_t> launched_of(const MattersFrom& from) {
    std::map<std::pair<int, facts::Node>, std::int64_t> launched;
    const auto& cube = from.facts.cube();
    for (facts::ClubNumber club = 0; club < cube.size(); ++club) {
        const auto day = cube.head(club).launched;
        if (cube.head(club).withdrawn || day > from.on) continue;
        if (is_before_scheme(from.facts.schemes(), day)) continue;
        auto node = facts::seat_on(cube, from.ground, club, day);
        for (; node != facts::no_node; node = from.ground.view.units[node].parent) {
            ++launched[{core::year_of(day), node}];
        }
    }
    return launched;
}

}  // namespace

facts::Node node_of(const MattersFrom& from, const core::UnitId& unit) {
    const auto* place = core::territory::place_of(from.ground.view, unit);
    return place == nullptr ? facts::no_node : place->unit;
}

std::vector<QuotaResult> list_quotas(const MattersFrom& from, const facts::Scope& scope) {
    const auto assigned = assigned_of(from);
    const auto launched = launched_of(from);
    std::vector<std::pair<std::pair<int, facts::Node>, std::int64_t>> sorted(assigned.begin(),
                                                                             assigned.end());
    std::ranges::sort(
        sorted, {}, [](const auto& one) { return std::pair(-one.first.first, one.first.second); });
    const auto& units = from.ground.view.units;
    const auto is_listed = [&](facts::Node node) {
        return scope.intervals.empty() || (node != facts::no_node && scope.holds(node));
    };
    const auto is_within = [&](int year, facts::Node node) {
        while (node != facts::no_node && units[node].parent != facts::no_node) {
            node = units[node].parent;
            if (is_listed(node) && assigned.contains({year, node})) return true;
        }
        return false;
    };
    std::vector<QuotaResult> lines;
    for (const auto& [key, clubs] : sorted) {
        if (!is_listed(key.second)) continue;
        QuotaResult line{
            .year = {key.first}, .assigned = clubs, .within = is_within(key.first, key.second)};
        if (key.second != facts::no_node) {
            line.unit_code = units[key.second].code;
            line.unit_name = units[key.second].name;
        }
        if (const auto done = launched.find(key); done != launched.end()) {
            line.launched = done->second;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::map<int, std::int64_t> launched_beside_quotas(const MattersFrom& from,
                                                   const facts::Scope& scope, core::Date first,
                                                   core::Date last) {
    const auto assigned = assigned_of(from);
    const auto& cube = from.facts.cube();
    std::map<int, std::int64_t> beside;
    for (facts::ClubNumber club = 0; club < cube.size(); ++club) {
        const auto day = cube.head(club).launched;
        if (cube.head(club).withdrawn || day < first || day > std::min(last, from.on)) continue;
        auto node = facts::seat_on(cube, from.ground, club, day);
        if (!scope.holds(node)) continue;
        const int year = core::year_of(day);
        while (node != facts::no_node && !assigned.contains({year, node})) {
            node = from.ground.view.units[node].parent;
        }
        if (node == facts::no_node) ++beside[year];
    }
    return beside;
}

}  // namespace lth::app
