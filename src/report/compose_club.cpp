// One club as it stands, a month of it, and a month of all clubs of a commune.
#include <algorithm>
#include <bit>

#include "report/compose.hpp"
#include "report/figures.hpp"

namespace lth::report {
namespace {

struct Month {
    core::Date first;
    core::Date last;  // or as_of, if that is earlier
};

Month month_on(core::Date as_of) {
    const auto month = core::month_of(as_of);
    return {core::first_day(month), std::min(as_of, core::last_day(month))};
}

std::string month_text(core::Date as_of) {
    const auto at = core::civil(as_of);
    return std::to_string(at.month) + "/" + std::to_string(at.year);
}

bool is_in(const core::club::MeetingRow& meeting, const Month& month) {
    return meeting.live && meeting.on >= month.first && meeting.on <= month.last;
}

std::string place_of(const app::ClubView& club) {
    std::string text = club.line.village;
    for (auto unit = club.frame.path.rbegin(); unit != club.frame.path.rend(); ++unit) {
        text += (text.empty() ? "" : ", ") + unit->name;
    }
    return text;
}

std::vector<app::LoanLine> owed_loans(const app::ClubView& club) {
    auto loans = club.loans;
    std::erase_if(loans, [&](const app::LoanLine& loan) {
        const auto& row = loan.row;
        return !row.live || row.disbursed_on > club.frame.as_of || row.outstanding.dong == 0;
    });
    return loans;
}

void put_lines(Values& values, const app::ClubView& club) {
    auto& lines = values.lists["lines"];
    const auto people = basis_word(club.people.basis);
    const auto money = basis_word(club.money_basis);
    const auto add = [&](const char* name, const char* unit, Field value,
                         const std::string& basis) {
        lines.push_back(
            {{"name", {name}}, {"unit", {unit}}, {"value", std::move(value)}, {"basis", {basis}}});
    };
    add("Thành viên", "người", count_field(club.people.members), people);
    add("Trong đó nữ", "người", count_field(club.people.women), people);
    add("Người cao tuổi (từ 60 tuổi)", "người", count_field(club.people.elderly), people);
    add("Từ 55 tuổi (cách tính của câu lạc bộ)", "người", count_field(club.people.elderly_custom),
        people);
    add("Hoàn cảnh khó khăn", "người", count_field(club.people.hardship), people);
    add("Chưa rõ ngày sinh", "người", count_field(club.people.birth_unknown), people);
    add("Chưa rõ giới tính", "người", count_field(club.people.sex_unknown), people);
    add("Vốn quỹ tăng thu nhập", "đồng", money_field(club.capital), money);
    const auto loans = static_cast<std::int64_t>(owed_loans(club).size());
    const bool by_book = club.money_basis == facts::Basis::book;
    add("Khoản vay còn nợ", "khoản", count_field(by_book ? std::optional(loans) : std::nullopt),
        money);
    add("Dư nợ cho vay", "đồng", money_field(club.loans_outstanding), money);
    add("Trong đó quá hạn trên 30 ngày", "đồng", money_field(club.overdue), money);
}

void put_meetings(Values& values, const app::ClubView& club, const Month* only) {
    auto& meetings = values.lists["meetings"];
    for (const auto& meeting : club.meetings) {
        if (!meeting.live || meeting.on > club.frame.as_of) continue;
        if (only != nullptr && !is_in(meeting, *only)) continue;
        const auto entry = club.meeting_entries.find(meeting.meeting);
        meetings.push_back(
            {{"on", date_field(meeting.on)},
             {"kind",
              {meeting.kind == core::club::MeetingKind::regular ? "Thường kỳ" : "Bất thường"}},
             {"present", count_field(meeting.present)},
             {"guests", count_field(meeting.guests)},
             {"areas", count_field(std::popcount(meeting.areas))},
             {"source",
              {entry == club.meeting_entries.end()
                   ? ""
                   : to_text(club.line.id) + "/" + std::to_string(entry->second)}}});
    }
    values.set("no_meeting", meetings.empty() ? "Chưa có buổi sinh hoạt nào được ghi." : "");
}

// No names: a loan is told by its dates and sums; to whom members are closed, all of them by one
// sum, so that the table's total holds.
void put_loans(Values& values, const app::ClubView& club, const Asked& asked) {
    auto& loans = values.lists["loans"];
    const auto owed = owed_loans(club);
    std::string note = owed.empty() ? "Không có khoản vay nào còn nợ trong sổ." : "";
    if (asked.members_closed && !owed.empty()) {
        core::Money outstanding;
        for (const auto& loan : owed) outstanding += loan.row.outstanding;
        const auto count = core::grouped(static_cast<std::int64_t>(owed.size()));
        loans.push_back({{"on", {"Cộng " + count + " khoản"}},
                         {"principal", {}},
                         {"outstanding", money_field(outstanding)},
                         {"months", {}},
                         {"due", {}},
                         {"late", {}}});
        note = "Chỉ có số cộng: từng khoản vay chỉ mở cho người giữ sổ, và người đã ghi lý do xem.";
    }
    values.set("loans_note", note);
    if (asked.members_closed) return;
    for (const auto& loan : owed) {
        loans.push_back({{"on", date_field(loan.row.disbursed_on)},
                         {"principal", money_field(loan.row.principal)},
                         {"outstanding", money_field(loan.row.outstanding)},
                         {"months", count_field(loan.row.months)},
                         {"due", date_field(loan.row.due_by)},
                         {"late", count_field(loan.days_late)}});
    }
}

void put_club(Values& values, const app::ClubView& club) {
    values.set("club", club.line.name);
    values.set("place", place_of(club));
    values.set("status", std::string(name_of(club.line.status)));
    values.set("launched", date_field(club.line.launched_on));
    values.set("programme", club.programme);
    std::string rated;
    for (const auto& rating : club.ratings) {
        if (!rating.approved || *rating.approved_on > club.frame.as_of) continue;
        rated = std::string(name_of(*rating.approved)) + " (năm " +
                std::to_string(rating.year.value) + ")";
    }
    values.set("rating", rated.empty() ? "Chưa xếp loại" : rated);
}

Fields month_fields(const app::ClubView& club, const Month& month) {
    std::int64_t met = 0;
    std::int64_t present = 0;
    std::uint32_t areas = 0;
    std::optional<core::Date> last;
    for (const auto& meeting : club.meetings) {
        if (!is_in(meeting, month)) continue;
        ++met;
        present = std::max(present, meeting.present);
        areas |= meeting.areas;
        last = std::max(last.value_or(meeting.on), meeting.on);
    }
    // Without a book nothing says whether the club met.
    const bool known = met > 0 || club.money_basis == facts::Basis::book;
    const auto if_known = [&](std::int64_t count) {
        return count_field(known ? std::optional(count) : std::nullopt);
    };
    return {{"book", {to_text(club.line.id)}},
            {"name", {club.line.name}},
            {"village", {club.line.village}},
            {"members", count_field(club.people.members)},
            {"meetings", if_known(met)},
            {"on", date_field(last)},
            {"present", met > 0 ? count_field(present) : Field{}},
            {"areas", met > 0 ? count_field(std::popcount(areas)) : Field{}},
            {"capital", money_field(club.capital)},
            {"outstanding", money_field(club.loans_outstanding)},
            {"overdue", money_field(club.overdue)},
            {"basis", {basis_word(club.money_basis)}}};
}

std::string club_basis(const app::ClubView& club) {
    return "Cơ sở số liệu: con người " + basis_word(club.people.basis) + ", tiền " +
           basis_word(club.money_basis) + ".";
}

}  // namespace

core::Result<Values> compose_club(app::Reading& reading, const Asked& asked) {
    if (!asked.club) return core::reject("report.club.needed", "club");
    const auto club = reading.club(*asked.club, asked.question);
    if (!club) return std::unexpected(club.error());
    auto question = asked.question;
    if (!club->frame.path.empty()) question.unit = club->frame.path.back().code;
    const auto associations = reading.associations(question, asked.year);
    if (!associations) return std::unexpected(associations.error());
    Values values;
    put_head(values, {asked, club->frame, *associations, club_basis(*club)});
    put_club(values, *club);
    put_lines(values, *club);
    put_loans(values, *club, asked);
    const auto month = month_on(club->frame.as_of);
    put_meetings(values, *club, asked.kind == Kind::club_month ? &month : nullptr);
    values.set("month", month_text(club->frame.as_of));
    return values;
}

core::Result<Values> compose_commune_month(app::Reading& reading, const Asked& asked) {
    if (asked.question.unit.empty()) return core::reject("report.unit.needed", "unit");
    const auto unit = reading.unit(asked.question);
    if (!unit) return std::unexpected(unit.error());
    const auto& path = unit->frame.path;
    if (path.empty() || path.back().level != core::territory::Level::commune) {
        return core::reject("report.unit.needed", "unit");
    }
    const auto associations = reading.associations(asked.question, asked.year);
    if (!associations) return std::unexpected(associations.error());
    Values values;
    const auto month = month_on(unit->frame.as_of);
    facts::BasisCounts basis;
    auto& list = values.lists["clubs"];
    for (const auto& line : unit->clubs) {
        const auto club = reading.club(line.id, asked.question);
        if (!club) return std::unexpected(club.error());
        basis.add(club->money_basis);
        list.push_back(month_fields(*club, month));
        list.back()["number"] = count_field(static_cast<std::int64_t>(list.size()));
    }
    put_head(values, {asked, unit->frame, *associations, basis_line("sinh hoạt và tiền", basis)});
    values.set("month", month_text(unit->frame.as_of));
    return values;
}

}  // namespace lth::report
