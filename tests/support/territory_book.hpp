// The territory book for tests: entries are judged and applied. The catalogue of Thanh Hóa:
// thanh_hoa.hpp.
#pragma once

#include <string>
#include <vector>

#include "core/territory/view.hpp"

namespace lth::tests {

using core::territory::TerritoryWhat;

class TerritoryBook {
public:
    static constexpr core::Date today = core::make_date(2026, 6, 30);
    static constexpr core::Date on = core::make_date(2020, 9, 1);

    /// The id of the rule that refuses the operations as one entry, or "" once they are recorded.
    std::string record(const std::vector<core::territory::TerritoryOp>& ops);
    std::string record(TerritoryWhat what);
    /// Like record, but a refusal throws: for setting up.
    void must(TerritoryWhat what);
    void must(const std::vector<core::territory::TerritoryOp>& ops);

    /// The entry id of the n-th recorded entry, 1-based.
    [[nodiscard]] static core::EntryId entry(std::uint64_t seq);
    [[nodiscard]] static core::OpReversed reversal(std::uint64_t seq, std::int64_t op_index = 0);

    core::territory::Territory book;
    core::Rejection last_refusal = core::make_rejection("entry.no_ops");
    std::vector<std::vector<core::territory::TerritoryOp>> history;
};

/// Ids that can be read: unit_id("38") and village_id(7).
[[nodiscard]] core::UnitId unit_id(std::string_view code);
[[nodiscard]] core::VillageId village_id(std::uint64_t number);

/// Lines "code|name|kind|parent code" of the live units, sorted as bytes.
[[nodiscard]] std::string list_text(const core::territory::TerritoryView& view);

/// A province "P", districts "1" and "2" with communes "11" "12" "13" and "21" "22", on 1 January
/// 2020.
[[nodiscard]] core::territory::UnitsLoaded small_list();
[[nodiscard]] TerritoryBook small_book();

[[nodiscard]] core::territory::VillageCreated village(std::uint64_t number, std::string_view unit,
                                                      core::Date from = core::make_date(2020, 1,
                                                                                        1));

/// What is wrong with the numbering of a view; "" if nothing is.
[[nodiscard]] std::string view_fault(const core::territory::Territory& book,
                                     const core::territory::TerritoryView& view);

}  // namespace lth::tests
