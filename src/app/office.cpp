#include "app/office.hpp"

#include <algorithm>

#include "app/reason.hpp"
#include "app/roles.hpp"

namespace lth::app {
namespace {

constexpr std::array all_classes = {core::PartClass::name, core::PartClass::contact,
                                    core::PartClass::sensitive, core::PartClass::text};

}  // namespace

ClubOffice::ClubOffice(const Parts& parts)
    : in_(parts),
      entries_(parts.books, parts.rights),
      cases_(parts.store, parts.books, parts.clock, parts.rights, parts.places),
      devices_({parts.store, parts.books, parts.clock, parts.devices, parts.rights, parts.places,
                parts.reading}),
      scheme_(parts.rights, parts.reading),
      handovers_({parts.store, parts.books, parts.clock, parts.ids, entries_, parts.rights,
                  parts.places, parts.reading}),
      papers_({parts.store, parts.books, parts.clock, parts.rights, parts.reading, scheme_,
               handovers_}),
      clubs_({parts.books, parts.clock, parts.rights, parts.reading}),
      ratings_({parts.store, parts.books, parts.clock, parts.rights, parts.places, parts.reading}),
      reports_({parts.store, parts.books, parts.clock, entries_, parts.rights, parts.places,
                parts.reading}),
      people_(parts.store, parts.books, parts.clock, parts.ids) {}

core::Result<Receipt> ClubOffice::record(const core::AccountId& officer, const core::BookId& book,
                                         const OfficerEntry& entry) {
    auto receipt = entries_.record(officer, book, entry);
    if (receipt) in_.reading.written();
    return receipt;
}

CasesView ClubOffice::cases(const core::AccountId& officer, const CasesQuestion& question) {
    return cases_.list(officer, question);
}

core::Result<CaseView> ClubOffice::look(const core::AccountId& officer, const CaseRef& ref) {
    auto view = cases_.look(officer, ref);
    if (!view) return view;
    if (view->entry) log_sensitive(officer, *view->entry);
    if (view->stands) log_sensitive(officer, view->stands->entry.entry);
    return view;
}

core::Result<std::optional<Receipt>> ClubOffice::decide(const core::AccountId& officer,
                                                        const CaseRef& ref,
                                                        const CaseDecision& decision) {
    auto receipt = cases_.decide(officer, ref, decision);
    if (receipt) in_.reading.written();
    return receipt;
}

void ClubOffice::log(const core::AccountId& officer, ReadWhat what,
                     const PersonQuestion& question) {
    const auto now = in_.clock.now_ms();
    ReadLine line{.book = question.book,
                  .at = now,
                  .id = make_uuid7(now, in_.ids),
                  .account = officer,
                  .what = what,
                  .subject = {},
                  .reason = question.reason};
    if (question.person.value != 0) line.subject = question.person;
    in_.store.read_log().append(line);
}

// Before it is handed out: what was not logged is not shown.
void ClubOffice::log_sensitive(const core::AccountId& officer, const core::Entry& entry) {
    const bool any = std::ranges::any_of(entry.parts, [](const core::PrivatePart& part) {
        return part.content && part.kind == core::PartClass::sensitive;
    });
    if (any) log(officer, ReadWhat::sensitive, {.book = entry.book_id, .person = {}});
}

core::Result<PartClasses> ClubOffice::may_read(const core::AccountId& officer,
                                               const PersonQuestion& question) {
    const auto roles = in_.rights.roles_over(officer, question.book);
    const auto best = [&](Sight sight) {
        auto seeing = Seeing::no;
        for (const auto role : roles) seeing = std::max(seeing, may_see(role, sight));
        return seeing;
    };
    if (best(Sight::name) == Seeing::no) return core::reject("role.person.not_allowed");
    const bool needs_one = best(Sight::name) == Seeing::by_reason;
    if ((needs_one || !question.reason.empty()) && !is_reason(question.reason)) {
        return core::reject("person.reason", "reason");
    }
    PartClasses classes;
    for (const auto kind : all_classes) {
        const auto seeing = best(sight_of(kind));
        const bool reads =
            seeing == Seeing::yes || (seeing == Seeing::by_reason && !question.reason.empty());
        if (reads) classes.insert(kind);
    }
    return classes;
}

core::Result<std::vector<PersonLine>> ClubOffice::members(const core::AccountId& officer,
                                                          const core::BookId& book,
                                                          const BookSight& sight) {
    if (!opens(in_.rights.roles_over(officer, book), core::BookKind::club)) {
        return core::reject("role.person.not_allowed");
    }
    auto lines = people_.list(book);
    if (!lines || !sight.closes_members()) return lines;
    for (auto& line : *lines) {
        line.name.reset();
        line.birth_year.reset();
    }
    return lines;
}

core::Result<PersonFile> ClubOffice::person(const core::AccountId& officer,
                                            const PersonQuestion& question) {
    const auto classes = may_read(officer, question);
    if (!classes) return std::unexpected(classes.error());
    auto file = people_.file(question.book, question.person);
    if (!file) return file;
    bool sensitive = false;
    for (auto& part : file->parts) {
        const auto kind = core::parse_part_class(part.kind);
        if (!kind || !classes->contains(*kind)) part.text.reset();
        sensitive = sensitive || (part.text && kind == core::PartClass::sensitive);
    }
    log(officer, ReadWhat::person, question);
    if (sensitive) log(officer, ReadWhat::sensitive, question);
    return file;
}

core::Result<PersonErased> ClubOffice::erase(const core::AccountId& officer,
                                             const PersonQuestion& question) {
    const auto info = in_.store.book(question.book);
    if (!info) {
        return core::reject("question.book.unknown", "book", {{"book", to_text(question.book)}});
    }
    // Asked here, too: what only waits for a decision is erased without an entry.
    const auto roles = in_.rights.roles_over(officer, question.book);
    const bool may = std::ranges::any_of(
        roles, [&](Role role) { return may_record(role, info->kind, core::PrivateErased::op); });
    if (!may) return core::reject("role.person.not_allowed");
    return people_.erase(question.book, question.person, entries_.sender_of(officer));
}

}  // namespace lth::app
