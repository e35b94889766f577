#include "intake/reform.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/map_totals.hpp"
#include "sheet/outline.hpp"
#include "sheet/parse.hpp"

namespace lth::intake {
namespace {

std::string totals_text(const core::territory::UnitTotals& held) {
    return std::to_string(held.clubs) + " · " + std::to_string(held.members) + " · " +
           to_text(held.capital) + " · " + to_text(held.loans) + " · " + to_text(held.care_funds);
}

/// The cells that rules on the two tables name as their field.
std::optional<sheet::ColumnId> cell_of(std::string_view field) {
    using enum sheet::ColumnId;
    static const std::map<std::string_view, sheet::ColumnId> cells = {
        {"code", code},         {"name", name},         {"kind", kind},
        {"old_code", old_code}, {"old_name", old_name}, {"parent_code", parent_code},
        {"new_code", new_code}, {"new_name", new_name}, {"share", share}};
    const auto found = cells.find(field);
    return found == cells.end() ? std::nullopt : std::optional(found->second);
}

/// Puts what is wrong with rows of the two tables where it stands in the file.
class ReformFile {
public:
    explicit ReformFile(const File& file)
        : workbook_(file.workbook),
          tables_(sheet::outline(file.workbook, *sheet::find_import_kind("reform"))) {}

    [[nodiscard]] sheet::RowError placed(core::Rejection what) const {
        sheet::RowError error{{}, 0, {}, {}, std::move(what)};
        auto& facts = error.rejection.facts;
        std::optional<std::size_t> sheet;
        for (const auto& [name, value] : facts) {
            if (name == "row") error.row = std::stoul(value);
            if (name == "sheet") sheet = std::stoul(value);
        }
        std::erase_if(facts, [](const core::Fact& fact) { return fact.name == "sheet"; });
        if (sheet && *sheet < workbook_.sheets.size()) {
            error.sheet = workbook_.sheets[*sheet].name;
            name_cell(*sheet, error.rejection.field, error);
        }
        return error;
    }

private:
    void name_cell(std::size_t sheet, std::string_view field, sheet::RowError& error) const {
        const auto id = cell_of(field);
        if (!id || error.row == 0) return;
        const auto& rows = workbook_.sheets[sheet].rows;
        for (const auto& table : tables_) {
            if (table.sheet != sheet) continue;
            for (const auto& column : table.columns) {
                if (column.known == nullptr || column.known->id != *id) continue;
                error.column = column.heading;
                if (error.row > rows.size() || column.at >= rows[error.row - 1].size()) return;
                error.found = sheet::shown(rows[error.row - 1][column.at]);
                return;
            }
        }
    }

    const sheet::Workbook& workbook_;
    std::vector<sheet::Outline> tables_;
};

/// What the plan makes of the map, unit by unit.
class Shower {
public:
    Shower(const core::territory::ReformPlan& plan, const core::territory::ReformApplied& made)
        : plan_(plan), made_(made) {
        for (const auto& unit : plan.before.units) before_[unit.id] = &unit;
        for (const auto& row : made.created) begun_.insert(row.unit);
        for (const auto& row : made.changed) changed_.insert(row.unit);
        for (const auto& row : made.successions) into_[row.to].push_back(row);
    }

    ReformShown show() const {
        ReformShown shown{.ended = made_.abolished.size(),
                          .begun = made_.created.size(),
                          .receiving = 0,
                          .changed = 0,
                          .units = {},
                          .left = {}};
        for (const auto& unit : plan_.after.units) {
            if (unit.standing != core::territory::Standing::live) continue;
            auto one = unit_of_map(unit);
            if (!one.begins && !one.from.empty()) ++shown.receiving;
            if (one.begins || !one.from.empty() || changed_.contains(unit.id)) {
                shown.units.push_back(std::move(one));
            }
        }
        shown.changed = shown.units.size();
        std::set<core::UnitId> explained;
        for (const auto& row : made_.successions) explained.insert(row.from);
        for (const auto id : made_.abolished) {
            if (!explained.contains(id)) shown.left.push_back(part_of(id, Share::whole));
        }
        return shown;
    }

private:
    using Share = core::territory::Share;

    [[nodiscard]] ReformPart part_of(core::UnitId id, Share share) const {
        const bool whole = share == Share::whole;
        const auto found = before_.find(id);
        if (found == before_.end()) return {.code = to_text(id), .name = {}, .whole = whole};
        return {.code = found->second->code, .name = found->second->name, .whole = whole};
    }
    [[nodiscard]] ReformUnit unit_of_map(const core::territory::UnitNode& unit) const {
        ReformUnit one{.code = unit.code,
                       .name = unit.name,
                       .begins = begun_.contains(unit.id),
                       .was = {},
                       .from = {}};
        const auto before = before_.find(unit.id);
        if (!one.begins && before != before_.end() && before->second->name != unit.name) {
            one.was = before->second->name;
        }
        const auto rows = into_.find(unit.id);
        if (rows == into_.end()) return one;
        for (const auto& row : rows->second) {
            one.from.push_back(part_of(row.from, row.share));
        }
        return one;
    }

