// Rows of members: who is in which club, held against the club's book.
#include <algorithm>
#include <set>

#include "intake/differing.hpp"
#include "intake/import.hpp"
#include "intake/known_clubs.hpp"
#include "intake/roster.hpp"
#include "json/document.hpp"

namespace lth::intake {
namespace {

using core::BookKind;
using core::Date;
using namespace core::club;

/// {"name":…,"day":…,"month":…}
PartDraft name_part(core::MemberId member, std::string_view name,
                    const std::optional<sheet::Birth>& birth) {
    std::string text = "{\"name\":";
    json::append_string(text, name);
    if (birth && birth->date) {
        const auto at = core::civil(*birth->date);
        text += ",\"day\":" + std::to_string(at.day) + ",\"month\":" + std::to_string(at.month);
    }
    return {core::PartClass::name, core::SubjectId{member.value}, text + "}"};
}

PartDraft phone_part(core::MemberId member, std::string_view phone) {
    std::string text = "{\"phone\":";
    json::append_string(text, phone);
    return {core::PartClass::contact, core::SubjectId{member.value}, text + "}"};
}

/// Clubs are of grown-ups, but no rule says so: it is asked about.
bool is_young(const sheet::Birth& birth, Date day) {
    constexpr int grown_up = 16;
    const auto on = core::civil(day);
    int age = on.year - birth.year;
    if (birth.date) {
        const auto born = core::civil(*birth.date);
        if (std::pair(on.month, on.day) < std::pair(born.month, born.day)) --age;
    }
    return age >= 0 && age < grown_up;
}

bool is_in(const MemberRow& row, Date day) {
    return row.joined <= day && (!row.left || *row.left > day);
}

/// The rows of one club, and what they make of its book.
class ClubMembers {
public:
    ClubMembers(Planner& planner, Places& places, const KnownClub& club, Date map_day)
        : planner_(planner),
          places_(places),
          club_(club),
          map_day_(map_day),
          day_(planner.as_of()),
          sees_(!planner.options().sees_people || planner.options().sees_people(club.id)),
          rows_(planner.store().club_rows(club.id)),
          roster_(rows_) {}

    void take(const sheet::MemberRow& row) {
        const auto known = match(row);
        if (!known) return planner_.error(row.at, known.error());
        const auto before = ops_.size();
        const auto member = *known == nullptr ? admit(row) : update(row, **known);
        if (*known == nullptr) new_rows_.push_back(row);
        if (row.role) seat(row, member, *known);
        if (ops_.size() == before) planner_.count_unchanged();
        named_[sheet::person_key(row.name, year_of(row), row.village.value_or(""))].push_back(row);
    }

    void propose() {
        note_same_in_book();
        note_duplicates();
        const auto of_rows = ops_.size();
        complete_roster();
        elect_board();
        planner_.propose(club_.id, BookKind::club, std::move(ops_), of_rows);
    }

private:
    static std::optional<std::int32_t> year_of(const sheet::MemberRow& row) {
        return row.birth ? std::optional(row.birth->year) : std::nullopt;
    }

    /// Of several people of one name and year the next one that no row has named yet.
    core::Result<const Person*> match(const sheet::MemberRow& row) {
        if (row.id) {
            const auto* person = roster_.find_hidden(row.id);
            if (person == nullptr) {
                return core::reject("import.id.unknown", "id", {{"found", *row.id}});
            }
            const auto [first, fresh] = taken_.emplace(person, row.at.row);
            if (fresh) return person;
            return core::reject("import.member.twice", "id",
                                {{"other", std::to_string(first->second)}});
        }
        for (const auto* person : roster_.find(row.name, row.birth)) {
            if (taken_.emplace(person, row.at.row).second) return person;
        }
        return nullptr;
    }

    std::optional<core::VillageId> village_of(const sheet::MemberRow& row,
                                              const std::optional<core::VillageId>& known) {
        if (!row.village || !club_.commune) return std::nullopt;
        if (known && places_.is_called(*known, *row.village, map_day_)) return known;
        return places_.village(*club_.commune, *row.village, map_day_, row.at);
    }

