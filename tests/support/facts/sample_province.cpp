#include "support/facts/sample_province.hpp"

namespace lth::support {

using core::territory::Level;
using core::territory::Node;
using core::territory::UnitKind;
using facts::ClubFacts;
using facts::Goal;
using facts::Ground;

namespace {

void add_unit(Ground& ground, std::uint64_t id, Level level, Node parent) {
    core::territory::UnitNode unit;
    unit.id = core::UnitId{id};
    unit.code = std::to_string(id);
    unit.level = level;
    unit.kind = level == Level::province   ? UnitKind::province
                : level == Level::district ? UnitKind::rural_district
                                           : UnitKind::commune;
    unit.name = std::string(core::territory::vietnamese(unit.kind)) + " " + unit.code;
    unit.parent = parent;
    ground.view.units.push_back(unit);
    ground.denominators.emplace_back();
}

void add_village(Ground& ground, int number, Node commune) {
    auto& villages = ground.view.villages;
    auto& unit = ground.view.units[commune];
    if (unit.end_village == 0) {
        unit.first_village = static_cast<std::uint32_t>(villages.size());
    }
    core::territory::Place place;
    place.unit = commune;
    place.village = static_cast<std::uint32_t>(villages.size());
    core::territory::VillageNode village;
    village.id = sample_village(number);
    village.name = "Thôn " + std::to_string(number);
    village.unit = commune;
    villages.push_back(village);
    unit.end_village = static_cast<std::uint32_t>(villages.size());
    ground.view.village_places.emplace(village.id, place);
    ground.denominators[commune].villages = unit.end_village - unit.first_village;
    ground.denominators[commune].villages_listed = true;
}

void close(Ground& ground, const facts::Cube& cube) {
    auto& units = ground.view.units;
    for (Node node = static_cast<Node>(units.size()); node-- > 0;) {
        units[node].end = std::max(units[node].end, node + 1);
        if (units[node].parent == facts::no_node) continue;
        auto& parent = units[units[node].parent];
        parent.end = std::max(parent.end, units[node].end);
    }
    ground.denominators[0].villages = sample_villages;
    facts::extend(ground, cube);
}

}  // namespace

core::BookId sample_book(int number) {
    core::Uuid id;
    id.bytes[14] = static_cast<std::uint8_t>(number / 256);
    id.bytes[15] = static_cast<std::uint8_t>(number % 256);
    return core::BookId(id);
}

core::VillageId sample_village(int number) { return {static_cast<std::uint64_t>(number)}; }

Ground sample_districts(const facts::Cube& cube) {
    Ground ground;
    add_unit(ground, 100, Level::province, facts::no_node);
    int village = 1;
    for (std::uint64_t district = 0; district < 2; ++district) {
        const auto parent = static_cast<Node>(ground.view.units.size());
        add_unit(ground, 200 + district, Level::district, 0);
        for (std::uint64_t commune = 0; commune < 3; ++commune) {
            const auto node = static_cast<Node>(ground.view.units.size());
            add_unit(ground, 300 + district * 3 + commune, Level::commune, parent);
            add_village(ground, village++, node);
            add_village(ground, village++, node);
        }
    }
    close(ground, cube);
    return ground;
}

Ground sample_merged(const facts::Cube& cube) {
    Ground ground;
    add_unit(ground, 100, Level::province, facts::no_node);
    int village = 1;
    for (Node node = 1; node <= 2; ++node) {
        add_unit(ground, 400 + node, Level::commune, 0);
        for (int i = 0; i < sample_villages / 2; ++i) add_village(ground, village++, node);
    }
    close(ground, cube);
    return ground;
}

ClubFacts sample_club(int number, int village, core::Date launched) {
    ClubFacts club;
    club.id = sample_book(number);
    club.row.name = "CLB " + std::to_string(number);
    club.row.status = core::club::Status::active;
    club.row.seat_village = sample_village(village);
    club.row.launched_on = launched;
    club.statuses = {{launched, core::club::Status::active}};
    club.villages = {{launched, sample_village(village), true}};
    return club;
}

void put_on_book(ClubFacts& club, core::Date opened) {
    club.row.roster_completed = opened;
    club.row.book_opened = opened;
}

void add_delta(ClubFacts& club, core::Date day, facts::Column column, std::int64_t delta) {
    club.days.push_back({day, column, delta});
}

core::club::Figures& add_report(ClubFacts& club, std::uint64_t seq, core::Date as_of) {
    core::club::ReportRow row{};
    row.seq = seq;
    row.as_of = as_of;
    club.reports.push_back(row);
    return club.reports.back().figures;
}

facts::SchemeTerms sample_terms() {
    facts::SchemeTerms terms;
    terms.id = "thanh-hoa-5133";
    terms.name = "Đề án 5133";
    terms.baseline = core::make_date(2020, 9, 30);
    terms.ends = core::make_date(2025, 12, 31);
    const auto set = [&](const char* id, std::int64_t value) { terms.goals[id].value = value; };
    set("T1", 400);
    set("T2a", 20'000);
    set("T2b", 14'000);
    set("T3", 900'000);
    set("T4", 250'000);
    set("T5", 5);
    set("T6", 50);
    set("T8a", 900'000);
    set("T8b", 0);
    set("T9a", 7'000'000'000);
    set("T9b", 4'000'000'000);
    terms.goals["T9b"].relation = core::registry::Relation::gt;
    set("T10", 600'000);
    terms.goals["T11a"] = Goal{.value = {}, .min = 50, .max = 70, .amount = {}};
    terms.goals["T11b"] = Goal{.value = {}, .min = 600'000, .max = 700'000, .amount = {}};
    terms.goals["T11c"] = Goal{.value = {}, .min = 600'000, .max = 700'000, .amount = {}};
    terms.goals["T11d"] = Goal{.value = {}, .min = 300'000, .max = 400'000, .amount = {}};
    terms.goals["T12"] = Goal{.value = 1'000'000, .min = {}, .max = {}, .amount = 50'000'000};
    for (const char* id : {"T13a", "T13b", "T13c"}) set(id, 500'000);
    return terms;
}

SampleDesk::SampleDesk(const std::vector<ClubFacts>& clubs)
    : cube(facts::cube_of({core::make_month(2020, 1), core::make_month(2026, 1)}, clubs)),
      districts(sample_districts(cube)),
      merged(sample_merged(cube)) {
    priority.at_launch.resize(cube.size(), facts::Priority::unknown);
}

facts::Standing SampleDesk::ask(core::Date as_of, facts::Scope scope) const {
    const facts::Inputs inputs{.cube = cube,
                               .ground = districts,
                               .district_ground = nullptr,
                               .priority = priority,
                               .care = care};
    facts::Question question;
    question.as_of = as_of;
    question.units_as_of = as_of;
    question.scope = std::move(scope);
    return facts::standing_of(inputs, terms, question);
}

facts::Standing SampleDesk::ask_merged(core::Date as_of, facts::Scope scope) const {
    const facts::Inputs inputs{.cube = cube,
                               .ground = merged,
                               .district_ground = &districts,
                               .priority = priority,
                               .care = care};
    facts::Question question;
    question.as_of = as_of;
    question.units_as_of = as_of;
    question.scope = std::move(scope);
    return facts::standing_of(inputs, terms, question);
}

}  // namespace lth::support
