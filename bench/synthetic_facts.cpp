#include "synthetic_facts.hpp"

#include <random>

namespace lth::bench {

namespace {

using core::Date;
using core::make_date;
using core::territory::Level;
using core::territory::Node;
using facts::ClubFacts;
using facts::Column;
using facts::Ground;

/// Small numbers from a fixed stream.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    std::int64_t operator()(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(high - low));
    }

private:
    std::minstd_rand engine_;
};

void add(ClubFacts& club, Date day, Column column, std::int64_t delta) {
    if (delta != 0) club.days.push_back({day, column, delta});
}

void add_start(ClubFacts& club, Dice& dice, Date launched) {
    const std::int64_t members = dice(45, 72);
    add(club, launched, Column::members, members);
    add(club, launched, Column::women, members * dice(58, 78) / 100);
    add(club, launched, Column::elderly, members * dice(60, 73) / 100);
    add(club, launched, Column::elderly_custom, members * dice(74, 85) / 100);
    add(club, launched, Column::hardship, members * dice(30, 70) / 100);
    add(club, launched, Column::volunteers_home_care, 5);
    add(club, launched, Column::volunteers_economic, 5);
    const std::int64_t capital = dice(45, 70) * 1'000'000;
    add(club, launched, Column::capital, capital);
    add(club, launched, Column::capital_raised, capital);
}

