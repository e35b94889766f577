#include "app/officer.hpp"

#include "core/sha256.hpp"

namespace lth::app {
namespace {

// The instant in a UUIDv7: the author's clock, and the same however often the entry is sent.
std::int64_t time_in(const core::Uuid& id) {
    constexpr std::size_t time_bytes = 6;
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < time_bytes; ++i) ms = ms << 8 | id.bytes.at(i);
    return ms;
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
    const auto sender = sender_of(officer);
    if (!entry.replaces) return books_.record(made, sender);
    return books_.replace_case({.book = book, .case_id = *entry.replaces, .by = officer}, made,
                               sender);
}

}  // namespace lth::app
