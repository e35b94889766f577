#include "app/exchange.hpp"

#include <map>
#include <string>

#include "app/book.hpp"
#include "json/entry.hpp"

namespace lth::app {
namespace {

constexpr std::string_view kind_prefix = R"({"kind":")";
constexpr std::string_view displaced_prefix = R"({"displaced":)";

// {"kind":"club","entry":{…}}
std::string write_line(core::BookKind kind, const core::SealedEntry& sealed) {
    return std::string(kind_prefix) + std::string(to_text(kind)) + R"(","entry":)" +
           json::write_entry(sealed) + "}";
}

core::Result<std::pair<core::BookKind, core::SealedEntry>> read_line(std::string_view line) {
    const auto malformed = [] {
        return core::reject("entry.not_json", {}, {{"detail", R"({"kind":…,"entry":{…}})"}});
    };
    if (!line.starts_with(kind_prefix) || !line.ends_with('}')) return malformed();
    const auto quote = line.find('"', kind_prefix.size());
    if (quote == std::string_view::npos) return malformed();
    const auto kind =
        core::parse_book_kind(line.substr(kind_prefix.size(), quote - kind_prefix.size()));
    constexpr std::string_view middle = R"(","entry":)";
    if (!kind || line.substr(quote, middle.size()) != middle) return malformed();
    const auto start = quote + middle.size();
    auto sealed = json::read_sealed_entry(line.substr(start, line.size() - start - 1));
    if (!sealed) return std::unexpected(sealed.error());
    return std::pair{*kind, std::move(*sealed)};
}

// One book at a time is gathered, then written whole.
class Importer {
public:
    explicit Importer(Store& store) : store_(store) {}

    core::Result<void> take(core::BookKind kind, core::SealedEntry sealed) {
        if (id_ != sealed.entry.book_id) {
            if (const auto done = finish(); !done) return done;
            id_ = sealed.entry.book_id;
            kind_ = kind;
            head_ = {};
            const auto known = store_.book(id_);
            known_seq_ = known ? known->head.last_seq : 0;
            known_hash_ = known ? known->head.hash : core::Digest{};
        }
        if (!core::follows(head_, sealed)) {
            return core::reject("chain.broken", {}, {{"seq", std::to_string(sealed.seal.seq)}});
        }
        head_ = core::head_after(sealed);
        if (head_.last_seq == known_seq_ && head_.hash != known_hash_) {
            return core::reject("entry.id_used_otherwise", {});
        }
        entries_.push_back(std::move(sealed));
        return {};
    }

    core::Result<void> finish() {
        if (entries_.empty()) return {};
        if (head_.last_seq < known_seq_) {
            const auto same = store_.entries(id_, head_.last_seq - 1, {.entries = 1});
            if (same.empty() || same.front().seal.hash != head_.hash) {
                entries_.clear();
                return core::reject("entry.id_used_otherwise", {});
            }
        }
        const auto known = std::min<std::uint64_t>(known_seq_, entries_.size());
        imported.known += known;
        if (known < entries_.size()) write(known);
        entries_.clear();
        return {};
    }

    Imported imported;

private:
    void write(std::uint64_t known) {
        BookWrite write;
        write.book = id_;
        write.kind = kind_;
        Book book(kind_);
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            book.apply(entries_[i]);
            if (i + 1 == known) write.before = core::head_after(entries_[i]);
        }
        imported.entries += entries_.size() - known;
        write.entries.assign(entries_.begin() + static_cast<std::ptrdiff_t>(known), entries_.end());
        write.changes = book.rows();
        write.all_rows = known > 0;
        std::vector<BookWrite> writes;
        writes.push_back(std::move(write));
        const auto outcomes = store_.append(std::move(writes), Urgency::bulk).get();
        if (outcomes.front() != Appended::done) {
            throw Fault("Sổ đang được ghi bởi nơi khác: hãy chạy lại.",
                        "The book is being written elsewhere: run it again.");
        }
    }

    Store& store_;
    core::BookId id_;
    core::BookKind kind_ = core::BookKind::club;
    core::Head head_;
    std::uint64_t known_seq_ = 0;
    core::Digest known_hash_{};
    std::vector<core::SealedEntry> entries_;
};

}  // namespace

std::uint64_t export_entries(Store& store, std::ostream& out, PartsWritten parts) {
    std::map<core::BookId, core::BookKind> kinds;
    for (const auto& book : store.books()) kinds[book.id] = book.kind;
    std::uint64_t lines = 0;
    store.each_entry([&](const core::SealedEntry& sealed) {
        const auto kind = kinds.find(sealed.entry.book_id);
        if (kind == kinds.end()) return;  // a book that was opened meanwhile
        if (parts == PartsWritten::with_parts) {
            out << write_line(kind->second, sealed) << '\n';
        } else {
            auto bare = sealed;
            for (auto& part : bare.entry.parts) part.content.reset();
            out << write_line(kind->second, bare) << '\n';
        }
        ++lines;
    });
    return lines;
}

core::Result<Imported> import_entries(Store& store, std::istream& in) {
    Importer importer(store);
    std::string line;
    while (std::getline(in, line)) {
        if (line.empty() || line.starts_with(displaced_prefix)) continue;
        auto read = read_line(line);
        if (!read) return std::unexpected(read.error());
        if (const auto done = importer.take(read->first, std::move(read->second)); !done) {
            return std::unexpected(done.error());
        }
    }
    if (const auto done = importer.finish(); !done) return std::unexpected(done.error());
    return importer.imported;
}

core::Result<Imported> copy_entries(Store& from, Store& to) {
    std::map<core::BookId, core::BookKind> kinds;
    for (const auto& book : from.books()) kinds[book.id] = book.kind;
    Importer importer(to);
    core::Result<void> taken;
    from.each_entry([&](const core::SealedEntry& sealed) {
        const auto kind = kinds.find(sealed.entry.book_id);
        if (!taken || kind == kinds.end()) return;
        taken = importer.take(kind->second, sealed);
    });
    if (taken) taken = importer.finish();
    if (!taken) return std::unexpected(taken.error());
    return importer.imported;
}

core::Result<void> append_confirmed(Store& store, core::BookKind kind,
                                    std::span<const core::SealedEntry> entries) {
    if (entries.empty()) return {};
    Importer importer(store);
    const auto& id = entries.front().entry.book_id;
    // The importer wants a book from its first entry on.
    for (std::uint64_t seq = 0; seq + 1 < entries.front().seal.seq;) {
        auto page = store.entries(id, seq, {});
        if (page.empty()) break;
        for (auto& sealed : page) {
            seq = sealed.seal.seq;
            if (seq >= entries.front().seal.seq) break;
            if (auto taken = importer.take(kind, std::move(sealed)); !taken) return taken;
        }
    }
    for (const auto& sealed : entries) {
        if (auto taken = importer.take(kind, sealed); !taken) return taken;
    }
    return importer.finish();
}

}  // namespace lth::app
