// What a case speaks of, and what the book holds of the same: for whoever is to decide whether it
// has been recorded already.
#pragma once

#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "app/case_desk.hpp"
#include "core/club/club.hpp"

namespace lth::app {

/// The people, loans and days that operations name.
class SpokenOf {
public:
    explicit SpokenOf(std::span<const core::club::ClubOp> ops);

    /// The operation may record the same: of a loan, or of somebody who is named alone by both, on
    /// the first day or later; else it is of the same kind and day, and of the same people.
    [[nodiscard]] bool meets(const core::club::ClubOp& op) const;

    [[nodiscard]] core::Date first_day() const { return first_day_; }
    [[nodiscard]] const std::set<core::MemberId>& members() const { return members_; }
    [[nodiscard]] const std::set<core::LoanId>& loans() const { return loans_; }

private:
    core::Date first_day_ = core::last_date;
    std::set<core::MemberId> members_;
    std::set<core::MemberId> alone_;  // named in no list, or in one of one
    std::set<core::LoanId> loans_;
    std::map<std::pair<std::string_view, core::Date>, std::set<core::MemberId>> days_;
};

/// Of the loans that are known to the book, who owes them and what is left.
[[nodiscard]] std::vector<CaseLoan> loans_of(const core::club::Club& club,
                                             const std::set<core::LoanId>& ids, core::Date today);

/// The places of the live operations dated from the day on, by the number of their entry.
[[nodiscard]] std::map<std::uint64_t, std::set<std::uint64_t>> live_since(
    const core::club::Club& club, core::Date day);

}  // namespace lth::app
