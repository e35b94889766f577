// Guidance that goes down: whose associations it is addressed to, and which have acknowledged it,
// each in its own book.
#pragma once

#include "app/list_matters.hpp"
#include "core/association/association.hpp"
#include "core/territory/history.hpp"

namespace lth::app {

/// Whom one sending is addressed to, on the map of its day: associations of units below, all or
/// those under the units named.
class Addressed {
public:
    Addressed(const core::territory::Territory& territory,
              const core::association::Association& sender,
              const core::association::OpRecord& sent);

    [[nodiscard]] bool holds(const core::association::Association& receiver);

private:
    [[nodiscard]] core::territory::UnitSlot slot_of(
        const core::association::Association& association) const;

    const core::territory::Territory& territory_;
    core::territory::Resolver map_;
    core::territory::UnitSlot sender_;
    std::vector<core::territory::UnitSlot> named_;
    bool to_all_;
};

/// The document as which a receiver files it in its own book: the same whoever computes it, so that
/// it is filed once.
[[nodiscard]] core::RecordId filed_as(const core::BookId& sender,
                                      const core::association::OpRecord& sent);

enum class ReaderNames : std::uint8_t { left_out, listed };

/// Who was addressed by what stands in the sender's book, and who has acknowledged it.
[[nodiscard]] GuidanceReach reach_of(const MattersFrom& from, const core::BookId& sender,
                                     const core::association::Association& in,
                                     const core::association::OpRecord& sent, ReaderNames names);

/// True while somebody addressed, whose unit stands on the day of `from`, has not acknowledged it.
[[nodiscard]] bool is_waited_for(const MattersFrom& from, const core::BookId& sender,
                                 const core::association::Association& in,
                                 const core::association::OpRecord& sent);

/// Guidance that came to a book and is not filed there yet.
struct Arrival {
    core::BookId book;
    core::BookId sender;
    const core::association::Association* in = nullptr;  // the sender's
    core::association::OpIndex op = 0;
    core::RecordId document;
};

/// Guidance in its sender's book.
struct Sent {
    core::BookId book;
    const core::association::Association* in = nullptr;
    const core::association::OpRecord* op = nullptr;
};
/// All guidance ever sent, by the document as which it is filed.
[[nodiscard]] std::map<core::RecordId, Sent> guidance_by_document(const Folds& folds);

/// To the books, which are sorted, from all others. A unit that has gone is waited for no longer.
[[nodiscard]] std::vector<Arrival> arrivals(const MattersFrom& from,
                                            std::span<const core::BookId> books);

}  // namespace lth::app
