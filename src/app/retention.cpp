#include "app/retention.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "app/attachments.hpp"
#include "app/business_day.hpp"
#include "app/club_book.hpp"
#include "app/folds.hpp"
#include "app/officer.hpp"
#include "json/entry.hpp"
#include "json/registry_body.hpp"

namespace lth::app {
namespace {

using core::registry::Retained;

constexpr std::int64_t most_months = 2'400;  // two hundred years: for ever

// The first day on which something from `day` has passed its term.
core::Date ends_on(core::Date day, std::int64_t months) {
    const auto month = core::month_of(day);
    const auto later = month + static_cast<std::int32_t>(std::min(months, most_months));
    const auto same = core::first_day(later) + (day.days - core::first_day(month).days);
    return std::min(same, core::last_day(later));
}

Retained retained_of(core::PartClass kind) {
    switch (kind) {
        case core::PartClass::name:
            return Retained::name;
        case core::PartClass::contact:
            return Retained::contact;
        case core::PartClass::sensitive:
            return Retained::sensitive;
        case core::PartClass::text:
            break;
    }
    return Retained::text;
}

// The terms of one day.
class Terms {
public:
    Terms(const core::registry::Registry& registry, core::Date today) : today_(today) {
        for (const auto what : {Retained::name, Retained::contact, Retained::sensitive,
                                Retained::text, Retained::attachment}) {
            if (const auto months = retention_on(registry, what, today)) months_[what] = *months;
        }
    }

    [[nodiscard]] std::vector<RetentionTerm> list() const {
        std::vector<RetentionTerm> terms;
        for (const auto& [what, months] : months_) terms.push_back({what, months});
        return terms;
    }
    /// What is needed no more since that day.
    [[nodiscard]] bool passed(Retained what, core::Date since) const {
        const auto term = months_.find(what);
        return term != months_.end() && ends_on(since, term->second) <= today_;
    }
    /// Whatever is from before this day has passed its term.
    [[nodiscard]] std::optional<core::Date> first_kept(Retained what) const {
        const auto term = months_.find(what);
        if (term == months_.end()) return std::nullopt;
        const auto months = static_cast<std::int32_t>(std::min(term->second, most_months));
        auto day = core::first_day(core::month_of(today_) + -months);
        while (passed(what, day)) day = day + 1;
        return day;
    }

private:
    core::Date today_;
    std::map<Retained, std::int64_t> months_;
};

// Of one book, by where it stands and its class.
class Lines {
public:
    void add(HeldIn where, Retained kind, core::Date since, std::uint64_t parts = 1) {
        auto& line = lines_[{where, kind}];
        line.oldest = line.parts == 0 ? since : std::min(line.oldest, since);
        line.parts += parts;
    }
    [[nodiscard]] bool empty() const { return lines_.empty(); }
    void move_to(std::vector<RetentionLine>& all, const core::BookId& book,
                 const std::string& name) {
        for (auto& [key, line] : lines_) {
            line.book = book;
            line.name = name;
            line.where = key.first;
            line.kind = key.second;
            all.push_back(std::move(line));
        }
    }

private:
    std::map<std::pair<HeldIn, Retained>, RetentionLine> lines_;
};

// Of whom the club needs something still: nothing; else since when it does not.
class Needs {
public:
    explicit Needs(const core::club::Club& club) : club_(club) {}

