#include "intake/job.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace lth::intake {
namespace {

// A commit: few enough that a cancelled import ends soon, and that others can write meanwhile.
constexpr std::size_t entries_a_call = 100;

/// The entries from `first` on that go into books of one kind.
std::size_t same_kind(const std::vector<Planned>& entries, std::size_t first) {
    std::size_t end = first;
    while (end < entries.size() && end - first < entries_a_call &&
           entries[end].kind == entries[first].kind) {
        ++end;
    }
    return end;
}

/// What a job wrote into one book, in order.
struct Recorded {
    core::BookKind kind = core::BookKind::club;
    std::vector<std::pair<core::EntryId, app::Ops>> entries;
};
using Job = std::map<core::BookId, Recorded>;

Job entries_of(app::Store& store, const core::Uuid& job) {
    std::map<core::BookId, core::BookKind> kinds;
    for (const auto& info : store.books()) kinds.emplace(info.id, info.kind);
    Job found;
    store.each_entry([&](const core::SealedEntry& sealed) {
        const auto& entry = sealed.entry;
        if (static_cast<const core::Uuid&>(entry.device) != job) return;
        auto& book = found[entry.book_id];
        book.kind = kinds.at(entry.book_id);
        auto ops = app::read_ops(book.kind, entry);
        if (ops) book.entries.emplace_back(entry.entry_id, std::move(*ops));
    });
    return found;
}

/// Villages and programmes that clubs of others stand on: they stay.
struct Needed {
    std::set<core::VillageId> villages;
    std::set<core::ProgrammeId> programmes;
};

Needed needed_by_others(const facts::Cube& cube, const Job& job) {
    Needed needed;
    for (facts::ClubNumber club = 0; club < cube.size(); ++club) {
        if (cube.head(club).withdrawn || job.contains(cube.id(club))) continue;
        for (const auto& served : cube.villages(club, core::last_date)) {
            needed.villages.insert(cube.village_ids()[served.village]);
        }
        if (cube.head(club).programme) needed.programmes.insert(*cube.head(club).programme);
    }
    return needed;
}

template <class Op>
bool stays(const Op& op, const Needed& needed) {
    if constexpr (std::is_same_v<Op, core::territory::TerritoryOp>) {
        const auto* village = std::get_if<core::territory::VillageCreated>(&op.what);
        return village != nullptr && needed.villages.contains(village->village);
    }
    if constexpr (std::is_same_v<Op, core::registry::RegistryOp>) {
        const auto* added = std::get_if<core::registry::ProgrammeAdded>(&op.what);
        return added != nullptr && needed.programmes.contains(added->programme);
    }
    return false;
}

// Whether an operation still stands, in each kind of book.
template <class Book>
bool is_live_in(const Book& book, const core::EntryId& entry, std::size_t index) {
    return std::ranges::any_of(book.ops, [&](const auto& op) {
        return op.live && op.entry_id == entry && op.op_index == index;
    });
}
template <class Book>
    requires requires(const Book& book) { book.entry_index; }
bool is_live_in(const Book& book, const core::EntryId& entry, std::size_t index) {
    const auto at = book.entry_index.find(entry);
    return at != book.entry_index.end() && book.ops[at->second + index].live;
}

const core::club::Club& fold_of(const app::Book& book, const core::club::ClubOp&) {
    return book.as<app::ClubFold>()->club;
}
const core::association::Association& fold_of(const app::Book& book,
                                              const core::association::AssociationOp&) {
    return *book.as<core::association::Association>();
}
const core::territory::Territory& fold_of(const app::Book& book,
                                          const core::territory::TerritoryOp&) {
    return *book.as<core::territory::Territory>();
}
const core::registry::Registry& fold_of(const app::Book& book, const core::registry::RegistryOp&) {
    return *book.as<core::registry::Registry>();
}

/// Of a club; what is refused in another book says itself where it is.
std::string book_name(Planner& planner, const core::BookId& id) {
    const auto& cube = planner.facts().cube();
    const auto club = cube.find(id);
    return club ? std::string(cube.name(*club)) : std::string();
}

/// The day of what is reversed; of a club's closed period an open day.
template <class Book>
core::Date reversal_date(const Planner&, const Book&, core::Date on) {
    return on;
}
core::Date reversal_date(const Planner& planner, const core::club::Club& club, core::Date on) {
    const auto closed = core::club::closed_until(club);
    return closed && on <= *closed ? std::max(planner.today(), *closed + 1) : on;
}

/// The last operation first, so that nothing depends on what is being reversed.
template <class Op>
void reverse(Planner& planner, const core::BookId& id, const Recorded& recorded,
             const Needed& needed) {
    const auto& book = planner.book(id, recorded.kind);
    const auto& fold = fold_of(book, Op{});
    std::vector<Drafted<Op>> reversals;
    for (auto it = recorded.entries.rbegin(); it != recorded.entries.rend(); ++it) {
        const auto& ops = std::get<std::vector<Op>>(it->second);
        for (auto index = ops.size(); index-- > 0;) {
            if (std::holds_alternative<core::OpReversed>(ops[index].what)) continue;
            if (stays(ops[index], needed)) continue;
            if (!is_live_in(fold, it->first, index)) continue;
            const core::OpReversed reversed{it->first, {static_cast<std::int64_t>(index)}};
            const auto on = reversal_date(planner, fold, ops[index].on);
            reversals.push_back(drafted<Op>(on, reversed, {}));
        }
    }
    planner.set_sheets({book_name(planner, id)});
    planner.propose(id, recorded.kind, std::move(reversals));
}

void reverse_any(Planner& planner, const core::BookId& id, const Recorded& book,
                 const Needed& needed) {
    switch (book.kind) {
        case core::BookKind::club:
            return reverse<core::club::ClubOp>(planner, id, book, needed);
        case core::BookKind::association:
            return reverse<core::association::AssociationOp>(planner, id, book, needed);
        case core::BookKind::territory:
            return reverse<core::territory::TerritoryOp>(planner, id, book, needed);
        case core::BookKind::registry:
            return reverse<core::registry::RegistryOp>(planner, id, book, needed);
    }
}

}  // namespace

