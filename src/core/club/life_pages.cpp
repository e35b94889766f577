#include "core/club/life_pages.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace lth::core::club {
namespace {

constexpr int months_looked_back = 12;

bool in_club(const Club& club, MemberId id, Date on) {
    const auto* member = find_member(club, id);
    return member != nullptr && span_on(*member, on) != nullptr;
}

// The list in force on a day among those that `wanted` chooses: the latest, then the last recorded.
template <class What, class Wanted>
const Dated<What>* in_force(const Club& club, const std::vector<Dated<What>>& records, Date on,
                            Wanted wanted) {
    const Dated<What>* found = nullptr;
    for (const auto& record : records) {
        if (!is_live(club, record.op) || record.on > on || !wanted(record.what)) continue;
        if (found == nullptr || found->on <= record.on) found = &record;
    }
    return found;
}

std::vector<VolunteerPair> volunteers_on(const Club& club, VolunteerKind kind, Date on) {
    std::vector<VolunteerPair> pairs;
    const auto* list = in_force(club, club.volunteers, on,
                                [&](const VolunteersSet& set) { return set.kind == kind; });
    if (list == nullptr) return pairs;
    for (auto pair : list->what.volunteers) {
        if (!in_club(club, pair.volunteer, on)) continue;
        if (pair.cares_for && !in_club(club, *pair.cares_for, on)) pair.cares_for.reset();
        pairs.push_back(pair);
    }
    return pairs;
}

struct Months {
    std::set<Month> met;
    std::set<Month> excused;
};

Months months_of(const Club& club, Date on) {
    Months months;
    for (const auto& meeting : club.meetings) {
        if (!is_live(club, meeting.op) || meeting.held.kind != MeetingKind::regular) continue;
        if (meeting.on <= on) months.met.insert(month_of(meeting.on));
    }
    for (const auto& record : club.excused) {
        if (!is_live(club, record.op)) continue;
        months.excused.insert(record.what.months.begin(), record.what.months.end());
    }
    return months;
}

template <class What>
bool done_between(const Club& club, const std::vector<Dated<What>>& records, Date from,
                  Date until) {
    return std::ranges::any_of(records, [&](const Dated<What>& record) {
        return is_live(club, record.op) && from <= record.on && record.on <= until;
    });
}

class Todos {
public:
    Todos(const Club& club, Date on) : club_(club), on_(on) {}

    std::vector<TodoLine> take() {
        foundations();
        meetings();
        count();
        people();
        year();
        return std::move(lines_);
    }

private:
    TodoLine& add(Todo what) { return lines_.emplace_back(TodoLine{what, {}, {}, {}}); }

    void foundations() {
        if (!roster_completed_on(club_)) add(Todo::complete_roster).count = members();
        if (!book_opened_on(club_)) add(Todo::open_book);
        if (rules_on(club_, on_) == nullptr) add(Todo::set_rules);
        if (roles_page(club_, on_).board.empty()) add(Todo::elect_board);
        Count unasked;
        for (const auto& line : consent_lines(club_, on_)) {
            const bool asked = std::ranges::any_of(line.given, [](const ConsentGiven& given) {
                return given.purpose == ConsentPurpose::membership;
            });
            if (!asked) ++unasked.value;
        }
        if (unasked.value > 0) add(Todo::ask_consent).count = unasked;
    }

    void meetings() {
        const auto opened = book_opened_on(club_);
        if (!opened || *opened > on_) return;
        const auto months = months_of(club_, on_);
        const Month now = month_of(on_);
        const Month first = std::max(month_of(*opened), now + -months_looked_back);
        std::vector<Month> missing;
        for (Month month = first; month < now; month = month + 1) {
            if (!months.met.contains(month) && !months.excused.contains(month)) {
                missing.push_back(month);
            }
        }
        if (!missing.empty()) add(Todo::type_meetings).months = std::move(missing);
        if (!months.met.contains(now) && !months.excused.contains(now)) add(Todo::hold_meeting);
        if (months.met.empty()) return;
        const Month last = *months.met.rbegin();
        if (!done_between(club_, club_.counts, first_day(last), last_day(last))) {
            add(Todo::count_cash).months = {last};
        }
    }

    void count() {
        const auto* last = undecided_count(club_, on_);
        if (last != nullptr) add(Todo::settle_count).months = {month_of(last->on)};
    }

    void people() {
        const auto roles = roles_page(club_, on_);
        if (roles.home_care.empty() || roles.economic.empty()) add(Todo::set_volunteers);
        const auto at = civil(on_);
        const Date half = make_date(at.year, at.month <= 6 ? 1 : 7, 1);
        if (!done_between(club_, club_.health, half, on_)) add(Todo::check_health);
    }

    void year() {
        const auto at = civil(on_);
        if (at.month != 12 && at.month != 1) return;
        const Year year{at.month == 12 ? at.year : at.year - 1};
        if (members().value > 0 &&
            !done_between(club_, club_.reviews, make_date(year.value, 12, 1), on_)) {
            add(Todo::review_roster).year = year;
        }
        if (at.month != 1) return;
        const auto launched = launched_on(club_);
        const auto state = rating_state(club_, year);
        const bool waits = state == RatingState::none || state == RatingState::returned;
        if (launched && year_of(*launched) <= year.value && waits) {
            add(Todo::self_score).year = year;
        }
    }

