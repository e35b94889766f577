// Who comes and goes, meets and helps.
#include <algorithm>
#include <array>

#include "demo/calendar.hpp"
#include "demo/club_life.hpp"

namespace lth::demo {

using core::Date;
using core::Month;
using namespace core::club;

void ClubLife::people_change(Meeting& meeting) {
    const auto year = core::year_of(meeting.month);
    for (auto& person : people_) {
        if (!person.in_club) continue;
        const auto fate = rng_.below(100'000);
        const auto dies = monthly_mortality(year - person.birth_year);
        if (fate < dies) {
            leave(meeting, person, Leaving::died);
        } else if (fate < dies + 60) {
            leave(meeting, person, Leaving::moved);
        } else if (fate < dies + 130) {
            leave(meeting, person, Leaving::asked);
        }
    }
    if (wanted_size_ < 68 && rng_.per_mille(22)) ++wanted_size_;
    for (int k = 0; k < 2; ++k) {
        const bool room = size() < wanted_size_;
        if (room && rng_.per_mille(600)) join(meeting);
    }
}

// Known at the meeting; it happened some days before, in the same month.
void ClubLife::leave(Meeting& meeting, Person& person, Leaving reason) {
    const auto first = core::first_day(meeting.month);
    const auto days = static_cast<std::uint64_t>(meeting.on.days - first.days) + 1;
    const Date on = std::max(first + static_cast<std::int32_t>(rng_.below(days)),
                             std::max(person.joined, plan_.launched));
    meeting.draft.add(on, MemberLeft{person.id, reason});
    person.in_club = false;
}

void ClubLife::join(Meeting& meeting) {
    const auto group = rng_.per_mille(400) ? AgeGroup::elderly : AgeGroup::younger;
    Person person = make_person(rng_, group, meeting.on);
    person.woman = rng_.per_mille(740);
    person.joined = meeting.on;
    MemberAdmitted admitted;
    admitted.member = person.id;
    admitted.birth_year = core::Year{person.birth_year};
    admitted.sex = person.woman ? Sex::female : Sex::male;
    admitted.hardship = person.hardship;
    meeting.draft.add(meeting.on, admitted);
    meeting.draft.attach(name_part(rng_, person));
    people_.push_back(person);
}

void ClubLife::hold(Meeting& meeting) {
    MeetingHeld held;
    held.meeting = {rng_.next() % core::local_id_limit};
    held.guests = {static_cast<std::int64_t>(rng_.below(4))};
    held.entered_from = customs_.from_paper ? EnteredFrom::paper : EnteredFrom::phone;
    std::vector<core::MemberId> present;
    for (const auto p : present_people()) {
        if (rng_.per_mille(870)) present.push_back(people_[p].id);
    }
    if (customs_.from_paper) {
        held.present_count = core::Count{static_cast<std::int64_t>(present.size())};
    } else {
        held.present = std::move(present);
    }
    const auto chance = static_cast<std::uint64_t>(350 + customs_.quality * 5);
    for (std::size_t a = 0; a < area_count; ++a) {
        const auto area = static_cast<Area>(a);
        const bool always = area == Area::income || area == Area::health;
        if (always || rng_.per_mille(chance)) held.areas.push_back(area);
    }
    meeting.draft.add(meeting.on, held);
}

void ClubLife::doings(Meeting& meeting) {
    const auto number = month_number(meeting.month);
    if (number == 3 || number == 9) {
        const auto measured = size() * rng_.between(70, 95) / 100;
        meeting.draft.add(meeting.on, HealthChecked{{measured},
                                                    {measured * rng_.between(15, 35) / 100},
                                                    {static_cast<std::int64_t>(rng_.below(4))}});
    }
    CareVisited visited;
    visited.people = {rng_.between(2, 7)};
    visited.visits = {visited.people.value * rng_.between(2, 6)};
    meeting.draft.add(meeting.on, visited);
    // A performance in the village or beyond in spring and autumn, and now and then.
    const bool festive = number == 2 || number == 10;
    if (festive || rng_.per_mille(90)) {
        ActivityHeld activity;
        activity.area = Area::culture;
        activity.kind = ActivityKind::performance;
        activity.participants = {rng_.between(8, 40)};
        activity.outside = rng_.per_mille(550 + static_cast<std::uint64_t>(customs_.quality) * 4);
        meeting.draft.add(meeting.on, activity);
    }
    if (!rng_.per_mille(120)) return;
    ActivityHeld labour;
    labour.area = Area::mutual_help;
    labour.kind = ActivityKind::labour;
    labour.participants = {rng_.between(6, 20)};
    labour.labour_days = core::Count{labour.participants.value * rng_.between(1, 3)};
    meeting.draft.add(meeting.on, labour);
}

// The yearly look at the list: some are no longer poor, a few have become so.
void ClubLife::review(Meeting& meeting) {
    for (auto& person : people_) {
        if (!person.in_club) continue;
        const bool poor =
            person.hardship == Hardship::poor || person.hardship == Hardship::near_poor;
        auto now = person.hardship;
        if (poor && rng_.per_mille(75)) now = Hardship::none;
        if (person.hardship == Hardship::none && rng_.per_mille(12)) now = Hardship::near_poor;
        if (now == person.hardship) continue;
        person.hardship = now;
        meeting.draft.add(meeting.on, MemberChanged{person.id, now, std::nullopt});
    }
    meeting.draft.add(meeting.on, RosterReviewed{{size()}});
}

void ClubLife::set_volunteers(ClubDraft& draft, Date on) {
    auto able = present_people();
    rng_.shuffle(able);
    const auto year = core::year_of(on);
    std::vector<std::uint32_t> old;
    std::erase_if(able, [&](std::uint32_t p) {
        const bool is_old = year - people_[p].birth_year >= 75;
        if (is_old) old.push_back(p);
        return is_old;
    });
    std::size_t next = 0;
    for (const auto kind : {VolunteerKind::home_care, VolunteerKind::economic}) {
        VolunteersSet set{kind, {}};
        const auto count = rng_.between(4, 7);
        for (std::int64_t k = 0; k < count && next < able.size(); ++k) {
            VolunteerPair pair{people_[able[next++]].id, std::nullopt};
            const auto cared = static_cast<std::size_t>(k);
            if (kind == VolunteerKind::home_care && cared < old.size()) {
                pair.cares_for = people_[old[cared]].id;
            }
            set.volunteers.push_back(pair);
        }
        draft.add(on, set);
    }
}

// Law 91/2025 is in force from 1 January 2026: the sheet goes round in the first quarter.
void ClubLife::record_consents(Meeting& meeting) {
    if (meeting.month != core::make_month(2026, 2)) return;
    ConsentRecorded agreed{{},
                           {ConsentPurpose::membership, ConsentPurpose::loans},
                           ConsentHow::signature,
                           ConsentAnswer::agreed};
    ConsentRecorded refused{
        {}, {ConsentPurpose::membership}, ConsentHow::signature, ConsentAnswer::refused};
    for (const auto& person : people_) {
        if (!person.in_club) continue;
        (person.refuses_consent ? refused : agreed).members.push_back(person.id);
    }
    meeting.draft.add(meeting.on, agreed);
    if (!refused.members.empty()) meeting.draft.add(meeting.on, refused);
}

}  // namespace lth::demo
