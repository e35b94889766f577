#include <algorithm>

#include "store/club_rows.hpp"
#include "store/cursor.hpp"

namespace lth::store {
namespace {

using core::BookId;
using namespace core::club;

ClubRow club_row(Cursor& in) {
    ClubRow row;
    row.name = in.text();
    row.status = in.word<Status>();
    row.seat_village = in.optional_local<core::VillageId>();
    row.programme = in.optional_local<core::ProgrammeId>();
    row.proposed_on = in.optional_date();
    row.decided_on = in.optional_date();
    row.launched_on = in.optional_date();
    row.ended_on = in.optional_date();
    row.start_capital = in.optional_money();
    row.roster_completed = in.optional_date();
    row.book_opened = in.optional_date();
    row.closed_until = in.optional_date();
    return row;
}

// Braces evaluate from left to right, so the fields are read in the order of the columns.
StatusRow status_row(Cursor& in) {
    in.skip();
    return {.from = in.date(), .status = in.word<Status>()};
}

VillageRow village_row(Cursor& in) {
    in.skip();
    return {.from = in.date(), .village = in.local<core::VillageId>(), .seat = in.truth()};
}

RatingRow rating_row(Cursor& in) {
    in.skip();
    return {.year = {static_cast<std::int32_t>(in.integer())},
            .state = in.word<RatingState>(),
            .since = in.date(),
            .self_scored = in.optional_word<Band>(),
            .appraised = in.optional_word<Band>(),
            .approved = in.optional_word<Band>(),
            .approved_on = in.optional_date()};
}

MemberRow member_row(Cursor& in) {
    MemberRow row;
    row.member = in.local<core::MemberId>();
    row.joined = in.date();
    row.left = in.optional_date();
    row.reason = in.optional_word<Leaving>();
    row.birth_year =
        in.optional([&] { return core::Year{static_cast<std::int32_t>(in.integer())}; });
    row.sex = in.word<Sex>();
    row.hardship = in.word<Hardship>();
    row.village = in.optional_local<core::VillageId>();
    row.borrowed_before = in.truth();
    row.shares = in.money();
    return row;
}

LoanRow loan_row(Cursor& in) {
    LoanRow row;
    row.loan = in.local<core::LoanId>();
    row.member = in.local<core::MemberId>();
    row.disbursed_on = in.date();
    row.principal = in.money();
    row.outstanding = in.money();
    row.interest_paid = in.money();
    row.written_off = in.money();
    row.months = in.integer();
    row.rate_ppm = in.integer();
    row.due_by = in.date();
    row.settled_on = in.optional_date();
    row.rescheduled = in.integer();
    return row;
}

MeetingRow meeting_row(Cursor& in) {
    MeetingRow row;
    row.meeting = in.local<core::MeetingId>();
    row.on = in.date();
    row.kind = in.word<MeetingKind>();
    row.present = in.integer();
    row.guests = in.integer();
    row.areas = static_cast<std::uint32_t>(in.integer());
    row.entered_from = in.word<EnteredFrom>();
    return row;
}

BalanceRow balance_row(Cursor& in) {
    const std::string name = in.text();
    for (std::size_t i = 0; i < account_count; ++i) {
        const auto account = static_cast<Account>(i);
        if (full_name(account) == name) return {.account = account, .amount = in.money()};
    }
    throw sqlite_fault(SQLITE_CORRUPT, fmt::format("unknown account “{}”", name));
}

ReportRow report_row(Cursor& in) {
    ReportRow row;
    row.seq = in.number();
    row.op_index = static_cast<std::uint32_t>(in.integer());
    row.as_of = in.date();
    row.source = in.word<ReportSource>();
    auto& f = row.figures;
    for (auto* count :
         {&f.members, &f.elderly, &f.women, &f.hardship, &f.ethnic_minority, &f.volunteers}) {
        *count = in.optional_count();
    }
    f.capital = in.optional_money();
    f.loans_outstanding = in.optional_money();
    for (auto* count :
         {&f.borrowers_ever, &f.borrowers_year, &f.borrowers_owing, &f.meetings_year}) {
        *count = in.optional_count();
    }
    f.start_capital = in.optional_money();
    f.rating = in.optional_word<Band>();
    return row;
}

GrantRow grant_row(Cursor& in) {
    GrantRow row;
    row.seq = in.number();
    row.op_index = static_cast<std::uint32_t>(in.integer());
    row.grant = in.local<core::GrantId>();
    row.on = in.date();
    row.kind = in.text();
    row.amount = in.money();
    return row;
}

void add_day_row(Cursor& in, std::vector<DayDelta>& days) {
    const auto day = in.date();
    for (std::size_t i = 0; i < column_count; ++i) {
        const auto delta = in.integer();
        if (delta != 0) days.push_back({day, static_cast<Column>(i), delta});
    }
}

json::DisclosedRow disclosed_row(Cursor& in) {
    json::DisclosedRow row;
    row.subject = in.local<core::SubjectId>();
    row.field = in.text();
    row.seq = in.number();
    row.part = static_cast<std::uint16_t>(in.integer());
    row.value = in.text();
    return row;
}

// The columns after book_id, which every row table has first.
template <class Read>
void each_of_book(Session& session, std::string_view query, const BookId& book, Read read) {
    session.select(query, {book}, [&](const Row& row) {
        Cursor in(row);
        in.skip();
        read(in);
    });
}

template <class T>
void collect(Session& session, std::string_view query, const BookId& book, T (*read)(Cursor&),
             std::vector<T>& rows) {
    each_of_book(session, query, book, [&](Cursor& in) { rows.push_back(read(in)); });
}

/// Lists of all books in the order of their ids, handed to the clubs in the same order.
class ByBook {
public:
    explicit ByBook(std::vector<facts::ClubFacts>& clubs) : clubs_(clubs) {}

