// A store that fails once, at the n-th call: before the call does anything, or after a write has
// been stored, so that only its answer is lost.
#pragma once

#include "app/ports.hpp"

namespace lth::tests {

enum class FailWhen : std::uint8_t { before, after };

class FailingStore final : public app::Store {
private:
    template <class Use, class Settle>
    auto call(Use use, Settle settle) {
        const bool fails = ++calls_ == fail_at_;
        if (fails && when_ == FailWhen::before) throw broken();
        auto result = use();
        if (fails) {
            settle(result);
            throw broken();
        }
        return result;
    }
    template <class Use>
    auto call(Use use) {
        return call(use, [](auto&) {});
    }
    static app::Fault broken() { return {"hỏng theo yêu cầu", "broken on demand"}; }

public:
    FailingStore(app::Store& inner, int fail_at, FailWhen when)
        : inner_(inner), fail_at_(fail_at), when_(when) {}

    /// Whether the call that was to fail has come.
    [[nodiscard]] bool failed() const { return calls_ >= fail_at_; }

    std::future<std::vector<app::Appended>> append(std::vector<app::BookWrite> writes,
                                                   app::Urgency urgency) override {
        return call([&] { return inner_.append(std::move(writes), urgency); },
                    [](auto& future) { future.wait(); });
    }
    app::Appended replace_rows(const app::BookInfo& book, const app::RowChanges& rows) override {
        return call([&] { return inner_.replace_rows(book, rows); });
    }
    std::optional<app::BookInfo> book(const core::BookId& id) override {
        return call([&] { return inner_.book(id); });
    }
    std::vector<app::BookInfo> books() override {
        return call([&] { return inner_.books(); });
    }
    std::vector<core::SealedEntry> entries(const core::BookId& id, std::uint64_t after_seq,
                                           app::Page page) override {
        return call([&] { return inner_.entries(id, after_seq, page); });
    }
    std::vector<app::PartText> part_texts(const core::BookId& id) override {
        return call([&] { return inner_.part_texts(id); });
    }
    std::vector<core::SealedEntry> latest_entries(const app::EntryPlace& before,
                                                  const std::optional<core::AccountId>& author,
                                                  std::size_t limit) override {
        return call([&] { return inner_.latest_entries(before, author, limit); });
    }
    void each_entry(const app::EntryVisitor& visit) override {
        call([&] {
            inner_.each_entry(visit);
            return 0;
        });
    }
    app::ClubRows club_rows(const core::BookId& id) override {
        return call([&] { return inner_.club_rows(id); });
    }
    std::vector<facts::ClubFacts> club_facts(std::span<const core::BookId> only) override {
        return call([&] { return inner_.club_facts(only); });
    }
    app::Appended put_case(const app::SyncCase& kept, const core::Head& judged_in) override {
        return call([&] { return inner_.put_case(kept, judged_in); });
    }
    std::vector<app::SyncCase> cases(const core::BookId& book) override {
        return call([&] { return inner_.cases(book); });
    }
    std::vector<app::SyncCase> case_marks(const core::BookId& book) override {
        return call([&] { return inner_.case_marks(book); });
    }
    std::optional<app::SyncCase> find_case(const core::BookId& book,
                                           const core::EntryId& entry) override {
        return call([&] { return inner_.find_case(book, entry); });
    }
    app::CaseLoad case_load(const core::BookId& book, const core::AccountId& sent_by) override {
        return call([&] { return inner_.case_load(book, sent_by); });
    }
    std::vector<app::SyncCase> case_list() override {
        return call([&] { return inner_.case_list(); });
    }
    void rewrite_cases(std::span<const app::SyncCase> cases) override {
        call([&] {
            inner_.rewrite_cases(cases);
            return 0;
        });
    }
    app::People& people() override { return inner_.people(); }
    app::SignIns& sign_ins() override { return inner_.sign_ins(); }
    app::ReadLog& read_log() override { return inner_.read_log(); }
    app::Attachments& attachments() override { return inner_.attachments(); }
    app::IssuedFiles& issued_files() override { return inner_.issued_files(); }
    app::PaperDrafts& paper_drafts() override { return inner_.paper_drafts(); }
    void put_import_job(const app::ImportJob& job) override {
        call([&] {
            inner_.put_import_job(job);
            return 0;
        });
    }
    std::vector<app::ImportJob> import_jobs() override {
        return call([&] { return inner_.import_jobs(); });
    }
    std::uint64_t change_marker() override { return inner_.change_marker(); }
    void backup(const std::string& path) override { inner_.backup(path); }
    void note_backup(std::int64_t at) override { inner_.note_backup(at); }
    std::optional<std::int64_t> last_backup() override { return inner_.last_backup(); }

private:
    app::Store& inner_;
    int fail_at_;
    FailWhen when_;
    int calls_ = 0;
};

}  // namespace lth::tests
