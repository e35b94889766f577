// What a unit reports of a period, with today's knowledge or an earlier one. Of a unit only its own
// books are folded anew: a province of reports is read one after the other.
#include <algorithm>

#include "app/list_matters.hpp"
#include "app/period_view.hpp"
#include "app/province.hpp"

namespace lth::app {
namespace {

using facts::no_node;
using facts::PeriodFigure;

PeriodLineView view_of(facts::PeriodLine&& line) {
    PeriodLineView view{.figure = line.figure, .value = line.value.value};
    if (line.figure == PeriodFigure::meetings) view.of = line.value.denominator;
    if (line.basis) {
        view.book = line.basis->book;
        view.report = line.basis->report;
        view.unknown = line.basis->unknown;
    }
    view.missing = std::move(line.missing);
    return view;
}

constexpr int most_years = 6;  // a scheme's, and its first autumn

// Where an association stands; one that nobody can place is of the whole province alone.
bool is_in_scope(const MattersFrom& from, const facts::Scope& scope,
                 const core::association::Association& association) {
    if (scope.intervals.empty()) return true;
    const auto row = core::association::association_row(association);
    const auto node = row.unit ? node_of(from, *row.unit) : no_node;
    return node != no_node && scope.holds(node);
}

void add_trainings(const MattersFrom& from, const facts::Scope& scope, const facts::Period& period,
                   PeriodView& view) {
    PeriodLineView held{.figure = PeriodFigure::trainings, .value = 0};
    PeriodLineView trained{.figure = PeriodFigure::trained, .value = 0};
    for (const auto& [id, association] : from.facts.folds().associations) {
        if (!is_in_scope(from, scope, association)) continue;
        for (const auto& record : association.ops) {
            const auto* training = std::get_if<core::association::TrainingHeld>(&record.what);
            const bool counts = training != nullptr && record.live && record.on >= period.first &&
                                record.on <= period.last;
            if (!counts) continue;
            ++*held.value;
            *trained.value += training->participants.value;
        }
    }
    view.lines.push_back(std::move(held));
    view.lines.push_back(std::move(trained));
}

// Of a unit that has gone and kept no fund there is nothing to tell.
bool is_over(const facts::CareFacts& care, const facts::Ground& ground) {
    const bool kept =
        std::ranges::any_of(care.funds, [](const auto& fund) { return fund.opened.has_value(); });
    if (kept || !care.years.empty() || !care.row.unit) return false;
    const auto* place = core::territory::place_of(ground.view, *care.row.unit);
    return place != nullptr && place->unit != no_node &&
           ground.view.units[place->unit].id != *care.row.unit;
}

// It serves a village of the scope on one of the days.
bool serves(const facts::Cube& cube, const facts::Ground& ground, const facts::Scope& scope,
            const core::BookId& club, std::initializer_list<core::Date> days) {
    const auto number = cube.find(club);
    if (!number) return false;
    return std::ranges::any_of(days, [&](core::Date day) {
        return std::ranges::any_of(cube.villages(*number, day),
                                   [&](const facts::ServedVillage& served) {
                                       const auto node = ground.places[served.village].unit;
                                       return node != no_node && scope.holds(node);
                                   });
    });
}

}  // namespace

PeriodView Province::period_of(const Asked& asked, std::optional<core::Date> from) {
    const auto last = asked.frame.as_of;
    const auto year = core::make_date(core::year_of(last), 1, 1);
    const facts::Period period{std::min(from.value_or(year), last), last};
    const auto& units = asked.ground->view.units;
    PeriodView view{.from = period.first,
                    .as_of = last,
                    .units_as_of = asked.frame.units_as_of,
                    .known_at = asked.frame.known_at};
    if (asked.cluster != nullptr) {
        view.unit_name = asked.cluster->name.value;
    } else if (!units.empty()) {
        const auto& unit = units[asked.node == no_node ? 0 : asked.node];
        view.unit_code = unit.code;
        view.unit_name = unit.name;
    }
    const auto scene = facts::scene_of(asked.facts->cube(), *asked.ground, asked.scope, last, {});
    auto care = asked.facts->care_in(*asked.ground, asked.scope);
    std::erase_if(care, [&](const facts::CareFacts& one) { return is_over(one, *asked.ground); });
    for (auto& line : facts::period_lines(scene, care, period)) {
        view.lines.push_back(view_of(std::move(line)));
    }
    add_trainings({*asked.facts, *asked.ground, last}, asked.scope, period, view);
    return view;
}

std::vector<core::BookId> Province::books_in(const Asked& asked) {
    const auto today = core::business_date(clock_.now_ms());
    const MattersFrom from{*asked.facts, *asked.ground, asked.frame.as_of};
    const auto& associations = asked.facts->folds().associations;
    std::vector<core::BookId> books;
    for (const auto& book : store_.books()) {
        if (book.kind == core::BookKind::club) {
            const bool ours = serves(asked.facts->cube(), *asked.ground, asked.scope, book.id,
                                     {asked.frame.as_of, today});
            if (!ours) continue;
        } else if (book.kind == core::BookKind::association) {
            const auto found = associations.find(book.id);
            if (found == associations.end()) continue;
            if (!is_in_scope(from, asked.scope, found->second)) continue;
        }
        books.push_back(book.id);
    }
    return books;
}

core::Result<PeriodView> Province::period(const PeriodQuestion& question) {
    const std::lock_guard lock(mutex_);
    const auto today = core::business_date(clock_.now_ms());
    auto at = question.at;
    at.known_at.reset();
    auto asked = ask(at);
    const bool later =
        !asked && !at.units_as_of && asked.error().rule.id() == "question.unit.unknown";
    if (later) {
        at.units_as_of = today;
        asked = ask(at);
    }
    if (!asked) return std::unexpected(asked.error());
    const auto last = asked->frame.as_of;
    if (question.from && core::year_of(last) - core::year_of(*question.from) >= most_years) {
        return core::reject("question.period.long", "from",
                            {{"years", std::to_string(most_years)}});
    }
    if (!question.at.known_at) return period_of(*asked, question.from);
    at.known_at = question.at.known_at;
    if (asked->scope.intervals.empty()) {
        const auto then = ask(at);
        if (!then) return std::unexpected(then.error());
        return period_of(*then, question.from);
    }
    ProvinceFacts known(store_, today, *at.known_at, books_in(*asked));
    const auto then = ask_of(known, at);
    if (!then) return std::unexpected(then.error());
    return period_of(*then, question.from);
}

}  // namespace lth::app
