#include "facts/standing.hpp"

#include <algorithm>
#include <tuple>

#include "core/money.hpp"
#include "facts/targets.hpp"

namespace lth::facts {

namespace {

using core::club::Status;

void sort_new_clubs(Desk& desk) {
    const core::Date until = period_end(desk);
    const Cube& cube = desk.in.cube;
    for (ClubNumber club = 0; club < cube.size(); ++club) {
        const ClubHead& head = cube.head(club);
        if (head.withdrawn || head.launched <= desk.terms.baseline || head.launched > until) {
            continue;
        }
        const core::Date as_of = desk.question.as_of;
        if (!desk.scene.scope.holds(seat_on(cube, desk.in.ground, club, as_of))) continue;
        const bool ours = !desk.terms.programme || head.programme == desk.terms.programme;
        const bool active = status_on(cube, club, as_of) == Status::active;
        desk.period_clubs.push_back(club);
        if (active) desk.period_active.push_back(club);
        if (ours) desk.new_clubs.push_back(club);
        if (ours && active) desk.new_active.push_back(club);
    }
}

/// What a scheme does not set has no goal, whatever its reading takes for granted.
void drop_goals_not_set(std::vector<Target>& targets) {
    for (Target& target : targets) {
        if (target.in_scheme) continue;
        target.goal.reset();
        target.met.reset();
    }
}

/// One province's books can neither reach nor miss what the whole country is to reach: its goals
/// stand beside the figures, and nothing is missing to them here.
void leave_to_country(std::vector<Target>& targets) {
    for (Target& target : targets) {
        if (!target.in_scheme) continue;
        target.met.reset();
        if (!target.goal) continue;
        target.national = true;
        target.missing.clear();
        target.missing_total = 0;
    }
}

/// Goals in numbers are the province's; a part of it is not held against them.
void drop_goals_of_whole(std::vector<Target>& targets) {
    for (Target& target : targets) {
        const bool whole = target.value.kind != ValueKind::share && target.id != "T8b";
        if (!whole || !target.goal) continue;
        target.goal.reset();
        target.met.reset();
        target.milestones.clear();
        target.note.add({"Chỉ tiêu giao cho toàn tỉnh.", "The goal is the whole province's."});
    }
}

const std::vector<ClubNumber> no_clubs;

void add_notes(const Desk& desk, Standing& standing) {
    const auto& dates = desk.in.ground.view.dates;
    const auto add = [&](std::string key, Text text) {
        standing.notes.push_back({std::move(key), std::move(text)});
    };
    if (standing.ended) {
        add("scheme",
            {"Kết thúc giai đoạn: đề án kết thúc ngày " + core::vietnamese(desk.terms.ends) + ".",
             "The scheme ended on " + core::to_text(desk.terms.ends) + "."});
    }
    if (standing.national) {
        add("national", {"Chỉ tiêu cả nước; sổ sách ở đây chỉ có tỉnh này.",
                         "The goals are the whole country's; the books here hold this province "
                         "alone."});
    }
    if (dates.units_before_first()) {
        add("units",
            {"Chưa có danh sách đơn vị trước ngày " + core::vietnamese(dates.units) +
                 "; dùng danh sách ngày đó.",
             "No list of units before " + core::to_text(dates.units) + "; that list answers."});
    }
    if (dates.villages_before_first()) {
        add("villages", {"Chưa có danh sách khu dân cư trước ngày " +
                             core::vietnamese(dates.villages) + "; dùng danh sách ngày đó.",
                         "No list of villages before " + core::to_text(dates.villages) +
                             "; that list answers."});
    }
    std::int64_t provisional = 0;
    std::int64_t unclear = 0;
    for (const ClubNumber club : desk.in.ground.unsettled ? desk.scene.active : no_clubs) {
        const auto villages = desk.in.cube.villages(club, desk.question.as_of);
        const core::territory::Place nowhere;
        const auto& place =
            villages.empty() ? nowhere : desk.in.ground.places[villages.front().village];
        unclear += is_live(desk.in.ground.view, place) ? 0 : 1;
        provisional += place.provisional ? 1 : 0;
    }
    if (provisional > 0) {
        add("provisional", {core::grouped(provisional) +
                                " CLB tạm tính ở đơn vị kế thừa đầu tiên, chờ quyết định.",
                            core::grouped(provisional) +
                                " clubs are counted with the first successor until decided."});
    }
    if (unclear > 0) {
        add("unclear", {core::grouped(unclear) + " CLB chưa rõ đơn vị, không thuộc xã nào.",
                        core::grouped(unclear) + " clubs in no known commune."});
    }
    add("basis", basis_text(standing.basis[static_cast<std::size_t>(Group::people)]));
    for (const MeasureAnswer& measure : standing.measures) {
        if (!measure.answer.note.empty()) add(std::string(measure.name), measure.answer.note);
    }
}

}  // namespace

Standing standing_of(const Inputs& inputs, const SchemeTerms& terms, const Question& question) {
    const Scene scene =
        scene_of(inputs.cube, inputs.ground, question.scope, question.as_of, question.settings);
    const int asked = asked_year(question.as_of, terms);
    const Coverage now = coverage_on(inputs.cube, inputs.ground, question.as_of);
    const Coverage before = coverage_on(inputs.cube, inputs.ground, terms.baseline);
    Desk desk{
        .in = inputs,
        .terms = terms,
        .question = question,
        .scene = scene,
        .now = now,
        .before = before,
        .new_clubs = {},
        .new_active = {},
        .period_clubs = {},
        .period_active = {},
        .rated = rated_clubs(scene),
        .care = care_years(inputs.care, std::min(first_year(terms), asked), asked, question.as_of)};
    sort_new_clubs(desk);

    Standing standing{.as_of = question.as_of,
                      .units_as_of = question.units_as_of,
                      .known_at = question.known_at,
                      .scheme = terms.id,
                      .scheme_name = terms.name,
                      .scope_name = question.scope_name,
                      .ended = question.as_of >= terms.ends,
                      .national = terms.national,
                      .basis = {},
                      .measures = measure_all(desk),
                      .targets = targets::all(desk),
                      .notes = {}};
    for (const ClubNumber club : scene.active) {
        for (std::size_t g = 0; g < group_count; ++g) standing.basis[g].add(scene.basis[club][g]);
    }
    drop_goals_not_set(standing.targets);
    if (terms.national) {
        leave_to_country(standing.targets);
    } else if (!question.scope.intervals.empty()) {
        drop_goals_of_whole(standing.targets);
    }
    add_notes(desk, standing);
    return standing;
}

const MeasureAnswer* find_measure(const Standing& standing, std::string_view name) {
    const auto found = std::ranges::find(standing.measures, name, &MeasureAnswer::name);
    return found == standing.measures.end() ? nullptr : &*found;
}

const Target* find_target(const Standing& standing, std::string_view id) {
    const auto found = std::ranges::find(standing.targets, id, &Target::id);
    return found == standing.targets.end() ? nullptr : &*found;
}

std::vector<ClubTakeover> takeovers_until(const Cube& cube, const Ground& ground,
                                          const Scope& scope, core::Date until) {
    std::vector<ClubTakeover> found;
    for (ClubNumber club = 0; club < cube.size(); ++club) {
        if (cube.head(club).withdrawn) continue;
        if (!scope.holds(seat_on(cube, ground, club, until))) continue;
        for (const Takeover& takeover : cube.takeovers(club)) {
            if (takeover.on > until) continue;
            found.push_back({cube.id(club), std::string(cube.name(club)), takeover});
        }
    }
    std::ranges::sort(found, {}, [](const ClubTakeover& t) {
        return std::tuple(t.difference.on, t.club, t.difference.figure);
    });
    return found;
}

}  // namespace lth::facts
