#include "app/club_flags.hpp"

#include <algorithm>
#include <set>

#include "app/club_book.hpp"
#include "app/reading.hpp"
#include "core/rating/owed_meetings.hpp"

namespace lth::app {
namespace {

using core::club::Club;
using core::club::is_live;

// "Groups under 5 people show no attribute of people" (scheme.md).
constexpr std::int64_t fewest_for_shares = 5;
// What a month has brought is on the server by the meeting after it.
constexpr std::int32_t in_time_days = 30;
constexpr std::int32_t year_days = 365;
constexpr std::int32_t year_months = 12;

bool is_outside(std::int64_t low, std::int64_t high, const facts::Goal& band) {
    return (band.min && high < *band.min) || (band.max && low > *band.max);
}

void judge_size(const ClubView& view, std::vector<ClubFlagLine>& lines) {
    const auto& members = view.people.members;
    if (!members || !is_outside(*members, *members, view.bands.size)) return;
    lines.push_back({.what = ClubFlag::size,
                     .value = *members,
                     .least = view.bands.size.min,
                     .most = view.bands.size.max});
}

struct Part {
    ClubFlag what;
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> unclear;  // may be of them
};

// Whoever is not known is counted in and out: only what is outside either way is named.
void judge_share(const Part& part, std::optional<std::int64_t> members, const facts::Goal& band,
                 std::vector<ClubFlagLine>& lines) {
    if (!part.people || !members || *members < fewest_for_shares) return;
    const auto ppm = [&](std::int64_t people) { return people * core::one_million / *members; };
    const auto most = std::min(*members, *part.people + part.unclear.value_or(0));
    if (!is_outside(ppm(*part.people), ppm(most), band)) return;
    lines.push_back({.what = part.what,
                     .value = *part.people,
                     .of = members,
                     .least = band.min,
                     .most = band.max});
}

core::Month last_month_over(core::Date day) {
    const auto month = core::month_of(day);
    return day == core::last_day(month) ? month : month + -1;
}

// Months of which the book says that there was a meeting.
std::set<core::Month> met_months(const Club& club) {
    std::set<core::Month> months;
    for (const auto& meeting : club.meetings) {
        if (!is_live(club, meeting.op)) continue;
        if (meeting.held.kind == core::club::MeetingKind::regular) {
            months.insert(core::month_of(meeting.on));
        }
    }
    for (const auto& reported : club.months) {  // by its totals
        if (is_live(club, reported.op) && reported.what.met_on) months.insert(reported.what.month);
    }
    return months;
}

void name_months(const Club& club, core::Date as_of, std::vector<ClubFlagLine>& lines) {
    const auto last = last_month_over(as_of);
    const auto met = met_months(club);
    ClubFlagLine line{.what = ClubFlag::months_without};
    for (auto month = last + (1 - year_months); month <= last; month = month + 1) {
        const bool lacks = core::rating::owes_meeting(club, month) && !met.contains(month);
        if (lacks) line.months.push_back(to_text(month));
    }
    line.value = static_cast<std::int64_t>(line.months.size());
    if (line.value > 0) lines.push_back(std::move(line));
}

// What stood there when the book was opened is old, and so is what a correction sets right.
void name_late(const ClubBook& book, core::Date as_of, std::vector<ClubFlagLine>& lines) {
    const auto& club = book.club;
    const auto opened = core::club::book_opened_on(club);
    if (!opened) return;
    std::set<std::uint32_t> corrections;
    for (const auto& op : club.ops) {
        if (op.kind == core::club::kind_of<core::OpReversed>) corrections.insert(op.seq);
    }
    std::set<std::uint32_t> late;
    for (const auto& op : club.ops) {
        const bool is_event =
            op.posting_count > 0 || op.kind == core::club::kind_of<core::club::MeetingHeld>;
        if (!op.live || !is_event || op.on <= *opened || corrections.contains(op.seq)) continue;
        const auto received = core::business_date(book.received_at[op.seq - 1]);
        const bool of_the_year = received > as_of - year_days && received <= as_of;
        if (of_the_year && received.days - op.on.days > in_time_days) late.insert(op.seq);
    }
    if (late.empty()) return;
    lines.push_back({.what = ClubFlag::entered_late,
                     .value = static_cast<std::int64_t>(late.size()),
                     .last_seq = *late.rbegin()});
}

std::vector<ClubFlagLine> club_flags_of(const ClubView& view, const ClubBook& book) {
    std::vector<ClubFlagLine> lines;
    if (view.line.status != core::club::Status::active) return lines;
    const auto& people = view.people;
    judge_size(view, lines);
    judge_share({ClubFlag::women, people.women, people.sex_unknown}, people.members,
                view.bands.women, lines);
    judge_share({ClubFlag::elderly, people.elderly, people.birth_unknown}, people.members,
                view.bands.elderly, lines);
    if (view.overdue && *view.overdue > core::Money{}) {
        ClubFlagLine line{.what = ClubFlag::overdue, .value = view.overdue->dong};
        if (view.loans_outstanding) line.of = view.loans_outstanding->dong;
        lines.push_back(std::move(line));
    }
    if (!view.frame.known_now) return lines;
    name_months(book.club, view.frame.as_of, lines);
    name_late(book, view.frame.as_of, lines);
    return lines;
}

}  // namespace

void put_flags(ClubView& view, const ClubBook& book) {
    // The fold knows all that is recorded by now.
    if (view.frame.known_now) view.flags = core::club::flag_lines(book.club, view.frame.as_of);
    view.club_flags = club_flags_of(view, book);
}

}  // namespace lth::app
