// A folded book as rows.
#pragma once

#include "core/club/club.hpp"

namespace lth::core::club {

[[nodiscard]] ClubRow club_row(const Club& club);
[[nodiscard]] std::vector<StatusRow> status_rows(const Club& club);
[[nodiscard]] std::vector<VillageRow> village_rows(const Club& club);
[[nodiscard]] std::vector<RatingRow> rating_rows(const Club& club);
[[nodiscard]] MemberRow member_row(const Club& club, const Member& member);
[[nodiscard]] LoanRow loan_row(const Club& club, const Loan& loan);
[[nodiscard]] MeetingRow meeting_row(const Club& club, const Meeting& meeting);
[[nodiscard]] ReportRow report_row(const Club& club, const Dated<ClubReported>& report);
[[nodiscard]] GrantRow grant_row(const Club& club, const Dated<GrantRow>& grant);

}  // namespace lth::core::club
