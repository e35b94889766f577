// The clubs of a unit on one date: which are active, on what basis each stands, which villages and
// communes they reach. Every measure and target is a function of it.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "facts/cube.hpp"
#include "facts/ground.hpp"

namespace lth::facts {

/// Units asked about, as intervals of nodes: a unit is one interval, a cluster several.
struct Scope {
    std::vector<std::pair<Node, Node>> intervals;  // empty: the whole map, what is unclear included

    [[nodiscard]] bool holds(Node node) const {
        if (intervals.empty()) return true;
        for (const auto& [first, end] : intervals) {
            if (node >= first && node < end) return true;
        }
        return false;
    }
};

[[nodiscard]] Scope scope_of(const core::territory::TerritoryView& view, Node unit);
/// Of a cluster: its communes, by the ids they have on any map.
[[nodiscard]] Scope scope_of(const core::territory::TerritoryView& view,
                             std::span<const core::UnitId> communes);

/// Settings of the province, see docs/assumptions.md.
struct FactsSettings {
    int report_months = 13;  // a statement older than this says nothing about the date
};

struct BasisCounts {
    std::int64_t book = 0;
    std::int64_t report = 0;
    std::int64_t unknown = 0;

    void add(Basis basis) {
        ++(basis == Basis::book ? book : basis == Basis::report ? report : unknown);
    }
    [[nodiscard]] std::int64_t clubs() const { return book + report + unknown; }
    [[nodiscard]] bool none_known() const { return book + report == 0 && unknown > 0; }
    friend bool operator==(const BasisCounts&, const BasisCounts&) = default;
};

/// What clubs active on a date reach, through all their villages.
struct Coverage {
    std::vector<std::uint8_t> villages;       // by village of the view: 1 if reached
    std::vector<std::uint8_t> units;          // by Node; communes and what is unclear
    std::vector<std::int32_t> unit_villages;  // by Node: villages reached

    [[nodiscard]] std::int64_t villages_in(const Scope& scope) const {
        std::int64_t count = 0;
        for (Node node = 0; node < unit_villages.size(); ++node) {
            if (scope.holds(node)) count += unit_villages[node];
        }
        return count;
    }
};

struct Scene {
    const Cube& cube;
    const Ground& ground;
    Scope scope;
    core::Date as_of;
    FactsSettings settings;

    Layer layer;       // on as_of
    Layer year_start;  // on the last day of the year before as_of's

    std::vector<ClubNumber> active;  // seat in the scope, in club order
    std::vector<ClubNumber> suspended;
    std::vector<ClubNumber> closing;
    std::vector<std::array<Basis, group_count>> basis;              // by ClubNumber, then Group
    std::vector<std::array<std::uint32_t, group_count>> statement;  // empty where all is booked
    std::array<bool, group_count> all_booked;  // of the clubs in the lists above

    [[nodiscard]] Basis basis_of(Group group, ClubNumber club) const {
        return basis[club][static_cast<std::size_t>(group)];
    }
    /// The statement that the group rests on; the basis is a report.
    [[nodiscard]] const Statement& statement_of(Group group, ClubNumber club) const {
        return cube.statements(club)[statement[club][static_cast<std::size_t>(group)]];
    }
};

[[nodiscard]] Scene scene_of(const Cube& cube, const Ground& ground, Scope scope, core::Date as_of,
                             FactsSettings settings);

[[nodiscard]] inline core::club::Status status_on(const Cube& cube, ClubNumber club,
                                                  core::Date date) {
    if (cube.head(club).withdrawn) return core::club::Status::withdrawn;
    const auto rows = cube.statuses(club);
    for (std::size_t i = rows.size(); i-- > 0;) {
        if (rows[i].from <= date) return rows[i].status;
    }
    return core::club::Status::proposed;
}

/// Where the club is counted; no_node if nobody knows.
[[nodiscard]] inline Node seat_on(const Cube& cube, const Ground& ground, ClubNumber club,
                                  core::Date date) {
    const auto villages = cube.villages(club, date);  // the seat comes first
    return villages.empty() ? no_node : ground.places[villages.front().village].unit;
}

[[nodiscard]] Coverage coverage_on(const Cube& cube, const Ground& ground, core::Date date);

[[nodiscard]] constexpr Group group_of(Column column) {
    if (is_money(column)) return Group::money;
    if (column >= Column::months_met) return Group::meetings;
    const bool borrowers =
        column >= Column::borrowers_ever && column <= Column::borrowers_left_poverty;
    return borrowers ? Group::borrowers : Group::people;
}

/// A figure that a club has no book for: what its statement names; else nullopt.
[[nodiscard]] std::optional<std::int64_t> stated_figure(const Scene& scene, Column column,
                                                        ClubNumber club);

/// A figure of one club from its one basis; nullopt if unknown. A report gives only what it names.
[[nodiscard]] inline std::optional<std::int64_t> figure(const Scene& scene, Column column,
                                                        ClubNumber club) {
    if (scene.basis_of(group_of(column), club) == Basis::book) {
        return scene.layer.value(column, club);
    }
    return stated_figure(scene, column, club);
}

/// The sum over clubs that know the figure, and on what each of the clubs rests for it.
struct Total {
    std::int64_t sum = 0;
    BasisCounts basis;

    /// Null if there are clubs and none of them knows.
    [[nodiscard]] std::optional<std::int64_t> value() const {
        return basis.none_known() ? std::nullopt : std::optional(sum);
    }
};
[[nodiscard]] Total total(const Scene& scene, Column column, std::span<const ClubNumber> clubs);

}  // namespace lth::facts
