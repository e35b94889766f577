#include "demo/new_clubs.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "demo/apportion.hpp"
#include "demo/ids.hpp"
#include "demo/rng.hpp"

namespace lth::demo {
namespace {

struct Pace {
    core::Month from;
    core::Month until;
    std::int64_t clubs;
};

// 884 clubs in December 2021, 930 in mid-2023, 16 launched in August 2025 are known (domain.md);
// what lies between and after is made up.
constexpr std::array paces = {
    Pace{core::make_month(2020, 10), core::make_month(2021, 12), 84},
    Pace{core::make_month(2022, 1), core::make_month(2023, 6), 46},
    Pace{core::make_month(2023, 7), core::make_month(2024, 12), 54},
    Pace{core::make_month(2025, 1), core::make_month(2025, 7), 12},
    Pace{core::make_month(2025, 8), core::make_month(2025, 8), 16},
    Pace{core::make_month(2025, 9), core::make_month(2025, 12), 9},
    Pace{core::make_month(2026, 1), core::make_month(2030, 12), 150},
};

std::vector<core::Date> launch_days(std::uint64_t seed) {
    Rng rng(seed, "launches");
    std::vector<core::Date> days;
    for (const auto& pace : paces) {
        const auto months = static_cast<std::size_t>(pace.until - pace.from + 1);
        std::vector<std::int64_t> weights(months);
        for (auto& weight : weights) weight = rng.between(1, 10);
        const auto counts = apportion(pace.clubs, weights);
        for (std::size_t m = 0; m < months; ++m) {
            const auto first = core::first_day(pace.from + static_cast<std::int32_t>(m));
            std::vector<core::Date> month;
            for (std::int64_t k = 0; k < counts[m]; ++k) {
                month.push_back(first + static_cast<std::int32_t>(rng.between(4, 24)));
            }
            std::ranges::sort(month);
            days.insert(days.end(), month.begin(), month.end());
        }
    }
    return days;
}

// Villages without a club, by commune; communes without one first, mountain districts twice as
// likely.
class Places {
public:
    explicit Places(const Province& province)
        : province_(province),
          rng_(province.seed, "new-places"),
          free_(province.ground.communes.size()),
          covered_(province.ground.communes.size(), false) {
        std::vector<core::VillageId> taken;
        for (const auto& club : province.clubs) {
            covered_[club.commune] = true;
            taken.insert(taken.end(), club.villages.begin(), club.villages.end());
        }
        std::ranges::sort(taken);
        for (std::uint32_t v = 0; v < province.villages.size(); ++v) {
            if (std::ranges::binary_search(taken, province.villages[v].id)) continue;
            free_[province.villages[v].commune].push_back(v);
        }
        for (auto& villages : free_) rng_.shuffle(villages);
    }

    std::uint32_t take() {
        const bool to_uncovered = rng_.per_mille(480) && uncovered_left();
        const bool to_finish = !to_uncovered && rng_.per_mille(300) && unfinished_left();
        for (;;) {
            const auto commune = static_cast<std::uint32_t>(rng_.below(free_.size()));
            if (free_[commune].empty() || (to_uncovered && covered_[commune])) continue;
            if (to_finish && !unfinished(commune)) continue;
            const auto& district =
                province_.ground.districts[province_.ground.communes[commune].district];
            if (!district.mountain && rng_.per_mille(500)) continue;
            covered_[commune] = true;
            const auto village = free_[commune].back();
            free_[commune].pop_back();
            return village;
        }
    }

private:
    // One or two villages short of a club in each.
    [[nodiscard]] bool unfinished(std::uint32_t commune) const {
        return covered_[commune] && !free_[commune].empty() && free_[commune].size() <= 2;
    }
    [[nodiscard]] bool unfinished_left() const {
        for (std::uint32_t c = 0; c < free_.size(); ++c) {
            if (unfinished(c)) return true;
        }
        return false;
    }
    [[nodiscard]] bool uncovered_left() const {
        return std::ranges::find(covered_, false) != covered_.end();
    }

    const Province& province_;
    Rng rng_;
    std::vector<std::vector<std::uint32_t>> free_;
    std::vector<bool> covered_;
};

// What a new club starts with: from 30 million of the province (2025, domain.md), the rest raised.
void fund(ClubPlan& club, Rng& rng, std::uint64_t seed) {
    FoundingGrant grant;
    grant.money = {derived_local(seed, "grant", club.number)};
    grant.scale = {derived_local(seed, "grant-scale", club.number)};
    grant.meter = {derived_local(seed, "grant-meter", club.number)};
    const bool late = club.launched >= core::make_date(2025, 1, 1);
    grant.amount = {(late ? 30 : rng.between(20, 30)) * million};
    grant.scale_value = {rng.between(7, 10) * 50'000};
    grant.meter_value = {rng.between(12, 18) * 50'000};
    grant.on = club.launched - static_cast<std::int32_t>(rng.between(0, 3));
    grant.from_branch = !late && rng.per_mille(500);
    club.grant = grant;
    // Most clubs start with 50 to 67 million, a few fall short.
    const auto start = rng.per_mille(60) ? rng.between(42, 49) : rng.between(50, 67);
    club.capital = {start * million};
    club.start_capital = club.capital;
}

ClubPlan new_club(Rng& rng, core::Date launched) {
    ClubPlan club;
    club.launched = launched;
    club.decided = std::max(launched - static_cast<std::int32_t>(rng.between(5, 40)), baseline + 1);
    club.proposed =
        std::max(club.decided - static_cast<std::int32_t>(rng.between(10, 50)), baseline + 1);
    club.members = rng.between(50, 61);
    const bool above = rng.per_mille(90);
    club.elderly = club.members * (above ? rng.between(71, 78) : rng.between(61, 69)) / 100 + 1;
    club.women = club.members * rng.middling(60, 86) / 100;
    if (!above) club.elderly = std::min(club.elderly, club.members * 7 / 10);
    return club;
}

}  // namespace

void add_new_clubs(Province& province) {
    Places places(province);
    Rng rng(province.seed, "new-clubs");
    for (const auto day : launch_days(province.seed)) {
        ClubPlan club = new_club(rng, day);
        const auto village = places.take();
        club.number = static_cast<std::uint32_t>(province.clubs.size());
        club.commune = province.villages[village].commune;
        club.villages = {province.villages[village].id};
        club.programme = Programme::d5133;
        club.name =
            province.villages[village].name + " " + province.ground.communes[club.commune].name;
        fund(club, rng, province.seed);
        province.clubs.push_back(std::move(club));
    }
}

}  // namespace lth::demo
