#include "facts/meetings.hpp"

#include <algorithm>

namespace lth::facts {

namespace {

/// The last month that is over on a date.
core::Month last_ended(core::Date date) {
    const core::Month month = core::month_of(date);
    return date == core::last_day(month) ? month : month + -1;
}

/// The first month asked of a club in a year.
core::Month first_asked(const ClubHead& head, int year) {
    const core::Month january = core::make_month(year, 1);
    if (head.launched == never) return january;
    return std::max(january, core::month_of(head.launched) + 1);
}

Doing met_in(const Scene& scene, ClubNumber club, int year, core::Month last) {
    const ClubHead& head = scene.cube.head(club);
    const core::Month first = first_asked(head, year);
    if (last < first) return Doing::not_asked;
    if (head.money_from <= core::first_day(first)) {
        const ColumnStore& columns = scene.cube.columns();
        const std::int64_t met =
            columns.value_on(club, Column::months_met, core::last_day(last)) -
            columns.value_on(club, Column::months_met, core::first_day(first) - 1);
        return met >= last - first + 1 ? Doing::yes : Doing::no;
    }
    // A statement counts the meetings of its year up to its own date.
    const core::Date newest = std::min(core::last_day(last), scene.as_of);
    const auto statements = scene.cube.statements(club);
    const auto at =
        latest(statements, Group::meetings, core::first_day(core::make_month(year, 1)), newest);
    if (at == no_statement) return Doing::unknown;
    const core::Month stated = last_ended(statements[at].as_of);
    const auto meetings = statements[at].figure(Stated::meetings_year);
    if (stated < first || !meetings) return Doing::unknown;
    return *meetings >= stated - first + 1 ? Doing::yes : Doing::no;
}

}  // namespace

Doing met_every_month_this_year(const Scene& scene, ClubNumber club) {
    return met_in(scene, club, core::year_of(scene.as_of), last_ended(scene.as_of));
}

Doing met_every_month_last_year(const Scene& scene, ClubNumber club) {
    const int year = core::year_of(scene.as_of) - 1;
    return met_in(scene, club, year, core::make_month(year, 12));
}

Doing worked_in_all_areas(const Scene& scene, ClubNumber club) {
    if (scene.basis_of(Group::meetings, club) != Basis::book) return Doing::unknown;
    for (auto area = static_cast<int>(Column::area_income);
         area <= static_cast<int>(Column::area_resources); ++area) {
        const auto column = static_cast<Column>(area);
        const std::int64_t done =
            scene.layer.value(column, club) - scene.year_start.value(column, club);
        if (done <= 0) return Doing::no;
    }
    return Doing::yes;
}

}  // namespace lth::facts
