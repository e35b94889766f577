// What associations have recorded, read from their folded books.
#include <algorithm>
#include <tuple>
#include <utility>

#include "app/list_matters.hpp"
#include "app/province.hpp"
#include "core/association/keys.hpp"
#include "core/territory/view.hpp"

namespace lth::app {
namespace {

namespace association = core::association;
using core::territory::TerritoryView;
using facts::no_node;
using facts::Node;

/// Walks the books of the scope.
class Gatherer {
public:
    Gatherer(const ProvinceFacts& facts, const facts::Ground& ground, const facts::Scope& scope,
             const Frame& frame)
        : facts_(facts), ground_(ground), scope_(scope), frame_(frame) {}

    void take(const core::BookId& id, const association::Association& book, Node asked,
              AssociationsView& view) {
        const auto row = association::association_row(book);
        const Node node = row.unit ? place(*row.unit) : no_node;
        // A book that came to the unit with one that has gone lends it no name.
        const bool own = node != no_node && ground_.view.units[node].id == row.unit;
        if (own && node == asked) {
            view.association = row.name;
        } else if (own && is_above(node, asked)) {
            view.upper_association = row.name;  // the nearest is taken last: books come by level
        }
        if (!scope_.intervals.empty() && (node == no_node || !scope_.holds(node))) return;
        add_funds(id, book, row.name, node, own && node == asked, view);
        for (const auto& record : book.ops) {
            if (record.live && record.reverses == association::no_op && record.on <= frame_.as_of) {
                add({id, record.seq, record.op_index}, book, record, row.name, view);
            }
        }
    }

private:
    [[nodiscard]] Node place(core::UnitId unit) const {
        const auto* found = core::territory::place_of(ground_.view, unit);
        return found == nullptr ? no_node : found->unit;
    }
    [[nodiscard]] std::string unit_name(Node node) const {
        return node == no_node ? std::string() : ground_.view.units[node].name;
    }
    [[nodiscard]] bool is_above(Node upper, Node lower) const {
        return upper != no_node && lower != no_node && upper != lower &&
               core::territory::is_within(ground_.view, lower, upper);
    }
    [[nodiscard]] std::string club_name(const core::BookId& club) const {
        const auto number = facts_.cube().find(club);
        return number ? std::string(facts_.cube().name(*number)) : std::string();
    }

    void add_funds(const core::BookId& id, const association::Association& book,
                   const std::string& name, Node node, bool value, AssociationsView& view) const {
        const auto care = std::ranges::find(facts_.care(), id, &facts::CareFacts::id);
        if (care == facts_.care().end()) return;
        const int year = view.care_year;
        for (std::size_t i = 0; i < association::care_level_count; ++i) {
            const auto level = static_cast<association::CareLevel>(i);
            const auto rests = facts::care_year_source(*care, level, year, frame_.as_of);
            if (!rests || rests->basis == facts::Basis::unknown) continue;
            auto& line = view.funds.emplace_back(CareFundLine{
                .book = id, .association = name, .unit = unit_name(node), .level = level});
            line.own = value;
            line.basis = rests->basis;
            line.published = association::publish(book, level, year, frame_.as_of);
            if (rests->stated != nullptr) line.stated = rests->stated->stated;
            const auto opened = association::fund_row(book, level).opened;
            if (opened > core::make_date(year, 1, 1)) line.opened = opened;
        }
    }

    void add(const OpPlace& place, const association::Association& book,
             const association::OpRecord& record, const std::string& name, AssociationsView& view) {
        if (const auto* held = std::get_if<association::TrainingHeld>(&record.what)) {
            view.trainings.push_back({record.on, name, held->topic, held->days.value,
                                      held->participants.value,
                                      static_cast<std::int64_t>(held->clubs.size()), place});
        } else if (const auto* met = std::get_if<association::SteeringMet>(&record.what)) {
            view.steering.push_back({record.on, met->present.value, place});
        } else if (const auto* raised = std::get_if<association::ObstacleRaised>(&record.what)) {
            MatterLine line;
            line.on = record.on;
            line.association = name;
            line.subject = raised->subject;
            if (raised->club) line.club = club_name(*raised->club);
            line.level = raised->to;
            line.place = place;
            find_end(book, raised->obstacle, line);
            view.matters.push_back(std::move(line));
        } else if (const auto* made = std::get_if<association::ProposalMade>(&record.what)) {
            MatterLine line;
            line.on = record.on;
            line.association = name;
            line.subject = made->subject;
            line.to = made->to.value;
            line.proposal = true;
            if (made->document) line.document = made->document->value;
            line.place = place;
            find_end(book, made->proposal, line);
            view.matters.push_back(std::move(line));
        } else if (const auto* due = std::get_if<association::ReportDue>(&record.what)) {
            const auto& territory = facts_.folds().territory;
            const bool is_late = due->due < frame_.as_of && is_owed(book, due->report);
            if (!is_late || unit_ended(territory, due->unit, frame_.as_of)) return;
            const auto unit = unit_name(this->place(due->unit));
            view.owed.push_back(
                {due->due, due->kind, unit.empty() ? "một đơn vị không còn trên bản đồ" : unit});
        }
    }

    // Not handed in, or given back, as it was known on as_of.
    [[nodiscard]] bool is_owed(const association::Association& book, core::RecordId report) const {
        bool owed = true;
        for (const auto& later : book.ops) {
            const auto step = association::record_step(later.what);
            if (!later.live || later.on > frame_.as_of || !step || step->record != report) continue;
            owed = std::holds_alternative<association::ReportDue>(later.what) ||
                   std::holds_alternative<association::ReportReturned>(later.what);
        }
        return owed;
    }

