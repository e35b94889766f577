#include "app/folds.hpp"

#include "json/operations.hpp"

namespace lth::app {
namespace {

// What is in the store was read when it came in: if it cannot be read now, the store is damaged.
template <class Ops>
Ops readable(core::Result<Ops> ops, const core::SealedEntry& sealed) {
    if (ops) return std::move(*ops);
    const auto place = to_text(sealed.entry.book_id) + " #" + std::to_string(sealed.seal.seq);
    throw Fault(
        "Bút toán " + place + " không đọc được: " + message(ops.error(), core::Language::vi),
        "Entry " + place + " cannot be read: " + message(ops.error(), core::Language::en));
}

}  // namespace

std::vector<core::club::ClubOp> stored_club_ops(const core::SealedEntry& sealed) {
    return readable(json::read_club_ops(sealed.entry.body, sealed.entry.parts), sealed);
}

void Folds::apply(core::BookKind kind, const core::SealedEntry& sealed) {
    const auto& entry = sealed.entry;
    const core::EntryRef ref{entry.entry_id, sealed.seal.seq,
                             core::business_date(sealed.seal.received_at)};
    switch (kind) {
        case core::BookKind::club:
            return;
        case core::BookKind::territory:
            core::territory::apply(
                territory, ref,
                readable(json::read_territory_ops(entry.body, entry.parts), sealed));
            return;
        case core::BookKind::registry:
            core::registry::apply(
                registry, ref, readable(json::read_registry_ops(entry.body, entry.parts), sealed));
            return;
        case core::BookKind::association:
            core::association::apply(
                associations[entry.book_id], {entry.entry_id, sealed.seal.seq},
                readable(json::read_association_ops(entry.body, entry.parts), sealed));
            return;
    }
}

std::vector<facts::CareFacts> Folds::care() const {
    std::vector<facts::CareFacts> care;
    for (const auto& [id, book] : associations) {
        auto rows = core::association::all_rows(book);
        care.push_back({.id = id,
                        .row = rows.association.value_or(core::association::AssociationRow{}),
                        .funds = rows.funds.value_or(std::vector<core::association::CareFundRow>{}),
                        .flows = std::move(rows.flows),
                        .years = std::move(rows.years)});
    }
    return care;
}

}  // namespace lth::app
