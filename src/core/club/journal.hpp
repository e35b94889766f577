// What an entry touches, kept while it is applied: enough to put the book back as it was, and to
// tell which rows and daily figures changed. The history itself is only ever added to, so most of
// "back" is forgetting the tail.
#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "core/club/fold.hpp"

namespace lth::core::club {

class Journal {
public:
    Journal(Club& club, Birthdays& birthdays);

    /// To be called before a member, a loan, a list of volunteers or the meetings of a month
    /// change.
    void before_member(std::uint32_t member);
    void before_loan(std::uint32_t loan);
    void before_volunteers();
    void before_month(Month month);
    void set_birthday(const BirthdayChange& change);
    void reversed(OpIndex op) { reversed_.push_back(op); }
    void add_day(Date day, Column column, std::int64_t delta) {
        days_.push_back({day, column, delta});
    }

    /// The book as it was when the journal began.
    void undo();

    /// The rows that differ from then. Ends the journal.
    [[nodiscard]] Changes changes();

    /// Accounts that were posted to since the journal began.
    [[nodiscard]] std::vector<Account> touched_accounts() const;
    [[nodiscard]] const std::vector<std::pair<std::uint32_t, std::optional<Loan>>>& loans() const {
        return loans_;
    }
    [[nodiscard]] const std::vector<std::pair<std::uint32_t, std::optional<Member>>>& members()
        const {
        return members_;
    }
    [[nodiscard]] std::size_t first_new_op() const { return first_op_; }

private:
    void add_member_days(std::uint32_t member, std::int64_t sign);
    void add_loan_days(std::uint32_t loan, std::int64_t sign);
    void add_volunteer_days(std::int64_t sign);
    void add_month_days(Month month, std::int64_t sign);
    void collect_lists(Changes& changes) const;

    Club& club_;
    Birthdays& birthdays_;
    std::size_t first_op_;
    std::vector<std::size_t> sizes_;
    Balances balances_;
    std::vector<std::pair<std::uint32_t, std::optional<Member>>> members_;  // empty: is new
    std::vector<std::pair<std::uint32_t, std::optional<Loan>>> loans_;
    std::vector<Month> months_;
    std::vector<OpIndex> reversed_;
    std::vector<BirthdayChange> birthdays_before_;
    std::vector<DayDelta> days_;
    bool volunteers_ = false;
    std::array<std::optional<ClubRow>, 1> club_row_;
    std::vector<StatusRow> statuses_;
    std::vector<VillageRow> villages_;
    std::vector<RatingRow> ratings_;
};

}  // namespace lth::core::club