    /// Nothing while it is needed.
    [[nodiscard]] std::optional<core::Date> not_since(const core::PrivatePart& part,
                                                      core::Date came) const {
        if (!part.subject) return came;
        const auto* member = find_member(club_, core::MemberId{part.subject->value});
        if (member == nullptr || !member->live) return came;
        if (owes(*member)) return std::nullopt;
        std::optional<core::Date> left;
        for (const auto& span : member->spans) {
            if (!span.left) return ended();
            left = std::max(left.value_or(*span.left), *span.left);
        }
        return std::max(left.value_or(came), came);
    }

private:
    [[nodiscard]] bool owes(const core::club::Member& member) const {
        return std::ranges::any_of(member.loans, [&](std::uint32_t index) {
            const auto& loan = club_.loans[index];
            const auto owner = loan.owners.empty() ? nullptr : &loan.owners.back();
            const bool theirs = owner != nullptr && &club_.members[owner->member] == &member;
            return loan.live && theirs && loan.outstanding > core::Money{};
        });
    }
    // Of a club that is no more.
    [[nodiscard]] std::optional<core::Date> ended() const {
        std::optional<core::Date> day;
        for (const auto& event : club_.life) {
            if (!is_live(club_, event.op)) continue;
            const bool over =
                event.to == core::club::Status::dissolved || event.to == core::club::Status::merged;
            day = over ? std::optional(event.on) : std::nullopt;
        }
        return day;
    }