    /// A seat in the board of that day; who has left by then, or has not come yet, has none.
    void seat(const sheet::MemberRow& row, core::MemberId member, const Person* known) {
        const auto joined = row.joined.value_or(known != nullptr ? known->row.joined : day_);
        const auto left = known != nullptr && known->row.left ? known->row.left : row.left;
        if (joined <= day_ && (!left || *left > day_)) {
            seats_.push_back({member, *row.role});
            role_at_ = row.at;
            return;
        }
        seatless_.insert(member);
        planner_.note(row.at, core::make_rejection("import.note.seat_ended", {},
                                                   {{"name", row.name},
                                                    {"role", word(sheet::ListId::role, *row.role)},
                                                    {"date", core::vietnamese(day_)}}));
    }

    template <class What>
    ClubDraft& add(Date on, What what, const sheet::MemberRow& row) {
        return ops_.emplace_back(drafted<ClubOp>(on, std::move(what), row.at));
    }

    void ask_if_young(const sheet::MemberRow& row) {
        if (!row.birth || !is_young(*row.birth, day_)) return;
        planner_.note(row.at, core::make_rejection("import.note.young", {},
                                                   {{"name", row.name},
                                                    {"year", std::to_string(row.birth->year)},
                                                    {"date", core::vietnamese(day_)}}));
    }

    core::MemberId admit(const sheet::MemberRow& row) {
        ask_if_young(row);
        MemberAdmitted admitted;
        admitted.member = {planner_.derive_local("member", row.at)};
        admitted.joined = row.joined;
        if (row.birth) admitted.birth_year = core::Year{row.birth->year};
        admitted.sex = row.sex.value_or(Sex::unknown);
        admitted.hardship = row.hardship.value_or(Hardship::unknown);
        admitted.village = village_of(row, std::nullopt);
        admitted.borrowed_before = row.borrowed_before.value_or(false);
        const auto member = admitted.member;
        const auto on = std::max(day_, row.joined.value_or(day_));
        auto& draft = add(on, admitted, row);
        draft.parts.push_back(name_part(member, row.name, row.birth));
        if (row.phone) draft.parts.push_back(phone_part(member, *row.phone));
        if (row.left) add(*row.left, MemberLeft{member, reason_of(row)}, row);
        const Date joined = row.joined.value_or(on);
        if (joined <= day_ && (!row.left || *row.left > day_)) ++present_new_;
        return member;
    }

    static Leaving reason_of(const sheet::MemberRow& row) {
        return row.left_reason.value_or(Leaving::asked);
    }

    core::MemberId update(const sheet::MemberRow& row, const Person& person) {
        const auto& known = person.row;
        Differing differing(planner_, sheet::SheetKind::members, row.at, club_.name, row.name,
                            sees_ ? Before::told : Before::withheld);
        correct(row, person, differing);
        MemberChanged change{known.member, {}, {}};
        if (row.hardship && row.hardship != known.hardship) {
            change.hardship = row.hardship;
            differing.tell(sheet::ColumnId::hardship, word(sheet::ListId::hardship, known.hardship),
                           word(sheet::ListId::hardship, *row.hardship));
        }
        const auto village = village_of(row, known.village);
        if (village && village != known.village) {
            change.village = village;
            differing.tell(sheet::ColumnId::village,
                           known.village ? places_.village_name(*known.village, map_day_) : "",
                           *row.village);
        }
        if (change.hardship || change.village) add(std::max(day_, known.joined), change, row);
        if (row.left && !known.left) {
            add(*row.left, MemberLeft{known.member, reason_of(row)}, row);
            differing.tell(sheet::ColumnId::left, "", shown(row.left));
            if (is_in(known, day_) && *row.left <= day_) ++left_new_;
        }
        return known.member;
    }

