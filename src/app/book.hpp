// A book of any kind, folded: what the write path judges new entries against.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <variant>
#include <vector>

#include "app/ports.hpp"
#include "core/association/fold.hpp"
#include "core/club/fold.hpp"
#include "core/registry/registry.hpp"
#include "core/territory/territory.hpp"
#include "json/disclose.hpp"

namespace lth::app {

/// The operations of an entry; alternatives in the order of BookKind.
using Ops =
    std::variant<std::vector<core::club::ClubOp>, std::vector<core::association::AssociationOp>,
                 std::vector<core::territory::TerritoryOp>,
                 std::vector<core::registry::RegistryOp>>;

[[nodiscard]] core::Result<Ops> read_ops(core::BookKind kind, const core::Entry& entry);

/// Numbers that a device has used in a book: 1 … through, and some beyond.
struct UsedNumbers {
    std::uint64_t through = 0;
    std::set<std::uint64_t> beyond;

    [[nodiscard]] bool contains(std::uint64_t number) const {
        return (number >= 1 && number <= through) || beyond.contains(number);
    }
    void insert(std::uint64_t number);
};

struct ClubFold {
    core::club::Club club;
    core::club::Birthdays birthdays;
};

class Book {
public:
    explicit Book(core::BookKind kind);

    /// Folds one entry that is in the store. Throws Fault if it cannot be read.
    void apply(const core::SealedEntry& sealed);

    /// Judges and applies a new entry and says what changes. Its seal follows with `seal_as`; a
    /// book whose entry was admitted but not stored must be forgotten.
    [[nodiscard]] core::Result<RowChanges> admit(const core::Entry& entry, const Ops& ops,
                                                 core::Date today);
    void seal_as(const core::SealedEntry& sealed);

    /// All rows, as a rebuild writes them, and every part that was ever erased.
    [[nodiscard]] RowChanges rows() const;

    [[nodiscard]] core::BookKind kind() const { return static_cast<core::BookKind>(fold_.index()); }
    [[nodiscard]] const core::Head& head() const { return head_; }
    /// 0 if the book does not know the entry.
    [[nodiscard]] std::uint64_t seq_of(const core::EntryId& id) const;
    [[nodiscard]] UsedNumbers used_by(const core::DeviceId& device) const;
    [[nodiscard]] bool has_used(const core::DeviceId& device, std::uint64_t number) const;
    [[nodiscard]] std::uint64_t next_number(const core::DeviceId& device) const;
    /// An estimate of the memory it takes.
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    /// Null if the book is of another kind.
    template <class Fold>
    [[nodiscard]] const Fold* as() const {
        return std::get_if<Fold>(&fold_);
    }

private:
    using Fold = std::variant<ClubFold, core::association::Association, core::territory::Territory,
                              core::registry::Registry>;

    void take(const json::Disclosed& change);

    core::Head head_;
    json::EntrySeqs seqs_;
    std::map<core::DeviceId, UsedNumbers> devices_;
    json::Disclosures disclosures_;
    std::vector<json::PartRef> erased_;
    std::size_t bytes_ = 0;
    Fold fold_;
};

}  // namespace lth::app
