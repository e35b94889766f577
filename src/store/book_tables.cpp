#include "store/book_tables.hpp"

#include <algorithm>

#include "store/club_rows.hpp"
#include "store/cursor.hpp"

namespace lth::store {
namespace {

using app::Appended;
using core::BookId;

bool is_there_already(Session& session, const app::BookWrite& write) {
    const auto& last = write.entries.back().seal;
    bool same = false;
    session.select("entry.hash_of", {write.book, value_of(last.seq)},
                   [&](const Row& row) { same = Cursor(row).digest() == last.hash; });
    return same;
}

/// Holds the book's row until the end of the transaction, if its head is still that one.
bool hold(Session& session, const BookId& book, const core::Head& head) {
    return session.run("case.hold_book", {book, value_of(head.last_seq), head.hash}) == 1;
}

bool has_become_case(Session& session, const app::BookWrite& write) {
    bool found = false;
    for (const auto& sealed : write.entries) {
        session.select("case.exists", {write.book, sealed.entry.entry_id},
                       [&](const Row& /*row*/) { found = true; });
    }
    return found;
}

bool advance(Session& session, const app::BookWrite& write) {
    if (write.before.last_seq == 0) {
        session.run("book.open",
                    {write.book, core::to_text(write.kind), write.before.hash, app::rows_version});
    }
    const auto head = core::head_after(write.entries.back());
    return session.run("book.advance",
                       {write.book, value_of(head.last_seq), head.hash, head.received_at,
                        value_of(write.before.last_seq), write.before.hash}) == 1;
}

void write_entries(Session& session, const app::BookWrite& write) {
    Batch entries;
    Batch parts;
    std::vector<core::Digest> digests;
    digests.reserve(write.entries.size());  // values point into it
    for (const auto& [entry, seal] : write.entries) {
        digests.push_back(core::entry_digest(entry));
        entries.add({write.book, value_of(seal.seq), entry.entry_id, entry.device, entry.author,
                     value_of(entry.device_seq), entry.made_at, seal.received_at, seal.sent_by,
                     digests.back(), seal.hash, entry.body});
        for (const auto& part : entry.parts) {
            const auto& content = part.content;
            parts.add({write.book, value_of(seal.seq), std::int64_t{part.number},
                       value_of(part.subject), core::to_text(part.kind),
                       content ? Value(ValueKind::bytes, content->salt) : Value(),
                       content ? Value(content->text) : Value(), part.digest});
        }
    }
    session.run_rows("entry.put", entries);
    session.run_rows("entry_private.put", parts);
}

void write_disclosed(Session& session, const BookId& book, const app::RowChanges& changes) {
    for (const auto& [subject, field] : changes.undisclosed) {
        session.run("disclosed.delete", {book, value_of(subject), field});
    }
    Batch rows;
    for (const auto& row : changes.disclosed) {
        rows.add({book, value_of(row.subject), row.field, value_of(row.seq), std::int64_t{row.part},
                  row.value});
    }
    session.run_rows("disclosed.put", rows);
}

void erase_parts(Session& session, const BookId& book, const app::RowChanges& changes) {
    for (const auto& [seq, part] : changes.erased) {
        session.run("entry_private.erase", {book, value_of(seq), std::int64_t{part}});
    }
}

app::BookInfo book_info(const Row& row) {
    Cursor in(row);
    app::BookInfo book;
    book.id = in.uuid<BookId>();
    const auto kind = core::parse_book_kind(in.text());
    if (!kind) throw sqlite_fault(SQLITE_CORRUPT, "unknown kind of book");
    book.kind = *kind;
    book.head.last_seq = in.number();
    book.head.hash = in.digest();
    book.head.received_at = in.integer();
    book.rows_version = in.integer();
    return book;
}

core::SealedEntry sealed_entry(const Row& row) {
    Cursor in(row);
    core::SealedEntry sealed;
    auto& [entry, seal] = sealed;
    entry.book_id = in.uuid<BookId>();
    seal.seq = in.number();
    entry.entry_id = in.uuid<core::EntryId>();
    entry.device = in.uuid<core::DeviceId>();
    entry.author = in.uuid<core::AccountId>();
    entry.device_seq = in.number();
    entry.made_at = in.integer();
    seal.received_at = in.integer();
    seal.sent_by = in.uuid<core::AccountId>();
    seal.hash = in.digest();
    entry.body = in.text();
    return sealed;
}

core::PartClass part_class(Cursor& in) {
    const auto kind = core::parse_part_class(in.text());
    if (!kind) throw sqlite_fault(SQLITE_CORRUPT, "unknown class of private part");
    return *kind;
}

core::PrivatePart private_part(Cursor& in) {
    core::PrivatePart part;
    part.number = static_cast<std::uint16_t>(in.integer());
    part.subject = in.optional_local<core::SubjectId>();
    part.kind = part_class(in);
    using Salt = core::Uuid;  // 16 bytes as well
    const auto salt = in.optional([&] { return in.uuid<Salt>(); });
    const auto text = in.optional([&] { return in.text(); });
    if (salt && text) part.content = core::PartContent{salt->bytes, *text};
    part.digest = in.digest();
    return part;
}

void add_parts(Session& session, const BookId& id, std::vector<core::SealedEntry>& entries) {
    if (entries.empty()) return;
    const auto first = entries.front().seal.seq;
    session.select("entry_private.between",
                   {id, value_of(first), value_of(entries.back().seal.seq)}, [&](const Row& row) {
                       Cursor in(row);
                       const auto at = std::ranges::lower_bound(
                           entries, in.number(), {}, [](const auto& e) { return e.seal.seq; });
                       if (at != entries.end()) at->entry.parts.push_back(private_part(in));
                   });
}

template <class Id>
Value value_of_id(const std::optional<Id>& id) {
    return id ? Value(*id) : Value();
}

app::SyncCase case_from(const Row& row) {
    Cursor in(row);
    app::SyncCase kept;
    kept.book = in.uuid<BookId>();
    kept.entry_id = in.uuid<core::EntryId>();
    kept.entry_digest = in.digest();
    kept.device = in.uuid<core::DeviceId>();
    kept.device_seq = in.number();
    kept.sent_by = in.uuid<core::AccountId>();
    kept.line = in.text();
    kept.problem = in.text();
    kept.opened_at = in.integer();
    kept.outcome = in.word<core::replica::CaseState>();
    kept.closed_at = in.optional([&] { return in.integer(); });
    kept.closed_by = in.optional([&] { return in.uuid<core::AccountId>(); });
    kept.replaced_by = in.optional([&] { return in.uuid<core::EntryId>(); });
    kept.reason = in.text();
    return kept;
}

void clear_rows(Session& session, const BookId& id) {
    clear_club_rows(session, id);
    session.run("disclosed.clear", {id});
}

void write_rows(Session& session, const BookId& id, const app::RowChanges& rows) {
    write_club_rows(session, id, rows.club);
    write_disclosed(session, id, rows);
    erase_parts(session, id, rows);
}

}  // namespace

Appended write_book(Session& session, const app::BookWrite& write) {
    if (write.unless_case && hold(session, write.book, write.before) &&
        has_become_case(session, write)) {
        return Appended::moved;
    }
    // First, so that a book that has moved costs nothing, and two writers wait here.
    if (!advance(session, write)) {
        return is_there_already(session, write) ? Appended::done : Appended::moved;
    }
    write_entries(session, write);
    if (write.all_rows) {
        const auto& last = write.entries.back().seal;
        session.run("book.lock", {write.book, app::rows_version, value_of(last.seq), last.hash});
        clear_rows(session, write.book);
    }
    write_rows(session, write.book, write.changes);
    return Appended::done;
}

Appended replace_rows(Session& session, const app::BookInfo& book, const app::RowChanges& rows) {
    const auto held = session.run(
        "book.lock", {book.id, app::rows_version, value_of(book.head.last_seq), book.head.hash});
    if (held != 1) return Appended::moved;
    clear_rows(session, book.id);
    write_rows(session, book.id, rows);
    return Appended::done;
}

std::optional<app::BookInfo> read_book(Session& session, const BookId& id) {
    std::optional<app::BookInfo> book;
    session.select("book.of_id", {id}, [&](const Row& row) { book = book_info(row); });
    return book;
}

std::vector<app::BookInfo> read_books(Session& session) {
    std::vector<app::BookInfo> books;
    session.select("book.of_all", {}, [&](const Row& row) { books.push_back(book_info(row)); });
    return books;
}

std::vector<core::SealedEntry> read_entries(Session& session, const BookId& id,
                                            std::uint64_t after_seq, app::Page page) {
    std::vector<core::SealedEntry> entries;
    std::size_t bytes = 0;
    bool full = false;
    session.select("entry.after", {id, value_of(after_seq), value_of(page.entries)},
                   [&](const Row& row) {
                       if (full) return;
                       auto sealed = sealed_entry(row);
                       bytes += sealed.entry.body.size();
                       full = !entries.empty() && bytes > page.bytes;
                       if (!full) entries.push_back(std::move(sealed));
                   });
    add_parts(session, id, entries);
    return entries;
}

std::vector<app::PartText> read_part_texts(Session& session, const BookId& id) {
    std::vector<app::PartText> texts;
    session.select("entry_private.texts", {id}, [&](const Row& row) {
        Cursor in(row);
        app::PartText part;
        part.seq = in.number();
        part.kind = part_class(in);
        part.text = in.text();
        texts.push_back(std::move(part));
    });
    return texts;
}

std::vector<core::SealedEntry> read_latest_entries(Session& session, const app::EntryPlace& before,
                                                   const std::optional<core::AccountId>& author,
                                                   std::size_t limit) {
    std::vector<core::SealedEntry> entries;
    std::vector<Value> values{before.received_at, before.book, value_of(before.seq),
                              value_of(limit)};
    if (author) values.emplace_back(*author);
    session.select(author ? "entry.latest_of" : "entry.latest", values,
                   [&](const Row& row) { entries.push_back(sealed_entry(row)); });
    return entries;
}

void visit_entries(Session& session, const app::EntryVisitor& visit) {
    for (const auto& book : read_books(session)) {
        std::uint64_t after = 0;
        while (after < book.head.last_seq) {
            const auto entries = read_entries(session, book.id, after, app::Page{});
            if (entries.empty()) break;  // verify names the gap
            for (const auto& entry : entries) visit(entry);
            after = entries.back().seal.seq;
        }
    }
}

Appended write_case(Session& session, const app::SyncCase& kept, const core::Head& judged_in) {
    if (!hold(session, kept.book, judged_in)) return Appended::moved;
    session.run("case.put",
                {kept.book, kept.entry_id, kept.entry_digest, kept.device,
                 value_of(kept.device_seq), kept.sent_by, kept.line, kept.problem, kept.opened_at,
                 value_of(kept.outcome), value_of(kept.closed_at), value_of_id(kept.closed_by),
                 value_of_id(kept.replaced_by), kept.reason});
    return Appended::done;
}

std::vector<app::SyncCase> read_cases(Session& session, const BookId& book) {
    std::vector<app::SyncCase> cases;
    session.select("case.of_book", {book},
                   [&](const Row& row) { cases.push_back(case_from(row)); });
    return cases;
}

std::vector<app::SyncCase> read_case_marks(Session& session, const BookId& book) {
    std::vector<app::SyncCase> cases;
    session.select("case.marks_of_book", {book},
                   [&](const Row& row) { cases.push_back(case_from(row)); });
    return cases;
}

std::optional<app::SyncCase> read_case(Session& session, const BookId& book,
                                       const core::EntryId& entry) {
    std::optional<app::SyncCase> found;
    session.select("case.of_id", {book, entry}, [&](const Row& row) { found = case_from(row); });
    return found;
}

app::CaseLoad read_case_load(Session& session, const BookId& book, const core::AccountId& sent_by) {
    app::CaseLoad load;
    session.select("case.load", {book, sent_by}, [&](const Row& row) {
        Cursor in(row);
        load.open = in.number();
        load.kept = in.number();
        load.chars = in.number();
    });
    return load;
}

std::vector<app::SyncCase> read_case_list(Session& session) {
    std::vector<app::SyncCase> cases;
    session.select("case.of_all", {}, [&](const Row& row) { cases.push_back(case_from(row)); });
    return cases;
}

void rewrite_cases(Session& session, std::span<const app::SyncCase> cases) {
    for (const auto& kept : cases) {
        session.run("case.set_line", {kept.book, kept.entry_id, kept.line});
        if (kept.reason.empty() && kept.closed_at) {
            session.run("case.clear_reason", {kept.book, kept.entry_id, *kept.closed_at});
        }
    }
}

void write_import_job(Session& session, const app::ImportJob& job) {
    session.run("import_job.put", {job.id, job.kind, job.source, job.state, job.started_at,
                                   value_of(job.finished_at), value_of_id(job.account)});
}

std::vector<app::ImportJob> read_import_jobs(Session& session) {
    std::vector<app::ImportJob> jobs;
    session.select("import_job.of_all", {}, [&](const Row& row) {
        auto& job = jobs.emplace_back();
        row.bytes(0, job.id.bytes);
        job.kind = row.text(1);
        job.source = row.text(2);
        job.state = row.text(3);
        job.started_at = row.integer(4);
        if (!row.is_null(5)) job.finished_at = row.integer(5);
        if (!row.is_null(6)) row.bytes(6, job.account.emplace().bytes);
    });
    return jobs;
}

void write_backup(Session& session, std::int64_t at) { session.run("backup_made.put", {at}); }

std::optional<std::int64_t> read_last_backup(Session& session) {
    std::optional<std::int64_t> at;
    session.select("backup_made.last", {}, [&](const Row& row) { at = row.integer(0); });
    return at;
}

}  // namespace lth::store
