// Rules on the club's life, its people, doings, reports and rating, and on reversals.
#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

#include "core/club/checking.hpp"
#include "core/sort.hpp"

namespace lth::core::club {
namespace {

// A step of the club's life: from which status, and not before an earlier step.
Refusal step(const Checking& in, std::initializer_list<Status> from, std::string_view op) {
    const Status status = status_on(in.club, last_date);
    if (std::ranges::find(from, status) == from.end()) {
        return refuse("club.wrong_status", {},
                      {{"status", text_of(status)}, {"op", std::string(op)}});
    }
    for (const auto& event : in.club.life) {
        if (!is_live(in.club, event.op) || event.to == Status::decided || event.on <= in.on)
            continue;
        return refuse("club.life_order", "on",
                      {{"on", to_text(in.on)}, {"limit", to_text(event.on)}});
    }
    return {};
}

// A club ends only with every account and loan at 0 and nobody left behind in its books.
Refusal empty(const Checking& in) {
    for (std::size_t i = 0; i < account_count; ++i) {
        if (in.club.balances[i] == Money{}) continue;
        const auto account = static_cast<Account>(i);
        return refuse("club.not_empty", {},
                      {{"account", std::string(full_name(account))},
                       {"amount", to_text(natural(account, in.club.balances[i]))}});
    }
    return {};
}

Refusal seat_served(VillageId seat, std::span<const VillageId> villages) {
    if (std::ranges::find(villages, seat) != villages.end()) return {};
    return refuse("club.seat_not_served", "seat_village");
}

Refusal joined_by(std::optional<Date> joined, Date on) {
    if (!joined || *joined <= on) return {};
    return refuse("member.joined_after", "joined",
                  {{"joined", to_text(*joined)}, {"on", to_text(on)}});
}

Refusal born_by(std::optional<Year> year, Date joined) {
    if (!year || year->value <= year_of(joined)) return {};
    return refuse("member.born_later", "birth_year", {{"year", std::to_string(year->value)}});
}

std::int64_t members_on(const Club& club, Date date) {
    return std::ranges::count_if(club.members, [&](const Member& member) {
        return member.live && span_on(member, date) != nullptr;
    });
}

Refusal roster_count(const Checking& in, Count stated) {
    const auto count = members_on(in.club, in.on);
    if (count == stated.value) return {};
    return refuse("roster.count_differs", "members",
                  {{"stated", std::to_string(stated.value)}, {"book", std::to_string(count)}});
}

std::vector<MemberId> people_of(std::span<const VolunteerPair> pairs) {
    std::vector<MemberId> ids;
    for (const auto& pair : pairs) {
        ids.push_back(pair.volunteer);
        if (pair.cares_for) ids.push_back(*pair.cares_for);
    }
    return ids;
}

Refusal pairs_in_club(const Checking& in, std::span<const VolunteerPair> pairs,
                      std::string_view field) {
    for (const auto id : people_of(pairs)) {
        if (auto no = in.member_in_club(id, field)) return no;
    }
    return {};
}

struct NamedFigure {
    const char* name;
    std::optional<std::int64_t> value;
};

std::optional<std::int64_t> number(const std::optional<Count>& count) {
    return count ? std::optional(count->value) : std::nullopt;
}
std::optional<std::int64_t> number(const std::optional<Money>& amount) {
    return amount ? std::optional(amount->dong) : std::nullopt;
}

Refusal part_of(const NamedFigure& part, const NamedFigure& whole) {
    if (!part.value || !whole.value || *part.value <= *whole.value) return {};
    return refuse("report.part_above_whole", part.name,
                  {{"part", part.name},
                   {"value", grouped(*part.value)},
                   {"whole", whole.name},
                   {"limit", grouped(*whole.value)}});
}

Refusal rating_step(const Checking& in, Year year, std::initializer_list<RatingState> from,
                    std::string_view op) {
    const RatingState state = rating_state(in.club, year);
    if (std::ranges::find(from, state) != from.end()) return {};
    const std::string name = boost::describe::enum_to_string(state, "");
    return refuse("rating.wrong_step", "year",
                  {{"year", std::to_string(year.value)}, {"step", name}, {"op", std::string(op)}});
}

}  // namespace

Refusal check_one(const Checking& in, const ClubProposed& what) {
    for (const auto& record : in.club.proposals) {
        if (is_live(in.club, record.op)) return refuse("club.proposed_already");
    }
    return seat_served(what.seat_village, what.villages);
}
// The decision's paper often comes after the launch; until then it is a step like any other. One
// that stands with a day before its proposal's counts as well, though the status is the proposal's.
Refusal check_one(const Checking& in, const ClubDecided& what) {
    const bool decided = std::ranges::any_of(
        in.club.decisions, [&](const auto& record) { return is_live(in.club, record.op); });
    const Status status = decided ? Status::decided : status_on(in.club, last_date);
    if (status == Status::proposed) return step(in, {Status::proposed}, what.op);
    if (status == Status::active || status == Status::suspended || status == Status::closing) {
        return {};
    }
    return refuse("club.wrong_status", {},
                  {{"status", text_of(status)}, {"op", std::string(what.op)}});
}
Refusal check_one(const Checking& in, const ClubLaunched& what) {
    return step(in, {Status::proposed, Status::decided}, what.op);
}
Refusal check_one(const Checking& in, const ClubChanged& what) {
    if (!what.seat_village && !what.villages) return {};
    if (what.seat_village && what.villages) return seat_served(*what.seat_village, *what.villages);
    // Only one of the two is given: the other stands as it was.
    std::optional<VillageId> seat = what.seat_village;
    std::vector<VillageId> villages = what.villages.value_or(std::vector<VillageId>{});
    for (const auto& record : in.club.proposals) {
        if (!is_live(in.club, record.op)) continue;
        if (!what.seat_village) seat = record.what.seat_village;
        if (!what.villages) villages = record.what.villages;
    }
    for (const auto& record : in.club.changed) {
        if (!is_live(in.club, record.op) || record.on > in.on) continue;
        if (!what.seat_village && record.what.seat_village) seat = record.what.seat_village;
        if (!what.villages && record.what.villages) villages = *record.what.villages;
    }
    return seat ? seat_served(*seat, villages) : Refusal{};
}
Refusal check_one(const Checking& in, const ClubSuspended& what) {
    return step(in, {Status::active}, what.op);
}
Refusal check_one(const Checking& in, const ClubResumed& what) {
    return step(in, {Status::suspended, Status::closing}, what.op);
}
Refusal check_one(const Checking& in, const ClubClosing& what) {
    return step(in, {Status::active, Status::suspended}, what.op);
}
Refusal check_one(const Checking& in, const ClubDissolved& what) {
    if (auto no = step(
            in,
            {Status::proposed, Status::decided, Status::active, Status::suspended, Status::closing},
            what.op)) {
        return no;
    }
    return empty(in);
}
Refusal check_one(const Checking& in, const ClubMerged& what) {
    if (auto no = step(in, {Status::active, Status::suspended, Status::closing}, what.op)) {
        return no;
    }
    return empty(in);
}

Refusal check_one(const Checking& in, const MemberAdmitted& what) {
    if (find_member(in.club, what.member) != nullptr) {
        return refuse("member.known", "member", {{"member", to_text(what.member)}});
    }
    if (auto no = joined_by(what.joined, in.on)) return no;
    return born_by(what.birth_year, what.joined.value_or(in.on));
}
Refusal check_one(const Checking& in, const MemberChanged& what) {
    if (auto no = in.member_known(what.member, "member")) return no;
    if (!what.hardship && !what.village) return refuse("member.nothing_changed");
    return {};
}
Refusal check_one(const Checking& in, const MemberCorrected& what) {
    if (auto no = in.member_known(what.member, "member")) return no;
    const bool anything = what.joined || what.birth_year || what.sex || what.hardship ||
                          what.village || what.borrowed_before;
    if (!anything) return refuse("member.nothing_changed");
    const Member& member = *find_member(in.club, what.member);
    const Span& first = member.spans.front();
    const Date joined = what.joined.value_or(first.joined);
    if (auto no = joined_by(what.joined, in.club.ops[member.op].on)) return no;
    if (first.left && joined > *first.left) {
        return refuse("member.left_before_joining", "joined",
                      {{"on", to_text(*first.left)}, {"limit", to_text(joined)}});
    }
    return born_by(what.birth_year ? what.birth_year : member.birth_year, joined);
}
Refusal check_one(const Checking& in, const MemberLeft& what) {
    if (auto no = in.member_known(what.member, "member")) return no;
    const Span& span = find_member(in.club, what.member)->spans.back();
    if (span.left) {
        return refuse("member.not_in_club", "member",
                      {{"member", to_text(what.member)}, {"on", to_text(in.on)}});
    }
    if (in.on < span.joined) {
        return refuse("member.left_before_joining", "on",
                      {{"on", to_text(in.on)}, {"limit", to_text(span.joined)}});
    }
    return {};
}
Refusal check_one(const Checking& in, const MemberReadmitted& what) {
    if (auto no = in.member_known(what.member, "member")) return no;
    const Span& span = find_member(in.club, what.member)->spans.back();
    if (!span.left) return refuse("member.in_club", "member", {{"member", to_text(what.member)}});
    if (auto no = joined_by(what.joined, in.on)) return no;
    const Date joined = what.joined.value_or(in.on);
    if (joined < *span.left) {
        return refuse("member.joined_before_leaving", "joined",
                      {{"joined", to_text(joined)}, {"limit", to_text(*span.left)}});
    }
    return {};
}

Refusal check_one(const Checking& in, const RosterCompleted& what) {
    if (const auto completed = roster_completed_on(in.club)) {
        return refuse("roster.completed_already", {}, {{"limit", to_text(*completed)}});
    }
    return roster_count(in, what.members);
}
Refusal check_one(const Checking& in, const RosterReviewed& what) {
    return roster_count(in, what.members);
}
Refusal check_one(const Checking& in, const ConsentRecorded& what) {
    for (const auto id : what.members) {
        if (auto no = in.member_known(id, "members")) return no;
    }
    return {};
}
Refusal check_one(const Checking& in, const BoardElected& what) {
    std::vector<MemberId> ids;
    for (const auto& seat : what.seats) ids.push_back(seat.member);
    return in.all_in_club(ids, "seats");
}
Refusal check_one(const Checking& in, const VolunteersSet& what) {
    return pairs_in_club(in, what.volunteers, "volunteers");
}
Refusal check_one(const Checking& in, const TeamSet& what) {
    return in.all_in_club(what.members, "members");
}

Refusal check_one(const Checking& in, const MeetingHeld& what) {
    for (const auto& meeting : in.club.meetings) {
        if (!is_live(in.club, meeting.op)) continue;
        if (meeting.held.meeting == what.meeting) {
            return refuse("meeting.known", "meeting", {{"meeting", to_text(what.meeting)}});
        }
        const bool regular =
            what.kind == MeetingKind::regular && meeting.held.kind == MeetingKind::regular;
        if (regular && meeting.on == in.on) {
            return refuse("meeting.second_on_date", "on", {{"on", to_text(in.on)}});
        }
    }
    if (what.present && what.present_count) return refuse("meeting.presence", "present_count");
    auto areas = what.areas;
    sort_list(areas);
    if (std::ranges::adjacent_find(areas) != areas.end()) {
        return refuse("meeting.area_twice", "areas");
    }
    return what.present ? in.all_in_club(*what.present, "present") : Refusal{};
}
Refusal check_one(const Checking& in, const CareVisited& what) {
    return pairs_in_club(in, what.pairs, "pairs");
}

Refusal check_one(const Checking& in, const ClubReported& what) {
    const auto& figures = what.figures;
    if (figures == Figures{}) return refuse("report.empty", "figures");
    if (what.as_of > in.on) {
        return refuse("report.ahead", "as_of",
                      {{"as_of", to_text(what.as_of)}, {"on", to_text(in.on)}});
    }
    const NamedFigure members{"members", number(figures.members)};
    const NamedFigure ever{"borrowers_ever", number(figures.borrowers_ever)};
    const NamedFigure parts[] = {
        {"elderly", number(figures.elderly)},
        {"women", number(figures.women)},
        {"hardship", number(figures.hardship)},
        {"ethnic_minority", number(figures.ethnic_minority)},
        {"borrowers_ever", ever.value},
        {"borrowers_year", number(figures.borrowers_year)},
        {"borrowers_owing", number(figures.borrowers_owing)},
    };
    for (const auto& part : parts) {
        if (auto no = part_of(part, members)) return no;
    }
    for (const auto& amount : {figures.capital, figures.loans_outstanding, figures.start_capital}) {
        if (amount && *amount < Money{}) return refuse("amount.negative", "figures");
    }
    if (auto no = part_of({"borrowers_year", number(figures.borrowers_year)}, ever)) return no;
    if (auto no = part_of({"borrowers_owing", number(figures.borrowers_owing)}, ever)) return no;
    return part_of({"loans_outstanding", number(figures.loans_outstanding)},
                   {"capital", number(figures.capital)});
}
Refusal check_one(const Checking&, const MonthReported& what) {
    bool empty = !what.present && !what.new_loans;
    for (const auto& amount : {what.dues, what.repaid_principal, what.repaid_interest, what.lent,
                               what.spent, what.cash}) {
        empty = empty && !amount;
        if (amount && *amount < Money{}) return refuse("amount.negative");
    }
    if (empty) return refuse("report.empty");
    return {};
}

Refusal check_one(const Checking& in, const RatingSelfScored& what) {
    return rating_step(in, what.year, {RatingState::none, RatingState::returned}, what.op);
}
Refusal check_one(const Checking& in, const RatingAppraised& what) {
    return rating_step(in, what.year, {RatingState::self_scored, RatingState::answered}, what.op);
}
Refusal check_one(const Checking& in, const RatingApproved& what) {
    if (in.on < make_date(what.year.value, 12, 31)) {
        return refuse("rating.year_not_over", "on", {{"year", std::to_string(what.year.value)}});
    }
    return rating_step(in, what.year, {RatingState::appraised}, what.op);
}
Refusal check_one(const Checking& in, const RatingReturned& what) {
    return rating_step(in, what.year, {RatingState::self_scored, RatingState::appraised}, what.op);
}
Refusal check_one(const Checking& in, const RatingAnswered& what) {
    return rating_step(in, what.year, {RatingState::approved, RatingState::returned}, what.op);
}

Refusal check_one(const Checking& in, const PrivateErased& what) {
    if (in.club.entry_index.contains(what.entry_id)) return {};
    return refuse("private.unknown_entry", "entry_id");
}

}  // namespace lth::core::club
