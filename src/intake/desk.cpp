#include "intake/desk.hpp"

#include <algorithm>
#include <array>

#include "intake/desk_kept.hpp"

namespace lth::intake {
namespace {

using core::AccountId;

// The kinds whose rows are about clubs that are there already.
constexpr std::array<std::string_view, 2> own_kinds = {"members", "balances"};
// Read by `reform` together with the new list of units.
constexpr std::string_view not_alone = "successions";

std::vector<std::string> all_kinds() {
    std::vector<std::string> kinds;
    for (const auto& kind : sheet::import_kinds()) {
        if (kind.id != not_alone) kinds.emplace_back(kind.id);
    }
    return kinds;
}

JobState state_of(const app::ImportJob& job) {
    if (job.state == "done") return JobState::done;
    return job.state == "undone" ? JobState::undone : JobState::stopped;
}

}  // namespace

ImportDesk::ImportDesk(const Parts& parts, const DeskLimits& limits)
    : in_(parts), limits_(limits) {}

ImportDesk::~ImportDesk() {
    worker_.request_stop();
    changed_.notify_all();
}

ImportDesk::Reach ImportDesk::reach_of(const AccountId& officer) {
    auto reach = Reach::none;
    for (const auto& held : in_.rights.held_today(officer)) {
        using app::Role;
        if (held.role == Role::province || held.role == Role::administrator) return Reach::all;
        if (held.role == Role::commune) reach = Reach::own_clubs;
    }
    return reach;
}

core::Result<ImportDesk::Reach> ImportDesk::may_use(const AccountId& officer) {
    const auto reach = reach_of(officer);
    if (reach == Reach::none) return core::reject("import.not_allowed");
    return reach;
}

core::Result<ImportDesk::Held> ImportDesk::find(const AccountId& officer) {
    forget_old();
    const auto at = kept_.find(officer);
    if (at == kept_.end()) return core::reject("import.gone");
    at->second->touched = in_.clock.now_ms();
    return at->second;
}

core::Result<ImportDesk::Held> ImportDesk::find_idle(const AccountId& officer) {
    auto kept = find(officer);
    if (kept && (*kept)->is_running()) return core::reject("import.busy");
    return kept;
}

bool ImportDesk::is_writing(const core::Uuid& job) const {
    return std::ranges::any_of(kept_, [&](const auto& one) {
        const auto& kept = *one.second;
        const bool of_job = kept.job == job || kept.undone == job;
        return kept.view.stage == Stage::writing && of_job;
    });
}

void ImportDesk::forget_old() {
    const auto before = in_.clock.now_ms() - limits_.kept_ms;
    std::erase_if(kept_, [&](const auto& one) {
        return one.second->touched < before && !one.second->is_running();
    });
}

PreviewView ImportDesk::begin(const Held& kept, Stage stage) {
    kept->touched = in_.clock.now_ms();
    kept->stops = false;
    ++kept->turn;
    kept->view.failure.reset();
    kept->view.written = 0;
    kept->view.moved = false;
    const bool waits = working_ || !queue_.empty();
    kept->view.stage = stage == Stage::reading && waits ? Stage::waiting : stage;
    queue_.push_back({kept, kept->turn, stage});
    if (!worker_.joinable()) {
        worker_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
    }
    changed_.notify_all();
    return kept->view;
}

void ImportDesk::drop(const Held& kept) {
    ++kept->turn;
    std::erase_if(queue_, [&](const Task& task) { return task.kept == kept; });
    changed_.notify_all();
}

core::Result<PreviewView> ImportDesk::keep(const AccountId& officer, const Held& kept) {
    forget_old();
    const auto before = kept_.find(officer);
    if (before != kept_.end() && before->second->view.stage == Stage::writing) {
        return core::reject("import.busy");
    }
    const auto others = std::ranges::count_if(kept_, [&](const auto& one) {
        return one.first != officer && (one.second->bytes || one.second->plan);
    });
    if (static_cast<std::size_t>(others) >= limits_.files) {
        return core::reject("import.desk_full", {}, {{"limit", std::to_string(limits_.files)}});
    }
    if (before != kept_.end()) drop(before->second);
    kept->officer = officer;
    kept_[officer] = kept;
    return begin(kept, Stage::reading);
}

core::Result<JobsView> ImportDesk::list(const AccountId& officer) {
    const auto reach = may_use(officer);
    if (!reach) return std::unexpected(reach.error());
    const bool all = *reach == Reach::all;
    JobsView view;
    view.kinds = all ? all_kinds() : std::vector<std::string>(own_kinds.begin(), own_kinds.end());
    std::map<AccountId, std::string> names;
    const auto name_of = [&](const AccountId& id) {
        const auto [at, fresh] = names.try_emplace(id);
        const auto account = fresh ? in_.store.people().account(id) : std::nullopt;
        if (account) at->second = account->shown_name;
        return at->second;
    };
    const auto jobs = in_.store.import_jobs();
    const std::scoped_lock lock(mutex_);
    forget_old();
    for (const auto& job : jobs) {
        if (!all && job.account != officer) continue;
        if (++view.total > limits_.jobs) continue;
        view.imports.push_back({.id = job.id,
                                .kind = job.kind,
                                .source = job.source,
                                .state = is_writing(job.id) ? JobState::writing : state_of(job),
                                .started_at = job.started_at,
                                .finished_at = job.finished_at,
                                .by = job.account ? name_of(*job.account) : std::string()});
    }
    if (const auto at = kept_.find(officer); at != kept_.end()) view.mine = at->second->view;
    return view;
}

core::Result<PreviewView> ImportDesk::hand_in(const AccountId& officer, Upload upload) {
    const auto reach = may_use(officer);
    if (!reach) return std::unexpected(reach.error());
    const auto* kind = sheet::find_import_kind(upload.kind);
    if (kind == nullptr || kind->id == not_alone) {
        return core::reject("question.choice.unknown", "kind", {{"value", upload.kind}});
    }
    if (*reach == Reach::own_clubs && std::ranges::count(own_kinds, kind->id) == 0) {
        return core::reject("import.not_allowed", "kind");
    }
    auto kept = std::make_shared<Kept>();
    kept->view.kind = upload.kind;
    kept->view.file = std::move(upload.file);
    kept->view.choices = std::move(upload.choices);
    kept->view.kept = true;
    kept->bytes = std::make_shared<const std::string>(std::move(upload.bytes));
    const std::scoped_lock lock(mutex_);
    return keep(officer, kept);
}

core::Result<PreviewView> ImportDesk::undo(const AccountId& officer, const core::Uuid& job) {
    const auto reach = may_use(officer);
    if (!reach) return std::unexpected(reach.error());
    const auto jobs = in_.store.import_jobs();
    const auto known = std::ranges::find(jobs, job, &app::ImportJob::id);
    const core::Fact found{"found", to_text(job)};
    const bool his = known != jobs.end() && (*reach == Reach::all || known->account == officer);
    if (!his || known->kind == "undo") return core::reject("import.unknown", "import", {found});
    if (known->state == "undone") return core::reject("import.undone_already", "import", {found});
    auto kept = std::make_shared<Kept>();
    kept->view.kind = "undo";
    kept->view.file = known->source;
    kept->undone = job;
    const std::scoped_lock lock(mutex_);
    if (is_writing(job)) return core::reject("import.busy");
    return keep(officer, kept);
}

core::Result<PreviewView> ImportDesk::look(const AccountId& officer) {
    if (const auto reach = may_use(officer); !reach) return std::unexpected(reach.error());
    const std::scoped_lock lock(mutex_);
    const auto kept = find(officer);
    if (!kept) return std::unexpected(kept.error());
    return (*kept)->view;
}

core::Result<PreviewView> ImportDesk::choose(const AccountId& officer, const Choices& choices) {
    if (choices.columns.size() + choices.rows.size() + choices.known.size() > limits_.choices) {
        return core::reject(
            "entry.out_of_range", "rows",
            {{"key", "rows"}, {"op", "import"}, {"limit", std::to_string(limits_.choices)}});
    }
    const std::scoped_lock lock(mutex_);
    const auto kept = find_idle(officer);
    if (!kept) return std::unexpected(kept.error());
    if (!(*kept)->bytes) return core::reject("import.gone");
    (*kept)->view.choices = choices;
    return begin(*kept, Stage::reading);
}

core::Result<PreviewView> ImportDesk::write(const AccountId& officer) {
    if (const auto reach = may_use(officer); !reach) return std::unexpected(reach.error());
    const std::scoped_lock lock(mutex_);
    const auto kept = find_idle(officer);
    if (!kept) return std::unexpected(kept.error());
    const auto& plan = (*kept)->plan;
    if (!plan || (*kept)->view.stage != Stage::ready) return core::reject("import.gone");
    if (!plan->errors.empty()) {
        return core::reject("import.has_errors", {},
                            {{"count", std::to_string(plan->errors.size())}});
    }
    // An undo that finds nothing to take back is still an undo.
    if (plan->entries.empty() && !(*kept)->is_undo())
        return core::reject("import.nothing_to_write");
    return begin(*kept, Stage::writing);
}

core::Result<PreviewView> ImportDesk::stop(const AccountId& officer) {
    const std::scoped_lock lock(mutex_);
    const auto kept = find(officer);
    if (!kept) return std::unexpected(kept.error());
    auto& view = (*kept)->view;
    (*kept)->stops = true;
    if (view.stage == Stage::waiting || view.stage == Stage::reading) {
        drop(*kept);
        view.stage = Stage::stopped;
    }
    return view;
}

core::Result<void> ImportDesk::put_away(const AccountId& officer) {
    const std::scoped_lock lock(mutex_);
    const auto at = kept_.find(officer);
    if (at == kept_.end()) return {};
    if (at->second->view.stage == Stage::writing) return core::reject("import.busy");
    drop(at->second);
    kept_.erase(at);
    return {};
}

void ImportDesk::settle() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return queue_.empty() && !working_; });
}

}  // namespace lth::intake