    const core::club::Club& club_;
};

core::registry::Registry registry_of(Store& store, const std::vector<BookInfo>& books) {
    Folds folds;
    for (const auto& book : books) {
        if (book.kind != core::BookKind::registry) continue;
        each_entry_of(store, book.id, [&](const auto& sealed) { folds.apply(book.kind, sealed); });
    }
    return std::move(folds.registry);
}

std::string name_of_book(Store& store, const BookInfo& book, const ClubBook& folded) {
    if (book.kind == core::BookKind::club) {
        const auto row = folded.rows().club.club;
        return row ? row->name : std::string();
    }
    if (book.kind != core::BookKind::association) return {};
    Folds folds;
    each_entry_of(store, book.id, [&](const auto& sealed) { folds.apply(book.kind, sealed); });
    const auto found = folds.associations.find(book.id);
    return found == folds.associations.end()
               ? std::string()
               : core::association::association_row(found->second).name;
}

// Since when a case is needed no more.
std::optional<core::Date> ended_on(const SyncCase& kept) {
    if (kept.outcome == core::replica::CaseState::open || !kept.closed_at) return std::nullopt;
    return core::business_date(*kept.closed_at);
}

// What an officer said in words when he let it go.
bool reason_passed(const Terms& terms, const SyncCase& kept) {
    const auto ended = ended_on(kept);
    return !kept.reason.empty() && ended && terms.passed(Retained::text, *ended);
}

bool case_passed(const Terms& terms, const SyncCase& kept, const core::PrivatePart& part) {
    const auto ended = ended_on(kept);
    return ended && terms.passed(retained_of(part.kind), *ended);
}

std::set<core::BookId> books_with_ended_cases(Store& store) {
    std::set<core::BookId> books;
    for (const auto& kept : store.case_list()) {
        if (ended_on(kept)) books.insert(kept.book);
    }
    return books;
}

void add_cases(Lines& lines, Store& store, const core::BookId& book, const Terms& terms) {
    for (const auto& kept : store.cases(book)) {
        if (reason_passed(terms, kept)) lines.add(HeldIn::cases, Retained::text, *ended_on(kept));
        if (kept.line.empty()) continue;
        const auto entry = json::read_unsealed(kept.line);
        if (!entry) continue;  // it holds no part that could be read
        for (const auto& part : entry->parts) {
            if (!part.content || !case_passed(terms, kept, part)) continue;
            lines.add(HeldIn::cases, retained_of(part.kind), *ended_on(kept));
        }
    }
}

std::uint64_t erase_reasons(Store& store, const core::BookId& book, const Terms& terms) {
    std::vector<SyncCase> changed;
    for (auto& kept : store.cases(book)) {
        if (!reason_passed(terms, kept)) continue;
        kept.reason.clear();
        changed.push_back(std::move(kept));
    }
    if (!changed.empty()) store.rewrite_cases(changed);
    return changed.size();
}

PartsOfEntries add_entries(Lines& lines, Store& store, const core::BookId& book,
                           const core::club::Club& club, const Terms& terms) {
    const Needs needs(club);
    PartsOfEntries parts;
    each_entry_of(store, book, [&](const core::SealedEntry& sealed) {
        const auto came = core::business_date(sealed.seal.received_at);
        for (const auto& part : sealed.entry.parts) {
            if (!part.content) continue;
            const auto kind = retained_of(part.kind);
            const auto since = needs.not_since(part, came);
            if (!since || !terms.passed(kind, *since)) continue;
            parts[sealed.entry.entry_id].push_back(part.number);
            lines.add(HeldIn::entries, kind, *since);
        }
    });
    return parts;
}

}  // namespace

struct Retention::Due {
    Terms terms;
    RetentionPlan plan = {};
    std::vector<std::pair<core::BookId, PartsOfEntries>> parts = {};
    std::set<core::BookId> cases = {};
    std::optional<std::int64_t> files_before = {};  // ms UTC
};

Retention::Retention(Store& store, Books& books, Clock& clock, Ids& ids)
    : store_(store), books_(books), clock_(clock), ids_(ids) {}

Retention::Due Retention::due() {
    const auto all = store_.books();
    Due due{.terms = Terms(registry_of(store_, all), core::business_date(clock_.now_ms()))};
    due.plan.terms = due.terms.list();
    if (due.plan.terms.empty()) return due;
    due.cases = books_with_ended_cases(store_);
    std::map<core::BookId, StoredFiles> files;
    if (const auto kept = due.terms.first_kept(Retained::attachment)) {
        due.files_before = start_of(*kept);
        for (const auto& stored : store_.attachments().stored_before(*due.files_before)) {
            files[stored.book] = stored;
        }
    }
    for (const auto& book : all) {
        ClubBook folded;
        if (book.kind == core::BookKind::club) folded = load_club_book(store_, book.id);
        Lines lines;
        auto parts = add_entries(lines, store_, book.id, folded.club, due.terms);
        if (!parts.empty()) due.parts.emplace_back(book.id, std::move(parts));
        if (due.cases.contains(book.id)) add_cases(lines, store_, book.id, due.terms);
        if (const auto stored = files.find(book.id); stored != files.end()) {
            lines.add(HeldIn::files, Retained::attachment,
                      core::business_date(stored->second.oldest), stored->second.files);
        }
        if (lines.empty()) continue;
        lines.move_to(due.plan.lines, book.id, name_of_book(store_, book, folded));
    }
    return due;
}

core::Result<void> Retention::set(const core::registry::RetentionSet& term) {
    const auto all = store_.books();
    const auto registry = std::ranges::find(all, core::BookKind::registry, &BookInfo::kind);
    if (registry == all.end()) return core::reject("retention.no_registry");
    const auto now = clock_.now_ms();
    const core::registry::RegistryOp op{core::business_date(now), {}, term};
    const core::Entry entry{.entry_id = core::EntryId(make_uuid7(now, ids_)),
                            .book_id = registry->id,
                            .device = officer_device({}),
                            .author = {},
                            .made_at = now,
                            .body = json::write_body(std::span(&op, 1)),
                            .parts = {}};
    const auto done = books_.record(entry, {.account = {}});
    if (!done) return std::unexpected(done.error());
    return {};
}

RetentionPlan Retention::plan() { return due().plan; }

core::Result<RetentionRun> Retention::run() {
    RetentionRun gone;
    const auto what = due();
    const Eraser eraser{{}, officer_device({}), clock_.now_ms()};
    for (const auto& [book, parts] : what.parts) {
        const auto recorded = record_erasure(books_, ids_, book, parts, eraser,
                                             {.account = {}, .urgency = Urgency::bulk});
        if (!recorded) return std::unexpected(recorded.error());
        gone.entries += *recorded;
    }
    for (const auto& book : what.cases) {
        gone.cases += erase_in_cases(store_, book, [&](const auto& kept, const auto& part) {
            return case_passed(what.terms, kept, part);
        });
        gone.reasons += erase_reasons(store_, book, what.terms);
    }
    if (what.files_before) gone.files = store_.attachments().forget_before(*what.files_before);
    return gone;
}

}  // namespace lth::app
