// A club beside others of its kind: where it lies against the middle half of them. Bands, never
// ranks.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

#include "facts/scene.hpp"

namespace lth::app {

enum class PeerMeasure : std::uint8_t {
    members,             // people
    women,               // ppm of the members, as the next two
    elderly,             // 60 completed years
    hardship,            // poor, near-poor, other
    borrowers_year,      // ppm of the members
    months_met,          // of the last twelve
    capital_per_member,  // đồng
    overdue              // ppm of what is lent
};
BOOST_DESCRIBE_ENUM(PeerMeasure, members, women, elderly, hardship, borrowers_year, months_met,
                    capital_per_member, overdue)

enum class PeerBand : std::uint8_t { below, within, above };
BOOST_DESCRIBE_ENUM(PeerBand, below, within, above)

struct PeerLine {
    PeerMeasure measure = PeerMeasure::members;
    std::int64_t value = 0;
    std::int64_t low = 0;  // of the middle half of the peers, both ends in it
    std::int64_t high = 0;
    std::int64_t peers = 0;  // that know the figure
    PeerBand band = PeerBand::within;
};

/// Fewer than this say nothing, and could be told from one another.
inline constexpr std::size_t least_peers = 8;

struct Peers {
    std::int64_t clubs = 0;            // 0: not enough of any kind
    bool same_class = false;           // mountain, remote … as its seat is
    bool same_age = false;             // launched within two years of it
    std::vector<PeerLine> lines = {};  // of the figures that the club and enough peers know
};

/// `year_ago`: the same clubs twelve months before.
[[nodiscard]] Peers peers_of(const facts::Scene& scene, const facts::Scene& year_ago,
                             facts::ClubNumber club);

}  // namespace lth::app
