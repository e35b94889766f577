#include "facts/measures.hpp"

#include <algorithm>
#include <map>

#include "core/money.hpp"
#include "facts/meetings.hpp"

namespace lth::facts {

namespace {

using core::territory::Level;

MeasureValue plain(std::int64_t count) { return {count_of(count), {}, {}}; }

MeasureValue sum_of(const Desk& desk, Column column) {
    const Total sum = total(desk.scene, column, desk.scene.active);
    return {is_money(column) ? money_of(sum.value()) : count_of(sum.value()), sum.basis, {}};
}

template <Column column>
MeasureValue sum(const Desk& desk) {
    return sum_of(desk, column);
}

std::int64_t units_at(const Desk& desk, Level level, bool (*counts)(const Desk&, Node)) {
    const auto& units = desk.in.ground.view.units;
    std::int64_t count = 0;
    for (Node node = 0; node < units.size(); ++node) {
        const bool asked = units[node].level == level &&
                           units[node].standing == UnitStanding::live &&
                           desk.scene.scope.holds(node);
        if (asked && counts(desk, node)) ++count;
    }
    return count;
}

bool any(const Desk& /*desk*/, Node /*node*/) { return true; }
bool is_reached(const Desk& desk, Node commune) { return desk.now.units[commune]; }

/// Every commune reached, and there is at least one.
bool is_full(const Desk& desk, Node district) {
    const auto& units = desk.in.ground.view.units;
    bool full = false;
    for (Node node = district + 1; node < units[district].end; ++node) {
        if (units[node].level != Level::commune || units[node].standing != UnitStanding::live)
            continue;
        if (!desk.now.units[node]) return false;
        full = true;
    }
    return full;
}

MeasureValue districts(const Desk& desk, bool (*counts)(const Desk&, Node)) {
    if (desk.in.ground.has_districts()) return plain(units_at(desk, Level::district, counts));
    return {unknown_value(ValueKind::count),
            {},
            {"Bản đồ ngày " + core::vietnamese(desk.question.units_as_of) + " không có cấp huyện.",
             "The map of " + core::to_text(desk.question.units_as_of) + " has no districts."}};
}

/// Of the scope's top units; null where one of them does not know.
std::optional<std::int64_t> denominator(const Desk& desk,
                                        std::optional<std::int64_t> UnitDenominators::* member) {
    const Ground& ground = desk.in.ground;
    if (ground.denominators.empty()) return std::nullopt;
    if (desk.scene.scope.intervals.empty()) return ground.denominators[0].*member;
    std::int64_t sum = 0;
    for (const auto& [first, end] : desk.scene.scope.intervals) {
        if (first == end) continue;
        const auto& known = ground.denominators[first].*member;
        if (!known) return std::nullopt;
        sum += *known;
    }
    return sum;
}

MeasureValue villages(const Desk& desk) {
    const auto count = denominator(desk, &UnitDenominators::villages);
    MeasureValue answer{count_of(count), {}, {}};
    if (!count) answer.note = {"Chưa có đủ danh sách khu dân cư.", "No complete list of villages."};
    if (count && desk.in.ground.synthetic_villages) {
        answer.note = {"Danh sách khu dân cư là số liệu mô phỏng.",
                       "The list of villages is synthetic."};
    }
    return answer;
}

MeasureValue villages_covered(const Desk& desk) {
    auto answer = plain(desk.now.villages_in(desk.scene.scope));
    const auto unplaced = std::ranges::count_if(desk.scene.active, [&](ClubNumber club) {
        return std::ranges::none_of(
            desk.in.cube.villages(club, desk.question.as_of), [&](const ServedVillage& served) {
                return desk.in.ground.places[served.village].village != core::territory::no_village;
            });
    });
    if (unplaced > 0) {
        answer.note = {"Không kể " + core::grouped(unplaced) + " câu lạc bộ chưa rõ khu dân cư.",
                       core::grouped(unplaced) + " clubs whose village is not known are left out."};
    }
    return answer;
}

MeasureValue volunteers(const Desk& desk) {
    Total sum;
    for (const ClubNumber club : desk.scene.active) {
        const Basis basis = desk.scene.basis_of(Group::people, club);
        std::optional<std::int64_t> count;
        if (basis == Basis::book) {
            count = desk.scene.layer.value(Column::volunteers_home_care, club) +
                    desk.scene.layer.value(Column::volunteers_economic, club);
        } else if (basis == Basis::report) {
            count = desk.scene.statement_of(Group::people, club).figure(Stated::volunteers);
        }
        sum.basis.add(count ? basis : Basis::unknown);
        sum.sum += count.value_or(0);
    }
    return {count_of(sum.value()), sum.basis, {}};
}

MeasureValue elderly_members(const Desk& desk) {
    MeasureValue answer = sum_of(desk, Column::elderly);
    const auto by_year = total(desk.scene, Column::elderly_by_year, desk.scene.active).sum;
    const auto unknown = total(desk.scene, Column::birth_unknown, desk.scene.active).sum;
    if (by_year > 0) {
        answer.note.add({core::grouped(by_year) + " người đủ 60 tuổi trong năm tính theo năm sinh.",
                         core::grouped(by_year) + " turn 60 this year by year of birth alone."});
    }
    if (unknown > 0) {
        answer.note.add({core::grouped(unknown) + " thành viên chưa rõ năm sinh.",
                         core::grouped(unknown) + " members of unknown birth."});
    }
    return answer;
}

constexpr int elderly_years = 60;
constexpr int elderly_custom_years = 55;

MeasureValue elderly_by_custom(const Desk& desk) {
    MeasureValue answer = sum_of(desk, Column::elderly_custom);
    if (answer.value.value) answer.note = by_year_rule(elderly_custom_years);
    return answer;
}

/// Of clubs that know both.
template <Column part, Column whole>
MeasureValue share(const Desk& desk) {
    Ratio ratio;
    BasisCounts basis;
    for (const ClubNumber club : desk.scene.active) {
        const auto num = figure(desk.scene, part, club);
        const auto den = figure(desk.scene, whole, club);
        const bool known = num && den;
        basis.add(known ? desk.scene.basis_of(group_of(whole), club) : Basis::unknown);
        if (known) ratio = {ratio.num + *num, ratio.den + *den};
    }
    return {basis.none_known() ? unknown_value(ValueKind::share) : share_of(ratio), basis, {}};
}

MeasureValue elderly_share(const Desk& desk) {
    MeasureValue answer = share<Column::elderly, Column::members>(desk);
    if (answer.value.value) answer.note = by_year_rule(elderly_years);
    return answer;
}

MeasureValue elderly_reach(const Desk& desk) {
    const Total sum = total(desk.scene, Column::elderly, desk.scene.active);
    const auto population = denominator(desk, &UnitDenominators::elderly_population);
    if (!population || !sum.value()) {
        return {unknown_value(ValueKind::share),
                sum.basis,
                {"Chưa có dân số người cao tuổi.", "The elderly population is not known."}};
    }
    return {share_of({sum.sum, *population}), sum.basis, by_year_rule(elderly_years)};
}

MeasureValue by_programme(const Desk& desk) {
    std::map<std::optional<core::ProgrammeId>, std::int64_t> counts;
    std::int64_t* last = nullptr;  // neighbours often share a programme
    std::optional<core::ProgrammeId> of_last;
    for (const ClubNumber club : desk.scene.active) {
        const auto& programme = desk.in.cube.head(club).programme;
        if (!last || programme != of_last) {
            last = &counts[programme];
            of_last = programme;
        }
        ++*last;
    }
    MeasureValue answer = plain(static_cast<std::int64_t>(counts.size()));
    for (const auto& [programme, count] : counts) answer.parts.push_back({programme, count});
    return answer;
}

/// Active clubs of the projects, or of the decisions, on record; null if there are none.
MeasureValue of_kind(const Desk& desk, core::registry::ProgrammeKind kind) {
    const auto& programmes = desk.terms.programmes;
    if (programmes.empty()) return {unknown_value(ValueKind::count), {}, {}};
    std::int64_t count = 0;
    for (const ClubNumber club : desk.scene.active) {
        const auto& programme = desk.in.cube.head(club).programme;
        const auto named = programme ? programmes.find(*programme) : programmes.end();
        if (named != programmes.end() && named->second == kind) ++count;
    }
    return plain(count);
}

MeasureValue on_books(const Desk& desk) {
    Ratio ratio{0, static_cast<std::int64_t>(desk.scene.active.size())};
    for (const ClubNumber club : desk.scene.active) {
        if (desk.scene.basis_of(Group::borrowers, club) == Basis::book) ++ratio.num;
    }
    return {share_of(ratio), {}, {}};
}

/// Clubs that did something, of those that know: a count with its basis.
template <class Judge>
MeasureValue clubs_that(const Desk& desk, Judge judge) {
    Ratio ratio;
    BasisCounts basis;
    for (const ClubNumber club : desk.scene.active) {
        const Doing doing = judge(club);
        if (doing == Doing::not_asked) continue;
        const bool known = doing != Doing::unknown;
        basis.add(known ? desk.scene.basis_of(Group::meetings, club) : Basis::unknown);
        ratio.num += doing == Doing::yes ? 1 : 0;
        ratio.den += known ? 1 : 0;
    }
    Value value = count_of(basis.none_known() ? std::nullopt : std::optional(ratio.num));
    value.denominator = ratio.den;
    return {value, basis, {}};
}

template <int years_ago>
MeasureValue met_every_month(const Desk& desk) {
    const auto asked = asked_months(desk.scene, core::year_of(desk.scene.as_of) - years_ago);
    return clubs_that(
        desk, [&](ClubNumber club) { return facts::met_every_month(desk.scene, asked, club); });
}

MeasureValue all_areas(const Desk& desk) {
    return clubs_that(desk, [&](ClubNumber club) { return worked_in_all_areas(desk.scene, club); });
}

std::int64_t apart(const Desk& desk, Column column) {
    return total(desk.scene, column, desk.scene.suspended).sum +
           total(desk.scene, column, desk.scene.closing).sum;
}

constexpr std::string_view status_rows = "club_status";
constexpr std::string_view unit_rows = "territory";
constexpr std::string_view days = "club_day, else club.reported";
constexpr std::string_view day_rows = "club_day";

using enum Column;

constexpr Measure measures[] = {
    {"clubs_on_books", "share", "club.roster_completed, club.book_opened", on_books},
    {"clubs_active", "clubs", status_rows,
     [](const Desk& d) { return plain(static_cast<std::int64_t>(d.scene.active.size())); }},
    {"clubs_suspended", "clubs", status_rows,
     [](const Desk& d) { return plain(static_cast<std::int64_t>(d.scene.suspended.size())); }},
    {"clubs_closing", "clubs", status_rows,
     [](const Desk& d) { return plain(static_cast<std::int64_t>(d.scene.closing.size())); }},
    {"communes", "communes", unit_rows,
     [](const Desk& d) { return plain(units_at(d, Level::commune, any)); }},
    {"communes_covered", "communes", "club_village",
     [](const Desk& d) { return plain(units_at(d, Level::commune, is_reached)); }},
    {"districts", "districts", unit_rows, [](const Desk& d) { return districts(d, any); }},
    {"districts_covered", "districts", "club_village",
     [](const Desk& d) { return districts(d, is_full); }},
    {"villages", "villages", "territory, else unit.reported", villages},
    {"villages_covered", "villages", "club_village", villages_covered},
    {"members", "people", days, sum<members>},
    {"members_elderly", "people", days, elderly_members},
    {"members_elderly_custom", "people", day_rows, elderly_by_custom},
    {"members_women", "people", days, sum<women>},
    {"members_hardship", "people", days, sum<hardship>},
    {"members_elderly_share", "share", days, elderly_share},
    {"members_women_share", "share", days, share<women, members>},
    {"members_hardship_share", "share", days, share<hardship, members>},
    {"volunteers", "people", days, volunteers},
    {"people_cared_for", "people", day_rows, sum<cared_for>},
    {"capital", "dong", days, sum<capital>},
    {"loans_outstanding", "dong", days, sum<loans_outstanding>},
    {"overdue", "dong", day_rows, sum<overdue>},
    {"overdue_share", "share", day_rows, share<overdue, loans_outstanding>},
    {"operating_fund", "dong", day_rows, sum<operating_fund>},
    {"borrowers_ever", "people", days, sum<borrowers_ever>},
    {"borrowers_year", "people", days, sum<borrowers_year>},
    {"borrowers_owing", "people", days, sum<borrowers_owing>},
    {"clubs_by_programme", "programmes", "club.programme", by_programme},
    {"clubs_of_projects", "clubs", "club.programme",
     [](const Desk& d) { return of_kind(d, core::registry::ProgrammeKind::project); }},
    {"clubs_of_decisions", "clubs", "club.programme",
     [](const Desk& d) { return of_kind(d, core::registry::ProgrammeKind::decision); }},
    {"clubs_met_every_month_this_year", "clubs", days, met_every_month<0>},
    {"clubs_met_every_month_last_year", "clubs", days, met_every_month<1>},
    {"clubs_all_areas_this_year", "clubs", day_rows, all_areas},
    {"households_left_poverty", "households", day_rows, sum<left_poverty>},
    {"households_left_poverty_borrowers", "households", day_rows, sum<borrowers_left_poverty>},
    {"elderly_population", "people", "unit.reported",
     [](const Desk& d) {
         return MeasureValue{
             count_of(denominator(d, &UnitDenominators::elderly_population)), {}, {}};
     }},
    {"elderly_in_clubs", "share", "club_day, else club.reported; unit.reported", elderly_reach},
    {"members_apart", "people", days, [](const Desk& d) { return plain(apart(d, members)); }},
    {"capital_apart", "dong", days,
     [](const Desk& d) { return MeasureValue{money_of(apart(d, capital)), {}, {}}; }},
};

}  // namespace

std::span<const Measure> all_measures() { return measures; }

std::vector<MeasureAnswer> measure_all(const Desk& desk) {
    std::vector<MeasureAnswer> answers;
    answers.reserve(std::size(measures));
    for (const Measure& m : measures) answers.push_back({m.name, m.unit, m.source, m.ask(desk)});
    return answers;
}

}  // namespace lth::facts
