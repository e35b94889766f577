// All measures and targets on a date, names of what is missing included: in process from the cube,
// on a map with districts and on one without, and the same facts by GROUP BY in SQLite in memory.
#include <SQLiteCpp/SQLiteCpp.h>
#include <benchmark/benchmark.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "synthetic_facts.hpp"

namespace {

using namespace lth;
using bench::Map;
using facts::Column;

const core::Date mid_month = core::make_date(2025, 6, 17);
const core::Date month_end = core::make_date(2025, 12, 31);

struct World {
    std::uint32_t clubs;
    bench::Land land;
    facts::Cube cube;
    facts::Ground districts;
    facts::Ground merged;
    facts::PriorityFacts priority;
    std::vector<facts::CareFacts> care = bench::synthetic_care();
    facts::SchemeTerms terms = bench::synthetic_terms();

    explicit World(std::uint32_t count)
        : clubs(count), land(bench::land_for(count)), cube(bench::synthetic_span()) {
        cube.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            (void)cube.put(bench::synthetic_club(i, land.villages));
        }
        cube.shrink();
        districts = bench::synthetic_ground(land, Map::districts, cube);
        merged = bench::synthetic_ground(land, Map::merged, cube);
        priority.at_launch.resize(count, facts::Priority::no);
    }

    [[nodiscard]] facts::Standing ask(Map map, core::Date as_of) const {
        const facts::Inputs inputs{.cube = cube,
                                   .ground = map == Map::merged ? merged : districts,
                                   .district_ground = map == Map::merged ? &districts : nullptr,
                                   .priority = priority,
                                   .care = care};
        facts::Question question{.as_of = as_of, .units_as_of = as_of};
        // A province reads every name; of a nation each list shows its first thousand.
        if (clubs > 2'000) question.missing_limit = 1'000;
        return facts::standing_of(inputs, terms, question);
    }
};

/// One world at a time: the large one takes gigabytes.
const World& world(std::uint32_t clubs) {
    static std::unique_ptr<World> kept;
    if (!kept || kept->clubs != clubs) {
        kept.reset();
        kept = std::make_unique<World>(clubs);
    }
    return *kept;
}

void all_targets(benchmark::State& state, Map map, core::Date as_of) {
    const World& w = world(static_cast<std::uint32_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(w.ask(map, as_of));
    }
    state.counters["cube_MB"] = static_cast<double>(w.cube.memory_bytes()) / 1e6;
    state.counters["deltas"] = static_cast<double>(w.cube.columns().delta_count());
}

void facts_put_one_club(benchmark::State& state) {
    World w(static_cast<std::uint32_t>(state.range(0)));
    facts::ClubFacts club = bench::synthetic_club(77, w.land.villages);
    for (auto _ : state) {
        club.days.push_back({mid_month, Column::members, 1});  // a late entry
        benchmark::DoNotOptimize(w.cube.put(club));
    }
}

// ---- SQLite

std::string file(const std::string& name) {
    std::ifstream in(std::string(LTH_SOURCE_DIR) + "/bench/sql/" + name, std::ios::binary);
    if (!in) throw std::runtime_error("cannot open " + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string day_columns(const char* suffix) {
    std::string columns;
    for (std::size_t c = 0; c < core::club::column_count; ++c) {
        columns += ", " + std::string(core::club::to_text(static_cast<Column>(c))) + suffix;
    }
    return columns;
}

void insert_days(SQLite::Statement& insert, const facts::ClubFacts& club, std::uint32_t number) {
    std::map<core::Date, std::array<std::int64_t, core::club::column_count>> rows;
    for (const auto& d : club.days) rows[d.day][static_cast<std::size_t>(d.column)] += d.delta;
    for (const auto& [day, row] : rows) {
        insert.bind(1, static_cast<std::int64_t>(number));
        insert.bind(2, day.days);
        for (std::size_t c = 0; c < row.size(); ++c) insert.bind(static_cast<int>(c) + 3, row[c]);
        insert.exec();
        insert.reset();
    }
}

void fill(SQLite::Database& db, const World& w, Map map) {
    db.exec(file("facts_schema.sql"));
    db.exec("CREATE TABLE club_day (book_id integer, day integer" +
            day_columns(" integer NOT NULL") + ", PRIMARY KEY (book_id, day)) WITHOUT ROWID");
    std::string marks = "?, ?";
    for (std::size_t c = 0; c < core::club::column_count; ++c) marks += ", ?";
    SQLite::Transaction transaction(db);
    SQLite::Statement day(db, "INSERT INTO club_day VALUES (" + marks + ")");
    for (std::uint32_t i = 0; i < w.clubs; ++i) {
        const auto club = bench::synthetic_club(i, w.land.villages);
        const std::string id = std::to_string(i);
        const std::string launched = std::to_string(club.row.launched_on->days);
        db.exec("INSERT INTO club VALUES (" + id + ", " + launched + ", NULL)");
        db.exec("INSERT INTO club_status VALUES (" + id + ", 0, " + launched + ", 'active')");
        db.exec("INSERT INTO club_village VALUES (" + id + ", 0, " +
                std::to_string(club.villages[0].village.value) + ")");
        for (const auto& rating : club.ratings) {
            const bool fair = rating.approved == core::club::Band::fair;
            db.exec("INSERT INTO club_rating VALUES (" + id + ", " +
                    std::to_string(rating.year.value) + (fair ? ", 'fair')" : ", 'average')"));
        }
        insert_days(day, club, i);
    }
    for (std::uint32_t v = 0; v < w.land.villages; ++v) {
        const auto commune = map == Map::merged ? w.land.merged_of(v) : w.land.commune_of(v);
        db.exec("INSERT INTO village VALUES (" + std::to_string(v) + ", " +
                std::to_string(commune) + ", " + std::to_string(w.land.commune_of(v)) + ", " +
                std::to_string(w.land.district_of(v)) + ")");
    }
    transaction.commit();
    db.exec("ANALYZE");
}

void bind_dates(SQLite::Statement& ask, const World& w, core::Date as_of) {
    const int rated = core::year_of(as_of + 1) - 1;
    ask.bind(":as_of", as_of.days);
    ask.bind(":baseline", w.terms.baseline.days);
    ask.bind(":year_start", core::make_date(core::year_of(as_of), 1, 1).days - 1);
    ask.bind(":year", rated);
    ask.bind(":year_end", core::make_date(rated, 12, 31).days);
    ask.bind(":july", core::make_date(rated, 7, 1).days);
}

/// Both sides must say the same before either is timed.
void compare(SQLite::Statement& row, const facts::Standing& standing) {
    const auto expect = [&](const char* name, std::optional<std::int64_t> value) {
        if (row.getColumn(name).getInt64() != value) {
            throw std::runtime_error(std::string("SQL and cube differ in ") + name);
        }
    };
    for (const char* id : {"T1", "T2a", "T2b", "T3", "T4", "T5", "T6", "T8a", "T8b", "T11a", "T11b",
                           "T11c", "T11d", "T11e", "T12", "T13a", "T13b", "T13c"}) {
        expect(id, facts::find_target(standing, id)->value.numerator);
    }
    for (const char* name :
         {"members", "capital", "loans_outstanding", "overdue", "operating_fund", "volunteers"}) {
        expect(name, facts::find_measure(standing, name)->answer.value.value);
    }
    expect("all_areas",
           facts::find_measure(standing, "clubs_all_areas_this_year")->answer.value.value);
}

void sqlite_group_by(benchmark::State& state, Map map) {
    const World& w = world(static_cast<std::uint32_t>(state.range(0)));
    SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    fill(db, w, map);
    SQLite::Statement ask(db, file("all_targets.sql"));
    bind_dates(ask, w, mid_month);
    if (!ask.executeStep()) throw std::runtime_error("no answer");
    compare(ask, w.ask(map, mid_month));

    using Clock = std::chrono::steady_clock;
    const auto cube_start = Clock::now();
    constexpr int times = 50;
    for (int i = 0; i < times; ++i) benchmark::DoNotOptimize(w.ask(map, mid_month));
    const std::chrono::duration<double> cube = (Clock::now() - cube_start) / times;

    const auto sql_start = Clock::now();
    for (auto _ : state) {
        ask.reset();
        if (!ask.executeStep()) throw std::runtime_error("no answer");
    }
    const std::chrono::duration<double> sql = Clock::now() - sql_start;
    state.counters["times_slower_than_cube"] =
        sql.count() / static_cast<double>(state.iterations()) / cube.count();
}

}  // namespace

BENCHMARK_CAPTURE(all_targets, districts_mid_month, Map::districts, mid_month)
    ->Name("facts_all_targets/districts/mid_month")
    ->Arg(1'200)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(all_targets, merged_mid_month, Map::merged, mid_month)
    ->Name("facts_all_targets/merged/mid_month")
    ->Arg(1'200)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(all_targets, merged_month_end, Map::merged, month_end)
    ->Name("facts_all_targets/merged/month_end")
    ->Arg(1'200)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sqlite_group_by, districts, Map::districts)
    ->Name("facts_sqlite_group_by/districts")
    ->Arg(1'200)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sqlite_group_by, merged, Map::merged)
    ->Name("facts_sqlite_group_by/merged")
    ->Arg(1'200)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(facts_put_one_club)->Arg(1'200)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(all_targets, large_districts, Map::districts, mid_month)
    ->Name("facts_all_targets/districts/mid_month")
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(all_targets, large_merged, Map::merged, mid_month)
    ->Name("facts_all_targets/merged/mid_month")
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(all_targets, large_month_end, Map::merged, month_end)
    ->Name("facts_all_targets/merged/month_end")
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond);
