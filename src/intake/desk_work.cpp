// The desk's thread: reads and judges what was handed in, and writes it.
#include <algorithm>
#include <chrono>
#include <tuple>

#include "app/read_log.hpp"
#include "intake/desk_kept.hpp"
#include "intake/import.hpp"
#include "intake/workbook.hpp"
#include "sheet/read.hpp"

namespace lth::intake {
namespace {

constexpr std::chrono::minutes between_looks{1};

Said fault_of(const std::exception& fault) {
    const auto* known = dynamic_cast<const app::Fault*>(&fault);
    const auto in = [&](core::Language language) {
        const auto reason = known == nullptr ? fault.what() : known->message(language);
        return core::make_rejection("import.failed", {}, {{"reason", reason}});
    };
    auto shown = said({}, 0, in(core::Language::vi));
    shown.en = message(in(core::Language::en), core::Language::en);
    return shown;
}

sheet::RowError on_file(core::Rejection what) { return {{}, 0, {}, {}, std::move(what)}; }

/// Whether an officer who has agreed to the one has agreed to the other.
bool does_the_same(const PreviewView& one, const PreviewView& other) {
    const auto does = [](const PreviewView& view) {
        return std::tuple(view.error_count, view.note_count, view.rows, view.unchanged, view.opened,
                          view.entries, view.operations);
    };
    return does(one) == does(other);
}

/// Entries beside the clubs in reach, as those of an undo may be. A village that the map does not
/// have is refused at its row before.
void refuse_beyond_reach(const Options& options, Plan& plan) {
    if (!options.in_reach) return;
    for (const auto& planned : plan.entries) {
        const bool of_club = planned.kind == core::BookKind::club;
        if (of_club && options.in_reach(planned.entry.book_id)) continue;
        const auto what = of_club
                              ? core::make_rejection("import.not_your_club", "club",
                                                     {{"found", to_text(planned.entry.book_id)}})
                              : core::make_rejection("import.needs_province");
        plan.errors.push_back(on_file(what));
        return;
    }
}

}  // namespace

void ImportDesk::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        if (!changed_.wait_for(lock, stop, between_looks, [this] { return !queue_.empty(); })) {
            forget_old();
            continue;
        }
        const auto task = std::move(queue_.front());
        queue_.pop_front();
        if (task.turn != task.kept->turn) {
            changed_.notify_all();
            continue;
        }
        working_ = true;
        lock.unlock();
        run(task, stop);
        lock.lock();
        working_ = false;
        changed_.notify_all();
    }
}

void ImportDesk::run(const Task& task, const std::stop_token& stop) {
    try {
        if (task.stage == Stage::reading) {
            read(task);
        } else {
            write(task, stop);
            in_.reading.written();
        }
    } catch (const std::exception& fault) {
        fail(task, fault_of(fault));
        if (task.stage == Stage::writing) in_.reading.written();
    }
}

void ImportDesk::fail(const Task& task, Said why) {
    const std::scoped_lock lock(mutex_);
    if (task.turn != task.kept->turn) return;
    task.kept->view.stage = Stage::failed;
    task.kept->view.failure = std::move(why);
}

Options ImportDesk::options_of(const Kept& asked) {
    Options options;
    options.as_of = asked.view.choices.as_of;
    options.lists = asked.view.choices.partial ? Lists::partial : Lists::whole;
    options.legal_basis = asked.view.choices.legal_basis;
    options.author = asked.officer;
    options.sees_people = [this, officer = asked.officer](const core::BookId& club) {
        const auto classes = in_.rights.readable({officer, {}}, club);
        return classes && app::shows_members(*classes);
    };
    if (reach_of(asked.officer) == Reach::all) return options;
    auto known = std::make_shared<std::map<core::BookId, bool>>();
    options.in_reach = [this, known, officer = asked.officer](const core::BookId& club) {
        const auto [at, fresh] = known->try_emplace(club);
        if (fresh) {
            const auto roles = in_.rights.roles_over(officer, club);
            at->second = std::ranges::count(roles, app::Role::commune) > 0;
        }
        return at->second;
    };
    return options;
}

ImportDesk::Judged ImportDesk::judge_file(const Kept& asked, Options options) {
    Judged judged{.view = asked.view, .plan = {}};
    auto workbook = sheet::read_workbook(*asked.bytes);
    if (!workbook) {
        judged.plan.errors.push_back(on_file(workbook.error()));
        show_plan(judged.plan, {}, {}, limits_, judged.view);
        return judged;
    }
    const auto& kind = *sheet::find_import_kind(asked.view.kind);
    const auto tables = sheet::outline(*workbook, kind);
    show_sheets(*workbook, tables, limits_, judged.view);
    sheet::mend(*workbook, kind, mending_of(asked.view.choices));
    const File file{asked.view.file, std::move(*workbook)};
    const auto reach = options;
    Planner planner(in_.store, in_.clock, in_.ids, std::move(options));
    judged.plan = plan_import(planner, kind, file);
    refuse_beyond_reach(reach, judged.plan);
    show_plan(judged.plan, file.workbook, tables, limits_, judged.view);
    return judged;
}

ImportDesk::Heads ImportDesk::heads() {
    Heads heads;
    for (const auto& book : in_.store.books()) heads.emplace_back(book.id, book.head);
    return heads;
}

