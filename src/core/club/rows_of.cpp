#include "core/club/rows_of.hpp"

#include <algorithm>
#include <utility>

#include "core/club/days.hpp"
#include "core/club/fold.hpp"
#include "core/sort.hpp"

namespace lth::core::club {
namespace {

// Where the club sits and what it serves, one record per day on which that was set.
struct Sites {
    Date from;
    VillageId seat;
    std::vector<VillageId> villages;
};

std::vector<Sites> sites(const Club& club) {
    std::vector<Sites> list;
    for (const auto& record : club.proposals) {
        if (!is_live(club, record.op)) continue;
        list.push_back({record.on, record.what.seat_village, record.what.villages});
    }
    std::vector<const Dated<ClubChanged>*> changes;
    for (const auto& record : club.changed) {
        if (is_live(club, record.op)) changes.push_back(&record);
    }
    sort_list(changes, {}, [](const auto* r) { return std::pair{r->on, r->op}; });
    for (const auto* record : changes) {
        const auto& what = record->what;
        if (list.empty() || (!what.seat_village && !what.villages)) continue;
        Sites next = list.back();
        next.from = record->on;
        if (what.seat_village) next.seat = *what.seat_village;
        if (what.villages) next.villages = *what.villages;
        list.push_back(std::move(next));
    }
    return list;
}

constexpr std::array column_names = {"members",
                                     "women",
                                     "sex_unknown",
                                     "elderly",
                                     "elderly_custom",
                                     "elderly_by_year",
                                     "birth_unknown",
                                     "hardship",
                                     "hardship_unknown",
                                     "left_poverty",
                                     "borrowers_ever",
                                     "borrowers_year",
                                     "borrowers_owing",
                                     "borrowers_left_poverty",
                                     "volunteers_home_care",
                                     "volunteers_economic",
                                     "cared_for",
                                     "months_met",
                                     "area_income",
                                     "area_health",
                                     "area_home_care",
                                     "area_mutual_help",
                                     "area_rights",
                                     "area_awareness",
                                     "area_culture",
                                     "area_resources",
                                     "performances",
                                     "health_checks",
                                     "capital",
                                     "capital_raised",
                                     "loans_outstanding",
                                     "overdue",
                                     "operating_fund"};
static_assert(column_names.size() == column_count);

// The last change of each attribute by date, over the proposal.
void set_attributes(const Club& club, ClubRow& row) {
    for (const auto& record : club.proposals) {
        if (!is_live(club, record.op)) continue;
        row.name = record.what.name.value;
        row.programme = record.what.programme;
        row.start_capital = record.what.start_capital;
        row.proposed_on = record.on;
    }
    std::vector<const Dated<ClubChanged>*> changes;
    for (const auto& record : club.changed) {
        if (is_live(club, record.op)) changes.push_back(&record);
    }
    sort_list(changes, {}, [](const auto* r) { return std::pair{r->on, r->op}; });
    for (const auto* record : changes) {
        if (record->what.name) row.name = record->what.name->value;
        if (record->what.programme) row.programme = record->what.programme;
        if (record->what.start_capital) row.start_capital = record->what.start_capital;
    }
}

}  // namespace

std::string_view to_text(Column column) { return column_names[static_cast<std::size_t>(column)]; }

ClubRow club_row(const Club& club) {
    ClubRow row;
    set_attributes(club, row);
    row.status = status_on(club, last_date);
    const auto places = sites(club);
    if (!places.empty()) row.seat_village = places.back().seat;
    row.launched_on = launched_on(club);
    for (const auto& event : club.life) {
        if (!is_live(club, event.op)) continue;
        if (event.to == Status::decided) row.decided_on = event.on;
        if (event.to == Status::dissolved || event.to == Status::merged) row.ended_on = event.on;
    }
    row.roster_completed = roster_completed_on(club);
    row.book_opened = book_opened_on(club);
    row.closed_until = closed_until(club);
    return row;
}

std::vector<StatusRow> status_rows(const Club& club) {
    std::vector<Date> days;
    for (const auto& event : club.life) {
        if (is_live(club, event.op)) days.push_back(event.on);
    }
    sort_list(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    std::vector<StatusRow> rows;
    for (const Date day : days) {
        const Status status = status_on(club, day);
        if (rows.empty() || rows.back().status != status) rows.push_back({day, status});
    }
    return rows;
}

std::vector<VillageRow> village_rows(const Club& club) {
    std::vector<VillageRow> rows;
    const auto places = sites(club);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i + 1 < places.size() && places[i + 1].from == places[i].from) continue;  // replaced
        for (const auto village : places[i].villages) {
            rows.push_back({places[i].from, village, village == places[i].seat});
        }
    }
    sort_list(rows);
    return rows;
}

std::vector<RatingRow> rating_rows(const Club& club) {
    std::vector<RatingRow> rows;
    for (const auto& [on, op, step] : club.rating_steps) {
        if (!is_live(club, op)) continue;
        auto row = std::find_if(rows.begin(), rows.end(),
                                [&](const RatingRow& one) { return one.year == step.year; });
        if (row == rows.end())
            row = rows.insert(rows.end(), RatingRow{.year = step.year, .since = on});
        row->state = step.to;
        row->since = on;
        if (step.to == RatingState::self_scored) {
            row->self_scored = step.band;
            row->appraised.reset();
        } else if (step.to == RatingState::appraised) {
            row->appraised = step.band;
        } else if (step.to == RatingState::approved) {
            row->approved = step.band;
            row->approved_on = on;
        }
    }
    sort_list(rows, {}, &RatingRow::year);
    return rows;
}

