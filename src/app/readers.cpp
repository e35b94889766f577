#include "app/readers.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "app/business_day.hpp"
#include "app/reason.hpp"

namespace lth::app {
namespace {

constexpr std::int64_t reason_life_ms = 30 * 60'000;
constexpr std::size_t log_page = 500;
constexpr int most_log_pages = 20;  // looked through for lines that the asker may see

constexpr std::array private_classes = {core::PartClass::name, core::PartClass::contact,
                                        core::PartClass::sensitive, core::PartClass::text};

Seeing better(Seeing a, Seeing b) { return std::max(a, b); }

const ReadingReason* reason_for(const SignedIn& who, const core::BookId& book) {
    const auto found = std::ranges::find(who.reasons, book, &ReadingReason::book);
    return found == who.reasons.end() ? nullptr : &*found;
}

}  // namespace

void withhold(core::SealedEntry& entry, const PartClasses& kept) {
    for (auto& part : entry.entry.parts) {
        if (!kept.contains(part.kind)) part.content.reset();
    }
}

Readers::Readers(Store& store, HeldRights& rights, UnitMap& map, Clock& clock, Ids& ids)
    : store_(store), rights_(rights), map_(map), clock_(clock), ids_(ids) {}

BookSight Readers::sight(const SignedIn& who, const core::BookId& book) {
    const auto roles = rights_.roles_over(who.account.id, book);
    const bool has_reason = reason_for(who, book) != nullptr;
    const auto info = store_.book(book);
    const auto kind_of_book = info ? info->kind : core::BookKind::club;
    const auto seeing = [&](Sight sight) {
        auto best = Seeing::no;
        for (const auto role : roles) {
            if (role != Role::district) best = better(best, may_see(role, kind_of_book, sight));
        }
        return best == Seeing::by_reason && has_reason ? Seeing::yes : best;
    };
    BookSight sight;
    sight.entries = seeing(Sight::entries);
    for (const auto kind : private_classes) {
        const auto sees = seeing(sight_of(kind));
        if (sees == Seeing::yes) sight.classes.insert(kind);
        if (sees == Seeing::by_reason) sight.by_reason.insert(kind);
    }
    sight.audits = std::ranges::all_of(roles, [](Role role) { return role == Role::auditor; }) &&
                   !roles.empty();
    if (sight.entries == Seeing::no) add_district(who, book, sight);
    return sight;
}

// A district reads what its time has closed: where the book stood on the last day of the role.
void Readers::add_district(const SignedIn& who, const core::BookId& book, BookSight& sight) {
    const auto today = core::business_date(clock_.now_ms());
    bool goes_on = false;
    for (const auto& held : store_.people().roles(who.account.id)) {
        if (held.role != Role::district || !held.unit || held.from > today) continue;
        const bool ended = held.until && *held.until <= today;
        const auto last = ended ? *held.until - 1 : today;
        if (std::ranges::count(map_.units_over_on(book, last), *held.unit) == 0) continue;
        sight.entries = better(sight.entries, may_see(Role::district, Sight::entries));
        goes_on = goes_on || !ended;
        const auto before = start_of(last + 1);
        sight.received_before = std::max(sight.received_before.value_or(before), before);
    }
    if (goes_on) sight.received_before.reset();
}

core::Result<ReasonGiven> Readers::give_reason(const SignedIn& who, const ReasonForm& form) {
    const auto& text = form.reason;
    if (!is_reason(text)) return core::reject("reading.reason.malformed", "reason");
    const auto before = sight(who, form.book);
    const bool opens = before.entries == Seeing::by_reason || !before.by_reason.empty();
    // Given again before it ends: it counts from now.
    if (!opens && reason_for(who, form.book) == nullptr) {
        return core::reject("reading.not_allowed", "book");
    }
    const auto now = clock_.now_ms();
    const ReadingReason reason{who.session.id, form.book, now, now + reason_life_ms, text};
    store_.sign_ins().put_reason(reason);
    log(who, form.book, before.audits ? ReadWhat::audit : ReadWhat::names, text);
    return ReasonGiven{form.book, reason.expires_at};
}

void Readers::log(const SignedIn& who, const core::BookId& book, ReadWhat what,
                  std::string reason) {
    const auto now = clock_.now_ms();
    store_.read_log().append({.book = book,
                              .at = now,
                              .id = make_uuid7(now, ids_),
                              .account = who.account.id,
                              .what = what,
                              .reason = std::move(reason)});
}

void Readers::show(const SignedIn& who, const BookSight& sight,
                   const std::vector<core::SealedEntry*>& entries) {
    if (entries.empty()) return;
    bool sensitive = false;
    for (auto* sealed : entries) {
        withhold(*sealed, sight.classes);
        for (const auto& part : sealed->entry.parts) {
            sensitive = sensitive || (part.kind == core::PartClass::sensitive && part.content);
        }
    }
    const auto& book = entries.front()->entry.book_id;
    const auto* reason = reason_for(who, book);
    const auto why = reason == nullptr ? std::string() : reason->reason;
    if (sensitive) log(who, book, ReadWhat::sensitive, why);
    if (sight.audits) log(who, book, ReadWhat::audit, why);
}

core::Result<Attachment> Readers::attachment(const SignedIn& who, const core::BookId& book,
                                             const core::Digest& sha256) {
    const auto may = sight(who, book);
    if (may.by_reason.contains(core::PartClass::sensitive) &&
        !may.classes.contains(core::PartClass::sensitive)) {
        return core::reject("reading.reason_needed", "book", {{"book", to_text(book)}});
    }
    if (!may.classes.contains(core::PartClass::sensitive)) {
        return core::reject("attachment.not_readable");
    }
    auto found = store_.attachments().find(book, sha256);
    if (!found) return core::reject("attachment.unknown", "sha256");
    const auto* reason = reason_for(who, book);
    const auto why = reason == nullptr ? std::string() : reason->reason;
    log(who, book, ReadWhat::sensitive, why);
    if (may.audits) log(who, book, ReadWhat::audit, why);
    return std::move(*found);
}

void Readers::took(const SignedIn& who, const std::optional<core::BookId>& book, ReadWhat what,
                   std::string title) {
    core::BookId beside = book.value_or(core::BookId{});
    if (!book) {
        const auto books = store_.books();
        const auto registry = std::ranges::find(books, core::BookKind::registry, &BookInfo::kind);
        if (registry != books.end()) beside = registry->id;
    }
    log(who, beside, what, std::move(title));
}

std::vector<ReadShown> Readers::reads(const SignedIn& who, const ReadsQuestion& question) {
    const auto held = rights_.held_today(who.account.id);
    std::map<core::BookId, bool> seen;
    const auto may = [&](const core::BookId& book) {
        const auto [at, is_new] = seen.try_emplace(book, false);
        if (is_new) {
            // Of any kind of book alike.
            at->second = sees(rights_.roles_over(held, book), core::BookKind::club, Sight::trail);
        }
        return at->second;
    };
    std::vector<ReadShown> shown;
    ReadPlace before{question.before.value_or(clock_.now_ms() + 1), question.before_id};
    for (int page = 0; page < most_log_pages && shown.size() < question.limit; ++page) {
        const auto lines = question.book
                               ? store_.read_log().of_book(*question.book, before, log_page)
                               : store_.read_log().latest(before, log_page);
        for (const auto& line : lines) {
            if (shown.size() == question.limit || !may(line.book)) continue;
            const auto reader = store_.people().account(line.account);
            shown.push_back({.book = line.book,
                             .at = line.at,
                             .id = line.id,
                             .reader = reader ? reader->shown_name : std::string(),
                             .login = reader ? reader->login : std::string(),
                             .what = line.what,
                             .subject = line.subject,
                             .reason = line.reason});
        }
        if (lines.size() < log_page) break;
        before = {lines.back().at, lines.back().id};
    }
    return shown;
}

}  // namespace lth::app
