// What each member, loan, meeting and list of volunteers adds to the daily figures of a club, past
// days and known future ones (a 60th birthday). Figures of a day are the sums of all deltas up to
// it.
#pragma once

#include <vector>

#include "core/club/fold.hpp"

namespace lth::core::club {

class DaySink {
public:
    DaySink(std::vector<DayDelta>& days, std::int64_t sign) : days_(days), sign_(sign) {}

    void add(Date day, Column column, std::int64_t delta) {
        if (delta != 0) days_.push_back({day, column, sign_ * delta});
    }
    /// +amount from `from`, taken back on `until`.
    void during(Date from, std::optional<Date> until, Column column, std::int64_t amount = 1) {
        if (until && *until <= from) return;
        add(from, column, amount);
        if (until) add(*until, column, -amount);
    }

private:
    std::vector<DayDelta>& days_;
    std::int64_t sign_;
};

void member_days(const Club& club, const Birthdays& birthdays, const Member& member, DaySink sink);
void loan_days(const Club& club, const Loan& loan, DaySink sink);
void volunteer_days(const Club& club, DaySink sink);
/// Meetings of one month: the month counts once, from its first regular meeting.
void month_days(const Club& club, Month month, DaySink sink);
/// Areas, performances and health checks that the operation `op` brought, 0 if it brought none.
void doing_days(const Club& club, OpIndex op, DaySink sink);
/// Money that one posting of the operation moved.
void posting_days(const OpRecord& op, const Posting& posting, DaySink sink);

/// One delta per (day, column), sorted, without zeros.
void consolidate(std::vector<DayDelta>& days);

}  // namespace lth::core::club
