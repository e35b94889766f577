// Files of issued reports, in a table of their own: they are never forgotten.
#pragma once

#include "app/issued_reports.hpp"
#include "store/session.hpp"

namespace lth::store {

class IssuedFileTables final : public app::IssuedFiles {
public:
    explicit IssuedFileTables(Transactions& transactions) : transactions_(transactions) {}

    void put(const app::IssuedFile& file) override;
    std::optional<app::IssuedFile> find(const core::BookId& book,
                                        const core::Digest& sha256) override;
    std::optional<std::string> asked(const core::BookId& book, const core::Digest& sha256) override;

private:
    Transactions& transactions_;
};

}  // namespace lth::store
