// Books, entries and private parts in a database: the same calls on every engine.
#pragma once

#include <optional>
#include <vector>

#include "app/ports.hpp"
#include "store/session.hpp"

namespace lth::store {

/// In the caller's transaction. `moved` has written nothing. A write that is there already, from a
/// commit whose answer was lost, is `done`.
[[nodiscard]] app::Appended write_book(Session& session, const app::BookWrite& write);
[[nodiscard]] app::Appended replace_rows(Session& session, const app::BookInfo& book,
                                         const app::RowChanges& rows);

[[nodiscard]] std::optional<app::BookInfo> read_book(Session& session, const core::BookId& id);
[[nodiscard]] std::vector<app::BookInfo> read_books(Session& session);
[[nodiscard]] std::vector<core::SealedEntry> read_entries(Session& session, const core::BookId& id,
                                                          std::uint64_t after_seq, app::Page page);
[[nodiscard]] std::vector<app::PartText> read_part_texts(Session& session, const core::BookId& id);
[[nodiscard]] std::vector<core::SealedEntry> read_latest_entries(
    Session& session, const app::EntryPlace& before, const std::optional<core::AccountId>& author,
    std::size_t limit);
/// In the caller's snapshot.
void visit_entries(Session& session, const app::EntryVisitor& visit);

/// In the caller's transaction.
[[nodiscard]] app::Appended write_case(Session& session, const app::SyncCase& kept,
                                       const core::Head& judged_in);
[[nodiscard]] std::vector<app::SyncCase> read_cases(Session& session, const core::BookId& book);
[[nodiscard]] std::vector<app::SyncCase> read_case_marks(Session& session,
                                                         const core::BookId& book);
[[nodiscard]] std::optional<app::SyncCase> read_case(Session& session, const core::BookId& book,
                                                     const core::EntryId& entry);
[[nodiscard]] app::CaseLoad read_case_load(Session& session, const core::BookId& book,
                                           const core::AccountId& sent_by);
[[nodiscard]] std::vector<app::SyncCase> read_case_list(Session& session);
void rewrite_cases(Session& session, std::span<const app::SyncCase> cases);

void write_import_job(Session& session, const app::ImportJob& job);
[[nodiscard]] std::vector<app::ImportJob> read_import_jobs(Session& session);

void write_backup(Session& session, std::int64_t at);
[[nodiscard]] std::optional<std::int64_t> read_last_backup(Session& session);

}  // namespace lth::store
