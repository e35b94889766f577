#include "store/paper_draft_tables.hpp"

#include "store/cursor.hpp"

namespace lth::store {
namespace {

app::PaperDraft draft_from(const Row& row) {
    Cursor in(row);
    app::PaperDraft draft;
    draft.book = in.uuid<core::BookId>();
    draft.month.index = static_cast<std::int32_t>(in.integer());
    draft.account = in.uuid<core::AccountId>();
    draft.text = in.text();
    draft.kept_at = in.integer();
    return draft;
}

}  // namespace

// What was dropped must not stay in the file: minutes are private.
bool PaperDraftTables::put(const app::PaperDraft& draft, std::optional<std::int64_t> over) {
    const auto kind = draft.text.empty() ? Transaction::erasure : Transaction::write;
    const auto month = static_cast<std::int64_t>(draft.month.index);
    std::int64_t changed = 0;
    transactions_.run(kind, [&](Session& session) {
        if (draft.text.empty()) {
            changed = session.run("paper_draft.drop", {draft.book, month, over.value_or(0)});
        } else if (over) {
            changed = session.run("paper_draft.replace", {draft.book, month, draft.account,
                                                          draft.text, draft.kept_at, *over});
        } else {
            changed = session.run("paper_draft.put",
                                  {draft.book, month, draft.account, draft.text, draft.kept_at});
        }
    });
    return changed == 1;
}

std::vector<app::PaperDraft> PaperDraftTables::of(const core::BookId& book) {
    std::vector<app::PaperDraft> drafts;
    transactions_.run(Transaction::snapshot, [&](Session& session) {
        drafts.clear();
        session.select("paper_draft.of_book", {book},
                       [&](const Row& row) { drafts.push_back(draft_from(row)); });
    });
    return drafts;
}

}  // namespace lth::store
