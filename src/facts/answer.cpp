#include "facts/answer.hpp"

#include <algorithm>

#include "core/money.hpp"

namespace lth::facts {

void Text::add(const Text& sentence) {
    if (sentence.empty()) return;
    if (!empty()) {
        vi += ' ';
        en += ' ';
    }
    vi += sentence.vi;
    en += sentence.en;
}

Value count_of(std::optional<std::int64_t> count) {
    return {ValueKind::count, count, count, std::nullopt};
}

Value money_of(std::optional<std::int64_t> dong) {
    return {ValueKind::money, dong, dong, std::nullopt};
}

Value share_of(Ratio share) { return {ValueKind::share, share_ppm(share), share.num, share.den}; }

Value unknown_value(ValueKind kind) { return {kind, {}, {}, {}}; }

Text basis_text(const BasisCounts& basis, Counted counted) {
    using core::grouped;
    const bool clubs = counted == Counted::clubs;
    return {"trong đó: theo sổ " + grouped(basis.book) + " · theo báo cáo " +
                grouped(basis.report) + " · chưa có số liệu " + grouped(basis.unknown) +
                (clubs ? " CLB" : " quỹ"),
            "of these: by book " + grouped(basis.book) + " · by report " + grouped(basis.report) +
                " · no data " + grouped(basis.unknown) + (clubs ? " clubs" : " funds")};
}

Text by_year_rule(int age) {
    const std::string years = std::to_string(age);
    return {"Người chỉ rõ năm sinh tính từ ngày 1/1 của năm đủ " + years + " tuổi.",
            "Who is known by year of birth alone counts from 1 January of the year of turning " +
                years + "."};
}

bool MissingList::has_room() {
    ++target_.missing_total;
    constexpr std::size_t few = 64;
    constexpr std::size_t many = 4'096;
    if (target_.missing.size() == few) target_.missing.reserve(std::min(limit_, many));
    return target_.missing.size() < limit_;
}

void MissingList::add_club(MissingKind kind, const Cube& cube, ClubNumber club) {
    if (has_room()) target_.missing.push_back({kind, cube.id(club), std::string(cube.name(club))});
}

void MissingList::add_unit(MissingKind kind, const core::territory::UnitNode& unit) {
    if (has_room()) target_.missing.push_back({kind, unit.id, unit.name, unit.code});
}

void MissingList::add_village(const core::territory::VillageNode& village,
                              const core::territory::UnitNode& commune) {
    if (has_room()) {
        target_.missing.push_back({MissingKind::village, village.id,
                                   village.name + " (" + commune.name + ")", commune.code});
    }
}

}  // namespace lth::facts
