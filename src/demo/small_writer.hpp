// Writes the entries of a book that is not a club's: admitted by the core, then sealed.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "app/fault.hpp"
#include "core/association/fold.hpp"
#include "core/registry/registry.hpp"
#include "core/territory/territory.hpp"
#include "demo/pen.hpp"
#include "demo/small_books.hpp"
#include "json/operations.hpp"

namespace lth::demo {

inline core::Result<void> admit_entry(core::territory::Territory& book, const core::EntryRef& at,
                                      std::span<const core::territory::TerritoryOp> ops) {
    return core::territory::admit(book, at, ops);
}
inline core::Result<void> admit_entry(core::registry::Registry& book, const core::EntryRef& at,
                                      std::span<const core::registry::RegistryOp> ops) {
    return core::registry::admit(book, at, ops);
}
inline core::Result<void> admit_entry(core::association::Association& book,
                                      const core::EntryRef& at,
                                      std::span<const core::association::AssociationOp> ops) {
    auto changes = core::association::admit(book, {at.entry_id, at.seq}, ops, at.today);
    if (!changes) return std::unexpected(changes.error());
    return {};
}

template <class Book, class Op>
class SmallWriter {
public:
    SmallWriter(std::uint64_t seed, core::BookId id, core::BookKind kind, core::Date until)
        : pen_(seed, id, kind, until) {}

    /// False if it would arrive after the end. Throws app::Fault if a rule refuses it.
    bool record(const Moment& when, Author author, std::span<const Op> ops,
                std::vector<PartDraft> parts = {}) {
        if (!pen_.open(when)) return false;
        auto entry = pen_.draft(when, author, std::move(parts));
        const core::EntryRef at{entry.entry_id, pen_.next_seq(),
                                core::business_date(when.received_at)};
        if (const auto done = admit_entry(book_, at, ops); !done) {
            throw app::Fault(core::message(done.error(), core::Language::vi),
                             core::message(done.error(), core::Language::en));
        }
        entry.body = json::write_body(ops);
        pen_.seal(std::move(entry), when, ops.size());
        return true;
    }

    [[nodiscard]] const Book& book() const { return book_; }
    [[nodiscard]] SmallBook take() { return {pen_.take(), pen_.operations()}; }

private:
    Pen pen_;
    Book book_;
};

}  // namespace lth::demo
