#include "store/issued_file_tables.hpp"

#include "store/cursor.hpp"

namespace lth::store {

void IssuedFileTables::put(const app::IssuedFile& file) {
    Value content{std::string_view(file.content)};
    content.kind = ValueKind::bytes;
    transactions_.run(Transaction::write, [&](Session& session) {
        session.run("issued_file.put", {file.book, file.sha256, file.file_name, file.media_type,
                                        content, file.heads, file.asked, file.stored_at});
    });
}

std::optional<app::IssuedFile> IssuedFileTables::find(const core::BookId& book,
                                                      const core::Digest& sha256) {
    std::optional<app::IssuedFile> found;
    transactions_.run(Transaction::snapshot, [&](Session& session) {
        found.reset();
        session.select("issued_file.of_digest", {book, sha256}, [&](const Row& row) {
            auto& file = found.emplace();
            file.book = book;
            file.sha256 = sha256;
            file.content.resize(static_cast<std::size_t>(row.integer(0)));
            row.bytes(1,
                      {reinterpret_cast<std::uint8_t*>(file.content.data()), file.content.size()});
            file.file_name = row.text(2);
            file.media_type = row.text(3);
            file.heads = row.text(4);
            file.asked = row.text(5);
            file.stored_at = row.integer(6);
        });
    });
    return found;
}

std::optional<std::string> IssuedFileTables::asked(const core::BookId& book,
                                                   const core::Digest& sha256) {
    std::optional<std::string> found;
    transactions_.run(Transaction::snapshot, [&](Session& session) {
        found.reset();
        session.select("issued_file.asked", {book, sha256},
                       [&](const Row& row) { found = row.text(0); });
    });
    return found;
}

}  // namespace lth::store
