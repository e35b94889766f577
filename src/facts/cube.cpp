#include "facts/cube.hpp"

#include <algorithm>
#include <tuple>

namespace lth::facts {

namespace {

using core::club::Status;
using core::club::StatusRow;

/// Money and people stand on the same two days for ever: where a statement's figure is found in the
/// book.
struct Counterpart {
    Group group;
    Stated stated;
    Column column;
};
constexpr std::array counterparts{
    Counterpart{Group::people, Stated::members, Column::members},
    Counterpart{Group::people, Stated::elderly, Column::elderly},
    Counterpart{Group::people, Stated::women, Column::women},
    Counterpart{Group::people, Stated::hardship, Column::hardship},
    Counterpart{Group::money, Stated::capital, Column::capital},
    Counterpart{Group::money, Stated::loans_outstanding, Column::loans_outstanding},
};

/// Keeps the order of rows of one day: the later stands.
std::vector<StatusRow> by_date(std::vector<StatusRow> rows) {
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        const auto at = std::upper_bound(rows.begin(), row, *row,
                                         [](auto& a, auto& b) { return a.from < b.from; });
        std::rotate(at, row, row + 1);
    }
    return rows;
}

core::Date or_never(std::optional<core::Date> date) { return date.value_or(never); }

}  // namespace

VillageNumber Cube::number_of(core::VillageId village) {
    const auto [at, fresh] =
        village_numbers_.try_emplace(village, static_cast<VillageNumber>(village_ids_.size()));
    if (fresh) village_ids_.push_back(village);
    return at->second;
}

std::optional<ClubNumber> Cube::find(core::BookId id) const {
    const auto found = numbers_.find(id);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

LaunchFigures Cube::launch_figures(ClubNumber club, const ClubFacts& facts) const {
    LaunchFigures launch;
    const ClubHead& head = heads_[club];
    if (head.launched == never) return launch;
    const auto value = [&](Column column, core::Date day) {
        return columns_.value_on(club, column, day);
    };
    const auto statements = statements_[club];
    const auto stated_on_launch = [&](Group group) -> const Statement* {
        const auto i = latest(statements, group, head.launched, head.launched);
        return i == no_statement ? nullptr : &statements[i];
    };
    if (head.people_from <= head.launched) {
        launch.people = Basis::book;
        launch.members = value(Column::members, head.launched);
        launch.elderly = value(Column::elderly, head.launched);
    } else if (const Statement* stated = stated_on_launch(Group::people)) {
        launch.people = Basis::report;
        launch.members = stated->figure(Stated::members);
        launch.elderly = stated->figure(Stated::elderly);
    }
    if (head.money_from <= head.launched) {
        launch.capital = Basis::book;
        launch.start_capital = value(Column::capital_raised, head.launched);
        const core::Date until = head.launched + later_capital_days;
        launch.later_capital = value(Column::capital_raised, until) - *launch.start_capital;
        return launch;
    }
    if (facts.row.start_capital) launch.start_capital = facts.row.start_capital->dong;
    for (const Statement& stated : statements) {  // the latest that names it
        if (const auto figure = stated.figure(Stated::start_capital)) launch.start_capital = figure;
    }
    if (launch.start_capital) launch.capital = Basis::report;
    return launch;
}

ClubNumber Cube::put(const ClubFacts& facts) {
    const auto [at, fresh] = numbers_.try_emplace(facts.id, static_cast<ClubNumber>(size()));
    const ClubNumber club = at->second;
    columns_.put(club, facts.days);

    std::vector<ServedVillage> villages;
    for (const auto& row : facts.villages) {
        villages.push_back({row.from, number_of(row.village), row.seat});
    }
    std::ranges::sort(villages, {}, [](const ServedVillage& v) {
        return std::tuple(v.from, !v.seat, v.village);
    });
    std::vector<core::club::RatingRow> ratings = facts.ratings;
    std::ranges::sort(ratings, {}, &core::club::RatingRow::year);
    const auto statuses = by_date(facts.statuses);
    const auto statements = statements_of(facts.reports);
    if (fresh) {
        heads_.emplace_back();
        launches_.emplace_back();
        ids_.push_back(facts.id);
        names_.push_back(facts.row.name);
        statuses_.push_back(statuses);
        villages_.push_back(villages);
        statements_.push_back(statements);
        ratings_.push_back(ratings);
    } else {
        names_[club] = facts.row.name;
        statuses_.replace(club, statuses);
        villages_.replace(club, villages);
        statements_.replace(club, statements);
        ratings_.replace(club, ratings);
    }
    ClubHead& head = heads_[club];
    head = {.launched = or_never(facts.row.launched_on),
            .people_from = or_never(facts.row.roster_completed),
            .money_from = or_never(facts.row.book_opened),
            .programme = facts.row.programme,
            .withdrawn = facts.row.status == Status::withdrawn};
    launches_[club] = launch_figures(club, facts);
    return club;
}

std::span<const ServedVillage> Cube::latest_villages(ClubNumber club, core::Date date) const {
    const auto all = villages_[club];
    std::size_t end = all.size();
    while (end > 0 && all[end - 1].from > date) --end;
    std::size_t begin = end;
    while (begin > 0 && all[begin - 1].from == all[end - 1].from) --begin;
    return all.subspan(begin, end - begin);
}

std::vector<Takeover> Cube::takeovers(ClubNumber club) const {
    std::vector<Takeover> found;
    const ClubHead& head = heads_[club];
    const auto statements = statements_[club];
    for (const Counterpart& c : counterparts) {
        const core::Date on = c.group == Group::people ? head.people_from : head.money_from;
        if (on == never) continue;
        const std::uint32_t i = latest(statements, c.group, core::first_date, on);
        if (i == no_statement) continue;
        const auto stated = statements[i].figure(c.stated);
        if (!stated) continue;
        const std::int64_t booked = columns_.value_on(club, c.column, on);
        if (booked == *stated) continue;
        found.push_back({c.group, on, statements[i].as_of, c.stated, *stated, booked});
    }
    return found;
}

std::size_t Cube::memory_bytes() const {
    std::size_t bytes =
        columns_.memory_bytes() + heads_.capacity() * sizeof(ClubHead) +
        launches_.capacity() * sizeof(LaunchFigures) + ids_.capacity() * sizeof(core::BookId) +
        names_.capacity() * sizeof(std::string) + statuses_.memory_bytes() +
        villages_.memory_bytes() + statements_.memory_bytes() + ratings_.memory_bytes();
    for (const std::string& name : names_) bytes += name.capacity();
    // A node of a hash table: key, value and two pointers' worth of bookkeeping.
    bytes += (village_numbers_.size() + numbers_.size()) * 48;
    return bytes + village_ids_.capacity() * sizeof(core::VillageId);
}

MonthSpan span_until(core::Date earliest, core::Date today) {
    return {core::month_of(std::min(earliest, today)), core::month_of(today) + 1};
}

Cube cube_of(MonthSpan span, std::span<const ClubFacts> clubs) {
    Cube cube(span);
    cube.reserve(clubs.size());
    for (const ClubFacts& club : clubs) (void)cube.put(club);
    cube.shrink();
    return cube;
}

}  // namespace lth::facts
