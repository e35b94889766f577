#include "demo/plan.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

#include "demo/apportion.hpp"
#include "demo/ids.hpp"
#include "demo/new_clubs.hpp"
#include "demo/rng.hpp"
#include "facts/scheme.hpp"

namespace lth::demo {
namespace {

using Numbers = std::vector<std::int64_t>;

// The first club is Tào Trụ of phường Tào Xuyên (experience.md); its people are made up.
constexpr std::string_view first_commune = "Phường Tào Xuyên";
constexpr std::string_view first_village = "Tổ dân phố Tào Trụ";
constexpr std::string_view first_club = "Tào Trụ";

std::uint32_t find_first_commune(const Ground& ground) {
    const auto found = std::ranges::find(ground.communes, first_commune, &Commune::name);
    return found == ground.communes.end()
               ? 0
               : static_cast<std::uint32_t>(found - ground.communes.begin());
}

Numbers random_weights(Rng& rng, std::size_t count, std::int64_t low, std::int64_t high) {
    Numbers weights(count);
    for (auto& weight : weights) weight = rng.between(low, high);
    return weights;
}

Numbers village_counts(std::uint64_t seed, std::size_t communes) {
    constexpr std::int64_t least = 3;
    constexpr std::int64_t most_more = 20;
    Rng rng(seed, "village-counts");
    const auto weights = random_weights(rng, communes, 2, 12);
    const Numbers caps(communes, most_more);
    auto counts =
        apportion(village_total - least * static_cast<std::int64_t>(communes), weights, caps);
    for (auto& count : counts) count += least;
    return counts;
}

void make_villages(Province& province, const Numbers& counts) {
    const auto first = find_first_commune(province.ground);
    for (std::uint32_t c = 0; c < counts.size(); ++c) {
        const auto& commune = province.ground.communes[c];
        for (std::int64_t k = 0; k < counts[c]; ++k) {
            const bool named = c == first && k == 0;
            std::string name = commune.rural ? "Thôn " : "Tổ dân phố ";
            name += std::to_string(k + 1);
            const auto number = province.villages.size();
            province.villages.push_back(
                {core::VillageId{derived_local(province.seed, "village", number)}, c,
                 named ? std::string(first_village) : std::move(name)});
        }
    }
}

// Which communes have a club: three districts whole, the others by chance, the first club's for
// sure.
std::vector<std::uint32_t> choose_communes(const Province& province) {
    constexpr std::size_t whole_districts = 3;
    const auto& ground = province.ground;
    Rng rng(province.seed, "communes");
    std::vector<std::uint32_t> districts(ground.districts.size());
    std::iota(districts.begin(), districts.end(), 0);
    rng.shuffle(districts);
    const auto whole_end = districts.begin() +
                           static_cast<std::ptrdiff_t>(std::min(whole_districts, districts.size()));
    const auto first = find_first_commune(ground);
    std::vector<std::uint32_t> chosen = {first};
    std::vector<std::uint32_t> others;
    for (std::uint32_t c = 0; c < ground.communes.size(); ++c) {
        if (c == first) continue;
        const bool whole =
            std::find(districts.begin(), whole_end, ground.communes[c].district) != whole_end;
        (whole ? chosen : others).push_back(c);
    }
    rng.shuffle(others);
    for (const auto c : others) {
        if (chosen.size() == covered_communes) break;
        chosen.push_back(c);
    }
    assert(chosen.size() == covered_communes);
    std::sort(chosen.begin() + 1, chosen.end());
    return chosen;
}

// Sizes of 50 to 70.
Numbers club_sizes(std::uint64_t seed) {
    constexpr std::int64_t least = 50;
    constexpr std::int64_t most_more = 20;
    Rng rng(seed, "sizes");
    Numbers weights(standing_clubs);
    for (auto& weight : weights) weight = rng.between(1, 20) * rng.between(1, 20);
    const Numbers caps(standing_clubs, most_more);
    auto sizes = apportion(standing_members - least * standing_clubs, weights, caps);
    for (auto& size : sizes) size += least;
    return sizes;
}

// Three clubs of four lie in the band of 60–70 %, near its top, as 69.99 % in all demands; the rest
// carry what is above it.
Numbers elderly_counts(std::uint64_t seed, const Numbers& sizes) {
    Rng rng(seed, "elderly");
    Numbers counts(sizes.size());
    Numbers weights(sizes.size(), 0);
    Numbers caps(sizes.size(), 0);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const std::int64_t top = sizes[i] * 7 / 10;
        const bool above = rng.per_mille(240);
        counts[i] = above ? top : top - static_cast<std::int64_t>(rng.below(5) * rng.below(3) / 3);
        if (above) {
            weights[i] = rng.between(1, 6);
            caps[i] = sizes[i] * 88 / 100 - top;
        }
        sum += counts[i];
    }
    const auto more = apportion(standing_elderly - sum, weights, caps);
    for (std::size_t i = 0; i < sizes.size(); ++i) counts[i] += more[i];
    return counts;
}

Numbers women_counts(std::uint64_t seed, const Numbers& sizes) {
    Rng rng(seed, "women");
    Numbers counts(sizes.size());
    Numbers weights(sizes.size());
    Numbers caps(sizes.size());
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        counts[i] = sizes[i] * 62 / 100;
        weights[i] = sizes[i] * rng.middling(0, 28);
        caps[i] = sizes[i] * 94 / 100 - counts[i];
        sum += counts[i];
    }
    const auto more = apportion(standing_women - sum, weights, caps);
    for (std::size_t i = 0; i < sizes.size(); ++i) counts[i] += more[i];
    return counts;
}

