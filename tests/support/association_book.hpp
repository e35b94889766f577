// An association's book for tests: operations as JSON text go through reading, judging and
// applying; rows are gathered as a store would and compared with a fold from scratch.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/association/fold.hpp"

namespace lth::tests {

/// Rows as the store holds them after the changes of several entries.
struct AssociationRows {
    using Place = std::pair<std::uint64_t, std::uint32_t>;

    core::association::AssociationRow association;
    std::vector<core::association::CareFundRow> funds;
    std::map<std::string, core::Money> balances;  // none that is 0
    std::map<Place, core::association::CareFlowRow> flows;
    std::map<Place, core::association::CareYearRow> years;
    std::map<Place, core::association::QuotaRow> quotas;
    std::map<core::RecordId, core::association::RecordRow> records;
    std::map<Place, core::association::EventRow> events;

    void take(const core::association::Changes& changes);
    friend bool operator==(const AssociationRows&, const AssociationRows&) = default;
};

class AssociationBook {
public:
    /// A day long after everything the tests record.
    static constexpr core::Date today = core::make_date(2026, 6, 30);

    /// The id of the rule that refused, or "" if the entry was accepted.
    std::string record(std::string_view ops_json, core::Date now = today);
    std::string record(const std::vector<core::association::AssociationOp>& ops,
                       core::Date now = today);

    /// Like record, but a refusal throws: for setting up.
    void must(std::string_view ops_json);

    /// The entry id of the n-th accepted entry, 1-based.
    [[nodiscard]] static core::EntryId entry(std::uint64_t seq);
    [[nodiscard]] static std::string entry_id(std::uint64_t seq) { return to_text(entry(seq)); }

    /// By full name, "commune:bound:health", on the natural side.
    [[nodiscard]] core::Money balance(std::string_view full_name) const;

    /// Folds the history from scratch and compares rows and canonical text; "" if they are equal.
    [[nodiscard]] std::string difference_to_fold() const;

    core::association::Association book;
    AssociationRows rows;
    std::vector<std::vector<core::association::AssociationOp>> history;
    core::Rejection last_refusal = core::make_rejection("entry.no_ops");
};

/// A commune's association, registered as entry 1, whose fund was opened empty on 1 January 2020.
[[nodiscard]] AssociationBook commune_book();
/// The province's, both of whose funds were opened on 1 January 2020 with 100,000,000 đồng in cash.
[[nodiscard]] AssociationBook province_book();

}  // namespace lth::tests
