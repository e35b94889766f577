#include "app/handover_desk.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/club_receipt.hpp"
#include "app/erasing.hpp"
#include "app/folds.hpp"
#include "app/member_names.hpp"
#include "app/roles.hpp"
#include "core/club/life_pages.hpp"
#include "core/club/loan.hpp"
#include "json/association_body.hpp"
#include "json/club_body.hpp"
#include "json/document.hpp"

namespace lth::app {
namespace {

using core::club::Club;
using core::club::ClubOp;
using core::club::Status;

const core::club::Dated<Handed>* find_given(const Club& club, core::HandoverId id) {
    for (const auto& given : club.handed_over) {
        if (is_live(club, given.op) && given.what.handover == id) return &given;
    }
    return nullptr;
}

// Nothing is on its books: all that it has comes with the handover.
bool is_blank(const Club& club) {
    return club.members.empty() && !core::club::book_opened_on(club) &&
           !core::club::roster_completed_on(club);
}

core::Money assets_of(const Handed& given) {
    core::Money sum;
    for (const auto& line : given.accounts) {
        const auto account = core::club::find_account(line.fund, line.account.value);
        if (account && core::club::is_asset(*account)) sum += line.amount;
    }
    for (const auto& loan : given.loans) sum += loan.outstanding;
    return sum;
}

// What is told of a person under a class of private parts, as the text of a part; empty: nothing.
using Told = std::map<std::string, std::string>;
std::string part_text(const Told& told, std::initializer_list<std::string_view> keys) {
    std::string text;
    for (const auto key : keys) {
        const auto found = told.find(std::string(key));
        if (found == told.end()) continue;
        text += text.empty() ? "{" : ",";
        json::append_string(text, key);
        text += ':';
        if (key == "day" || key == "month") {
            text += found->second;
        } else {
            json::append_string(text, found->second);
        }
    }
    return text.empty() ? text : text + "}";
}

bool lacks_right(const core::Rejection& refused) {
    return refused.rule.id() == "sync.book.no_right" ||
           refused.rule.id() == "role.operation.not_allowed";
}

}  // namespace

Club HandoverDesk::club_of(const core::BookId& book) {
    Club club;
    (void)in_.books.read(book, [&](const Book& folded) {
        if (const auto* fold = folded.as<ClubFold>()) club = fold->club;
    });
    return club;
}

bool HandoverDesk::is_taken(const core::BookId& from, const Given& given) {
    bool taken = false;
    const bool there = in_.books.read(given.what.to, [&](const Book& folded) {
        if (const auto* association = folded.as<core::association::Association>()) {
            taken = receiving_half(*association, from, given.what, given.on).empty();
            return;
        }
        const auto* fold = folded.as<ClubFold>();
        if (fold == nullptr) return;
        taken = std::ranges::any_of(fold->club.taken_over, [&](const auto& half) {
            return is_live(fold->club, half.op) && half.what.handover == given.what.handover &&
                   half.what.from == from;
        });
    });
    return taken || !there;
}

HandoverLine HandoverDesk::line_of(const core::BookId& from, const Given& given) {
    const auto& what = given.what;
    const auto to = in_.store.book(what.to);
    const bool receipt = to && to->kind == core::BookKind::association;
    return {.handover = what.handover,
            .on = given.on,
            .from = from,
            .to = what.to,
            .from_name = in_.places.name_of(from),
            .to_name = in_.places.name_of(what.to),
            .decision = what.decision,
            .people = core::Count{static_cast<std::int64_t>(what.members.size())},
            .loans = core::Count{static_cast<std::int64_t>(what.loans.size())},
            .assets = receipt ? money_given(what) : assets_of(what),
            .receipt = receipt,
            .taken = is_taken(from, given)};
}

// A book is looked through once for each head that it had, and nobody waits for it meanwhile.
std::vector<core::BookId> HandoverDesk::givers_of(const core::BookId& to) {
    std::vector<core::BookId> givers;
    for (const auto& info : in_.store.books()) {
        if (info.kind != core::BookKind::club || info.id == to) continue;
        if (std::ranges::count(receivers_of(info), to) > 0) givers.push_back(info.id);
    }
    return givers;
}

std::vector<core::BookId> HandoverDesk::receivers_of(const BookInfo& from) {
    {
        const std::scoped_lock lock(mutex_);
        const auto known = receivers_.find(from.id);
        if (known != receivers_.end() && known->second.head == from.head) return known->second.to;
    }
    Receivers found{from.head, {}};
    each_entry_of(in_.store, from.id, [&](const core::SealedEntry& sealed) {
        if (!sealed.entry.body.contains(Handed::op)) return;
        for (const auto& op : stored_club_ops(sealed)) {
            const auto* given = std::get_if<Handed>(&op.what);
            if (given != nullptr) found.to.push_back(given->to);
        }
    });
    const std::scoped_lock lock(mutex_);
    return (receivers_[from.id] = std::move(found)).to;
}

std::vector<HandoverDesk::Given> HandoverDesk::given_by(const core::BookId& from) {
    std::vector<Given> given;
    (void)in_.books.read(from, [&](const Book& folded) {
        const auto* fold = folded.as<ClubFold>();
        if (fold == nullptr) return;
        for (const auto& half : fold->club.handed_over) {
            if (is_live(fold->club, half.op)) given.push_back({half.on, half.what});
        }
    });
    return given;
}

std::vector<HandoverLine> HandoverDesk::lines_of(const core::BookId& book) {
    std::vector<HandoverLine> lines;
    for (const auto& given : given_by(book)) lines.push_back(line_of(book, given));
    for (const auto& from : givers_of(book)) {
        for (const auto& given : given_by(from)) {
            if (given.what.to == book) lines.push_back(line_of(from, given));
        }
    }
    std::ranges::sort(lines, std::greater(),
                      [](const HandoverLine& line) { return std::pair(line.on, line.handover); });
    return lines;
}

void HandoverDesk::add_people(EstateView& view, const Club& club) {
    const MemberNames names(in_.store, view.book);
    std::int64_t number = 0;
    for (const auto& line : core::club::member_lines(club, view.on)) {
        ++number;
        if (line.in_club) ++view.sums.people.value;
        const bool nothing = line.shares == core::Money{} && line.owes == core::Money{};
        if (!line.in_club && nothing) continue;
        EstatePerson person{.member = line.member,
                            .number = core::Count{number},
                            .name = names.of(club, line.member, view.on),
                            .in_club = line.in_club,
                            .shares = line.shares,
                            .owes = line.owes};
        view.people.push_back(std::move(person));
    }
}

core::Result<EstateView> HandoverDesk::look(const core::AccountId& officer,
                                            const core::BookId& book, const BookSight& sight) {
    const auto roles = in_.rights.roles_over(officer, book);
    if (!opens(roles, core::BookKind::club)) return core::reject("reading.not_allowed", "book");
    EstateView view{.book = book, .on = core::business_date(in_.clock.now_ms())};
    const auto club = club_of(book);
    view.status = core::club::status_on(club, core::last_date);
    view.book_opened = core::club::book_opened_on(club);
    view.records = may_record(roles, core::BookKind::club, Handed::op);
    view.by_reason = sight.by_reason.contains(core::PartClass::name);
    for (std::size_t i = 0; i < core::club::account_count; ++i) {
        const auto account = static_cast<core::club::Account>(i);
        const auto amount = natural(account, club.balances.at(i));
        if (amount == core::Money{}) continue;
        view.accounts.push_back({std::string(full_name(account)), is_asset(account), amount});
    }
    for (const auto& loan : core::club::loan_lines(club, view.on)) {
        if (loan.outstanding == core::Money{}) continue;
        view.loans.push_back({.loan = loan.loan,
                              .member = loan.member,
                              .disbursed_on = loan.disbursed_on,
                              .outstanding = loan.outstanding,
                              .interest = loan.overdue_interest + loan.due_interest});
        ++view.sums.loans.value;
        view.sums.outstanding += view.loans.back().outstanding;
        view.sums.interest += view.loans.back().interest;
    }
    add_people(view, club);
    if (sight.closes_members()) {
        view.loans.clear();
        view.people.clear();
    }
    view.handovers = lines_of(book);
    return view;
}

core::Result<void> HandoverDesk::may_go_to(const core::BookId& from, const core::BookId& to) {
    const auto info = in_.store.book(to);
    bool fits = info && to != from && info->kind == core::BookKind::association;
    if (info && to != from && info->kind == core::BookKind::club) {
        const auto status = core::club::status_on(club_of(to), core::last_date);
        fits = status == Status::active || status == Status::suspended;
    }
    if (!fits) return core::reject("handover.to", "to");
    return {};
}

OfficerEntry HandoverDesk::giving_entry(const Given& given) {
    const ClubOp op{given.on, {}, given.what};
    return {.entry_id = core::EntryId(make_uuid7(in_.clock.now_ms(), in_.ids)),
            .body = json::write_body(std::span(&op, 1))};
}

// Names and contacts of those who go, but for who did not agree to be told of. What is sensitive
// was told to the old club only.
void HandoverDesk::disclose(OfficerEntry& entry, std::vector<ClubOp>& ops, const core::BookId& from,
                            const Club& giving, const Given& given) {
    using core::club::ConsentPurpose;
    std::map<std::uint64_t, Told> told;
    for (auto& row : in_.store.club_rows(from).disclosed) {
        told[row.subject.value][row.field] = std::move(row.value);
    }
    std::map<core::MemberId, core::MemberId> before;  // by the id in the taking book
    for (const auto& member : giving.members) {
        const auto id = member.admitted.member;
        before[taken_id(given.what.handover, id)] = id;
    }
    for (auto& op : ops) {
        const auto* admitted = std::get_if<core::club::MemberAdmitted>(&op.what);
        if (admitted == nullptr) continue;
        const auto id = before.at(admitted->member);
        if (has_refused(giving, id, ConsentPurpose::membership, core::last_date)) continue;
        const auto add = [&](core::PartClass kind, std::string text) {
            if (text.empty()) return;
            const auto number = static_cast<std::uint16_t>(entry.parts.size() + 1);
            core::PrivatePart part{
                number, core::SubjectId{admitted->member.value}, kind, core::PartContent{}, {}};
            in_.ids.fill(part.content->salt);
            part.content->text = std::move(text);
            entry.parts.push_back(std::move(part));
            op.parts.push_back(number);
        };
        const auto& person = told[id.value];
        add(core::PartClass::name, part_text(person, {"name", "day", "month"}));
        if (has_refused(giving, id, ConsentPurpose::contact, core::last_date)) continue;
        add(core::PartClass::contact, part_text(person, {"phone", "address"}));
    }
}

OfficerEntry HandoverDesk::taking_entry(const core::BookId& from, const Club& giving,
                                        const Given& given) {
    const auto taking = club_of(given.what.to);
    auto on = given.on;
    if (const auto closed = core::club::closed_until(taking)) on = std::max(on, *closed + 1);
    auto ops = taking_half(giving, from, given.what, on);
    if (is_blank(taking)) {
        ops.insert(ops.begin(), {on, {}, core::club::BookOpened{}});
        const core::Count people{static_cast<std::int64_t>(given.what.members.size())};
        if (people.value > 0) ops.push_back({on, {}, core::club::RosterCompleted{people}});
    }
    OfficerEntry entry{.entry_id = core::EntryId(make_uuid7(in_.clock.now_ms(), in_.ids)),
                       .body = {}};
    disclose(entry, ops, from, giving, given);
    entry.body = json::write_body(ops);
    return entry;
}

// Nothing if the other book is a club's.
std::optional<OfficerEntry> HandoverDesk::receiving_entry(const core::BookId& from,
                                                          const Given& given) {
    std::optional<OfficerEntry> entry;
    (void)in_.books.read(given.what.to, [&](const Book& folded) {
        const auto* taking = folded.as<core::association::Association>();
        if (taking == nullptr) return;
        entry = {.entry_id = core::EntryId(make_uuid7(in_.clock.now_ms(), in_.ids)),
                 .body = json::write_body(receiving_half(*taking, from, given.what, given.on))};
    });
    return entry;
}

// On a copy of the book: nothing is written.
core::Result<void> HandoverDesk::judge(const core::AccountId& officer, const core::BookId& book,
                                       const OfficerEntry& entry) {
    core::Result<void> result;
    const auto today = core::business_date(in_.clock.now_ms());
    (void)in_.books.read(book, [&](const Book& folded) {
        const auto made = OfficerEntries::entry_of(officer, book, entry);
        const auto ops = read_ops(folded.kind(), made);
        if (!ops) {
            result = std::unexpected(ops.error());
            return;
        }
        auto copy = folded;
        const auto admitted = copy.admit(made, *ops, today);
        if (!admitted) result = std::unexpected(admitted.error());
    });
    return result;
}

core::Result<HandoverLine> HandoverDesk::hand_over(const core::AccountId& officer,
                                                   const core::BookId& from,
                                                   const HandoverDraft& draft) {
    if (!may_record(in_.rights.roles_over(officer, from), core::BookKind::club, Handed::op)) {
        const std::string op(Handed::op);
        return core::reject("role.operation.not_allowed", "op", {{"op", op}});
    }
    const auto club = club_of(from);
    if (const auto* known = find_given(club, draft.handover)) {
        if (known->what.to != draft.to) {
            return core::reject("handover.known", "handover",
                                {{"handover", to_text(draft.handover)}});
        }
        return take_if_may(officer, from, {known->on, known->what});
    }
    if (const auto fits = may_go_to(from, draft.to); !fits) return std::unexpected(fits.error());
    Given given{draft.on, {}};
    if (draft.share == HandoverShare::all) {
        given.what = whole_estate(club, draft.on);
    } else {
        auto part = part_of_estate(club, draft.on, draft.people, draft.accounts);
        if (!part) return std::unexpected(std::move(part.error()));
        given.what = std::move(*part);
    }
    auto& what = given.what;
    what.handover = draft.handover;
    what.to = draft.to;
    what.decision = draft.decision;
    const bool to_club = in_.store.book(draft.to)->kind == core::BookKind::club;
    if (!to_club) {
        what.members.clear();
        const bool owed = std::ranges::any_of(
            what.accounts, [](const auto& line) { return line.member.has_value(); });
        if (owed || !what.loans.empty()) return core::reject("handover.people_first", "to");
    }
    if (what.accounts.empty() && what.loans.empty() && what.members.empty()) {
        return core::reject("handover.nothing");
    }
    const auto moved = last_move(club);
    if (to_club && draft.share == HandoverShare::all && draft.on < moved) {
        return core::reject("club.life_order", "on",
                            {{"on", to_text(draft.on)}, {"limit", to_text(moved)}});
    }
    // Sent twice at once, one of the two finds what the other has recorded.
    const auto refused_by = [&](const core::Rejection& no) -> core::Result<HandoverLine> {
        if (find_given(club_of(from), draft.handover) == nullptr) return std::unexpected(no);
        return hand_over(officer, from, draft);
    };
    const auto giving = giving_entry(given);
    if (const auto sound = judge(officer, from, giving); !sound) return refused_by(sound.error());
    if (to_club) {
        const auto sound = judge(officer, draft.to, taking_entry(from, club, given));
        if (!sound) {
            auto refused = sound.error();
            refused.field = "to";
            return refused_by(refused);
        }
    }
    const auto given_now = in_.entries.record(officer, from, giving);
    if (!given_now) return refused_by(given_now.error());
    in_.reading.written();
    return take_if_may(officer, from, given);
}

// The giving half stands: else whoever may write to the other book takes it over.
core::Result<HandoverLine> HandoverDesk::take_if_may(const core::AccountId& officer,
                                                     const core::BookId& from, const Given& given) {
    auto taken = take_over(officer, from, given.what.handover);
    if (taken) return taken;
    // An association may have to open its fund first; what else stands against it is said there.
    const auto info = in_.store.book(given.what.to);
    const bool later = info && info->kind == core::BookKind::association;
    if (later || lacks_right(taken.error())) return line_of(from, given);
    return taken;
}

core::Result<HandoverLine> HandoverDesk::take_over(const core::AccountId& officer,
                                                   const core::BookId& from,
                                                   core::HandoverId handover) {
    const auto club = club_of(from);
    const auto* found = find_given(club, handover);
    if (found == nullptr) {
        return core::reject("handover.unknown", "handover", {{"handover", to_text(handover)}});
    }
    const Given given{found->on, found->what};
    const auto reads = [&](const core::BookId& book) {
        return opens(in_.rights.roles_over(officer, book), core::BookKind::club);
    };
    if (!reads(from) && !reads(given.what.to)) return core::reject("reading.not_allowed", "book");
    if (!is_taken(from, given)) {
        auto entry = receiving_entry(from, given);
        if (!entry) entry = taking_entry(from, club, given);
        const auto done = in_.entries.record(officer, given.what.to, *entry);
        // Somebody else may have taken it meanwhile.
        if (!done && !is_taken(from, given)) return std::unexpected(done.error());
        in_.reading.written();
    }
    return line_of(from, given);
}

core::Result<std::vector<HandoverLine>> HandoverDesk::unreceived(const core::AccountId& officer) {
    const auto held = in_.rights.held_today(officer);
    std::set<core::BookId> own;
    for (const auto& info : in_.store.books()) {
        const bool records = info.kind == core::BookKind::association &&
                             may_record(in_.rights.roles_over(held, info.id), info.kind,
                                        core::association::CareTransferredIn::op);
        if (records) own.insert(info.id);
    }
    std::vector<HandoverLine> lines;
    if (own.empty()) return lines;
    const auto clubs = in_.reading.clubs(
        {.statuses = {Status::closing, Status::dissolved, Status::merged}, .limit = every_club});
    if (!clubs) return std::unexpected(clubs.error());
    for (const auto& club : clubs->clubs) {
        const auto info = in_.store.book(club.id);
        if (!info) continue;
        const auto receivers = receivers_of(*info);
        if (std::ranges::none_of(receivers, [&](const auto& to) { return own.contains(to); })) {
            continue;
        }
        for (const auto& given : given_by(club.id)) {
            if (!own.contains(given.what.to)) continue;
            auto line = line_of(club.id, given);
            if (!line.taken) lines.push_back(std::move(line));
        }
    }
    return lines;
}

}  // namespace lth::app