    /// What was always wrong: the cells say otherwise than the book.
    void correct(const sheet::MemberRow& row, const Person& person, Differing& differing) {
        const auto& known = person.row;
        MemberCorrected fix;
        fix.member = known.member;
        if (row.joined && row.joined != known.joined) {
            fix.joined = row.joined;
            differing.tell(sheet::ColumnId::joined, shown(known.joined), shown(row.joined));
        }
        // What an export writes for a name that was never known or was erased is no name.
        const bool is_nameless = person.name.empty() && row.name == nameless(known.member);
        const bool other_year =
            row.birth && (!known.birth_year || known.birth_year->value != row.birth->year);
        if (other_year) {
            fix.birth_year = core::Year{row.birth->year};
            ask_if_young(row);
        }
        if (other_year || (other_birthday(row, person) && !is_nameless)) {
            differing.tell(sheet::ColumnId::birth, shown_birth(person), shown(*row.birth));
        }
        if (row.sex && row.sex != known.sex) {
            fix.sex = row.sex;
            differing.tell(sheet::ColumnId::sex, word(sheet::ListId::sex, known.sex),
                           word(sheet::ListId::sex, *row.sex));
        }
        if (row.borrowed_before && row.borrowed_before != known.borrowed_before) {
            fix.borrowed_before = row.borrowed_before;
            differing.tell(sheet::ColumnId::borrowed_before, yes_no(known.borrowed_before),
                           yes_no(*row.borrowed_before));
        }
        std::vector<PartDraft> parts;
        const bool renamed = row.name != person.name && !is_nameless;
        if (renamed) differing.tell(sheet::ColumnId::name, person.name, row.name);
        if (renamed || (other_birthday(row, person) && !is_nameless)) {
            parts.push_back(name_part(known.member, row.name, row.birth));
        }
        if (row.phone && *row.phone != person.phone) {
            parts.push_back(phone_part(known.member, *row.phone));
            differing.tell(sheet::ColumnId::phone, person.phone, *row.phone);
        }
        const bool says_nothing =
            !fix.joined && !fix.birth_year && !fix.sex && !fix.borrowed_before;
        if (says_nothing && parts.empty()) return;
        if (says_nothing) fix.sex = known.sex;  // the correction is in the private parts
        const auto on = std::max({day_, known.joined, fix.joined.value_or(day_)});
        add(on, fix, row).parts = std::move(parts);
    }

    static bool other_birthday(const sheet::MemberRow& row, const Person& person) {
        if (!row.birth || !row.birth->date) return false;
        const auto at = core::civil(*row.birth->date);
        return person.day != std::int64_t{at.day} || person.month != std::int64_t{at.month};
    }

    static std::string word(sheet::ListId list, auto value) {
        return std::string(sheet::label_of(list, value));
    }
    static std::string yes_no(bool value) {
        return word(sheet::ListId::yes_no, value ? sheet::YesNo::yes : sheet::YesNo::no);
    }

    /// Somebody new who is called like a member whom no row names: born in another year, or before
    /// a list was typed again.
    void note_same_in_book() {
        if (!sees_) return;
        for (const auto& row : new_rows_) {
            std::vector<HeldPerson> held;
            std::string texts;
            for (const auto* person : roster_.alike(row.name)) {
                if (taken_.contains(person)) continue;
                held.push_back(
                    {to_text(club_.id) + "/" + to_text(person->row.member), shown_person(*person)});
                texts += (texts.empty() ? "" : "; ") + held.back().text;
            }
            if (held.empty()) continue;
            planner_.note(
                row.at,
                core::make_rejection("import.note.same_in_book", {},
                                     {{"name", row.name}, {"club", club_.name}, {"held", texts}}),
                {row.at}, std::move(held));
        }
    }

