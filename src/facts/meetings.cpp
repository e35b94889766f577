#include "facts/meetings.hpp"

#include <algorithm>

namespace lth::facts {

namespace {

/// The last month that is over on a date.
core::Month last_ended(core::Date date) {
    const core::Month month = core::month_of(date);
    return date == core::last_day(month) ? month : month + -1;
}

/// A statement counts the meetings of its year up to its own date.
Doing stated_meetings(const Scene& scene, const AskedMonths& asked, core::Month first,
                      ClubNumber club) {
    const core::Date newest = std::min(core::last_day(asked.last), scene.as_of);
    const core::Date oldest = core::make_date(asked.year, 1, 1);
    const auto statements = scene.cube.statements(club);
    const auto at = latest(statements, Group::meetings, oldest, newest);
    if (at == no_statement) return Doing::unknown;
    const core::Month stated = last_ended(statements[at].as_of);
    const auto meetings = statements[at].figure(Stated::meetings_year);
    if (stated < first || !meetings) return Doing::unknown;
    return *meetings >= stated - first + 1 ? Doing::yes : Doing::no;
}

MonthsMet stated_months(const Scene& scene, core::Date begin, core::Month first, ClubNumber club) {
    if (begin != core::make_date(core::year_of(scene.as_of), 1, 1)) return {};
    const auto statements = scene.cube.statements(club);
    const auto at = latest(statements, Group::meetings, begin, scene.as_of);
    if (at == no_statement) return {};
    const core::Month stated = last_ended(statements[at].as_of);
    const auto meetings = statements[at].figure(Stated::meetings_year);
    if (stated < first || !meetings) return {};
    const std::int64_t asked = stated - first + 1;
    return {Basis::report, std::min(*meetings, asked), asked};
}

}  // namespace

AskedMonths asked_months(const Scene& scene, int year) {
    const core::Month last = std::min(core::make_month(year, 12), last_ended(scene.as_of));
    const ColumnStore& columns = scene.cube.columns();
    return {.year = year,
            .last = last,
            .before = columns.on(core::make_date(year, 1, 1) - 1),
            .after = columns.on(core::last_day(last))};
}

Doing met_every_month(const Scene& scene, const AskedMonths& asked, ClubNumber club) {
    const ClubHead& head = scene.cube.head(club);
    const core::Date new_year = core::make_date(asked.year, 1, 1);
    core::Month first = core::make_month(asked.year, 1);
    std::int64_t before = asked.before.value(Column::months_met, club);
    if (head.launched != never && head.launched >= new_year) {
        first = core::month_of(head.launched) + 1;
        if (asked.last < first) return Doing::not_asked;
        before =
            scene.cube.columns().value_on(club, Column::months_met, core::first_day(first) - 1);
    }
    if (asked.last < first) return Doing::not_asked;
    if (head.money_from > new_year && head.money_from > core::first_day(first)) {
        return stated_meetings(scene, asked, first, club);
    }
    const std::int64_t met = asked.after.value(Column::months_met, club) - before;
    return met >= asked.last - first + 1 ? Doing::yes : Doing::no;
}

std::optional<MonthsMet> meetings_since(const Scene& scene, core::Date begin, ClubNumber club) {
    const ClubHead& head = scene.cube.head(club);
    const core::Month last = last_ended(scene.as_of);
    core::Month first = core::month_of(begin);
    if (core::first_day(first) < begin) first = first + 1;
    if (head.launched != never && head.launched >= core::first_day(first)) {
        first = core::month_of(head.launched) + 1;
    }
    if (last < first) return std::nullopt;
    if (head.money_from <= begin || head.money_from <= core::first_day(first)) {
        const auto& columns = scene.cube.columns();
        const auto met = [&](core::Date day) {
            return columns.value_on(club, Column::months_met, day);
        };
        return MonthsMet{Basis::book, met(core::last_day(last)) - met(core::first_day(first) - 1),
                         last - first + 1};
    }
    return stated_months(scene, begin, first, club);
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
