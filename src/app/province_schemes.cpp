// Schemes and their versions, the copy of one as a new text, and clusters.
#include <algorithm>

#include "app/clusters.hpp"
#include "app/province.hpp"

namespace lth::app {
namespace {

using facts::Scheme;
using facts::SchemeTarget;

TargetLine target_line(const SchemeTarget& target) {
    TargetLine line{.id = target.id,
                    .measure = target.measure,
                    .unit = std::string(facts::unit_text(target.unit)),
                    .relation = std::string(facts::relation_text(target.relation)),
                    .goal = target.goal,
                    .min = target.min,
                    .max = target.max,
                    .amount = target.amount,
                    .milestones = {},
                    .name_vi = target.name.vi,
                    .name_en = target.name.en};
    for (const auto& [by, goal] : target.milestones) line.milestones.push_back({by, goal});
    return line;
}

SchemeVersionLine version_line(const SchemeVersion& version) {
    const auto& scheme = version.scheme;
    SchemeVersionLine line{.from = version.from,
                           .legal_basis = version.legal_basis,
                           .name_vi = scheme.name.vi,
                           .name_en = scheme.name.en,
                           .begins = scheme.begins,
                           .ends = scheme.ends,
                           .baseline = scheme.baseline};
    for (const auto& target : scheme.targets) line.targets.push_back(target_line(target));
    for (const auto& paper : scheme.dossier) {
        line.dossier.push_back({paper.id, paper.name.vi, paper.name.en});
    }
    return line;
}

SchemeState state_on(const Scheme& scheme, core::Date day) {
    if (day < scheme.begins) return SchemeState::ahead;
    return day <= scheme.ends ? SchemeState::running : SchemeState::ended;
}

// The copied text's own words, else those of any scheme that has the target.
const SchemeTarget* words_of(const ProvinceFacts& facts, const Scheme& copied,
                             std::string_view target) {
    const auto in = [&](const Scheme& scheme) -> const SchemeTarget* {
        const auto found = std::ranges::find(scheme.targets, target, &SchemeTarget::id);
        return found == scheme.targets.end() ? nullptr : &*found;
    };
    if (const auto* own = in(copied)) return own;
    for (const auto& scheme : facts.schemes()) {
        if (const auto* other = in(scheme)) return other;
    }
    return nullptr;
}

core::Rejection beside(std::string_view field, core::Rejection rejection) {
    rejection.field = field;
    return rejection;
}

core::Result<std::vector<SchemeTarget>> targets_of(const ProvinceFacts& facts, const Scheme& copied,
                                                   const SchemeDraft& draft) {
    std::vector<SchemeTarget> targets;
    for (const auto& id : facts::target_ids()) {
        const auto wanted = std::ranges::find(draft.targets, id, &TargetDraft::id);
        if (wanted == draft.targets.end()) continue;
        const auto* words = words_of(facts, copied, id);
        if (words == nullptr) {
            return core::reject("adoption.target.unknown", "targets/" + std::string(id),
                                {{"target", std::string(id)}});
        }
        auto target = *words;
        target.goal = wanted->goal;
        if (!wanted->name_vi.empty()) target.name.vi = wanted->name_vi;
        if (!wanted->name_en.empty()) target.name.en = wanted->name_en;
        for (const auto& [said, own] : {std::pair{wanted->min, &target.min},
                                        {wanted->max, &target.max},
                                        {wanted->amount, &target.amount}}) {
            if (said && *own) *own = said;
        }
        // Those of the copied text are the old document's.
        if (wanted->milestones || draft.id != draft.copy_of) target.milestones.clear();
        for (const auto& [by, goal] : wanted->milestones.value_or(std::vector<MilestoneLine>())) {
            target.milestones.push_back({by, goal});
        }
        targets.push_back(std::move(target));
    }
    if (targets.empty()) return core::reject("adoption.scheme.no_target", "targets");
    return targets;
}

// What is wrong with one target stands beside that target.
std::optional<core::Rejection> wrong_target(const Scheme& scheme) {
    for (const auto& target : scheme.targets) {
        auto alone = scheme;
        alone.targets = {target};
        const auto read = facts::parse_scheme(facts::write_scheme(alone));
        if (!read) return beside("targets/" + target.id, read.error());
    }
    return std::nullopt;
}

// A key of the text as the form names it.
std::string_view form_field(std::string_view field) {
    if (field == "name_vi" || field == "name_en" || field == "id" || field == "legal_basis") {
        return field;
    }
    if (field.starts_with("dossier")) return "dossier";
    return field == "ends" || field == "begins" || field == "baseline" ? field : "";
}

}  // namespace

SchemesView Province::schemes() {
    const std::lock_guard lock(mutex_);
    auto& facts = current();
    SchemesView view{.on = core::business_date(clock_.now_ms()),
                     .book = only_book(core::BookKind::registry)};
    for (const auto& id : facts::target_ids()) view.target_ids.emplace_back(id);
    for (const auto& scheme : facts.schemes()) {
        SchemeLine line{.id = scheme.id, .national = !scheme.province_code};
        const auto* now = facts.find_scheme(scheme.id, view.on);
        line.state = state_on(*now, view.on);
        for (const auto* version : facts.versions(scheme.id)) {
            line.versions.push_back(version_line(*version));
            line.versions.back().in_force = &version->scheme == now;
        }
        view.schemes.push_back(std::move(line));
    }
    for (const auto& [op, added] : facts.folds().registry.programmes) {
        view.programmes.push_back({.programme = added.programme,
                                   .name = added.name.value,
                                   .scheme = added.scheme ? added.scheme->value : std::string()});
    }
    return view;
}

core::Result<DraftedScheme> Province::draft_scheme(const SchemeDraft& draft) {
    const std::lock_guard lock(mutex_);
    auto& facts = current();
    const auto* copied = facts.find_scheme(draft.copy_of, core::last_date);
    if (copied == nullptr) {
        return core::reject("question.scheme.unknown", "copy_of", {{"scheme", draft.copy_of}});
    }
    const bool is_id = !draft.id.empty() && std::ranges::all_of(draft.id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!is_id) return core::reject("registry.id", "id", {{"id", draft.id}});
    const bool is_version = draft.id == draft.copy_of;
    if (!is_version && facts.find_scheme(draft.id, core::last_date) != nullptr) {
        return core::reject("adoption.scheme.taken", "id", {{"scheme", draft.id}});
    }
    auto targets = targets_of(facts, *copied, draft);
    if (!targets) return std::unexpected(std::move(targets.error()));
    Scheme scheme = *copied;
    scheme.id = draft.id;
    scheme.name = {draft.name_vi, draft.name_en};
    scheme.legal_basis = draft.legal_basis;
    scheme.begins = draft.begins;
    scheme.ends = draft.ends;
    scheme.baseline = draft.baseline;
    if (draft.dossier) {
        scheme.dossier.clear();
        for (const auto& [paper, name_vi, name_en] : *draft.dossier) {
            scheme.dossier.push_back({paper, {name_vi, name_en}});
        }
    }
    if (!is_version) {
        scheme.claims.clear();  // the other document's
        // Every club launched in its period is the new scheme's, until it has a programme.
        for (auto& programme : scheme.programmes) programme.own = false;
        if (draft.programme) {
            scheme.programmes.push_back({.key = draft.id,
                                         .name = *draft.programme,
                                         .kind = core::registry::ProgrammeKind::decision,
                                         .own = true,
                                         .document = draft.legal_basis});
        }
        if (!scheme.province_code) scheme.province_code = own_province_code();
    }
    const auto without = scheme;
    const auto head = facts::parse_scheme(facts::write_scheme(without));
    if (!head) return std::unexpected(beside(form_field(head.error().field), head.error()));
    scheme.targets = std::move(*targets);
    if (auto wrong = wrong_target(scheme)) return std::unexpected(std::move(*wrong));
    DraftedScheme drafted{.text = facts::write_scheme(scheme)};
    const auto whole = facts::parse_scheme(drafted.text);
    if (!whole) return std::unexpected(whole.error());
    if (!is_version && draft.programme) drafted.programme = facts::programme_id(draft.id);
    return drafted;
}

bool Province::ask_cluster(Asked& asked, core::ClusterId id) {
    const auto& registry = asked.facts->folds().registry;
    const auto* cluster = core::registry::cluster_on(registry, id, asked.frame.units_as_of);
    if (cluster == nullptr) return false;
    auto scope = facts::scope_of(asked.ground->view, cluster->communes);
    if (scope.intervals.empty()) return false;  // it would be the whole map
    asked.cluster = cluster;
    asked.scope = std::move(scope);
    const auto& map = asked.ground->view;
    if (!map.units.empty()) {
        const auto& top = map.units.front();
        asked.frame.path.push_back({.id = top.id,
                                    .code = top.code,
                                    .name = top.name,
                                    .kind = top.kind,
                                    .level = top.level});
    }
    asked.frame.path.push_back(cluster_ref(*cluster));
    return true;
}

std::vector<UnitRef> Province::cluster_refs(const Asked& asked) {
    std::vector<UnitRef> refs;
    const auto& registry = asked.facts->folds().registry;
    for (const auto* cluster : core::registry::clusters_on(registry, asked.frame.units_as_of)) {
        refs.push_back(cluster_ref(*cluster));
    }
    return refs;
}

std::optional<core::BookId> Province::only_book(core::BookKind kind) {
    for (const auto& book : store_.books()) {
        if (book.kind == kind) return book.id;
    }
    return std::nullopt;
}

std::optional<std::string> Province::own_province_code() {
    const auto asked = ask({});
    if (!asked || asked->ground->view.units.empty()) return std::nullopt;
    return asked->ground->view.units.front().code;
}

ClustersView Province::clusters() {
    const std::lock_guard lock(mutex_);
    const auto asked = ask({});
    ClustersView view{.on = core::business_date(clock_.now_ms()),
                      .book = only_book(core::BookKind::registry)};
    if (!asked) return view;
    const auto& folds = asked->facts->folds();
    const auto& map = asked->ground->view;
    for (const auto* version : cluster_versions(folds.registry)) {
        ClusterLine line{.cluster = version->cluster,
                         .unit = cluster_unit(version->cluster),
                         .name = version->name.value,
                         .from = version->from};
        line.in_force =
            version == core::registry::cluster_on(folds.registry, version->cluster, view.on);
        for (const auto& id : version->communes) {
            const auto slot = folds.territory.unit_index.find(id);
            if (slot == folds.territory.unit_index.end()) continue;
            line.communes.push_back(named_unit(folds.territory, slot->second, view.on));
        }
        view.clusters.push_back(std::move(line));
    }
    const auto taken = communes_of(core::registry::clusters_on(folds.registry, view.on));
    for (const auto& unit : map.units) {
        const bool free = unit.level == core::territory::Level::commune &&
                          unit.standing == core::territory::Standing::live &&
                          !std::ranges::binary_search(taken, unit.id);
        if (free) view.unclustered.push_back({unit.id, unit.code, unit.name});
    }
    return view;
}

}  // namespace lth::app
