// The map through time: reforms with their certificates, open decisions, the story of a unit.
#include <algorithm>
#include <map>
#include <set>

#include "app/map_totals.hpp"
#include "app/province.hpp"

namespace lth::app {
namespace {

using core::territory::Territory;
using core::territory::UnitTotals;

HeldTotals held(const UnitTotals& totals) {
    return {.clubs = totals.clubs,
            .members = totals.members,
            .capital = totals.capital,
            .loans = totals.loans,
            .care_funds = totals.care_funds};
}

std::optional<core::Date> day_of(const Territory& territory, core::territory::OpNumber op) {
    for (const auto& unit : territory.units) {
        for (const auto& fact : unit.facts) {
            if (fact.op == op) return fact.from;
        }
    }
    return std::nullopt;
}

using ReformOps = std::set<core::territory::OpNumber>;  // in the order of the book, never empty

// By day, what says that communes were merged or split: one resolution at once, or unit by unit.
std::map<core::Date, ReformOps> reforms_by_day(const Territory& territory) {
    std::map<core::Date, ReformOps> days;
    for (core::territory::OpNumber op = 0; op < territory.ops.size(); ++op) {
        const auto& record = territory.ops[op];
        if (!record.live || record.op != core::territory::ReformApplied::op) continue;
        if (const auto day = day_of(territory, op)) days[*day].insert(op);
    }
    for (core::territory::UnitSlot slot = 0; slot < territory.units.size(); ++slot) {
        for (const auto& link : territory.units[slot].successors) {
            if (is_of_commune(territory, slot, link)) days[link.from].insert(link.op);
        }
    }
    return days;
}

std::string bases_of(const Territory& territory, const ReformOps& ops) {
    std::set<std::string_view> said;
    std::string text;
    for (const auto op : ops) {
        const auto& basis = territory.ops[op].legal_basis;
        if (basis.empty() || !said.insert(basis).second) continue;
        text += (text.empty() ? "" : "; ") + basis;
    }
    return text;
}

ReformLine reform_line(ProvinceFacts& facts, core::Date effective, const ReformOps& ops) {
    const auto& territory = facts.folds().territory;
    const auto& record = territory.ops[*ops.begin()];
    const auto applied = applied_reform(territory, effective);
    const auto certificate = certificate_of(facts, applied, effective);
    ReformLine line{.seq = record.seq,
                    .effective = effective,
                    .legal_basis = bases_of(territory, ops),
                    .evidence = record.evidence};
    const auto communes = [](const core::territory::TerritoryView& view) {
        return static_cast<std::int64_t>(
            core::territory::count_units(view, core::territory::Level::commune));
    };
    line.communes_before = communes(applied.before);
    line.communes_after = communes(applied.after);
    std::vector<core::UnitId> parted;
    const auto* reform = std::get_if<core::territory::ReformApplied>(&applied.ops.front().what);
    for (const auto& one : reform->successions) {
        if (one.share == core::territory::Share::whole) {
            ++line.merged_whole;
        } else if (std::ranges::count(parted, one.from) == 0) {
            parted.push_back(one.from);
        }
    }
    line.split = static_cast<std::int64_t>(parted.size());
    line.conserved = certificate.conserved();
    line.before = held(certificate.before);
    line.after = held(certificate.after);
    for (const auto& one : certificate.lines) {
        if (one.before == UnitTotals{} && one.after == UnitTotals{}) continue;
        line.communes.push_back({.code = one.code,
                                 .name = one.name,
                                 .before = held(one.before),
                                 .after = held(one.after),
                                 .by_villages = one.by_villages,
                                 .conserved = one.conserved()});
    }
    return line;
}

DecisionLine decision_line(const Territory& territory,
                           const core::territory::OpenDecision& decision, core::Date day) {
    DecisionLine line{.kind = decision.kind == core::territory::DecisionKind::split
                                  ? OpenKind::split
                                  : OpenKind::successor,
                      .unit = decision.unit,
                      .code = decision.code,
                      .name = decision.name,
                      .since = decision.since,
                      .villages_on_record = decision.villages_on_record};
    for (const auto& choice : decision.choices) {
        line.choices.push_back(named_unit(territory, territory.unit_index.at(choice), day));
    }
    for (const auto& village : decision.villages) {
        const auto slot = territory.village_index.at(village);
        line.villages.push_back(
            {.village = village, .name = std::string(village_on(territory, slot, day).name)});
    }
    return line;
}

}  // namespace

const std::vector<ReformLine>& Province::reforms() {
    auto& facts = current();
    if (reforms_ && reforms_marker_ == marker_) return *reforms_;
    std::vector<ReformLine> lines;
    for (const auto& [day, ops] : reforms_by_day(facts.folds().territory)) {
        lines.push_back(reform_line(facts, day, ops));
    }
    std::ranges::reverse(lines);
    reforms_ = std::move(lines);
    reforms_marker_ = marker_;
    return *reforms_;
}

MapView Province::map() {
    const std::lock_guard lock(mutex_);
    MapView view{.on = core::business_date(clock_.now_ms()),
                 .book = only_book(core::BookKind::territory),
                 .reforms = reforms()};
    const auto& territory = current().folds().territory;
    for (const auto& decision : core::territory::open_decisions(territory, view.on)) {
        view.decisions.push_back(decision_line(territory, decision, view.on));
    }
    return view;
}

core::Result<UnitStoryView> Province::unit_story(std::string_view code_or_id) {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    if (!asked) return std::unexpected(asked.error());
    const auto& map = asked->ground->view;
    std::optional<core::UnitId> unit;
    if (const auto node = core::territory::find_code(map, code_or_id); node != facts::no_node) {
        unit = map.units[node].id;
    } else if (const auto id = core::parse_base32(code_or_id)) {
        unit = core::UnitId{*id};
    }
    std::optional<UnitStory> story;
    if (unit) story = app::unit_story(asked->facts->folds().territory, map, *unit);
    if (!story) {
        return core::reject(
            "question.unit.unknown", "unit",
            {{"unit", std::string(code_or_id)}, {"date", to_text(asked->frame.units_as_of)}});
    }
    return UnitStoryView{.on = asked->frame.as_of,
                         .book = only_book(core::BookKind::territory),
                         .unit = std::move(*story)};
}

}  // namespace lth::app
