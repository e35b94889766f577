// The pages of books: entries as their operations tell them, and where they stand in the chain.
#include <algorithm>

#include "app/province.hpp"

namespace lth::app {
namespace {

std::string bare_op(std::string_view body, std::size_t index) {
    // The n-th object of "ops": bodies are canonical or at least valid JSON, so braces nest.
    std::size_t at = body.find('[');
    std::size_t depth = 0;
    std::size_t start = 0;
    bool quoted = false;
    for (++at; at < body.size(); ++at) {
        const char c = body[at];
        if (quoted) {
            if (c == '\\') ++at;
            if (c == '"') quoted = false;
            continue;
        }
        if (c == '"') quoted = true;
        if (c == '{' && depth++ == 0) start = at;
        if (c == '}' && --depth == 0 && index-- == 0) {
            return std::string(body.substr(start, at - start + 1));
        }
    }
    return {};
}

std::string text_field(std::string_view object, std::string_view key) {
    const auto found = object.find("\"" + std::string(key) + "\":\"");
    if (found == std::string_view::npos) return {};
    const auto start = found + key.size() + 4;
    return std::string(object.substr(start, object.find('"', start) - start));
}

}  // namespace

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
    // What was reversed: named by op.reversed anywhere later in the book.
    std::vector<std::pair<core::Uuid, std::int64_t>> reversed;
    if (book.kind == core::BookKind::club) {
        for (std::uint64_t after = 0; after < book.head.last_seq;) {
            const auto page = store_.entries(book.id, after, {});
            if (page.empty()) break;
            after = page.back().seal.seq;
            for (const auto& sealed : page) {
                if (sealed.entry.body.find("op.reversed") == std::string::npos) continue;
                for (const auto& op : stored_club_ops(sealed)) {
                    const auto* what = std::get_if<core::OpReversed>(&op.what);
                    if (what != nullptr)
                        reversed.emplace_back(what->entry_id, what->op_index.value);
                }
            }
        }
    }
    std::vector<EntryLine> lines;
    for (auto& sealed : entries) {
        EntryLine line;
        line.digest = core::entry_digest(sealed.entry);
        for (std::size_t i = 0;; ++i) {
            OpLine op;
            op.text = bare_op(sealed.entry.body, i);
            if (op.text.empty()) break;
            op.op = text_field(op.text, "op");
            op.on = text_field(op.text, "on");
            const std::pair<core::Uuid, std::int64_t> self{sealed.entry.entry_id,
                                                           static_cast<std::int64_t>(i)};
            op.reversed = std::ranges::find(reversed, self) != reversed.end();
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
