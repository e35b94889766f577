// The skeleton of the simulated province: villages, which clubs there are, where, when, how large.
// The totals of 30 September 2020 are met here by exact apportionment, not by luck.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "demo/ground.hpp"

namespace lth::demo {

// The article on decision 5133/QĐ-UBND: what stood on 30 September 2020 (domain.md).
inline constexpr core::Date baseline = core::make_date(2020, 9, 30);
inline constexpr std::int64_t standing_clubs = 800;
inline constexpr std::int64_t project_clubs = 281;
inline constexpr std::int64_t covered_communes = 404;
inline constexpr std::int64_t standing_members = 44'291;
inline constexpr std::int64_t standing_elderly = 31'000;
inline constexpr std::int64_t standing_women = 33'661;
/// Assumption: no list of villages is public (docs/assumptions.md).
inline constexpr std::int64_t village_total = 4'357;
/// The plan of new clubs ends here; `until` cannot lie later.
inline constexpr core::Date horizon = core::make_date(2030, 12, 31);

inline constexpr std::int64_t million = 1'000'000;  // đồng

enum class Programme : std::uint8_t { vie022, vie047, vie051, vie062, d2666, d2384, d5133 };
inline constexpr std::size_t programme_count = 7;
[[nodiscard]] core::ProgrammeId programme_id(Programme programme);

struct Village {
    core::VillageId id;
    std::uint32_t commune;
    std::string name;
};

/// Money and goods that the province's care fund gives a new club.
struct FoundingGrant {
    core::GrantId money;
    core::GrantId scale;
    core::GrantId meter;  // of blood pressure
    core::Money amount;
    core::Money scale_value;
    core::Money meter_value;
    core::Date on;             // it leaves the fund, and enters the club, on this day
    bool from_branch = false;  // else of the province; both stand in the province's book
};

struct ClubPlan {
    std::uint32_t number = 0;  // 0 … in the order of the plan
    core::BookId book;
    std::string name;
    std::uint32_t commune = 0;
    std::vector<core::VillageId> villages;  // the seat first
    Programme programme = Programme::d5133;
    core::Date proposed;
    core::Date decided;
    core::Date launched;
    std::int64_t members = 0;  // on 30 September 2020, or at the launch
    std::int64_t elderly = 0;
    std::int64_t women = 0;
    core::Money capital;        // the same day
    core::Money start_capital;  // as on file
    std::optional<FoundingGrant> grant;

    [[nodiscard]] bool standing() const { return launched <= baseline; }
};

struct Province {
    std::uint64_t seed = 0;
    Ground ground;
    std::vector<Village> villages;  // by commune
    std::vector<ClubPlan> clubs;    // the standing ones first, then by launch
};

[[nodiscard]] Province plan_province(std::uint64_t seed, Ground ground);

}  // namespace lth::demo
