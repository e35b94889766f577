// The frozen form of a folded book: every release must print the same for the same entries.
#include <algorithm>

#include "core/club/fold.hpp"
#include "core/club/rows_of.hpp"
#include "core/sort.hpp"

namespace lth::core::club {
namespace {

class Text {
public:
    Text& operator<<(std::string_view text) {
        if (!out.empty() && out.back() != '\n') out += ' ';
        out += text;
        return *this;
    }
    Text& operator<<(std::int64_t value) {
        return *this << std::string_view(std::to_string(value));
    }
    Text& operator<<(Money amount) { return *this << amount.dong; }
    Text& operator<<(Date date) { return *this << std::string_view(to_text(date)); }
    Text& operator<<(std::optional<Date> date) {
        return date ? *this << *date : *this << std::string_view("-");
    }
    void line() { out += '\n'; }

    std::string out;
};

template <class Row, class Id>
std::vector<Row> sorted(std::vector<Row> rows, Id id) {
    sort_list(rows, {}, id);
    return rows;
}

}  // namespace

std::string canonical_text(const Club& club) {
    Text text;
    const Changes rows = all_rows(club, {});
    text << "club" << static_cast<std::int64_t>(rows.club->status) << rows.club->launched_on;
    text.line();
    for (const auto& row : rows.balances) {
        text << "balance" << full_name(row.account) << row.amount;
        text.line();
    }
    for (const auto& row : sorted(rows.members, &MemberRow::member)) {
        text << "member" << std::string_view(to_text(row.member)) << row.joined << row.left
             << (row.birth_year ? row.birth_year->value : 0) << static_cast<std::int64_t>(row.sex)
             << static_cast<std::int64_t>(row.hardship) << row.shares;
        text.line();
    }
    for (const auto& row : sorted(rows.loans, &LoanRow::loan)) {
        text << "loan" << std::string_view(to_text(row.loan))
             << std::string_view(to_text(row.member)) << row.disbursed_on << row.principal
             << row.outstanding << row.interest_paid << row.written_off << row.due_by;
        text.line();
    }
    for (const auto& row : sorted(rows.meetings, &MeetingRow::meeting)) {
        text << "meeting" << std::string_view(to_text(row.meeting)) << row.on << row.present
             << row.guests << static_cast<std::int64_t>(row.areas);
        text.line();
    }
    for (const auto& row : rows.days) {
        text << "day" << row.day << to_text(row.column) << row.delta;
        text.line();
    }
    return std::move(text.out);
}

}  // namespace lth::core::club
