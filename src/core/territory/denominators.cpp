#include "core/territory/denominators.hpp"

#include <algorithm>

namespace lth::core::territory {
namespace {

using Value = std::optional<Denominator>;

std::optional<Count> figure_of(const UnitReported& report, Figure figure) {
    switch (figure) {
        case Figure::villages:
            return report.villages;
        case Figure::elderly_population:
            return report.elderly_population;
        case Figure::poor_households:
            return report.poor_households;
    }
    return std::nullopt;
}

Value sum(Value total, const Value& part) {
    if (!total || !part) return std::nullopt;
    total->value += part->value;
    total->synthetic = total->synthetic || part->synthetic;
    return total;
}

/// The links of the last day in (after, until], of one unit.
std::vector<UnitLink> last_links(std::span<const UnitLink> links, Date after, Date until) {
    std::vector<UnitLink> found;
    for (const auto& link : links) {
        if (link.from <= after || link.from > until) continue;
        if (!found.empty() && found.front().from != link.from) found.clear();
        found.push_back(link);
    }
    return found;
}

class Statements {
public:
    explicit Statements(const Territory& book) : book_(book) {}

    /// What was stated about the unit itself, or about all that it was wholly made of since.
    [[nodiscard]] Value stated(UnitSlot unit, Figure figure, Date date) const {
        const auto& history = book_.units[unit];
        Value value;
        Date as_of = first_date - 1;
        for (const auto& [op, report] : history.reports) {
            if (report.as_of > date) break;
            const auto count = figure_of(report, figure);
            if (!count) continue;
            as_of = report.as_of;
            value = Denominator{.value = count->value,
                                .source = FigureSource::report,
                                .synthetic = report.evidence == Evidence::synthetic};
        }
        const auto lost = last_links(history.successors, as_of, date);
        if (std::ranges::any_of(lost, [&](const UnitLink& l) { return l.other != unit; })) {
            return std::nullopt;
        }
        const auto gained = last_links(history.predecessors, as_of, date);
        if (gained.empty()) return value;
        return from_predecessors(unit, gained, figure);
    }

    /// True if the villages in this book are said to be all there are in the unit.
    [[nodiscard]] Value complete(UnitSlot unit, Date date) const {
        const auto above = declared(unit, date);
        if (above) return above;
        const auto gained = last_links(book_.units[unit].predecessors, first_date - 1, date);
        if (gained.empty()) return std::nullopt;
        Value all = Denominator{.source = FigureSource::list};
        for (const auto& link : gained) {
            // A kept unit may stand among its own predecessors.
            all = sum(all, complete(link.other, link.from - 1));
        }
        const auto before = unit_on(book_, unit, gained.front().from - 1);
        if (before.exists) all = sum(all, complete(unit, gained.front().from - 1));
        return all;
    }

private:
    /// Declared complete, of the unit or of what it stands under, and nothing joined it since.
    [[nodiscard]] Value declared(UnitSlot unit, Date date) const {
        for (int level = 0; level < 3; ++level) {
            const auto& history = book_.units[unit];
            for (auto at = history.reports.size(); at-- > 0;) {
                const auto& report = history.reports[at].report;
                if (report.as_of > date || !report.villages_complete) continue;
                if (!last_links(history.predecessors, report.as_of, date).empty()) break;
                return Denominator{.source = FigureSource::list,
                                   .synthetic = report.evidence == Evidence::synthetic};
            }
            const auto state = unit_on(book_, unit, date);
            const auto at =
                state.parent ? book_.unit_index.find(*state.parent) : book_.unit_index.end();
            if (at == book_.unit_index.end()) return std::nullopt;
            unit = at->second;
        }
        return std::nullopt;
    }

    [[nodiscard]] Value from_predecessors(UnitSlot unit, std::span<const UnitLink> gained,
                                          Figure figure) const {
        const Date eve = gained.front().from - 1;
        Value total = Denominator{};
        bool names_itself = false;
        for (const auto& link : gained) {
            names_itself = names_itself || link.other == unit;
            const auto part =
                link.share == Share::whole ? stated(link.other, figure, eve) : std::nullopt;
            total = sum(total, part);
        }
        if (!names_itself && unit_on(book_, unit, eve).exists) {
            total = sum(total, stated(unit, figure, eve));
        }
        return total;
    }

    const Territory& book_;
};

}  // namespace

std::optional<Denominator> denominator(const Territory& territory, const TerritoryView& view,
                                       Node node, Figure figure) {
    const auto& unit = view.units[node];
    const auto slot = territory.unit_index.at(unit.id);
    const Statements statements(territory);
    const auto date = view.dates.villages;
    if (figure == Figure::villages) {
        if (auto listed = statements.complete(slot, date)) {
            listed->value = unit.end_village - unit.first_village;
            return listed;
        }
    }
    if (const auto own = statements.stated(slot, figure, date)) return own;
    if (unit.level == Level::commune) return std::nullopt;
    Value total = Denominator{};
    bool any = false;
    for (Node child = node + 1; child < unit.end; child = view.units[child].end) {
        if (view.units[child].standing != Standing::live) continue;
        any = true;
        const auto part = denominator(territory, view, child, figure);
        if (any && part && total && part->source == FigureSource::list) {
            total->source = FigureSource::list;
        }
        total = sum(total, part);
    }
    return any ? total : std::nullopt;
}

}  // namespace lth::core::territory