    void note_duplicates() {
        for (const auto& [key, rows] : named_) {
            if (rows.size() < 2) continue;
            std::string where;
            std::vector<sheet::Origin> same;
            for (const auto& row : rows) {
                where += (where.empty() ? "" : ", ") + std::to_string(row.at.row);
                same.push_back(row.at);
            }
            planner_.note(rows.front().at,
                          core::make_rejection(
                              "import.note.duplicates", {},
                              {{"names", club_.name + " · " + rows.front().name}, {"rows", where}}),
                          std::move(same));
        }
        const auto missing = std::ranges::count_if(roster_.people(), [&](const Person& person) {
            return is_in(person.row, day_) && !taken_.contains(&person);
        });
        if (missing == 0 || planner_.options().lists == Lists::partial) return;
        planner_.note(
            {}, core::make_rejection("import.note.not_in_file", {},
                                     {{"club", club_.name}, {"count", std::to_string(missing)}}));
    }

    /// From that day the book says how many members the club has.
    void complete_roster() {
        if (planner_.options().lists == Lists::partial) return;
        if (rows_.club && rows_.club->roster_completed) return;
        const auto held = std::ranges::count_if(
            roster_.people(), [&](const Person& person) { return is_in(person.row, day_); });
        const core::Count members{held + present_new_ - left_new_};
        if (members.value > 0) ops_.push_back(drafted<ClubOp>(day_, RosterCompleted{members}, {}));
    }

    void elect_board() {
        if (seats_.empty()) return;
        const auto by_member = [](const BoardSeat& seat) {
            return std::pair(seat.role, seat.member);
        };
        std::ranges::sort(seats_, {}, by_member);
        const auto& club = planner_.book(club_.id, BookKind::club).as<app::ClubFold>()->club;
        for (auto it = club.boards.rbegin(); it != club.boards.rend(); ++it) {
            if (!is_live(club, it->op)) continue;
            auto held = it->what.seats;
            std::erase_if(held, [&](const BoardSeat& one) { return !may_sit(one.member); });
            std::ranges::sort(held, {}, by_member);
            if (held == seats_) return;
            break;
        }
        ops_.push_back(drafted<ClubOp>(day_, BoardElected{seats_}, role_at_));
    }

    /// A seat of the book ends with its holder's stay.
    [[nodiscard]] bool may_sit(core::MemberId member) const {
        const auto* person = roster_.find(member);
        return person != nullptr && is_in(person->row, day_) && !seatless_.contains(member);
    }

    Planner& planner_;
    Places& places_;
    const KnownClub& club_;
    Date map_day_;
    Date day_;
    bool sees_;  // what the book says of people
    app::ClubRows rows_;
    Roster roster_;
    std::map<const Person*, std::uint32_t> taken_;  // and by which row
    std::map<sheet::DuplicateKey, std::vector<sheet::MemberRow>> named_;
    std::vector<sheet::MemberRow> new_rows_;
    std::vector<ClubDraft> ops_;
    std::vector<BoardSeat> seats_;
    std::set<core::MemberId> seatless_;  // whose rows name a role and a stay that is over
    sheet::Origin role_at_;
    std::int64_t present_new_ = 0;
    std::int64_t left_new_ = 0;
};

}  // namespace

void plan_members(Planner& planner, const sheet::Rows<sheet::MemberRow>& rows) {
    Places places(planner);
    KnownClubs known(planner, places);
    const auto map_day = places.map_day(planner.as_of());
    std::map<core::BookId, ClubMembers> clubs;
    for (const auto& row : rows.rows) {
        planner.count_row();
        const auto ids = hidden_ids(row.id);
        const auto club = known.find_named(ids.club, row.club, map_day);
        if (!club) {
            planner.error(row.at, club.error());
            continue;
        }
        auto at = clubs.find((*club)->id);
        if (at == clubs.end()) {
            at = clubs
                     .emplace(std::piecewise_construct, std::forward_as_tuple((*club)->id),
                              std::forward_as_tuple(planner, places, **club, map_day))
                     .first;
        }
        at->second.take(row);
    }
    places.propose_villages();
    for (auto& [id, club] : clubs) club.propose();
}

}  // namespace lth::intake
