// What the private parts of a book's entries say, as rows for names, search and birthdays. The
// second pure function beside the fold: the fold never sees private parts.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/club/fold.hpp"
#include "core/entry.hpp"
#include "core/operation.hpp"

namespace lth::json {

/// One field of one subject, as the latest part that is held says. Integers stand as decimal text.
struct DisclosedRow {
    core::SubjectId subject;
    std::string field;  // a key of the part's class: "name", "day", "phone" …
    std::uint64_t seq = 0;
    std::uint16_t part = 0;
    std::string value;

    friend auto operator<=>(const DisclosedRow&, const DisclosedRow&) = default;
};

using DisclosedKey = std::pair<core::SubjectId, std::string>;

/// A part of an earlier entry.
struct PartRef {
    std::uint64_t seq = 0;
    std::uint16_t part = 0;

    friend auto operator<=>(const PartRef&, const PartRef&) = default;
};

/// What an entry of any kind of book says about private parts.
struct OpPrivacy {
    core::PartNumbers parts;
    std::optional<core::OpReversed> reversed;
    std::optional<core::PrivateErased> erased;
};

template <class Op>
std::vector<OpPrivacy> privacy_of(std::span<const Op> ops) {
    std::vector<OpPrivacy> out;
    out.reserve(ops.size());
    for (const auto& op : ops) {
        auto& privacy = out.emplace_back(op.parts, std::nullopt, std::nullopt);
        if (const auto* r = std::get_if<core::OpReversed>(&op.what)) privacy.reversed = *r;
        if (const auto* e = std::get_if<core::PrivateErased>(&op.what)) privacy.erased = *e;
    }
    return out;
}

/// Parts of one book that are about somebody, still held, and not of a reversed operation.
struct Disclosures {
    struct Held {
        std::uint16_t op_index;
        core::SubjectId subject;
        std::vector<std::pair<std::string, std::string>> fields;
    };
    std::map<PartRef, Held> held;
    std::map<DisclosedKey, std::vector<PartRef>> said_by;  // in order; the last one stands
};

/// What an entry changes in them. Nothing is changed until `accept`, so that an entry may be
/// refused.
struct Disclosed {
    std::vector<DisclosedRow> rows;     // new or replaced
    std::vector<DisclosedKey> removed;  // no part says it any more
    std::vector<PartRef> erased;        // delete text and salt, whatever they are about
    std::vector<core::club::BirthdayChange> birthdays;
    std::vector<std::pair<PartRef, Disclosures::Held>> added;
    std::vector<PartRef> dropped;
};

/// Sequence numbers of the book's entries, this one's included.
using EntrySeqs = std::map<core::EntryId, std::uint64_t>;

/// `ops` are those of `entry`, which has or will have `seq`. Later parts of the same subject and
/// key replace earlier ones; an erasure deletes parts; a reversal drops those its operation named.
[[nodiscard]] Disclosed disclose(const Disclosures& before, const EntrySeqs& seqs,
                                 const core::Entry& entry, std::uint64_t seq,
                                 std::span<const OpPrivacy> ops);

void accept(Disclosures& disclosures, const Disclosed& change);

/// Every row, ordered by subject and field.
[[nodiscard]] std::vector<DisclosedRow> all_rows(const Disclosures& disclosures);

}  // namespace lth::json
