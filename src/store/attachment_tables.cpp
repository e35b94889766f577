#include "store/attachment_tables.hpp"

#include "store/cursor.hpp"

namespace lth::store {
namespace {

Value bytes_of(const std::string& content) {
    Value value{std::string_view(content)};
    value.kind = ValueKind::bytes;
    return value;
}

}  // namespace

void AttachmentTables::put(const app::Attachment& attachment) {
    transactions_.run(Transaction::write, [&](Session& session) {
        session.run("attachment.put", {attachment.book, attachment.sha256,
                                       bytes_of(attachment.content), attachment.stored_at});
    });
}

std::optional<app::Attachment> AttachmentTables::find(const core::BookId& book,
                                                      const core::Digest& sha256) {
    std::optional<app::Attachment> found;
    transactions_.run(Transaction::snapshot, [&](Session& session) {
        found.reset();
        session.select("attachment.of_digest", {book, sha256}, [&](const Row& row) {
            found.emplace(book, sha256, std::string(), row.integer(2));
            found->content.resize(static_cast<std::size_t>(row.integer(0)));
            row.bytes(
                1, {reinterpret_cast<std::uint8_t*>(found->content.data()), found->content.size()});
        });
    });
    return found;
}

std::vector<app::StoredFiles> AttachmentTables::stored_before(std::int64_t time) {
    std::vector<app::StoredFiles> stored;
    transactions_.run(Transaction::snapshot, [&](Session& session) {
        stored.clear();
        session.select("attachment.stored_before", {time}, [&](const Row& row) {
            auto& files = stored.emplace_back();
            row.bytes(0, files.book.bytes);
            files.files = static_cast<std::uint64_t>(row.integer(1));
            files.oldest = row.integer(2);
        });
    });
    return stored;
}

std::size_t AttachmentTables::forget_before(std::int64_t time) {
    std::int64_t forgotten = 0;
    transactions_.run(Transaction::erasure, [&](Session& session) {
        forgotten = session.run("attachment.forget", {time});
    });
    return static_cast<std::size_t>(forgotten);
}

}  // namespace lth::store
