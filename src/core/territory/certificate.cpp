#include <algorithm>
#include <map>

#include "core/territory/reform.hpp"

namespace lth::core::territory {
namespace {

UnitTotals sum(std::span<const UnitTotals> parts) {
    UnitTotals total;
    for (const auto& part : parts) total += part;
    return total;
}

const ReformApplied* reform_of(const ReformPlan& plan) {
    return plan.ops.empty() ? nullptr : std::get_if<ReformApplied>(&plan.ops.front().what);
}

}  // namespace

UnitTotals& UnitTotals::operator+=(const UnitTotals& other) {
    clubs += other.clubs;
    members += other.members;
    capital += other.capital;
    loans += other.loans;
    care_funds += other.care_funds;
    return *this;
}

bool Certificate::conserved() const {
    return before == after && std::ranges::all_of(lines, &CertificateLine::conserved);
}

Certificate certify(const ReformPlan& plan, std::span<const UnitTotals> before,
                    std::span<const UnitTotals> after) {
    Certificate certificate{.before = sum(before), .after = sum(after), .lines = {}};
    std::map<UnitId, std::vector<Succession>> into;
    if (const auto* reform = reform_of(plan)) {
        for (const auto& row : reform->successions) into[row.to].push_back(row);
    }
    for (Node node = 0; node < plan.after.units.size(); ++node) {
        const auto& unit = plan.after.units[node];
        if (unit.level != Level::commune || unit.standing != Standing::live) continue;
        CertificateLine line{.unit = unit.id,
                             .code = unit.code,
                             .name = unit.name,
                             .before = {},
                             .after = after[node],
                             .by_villages = false};
        const auto* self = place_of(plan.before, unit.id);
        if (self != nullptr && self->unit != no_node &&
            plan.before.units[self->unit].id == unit.id) {
            line.before += before[self->unit];
        }
        for (const auto& row : into[unit.id]) {
            if (row.share == Share::part) line.by_villages = true;
            const auto* place = place_of(plan.before, row.from);
            if (row.share == Share::whole && place != nullptr && place->unit != no_node) {
                line.before += before[place->unit];
            }
        }
        certificate.lines.push_back(std::move(line));
    }
    return certificate;
}

}  // namespace lth::core::territory