    [[nodiscard]] Count members() const {
        return {std::ranges::count_if(club_.members, [&](const Member& member) {
            return member.live && span_on(member, on_) != nullptr;
        })};
    }

    const Club& club_;
    Date on_;
    std::vector<TodoLine> lines_;
};

}  // namespace

std::vector<ConsentLine> consent_lines(const Club& club, Date on) {
    std::vector<ConsentLine> lines;
    for (const auto& member : club.members) {
        if (!member.live || span_on(member, on) == nullptr) continue;
        ConsentLine line{.member = member.admitted.member, .given = {}};
        for (const auto purpose :
             {ConsentPurpose::membership, ConsentPurpose::loans, ConsentPurpose::health,
              ConsentPurpose::contact, ConsentPurpose::photo}) {
            if (auto given = consent_of(club, line.member, purpose, on)) {
                line.given.push_back(*given);
            }
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::optional<ConsentGiven> consent_of(const Club& club, MemberId member, ConsentPurpose purpose,
                                       Date on) {
    const auto* record = in_force(club, club.consents, on, [&](const ConsentRecorded& consent) {
        return std::ranges::find(consent.members, member) != consent.members.end() &&
               std::ranges::find(consent.purposes, purpose) != consent.purposes.end();
    });
    if (record == nullptr) return std::nullopt;
    return ConsentGiven{purpose, record->what.answer, record->what.how, record->on};
}

bool has_refused(const Club& club, MemberId member, ConsentPurpose purpose, Date on) {
    const auto given = consent_of(club, member, purpose, on);
    return given && given->answer != ConsentAnswer::agreed;
}

bool is_nameless(const Club& club, MemberId member, Date on) {
    return has_refused(club, member, ConsentPurpose::membership, on);
}

RolesPage roles_page(const Club& club, Date on) {
    const auto any = [](const auto&) { return true; };
    RolesPage page;
    if (const auto* board = in_force(club, club.boards, on, any)) {
        page.board_since = board->on;
        for (const auto& seat : board->what.seats) {
            if (in_club(club, seat.member, on)) page.board.push_back(seat);
        }
    }
    page.home_care = volunteers_on(club, VolunteerKind::home_care, on);
    page.economic = volunteers_on(club, VolunteerKind::economic, on);
    for (const auto team : {Team::arts, Team::health, Team::sports, Team::other}) {
        const auto* set =
            in_force(club, club.teams, on, [&](const TeamSet& what) { return what.team == team; });
        if (set == nullptr) continue;
        TeamLine line{.team = team, .since = set->on, .members = {}};
        for (const auto id : set->what.members) {
            if (in_club(club, id, on)) line.members.push_back(id);
        }
        if (!line.members.empty()) page.teams.push_back(std::move(line));
    }
    return page;
}

Keeper keeper_on(const Club& club, Date on) {
    const auto* said = in_force(club, club.keepers, on, [](const BookKeeperSet&) { return true; });
    return said == nullptr ? Keeper::phone : said->what.keeper;
}

std::vector<MonthLine> month_lines(const Club& club, Month last, std::int32_t count) {
    const auto known = months_of(club, last_day(last));
    std::set<Month> reported;
    for (const auto& record : club.months) {
        if (is_live(club, record.op)) reported.insert(record.what.month);
    }
    std::map<Month, const Meeting*> held;
    for (const auto& meeting : club.meetings) {
        const bool regular = meeting.held.kind == MeetingKind::regular;
        if (regular && is_live(club, meeting.op)) held[month_of(meeting.on)] = &meeting;
    }
    std::vector<MonthLine> lines;
    for (auto month = last + (1 - count); month <= last; month = month + 1) {
        auto& line = lines.emplace_back(MonthLine{.month = month});
        if (known.met.contains(month)) {
            const auto& meeting = *held.at(month);
            line.state = MonthState::held;
            line.on = meeting.on;
            line.seq = Count{club.ops[meeting.op].seq};
            line.from_paper = meeting.held.entered_from == EnteredFrom::paper;
        } else if (reported.contains(month)) {
            line.state = MonthState::totals;
        } else if (known.excused.contains(month)) {
            line.state = MonthState::excused;
        } else if (status_on(club, last_day(month)) != Status::active) {
            line.state = MonthState::outside;
        }
    }
    return lines;
}

const Dated<CashCounted>* undecided_count(const Club& club, Date on) {
    const auto* last = in_force(club, club.counts, on, [](const CashCounted&) { return true; });
    if (last == nullptr || last->what.amount == last->what.book_amount) return nullptr;
    const auto since = std::span(club.ops).subspan(last->op);
    const bool decided = std::ranges::any_of(
        since, [](const OpRecord& op) { return op.live && op_name(op.kind) == CashAdjusted::op; });
    return decided ? nullptr : last;
}

std::vector<TodoLine> todo_lines(const Club& club, Date on) { return Todos(club, on).take(); }

}  // namespace lth::core::club