/// What a month brings: a meeting with some areas, loans and repayments, a birthday, a departure.
void add_month(ClubFacts& club, Dice& dice, core::Month month) {
    const Date met = core::first_day(month) + static_cast<std::int32_t>(dice(4, 20));
    add(club, met, Column::months_met, 1);
    for (int i = 0; i < 3; ++i) {
        const auto area = static_cast<int>(Column::area_income) + static_cast<int>(dice(0, 8));
        add(club, met, static_cast<Column>(area), 1);
    }
    add(club, met, Column::capital, dice(200, 500) * 1'000);
    add(club, met, Column::loans_outstanding, dice(-3, 4) * 1'000'000);
    add(club, met, Column::operating_fund, dice(-200, 400) * 1'000);
    if (dice(0, 3) == 0) add(club, met, Column::borrowers_ever, 1);
    if (dice(0, 3) == 0) add(club, met, Column::borrowers_year, 1);
    if (dice(0, 4) == 0) add(club, met, Column::borrowers_owing, 1);
    if (dice(0, 6) == 0) add(club, met, Column::overdue, dice(0, 2) * 1'000'000);
    const Date another = core::first_day(month) + static_cast<std::int32_t>(dice(0, 28));
    if (dice(0, 6) == 0) add(club, another, Column::elderly, 1);
    if (dice(0, 8) == 0) add(club, another, Column::members, dice(0, 2) * 2 - 1);
    if (dice(0, 20) == 0) add(club, another, Column::left_poverty, 1);
}

void add_unit(Ground& ground, std::string name, Level level, Node parent) {
    core::territory::UnitNode unit;
    unit.id = core::UnitId{ground.view.units.size() + 1};
    unit.level = level;
    unit.name = std::move(name);
    unit.parent = parent;
    ground.view.units.push_back(std::move(unit));
    ground.denominators.emplace_back();
}

void add_village(Ground& ground, std::uint32_t number, Node commune) {
    auto& unit = ground.view.units[commune];
    const auto place = static_cast<std::uint32_t>(ground.view.villages.size());
    if (unit.end_village == 0) unit.first_village = place;
    core::territory::VillageNode village;
    village.id = core::VillageId{number};
    village.name = "Thôn " + std::to_string(number);
    village.unit = commune;
    ground.view.villages.push_back(std::move(village));
    unit.end_village = place + 1;
    core::territory::Place found;
    found.unit = commune;
    found.village = place;
    ground.view.village_places.emplace(core::VillageId{number}, found);
    ground.denominators[commune].villages = unit.end_village - unit.first_village;
    ground.denominators[commune].villages_listed = true;
}

void add_commune(Ground& ground, const Land& land, std::uint32_t number, Node parent, Map map) {
    const auto node = static_cast<Node>(ground.view.units.size());
    add_unit(ground, "Xã " + std::to_string(number), Level::commune, parent);
    // Merged communes hold several old ones.
    for (std::uint32_t old = number; old < land.communes; old += land.merged) {
        for (std::uint32_t village = old; village < land.villages; village += land.communes) {
            add_village(ground, village, node);
        }
        if (map == Map::districts) break;
    }
}

}  // namespace

ClubFacts synthetic_club(std::uint32_t number, std::uint32_t villages) {
    Dice dice(number * 2 + 1);
    ClubFacts club;
    core::Uuid id;
    for (int i = 0; i < 4; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    club.id = core::BookId(id);
    club.row.name = "Câu lạc bộ liên thế hệ số " + std::to_string(number);
    club.row.status = core::club::Status::active;
    // Two of three stood before the scheme, the others came one by one.
    const auto launch_month = static_cast<std::int32_t>(number % 3 == 0 ? 10 + number / 3 % 60 : 0);
    const core::Month start = core::make_month(first_year, 1) + launch_month;
    const Date launched = core::first_day(start);
    club.row.launched_on = launched;
    club.row.roster_completed = launched;
    club.row.book_opened = launched;
    club.statuses = {{launched, core::club::Status::active}};
    const auto village = static_cast<std::uint32_t>(std::uint64_t{number} * 3 % villages);
    club.villages = {{launched, core::VillageId{village}, true}};
    club.row.seat_village = core::VillageId{village};
    add_start(club, dice, launched);
    for (std::int32_t m = launch_month; m < month_count; ++m) {
        add_month(club, dice, core::make_month(first_year, 1) + m);
    }
    for (int year = first_year; year < first_year + 5; ++year) {
        const auto band = dice(0, 12) == 0 ? core::club::Band::average : core::club::Band::fair;
        const auto on = make_date(year + 1, 2, 1);
        club.ratings.push_back({.year = {year},
                                .state = core::club::RatingState::approved,
                                .since = on,
                                .approved = band,
                                .approved_on = on});
    }
    return club;
}

Ground synthetic_ground(const Land& land, Map map, const facts::Cube& cube) {
    Ground ground;
    add_unit(ground, "Tỉnh", Level::province, facts::no_node);
    if (map == Map::merged) {
        for (std::uint32_t c = 0; c < land.merged; ++c) add_commune(ground, land, c, 0, map);
    } else {
        for (std::uint32_t d = 0; d < land.districts; ++d) {
            const auto district = static_cast<Node>(ground.view.units.size());
            add_unit(ground, "Huyện " + std::to_string(d), Level::district, 0);
            for (std::uint32_t c = d; c < land.communes; c += land.districts) {
                add_commune(ground, land, c, district, map);
            }
        }
    }
    auto& units = ground.view.units;
    for (Node node = static_cast<Node>(units.size()); node-- > 0;) {
        units[node].end = std::max(units[node].end, node + 1);
        if (units[node].parent == facts::no_node) continue;
        auto& parent = units[units[node].parent];
        parent.end = std::max(parent.end, units[node].end);
    }
    ground.denominators[0].villages = land.villages;
    facts::extend(ground, cube);
    return ground;
}

std::vector<facts::CareFacts> synthetic_care() {
    using namespace core::association;
    std::vector<facts::CareFacts> funds;
    for (std::uint32_t number = 0; number < 560; ++number) {
        Dice dice(number * 2 + 1);
        facts::CareFacts care;
        const auto level = number == 0 ? CareLevel::province : CareLevel::commune;
        CareFundRow fund;
        fund.level = level;
        fund.opened = make_date(first_year, 1, 1);
        care.funds.push_back(fund);
        for (int year = first_year; year < first_year + 6; ++year) {
            for (const auto flow : {CareFlow::received, CareFlow::granted}) {
                CareFlowRow row;
                row.on = make_date(year, 3, 1);
                row.flow = flow;
                row.level = level;
                row.amount = core::Money{dice(5, 20) * 1'000'000};
                care.flows.push_back(row);
            }
        }
        funds.push_back(std::move(care));
    }
    return funds;
}

facts::SchemeTerms synthetic_terms() {
    facts::SchemeTerms terms;
    terms.id = "bench";
    terms.baseline = make_date(2020, 9, 30);
    terms.ends = make_date(2025, 12, 31);
    for (const char* id : {"T1", "T2a", "T2b", "T5", "T6", "T9a", "T9b"}) {
        terms.goals[id].value = 400;
    }
    for (const char* id : {"T3", "T4", "T8a", "T10", "T13a", "T13b", "T13c"}) {
        terms.goals[id].value = 500'000;
    }
    terms.goals["T8b"].value = 0;
    terms.goals["T11a"] = {.value = {}, .min = 50, .max = 70, .amount = {}};
    terms.goals["T11b"] = {.value = {}, .min = 600'000, .max = 700'000, .amount = {}};
    terms.goals["T11c"] = {.value = {}, .min = 600'000, .max = 700'000, .amount = {}};
    terms.goals["T11d"] = {.value = {}, .min = 300'000, .max = 400'000, .amount = {}};
    terms.goals["T12"] = {.value = 1'000'000, .min = {}, .max = {}, .amount = 50'000'000};
    return terms;
}

}  // namespace lth::bench
