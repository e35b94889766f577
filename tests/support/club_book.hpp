// A club's book for tests: operations as JSON text go through reading, judging and applying, and
// every accepted entry is checked against a fold from scratch.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/club/fold.hpp"

namespace lth::tests {

class ClubBook {
public:
    /// A day long after everything the tests record.
    static constexpr core::Date today = core::make_date(2026, 6, 30);

    /// The id of the rule that refused, or "" if the entry was accepted.
    std::string record(std::string_view ops_json, core::Date now = today);
    std::string record(const std::vector<core::club::ClubOp>& ops, core::Date now = today);

    /// Like record, but a refusal throws: for setting up.
    void must(std::string_view ops_json);

    /// The entry id of the n-th accepted entry, 1-based, as written in op.reversed.
    [[nodiscard]] std::string entry_id(std::uint64_t seq) const;

    [[nodiscard]] core::Money balance(std::string_view full_name) const;
    /// The sum of a daily figure up to and including `day`.
    [[nodiscard]] std::int64_t figure(core::club::Column column, core::Date day) const;

    core::club::Club club;
    core::club::Birthdays birthdays;
    core::Rejection last_refusal = core::make_rejection("entry.no_ops");
    std::vector<std::vector<core::club::ClubOp>> history;
    /// Daily deltas of all accepted entries, added up as the store does.
    std::vector<core::club::DayDelta> days;

    /// Folds the history from scratch and compares: rows, daily figures and canonical text.
    [[nodiscard]] std::string difference_to_fold() const;
};

/// A club that was proposed and launched, with members 1 to 4 and an open book of 10,000,000 đồng.
[[nodiscard]] ClubBook launched_club();

/// "000000000n"
[[nodiscard]] std::string id(unsigned n);

}  // namespace lth::tests
