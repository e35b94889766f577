#include "core/club/pages.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/club/rows_of.hpp"
#include "core/sort.hpp"

namespace lth::core::club {
namespace {

const BoardElected* board_on(const Club& club, Date on) {
    const BoardElected* board = nullptr;
    Date since = first_date;
    for (const auto& record : club.boards) {
        if (!is_live(club, record.op) || record.on > on || record.on < since) continue;
        board = &record.what;
        since = record.on;
    }
    return board;
}

std::optional<BoardRole> role_of(const BoardElected* board, MemberId member) {
    if (board == nullptr) return std::nullopt;
    const auto seat = std::ranges::find(board->seats, member, &BoardSeat::member);
    if (seat == board->seats.end()) return std::nullopt;
    return seat->role;
}

std::optional<Date> last_regular(const Club& club, Date on) {
    std::optional<Date> last;
    for (const auto& meeting : club.meetings) {
        if (!is_live(club, meeting.op) || meeting.held.kind != MeetingKind::regular) continue;
        if (meeting.on <= on && (!last || *last < meeting.on)) last = meeting.on;
    }
    return last;
}

// The meeting day of this month if it was not held and has not passed, else of the next.
std::optional<Date> next_regular(const Club& club, Date on, std::optional<Date> last) {
    const auto* rules = rules_on(club, on);
    if (rules == nullptr || !rules->what.meeting_day) return std::nullopt;
    const auto day = static_cast<std::int32_t>(rules->what.meeting_day->value);
    const auto day_in = [&](Month month) {
        return std::min(first_day(month) + (day - 1), last_day(month));
    };
    const Month month = month_of(on);
    const bool held = last && month_of(*last) == month;
    const Date here = day_in(month);
    return held || here < on ? day_in(month + 1) : here;
}

Money sum_between(const Balances& balances, Account first, Account last) {
    Money sum;
    for (auto i = index(first); i <= index(last); ++i) sum += balances[i];
    return sum;
}

// What was handed on is owed to another book.
bool handed_on(const Loan& loan, Date on) {
    const auto& last = loan.events.back();
    return last.kind == LoanEventKind::handed && last.principal < Money{} && last.on <= on;
}

LoanLine loan_line(const Club& club, const Loan& loan, Date on) {
    const auto due = handed_on(loan, on) ? LoanDue{} : due_on(club, loan, on);
    const auto plans = std::ranges::count_if(loan.plans, [&](const LoanPlan& plan) {
        return plan.op != loan.op && is_live(club, plan.op) && plan.from <= on;
    });
    return {.loan = loan.id,
            .member = club.members[owner_on(club, loan, on)].admitted.member,
            .disbursed_on = loan.disbursed_on,
            .principal = loan.principal,
            .outstanding = due.outstanding,
            .overdue_interest = due.overdue_interest,
            .due_interest = due.due_interest,
            .overdue_principal = due.overdue_principal,
            .due_principal = due.due_principal,
            .age_days = Count{age_days(due, on)},
            .rescheduled = Count{plans},
            .written_off = loss_left(club, loan),
            .terms = plan_on(club, loan, on).terms};
}

// Dues that a member has paid in the month of `on`.
std::map<std::uint32_t, Money> dues_paid_in(const Club& club, Month month) {
    std::map<std::uint32_t, Money> paid;
    for (const auto& dues : club.dues) {
        if (!is_live(club, dues.op) || month_of(club.ops[dues.op].on) != month) continue;
        paid[dues.member] += dues.amount;
    }
    return paid;
}

// Takes `paid` from the overdue part first.
void less(Money paid, Money& overdue, Money& due) {
    const Money first = std::min(paid, overdue);
    overdue -= first;
    due -= std::min(paid - first, due);
}

// A meeting typed after later ones: what was paid since is not proposed again.
void less_paid_later(LoanLine& line, const Loan& loan, Date on) {
    Money principal;
    Money interest;
    for (const auto& event : loan.events) {
        if (event.on <= on) continue;
        principal -= event.principal;
        interest += event.interest;
    }
    less(std::max(Money{}, principal), line.overdue_principal, line.due_principal);
    less(std::max(Money{}, interest), line.overdue_interest, line.due_interest);
}

JournalLine journal_line(const Club& club, const OpRecord& op) {
    JournalLine line{.seq = Count{op.seq},
                     .op_index = Count{op.op_index},
                     .on = op.on,
                     .op = std::string(op_name(op.kind)),
                     .live = op.live,
                     .posted = {}};
    for (std::uint32_t i = 0; i < op.posting_count; ++i) {
        const auto& posting = club.postings[op.first_posting + i];
        line.posted.push_back({std::string(full_name(posting.account)), posting.amount});
    }
    return line;
}

}  // namespace

HomePage home_page(const Club& club, Date on) {
    const auto row = club_row(club);
    const auto balances = balances_on(club, on);
    const auto last = last_regular(club, on);
    HomePage page;
    page.on = on;
    page.name = row.name;
    page.status = status_on(club, on);
    page.seat_village = row.seat_village;
    page.book_opened = row.book_opened;
    page.closed_until = row.closed_until;
    page.members.value = std::ranges::count_if(club.members, [&](const Member& member) {
        return member.live && span_on(member, on) != nullptr;
    });
    page.income_cash = balances[index(Account::income_cash)];
    page.income_bank = balances[index(Account::income_bank)];
    page.operating_cash = balances[index(Account::operating_cash)];
    page.operating_bank = balances[index(Account::operating_bank)];
    page.income_fund = sum_between(balances, Account::income_cash, Account::income_claims);
    page.operating_fund =
        sum_between(balances, Account::operating_cash, Account::operating_advances);
    std::set<MemberId> owing;
    for (const auto& line : loan_lines(club, on)) {
        if (line.outstanding.dong == 0) continue;
        page.lent += line.outstanding;
        if (line.age_days.value > overdue_days) page.overdue += line.outstanding;
        owing.insert(line.member);
    }
    page.borrowers_owing.value = static_cast<std::int64_t>(owing.size());
    page.last_meeting = last;
    page.next_meeting = next_regular(club, on, last);
    if (const auto* rules = rules_on(club, on)) page.rules = rules->what;
    return page;
}

std::vector<MemberLine> member_lines(const Club& club, Date on) {
    std::map<MemberId, Money> owes;
    for (const auto& line : loan_lines(club, on)) owes[line.member] += line.outstanding;
    const auto* board = board_on(club, on);
    std::vector<MemberLine> lines;
    for (const auto& member : club.members) {
        if (!member.live) continue;
        const auto row = member_row(club, member);
        const bool in_club = span_on(member, on) != nullptr;
        lines.push_back({.member = row.member,
                         .joined = row.joined,
                         .left = row.left,
                         .reason = row.reason,
                         .birth_year = row.birth_year,
                         .sex = row.sex,
                         .hardship = hardship_on(club, member, on),
                         .shares = row.shares,
                         .owes = owes[row.member],
                         .in_club = in_club,
                         .role = in_club ? role_of(board, row.member) : std::nullopt});
    }
    return lines;
}

std::vector<LoanLine> loan_lines(const Club& club, Date on) {
    std::vector<LoanLine> lines;
    for (const auto& loan : club.loans) {
        if (loan.live && loan.disbursed_on <= on) lines.push_back(loan_line(club, loan, on));
    }
    sort_list(lines, {},
              [](const LoanLine& line) { return std::pair(line.disbursed_on, line.loan); });
    return lines;
}

LoanQuote loan_quote(const LoanTerms& terms, Money principal, Date disbursed_on) {
    return {schedule(terms, principal, disbursed_on), true_price(terms, principal, disbursed_on)};
}

LoanPage loan_page(const Club& club, const Loan& loan, Date on) {
    const auto& plan = plan_on(club, loan, on);
    LoanPage page{loan_line(club, loan, on), loan_quote(plan.terms, plan.principal, plan.from), {}};
    for (const auto& event : loan.events) {
        const auto& op = club.ops[event.op];
        page.steps.push_back({.on = event.on,
                              .seq = Count{op.seq},
                              .op_index = Count{op.op_index},
                              .op = std::string(op_name(op.kind)),
                              .principal = event.principal,
                              .interest = event.interest,
                              .live = op.live});
    }
    return page;
}

MeetingSheet meeting_sheet(const Club& club, Date on) {
    const auto balances = balances_on(club, on);
    MeetingSheet sheet;
    sheet.on = on;
    sheet.income_cash = balances[index(Account::income_cash)];
    sheet.operating_cash = balances[index(Account::operating_cash)];
    sheet.regular_held = std::ranges::any_of(club.meetings, [&](const Meeting& meeting) {
        return is_live(club, meeting.op) && meeting.on == on &&
               meeting.held.kind == MeetingKind::regular;
    });
    const auto* rules = rules_on(club, on);
    const Money due = rules == nullptr ? Money{} : rules->what.dues.value_or(Money{});
    const auto paid = dues_paid_in(club, month_of(on));
    for (std::uint32_t i = 0; i < club.members.size(); ++i) {
        const auto& member = club.members[i];
        if (!member.live || span_on(member, on) == nullptr) continue;
        const auto before = paid.find(i);
        const Money less = before == paid.end() ? Money{} : before->second;
        sheet.dues.push_back({member.admitted.member, std::max(Money{}, due - less)});
    }
    sheet.loans = loan_lines(club, on);
    for (auto& line : sheet.loans) less_paid_later(line, *find_loan(club, line.loan), on);
    // Interest that is left is asked for, too.
    std::erase_if(sheet.loans, [](const LoanLine& line) {
        return (line.outstanding + line.overdue_interest + line.due_interest).dong == 0;
    });
    return sheet;
}

std::vector<MeetingLine> meeting_lines(const Club& club) {
    std::vector<MeetingLine> lines;
    for (const auto& meeting : club.meetings) {
        if (!is_live(club, meeting.op)) continue;
        lines.push_back({.on = meeting.on,
                         .kind = meeting.held.kind,
                         .present = Count{meeting.present},
                         .guests = meeting.held.guests,
                         .areas = meeting.held.areas,
                         .seq = Count{club.ops[meeting.op].seq}});
    }
    sort_list(lines, std::greater{},
              [](const MeetingLine& line) { return std::pair(line.on, line.seq); });
    return lines;
}

std::vector<JournalLine> journal_lines(const Club& club, std::uint64_t before, std::size_t limit) {
    std::vector<JournalLine> lines;
    auto end = std::ranges::lower_bound(club.ops, before, {}, &OpRecord::seq);
    while (end != club.ops.begin() && (lines.empty() || lines.size() < limit)) {
        auto start = end - 1;
        while (start != club.ops.begin() && (start - 1)->seq == start->seq) --start;
        for (auto op = start; op != end; ++op) lines.push_back(journal_line(club, *op));
        end = start;
    }
    return lines;
}

}  // namespace lth::core::club
