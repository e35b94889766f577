#include "demo/small_books.hpp"

#include <algorithm>
#include <iterator>

#include "app/founding.hpp"
#include "core/territory/view.hpp"
#include "demo/calendar.hpp"
#include "demo/ids.hpp"
#include "demo/small_writer.hpp"

namespace lth::demo {
namespace {

using namespace core::territory;

constexpr std::size_t ops_an_entry = 1000;
// Facts of law are recorded before anything else, on one day.
constexpr core::Date recorded_on = core::make_date(2020, 9, 1);
// The split communes of 2025 are decided village by village in this month.
constexpr core::Date splits_decided = core::make_date(2025, 8, 15);

// Mountain districts of Thanh Hóa; their area classes in the demo are synthetic.
bool is_mountain(std::string_view district_code) {
    static constexpr std::string_view codes[] = {"384", "385", "386", "387", "388", "389",
                                                 "390", "391", "396", "397", "403"};
    return std::ranges::find(codes, district_code) != std::end(codes);
}

using TerritoryWriter = SmallWriter<Territory, TerritoryOp>;

// One operation after another, a thousand to an entry.
class Batches {
public:
    Batches(TerritoryWriter& writer, core::Date day) : writer_(writer), day_(day) {}

    template <class What>
    void add(What what) {
        ops_.push_back({day_, {}, std::move(what)});
        if (ops_.size() == ops_an_entry) flush();
    }
    void flush() {
        if (ops_.empty()) return;
        writer_.record(moment(day_, minute_++), Author::province, ops_);
        ops_.clear();
    }

private:
    TerritoryWriter& writer_;
    core::Date day_;
    std::int64_t minute_ = 600;
    std::vector<TerritoryOp> ops_;
};

void add_villages(const Province& province, TerritoryWriter& writer) {
    Batches batches(writer, recorded_on);
    for (const auto& village : province.villages) {
        VillageCreated created;
        created.village = village.id;
        created.unit = province.ground.communes[village.commune].unit;
        created.name = {village.name};
        created.from = first_map;
        created.evidence = Evidence::synthetic;
        batches.add(std::move(created));
    }
    batches.flush();
    std::vector<std::int64_t> villages(province.ground.communes.size(), 0);
    for (const auto& village : province.villages) ++villages[village.commune];
    Rng rng(province.seed, "denominators");
    for (std::size_t c = 0; c < villages.size(); ++c) {
        UnitReported reported;
        reported.unit = province.ground.communes[c].unit;
        reported.as_of = first_map;
        // About 12 % of the people are 60 or older; households are poor in one of twenty.
        reported.elderly_population = core::Count{villages[c] * rng.between(70, 130)};
        reported.poor_households = core::Count{villages[c] * rng.between(2, 16)};
        reported.villages_complete = true;
        reported.evidence = Evidence::synthetic;
        batches.add(std::move(reported));
    }
    for (const auto& commune : province.ground.communes) {
        const auto& district = province.ground.districts[commune.district];
        ClassSet classes;
        classes.unit = commune.unit;
        classes.from = first_map;
        classes.evidence = Evidence::synthetic;
        if (district.mountain) classes.classes = {AreaClass::mountain, AreaClass::ethnic_minority};
        batches.add(std::move(classes));
    }
    batches.flush();
}

// Each village of a split commune goes to one of its successors, drawn by its number.
void decide_splits(const Province& province, TerritoryWriter& writer) {
    std::vector<TerritoryOp> ops;
    Rng rng(province.seed, "splits");
    for (const auto& decision : open_decisions(writer.book(), splits_decided)) {
        if (decision.kind != DecisionKind::split || decision.choices.empty()) continue;
        for (const auto village : decision.villages) {
            VillageAssigned assigned;
            assigned.village = village;
            assigned.unit = decision.choices[rng.below(decision.choices.size())];
            assigned.from = map_reform;
            assigned.evidence = Evidence::synthetic;
            ops.push_back({splits_decided, {}, std::move(assigned)});
            if (ops.size() == ops_an_entry) break;
        }
    }
    if (!ops.empty()) writer.record(moment(splits_decided, 560), Author::province, ops);
}

// What the communes of the reform state about themselves, as those before them did. One that took
// in a mountain commune is one.
void describe_new_communes(const Province& province, TerritoryWriter& writer) {
    const auto map = make_view(writer.book(), splits_decided);
    std::vector<bool> mountain(map.units.size(), false);
    std::vector<bool> lives_on(map.units.size(), false);
    for (const auto& commune : province.ground.communes) {
        const auto* place = place_of(map, commune.unit);
        if (place == nullptr || place->unit == no_node) continue;
        if (map.units[place->unit].id == commune.unit) lives_on[place->unit] = true;
        if (province.ground.districts[commune.district].mountain) mountain[place->unit] = true;
    }
    Batches batches(writer, splits_decided);
    Rng rng(province.seed, "new-denominators");
    for (Node node = 0; node < map.units.size(); ++node) {
        const auto& unit = map.units[node];
        if (unit.level != Level::commune || unit.standing != Standing::live) continue;
        if (lives_on[node]) continue;
        const std::int64_t villages = unit.end_village - unit.first_village;
        UnitReported reported;
        reported.unit = unit.id;
        reported.as_of = map_reform;
        reported.villages_complete = true;
        reported.elderly_population = core::Count{villages * rng.between(90, 112)};
        reported.poor_households = core::Count{villages * rng.between(2, 10)};
        reported.evidence = Evidence::synthetic;
        batches.add(std::move(reported));
        ClassSet classes;
        classes.unit = unit.id;
        classes.from = map_reform;
        classes.evidence = Evidence::synthetic;
        if (mountain[node]) classes.classes = {AreaClass::mountain, AreaClass::ethnic_minority};
        batches.add(std::move(classes));
    }
    batches.flush();
}

}  // namespace

Ground catalogue_ground() {
    Territory territory;
    std::uint64_t seq = 0;
    for (const auto& ops : app::founding_units(recorded_on))
        apply(territory, {core::EntryId{}, ++seq, recorded_on}, ops);
    const auto view = make_view(territory, first_map);
    Ground ground;
    for (Node node = 0; node < view.units.size(); ++node) {
        const auto& unit = view.units[node];
        if (unit.level == Level::province) ground.province = unit.id;
        if (unit.level == Level::district) {
            const bool urban = unit.kind == UnitKind::city || unit.kind == UnitKind::town;
            ground.districts.push_back(
                {unit.id, unit.code, unit.name, is_mountain(unit.code), urban});
        }
        if (unit.level == Level::commune) {
            const auto district = static_cast<std::uint32_t>(ground.districts.size() - 1);
            ground.communes.push_back(
                {unit.id, unit.code, unit.name, district, unit.kind == UnitKind::commune});
        }
    }
    return ground;
}

namespace {

TerritoryWriter write_territory(const Province& province, core::Date until) {
    const core::BookId id(derived_uuid(province.seed, "territory", 0));
    TerritoryWriter writer(province.seed, id, core::BookKind::territory, until);
    std::int64_t minute = 540;
    for (const auto& ops : app::founding_units(recorded_on)) {
        writer.record(moment(recorded_on, minute++), Author::province, ops);
    }
    add_villages(province, writer);
    decide_splits(province, writer);
    describe_new_communes(province, writer);
    return writer;
}

}  // namespace

SmallBook territory_book(const Province& province, const Options& options) {
    return write_territory(province, options.until).take();
}

Territory whole_territory(const Province& province) {
    return write_territory(province, horizon).book();
}

SmallBook registry_book(const Province& province, const Options& options) {
    using namespace core::registry;
    const core::BookId id(derived_uuid(province.seed, "registry", 0));
    SmallWriter<Registry, RegistryOp> writer(province.seed, id, core::BookKind::registry,
                                             options.until);
    std::vector<RegistryOp> ops;
    core::SettingSet simulated;
    simulated.key = {"demo.simulated"};
    simulated.value = 1;
    simulated.from = recorded_on;
    ops.push_back({recorded_on, {}, simulated});
    auto schemes = app::founding_schemes(recorded_on);
    std::ranges::move(schemes, std::back_inserter(ops));
    writer.record(moment(recorded_on, 590), Author::province, ops);
    return writer.take();
}

}  // namespace lth::demo