MemberRow member_row(const Club& club, const Member& member) {
    MemberRow row;
    row.member = member.admitted.member;
    row.joined = member.spans.back().joined;
    row.left = member.spans.back().left;
    if (row.left) row.reason = member.spans.back().reason;
    row.birth_year = member.birth_year;
    row.sex = member.sex;
    row.hardship = hardship_on(club, member, last_date);
    row.village = village_on(club, member, last_date);
    row.borrowed_before = member.borrowed_before;
    row.shares = shares_of(club, member);
    row.live = member.live;
    return row;
}

LoanRow loan_row(const Club& club, const Loan& loan) {
    LoanRow row;
    row.loan = loan.id;
    row.member = club.members[owner_on(club, loan, last_date)].admitted.member;
    row.disbursed_on = loan.disbursed_on;
    row.principal = loan.principal;
    row.outstanding = loan.outstanding;
    row.interest_paid = loan.interest_paid;
    row.written_off = loss_left(club, loan);
    const LoanPlan& plan = plan_on(club, loan, last_date);
    row.months = plan.terms.months.value;
    row.rate_ppm = plan.terms.rate_ppm.value;
    row.due_by = last_day(month_of(plan.from) + static_cast<std::int32_t>(plan.terms.months.value));
    for (std::size_t i = 1; i < loan.plans.size(); ++i) {
        if (is_live(club, loan.plans[i].op)) ++row.rescheduled;
    }
    if (loan.outstanding == Money{}) {
        for (const auto& event : loan.events) {
            if (!row.settled_on || *row.settled_on < event.on) row.settled_on = event.on;
        }
    }
    row.live = loan.live;
    return row;
}

MeetingRow meeting_row(const Club& club, const Meeting& meeting) {
    MeetingRow row;
    row.meeting = meeting.held.meeting;
    row.on = meeting.on;
    row.kind = meeting.held.kind;
    row.present = meeting.present;
    row.guests = meeting.held.guests.value;
    for (const Area area : meeting.held.areas) row.areas |= 1U << static_cast<unsigned>(area);
    row.entered_from = meeting.held.entered_from;
    row.live = is_live(club, meeting.op);
    return row;
}

ReportRow report_row(const Club& club, const Dated<ClubReported>& report) {
    const auto& op = club.ops[report.op];
    return {op.seq,
            op.op_index,
            report.what.as_of,
            report.what.source,
            report.what.figures,
            is_live(club, report.op)};
}

GrantRow grant_row(const Club& club, const Dated<GrantRow>& grant) {
    GrantRow row = grant.what;
    row.live = is_live(club, grant.op);
    return row;
}

namespace {

void all_days(const Club& club, const Birthdays& birthdays, std::vector<DayDelta>& days) {
    const DaySink sink(days, 1);
    for (const auto& member : club.members) member_days(club, birthdays, member, sink);
    for (const auto& loan : club.loans) loan_days(club, loan, sink);
    volunteer_days(club, sink);
    std::vector<Month> months;
    for (const auto& meeting : club.meetings) months.push_back(month_of(meeting.on));
    sort_list(months);
    months.erase(std::ranges::unique(months).begin(), months.end());
    for (const auto month : months) month_days(club, month, sink);
    for (OpIndex i = 0; i < club.ops.size(); ++i) {
        const auto& op = club.ops[i];
        if (op.live) doing_days(club, i, sink);
        for (std::uint32_t p = 0; p < op.posting_count; ++p) {
            posting_days(op, club.postings[op.first_posting + p], sink);
        }
    }
    consolidate(days);
}

}  // namespace

Changes all_rows(const Club& club, const Birthdays& birthdays) {
    Changes rows;
    rows.club = club_row(club);
    rows.statuses = status_rows(club);
    rows.villages = village_rows(club);
    rows.ratings = rating_rows(club);
    for (const auto& member : club.members) {
        if (member.live) rows.members.push_back(member_row(club, member));
    }
    for (const auto& loan : club.loans) {
        if (loan.live) rows.loans.push_back(loan_row(club, loan));
    }
    for (const auto& meeting : club.meetings) {
        if (is_live(club, meeting.op)) rows.meetings.push_back(meeting_row(club, meeting));
    }
    for (std::size_t i = 0; i < account_count; ++i) {
        const auto account = static_cast<Account>(i);
        if (club.balances[i] == Money{}) continue;
        rows.balances.push_back({account, natural(account, club.balances[i])});
    }
    for (const auto& report : club.reports) {
        if (is_live(club, report.op)) rows.reports.push_back(report_row(club, report));
    }
    for (const auto& grant : club.grants) {
        if (is_live(club, grant.op)) rows.grants.push_back(grant_row(club, grant));
    }
    all_days(club, birthdays, rows.days);
    return rows;
}

}  // namespace lth::core::club
