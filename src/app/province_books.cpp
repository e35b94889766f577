// The pages of books: entries as their operations tell them, and where they stand in the chain.
#include <algorithm>
#include <set>

#include "app/bare_ops.hpp"
#include "app/erasing.hpp"
#include "app/province.hpp"

namespace lth::app {
core::Result<BookInfo> Province::find_book(const core::BookId& id) {
    auto book = store_.book(id);
    if (!book) return core::reject("question.book.unknown", "book", {{"book", to_text(id)}});
    return *book;
}

std::string Province::book_name(const BookInfo& book) {
    auto& facts = current();
    switch (book.kind) {
        case core::BookKind::club: {
            const auto number = facts.cube().find(book.id);
            return number ? std::string(facts.cube().name(*number)) : std::string();
        }
        case core::BookKind::association: {
            const auto found = facts.folds().associations.find(book.id);
            return found == facts.folds().associations.end()
                       ? std::string()
                       : core::association::association_row(found->second).name;
        }
        case core::BookKind::territory:
            return "Sổ địa bàn";
        case core::BookKind::registry:
            return "Sổ đăng ký";
    }
    return {};
}

std::vector<EntryLine> Province::lines(const BookInfo& book,
                                       std::vector<core::SealedEntry> entries) {
    // By entry and place in it: of a club's book read from its entries, else from the folds.
    std::set<std::pair<core::Uuid, std::uint64_t>> reversed;
    std::set<std::pair<std::uint64_t, std::uint64_t>> dead;
    const auto take = [&](const auto& ops) {
        for (const auto& op : ops) {
            if (!op.live) dead.emplace(op.seq, op.op_index);
        }
    };
    const auto& folds = current().folds();
    switch (book.kind) {
        case core::BookKind::club:
            each_entry_of(store_, book.id, [&](const core::SealedEntry& sealed) {
                if (!sealed.entry.body.contains("op.reversed")) return;
                for (const auto& op : stored_club_ops(sealed)) {
                    const auto* what = std::get_if<core::OpReversed>(&op.what);
                    if (what == nullptr) continue;
                    reversed.emplace(what->entry_id,
                                     static_cast<std::uint64_t>(what->op_index.value));
                }
            });
            break;
        case core::BookKind::association:
            if (const auto found = folds.associations.find(book.id);
                found != folds.associations.end()) {
                take(found->second.ops);
            }
            break;
        case core::BookKind::territory:
            take(folds.territory.ops);
            break;
        case core::BookKind::registry:
            take(folds.registry.ops);
            break;
    }
    std::vector<EntryLine> lines;
    for (auto& sealed : entries) {
        EntryLine line;
        line.digest = core::entry_digest(sealed.entry);
        for (auto& text : bare_ops(sealed.entry.body)) {
            const auto i = line.ops.size();
            OpLine op;
            op.op = text_field(text, "op");
            op.on = text_field(text, "on");
            op.text = std::move(text);
            op.reversed = reversed.contains({sealed.entry.entry_id, i}) ||
                          dead.contains({sealed.seal.seq, i});
            line.ops.push_back(std::move(op));
        }
        line.entry = std::move(sealed);
        lines.push_back(std::move(line));
    }
    return lines;
}

core::Result<EntriesView> Province::entries(const core::BookId& id, std::uint64_t after,
                                            Page page) {
    const std::lock_guard lock(mutex_);
    const auto book = find_book(id);
    if (!book) return std::unexpected(book.error());
    return EntriesView{.book = *book,
                       .name = book_name(*book),
                       .simulated = current().simulated(),
                       .after = after,
                       .entries = lines(*book, store_.entries(id, after, page))};
}

core::Result<EntryView> Province::entry(const core::BookId& id, std::uint64_t seq) {
    const std::lock_guard lock(mutex_);
    const auto book = find_book(id);
    if (!book) return std::unexpected(book.error());
    if (seq == 0 || seq > book->head.last_seq) {
        return core::reject("question.entry.unknown", "seq", {{"seq", std::to_string(seq)}});
    }
    const std::uint64_t from = seq >= 2 ? seq - 2 : 0;
    auto entries = store_.entries(id, from, {.entries = 2});
    core::Head before;
    if (seq >= 2) {
        before = core::head_after(entries.front());
        entries.erase(entries.begin());
    }
    const bool holds = core::follows(before, entries.front());
    entries.resize(1);
    return EntryView{.book = *book,
                     .name = book_name(*book),
                     .simulated = current().simulated(),
                     .line = std::move(lines(*book, std::move(entries)).front()),
                     .chain_holds = holds};
}

}  // namespace lth::app
