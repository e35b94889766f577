#include "facts/period.hpp"

#include <algorithm>
#include <array>

#include "facts/care_years.hpp"
#include "facts/meetings.hpp"

namespace lth::facts {

namespace {

using core::association::CareFlow;
using core::association::CareFlowRow;
using core::association::CareLevel;
using core::association::CareYearReported;

void name_missing(PeriodLine& line, std::string_view name) {
    if (line.missing.size() < most_missing_names) line.missing.emplace_back(name);
}

PeriodLine plain_line(PeriodFigure figure, std::int64_t count) {
    return {.figure = figure, .value = count_of(count)};
}

PeriodLine clubs_line(PeriodFigure figure, std::span<const ClubNumber> clubs) {
    return plain_line(figure, static_cast<std::int64_t>(clubs.size()));
}

PeriodLine launched_line(const Scene& scene, const Period& period) {
    std::int64_t count = 0;
    for (ClubNumber club = 0; club < scene.cube.size(); ++club) {
        const ClubHead& head = scene.cube.head(club);
        if (head.withdrawn || head.launched < period.first || head.launched > period.last) continue;
        if (scene.scope.holds(seat_on(scene.cube, scene.ground, club, period.last))) ++count;
    }
    return plain_line(PeriodFigure::launched, count);
}

PeriodLine sum_line(const Scene& scene, PeriodFigure which, Column column,
                    std::span<const ClubNumber> clubs) {
    const Total sum = total(scene, column, clubs);
    PeriodLine line{.figure = which,
                    .value = is_money(column) ? money_of(sum.value()) : count_of(sum.value()),
                    .basis = sum.basis};
    if (sum.basis.unknown == 0) return line;
    for (const ClubNumber club : clubs) {
        if (!figure(scene, column, club)) name_missing(line, scene.cube.name(club));
    }
    return line;
}

PeriodLine meetings_line(const Scene& scene, const Period& period) {
    PeriodLine line{.figure = PeriodFigure::meetings, .value = {}, .basis = BasisCounts{}};
    std::int64_t met = 0;
    std::int64_t asked = 0;
    for (const ClubNumber club : scene.active) {
        const auto held = meetings_since(scene, period.first, club);
        if (!held) continue;  // no month was over yet
        line.basis->add(held->basis);
        met += held->met;
        asked += held->asked;
        if (held->basis == Basis::unknown) name_missing(line, scene.cube.name(club));
    }
    if (line.basis->none_known()) return line;
    line.value = count_of(met);
    line.value.denominator = asked;
    return line;
}

// What one fund did in the period, in the order of the lines; nothing where it is not known.
constexpr std::size_t care_lines = 4;
struct FundSums {
    Basis basis = Basis::book;
    std::array<std::optional<std::int64_t>, care_lines> dong{0, 0, 0, 0};
};

void add_to_sums(FundSums& sums, const CareFlowRow& row) {
    auto& [received, transferred_in, spent, transferred_out] = sums.dong;
    const auto add = [](std::optional<std::int64_t>& sum, std::int64_t dong) {
        if (sum) *sum += dong;
    };
    switch (row.flow) {
        case CareFlow::received:
            add(received, row.amount.dong);
            break;
        case CareFlow::transferred_in:
            add(transferred_in, row.amount.dong);
            break;
        case CareFlow::transferred_out:
            add(transferred_out, row.amount.dong);
            break;
        case CareFlow::grant_returned:
            add(spent, -row.amount.dong);
            break;
        case CareFlow::granted:
        case CareFlow::spent_club_founding:
        case CareFlow::spent_club_management:
        case CareFlow::spent_other:
            add(spent, row.amount.dong);
            break;
    }
}

void add_stated_year(FundSums& sums, const CareYearReported& stated) {
    const auto add = [](std::optional<std::int64_t>& sum, const auto& money) {
        if (!money) sum.reset();
        if (sum) *sum += money->dong;
    };
    auto& [received, transferred_in, spent, transferred_out] = sums.dong;
    add(received, stated.received_money);
    if (received && stated.received_goods) *received += stated.received_goods->dong;
    add(transferred_in, stated.transferred_in);
    add(spent, stated.spent);
    add(transferred_out, stated.transferred_out);
}

// The funds of a scope in a period: each year by what it rests on, and never half a statement.
class Funds {
public:
    Funds(std::span<const CareFacts> care, const Period& period) : care_(care), period_(period) {}