ImportDesk::Judged ImportDesk::judge(const Kept& asked) {
    auto before = heads();
    auto judged = judge_any(asked);
    judged.heads = std::move(before);
    return judged;
}

ImportDesk::Judged ImportDesk::judge_any(const Kept& asked) {
    auto options = options_of(asked);
    if (!asked.is_undo()) return judge_file(asked, std::move(options));
    Judged judged{.view = asked.view, .plan = {}};
    const auto reach = options;
    Planner planner(in_.store, in_.clock, in_.ids, std::move(options));
    auto plan = plan_undo(planner, asked.undone);
    if (plan) judged.plan = std::move(*plan);
    if (!plan) judged.plan.errors.push_back(on_file(plan.error()));
    refuse_beyond_reach(reach, judged.plan);
    show_plan(judged.plan, {}, {}, limits_, judged.view);
    judged.view.job = to_text(asked.undone);
    return judged;
}

core::Result<std::string> ImportDesk::workbook(const core::AccountId& officer,
                                               std::string_view unit) {
    const auto reach = may_use(officer);
    if (!reach) return std::unexpected(reach.error());
    const std::unique_lock turn(taking_out_, std::try_to_lock);
    if (!turn) return core::reject("import.busy");
    Options options;
    options.author = officer;
    Planner planner(in_.store, in_.clock, in_.ids, std::move(options));
    WorkbookQuestion question{.unit = std::string(unit), .sight = {}};
    question.sight = [&](const core::BookId& book) {
        return in_.rights.readable({officer, {}}, book);
    };
    auto taken = export_workbook(planner, question);
    if (!taken) return std::unexpected(std::move(taken.error()));
    const auto now = in_.clock.now_ms();
    for (const auto& book : taken->named) {
        in_.store.read_log().append({.book = book,
                                     .at = now,
                                     .id = app::make_uuid7(now, in_.ids),
                                     .account = officer,
                                     .what = app::ReadWhat::workbook});
    }
    return std::move(taken->bytes);
}

void ImportDesk::read(const Task& task) {
    Kept asked;
    {
        const std::scoped_lock lock(mutex_);
        if (task.turn != task.kept->turn) return;
        auto& kept = *task.kept;
        kept.view.stage = Stage::reading;
        kept.plan.reset();
        asked = kept.asked();
    }
    auto judged = judge(asked);
    const std::scoped_lock lock(mutex_);
    auto& kept = *task.kept;
    if (task.turn != kept.turn) return;
    judged.view.stage = Stage::ready;
    kept.view = std::move(judged.view);
    kept.plan = std::move(judged.plan);
    kept.heads = std::move(judged.heads);
    kept.touched = in_.clock.now_ms();
}

bool ImportDesk::stands(Kept& kept) {
    Kept asked;
    {
        const std::scoped_lock lock(mutex_);
        if (kept.stops) return true;
        asked = kept.asked();
        asked.heads = kept.heads;
    }
    if (heads() == asked.heads) return true;
    auto judged = judge(asked);
    const std::scoped_lock lock(mutex_);
    const bool same = does_the_same(kept.view, judged.view) && kept.plan &&
                      kept.plan->differences == judged.plan.differences &&
                      kept.plan->reform == judged.plan.reform;
    judged.view.stage = same ? Stage::writing : Stage::ready;
    judged.view.moved = !same;
    kept.view = std::move(judged.view);
    kept.plan = std::move(judged.plan);
    kept.heads = std::move(judged.heads);
    kept.touched = in_.clock.now_ms();
    return same;
}

void ImportDesk::write(const Task& task, const std::stop_token& stop) {
    auto& kept = *task.kept;
    if (!stands(kept)) return;
    Plan plan;
    core::Uuid undone;
    {
        const std::scoped_lock lock(mutex_);
        plan = std::move(*kept.plan);
        kept.plan.reset();
        if (kept.stops) {
            kept.view.stage = Stage::stopped;
            return;
        }
        if (kept.is_undo()) undone = kept.undone;
        kept.job = plan.job;
    }
    Writing writing;
    writing.progress = [&](std::size_t done, std::size_t) {
        const std::scoped_lock lock(mutex_);
        kept.view.written = done;
        return kept.stops || stop.stop_requested() ? Going::stop : Going::on;
    };
    if (reach_of(kept.officer) != Reach::all) {
        const app::Caller caller{kept.officer, core::DeviceId(plan.job)};
        writing.refused = [this, caller](const app::Book& book, const core::Entry& entry,
                                         const app::Ops& ops) {
            return in_.rights.refuses(caller, book, entry, ops);
        };
    }
    const auto ended = intake::write(in_.books, in_.store, in_.clock, std::move(plan), writing);
    if (!ended) return fail(task, said({}, 0, ended.error()));
    const bool done = *ended == Ended::done;
    if (done && undone != core::Uuid{}) mark_undone(in_.store, undone);
    const std::scoped_lock lock(mutex_);
    kept.view.stage = done ? Stage::done : Stage::stopped;
    kept.touched = in_.clock.now_ms();
    if (!done) return;
    kept.bytes.reset();
    kept.view.kept = false;
}

}  // namespace lth::intake
