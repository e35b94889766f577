// Attachments in a database, the same on every engine.
#pragma once

#include "app/attachments.hpp"
#include "store/session.hpp"

namespace lth::store {

class AttachmentTables final : public app::Attachments {
public:
    explicit AttachmentTables(Transactions& transactions) : transactions_(transactions) {}

    void put(const app::Attachment& attachment) override;
    std::optional<app::Attachment> find(const core::BookId& book,
                                        const core::Digest& sha256) override;
    std::vector<app::StoredFiles> stored_before(std::int64_t time) override;
    std::size_t forget_before(std::int64_t time) override;

private:
    Transactions& transactions_;
};

}  // namespace lth::store
