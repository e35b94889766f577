#include "app/peers.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/money.hpp"

namespace lth::app {
namespace {

using facts::ClubNumber;
using facts::Column;
using facts::Scene;

constexpr std::int64_t age_days = 2 * 365;
constexpr std::int64_t fewest_people = 5;  // below it no attribute of people is shown

std::optional<std::int64_t> ratio(std::optional<std::int64_t> part,
                                  std::optional<std::int64_t> whole, std::int64_t unit) {
    if (!part || !whole || *whole <= 0) return std::nullopt;
    return static_cast<std::int64_t>(static_cast<double>(*part) * static_cast<double>(unit) /
                                     static_cast<double>(*whole));
}

std::optional<std::int64_t> value_of(const Scene& scene, const Scene& year_ago, ClubNumber club,
                                     PeerMeasure measure) {
    const auto figure = [&](Column column) { return facts::figure(scene, column, club); };
    const auto of_members = [&](Column column) -> std::optional<std::int64_t> {
        const auto members = figure(Column::members);
        if (members && *members < fewest_people) return std::nullopt;
        return ratio(figure(column), members, core::one_million);
    };
    switch (measure) {
        case PeerMeasure::members:
            return figure(Column::members);
        case PeerMeasure::women:
            return of_members(Column::women);
        case PeerMeasure::elderly:
            return of_members(Column::elderly);
        case PeerMeasure::hardship:
            return of_members(Column::hardship);
        case PeerMeasure::borrowers_year:
            return of_members(Column::borrowers_year);
        case PeerMeasure::months_met: {
            const auto now = figure(Column::months_met);
            const auto before = facts::figure(year_ago, Column::months_met, club);
            if (!now || scene.basis_of(facts::Group::meetings, club) != facts::Basis::book) {
                return std::nullopt;
            }
            return *now - before.value_or(0);
        }
        case PeerMeasure::capital_per_member:
            return ratio(figure(Column::capital), figure(Column::members), 1);
        case PeerMeasure::overdue:
            return ratio(figure(Column::overdue), figure(Column::loans_outstanding),
                         core::one_million);
    }
    return std::nullopt;
}

std::optional<std::uint8_t> class_of(const Scene& scene, ClubNumber club) {
    const auto villages = scene.cube.villages(club, scene.as_of);  // the seat comes first
    if (villages.empty()) return std::nullopt;
    const auto& place = scene.ground.places[villages.front().village];
    const auto& view = scene.ground.view;
    std::optional<core::territory::Classes> classes;
    if (place.village != core::territory::no_village)
        classes = view.villages[place.village].classes;
    if (!classes && place.unit != facts::no_node) classes = view.units[place.unit].classes;
    return classes ? std::optional(classes->mask) : std::nullopt;
}

std::vector<ClubNumber> like(const Scene& scene, ClubNumber club, Peers& peers) {
    const auto own = class_of(scene, club);
    const auto launched = scene.cube.head(club).launched;
    std::vector<ClubNumber> found;
    for (const auto other : scene.active) {
        if (other == club) continue;
        if (peers.same_class && (!own || class_of(scene, other) != own)) continue;
        const auto days = std::int64_t{scene.cube.head(other).launched.days} - launched.days;
        if (peers.same_age && std::abs(days) > age_days) continue;
        found.push_back(other);
    }
    return found;
}

}  // namespace

Peers peers_of(const Scene& scene, const Scene& year_ago, ClubNumber club) {
    if (scene.cube.head(club).launched == facts::never) return {};
    // The nearest kin of which there are enough.
    constexpr std::array<std::pair<bool, bool>, 3> kinds{
        {{true, true}, {true, false}, {false, true}}};
    Peers peers;
    std::vector<ClubNumber> found;
    for (const auto& [same_class, same_age] : kinds) {
        peers.same_class = same_class;
        peers.same_age = same_age;
        found = like(scene, club, peers);
        if (found.size() >= least_peers) break;
    }
    if (found.size() < least_peers) return {};
    peers.clubs = static_cast<std::int64_t>(found.size());
    for (int i = 0; i <= static_cast<int>(PeerMeasure::overdue); ++i) {
        const auto measure = static_cast<PeerMeasure>(i);
        const auto own = value_of(scene, year_ago, club, measure);
        if (!own) continue;
        std::vector<std::int64_t> values;
        for (const auto other : found) {
            if (const auto value = value_of(scene, year_ago, other, measure)) {
                values.push_back(*value);
            }
        }
        if (values.size() < least_peers) continue;
        std::ranges::sort(values);
        PeerLine line{.measure = measure, .value = *own};
        line.low = values[values.size() / 4];
        line.high = values[values.size() - 1 - values.size() / 4];
        line.peers = static_cast<std::int64_t>(values.size());
        if (*own < line.low) line.band = PeerBand::below;
        if (*own > line.high) line.band = PeerBand::above;
        peers.lines.push_back(line);
    }
    return peers;
}

}  // namespace lth::app