    const core::territory::ReformPlan& plan_;
    const core::territory::ReformApplied& made_;
    std::map<core::UnitId, const core::territory::UnitNode*> before_;
    std::set<core::UnitId> begun_, changed_;
    std::map<core::UnitId, std::vector<core::territory::Succession>> into_;
};

std::optional<ReformShown> reform_shown(const core::territory::ReformPlan& plan) {
    if (plan.ops.empty()) return std::nullopt;
    const auto* made = std::get_if<core::territory::ReformApplied>(&plan.ops.front().what);
    return made == nullptr ? std::nullopt : std::optional(Shower(plan, *made).show());
}

/// Of a list that could not be read to its end one cannot say what is not in it.
bool is_about_missing(const core::Rejection& what) {
    const auto rule = what.rule.id();
    return rule == "territory.row.new_unknown" || rule == "territory.row.parent_unknown";
}

void note_certificate(const ReformDraft& draft, std::vector<Note>& notes) {
    const auto say = [&](core::Rejection what) { notes.push_back({{}, 0, std::move(what)}); };
    const auto& held = draft.certificate;
    std::string moved;
    for (const auto& line : held.lines) {
        if (!line.conserved()) moved += "; ≠ " + line.code + " " + line.name;
    }
    say(core::make_rejection("import.note.certificate", {},
                             {{"before", totals_text(held.before)},
                              {"verdict", held.conserved() ? "=" : "≠"},
                              {"after", totals_text(held.after) + moved}}));
    if (const auto open = draft.reform.decisions.size(); open > 0) {
        say(core::make_rejection("import.note.open_decisions", {},
                                 {{"count", std::to_string(open)}}));
    }
}

}  // namespace

ReformTables reform_tables(const sheet::Rows<sheet::SuccessionRow>& successions,
                           const sheet::Rows<sheet::UnitRow>& units) {
    ReformTables tables;
    for (const auto& row : successions.rows) {
        const bool part = row.share == sheet::Share::part;
        tables.successions.push_back({static_cast<std::int32_t>(row.at.row), row.old_code,
                                      row.old_name.value_or(""), row.new_code.value_or(""),
                                      row.new_name.value_or(""), part ? "part" : "whole",
                                      row.at.sheet});
    }
    for (const auto& row : units.rows) {
        tables.units.push_back({static_cast<std::int32_t>(row.at.row), row.code, row.name, row.kind,
                                row.parent_code.value_or(""), row.at.sheet});
    }
    return tables;
}

ReformDraft plan_reform(Planner& planner, const ReformTables& tables,
                        const core::territory::ReformTerms& terms) {
    if (planner.territory().units.empty()) {
        planner.error({}, core::make_rejection("import.province.missing"));
    }
    const bool all_read = tables.unread.empty();
    if (all_read && is_on_map(planner.territory(), tables.units, terms.effective)) {
        ReformDraft done{.reform = {}, .certificate = {}, .plan = {}, .on_map = true};
        done.plan = planner.take("reform", terms.legal_basis.value);
        return done;
    }
    ReformDraft draft{.reform = core::territory::plan_reform(
                          planner.territory(), tables.successions, tables.units, terms),
                      .certificate = {},
                      .plan = {},
                      .on_map = false};
    const auto eve = terms.effective - 1;
    draft.certificate = core::territory::certify(
        draft.reform, app::totals_on(planner.facts(), draft.reform.before, eve),
        app::totals_on(planner.facts(), draft.reform.after, eve));
    if (all_read && !planner.has_errors()) {
        planner.propose(planner.only_book(core::BookKind::territory), core::BookKind::territory,
                        drafted(draft.reform.ops));
    }
    for (const auto& error : draft.reform.errors) planner.error({}, error);
    draft.plan = planner.take("reform", terms.legal_basis.value);
    return draft;
}

Plan plan_reform_file(Planner& planner, const File& file) {
    using sheet::SheetKind;
    auto units = sheet::read_table<sheet::UnitRow>(file.workbook, SheetKind::units);
    auto successions =
        sheet::read_table<sheet::SuccessionRow>(file.workbook, SheetKind::successions);
    auto tables = reform_tables(successions.rows, units.rows);
    const bool units_read = units.errors.empty();
    for (auto* errors : {&units.errors, &successions.errors}) {
        std::ranges::move(*errors, std::back_inserter(tables.unread));
    }
    const auto& options = planner.options();
    if (!options.as_of) planner.error({}, core::make_rejection("import.reform.day_missing"));
    if (options.legal_basis.empty()) {
        planner.error({}, core::make_rejection("import.reform.basis_missing"));
    }
    if (planner.territory().units.empty()) {
        planner.error({}, core::make_rejection("import.province.missing"));
    }
    if (planner.has_errors()) {
        auto plan = planner.take("reform", file.name);
        std::ranges::move(tables.unread, std::back_inserter(plan.errors));
        return plan;
    }
    auto draft = plan_reform(planner, tables,
                             {.effective = *options.as_of,
                              .on = planner.today(),
                              .legal_basis = {options.legal_basis},
                              .evidence = core::territory::Evidence::law});
    auto& plan = draft.plan;
    const ReformFile places(file);
    std::vector<sheet::RowError> told = std::move(tables.unread);
    const auto tell = [&](const core::Rejection& what) {
        if (units_read || !is_about_missing(what)) told.push_back(places.placed(what));
    };
    for (const auto& error : plan.errors) tell(error.rejection);
    for (const auto* list : {&draft.reform.skipped, &draft.reform.notes}) {
        for (const auto& one : *list) {
            if (one.rule.id().ends_with("_unknown")) {
                tell(one);
                continue;
            }
            auto at = places.placed(one);
            plan.notes.push_back({at.sheet, at.row, std::move(at.rejection)});
        }
    }
    plan.errors = std::move(told);
    if (!draft.on_map && plan.errors.empty()) {
        note_certificate(draft, plan.notes);
        plan.reform = reform_shown(draft.reform);
    }
    plan.source = file.name;
    plan.rows = units.rows.rows.size() + successions.rows.rows.size() + units.rows.unusable +
                successions.rows.unusable;
    return std::move(plan);
}

}  // namespace lth::intake
