// T11 and T13: who the members are, club by club, and who borrows.
#include "core/money.hpp"
#include "facts/targets.hpp"

namespace lth::facts::targets {

namespace {

using core::grouped;

/// Whether a club lies inside a band; unclear where unknown sex or birth could change it.
enum class Inside : std::uint8_t { no, yes, unclear, no_data };

/// A part of the members, and how many of them could belong to it too.
struct Part {
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::int64_t members = 0;
};

/// The columns are constants, so that each club costs a few loads.
template <Column column, Column unclear>
std::optional<Part> part_of(const Scene& scene, ClubNumber club) {
    const auto members = figure(scene, Column::members, club);
    const auto count = figure(scene, column, club);
    if (!members || !count) return std::nullopt;
    return Part{*count, *count + figure(scene, unclear, club).value_or(0), *members};
}

std::optional<Part> women(const Scene& scene, ClubNumber club) {
    return part_of<Column::women, Column::sex_unknown>(scene, club);
}

std::optional<Part> elderly(const Scene& scene, ClubNumber club) {
    return part_of<Column::elderly, Column::birth_unknown>(scene, club);
}

/// T11d is the complement of T11c: of unknown birth, the same people are unclear in both.
std::optional<Part> younger(const Scene& scene, ClubNumber club) {
    const auto old = elderly(scene, club);
    if (!old) return std::nullopt;
    return Part{old->members - old->most, old->members - old->least, old->members};
}

Inside inside_share(const std::optional<Part>& part, const Goal& band) {
    if (!part) return Inside::no_data;
    const std::int64_t min = band.min.value_or(0);
    const std::int64_t max = band.max.value_or(core::one_million);
    const Ratio least{part->least, part->members};
    if (part->least == part->most) return within(least, min, max) ? Inside::yes : Inside::no;
    const Ratio most{part->most, part->members};
    if (within(least, min, max) && within(most, min, max)) return Inside::yes;
    if (part->members == 0 || compare(most, min) < 0 || compare(least, max) > 0) return Inside::no;
    return Inside::unclear;
}

Inside inside_size(const std::optional<std::int64_t>& members, const Goal& band) {
    if (!members) return Inside::no_data;
    const bool inside = *members >= band.min.value_or(0) && (!band.max || *members <= *band.max);
    return inside ? Inside::yes : Inside::no;
}

struct BandCount {
    Ratio clubs;
    std::int64_t unclear = 0;