    [[nodiscard]] std::array<PeriodLine, care_lines> lines() const {
        constexpr std::array figures = {PeriodFigure::care_received,
                                        PeriodFigure::care_transferred_in, PeriodFigure::care_spent,
                                        PeriodFigure::care_transferred_out};
        std::array<PeriodLine, care_lines> lines;
        for (std::size_t i = 0; i < care_lines; ++i) {
            lines[i] = {.figure = figures[i], .value = money_of(0), .basis = BasisCounts{}};
        }
        for (const CareFacts& care : care_) {
            const auto kept = levels_kept(care);
            for (std::size_t l = 0; l < kept.size(); ++l) {
                if (kept[l]) add(care, static_cast<CareLevel>(l), lines);
            }
        }
        for (auto& line : lines) {
            const bool known = line.basis->book + line.basis->report > 0;
            if (!known) line.value = unknown_value(ValueKind::money);
        }
        return lines;
    }

private:
    void add(const CareFacts& care, CareLevel level,
             std::array<PeriodLine, care_lines>& lines) const {
        const auto sums = sums_of(care, level);
        if (!sums) return;  // it was closed before
        for (std::size_t i = 0; i < care_lines; ++i) {
            const auto& dong = sums->dong[i];
            lines[i].basis->add(dong ? sums->basis : Basis::unknown);
            if (dong) *lines[i].value.value += *dong;
            if (!dong) name_missing(lines[i], care.row.name);
        }
    }

    [[nodiscard]] std::optional<FundSums> sums_of(const CareFacts& care, CareLevel level) const {
        std::optional<FundSums> sums;
        for (int year = core::year_of(period_.first); year <= core::year_of(period_.last); ++year) {
            const auto rests = care_year_source(care, level, year, period_.last);
            if (!rests) continue;
            if (!sums) sums.emplace();
            const bool whole = period_.first <= core::make_date(year, 1, 1) &&
                               core::make_date(year, 12, 31) <= period_.last;
            if (rests->stated != nullptr && whole) {
                sums->basis = Basis::report;
                add_stated_year(*sums, rests->stated->stated);
            } else if (rests->basis == Basis::book) {
                add_flows(*sums, care, level, year);
            } else {
                sums->dong.fill(std::nullopt);
            }
        }
        return sums;
    }

    void add_flows(FundSums& sums, const CareFacts& care, CareLevel level, int year) const {
        for (const CareFlowRow& row : care.flows) {
            const bool inside = row.live && row.level == level && core::year_of(row.on) == year &&
                                row.on >= period_.first && row.on <= period_.last;
            if (inside && !is_between(row)) add_to_sums(sums, row);
        }
    }

    [[nodiscard]] bool is_between(const CareFlowRow& row) const {
        return row.transfer && row.other &&
               std::ranges::find(care_, *row.other, &CareFacts::id) != care_.end();
    }

    std::span<const CareFacts> care_;
    const Period& period_;
};

}  // namespace

std::vector<PeriodLine> period_lines(const Scene& scene, std::span<const CareFacts> care,
                                     const Period& period) {
    std::vector<PeriodLine> lines;
    const auto add = [&](PeriodFigure figure, Column column, std::span<const ClubNumber> clubs) {
        lines.push_back(sum_line(scene, figure, column, clubs));
    };
    lines.push_back(clubs_line(PeriodFigure::clubs, scene.active));
    lines.push_back(launched_line(scene, period));
    add(PeriodFigure::members, Column::members, scene.active);
    add(PeriodFigure::women, Column::women, scene.active);
    add(PeriodFigure::elderly, Column::elderly, scene.active);
    add(PeriodFigure::hardship, Column::hardship, scene.active);
    lines.push_back(meetings_line(scene, period));
    add(PeriodFigure::capital, Column::capital, scene.active);
    add(PeriodFigure::loans_outstanding, Column::loans_outstanding, scene.active);
    add(PeriodFigure::overdue, Column::overdue, scene.active);
    auto halted = scene.suspended;
    halted.insert(halted.end(), scene.closing.begin(), scene.closing.end());
    lines.push_back(clubs_line(PeriodFigure::clubs_suspended, scene.suspended));
    lines.push_back(clubs_line(PeriodFigure::clubs_closing, scene.closing));
    add(PeriodFigure::halted_members, Column::members, halted);
    add(PeriodFigure::halted_capital, Column::capital, halted);
    add(PeriodFigure::halted_loans, Column::loans_outstanding, halted);
    for (auto& line : Funds(care, period).lines()) lines.push_back(std::move(line));
    return lines;
}

}  // namespace lth::facts
