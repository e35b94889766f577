// Clubs that record: the entries of benchmarks of the write path, and a store that keeps what was
// written so that it can be written again by hand.
#pragma once

#include <string>
#include <vector>

#include "app/books.hpp"

namespace lth::bench {

/// Club `number` founded, launched, with 30 members, loans to ten, its book opened: one entry.
[[nodiscard]] core::Entry founding_entry(std::uint32_t number);

/// One operation on the operating fund: dues, a donation, or an expense.
[[nodiscard]] core::Entry one_op_entry(std::uint32_t club, std::uint32_t n);

inline constexpr std::size_t meeting_ops = 30;
/// A month's meeting: dues of 19 members, repayments of ten loans, and the meeting itself.
[[nodiscard]] core::Entry meeting_entry(std::uint32_t club, std::uint32_t n);

[[nodiscard]] inline app::Sender sender() {
    return {.account = {}, .opens = core::BookKind::club, .urgency = app::Urgency::bulk};
}

class BenchClock final : public app::Clock {
public:
    std::int64_t now_ms() override { return 1'764'000'000'000; }  // 24 November 2025
};

/// Hands everything on and keeps the writes.
class KeepingStore final : public app::Store {
public:
    explicit KeepingStore(app::Store& inner) : inner_(inner) {}

    std::vector<std::vector<app::BookWrite>> kept;

    std::future<std::vector<app::Appended>> append(std::vector<app::BookWrite> writes,
                                                   app::Urgency urgency) override {
        kept.push_back(writes);
        return inner_.append(std::move(writes), urgency);
    }
    app::Appended replace_rows(const app::BookInfo& book, const app::RowChanges& rows) override {
        return inner_.replace_rows(book, rows);
    }
    std::optional<app::BookInfo> book(const core::BookId& id) override { return inner_.book(id); }
    std::vector<app::BookInfo> books() override { return inner_.books(); }
    std::vector<core::SealedEntry> entries(const core::BookId& id, std::uint64_t after_seq,
                                           app::Page page) override {
        return inner_.entries(id, after_seq, page);
    }
    std::vector<app::PartText> part_texts(const core::BookId& id) override {
        return inner_.part_texts(id);
    }
    std::vector<core::SealedEntry> latest_entries(const app::EntryPlace& before,
                                                  const std::optional<core::AccountId>& author,
                                                  std::size_t limit) override {
        return inner_.latest_entries(before, author, limit);
    }
    void each_entry(const app::EntryVisitor& visit) override { inner_.each_entry(visit); }
    app::ClubRows club_rows(const core::BookId& id) override { return inner_.club_rows(id); }
    std::vector<facts::ClubFacts> club_facts(std::span<const core::BookId> only) override {
        return inner_.club_facts(only);
    }
    app::Appended put_case(const app::SyncCase& unfit, const core::Head& judged_in) override {
        return inner_.put_case(unfit, judged_in);
    }
    std::vector<app::SyncCase> cases(const core::BookId& book) override {
        return inner_.cases(book);
    }
    std::vector<app::SyncCase> case_marks(const core::BookId& book) override {
        return inner_.case_marks(book);
    }
    std::optional<app::SyncCase> find_case(const core::BookId& book,
                                           const core::EntryId& entry) override {
        return inner_.find_case(book, entry);
    }
    app::CaseLoad case_load(const core::BookId& book, const core::AccountId& sent_by) override {
        return inner_.case_load(book, sent_by);
    }
    std::vector<app::SyncCase> case_list() override { return inner_.case_list(); }
    void rewrite_cases(std::span<const app::SyncCase> unfit) override {
        inner_.rewrite_cases(unfit);
    }
    app::People& people() override { return inner_.people(); }
    app::SignIns& sign_ins() override { return inner_.sign_ins(); }
    app::ReadLog& read_log() override { return inner_.read_log(); }
    app::Attachments& attachments() override { return inner_.attachments(); }
    app::IssuedFiles& issued_files() override { return inner_.issued_files(); }
    app::PaperDrafts& paper_drafts() override { return inner_.paper_drafts(); }
    void put_import_job(const app::ImportJob& job) override { inner_.put_import_job(job); }
    std::vector<app::ImportJob> import_jobs() override { return inner_.import_jobs(); }
    std::uint64_t change_marker() override { return inner_.change_marker(); }
    void backup(const std::string& path) override { inner_.backup(path); }
    void note_backup(std::int64_t at) override { inner_.note_backup(at); }
    std::optional<std::int64_t> last_backup() override { return inner_.last_backup(); }

private:
    app::Store& inner_;
};

/// The statements of a file in bench/sql, comments left out.
[[nodiscard]] std::vector<std::string> statements_of(const std::string& file);

/// Throws if any entry was refused.
void expect_recorded(const std::vector<core::Result<app::Receipt>>& receipts);

}  // namespace lth::bench
