#include "app/officer.hpp"

#include "core/sha256.hpp"
#include "json/association_body.hpp"
#include "json/club_body.hpp"

namespace lth::app {
namespace {

// The instant in a UUIDv7: the author's clock, and the same however often the entry is sent.
std::int64_t time_in(const core::Uuid& id) {
    constexpr std::size_t time_bytes = 6;
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < time_bytes; ++i) ms = ms << 8 | id.bytes.at(i);
    return ms;
}

// The kind of book that begins with the entry; nothing if it goes on in one. Officers found clubs
// and open the books of associations; all other books are there from the start.
std::optional<core::BookKind> opened_by(const core::Entry& entry) {
    const auto first = [&]<class Opener>(const auto& ops) {
        return ops && !ops->empty() && std::holds_alternative<Opener>(ops->front().what);
    };
    const auto club = json::read_club_ops(entry.body, entry.parts);
    if (first.operator()<core::club::ClubProposed>(club)) return core::BookKind::club;
    const auto association = json::read_association_ops(entry.body, entry.parts);
    if (first.operator()<core::association::AssociationRegistered>(association)) {
        return core::BookKind::association;
    }
    return std::nullopt;
}

}  // namespace

core::DeviceId officer_device(const core::AccountId& account) {
    return core::DeviceId(make_uuid8(core::sha256("LTH-D1" + to_text(account))));
}

core::Entry OfficerEntries::entry_of(const core::AccountId& officer, const core::BookId& book,
                                     const OfficerEntry& entry) {
    core::Entry made{.entry_id = entry.entry_id,
                     .book_id = book,
                     .device = officer_device(officer),
                     .author = officer,
                     .made_at = time_in(entry.entry_id),
                     .body = entry.body,
                     .parts = entry.parts};
    for (auto& part : made.parts) {
        if (part.content) part.digest = core::part_digest(part, *part.content);
    }
    return made;
}

Sender OfficerEntries::sender_of(const core::AccountId& officer) {
    const Caller caller{officer, officer_device(officer)};
    return {.account = officer,
            .refused = [this, caller](const Book& book, const core::Entry& entry, const Ops& ops) {
                return rights_.refuses(caller, book, entry, ops);
            }};
}

core::Result<Receipt> OfficerEntries::record(const core::AccountId& officer,
                                             const core::BookId& book, const OfficerEntry& entry) {
    const auto made = entry_of(officer, book, entry);
    auto sender = sender_of(officer);
    sender.opens = opened_by(made);
    if (!entry.replaces) return books_.record(made, sender);
    return books_.replace_case({.book = book, .case_id = *entry.replaces, .by = officer}, made,
                               sender);
}

}  // namespace lth::app