    template <class Read>
    void each(Session& session, std::string_view query, Read read) {
        auto at = clubs_.begin();
        session.select(query, {}, [&](const Row& row) {
            Cursor in(row);
            const auto book = in.uuid<BookId>();
            while (at != clubs_.end() && at->id < book) ++at;
            if (at != clubs_.end() && at->id == book) read(in, *at);
        });
    }

private:
    std::vector<facts::ClubFacts>& clubs_;
};

std::vector<facts::ClubFacts> read_all_facts(Session& session) {
    std::vector<facts::ClubFacts> clubs;
    session.select("club.of_all", {}, [&](const Row& row) {
        Cursor in(row);
        auto& club = clubs.emplace_back();
        club.id = in.uuid<BookId>();
        club.row = club_row(in);
    });
    ByBook all(clubs);
    all.each(session, "club_status.of_all",
             [](Cursor& in, auto& club) { club.statuses.push_back(status_row(in)); });
    all.each(session, "club_village.of_all",
             [](Cursor& in, auto& club) { club.villages.push_back(village_row(in)); });
    all.each(session, "rating_year.of_all",
             [](Cursor& in, auto& club) { club.ratings.push_back(rating_row(in)); });
    all.each(session, "club_report.of_all",
             [](Cursor& in, auto& club) { club.reports.push_back(report_row(in)); });
    all.each(session, "club_grant.of_all",
             [](Cursor& in, auto& club) { club.grants.push_back(grant_row(in)); });
    all.each(session, "club_day.of_all",
             [](Cursor& in, auto& club) { add_day_row(in, club.days); });
    return clubs;
}

}  // namespace

app::ClubRows read_club_rows(Session& session, const BookId& book) {
    app::ClubRows rows;
    each_of_book(session, "club.of_book", book, [&](Cursor& in) { rows.club = club_row(in); });
    collect(session, "club_status.of_book", book, status_row, rows.statuses);
    collect(session, "club_village.of_book", book, village_row, rows.villages);
    collect(session, "rating_year.of_book", book, rating_row, rows.ratings);
    collect(session, "member.of_book", book, member_row, rows.members);
    collect(session, "loan.of_book", book, loan_row, rows.loans);
    collect(session, "meeting.of_book", book, meeting_row, rows.meetings);
    collect(session, "balance.of_book", book, balance_row, rows.balances);
    collect(session, "club_report.of_book", book, report_row, rows.reports);
    collect(session, "club_grant.of_book", book, grant_row, rows.grants);
    each_of_book(session, "club_day.of_book", book,
                 [&](Cursor& in) { add_day_row(in, rows.days); });
    collect(session, "disclosed.of_book", book, disclosed_row, rows.disclosed);
    return rows;
}

std::vector<facts::ClubFacts> read_club_facts(Session& session, std::span<const BookId> only) {
    if (only.empty()) return read_all_facts(session);
    std::vector<facts::ClubFacts> clubs;
    for (const auto& book : only) {
        auto rows = read_club_rows(session, book);
        if (!rows.club) continue;
        clubs.push_back({.id = book,
                         .row = std::move(*rows.club),
                         .statuses = std::move(rows.statuses),
                         .villages = std::move(rows.villages),
                         .reports = std::move(rows.reports),
                         .ratings = std::move(rows.ratings),
                         .grants = std::move(rows.grants),
                         .days = std::move(rows.days)});
    }
    std::ranges::sort(clubs, {}, &facts::ClubFacts::id);
    return clubs;
}

}  // namespace lth::store