std::vector<Programme> programmes(std::uint64_t seed) {
    constexpr std::array<std::int64_t, 4> project_weights = {48, 92, 76, 65};  // 281 in all
    constexpr std::array<std::int64_t, 2> decision_weights = {301, 218};       // 519 in all
    const auto projects = apportion(project_clubs, project_weights);
    const auto decisions = apportion(standing_clubs - project_clubs, decision_weights);
    std::vector<Programme> list;
    for (std::size_t i = 0; i < projects.size(); ++i) {
        list.insert(list.end(), static_cast<std::size_t>(projects[i]), static_cast<Programme>(i));
    }
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        list.insert(list.end(), static_cast<std::size_t>(decisions[i]),
                    static_cast<Programme>(i + projects.size()));
    }
    Rng rng(seed, "programmes");
    rng.shuffle(list);
    return list;
}

struct Years {
    core::Date from;
    core::Date until;
};

// Periods are assumptions; only the order of the programmes is known.
constexpr std::array<Years, programme_count> founding_years = {{
    {core::make_date(2008, 3, 1), core::make_date(2010, 11, 30)},
    {core::make_date(2011, 3, 1), core::make_date(2013, 11, 30)},
    {core::make_date(2013, 3, 1), core::make_date(2015, 11, 30)},
    {core::make_date(2015, 3, 1), core::make_date(2018, 6, 30)},
    {core::make_date(2016, 9, 1), core::make_date(2018, 8, 31)},
    {core::make_date(2018, 8, 1), core::make_date(2020, 5, 31)},
    {baseline + 1, horizon},
}};

void date_standing(ClubPlan& club, Rng& rng) {
    const auto& years = founding_years[static_cast<std::size_t>(club.programme)];
    club.launched =
        years.from + static_cast<std::int32_t>(
                         rng.below(static_cast<std::uint64_t>(years.until.days - years.from.days)));
    club.decided = club.launched - static_cast<std::int32_t>(rng.between(3, 60));
    club.proposed = club.decided - static_cast<std::int32_t>(rng.between(10, 60));
}

// Of 800 clubs 784 stood in June 2020: the last sixteen of the last programme came that summer.
void date_last(std::vector<ClubPlan>& clubs, Rng& rng) {
    std::int64_t late = 16;
    for (auto& club : clubs) {
        if (late == 0) break;
        if (club.programme != Programme::d2384 || club.number == 0) continue;
        --late;
        club.launched = core::make_date(2020, 7, 5) + static_cast<std::int32_t>(rng.below(70));
        club.decided = club.launched - static_cast<std::int32_t>(rng.between(3, 30));
        club.proposed = club.decided - static_cast<std::int32_t>(rng.between(10, 40));
    }
}

