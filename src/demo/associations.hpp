// The books of the associations: care funds, supervision, plans. Money between them is told twice,
// by the same transfer; grants to clubs by the ids of the plan.
#pragma once

#include <vector>

#include "core/association/association.hpp"
#include "demo/offices.hpp"
#include "demo/small_writer.hpp"

namespace lth::demo {

using AssociationWriter =
    SmallWriter<core::association::Association, core::association::AssociationOp>;

/// The half of a transfer that still has to be told.
struct Incoming {
    core::Date on;
    core::TransferId transfer;
    core::association::CareForm form;
    core::Money amount;
    core::BookId from;
    core::association::CareLevel from_level;
};

/// Operations of one entry, and the parts that they name.
struct AssociationDraft {
    std::vector<core::association::AssociationOp> ops;
    std::vector<PartDraft> parts;

    template <class What>
    void add(core::Date on, What what) {
        ops.push_back({on, {}, std::move(what)});
    }
    /// A part of the operation added last.
    void attach(PartDraft part) {
        parts.push_back(std::move(part));
        ops.back().parts.push_back(static_cast<std::uint16_t>(parts.size()));
    }
};

/// Whole tens of thousands of đồng.
[[nodiscard]] constexpr core::Money rounded(std::int64_t dong) { return {dong / 10'000 * 10'000}; }

/// All of them; of a reduced province those that look after `clubs`, with their heirs and
/// districts.
[[nodiscard]] std::vector<SmallBook> association_books(const Province& province,
                                                       const std::vector<std::uint32_t>& clubs,
                                                       core::Date until);

/// One commune's or district's association. What it passes on is added to `incoming`, a list for
/// each office and a last one for the province.
[[nodiscard]] SmallBook live_office(const Province& province, const std::vector<Office>& offices,
                                    std::uint32_t office, core::Date until,
                                    std::vector<std::vector<Incoming>>& incoming);

/// The province's association with the funds of province and branch.
[[nodiscard]] SmallBook live_province(const Province& province, const std::vector<Office>& offices,
                                      core::Date until, std::vector<Incoming> incoming);

}  // namespace lth::demo
