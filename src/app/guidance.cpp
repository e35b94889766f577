#include "app/guidance.hpp"

#include <algorithm>

#include "core/association/keys.hpp"
#include "core/sha256.hpp"
#include "core/text.hpp"

namespace lth::app {
namespace {

using core::association::Association;
using core::association::GuidanceSent;
using core::association::OpIndex;
using core::association::OpRecord;
using core::territory::no_slot;
using core::territory::Territory;
using core::territory::UnitSlot;

UnitSlot slot_in(const Territory& territory, const std::optional<core::UnitId>& unit) {
    if (!unit) return no_slot;
    const auto found = territory.unit_index.find(*unit);
    return found == territory.unit_index.end() ? no_slot : found->second;
}

bool stands_on(const Territory& territory, const Association& association, core::Date day) {
    const auto slot = slot_in(territory, core::association::association_row(association).unit);
    return slot != no_slot && unit_on(territory, slot, map_dates(territory, day).units).exists;
}

std::optional<core::Date> acknowledged_on(const Association& book, core::RecordId document) {
    const auto uses = book.uses.find(core::association::record_key(document));
    if (uses == book.uses.end()) return std::nullopt;
    for (const OpIndex op : uses->second.mentions) {
        const auto& record = book.ops[op];
        const bool says =
            std::holds_alternative<core::association::DocumentAcknowledged>(record.what);
        if (says && record.live) return record.on;
    }
    return std::nullopt;
}

}  // namespace

Addressed::Addressed(const Territory& territory, const Association& sender, const OpRecord& sent)
    : territory_(territory),
      map_(territory, map_dates(territory, sent.on)),
      sender_(slot_of(sender)),
      to_all_(std::get<GuidanceSent>(sent.what).to.empty()) {
    for (const auto& unit : std::get<GuidanceSent>(sent.what).to) {
        const auto slot = slot_in(territory_, unit);
        if (slot != no_slot) named_.push_back(map_.place_unit(slot).unit);
    }
}

UnitSlot Addressed::slot_of(const Association& association) const {
    return slot_in(territory_, core::association::association_row(association).unit);
}

bool Addressed::holds(const Association& receiver) {
    const auto slot = slot_of(receiver);
    if (slot == no_slot || slot == sender_ || !map_.state(slot).exists) return false;
    bool named = to_all_;
    bool below = false;
    for (auto at = slot; at != no_slot; at = map_.parent_of(at)) {
        named = named || std::ranges::count(named_, at) > 0;
        below = below || at == sender_;
    }
    return named && below;
}

core::RecordId filed_as(const core::BookId& sender, const OpRecord& sent) {
    constexpr std::size_t id_bytes = 7;
    const auto digest = core::sha256(to_text(sender) + ' ' + std::to_string(sent.seq) + ' ' +
                                     std::to_string(sent.op_index));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < id_bytes; ++i) value = value << 8 | digest[i];
    return {value % core::local_id_limit};
}

GuidanceReach reach_of(const MattersFrom& from, const core::BookId& sender, const Association& in,
                       const OpRecord& sent, ReaderNames names) {
    const auto& folds = from.facts.folds();
    const auto document = filed_as(sender, sent);
    Addressed addressed(folds.territory, in, sent);
    GuidanceReach reach;
    for (const auto& [book, association] : folds.associations) {
        if (!addressed.holds(association)) continue;
        const auto on = acknowledged_on(association, document);
        ++reach.addressed;
        if (on) ++reach.acknowledged;
        if (names == ReaderNames::left_out) continue;
        reach.readers.push_back({core::association::association_row(association).name, on});
    }
    std::ranges::sort(reach.readers, {}, [](const GuidanceReader& reader) {
        return core::place_sort_key(reader.name);
    });
    return reach;
}

bool is_waited_for(const MattersFrom& from, const core::BookId& sender, const Association& in,
                   const OpRecord& sent) {
    if (!sent.live) return false;
    const auto& folds = from.facts.folds();
    const auto document = filed_as(sender, sent);
    Addressed addressed(folds.territory, in, sent);
    return std::ranges::any_of(folds.associations, [&](const auto& one) {
        const auto& association = one.second;
        return addressed.holds(association) && !acknowledged_on(association, document) &&
               stands_on(folds.territory, association, from.on);
    });
}

std::map<core::RecordId, Sent> guidance_by_document(const Folds& folds) {
    std::map<core::RecordId, Sent> sent;
    for (const auto& [sender, in] : folds.associations) {
        for (const auto& record : in.ops) {
            if (!std::holds_alternative<GuidanceSent>(record.what)) continue;
            sent[filed_as(sender, record)] = {sender, &in, &record};
        }
    }
    return sent;
}

std::vector<Arrival> arrivals(const MattersFrom& from, std::span<const core::BookId> books) {
    const auto& folds = from.facts.folds();
    std::vector<std::pair<core::BookId, const Association*>> receivers;
    for (const auto& book : books) {
        const auto found = folds.associations.find(book);
        if (found == folds.associations.end()) continue;
        if (!stands_on(folds.territory, found->second, from.on)) continue;
        receivers.emplace_back(book, &found->second);
    }
    std::vector<Arrival> arrived;
    for (const auto& [sender, in] : folds.associations) {
        if (std::ranges::binary_search(books, sender)) continue;
        for (OpIndex i = 0; i < in.ops.size(); ++i) {
            const auto& sent = in.ops[i];
            if (!sent.live || !std::holds_alternative<GuidanceSent>(sent.what)) continue;
            const auto document = filed_as(sender, sent);
            Addressed addressed(folds.territory, in, sent);
            for (const auto& [book, own] : receivers) {
                if (!addressed.holds(*own) || record_row(*own, document)) continue;
                arrived.push_back({book, sender, &in, i, document});
            }
        }
    }
    return arrived;
}

}  // namespace lth::app
