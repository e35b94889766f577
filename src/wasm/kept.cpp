#include "wasm/kept.hpp"

#include "json/entry.hpp"
#include "json/message.hpp"

namespace lth::wasm {
namespace {

using namespace core::replica;

std::string number_key(std::uint64_t number) {
    constexpr std::size_t width = 12;
    const auto digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

KeptRow row_of(const KeepBook& kept) {
    return {KeptStore::books, kept.book, "", json::write_message(kept), {}};
}
KeptRow row_of(const KeepConfirmed& kept) {
    return {KeptStore::confirmed,
            kept.sealed.entry.book_id,
            number_key(kept.sealed.seal.seq),
            json::write_entry(kept.sealed),
            {}};
}
KeptRow row_of(const DropConfirmed& dropped) {
    return {KeptStore::confirmed, dropped.book, "", {}, number_key(dropped.after_seq)};
}
KeptRow row_of(const KeepPending& kept) {
    const auto& entry = kept.pending.offered.entry;
    return {KeptStore::pending,
            entry.book_id,
            number_key(entry.device_seq),
            json::write_message(kept.pending),
            {}};
}
KeptRow row_of(const DropPending& dropped) {
    return {KeptStore::pending, dropped.book, number_key(dropped.device_seq), {}, {}};
}
KeptRow row_of(const KeepCase& kept) {
    const auto& entry = kept.kept.offered.entry;
    return {KeptStore::cases,
            entry.book_id,
            to_text(entry.entry_id),
            json::write_message(kept.kept),
            {}};
}
KeptRow row_of(const KeepDisplaced& kept) {
    const auto& entry = kept.sealed.entry;
    return {KeptStore::displaced,
            entry.book_id,
            to_text(entry.entry_id),
            json::write_entry(kept.sealed),
            {}};
}

template <class T>
core::Result<void> hand_back(BookReplica& book, const std::string& text) {
    auto kept = json::read_message<T>(text, "kept");
    if (!kept) return std::unexpected(std::move(kept.error()));
    book.restore(std::move(*kept));
    return {};
}

}  // namespace

std::vector<KeptRow> kept_rows(const KeptList& keep) {
    std::vector<KeptRow> rows;
    rows.reserve(keep.size());
    for (const auto& kept : keep) {
        rows.push_back(std::visit([](const auto& what) { return row_of(what); }, kept));
    }
    return rows;
}

core::Result<void> restore(BookReplica& book, const KeptRow& row) {
    const auto& text = row.text.value_or(std::string());
    switch (row.store) {
        case KeptStore::books:
            return hand_back<KeepBook>(book, text);
        case KeptStore::confirmed: {
            auto sealed = json::read_sealed_entry(text);
            if (!sealed) return std::unexpected(std::move(sealed.error()));
            return book.restore(std::move(*sealed));
        }
        case KeptStore::pending:
            return hand_back<Pending>(book, text);
        case KeptStore::cases:
            return hand_back<Case>(book, text);
        case KeptStore::displaced:
            break;  // nothing is derived from it: it waits for whoever mends the loss
    }
    return {};
}

}  // namespace lth::wasm
