#include "app/roles.hpp"

#include <algorithm>
#include <array>

namespace lth::app {
namespace {

constexpr RoleSet board = only(Role::club_board);
constexpr RoleSet commune = only(Role::commune);
constexpr RoleSet province = only(Role::province);
constexpr RoleSet administrator = only(Role::administrator);

constexpr auto club_book = core::BookKind::club;
constexpr auto association_book = core::BookKind::association;
constexpr auto territory_book = core::BookKind::territory;
constexpr auto registry_book = core::BookKind::registry;

// Sorted by kind of book and operation. Founding, appraisal and who keeps the book are the
// commune's, approval is the province's; the rest of a club's life is its board's, and the
// commune's officer may type it from paper. Of the map a commune's officer records what his own
// units state of themselves and their villages (see HeldRights).
constexpr std::array recording_rights = {
    OpRight{club_book, "activity.held", board | commune},
    OpRight{club_book, "attachment.added", board | commune},
    OpRight{club_book, "balance.explained", commune},
    OpRight{club_book, "balance.opened", board | commune},
    OpRight{club_book, "bank.deposited", board | commune},
    OpRight{club_book, "bank.fee", board | commune},
    OpRight{club_book, "bank.interest", board | commune},
    OpRight{club_book, "bank.withdrawn", board | commune},
    OpRight{club_book, "board.elected", board | commune},
    OpRight{club_book, "book.keeper_set", commune},
    OpRight{club_book, "book.opened", board | commune},
    OpRight{club_book, "capital.received", board | commune},
    OpRight{club_book, "capital.returned", board | commune},
    OpRight{club_book, "care.visited", board | commune},
    OpRight{club_book, "cash.adjusted", board | commune},
    OpRight{club_book, "cash.counted", board | commune},
    OpRight{club_book, "claim.settled", board | commune},
    OpRight{club_book, "claim.waived", board | commune},
    OpRight{club_book, "club.changed", board | commune},
    OpRight{club_book, "club.closing", board | commune},
    OpRight{club_book, "club.decided", commune},
    OpRight{club_book, "club.dissolved", commune},
    OpRight{club_book, "club.launched", commune},
    OpRight{club_book, "club.merged", commune},
    OpRight{club_book, "club.proposed", commune},
    OpRight{club_book, "club.reported", commune | province},
    OpRight{club_book, "club.resumed", commune},
    OpRight{club_book, "club.suspended", commune},
    OpRight{club_book, "consent.recorded", board | commune},
    OpRight{club_book, "donation.received", board | commune},
    OpRight{club_book, "dossier.item", commune},
    OpRight{club_book, "dues.received", board | commune},
    OpRight{club_book, "equipment.handed_over", board | commune},
    OpRight{club_book, "expense.paid", board | commune},
    OpRight{club_book, "fund.advance_returned", board | commune},
    OpRight{club_book, "fund.advanced", board | commune},
    OpRight{club_book, "fund.transferred", board | commune},
    OpRight{club_book, "funds.handed_over", board | commune},
    OpRight{club_book, "funds.taken_over", board | commune},
    OpRight{club_book, "gift.received", board | commune},
    OpRight{club_book, "health.checked", board | commune},
    OpRight{club_book, "loan.disbursed", board | commune},
    OpRight{club_book, "loan.interest_waived", board | commune},
    OpRight{club_book, "loan.opened", board | commune},
    OpRight{club_book, "loan.recovered", board | commune},
    OpRight{club_book, "loan.repaid", board | commune},
    OpRight{club_book, "loan.rescheduled", board | commune},
    OpRight{club_book, "loan.taken_over", board | commune},
    OpRight{club_book, "loan.written_off", board | commune},
    OpRight{club_book, "meeting.held", board | commune},
    OpRight{club_book, "meetings.excused", board | commune},
    OpRight{club_book, "member.admitted", board | commune},
    OpRight{club_book, "member.changed", board | commune},
    OpRight{club_book, "member.corrected", board | commune},
    OpRight{club_book, "member.left", board | commune},
    OpRight{club_book, "member.readmitted", board | commune},
    OpRight{club_book, "month.reported", board | commune},
    OpRight{club_book, "op.reversed", board | commune},
    OpRight{club_book, "period.closed", board | commune},
    OpRight{club_book, "private.erased", commune | province},
    OpRight{club_book, "rating.answered", commune},
    OpRight{club_book, "rating.appraised", commune},
    OpRight{club_book, "rating.approved", province},
    OpRight{club_book, "rating.returned", province},
    OpRight{club_book, "rating.self_scored", board | commune},
    OpRight{club_book, "reserve.changed", board | commune},
    OpRight{club_book, "roster.completed", board | commune},
    OpRight{club_book, "roster.reviewed", board | commune},
    OpRight{club_book, "rules.set", board | commune},
    OpRight{club_book, "setting.set", board | commune},
    OpRight{club_book, "team.set", board | commune},
    OpRight{club_book, "volunteers.set", board | commune},
    OpRight{association_book, "association.registered", commune | province},
    OpRight{association_book, "attachment.added", commune | province},
    OpRight{association_book, "care.balance_explained", commune | province},
    OpRight{association_book, "care.closed", commune | province},
    OpRight{association_book, "care.grant_returned", commune | province},
    OpRight{association_book, "care.granted", commune | province},
    OpRight{association_book, "care.moved", commune | province},
    OpRight{association_book, "care.opened", commune | province},
    OpRight{association_book, "care.received", commune | province},
    OpRight{association_book, "care.spent", commune | province},
    OpRight{association_book, "care.transferred_in", commune | province},
    OpRight{association_book, "care.transferred_out", commune | province},
    OpRight{association_book, "care.year_reported", commune | province},
    OpRight{association_book, "communication.made", commune | province},
    OpRight{association_book, "document.acknowledged", commune | province},
    OpRight{association_book, "document.filed", commune | province},
    OpRight{association_book, "guidance.sent", commune | province},
    OpRight{association_book, "improvement.done", commune | province},
    OpRight{association_book, "improvement.planned", commune | province},
    OpRight{association_book, "materials.given", commune | province},
    OpRight{association_book, "obstacle.answered", commune | province},
    OpRight{association_book, "obstacle.raised", commune | province},
    OpRight{association_book, "op.reversed", commune | province},
    OpRight{association_book, "partner.committed", commune | province},
    OpRight{association_book, "partner.delivered", commune | province},
    OpRight{association_book, "plan.adopted", commune | province},
    OpRight{association_book, "plan.reviewed", commune | province},
    OpRight{association_book, "pledge.made", commune | province},
    OpRight{association_book, "pledge.met", commune | province},
    OpRight{association_book, "private.erased", commune | province},
    OpRight{association_book, "proposal.decided", commune | province},
    OpRight{association_book, "proposal.made", commune | province},
    OpRight{association_book, "quota.assigned", province},
    OpRight{association_book, "recommendation.closed", commune | province},
    OpRight{association_book, "recommendation.made", commune | province},
    OpRight{association_book, "report.accepted", province},
    OpRight{association_book, "report.due", province},
    OpRight{association_book, "report.issued", commune | province},
    OpRight{association_book, "report.returned", province},
    OpRight{association_book, "report.submitted", commune | province},
    OpRight{association_book, "steering.met", province},
    OpRight{association_book, "steering.set", province},
    OpRight{association_book, "training.held", commune | province},
    OpRight{association_book, "visit.made", commune | province},
    OpRight{association_book, "visit.planned", commune | province},
    OpRight{territory_book, "attachment.added", province | administrator},
    OpRight{territory_book, "class.set", province | administrator},
    OpRight{territory_book, "op.reversed", province | administrator},
    OpRight{territory_book, "private.erased", province | administrator},
    OpRight{territory_book, "reform.applied", province | administrator},
    OpRight{territory_book, "unit.abolished", province | administrator},
    OpRight{territory_book, "unit.created", province | administrator},
    OpRight{territory_book, "unit.moved", province | administrator},
    OpRight{territory_book, "unit.renamed", province | administrator},
    OpRight{territory_book, "unit.reported", commune | province | administrator},
    OpRight{territory_book, "unit.retyped", province | administrator},
    OpRight{territory_book, "units.loaded", province | administrator},
    OpRight{territory_book, "village.abolished", province | administrator},
    OpRight{territory_book, "village.assigned", province | administrator},
    OpRight{territory_book, "village.created", commune | province | administrator},
    OpRight{territory_book, "village.renamed", commune | province | administrator},
    OpRight{registry_book, "attachment.added", province | administrator},
    OpRight{registry_book, "claim.recorded", province | administrator},
    OpRight{registry_book, "cluster.set", province | administrator},
    OpRight{registry_book, "criteria.adopted", province | administrator},
    OpRight{registry_book, "op.reversed", province | administrator},
    OpRight{registry_book, "private.erased", province | administrator},
    OpRight{registry_book, "programme.added", province | administrator},
    OpRight{registry_book, "retention.set", province | administrator},
    OpRight{registry_book, "scheme.adopted", province | administrator},
    OpRight{registry_book, "setting.set", province | administrator},
};

constexpr auto book_and_op(const OpRight& right) { return std::pair(right.book, right.op); }
static_assert(std::ranges::is_sorted(recording_rights, {}, book_and_op));

// Columns in the order of Sight. A steering board reads figures and lists, which name nobody.
struct SightRow {
    Role role;
    std::array<Seeing, 7> sees;
};
constexpr auto no = Seeing::no;
constexpr auto by_reason = Seeing::by_reason;
constexpr auto yes = Seeing::yes;
constexpr std::array sights = {
    SightRow{Role::club_board, {yes, yes, yes, yes, no, yes, no}},
    SightRow{Role::commune, {yes, yes, yes, yes, yes, yes, yes}},
    SightRow{Role::district, {yes, yes, no, no, no, no, no}},
    SightRow{Role::province, {yes, yes, by_reason, by_reason, no, by_reason, yes}},
    SightRow{Role::steering, {yes, no, no, no, no, no, no}},
    SightRow{Role::auditor, {yes, by_reason, by_reason, no, no, by_reason, yes}},
    SightRow{Role::administrator, {no, no, no, no, no, no, yes}},
};

}  // namespace

std::span<const OpRight> op_rights() { return recording_rights; }

bool may_record(Role role, core::BookKind book, std::string_view op) {
    const auto found =
        std::ranges::lower_bound(recording_rights, std::pair(book, op), {}, book_and_op);
    const bool named =
        found != recording_rights.end() && book_and_op(*found) == std::pair(book, op);
    return named && (found->roles & only(role)) != 0;
}

bool may_record(std::span<const Role> roles, core::BookKind book, std::string_view op) {
    return std::ranges::any_of(roles, [&](Role role) { return may_record(role, book, op); });
}

bool may_decide_cases(Role role, core::BookKind book) {
    const RoleSet deciders = book == club_book ? commune : commune | province;
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
    const bool own_work = book == association_book && role == Role::province;
    return own_work && seen == Seeing::by_reason && sight != Sight::contact ? Seeing::yes : seen;
}

bool sees(std::span<const Role> roles, core::BookKind book, Sight sight) {
    return std::ranges::any_of(
        roles, [&](Role role) { return may_see(role, book, sight) == Seeing::yes; });
}

bool opens(std::span<const Role> roles, core::BookKind book) {
    return sees(roles, book, Sight::entries);
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

bool shows_members(const PartClasses& classes, core::BookKind kind) {
    return kind != club_book || classes.contains(core::PartClass::name);
}

}  // namespace lth::app
