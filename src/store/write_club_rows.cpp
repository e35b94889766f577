#include "store/club_rows.hpp"
#include "store/cursor.hpp"

namespace lth::store {
namespace {

using core::BookId;
using namespace core::club;

void write_club(Session& session, const BookId& book, const ClubRow& row) {
    Batch batch;
    batch.add({book, row.name, value_of(row.status), value_of(row.seat_village),
               value_of(row.programme), value_of(row.proposed_on), value_of(row.decided_on),
               value_of(row.launched_on), value_of(row.ended_on), value_of(row.start_capital),
               value_of(row.roster_completed), value_of(row.book_opened),
               value_of(row.closed_until)});
    session.run_rows("club.put", batch);
}

void replace_statuses(Session& session, const BookId& book, const std::vector<StatusRow>& rows) {
    session.run("club_status.clear", {book});
    Batch batch;
    for (const auto& row : rows) {
        batch.add({book, value_of(batch.rows()), value_of(row.from), value_of(row.status)});
    }
    session.run_rows("club_status.put", batch);
}

void replace_villages(Session& session, const BookId& book, const std::vector<VillageRow>& rows) {
    session.run("club_village.clear", {book});
    Batch batch;
    for (const auto& row : rows) {
        batch.add({book, value_of(batch.rows()), value_of(row.from), value_of(row.village),
                   value_of(row.seat)});
    }
    session.run_rows("club_village.put", batch);
}

void replace_ratings(Session& session, const BookId& book, const std::vector<RatingRow>& rows) {
    session.run("rating_year.clear", {book});
    Batch batch;
    for (const auto& row : rows) {
        batch.add({book, value_of(batch.rows()), std::int64_t{row.year.value}, value_of(row.state),
                   value_of(row.since), value_of(row.self_scored), value_of(row.appraised),
                   value_of(row.approved), value_of(row.approved_on)});
    }
    session.run_rows("rating_year.put", batch);
}

void write_members(Session& session, const BookId& book, const std::vector<MemberRow>& rows) {
    Batch batch;
    for (const auto& row : rows) {
        if (!row.live) {
            session.run("member.delete", {book, value_of(row.member)});
            continue;
        }
        const Value birth = row.birth_year ? Value(std::int64_t{row.birth_year->value}) : Value();
        batch.add({book, value_of(row.member), value_of(row.joined), value_of(row.left),
                   value_of(row.reason), birth, value_of(row.sex), value_of(row.hardship),
                   value_of(row.village), value_of(row.borrowed_before), value_of(row.shares)});
    }
    session.run_rows("member.put", batch);
}

void write_loans(Session& session, const BookId& book, const std::vector<LoanRow>& rows) {
    Batch batch;
    for (const auto& row : rows) {
        if (!row.live) {
            session.run("loan.delete", {book, value_of(row.loan)});
            continue;
        }
        batch.add({book, value_of(row.loan), value_of(row.member), value_of(row.disbursed_on),
                   value_of(row.principal), value_of(row.outstanding), value_of(row.interest_paid),
                   value_of(row.written_off), row.months, row.rate_ppm, value_of(row.due_by),
                   value_of(row.settled_on), row.rescheduled});
    }
    session.run_rows("loan.put", batch);
}

void write_meetings(Session& session, const BookId& book, const std::vector<MeetingRow>& rows) {
    Batch batch;
    for (const auto& row : rows) {
        if (!row.live) {
            session.run("meeting.delete", {book, value_of(row.meeting)});
            continue;
        }
        batch.add({book, value_of(row.meeting), value_of(row.on), value_of(row.kind), row.present,
                   row.guests, std::int64_t{row.areas}, value_of(row.entered_from)});
    }
    session.run_rows("meeting.put", batch);
}

void write_balances(Session& session, const BookId& book, const std::vector<BalanceRow>& rows) {
    Batch batch;
    for (const auto& row : rows) {
        batch.add({book, full_name(row.account), value_of(row.amount)});
    }
    session.run_rows("balance.put", batch);
}

void write_reports(Session& session, const BookId& book, const std::vector<ReportRow>& rows) {
    Batch batch;
    for (const auto& row : rows) {
        const std::int64_t op_index{row.op_index};
        if (!row.live) {
            session.run("club_report.delete", {book, value_of(row.seq), op_index});
            continue;
        }
        const auto& f = row.figures;
        batch.add({book, value_of(row.seq), op_index, value_of(row.as_of), value_of(row.source),
                   value_of(f.members), value_of(f.elderly), value_of(f.women),
                   value_of(f.hardship), value_of(f.ethnic_minority), value_of(f.volunteers),
                   value_of(f.capital), value_of(f.loans_outstanding), value_of(f.borrowers_ever),
                   value_of(f.borrowers_year), value_of(f.borrowers_owing),
                   value_of(f.meetings_year), value_of(f.start_capital), value_of(f.rating)});
    }
    session.run_rows("club_report.put", batch);
}

void write_grants(Session& session, const BookId& book, const std::vector<GrantRow>& rows) {
    Batch batch;
    for (const auto& row : rows) {
        const std::int64_t op_index{row.op_index};
        if (!row.live) {
            session.run("club_grant.delete", {book, value_of(row.seq), op_index});
            continue;
        }
        batch.add({book, value_of(row.seq), op_index, value_of(row.grant), value_of(row.on),
                   row.kind, value_of(row.amount)});
    }
    session.run_rows("club_grant.put", batch);
}

// Deltas are sorted by day; one row carries all columns of a day.
void add_days(Session& session, const BookId& book, const std::vector<DayDelta>& deltas) {
    constexpr std::size_t key_width = 2;
    Batch batch;
    batch.width = key_width + column_count;
    for (std::size_t i = 0; i < deltas.size();) {
        const auto first = batch.values.size();
        const auto day = deltas[i].day;
        batch.values.resize(first + batch.width, Value(std::int64_t{0}));
        batch.values[first] = Value(book);
        batch.values[first + 1] = value_of(day);
        for (; i < deltas.size() && deltas[i].day == day; ++i) {
            const auto column = static_cast<std::size_t>(deltas[i].column);
            batch.values[first + key_width + column].integer += deltas[i].delta;
        }
    }
    session.run_rows("club_day.put", batch);
}

}  // namespace

void write_club_rows(Session& session, const BookId& book, const Changes& changes) {
    if (changes.club) write_club(session, book, *changes.club);
    if (changes.statuses) replace_statuses(session, book, *changes.statuses);
    if (changes.villages) replace_villages(session, book, *changes.villages);
    if (changes.ratings) replace_ratings(session, book, *changes.ratings);
    write_members(session, book, changes.members);
    write_loans(session, book, changes.loans);
    write_meetings(session, book, changes.meetings);
    write_balances(session, book, changes.balances);
    write_reports(session, book, changes.reports);
    write_grants(session, book, changes.grants);
    add_days(session, book, changes.days);
}

void clear_club_rows(Session& session, const BookId& book) {
    for (const auto* query :
         {"club.clear", "club_status.clear", "club_village.clear", "rating_year.clear",
          "member.clear", "loan.clear", "meeting.clear", "balance.clear", "club_report.clear",
          "club_grant.clear", "club_day.clear"}) {
        session.run(query, {book});
    }
}

}  // namespace lth::store