    // When a matter was answered or decided, as it was known on as_of.
    void find_end(const association::Association& book, core::RecordId record,
                  MatterLine& line) const {
        for (const auto& later : book.ops) {
            if (!later.live || later.on > frame_.as_of) continue;
            const auto* answer = std::get_if<association::ObstacleAnswered>(&later.what);
            const auto* decided = std::get_if<association::ProposalDecided>(&later.what);
            if (answer != nullptr && answer->obstacle == record) {
                line.outcome = answer->outcome;
            } else if (decided != nullptr && decided->proposal == record) {
                line.decision = decided->decision;
                if (decided->document) line.decided_by = decided->document->value;
            } else {
                continue;
            }
            line.ended_on = later.on;
            line.end = {line.place.book, later.seq, later.op_index};
            return;
        }
    }

    const ProvinceFacts& facts_;
    const facts::Ground& ground_;
    const facts::Scope& scope_;
    const Frame& frame_;
};

std::vector<UnitDecisionLine> decisions_in(const core::territory::Territory& territory,
                                           const TerritoryView& view, const facts::Scope& scope,
                                           core::Date as_of) {
    std::vector<UnitDecisionLine> lines;
    for (const auto& open : core::territory::open_decisions(territory, as_of)) {
        const auto* place = core::territory::place_of(view, open.unit);
        const Node node = place == nullptr ? no_node : place->unit;
        if (!scope.intervals.empty() && (node == no_node || !scope.holds(node))) continue;
        lines.push_back({open.since, open.name, static_cast<std::int64_t>(open.villages.size()),
                         open.kind == core::territory::DecisionKind::split});
    }
    return lines;
}

// As an office is called whose association has not been registered.
std::string default_name(const TerritoryView& map, Node node) {
    return node == no_node ? std::string() : "Hội Người cao tuổi " + map.units[node].name;
}

// Orders that do not depend on the ids of books.
void sort(AssociationsView& view) {
    std::ranges::sort(view.funds, {}, [](const CareFundLine& line) {
        return std::tuple(line.level, line.unit, line.association);
    });
    std::ranges::sort(view.quotas, {}, [](const QuotaResult& line) {
        return std::tuple(line.year, line.within, line.unit_name, line.assigned);
    });
    std::ranges::sort(view.trainings, {}, [](const TrainingLine& line) {
        return std::tuple(line.on, line.association, line.topic, line.participants);
    });
    std::ranges::sort(view.matters, {}, [](const MatterLine& line) {
        return std::tuple(line.on, line.association, line.proposal, line.subject, line.club,
                          line.to);
    });
    std::ranges::sort(view.steering, {},
                      [](const SteeringLine& line) { return std::pair(line.on, line.present); });
    std::ranges::sort(view.owed, {}, [](const OwedReportLine& line) {
        return std::tuple(line.due, line.kind, line.unit);
    });
}

}  // namespace

core::Result<AssociationsView> Province::associations(const Question& question, int care_year) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask(question);
    if (!asked) return std::unexpected(asked.error());
    auto& facts = *asked->facts;
    const auto as_of = asked->frame.as_of;
    AssociationsView view;
    view.frame = asked->frame;
    view.care_year = care_year != 0 ? care_year : core::year_of(as_of + 1) - 1;

    const auto& map = asked->ground->view;
    const Node node = asked->node == no_node && !map.units.empty() ? 0 : asked->node;
    Gatherer gatherer(facts, *asked->ground, asked->scope, asked->frame);
    // The wider associations first.
    std::vector<std::pair<core::BookId, const association::Association*>> books;
    for (const auto& [id, book] : facts.folds().associations) books.emplace_back(id, &book);
    std::ranges::sort(books, {}, [](const auto& book) {
        auto row = association::association_row(*book.second);
        return std::pair(row.level, std::move(row.name));
    });
    for (const auto& [id, book] : books) gatherer.take(id, *book, node, view);
    if (view.association.empty()) view.association = default_name(map, node);
    if (view.upper_association.empty() && node > 0) {
        view.upper_association = default_name(map, map.units.empty() ? no_node : 0);
    }
    // No association stands at a cluster: the province's is over it.
    if (asked->cluster != nullptr) view.upper_association = std::exchange(view.association, {});

    const auto* scheme = facts.scheme_asked(question.scheme, as_of);
    const int last = core::year_of(scheme == nullptr ? as_of : std::min(as_of, scheme->ends));
    const int first =
        scheme == nullptr ? last : std::min(last, core::year_of(scheme->baseline) + 1);
    const auto care = facts.care_in(*asked->ground, asked->scope);
    const auto years = facts::care_years(care, first, last, as_of);
    for (int year = first; year <= last; ++year) {
        view.care_years.push_back({year, years.all.at(year), years.top.at(year)});
    }
    const MattersFrom from{facts, *asked->ground, as_of};
    view.quotas = list_quotas(from, asked->scope);
    if (scheme != nullptr) {
        const auto begins = scheme->baseline + 1;
        std::erase_if(view.quotas, [&](const QuotaResult& line) {
            if (question.scheme.empty()) return false;
            return line.year.value < core::year_of(begins) ||
                   line.year.value > core::year_of(scheme->ends);
        });
        view.beside_quotas = launched_beside_quotas(from, asked->scope, begins, scheme->ends);
    }
    view.decisions = decisions_in(facts.folds().territory, map, asked->scope, as_of);
    sort(view);
    return view;
}

}  // namespace lth::app