    void add(Inside inside) {
        clubs.num += inside == Inside::yes ? 1 : 0;
        clubs.den += inside == Inside::yes || inside == Inside::no ? 1 : 0;
        unclear += inside == Inside::unclear ? 1 : 0;
    }
};

Value band_value(const BandCount& count) {
    return count.unclear > 0 ? unknown_value(ValueKind::share) : share_of(count.clubs);
}

/// Clubs inside the band of all that know; T1's clubs apart; those outside by name.
template <class Judge>
Target band_target(const Desk& desk, Target target, Judge judge) {
    const Scene& scene = desk.scene;
    BandCount count;
    BandCount of_new;
    auto next_new = desk.new_active.begin();  // a part of the active ones, in the same order
    MissingList missing = missing_of(desk, target);
    for (const ClubNumber club : scene.active) {
        const Inside inside = judge(club);
        const Basis basis = scene.basis_of(Group::people, club);
        target.basis.add(inside == Inside::no_data ? Basis::unknown : basis);
        count.add(inside);
        if (next_new != desk.new_active.end() && *next_new == club) {
            of_new.add(inside);
            ++next_new;
        }
        if (inside == Inside::yes) continue;
        const auto kind = inside == Inside::no ? MissingKind::club : MissingKind::club_no_data;
        missing.add_club(kind, scene.cube, club);
    }
    if (target.basis.none_known()) {
        target.value = unknown_value(ValueKind::share);
    } else {
        target.value = band_value(count);
        if (count.clubs.num < count.clubs.den) {
            target.met = false;
        } else if (target.basis.unknown + count.unclear == 0) {
            target.met = count.clubs.den > 0;
        }
    }
    if (count.unclear > 0) {
        target.note.add(
            {grouped(count.unclear) + " CLB có thành viên chưa rõ, có thể làm thay đổi kết quả.",
             grouped(count.unclear) +
                 " clubs have members of unknown sex or birth that could change it."});
        target.second.push_back(
            {{"Trong các CLB đã rõ", "Of clubs that are clear"}, share_of(count.clubs)});
    }
    target.second.push_back(
        {{"Riêng CLB mới của đề án", "The scheme's new clubs"}, band_value(of_new)});
    target.note.add(basis_text(target.basis));
    return target;
}

template <auto part>
Target share_band(const Desk& desk, std::string_view id, Text name) {
    const Goal band = desk.terms.goal(id);
    Target target = make_target(desk, id, std::move(name));
    target.goal = core::one_million;
    return band_target(desk, std::move(target), [&desk, band](ClubNumber club) {
        return inside_share(part(desk.scene, club), band);
    });
}

// ---- T13

struct Borrowing {
    std::int64_t borrowers;
    std::int64_t members;
};

/// From the book where both people and money stand on it; of a report only what that report says
/// itself, so that the members are those it speaks of.
template <Column column>
std::optional<Borrowing> borrowing(const Scene& scene, ClubNumber club) {
    const auto borrowers = figure(scene, column, club);
    if (!borrowers) return std::nullopt;
    std::optional<std::int64_t> members;
    if (scene.basis_of(Group::borrowers, club) == Basis::book) {
        members = scene.layer.value(Column::members, club);
    } else {
        members = scene.statement_of(Group::borrowers, club).figure(Stated::members);
        if (!members) members = figure(scene, Column::members, club);
    }
    // More borrowers than members: the report speaks of other people than today's members.
    if (!members || *borrowers > *members) return std::nullopt;
    return Borrowing{*borrowers, *members};
}

template <Column column>
Target borrowers(const Desk& desk, Target target) {
    const Scene& scene = desk.scene;
    Ratio members;
    Ratio clubs;
    std::vector<ClubNumber> below;
    std::int64_t late = 0;
    for (const ClubNumber club : scene.active) {
        const auto found = borrowing<column>(scene, club);
        const Basis basis = scene.basis_of(Group::borrowers, club);
        target.basis.add(found ? basis : Basis::unknown);
        if (!found) {
            missing_of(desk, target).add_club(MissingKind::club_no_data, scene.cube, club);
            continue;
        }
        members.num += found->borrowers;
        members.den += found->members;
        ++clubs.den;
        if (at_least({found->borrowers, found->members}, target.goal.value_or(500'000))) {
            ++clubs.num;
        } else {
            below.push_back(club);
        }
        const ClubHead& head = scene.cube.head(club);
        if (basis == Basis::book && head.money_from > head.launched) ++late;
    }
    const bool none = target.basis.none_known();
    target.value = none ? unknown_value(ValueKind::share) : share_of(members);
    if (target.goal && !none) target.met = at_least(members, *target.goal);
    for (const ClubNumber club : target.met == false ? below : std::vector<ClubNumber>{}) {
        missing_of(desk, target).add_club(MissingKind::club, scene.cube, club);
    }
    if (target.met && target.basis.unknown > 0) {
        target.note.add({"Chỉ tính các CLB có số liệu.", "Of the clubs that have data."});
    }
    if (late > 0) {
        target.note.add({grouped(late) + " CLB tính kể từ ngày mở sổ.",
                         grouped(late) + " clubs count from the day their book was opened."});
    }
    target.note.add(basis_text(target.basis));
    target.second = {
        {{"CLB có ít nhất một nửa thành viên vay", "Clubs with at least the goal's share"},
         share_of(clubs)}};
    return target;
}

}  // namespace

Target club_size(const Desk& desk) {
    const Goal band = desk.terms.goal("T11a");
    Target target =
        make_target(desk, "T11a", {"CLB có 50–70 thành viên", "Clubs of 50–70 members"});
    target.goal = core::one_million;
    return band_target(desk, std::move(target), [&desk, band](ClubNumber club) {
        return inside_size(figure(desk.scene, Column::members, club), band);
    });
}

Target women_share(const Desk& desk) {
    return share_band<women>(desk, "T11b",
                             {"CLB có tỷ lệ nữ trong khung", "Clubs with women in the band"});
}

Target elderly_share(const Desk& desk) {
    Target target = share_band<elderly>(
        desk, "T11c",
        {"CLB có tỷ lệ người cao tuổi trong khung", "Clubs with elderly in the band"});
    target.note.add(by_year_rule(60));
    return target;
}

Target younger_share(const Desk& desk) {
    Target target = share_band<younger>(
        desk, "T11d", {"CLB có tỷ lệ người trẻ hơn trong khung", "Clubs with younger in the band"});
    target.note.add(by_year_rule(60));
    return target;
}

Target hardship_share(const Desk& desk) {
    Target target =
        make_target(desk, "T11e", {"Thành viên có hoàn cảnh khó khăn", "Members in hardship"});
    target.goal.reset();
    const auto share_among = [&](std::span<const ClubNumber> clubs, BasisCounts& basis) {
        Ratio share;
        for (const ClubNumber club : clubs) {
            const auto part = figure(desk.scene, Column::hardship, club);
            const auto members = figure(desk.scene, Column::members, club);
            const bool known = part && members;
            basis.add(known ? desk.scene.basis_of(Group::people, club) : Basis::unknown);
            if (!known) continue;
            share.num += *part;
            share.den += *members;
        }
        return basis.none_known() ? unknown_value(ValueKind::share) : share_of(share);
    };
    target.value = share_among(desk.scene.active, target.basis);
    BasisCounts of_new;
    target.second = {{{"Riêng CLB mới của đề án", "The scheme's new clubs"},
                      share_among(desk.new_active, of_new)}};
    const std::int64_t unclear = total(desk.scene, Column::hardship_unknown, desk.scene.active).sum;
    if (unclear > 0) {
        target.note.add({grouped(unclear) + " thành viên chưa rõ hoàn cảnh.",
                         grouped(unclear) + " members of unknown circumstances."});
    }
    for (const ClubNumber club : desk.scene.active) {
        if (figure(desk.scene, Column::hardship, club)) continue;
        missing_of(desk, target).add_club(MissingKind::club_no_data, desk.scene.cube, club);
    }
    target.note.add(basis_text(target.basis));
    return target;
}

Target borrowed_ever(const Desk& desk) {
    return borrowers<Column::borrowers_ever>(
        desk, make_target(desk, "T13a", {"Thành viên đã từng vay", "Members who ever borrowed"}));
}

Target borrowed_year(const Desk& desk) {
    return borrowers<Column::borrowers_year>(
        desk,
        make_target(desk, "T13b", {"Thành viên vay trong năm", "Members who borrowed this year"}));
}

Target borrowing_now(const Desk& desk) {
    return borrowers<Column::borrowers_owing>(
        desk, make_target(desk, "T13c", {"Thành viên đang vay", "Members owing now"}));
}

}  // namespace lth::facts::targets