core::Result<Ended> write(app::Books& books, app::Store& store, app::Clock& clock, Plan plan,
                          const Writing& writing) {
    app::ImportJob job{.id = plan.job,
                       .kind = plan.kind,
                       .source = plan.source,
                       .state = "writing",
                       .started_at = clock.now_ms(),
                       .finished_at = {},
                       .account = {}};
    if (plan.author != command_line_account()) job.account = plan.author;
    store.put_import_job(job);
    for (std::size_t first = 0; first < plan.entries.size();) {
        const auto end = same_kind(plan.entries, first);
        const app::Sender sender{.account = plan.author,
                                 .opens = plan.entries[first].kind,
                                 .urgency = app::Urgency::bulk,
                                 .refused = writing.refused};
        std::vector<core::Entry> entries;
        for (; first < end; ++first) entries.push_back(std::move(plan.entries[first].entry));
        for (auto& result : books.record_many(std::move(entries), sender)) {
            if (!result) return std::unexpected(std::move(result.error()));
        }
        const auto going = writing.progress(first, plan.entries.size());
        if (going == Going::stop && first < plan.entries.size()) return Ended::stopped;
    }
    job.state = "done";
    job.finished_at = clock.now_ms();
    store.put_import_job(job);
    return Ended::done;
}

void mark_undone(app::Store& store, const core::Uuid& id) {
    for (auto& job : store.import_jobs()) {
        if (job.id != id) continue;
        job.state = "undone";
        store.put_import_job(job);
    }
}

core::Result<Plan> plan_undo(Planner& planner, const core::Uuid& job) {
    const auto jobs = planner.store().import_jobs();
    const auto known =
        std::ranges::find(jobs, job, [](const app::ImportJob& one) { return one.id; });
    const core::Fact found{"found", to_text(job)};
    if (known == jobs.end()) return core::reject("import.unknown", "import", {found});
    if (known->state == "undone") return core::reject("import.undone_already", "import", {found});
    const auto recorded = entries_of(planner.store(), job);
    const auto needed = needed_by_others(planner.facts().cube(), recorded);
    for (const auto& [id, book] : recorded) reverse_any(planner, id, book, needed);
    return planner.take("undo", known->source);
}

}  // namespace lth::intake
