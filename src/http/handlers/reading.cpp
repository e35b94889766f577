#include "http/handlers/reading.hpp"

#include <algorithm>

#include "http/services.hpp"

namespace lth::http {
core::Result<BookReader> reader_of(const Call& call, const core::BookId& book) {
    BookReader reader;
    const auto who = signed_in(call);
    if (who && !who->totp_needed && !who->session.weak_password) {
        reader.who = *who;
        reader.sight = call.services.officers.readers.sight(*who, book);
        if (reader.sight.entries == app::Seeing::yes) return reader;
    }
    if (call.services.open == Public::books) {
        reader.who.reset();
        reader.sight = {.entries = app::Seeing::yes};
        return reader;
    }
    if (!reader.who) return core::reject("session.none");
    if (reader.sight.entries == app::Seeing::by_reason) {
        return core::reject("reading.reason_needed", "book", {{"book", to_text(book)}});
    }
    return core::reject("reading.not_allowed", "book");
}

void BookReader::limit(app::Question& question) const {
    if (!sight.received_before) return;
    const auto last = *sight.received_before - 1;
    question.known_at = std::min(question.known_at.value_or(last), last);
}

void show(const BookReader& reader, app::ClubView& view) {
    view.loans_closed = reader.closes_members();
    if (!view.loans_closed) return;
    view.loans.clear();
    std::erase_if(view.flags, [](const core::club::FlagLine& flag) {
        return flag.member || flag.loan || flag.op_index;
    });
}

void show(const Call& call, const BookReader& reader, app::EntriesView& view) {
    std::erase_if(view.entries,
                  [&](const app::EntryLine& line) { return !reader.may_see(line.entry.seal); });
    std::vector<core::SealedEntry*> entries;
    entries.reserve(view.entries.size());
    for (auto& line : view.entries) entries.push_back(&line.entry);
    if (reader.who) {
        call.services.officers.readers.show(*reader.who, reader.sight, entries);
    } else {
        for (auto* sealed : entries) app::withhold(*sealed, {});
    }
    view.members_closed = reader.closes_members(view.book.kind);
}

core::Result<void> may_read_members(const BookReader& reader, const core::BookId& club) {
    if (!reader.closes_members()) return {};
    if (!reader.sight.by_reason.contains(core::PartClass::name)) {
        return core::reject("reading.not_allowed", "book");
    }
    return core::reject("reading.reason_needed", "book", {{"book", to_text(club)}});
}

core::Result<void> may_read_bodies(const BookReader& reader, const app::EntriesView& view) {
    if (!view.members_closed) return {};
    return may_read_members(reader, view.book.id);
}

core::Result<void> show(const Call& call, const BookReader& reader, app::EntryView& view) {
    if (!reader.may_see(view.line.entry.seal)) {
        return core::reject("question.entry.unknown", "seq",
                            {{"seq", std::to_string(view.line.entry.seal.seq)}});
    }
    if (reader.who) {
        call.services.officers.readers.show(*reader.who, reader.sight, {&view.line.entry});
    } else {
        app::withhold(view.line.entry, {});
    }
    view.members_closed = reader.closes_members(view.book.kind);
    return {};
}

}  // namespace lth::http
