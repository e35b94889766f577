#include "app/erasures.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <set>
#include <string>

#include "app/erasing.hpp"
#include "json/entry.hpp"
#include "json/message.hpp"

namespace lth::app {
namespace {

enum class Where : std::uint8_t {
    recorded,
    waiting,  // an entry that was kept as a case
};
BOOST_DESCRIBE_ENUM(Where, recorded, waiting)

// A line of the list.
struct Erasure {
    core::BookId book;
    core::EntryId entry_id;
    Where where = Where::recorded;
    std::vector<std::uint64_t> parts;
};
BOOST_DESCRIBE_STRUCT(Erasure, (), (book, entry_id, where, parts))

using Numbers = std::map<core::EntryId, std::set<std::uint64_t>>;
struct OfBook {
    Numbers entries;
    Numbers cases;
};

std::uint64_t write_lines(std::ostream& out, const core::BookId& book, Where where,
                          const Numbers& erased) {
    for (const auto& [entry, parts] : erased) {
        const Erasure line{book, entry, where, {parts.begin(), parts.end()}};
        out << json::write_message(line) << '\n';
    }
    return erased.size();
}

const core::PrivateErased* erased_by(const auto& op) {
    return std::get_if<core::PrivateErased>(&op.what);
}

// What the entries of the book have erased.
Numbers erased_in(Store& store, const BookInfo& book) {
    Numbers erased;
    each_entry_of(store, book.id, [&](const core::SealedEntry& sealed) {
        if (!sealed.entry.body.contains(core::PrivateErased::op)) return;
        const auto ops = read_ops(book.kind, sealed.entry);
        if (!ops) throw Fault("Có bút toán không đọc được.", "An entry cannot be read.");
        std::visit(
            [&](const auto& list) {
                for (const auto& op : list) {
                    const auto* what = erased_by(op);
                    if (what == nullptr) continue;
                    for (const auto& number : what->erased) {
                        erased[what->entry_id].insert(static_cast<std::uint64_t>(number.value));
                    }
                }
            },
            *ops);
    });
    return erased;
}

// Every phone sends its parts whole: what is missing was erased here.
Numbers missing_in_cases(Store& store, const core::BookId& book) {
    Numbers missing;
    for (const auto& kept : store.cases(book)) {
        if (kept.line.empty()) continue;
        const auto entry = json::read_unsealed(kept.line);
        if (!entry) continue;
        for (const auto& part : entry->parts) {
            if (!part.content) missing[kept.entry_id].insert(part.number);
        }
    }
    return missing;
}

bool holds(const Numbers& numbers, const core::EntryId& entry, std::uint64_t part) {
    const auto found = numbers.find(entry);
    return found != numbers.end() && found->second.contains(part);
}

// The book as it folds without the parts. How many there were again.
std::uint64_t apply_to_entries(Store& store, const BookInfo& info, const Numbers& erased) {
    std::vector<json::PartRef> gone;
    Book book(info.kind);
    each_entry_of(store, info.id, [&](const core::SealedEntry& sealed) {
        auto bare = sealed;
        for (auto& part : bare.entry.parts) {
            if (!part.content || !holds(erased, bare.entry.entry_id, part.number)) continue;
            part.content.reset();
            gone.push_back({bare.seal.seq, part.number});
        }
        book.apply(bare);
    });
    if (gone.empty()) return 0;
    auto rows = book.rows();
    rows.erased.insert(rows.erased.end(), gone.begin(), gone.end());
    BookInfo as_folded = info;
    as_folded.head = book.head();
    if (store.replace_rows(as_folded, rows) != Appended::done) {
        throw Fault("Sổ đang được ghi bởi nơi khác: hãy chạy lại.",
                    "The book is being written elsewhere: run it again.");
    }
    return gone.size();
}

}  // namespace

std::uint64_t write_erasures(Store& store, std::ostream& out) {
    std::uint64_t lines = 0;
    for (const auto& book : store.books()) {
        lines += write_lines(out, book.id, Where::recorded, erased_in(store, book));
        lines += write_lines(out, book.id, Where::waiting, missing_in_cases(store, book.id));
    }
    return lines;
}

core::Result<ErasuresApplied> apply_erasures(Store& store, std::istream& in) {
    ErasuresApplied applied;
    std::map<core::BookId, OfBook> list;
    for (std::string text; std::getline(in, text);) {
        if (text.empty()) continue;
        const auto line = json::read_message<Erasure>(text, "erasure");
        if (!line) return std::unexpected(line.error());
        auto& numbers =
            line->where == Where::waiting ? list[line->book].cases : list[line->book].entries;
        numbers[line->entry_id].insert(line->parts.begin(), line->parts.end());
        ++applied.lines;
    }
    for (const auto& [id, erased] : list) {
        const auto info = store.book(id);
        if (!info) continue;
        std::uint64_t parts = apply_to_entries(store, *info, erased.entries);
        (void)erase_in_cases(store, id, [&](const SyncCase& kept, const core::PrivatePart& part) {
            const bool goes = holds(erased.cases, kept.entry_id, part.number);
            parts += goes ? 1 : 0;
            return goes;
        });
        applied.parts += parts;
        applied.books += parts > 0 ? 1 : 0;
    }
    return applied;
}

}  // namespace lth::app
