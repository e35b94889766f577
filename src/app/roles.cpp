#include "app/roles.hpp"

#include <algorithm>
#include <array>

namespace lth::app {
namespace {

constexpr RoleSet board = only(Role::club_board);
constexpr RoleSet commune = only(Role::commune);
constexpr RoleSet province = only(Role::province);
constexpr RoleSet administrator = only(Role::administrator);

constexpr auto club = core::BookKind::club;
constexpr auto association = core::BookKind::association;
constexpr auto territory = core::BookKind::territory;
constexpr auto registry = core::BookKind::registry;

// Sorted by kind of book and operation. Founding, appraisal and who keeps the book are the
// commune's, approval is the province's; the rest of a club's life is its board's, and the
// commune's officer may type it from paper.
constexpr std::array rights = {
    OpRight{club, "activity.held", board | commune},
    OpRight{club, "attachment.added", board | commune},
    OpRight{club, "balance.explained", commune},
    OpRight{club, "balance.opened", board | commune},
    OpRight{club, "bank.deposited", board | commune},
    OpRight{club, "bank.fee", board | commune},
    OpRight{club, "bank.interest", board | commune},
    OpRight{club, "bank.withdrawn", board | commune},
    OpRight{club, "board.elected", board | commune},
    OpRight{club, "book.keeper_set", commune},
    OpRight{club, "book.opened", board | commune},
    OpRight{club, "capital.received", board | commune},
    OpRight{club, "capital.returned", board | commune},
    OpRight{club, "care.visited", board | commune},
    OpRight{club, "cash.adjusted", board | commune},
    OpRight{club, "cash.counted", board | commune},
    OpRight{club, "claim.settled", board | commune},
    OpRight{club, "claim.waived", board | commune},
    OpRight{club, "club.changed", board | commune},
    OpRight{club, "club.closing", board | commune},
    OpRight{club, "club.decided", commune},
    OpRight{club, "club.dissolved", commune},
    OpRight{club, "club.launched", commune},
    OpRight{club, "club.merged", commune},
    OpRight{club, "club.proposed", commune},
    OpRight{club, "club.reported", commune | province},
    OpRight{club, "club.resumed", commune},
    OpRight{club, "club.suspended", commune},
    OpRight{club, "consent.recorded", board | commune},
    OpRight{club, "donation.received", board | commune},
    OpRight{club, "dossier.item", commune},
    OpRight{club, "dues.received", board | commune},
    OpRight{club, "equipment.handed_over", board | commune},
    OpRight{club, "expense.paid", board | commune},
    OpRight{club, "fund.advance_returned", board | commune},
    OpRight{club, "fund.advanced", board | commune},
    OpRight{club, "fund.transferred", board | commune},
    OpRight{club, "funds.handed_over", board | commune},
    OpRight{club, "funds.taken_over", board | commune},
    OpRight{club, "gift.received", board | commune},
    OpRight{club, "health.checked", board | commune},
    OpRight{club, "loan.disbursed", board | commune},
    OpRight{club, "loan.interest_waived", board | commune},
    OpRight{club, "loan.opened", board | commune},
    OpRight{club, "loan.recovered", board | commune},
    OpRight{club, "loan.repaid", board | commune},
    OpRight{club, "loan.rescheduled", board | commune},
    OpRight{club, "loan.taken_over", board | commune},
    OpRight{club, "loan.written_off", board | commune},
    OpRight{club, "meeting.held", board | commune},
    OpRight{club, "meetings.excused", board | commune},
    OpRight{club, "member.admitted", board | commune},
    OpRight{club, "member.changed", board | commune},
    OpRight{club, "member.corrected", board | commune},
    OpRight{club, "member.left", board | commune},
    OpRight{club, "member.readmitted", board | commune},
    OpRight{club, "month.reported", board | commune},
    OpRight{club, "op.reversed", board | commune},
    OpRight{club, "period.closed", board | commune},
    OpRight{club, "private.erased", commune | province},
    OpRight{club, "rating.answered", commune},
    OpRight{club, "rating.appraised", commune},
    OpRight{club, "rating.approved", province},
    OpRight{club, "rating.returned", province},
    OpRight{club, "rating.self_scored", board | commune},
    OpRight{club, "reserve.changed", board | commune},
    OpRight{club, "roster.completed", board | commune},
    OpRight{club, "roster.reviewed", board | commune},
    OpRight{club, "rules.set", board | commune},
    OpRight{club, "setting.set", board | commune},
    OpRight{club, "team.set", board | commune},
    OpRight{club, "volunteers.set", board | commune},
    OpRight{association, "association.registered", commune | province},
    OpRight{association, "attachment.added", commune | province},
    OpRight{association, "care.balance_explained", commune | province},
    OpRight{association, "care.closed", commune | province},
    OpRight{association, "care.grant_returned", commune | province},
    OpRight{association, "care.granted", commune | province},
    OpRight{association, "care.moved", commune | province},
    OpRight{association, "care.opened", commune | province},
    OpRight{association, "care.received", commune | province},
    OpRight{association, "care.spent", commune | province},
    OpRight{association, "care.transferred_in", commune | province},
    OpRight{association, "care.transferred_out", commune | province},
    OpRight{association, "care.year_reported", commune | province},
    OpRight{association, "communication.made", commune | province},
    OpRight{association, "document.acknowledged", commune | province},
    OpRight{association, "document.filed", commune | province},
    OpRight{association, "guidance.sent", commune | province},
    OpRight{association, "improvement.done", commune | province},
    OpRight{association, "improvement.planned", commune | province},
    OpRight{association, "materials.given", commune | province},
    OpRight{association, "obstacle.answered", commune | province},
    OpRight{association, "obstacle.raised", commune | province},
    OpRight{association, "op.reversed", commune | province},
    OpRight{association, "partner.committed", commune | province},
    OpRight{association, "plan.adopted", commune | province},
    OpRight{association, "pledge.made", commune | province},
    OpRight{association, "pledge.met", commune | province},
    OpRight{association, "private.erased", commune | province},
    OpRight{association, "proposal.decided", commune | province},
    OpRight{association, "proposal.made", commune | province},
    OpRight{association, "quota.assigned", province},
    OpRight{association, "recommendation.closed", commune | province},
    OpRight{association, "recommendation.made", commune | province},
    OpRight{association, "report.accepted", province},
    OpRight{association, "report.due", province},
    OpRight{association, "report.issued", commune | province},
    OpRight{association, "report.returned", province},
    OpRight{association, "report.submitted", commune | province},
    OpRight{association, "steering.met", province},
    OpRight{association, "steering.set", province},
    OpRight{association, "training.held", commune | province},
    OpRight{association, "visit.made", commune | province},
    OpRight{association, "visit.planned", commune | province},
    OpRight{territory, "attachment.added", province | administrator},
    OpRight{territory, "class.set", province | administrator},
    OpRight{territory, "op.reversed", province | administrator},
    OpRight{territory, "private.erased", province | administrator},
    OpRight{territory, "reform.applied", province | administrator},
    OpRight{territory, "unit.abolished", province | administrator},
    OpRight{territory, "unit.created", province | administrator},
    OpRight{territory, "unit.moved", province | administrator},
    OpRight{territory, "unit.renamed", province | administrator},
    OpRight{territory, "unit.reported", province | administrator},
    OpRight{territory, "unit.retyped", province | administrator},
    OpRight{territory, "units.loaded", province | administrator},
    OpRight{territory, "village.abolished", province | administrator},
    OpRight{territory, "village.assigned", province | administrator},
    OpRight{territory, "village.created", province | administrator},
    OpRight{territory, "village.renamed", province | administrator},
    OpRight{registry, "attachment.added", province | administrator},
    OpRight{registry, "claim.recorded", province | administrator},
    OpRight{registry, "cluster.set", province | administrator},
    OpRight{registry, "criteria.adopted", province | administrator},
    OpRight{registry, "op.reversed", province | administrator},
    OpRight{registry, "private.erased", province | administrator},
    OpRight{registry, "programme.added", province | administrator},
    OpRight{registry, "retention.set", province | administrator},
    OpRight{registry, "scheme.adopted", province | administrator},
    OpRight{registry, "setting.set", province | administrator},
};

constexpr auto key_of(const OpRight& right) { return std::pair(right.book, right.op); }
static_assert(std::ranges::is_sorted(rights, {}, key_of));

// Columns in the order of Sight. A steering board reads figures, which names nobody.
struct SightRow {
    Role role;
    std::array<Seeing, 5> sees;
};
constexpr auto no = Seeing::no;
constexpr auto reason = Seeing::by_reason;
constexpr auto yes = Seeing::yes;
constexpr std::array sights = {
    SightRow{Role::club_board, {yes, yes, yes, no, yes}},
    SightRow{Role::commune, {yes, yes, yes, yes, yes}},
    SightRow{Role::district, {yes, no, no, no, no}},
    SightRow{Role::province, {yes, reason, reason, no, reason}},
    SightRow{Role::steering, {no, no, no, no, no}},
    SightRow{Role::auditor, {reason, reason, no, no, reason}},
    SightRow{Role::administrator, {no, no, no, no, no}},
};

}  // namespace

std::span<const OpRight> op_rights() { return rights; }

bool may_record(Role role, core::BookKind book, std::string_view op) {
    const auto found = std::ranges::lower_bound(rights, std::pair(book, op), {}, key_of);
    const bool named = found != rights.end() && key_of(*found) == std::pair(book, op);
    return named && (found->roles & only(role)) != 0;
}

bool may_record(std::span<const Role> roles, core::BookKind book, std::string_view op) {
    return std::ranges::any_of(roles, [&](Role role) { return may_record(role, book, op); });
}

bool may_decide_cases(Role role, core::BookKind book) {
    const RoleSet deciders = book == club ? commune : commune | province;
    return (deciders & only(role)) != 0;
}

bool may_keep_devices(Role role) { return ((commune | administrator) & only(role)) != 0; }

bool may_give_leave(Role role) { return role == Role::administrator; }

Seeing may_see(Role role, Sight sight) {
    const auto row = std::ranges::find(sights, role, &SightRow::role);
    return row->sees.at(static_cast<std::size_t>(sight));
}

Seeing may_see(Role role, core::BookKind book, Sight sight) {
    const auto seen = may_see(role, sight);
    const bool own_work = book == association && role == Role::province;
    return own_work && seen == Seeing::by_reason && sight != Sight::contact ? Seeing::yes : seen;
}

bool opens(std::span<const Role> roles, core::BookKind book) {
    return std::ranges::any_of(
        roles, [&](Role role) { return may_see(role, book, Sight::entries) == Seeing::yes; });
}

Sight sight_of(core::PartClass kind) {
    switch (kind) {
        case core::PartClass::name:
            return Sight::name;
        case core::PartClass::contact:
            return Sight::contact;
        case core::PartClass::sensitive:
            return Sight::sensitive;
        case core::PartClass::text:
            break;
    }
    return Sight::text;
}

}  // namespace lth::app
