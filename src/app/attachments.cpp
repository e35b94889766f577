#include "app/attachments.hpp"

#include <algorithm>

#include "app/people.hpp"
#include "app/read_log.hpp"

namespace lth::app {
namespace {

// Start of image, and the first byte of the marker that must follow; end of image.
bool is_jpeg(std::string_view content) {
    return content.starts_with("\xFF\xD8\xFF") && content.ends_with("\xFF\xD9");
}

struct Named {
    core::Entry entry;
    Ops ops;
    core::AttachmentAdded what;
};

const core::AttachmentAdded* find_in(const Ops& ops, const core::Digest& sha256) {
    return std::visit(
        [&](const auto& list) -> const core::AttachmentAdded* {
            for (const auto& op : list) {
                const auto* added = std::get_if<core::AttachmentAdded>(&op.what);
                if (added != nullptr && added->sha256 == sha256) return added;
            }
            return nullptr;
        },
        ops);
}

std::optional<Named> find_entry(Store& store, const BookInfo& book, const core::Digest& sha256) {
    const auto hex = core::to_hex(sha256);
    for (std::uint64_t seq = 0;;) {
        const auto page = store.entries(book.id, seq, {});
        if (page.empty()) return std::nullopt;
        seq = page.back().seal.seq;
        for (const auto& sealed : page) {
            if (!sealed.entry.body.contains(hex)) continue;
            auto ops = read_ops(book.kind, sealed.entry);
            if (!ops) continue;
            if (const auto* what = find_in(*ops, sha256)) {
                return Named{sealed.entry, *ops, *what};
            }
        }
    }
}

}  // namespace

core::Result<core::BookId> AttachmentDesk::book_of(const Caller& caller) {
    const auto device = store_.people().device(caller.device);
    if (!device) return core::reject("device.unknown");
    return device->book;
}

core::Result<void> AttachmentDesk::put(const Caller& caller, const core::Digest& sha256,
                                       const std::string& content) {
    if (content.size() > max_attachment_bytes) {
        return core::reject("attachment.too_large", {},
                            {{"limit", std::to_string(max_attachment_bytes)}});
    }
    if (!is_jpeg(content)) return core::reject("attachment.not_jpeg");
    if (core::sha256(content) != sha256) return core::reject("attachment.other_digest", "sha256");
    const auto id = book_of(caller);
    if (!id) return std::unexpected(id.error());
    const auto info = store_.book(*id);
    const auto named = info ? find_entry(store_, *info, sha256) : std::nullopt;
    if (!named) return core::reject("attachment.not_named", "sha256");
    if (static_cast<std::size_t>(named->what.bytes.value) != content.size()) {
        return core::reject("attachment.other_size", "bytes",
                            {{"bytes", std::to_string(named->what.bytes.value)}});
    }
    std::optional<core::Rejection> refused;
    books_.read(*id, [&](const Book& book) {
        refused = rights_.refuses(caller, book, named->entry, named->ops);
    });
    if (refused) return std::unexpected(*refused);
    store_.attachments().put({*id, sha256, content, clock_.now_ms()});
    return {};
}

core::Result<Attachment> AttachmentDesk::get(const Caller& caller, const core::Digest& sha256) {
    const auto id = book_of(caller);
    if (!id) return std::unexpected(id.error());
    const auto classes = rights_.readable(caller, *id);
    if (!classes || !classes->contains(core::PartClass::sensitive)) {
        return core::reject("attachment.not_readable");
    }
    auto found = store_.attachments().find(*id, sha256);
    if (!found) return core::reject("attachment.unknown", "sha256");
    // A board may not see the class: whoever comes here is an officer.
    store_.read_log().append(sensitive_read(*id, clock_.now_ms(), caller.account,
                                            to_text(caller.device) + core::to_hex(sha256)));
    return std::move(*found);
}

}  // namespace lth::app
