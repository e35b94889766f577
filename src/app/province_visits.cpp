// Visits: what is known of every active club today that could send somebody there.
#include <algorithm>
#include <map>
#include <tuple>

#include "app/province.hpp"
#include "core/money.hpp"

namespace lth::app {
namespace {

using core::association::RecordKind;
using core::association::RecordState;
using facts::Column;

constexpr std::int64_t overdue_ppm = 50'000;  // PAR30 above 5 %: a common alarm of microfinance
constexpr std::int32_t quiet_days = 92;
constexpr std::int32_t long_days = 365;

struct Visited {
    std::optional<core::Date> last = {};
    std::optional<core::Date> planned = {};
};

std::map<core::BookId, Visited> visits_of(const ProvinceFacts& facts, core::Date on) {
    std::map<core::BookId, Visited> visited;
    for (const auto& [book, association] : facts.folds().associations) {
        for (const auto& record : association.ops) {
            if (!record.live || record.on > on) continue;
            if (const auto* made = std::get_if<core::association::VisitMade>(&record.what)) {
                auto& last = visited[made->club].last;
                last = std::max(last.value_or(record.on), record.on);
            }
            const auto* planned = std::get_if<core::association::VisitPlanned>(&record.what);
            if (planned == nullptr) continue;
            const auto row = core::association::record_row(association, planned->visit);
            if (!row || row->state == RecordState::closed) continue;
            auto& due = visited[planned->club].planned;
            due = std::min(due.value_or(planned->due), planned->due);
        }
    }
    return visited;
}

struct Looking {
    const facts::Scene& now;
    const facts::Scene& before;  // three months

    [[nodiscard]] bool is_overdue(facts::ClubNumber club) const {
        const auto overdue = facts::figure(now, Column::overdue, club);
        const auto lent = facts::figure(now, Column::loans_outstanding, club);
        return overdue && lent && *overdue * core::one_million > *lent * overdue_ppm;
    }
    [[nodiscard]] bool is_quiet(facts::ClubNumber club) const {
        if (now.basis_of(facts::Group::meetings, club) != facts::Basis::book) return false;
        if (now.cube.head(club).launched > before.as_of) return false;
        return now.layer.value(Column::months_met, club) ==
               before.layer.value(Column::months_met, club);
    }
    [[nodiscard]] bool is_weak(facts::ClubNumber club) const {
        const core::club::RatingRow* last = nullptr;
        for (const auto& row : now.cube.ratings(club)) {
            if (row.approved) last = &row;
        }
        return last != nullptr && (last->approved == core::club::Band::weak ||
                                   last->approved == core::club::Band::average);
    }
    [[nodiscard]] std::vector<VisitReason> reasons(facts::ClubNumber club,
                                                   const Visited& visited) const {
        std::vector<VisitReason> found;
        if (is_overdue(club)) found.push_back(VisitReason::overdue);
        if (is_quiet(club)) found.push_back(VisitReason::not_meeting);
        if (is_weak(club)) found.push_back(VisitReason::weak);
        if (now.basis_of(facts::Group::people, club) == facts::Basis::unknown) {
            found.push_back(VisitReason::no_figures);
        }
        if (!visited.last) {
            found.push_back(VisitReason::never_visited);
        } else if (now.as_of.days - visited.last->days > long_days) {
            found.push_back(VisitReason::long_ago);
        }
        return found;
    }
};

}  // namespace

core::Result<std::vector<VisitLine>> Province::visits() {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return std::unexpected(asked.error());
    const auto on = asked->frame.as_of;
    const auto now = facts::scene_of(asked->facts->cube(), *asked->ground, {}, on, {});
    const auto before = facts::scene_of(asked->facts->cube(), *asked->ground, {},
                                        core::Date{on.days - quiet_days}, {});
    auto visited = visits_of(*asked->facts, on);
    const Looking looking{now, before};
    std::vector<VisitLine> lines;
    for (const auto club : now.active) {
        const auto told = club_line(*asked, now, club);
        const auto& visit = visited[told.id];
        lines.push_back({.club = told.id,
                         .name = told.name,
                         .commune = told.commune.name,
                         .village = told.village,
                         .last_visit = visit.last,
                         .planned = visit.planned,
                         .reasons = looking.reasons(club, visit)});
    }
    std::ranges::sort(lines, {}, [](const VisitLine& line) {
        return std::tuple(-static_cast<std::int64_t>(line.reasons.size()), line.reasons,
                          line.commune, line.name, line.club);
    });
    return lines;
}

}  // namespace lth::app
