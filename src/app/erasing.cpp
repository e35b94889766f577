#include "app/erasing.hpp"

#include "json/club_body.hpp"
#include "json/entry.hpp"

namespace lth::app {
namespace {

constexpr std::size_t most_ops = 500;  // of the 1,000 that an entry may hold

// Every kind of book spells this operation alike.
core::Entry erasing_entry(const core::BookId& book, std::vector<core::club::ClubOp> ops,
                          const Eraser& eraser, Ids& ids) {
    return {.entry_id = core::EntryId(make_uuid7(eraser.now, ids)),
            .book_id = book,
            .device = eraser.device,
            .author = eraser.account,
            .made_at = eraser.now,
            .body = json::write_body(ops),
            .parts = {}};
}

}  // namespace

void each_entry_of(Store& store, const core::BookId& book, const EntryVisitor& visit) {
    for (std::uint64_t after = 0;;) {
        const auto page = store.entries(book, after, {});
        if (page.empty()) return;
        for (const auto& sealed : page) visit(sealed);
        after = page.back().seal.seq;
    }
}

core::Result<std::uint64_t> record_erasure(Books& books, Ids& ids, const core::BookId& book,
                                           const PartsOfEntries& parts, const Eraser& eraser,
                                           const Sender& sender) {
    std::uint64_t entries = 0;
    std::vector<core::club::ClubOp> ops;
    const auto record = [&]() -> core::Result<void> {
        if (ops.empty()) return {};
        const auto done = books.record(erasing_entry(book, std::move(ops), eraser, ids), sender);
        ops.clear();
        if (!done) return std::unexpected(done.error());
        ++entries;
        return {};
    };
    for (const auto& [entry, numbers] : parts) {
        core::PrivateErased erased{.entry_id = entry, .erased = {}};
        for (const auto number : numbers) erased.erased.push_back({number});
        ops.push_back({.on = core::business_date(eraser.now), .parts = {}, .what = erased});
        if (ops.size() < most_ops) continue;
        if (const auto done = record(); !done) return std::unexpected(done.error());
    }
    if (const auto done = record(); !done) return std::unexpected(done.error());
    return entries;
}

std::uint64_t erase_in_cases(
    Store& store, const core::BookId& book,
    const std::function<bool(const SyncCase&, const core::PrivatePart&)>& goes) {
    std::vector<SyncCase> changed;
    for (auto& kept : store.cases(book)) {
        if (kept.line.empty()) continue;
        auto entry = json::read_unsealed(kept.line);
        if (!entry) continue;  // it holds no part that could be read
        bool any = false;
        for (auto& part : entry->parts) {
            if (!part.content || !goes(kept, part)) continue;
            part.content.reset();
            any = true;
        }
        if (!any) continue;
        kept.line = json::write_unsealed(*entry);
        changed.push_back(std::move(kept));
    }
    if (!changed.empty()) store.rewrite_cases(changed);
    return changed.size();
}

}  // namespace lth::app
