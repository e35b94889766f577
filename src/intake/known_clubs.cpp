#include "intake/known_clubs.hpp"

#include "facts/scene.hpp"

namespace lth::intake {
namespace {

sheet::DuplicateKey key_of(std::string_view name, const std::optional<core::UnitId>& commune) {
    return sheet::club_key(name, commune ? to_text(*commune) : std::string());
}

}  // namespace

const KnownClubs::Clubs& KnownClubs::clubs(core::Date day) {
    if (const auto it = clubs_.find(day); it != clubs_.end()) return it->second;
    auto& clubs = clubs_[day];
    auto& facts = planner_.facts();
    const auto& cube = facts.cube();
    const auto& ground = facts.ground(day);
    for (facts::ClubNumber number = 0; number < cube.size(); ++number) {
        if (cube.head(number).withdrawn) continue;
        KnownClub club{cube.id(number), std::string(cube.name(number)), std::nullopt};
        const auto seat = facts::seat_on(cube, ground, number, core::last_date);
        if (seat != core::territory::no_node) club.commune = ground.view.units[seat].id;
        const auto& known = clubs.by_id.emplace(club.id, std::move(club)).first->second;
        clubs.by_name[key_of(known.name, std::nullopt)].push_back(&known);
        clubs.by_place[key_of(known.name, known.commune)].push_back(&known);
    }
    return clubs;
}

core::Result<const KnownClub*> KnownClubs::find(const ClubRef& ref, core::Date day) {
    const auto& known = clubs(day);
    if (ref.id) {
        const auto id = core::parse_uuid(*ref.id);
        const auto at = id ? known.by_id.find(core::BookId(*id)) : known.by_id.end();
        if (at == known.by_id.end()) {
            return core::reject("import.id.unknown", "id", {{"found", *ref.id}});
        }
        return &at->second;
    }
    const auto& index = ref.commune ? known.by_place : known.by_name;
    const auto at = index.find(key_of(ref.name, ref.commune));
    if (at == index.end()) return nullptr;
    if (at->second.size() == 1) return at->second.front();
    // Hoa Lộc and Hòa Lộc fold to the same words.
    const KnownClub* exact = nullptr;
    std::size_t exact_count = 0;
    for (const auto* club : at->second) {
        if (club->name != ref.name) continue;
        exact = club;
        ++exact_count;
    }
    if (exact_count == 1) return exact;
    std::string choices;
    for (const auto* club : at->second) {
        if (!choices.empty()) choices += "; ";
        choices += club->commune ? places_.unit_name(*club->commune, day) : to_text(club->id);
    }
    return core::reject("import.club.ambiguous", "club",
                        {{"found", ref.name}, {"choices", choices}});
}

core::Result<const KnownClub*> KnownClubs::find_named(const sheet::Text& id,
                                                      const sheet::ClubName& name, core::Date day) {
    const auto club = named(id, name, day);
    if (!club || *club == nullptr) return club;
    const auto& in_reach = planner_.options().in_reach;
    if (!in_reach || in_reach((*club)->id)) return club;
    return core::reject("import.not_your_club", "club", {{"found", name.club}});
}

core::Result<const KnownClub*> KnownClubs::named(const sheet::Text& id, const sheet::ClubName& name,
                                                 core::Date day) {
    if (id) return find({id, name.club, {}}, day);
    const auto commune = places_.commune({name.district, name.commune}, day);
    if (!commune) return std::unexpected(commune.error());
    const auto found = find({{}, name.club, *commune}, day);
    if (!found || *found != nullptr) return found;
    return core::reject("import.club.unknown", "club", {{"found", name.club}});
}

}  // namespace lth::intake
