#include "store/paper_draft_tables.hpp"

#include "store/cursor.hpp"

namespace lth::store {
namespace {

app::PaperDraft draft_from(const Row& row) {
    Cursor in(row);
    app::PaperDraft draft;
    draft.book = in.uuid<core::BookId>();
    draft.account = in.uuid<core::AccountId>();
    draft.month.index = static_cast<std::int32_t>(in.integer());
    draft.text = in.text();
    draft.kept_at = in.integer();
    return draft;
}

}  // namespace

// What was dropped must not stay in the file: minutes are private.
void PaperDraftTables::put(const app::PaperDraft& draft) {
    const auto kind = draft.text.empty() ? Transaction::erasure : Transaction::write;
    const auto month = static_cast<std::int64_t>(draft.month.index);
    transactions_.run(kind, [&](Session& session) {
        if (draft.text.empty()) {
            session.run("paper_draft.drop", {draft.book, draft.account, month});
        } else {
            session.run("paper_draft.put",
                        {draft.book, draft.account, month, draft.text, draft.kept_at});
        }
    });
}

std::vector<app::PaperDraft> PaperDraftTables::of(const core::AccountId& account) {
    std::vector<app::PaperDraft> drafts;
    transactions_.run(Transaction::snapshot, [&](Session& session) {
        drafts.clear();
        session.select("paper_draft.of_account", {account},
                       [&](const Row& row) { drafts.push_back(draft_from(row)); });
    });
    return drafts;
}

}  // namespace lth::store
