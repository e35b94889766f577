// Applying what is recorded about the club's life, its people and what they do.
#include <algorithm>

#include "core/club/folding.hpp"

namespace lth::core::club {
namespace {

void enter_life(Folding& in, Status to) { in.club.life.push_back({in.on, in.op, to}); }

// The attributes of a member as admitted and corrected since.
void refresh(const Club& club, Member& member) {
    member.birth_year = member.admitted.birth_year;
    member.sex = member.admitted.sex;
    member.borrowed_before = member.admitted.borrowed_before;
    auto& first = member.spans.front();
    first.joined = member.admitted.joined.value_or(club.ops[member.op].on);
    for (const auto& [op, corrected] : member.corrections) {
        if (!is_live(club, op)) continue;
        if (corrected.birth_year) member.birth_year = corrected.birth_year;
        if (corrected.sex) member.sex = *corrected.sex;
        if (corrected.borrowed_before) member.borrowed_before = *corrected.borrowed_before;
        if (corrected.joined) first.joined = *corrected.joined;
    }
}

void doing(Folding& in) {
    if (in.journal == nullptr) return;
    std::vector<DayDelta> days;
    doing_days(in.club, in.op, DaySink(days, 1));
    for (const auto& day : days) in.journal->add_day(day.day, day.column, day.delta);
}

void keep_grant(Folding& in, std::optional<GrantId> grant, Money amount) {
    if (!grant) return;
    const auto& record = in.club.ops[in.op];
    in.club.grants.push_back(
        {in.on, in.op, {*grant, record.seq, record.op_index, in.on, "goods", amount, true}});
}

void rating_step(Folding& in, RatingStep step) {
    in.club.rating_steps.push_back({in.on, in.op, std::move(step)});
}

// ---- Reversal: flags and exact negatives

void reverse_postings(Folding& in, const OpRecord target) {
    for (std::uint32_t i = 0; i < target.posting_count; ++i) {
        const Posting posting = in.club.postings[target.first_posting + i];
        in.post(posting.account, -posting.amount);
    }
}

void reverse_loans(Folding& in, OpIndex target) {
    for (std::uint32_t i = 0; i < in.club.loans.size(); ++i) {
        const Loan& before = in.club.loans[i];
        const auto made = [&](const auto& record) { return record.op == target; };
        const bool touched = before.op == target || std::ranges::any_of(before.events, made) ||
                             std::ranges::any_of(before.plans, made) ||
                             std::ranges::any_of(before.owners, made) ||
                             std::ranges::any_of(before.losses, made) ||
                             std::ranges::any_of(before.restorations, made);
        if (!touched) continue;
        Loan& loan = in.loan_at(i);
        const auto count = loan.events.size();
        for (std::size_t e = 0; e < count; ++e) {
            LoanEvent event = loan.events[e];
            if (event.op != target) continue;
            loan.outstanding -= event.principal;
            if (event.kind == LoanEventKind::repaid) loan.interest_paid -= event.interest;
            loan.events.push_back({in.on, event.kind, in.op, -event.principal, -event.interest});
        }
        if (loan.op == target) {
            loan.live = false;
            in.club.loan_index.erase(loan.id);
        }
    }
}

// The journal must see the members concerned while the operation still counts.
void keep_members(Folding& in, OpIndex target) {
    for (std::uint32_t i = 0; i < in.club.members.size(); ++i) {
        if (in.club.members[i].op == target) in.journal->before_member(i);
    }
    for (const auto& naming : in.club.namings) {
        if (naming.op == target && !naming.is_loan) in.journal->before_member(naming.index);
    }
}

void reverse_members(Folding& in, OpIndex target) {
    for (std::uint32_t i = 0; i < in.club.members.size(); ++i) {
        const Member& before = in.club.members[i];
        const auto in_span = [&](const Span& span) {
            return span.in == target || span.out == target;
        };
        const auto made = [&](const auto& record) { return record.first == target; };
        const auto moved = [&](const ShareMove& move) { return move.op == target; };
        const bool touched = before.op == target || std::ranges::any_of(before.spans, in_span) ||
                             std::ranges::any_of(before.corrections, made) ||
                             std::ranges::any_of(before.changes, made) ||
                             std::ranges::any_of(before.shares, moved);
        if (!touched) continue;
        Member& member = in.member_at(i);
        if (member.op == target) {
            member.live = false;
            in.club.member_index.erase(member.admitted.member);
            continue;
        }
        std::erase_if(member.spans, [&](const Span& span) { return span.in == target; });
        for (auto& span : member.spans) {
            if (span.out != target) continue;
            span.left.reset();
            span.out = no_op;
        }
        refresh(in.club, member);
    }
}

}  // namespace

void apply_one(Folding& in, const ClubProposed& what) {
    enter_life(in, Status::proposed);
    in.keep(in.club.proposals, what);
}
void apply_one(Folding& in, const DossierItem& what) { in.keep(in.club.dossier, what); }
void apply_one(Folding& in, const ClubDecided& what) {
    enter_life(in, Status::decided);
    in.keep(in.club.decisions, what);
}
void apply_one(Folding& in, const ClubLaunched&) { enter_life(in, Status::active); }
void apply_one(Folding& in, const ClubChanged& what) { in.keep(in.club.changed, what); }
void apply_one(Folding& in, const ClubSuspended&) { enter_life(in, Status::suspended); }
void apply_one(Folding& in, const ClubResumed&) { enter_life(in, Status::active); }
void apply_one(Folding& in, const ClubClosing&) { enter_life(in, Status::closing); }
void apply_one(Folding& in, const ClubDissolved&) { enter_life(in, Status::dissolved); }
void apply_one(Folding& in, const ClubMerged& what) {
    enter_life(in, Status::merged);
    in.keep(in.club.mergers, what);
}
void apply_one(Folding& in, const GiftReceived& what) {
    in.keep(in.club.gifts, what);
    keep_grant(in, what.grant, what.value.value_or(Money{}));
}
void apply_one(Folding&, const EquipmentHandedOver&) {}

void apply_one(Folding& in, const MemberAdmitted& what) {
    if (in.index_of(what.member)) return in.fault();
    const auto index = static_cast<std::uint32_t>(in.club.members.size());
    if (in.journal != nullptr) in.journal->before_member(index);
    Member member;
    member.admitted = what;
    member.op = in.op;
    member.spans.push_back({.joined = what.joined.value_or(in.on), .left = {}, .in = in.op});
    refresh(in.club, member);
    in.club.members.push_back(std::move(member));
    in.club.member_index.emplace(what.member, index);
}

void apply_one(Folding& in, const MemberChanged& what) {
    Member* member = in.member(what.member);
    if (member == nullptr) return in.fault();
    member->changes.emplace_back(in.op, what);
    in.name(what.member);
}

void apply_one(Folding& in, const MemberCorrected& what) {
    if (in.journal != nullptr) in.journal->before_volunteers();
    Member* member = in.member(what.member);
    if (member == nullptr) return in.fault();
    member->corrections.emplace_back(in.op, what);
    refresh(in.club, *member);
    in.name(what.member);
}

void apply_one(Folding& in, const MemberLeft& what) {
    if (in.journal != nullptr) in.journal->before_volunteers();
    Member* member = in.member(what.member);
    if (member == nullptr || member->spans.back().left) return in.fault();
    auto& span = member->spans.back();
    span.left = in.on;
    span.reason = what.reason;
    span.out = in.op;
    in.name(what.member);
}

void apply_one(Folding& in, const MemberReadmitted& what) {
    if (in.journal != nullptr) in.journal->before_volunteers();
    Member* member = in.member(what.member);
    if (member == nullptr || !member->spans.back().left) return in.fault();
    member->spans.push_back({.joined = what.joined.value_or(in.on), .left = {}, .in = in.op});
    in.name(what.member);
}

void apply_one(Folding& in, const RosterCompleted& what) { in.keep(in.club.rosters, what); }
void apply_one(Folding& in, const RosterReviewed& what) { in.keep(in.club.reviews, what); }
void apply_one(Folding& in, const ConsentRecorded& what) {
    in.keep(in.club.consents, what);
    for (const auto id : what.members) in.name(id);
}
void apply_one(Folding& in, const BoardElected& what) {
    in.keep(in.club.boards, what);
    for (const auto& seat : what.seats) in.name(seat.member);
}
void apply_one(Folding& in, const VolunteersSet& what) {
    if (in.journal != nullptr) in.journal->before_volunteers();
    in.keep(in.club.volunteers, what);
    for (const auto& pair : what.volunteers) {
        in.name(pair.volunteer);
        if (pair.cares_for) in.name(*pair.cares_for);
    }
}
void apply_one(Folding& in, const TeamSet& what) {
    in.keep(in.club.teams, what);
    for (const auto id : what.members) in.name(id);
}
void apply_one(Folding& in, const BookKeeperSet& what) { in.keep(in.club.keepers, what); }

void apply_one(Folding& in, const MeetingHeld& what) {
    if (in.journal != nullptr) in.journal->before_month(month_of(in.on));
    Meeting meeting{.held = what, .on = in.on, .op = in.op, .present = 0};
    if (what.present) {
        for (const auto id : *what.present) in.name(id);
        meeting.present = static_cast<std::int64_t>(what.present->size());
        meeting.held.present.reset();
    } else if (what.present_count) {
        meeting.present = what.present_count->value;
    }
    in.club.meetings.push_back(std::move(meeting));
    doing(in);
}

void apply_one(Folding& in, const MeetingsExcused& what) { in.keep(in.club.excused, what); }
void apply_one(Folding& in, const ActivityHeld& what) {
    in.keep(in.club.activities, what);
    doing(in);
}
void apply_one(Folding& in, const CareVisited& what) {
    in.keep(in.club.visits, what);
    for (const auto& pair : what.pairs) {
        in.name(pair.volunteer);
        if (pair.cares_for) in.name(*pair.cares_for);
    }
}
void apply_one(Folding& in, const HealthChecked& what) {
    in.keep(in.club.health, what);
    doing(in);
}
void apply_one(Folding& in, const ClubReported& what) { in.keep(in.club.reports, what); }
void apply_one(Folding& in, const MonthReported& what) { in.keep(in.club.months, what); }

void apply_one(Folding& in, const RatingSelfScored& what) {
    rating_step(in, {.year = what.year,
                     .to = RatingState::self_scored,
                     .band = what.band,
                     .criteria = what.criteria,
                     .scores = what.scores});
}
void apply_one(Folding& in, const RatingAppraised& what) {
    rating_step(in, {.year = what.year,
                     .to = RatingState::appraised,
                     .band = what.band,
                     .criteria = what.criteria,
                     .scores = what.scores});
}
void apply_one(Folding& in, const RatingApproved& what) {
    rating_step(in, {.year = what.year,
                     .to = RatingState::approved,
                     .band = what.band,
                     .decision = what.decision,
                     .known_at = what.known_at});
}
void apply_one(Folding& in, const RatingReturned& what) {
    rating_step(in, {.year = what.year, .to = RatingState::returned});
}
void apply_one(Folding& in, const RatingAnswered& what) {
    rating_step(in, {.year = what.year, .to = RatingState::answered});
}

void apply_one(Folding&, const PrivateErased&) {}  // the store's and the phone's business
void apply_one(Folding&, const AttachmentAdded&) {}
void apply_one(Folding& in, const SettingSet& what) { in.keep(in.club.settings, what); }

void apply_one(Folding& in, const OpReversed& what) {
    const auto entry = in.club.entry_index.find(what.entry_id);
    if (entry == in.club.entry_index.end()) return in.fault();
    const auto target = entry->second + static_cast<OpIndex>(what.op_index.value);
    if (target >= in.club.ops.size() || !is_live(in.club, target)) return in.fault();
    const OpRecord record = in.club.ops[target];
    if (in.journal != nullptr) {
        in.journal->before_volunteers();
        in.journal->before_month(month_of(record.on));
        std::vector<DayDelta> days;
        doing_days(in.club, target, DaySink(days, -1));
        for (const auto& day : days) in.journal->add_day(day.day, day.column, day.delta);
        in.journal->reversed(target);
    }
    reverse_loans(in, target);
    if (in.journal != nullptr) keep_members(in, target);
    in.club.ops[target].live = false;
    reverse_members(in, target);
    reverse_postings(in, record);
}

}  // namespace lth::core::club