std::string club_name(const Province& province, std::uint32_t village, std::int64_t again) {
    const auto& place = province.villages[village];
    std::string name = place.name + " " + province.ground.communes[place.commune].name;
    if (again > 0) name += " " + std::to_string(again + 1);
    return name;
}

// One club a village; about one in thirty shares its village with another, one in twelve also
// serves the next one.
void place_standing(Province& province, const Numbers& village_count) {
    const auto communes = choose_communes(province);
    Rng rng(province.seed, "places");
    Numbers weights(communes.size());
    Numbers caps(communes.size());
    for (std::size_t i = 0; i < communes.size(); ++i) {
        const auto villages = village_count[communes[i]];
        // Some of the small communes have a club in every village.
        const bool whole = villages <= 5 && rng.per_mille(250);
        weights[i] = villages * (whole ? 60 : rng.between(1, 9));
        caps[i] = villages - 1;
    }
    auto counts = apportion(standing_clubs - covered_communes, weights, caps);
    std::vector<std::uint32_t> first(village_count.size(), 0);
    for (std::size_t c = 1; c < first.size(); ++c) {
        first[c] = first[c - 1] + static_cast<std::uint32_t>(village_count[c - 1]);
    }
    for (std::size_t i = 0; i < communes.size(); ++i) {
        const auto c = communes[i];
        std::uint32_t at = 0;
        for (std::int64_t k = 0; k <= counts[i]; ++k) {
            ClubPlan club;
            club.number = static_cast<std::uint32_t>(province.clubs.size());
            club.commune = c;
            const bool shares = k > 0 && rng.per_mille(33);
            const auto village = first[c] + (shares ? at - 1 : at++);
            club.villages = {province.villages[village].id};
            if (rng.per_mille(80) && village + 1 < first[c] + village_count[c]) {
                club.villages.push_back(province.villages[village + 1].id);
            }
            club.name = club_name(province, village, shares ? 1 : 0);
            if (club.number == 0) club.name = first_club;
            province.clubs.push_back(std::move(club));
        }
    }
}

void fill_standing(Province& province) {
    const auto sizes = club_sizes(province.seed);
    const auto elderly = elderly_counts(province.seed, sizes);
    const auto women = women_counts(province.seed, sizes);
    const auto tags = programmes(province.seed);
    Rng rng(province.seed, "standing");
    constexpr std::int64_t step = 10'000;
    for (std::size_t i = 0; i < province.clubs.size(); ++i) {
        auto& club = province.clubs[i];
        club.members = sizes[i];
        club.elderly = elderly[i];
        club.women = women[i];
        club.programme = tags[i];
        club.start_capital = {rng.between(15, 60) * 1'000'000};
        // 84 million on average (domain.md).
        club.capital = {(rng.middling(4'200, 12'200) + rng.between(0, 400)) * step};
        date_standing(club, rng);
    }
    date_last(province.clubs, rng);
}

}  // namespace

core::ProgrammeId programme_id(Programme programme) {
    // Keys of schemes/thanh-hoa-5133.toml, in the order of Programme.
    static constexpr std::array<std::string_view, programme_count> keys = {
        "vie022", "vie047", "vie051", "vie062", "qd-2666", "qd-2384", "qd-5133"};
    return facts::programme_id(keys[static_cast<std::size_t>(programme)]);
}

Province plan_province(std::uint64_t seed, Ground ground) {
    Province province;
    province.seed = seed;
    province.ground = std::move(ground);
    const auto counts = village_counts(seed, province.ground.communes.size());
    make_villages(province, counts);
    place_standing(province, counts);
    fill_standing(province);
    add_new_clubs(province);
    for (auto& club : province.clubs) {
        club.book = core::BookId(derived_uuid(seed, "club", club.number));
    }
    return province;
}

}  // namespace lth::demo
