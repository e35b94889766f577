// Drafts of papers in a database, the same on every engine.
#pragma once

#include "app/paper_drafts.hpp"
#include "store/session.hpp"

namespace lth::store {

class PaperDraftTables final : public app::PaperDrafts {
public:
    explicit PaperDraftTables(Transactions& transactions) : transactions_(transactions) {}

    void put(const app::PaperDraft& draft) override;
    std::vector<app::PaperDraft> of(const core::AccountId& account) override;

private:
    Transactions& transactions_;
};

}  // namespace lth::store
