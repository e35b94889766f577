// Drafts of papers in a database, the same on every engine.
#pragma once

#include "app/paper_drafts.hpp"
#include "store/session.hpp"

namespace lth::store {

class PaperDraftTables final : public app::PaperDrafts {
public:
    explicit PaperDraftTables(Transactions& transactions) : transactions_(transactions) {}

    bool put(const app::PaperDraft& draft, std::optional<std::int64_t> over) override;
    std::vector<app::PaperDraft> of(const core::BookId& book) override;

private:
    Transactions& transactions_;
};

}  // namespace lth::store
