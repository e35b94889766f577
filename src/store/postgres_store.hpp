// The store on PostgreSQL: one book per transaction, conflicts and lost connections tried again in
// one place.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/ports.hpp"
#include "store/attachment_tables.hpp"
#include "store/issued_file_tables.hpp"
#include "store/open.hpp"
#include "store/paper_draft_tables.hpp"
#include "store/people_tables.hpp"
#include "store/postgres_session.hpp"
#include "store/sign_in_tables.hpp"

namespace lth::store {

class PostgresStore final : public app::Store, public Transactions {
public:
    PostgresStore(std::string url, Layout layout);

    std::future<std::vector<app::Appended>> append(std::vector<app::BookWrite> writes,
                                                   app::Urgency urgency) override;
    app::Appended replace_rows(const app::BookInfo& book, const app::RowChanges& rows) override;
    std::optional<app::BookInfo> book(const core::BookId& id) override;
    std::vector<app::BookInfo> books() override;
    std::vector<core::SealedEntry> entries(const core::BookId& id, std::uint64_t after_seq,
                                           app::Page page) override;
    std::vector<app::PartText> part_texts(const core::BookId& id) override;
    std::vector<core::SealedEntry> latest_entries(const app::EntryPlace& before,
                                                  const std::optional<core::AccountId>& author,
                                                  std::size_t limit) override;
    void each_entry(const app::EntryVisitor& visit) override;
    app::ClubRows club_rows(const core::BookId& id) override;
    std::vector<facts::ClubFacts> club_facts(std::span<const core::BookId> only) override;
    app::Appended put_case(const app::SyncCase& kept, const core::Head& judged_in) override;
    std::vector<app::SyncCase> cases(const core::BookId& book) override;
    std::vector<app::SyncCase> case_marks(const core::BookId& book) override;
    std::optional<app::SyncCase> find_case(const core::BookId& book,
                                           const core::EntryId& entry) override;
    app::CaseLoad case_load(const core::BookId& book, const core::AccountId& sent_by) override;
    std::vector<app::SyncCase> case_list() override;
    void rewrite_cases(std::span<const app::SyncCase> cases) override;
    void put_import_job(const app::ImportJob& job) override;
    std::vector<app::ImportJob> import_jobs() override;
    app::People& people() override { return people_; }
    app::SignIns& sign_ins() override { return sign_ins_; }
    app::ReadLog& read_log() override { return read_log_; }
    app::Attachments& attachments() override { return attachments_; }
    app::IssuedFiles& issued_files() override { return issued_files_; }
    app::PaperDrafts& paper_drafts() override { return paper_drafts_; }
    /// There is no cheap sign of a change, so every call answers another value.
    std::uint64_t change_marker() override { return ++marker_; }
    /// Not offered: `entries export` and pg_dump do it. Throws Fault and says so.
    void backup(const std::string& path) override;
    void note_backup(std::int64_t at) override;
    std::optional<std::int64_t> last_backup() override;

private:
    void run(Transaction kind, const std::function<void(Session&)>& work) override;
    template <class Use>
    auto in_transaction(Transaction kind, Use use);
    [[nodiscard]] std::unique_ptr<PostgresSession> take_session();
    void give_back(std::unique_ptr<PostgresSession> session);

    std::string url_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<PostgresSession>> idle_;
    std::atomic<std::uint64_t> marker_{0};
    PeopleTables people_{*this};
    SignInTables sign_ins_{*this};
    ReadLogTable read_log_{*this};
    AttachmentTables attachments_{*this};
    IssuedFileTables issued_files_{*this};
    PaperDraftTables paper_drafts_{*this};
};

}  // namespace lth::store
