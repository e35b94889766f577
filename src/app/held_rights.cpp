#include "app/held_rights.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

#include "app/roles.hpp"
#include "app/sessions.hpp"
#include "core/association/keys.hpp"

namespace lth::app {
namespace {

std::string_view name_of(const Ops& ops, std::size_t index) {
    return std::visit(
        [&](const auto& list) -> std::string_view {
            if (index >= list.size()) return {};
            return std::visit([](const auto& what) { return std::string_view(what.op); },
                              list[index].what);
        },
        ops);
}

std::size_t count_of(const Ops& ops) {
    return std::visit([](const auto& list) { return list.size(); }, ops);
}

const core::OpReversed* reversal(const Ops& ops, std::size_t index) {
    return std::visit(
        [&](const auto& list) { return std::get_if<core::OpReversed>(&list[index].what); }, ops);
}

// What a book begins with says where it will stand.
template <class Opener, class List>
const Opener* first_as(const Ops& ops) {
    const auto* list = std::get_if<List>(&ops);
    if (list == nullptr || list->empty()) return nullptr;
    return std::get_if<Opener>(&list->front().what);
}
const core::association::AssociationRegistered* registration(const Ops& ops) {
    return first_as<core::association::AssociationRegistered,
                    std::vector<core::association::AssociationOp>>(ops);
}

// By the units over it: a province has none above, a district the province alone.
bool fits(core::association::CareLevel level, std::size_t units) {
    if (level == core::association::CareLevel::province) return units == 1;
    if (level == core::association::CareLevel::district) return units == 2;
    return units >= 2;
}
// Wherever in an entry a registration stands: it says where the book is from then on.
std::optional<core::Rejection> refused_registration(Places& places, std::span<const RoleHeld> held,
                                                    const Ops& ops) {
    const auto* list = std::get_if<std::vector<core::association::AssociationOp>>(&ops);
    if (list == nullptr) return std::nullopt;
    for (const auto& op : *list) {
        const auto* what = std::get_if<core::association::AssociationRegistered>(&op.what);
        if (what == nullptr) continue;
        const auto units = places.units_over_unit(what->unit);
        const bool over = std::ranges::any_of(held, [&](const RoleHeld& role) {
            return role.unit && std::ranges::count(units, *role.unit) > 0;
        });
        if (!over || !fits(what->level, units.size())) {
            return core::make_rejection("sync.book.no_right", "unit");
        }
        if (places.has_association(what->unit, what->level)) {
            return core::make_rejection("role.association.known", "unit");
        }
    }
    return std::nullopt;
}
// At one of the units over something.
bool is_communes(std::span<const RoleHeld> held, const std::vector<core::UnitId>& units) {
    return std::ranges::any_of(held, [&](const RoleHeld& role) {
        return role.role == Role::commune && role.unit && std::ranges::count(units, *role.unit) > 0;
    });
}
const core::club::ClubProposed* proposal(const Ops& ops) {
    return first_as<core::club::ClubProposed, std::vector<core::club::ClubOp>>(ops);
}

using AssociationOps = std::vector<core::association::AssociationOp>;

// The answer to an obstacle that an operation gives, or takes back.
const core::association::ObstacleAnswered* answer_in(const core::association::Association& book,
                                                     const core::association::AssociationOp& op) {
    const auto* reversed = std::get_if<core::OpReversed>(&op.what);
    if (reversed == nullptr) return std::get_if<core::association::ObstacleAnswered>(&op.what);
    const auto entry = book.entry_index.find(reversed->entry_id);
    if (entry == book.entry_index.end()) return nullptr;
    const auto at = entry->second + static_cast<std::size_t>(reversed->op_index.value);
    if (at >= book.ops.size() || book.ops[at].seq != book.ops[entry->second].seq) return nullptr;
    return std::get_if<core::association::ObstacleAnswered>(&book.ops[at].what);
}

// In the book, or earlier in the same entry.
std::optional<core::association::CareLevel> addressed_to(
    const core::association::Association& book,
    std::span<const core::association::AssociationOp> earlier, core::RecordId obstacle) {
    for (const auto& op : earlier) {
        const auto* raised = std::get_if<core::association::ObstacleRaised>(&op.what);
        if (raised != nullptr && raised->obstacle == obstacle) return raised->to;
    }
    const auto made =
        core::association::introduced_by(book, core::association::record_key(obstacle));
    if (made == core::association::no_op) return std::nullopt;
    const auto* raised = std::get_if<core::association::ObstacleRaised>(&book.ops[made].what);
    return raised == nullptr ? std::nullopt : std::optional(raised->to);
}

// Who is addressed answers. What a commune asks of those above it does not settle itself, and it
// takes back what it raised, not what it was answered. Districts record no more: the province does.
std::optional<core::Rejection> refused_answer(const Book& book, const Ops& ops, std::size_t index,
                                              std::span<const Role> roles) {
    const auto* fold = book.as<core::association::Association>();
    const auto* list = std::get_if<AssociationOps>(&ops);
    if (fold == nullptr || list == nullptr) return std::nullopt;
    const auto* answer = answer_in(*fold, (*list)[index]);
    if (answer == nullptr || std::ranges::count(roles, Role::province) > 0) return std::nullopt;
    const auto to = addressed_to(*fold, std::span(*list).first(index), answer->obstacle);
    if (!to || *to == core::association::CareLevel::commune) return std::nullopt;
    auto refused = core::make_rejection("role.obstacle.addressed", "obstacle",
                                        {{"level", boost::describe::enum_to_string(*to, "")}});
    refused.op_index = static_cast<int>(index);
    return refused;
}

}  // namespace

HeldRights::HeldRights(Store& store, Places& places, Clock& clock)
    : store_(store), places_(places), clock_(clock) {}

std::vector<RoleHeld> HeldRights::held_today(const core::AccountId& account) {
    const auto today = core::business_date(clock_.now_ms());
    const auto person = store_.people().account(account);
    if (!person || person->disabled_at) return {};
    return roles_on(store_.people().roles(account), today);
}

std::vector<Role> HeldRights::roles_over(std::span<const RoleHeld> held_today,
                                         const core::BookId& book) {
    const auto held_book = store_.book(book);
    const bool is_everywhere = held_book && (held_book->kind == core::BookKind::territory ||
                                             held_book->kind == core::BookKind::registry);
    std::optional<std::vector<core::UnitId>> units;  // asked for only if some role needs them
    std::vector<Role> roles;
    for (const auto& held : held_today) {
        // An administrator has no place; books of the whole province are the province's.
        bool over = held.book == book || held.role == Role::administrator ||
                    (is_everywhere && held.role == Role::province);
        if (held.unit && !over) {
            if (!units) units = places_.units_over(book);
            over = std::ranges::count(*units, *held.unit) > 0;
        }
        if (over && std::ranges::count(roles, held.role) == 0) roles.push_back(held.role);
    }
    return roles;
}

std::vector<Role> HeldRights::roles_over(const core::AccountId& account, const core::BookId& book) {
    return roles_over(held_today(account), book);
}

std::optional<Role> HeldRights::recorded_as(const core::BookId& book, std::uint64_t seq) {
    const auto page = store_.entries(book, seq - 1, {.entries = 1});
    if (page.empty()) return std::nullopt;
    const auto& [entry, seal] = page.front();
    const auto held =
        roles_on(store_.people().roles(entry.author), core::business_date(seal.received_at));
    const auto roles = roles_over(held, book);
    for (const auto role : {Role::province, Role::commune}) {
        if (std::ranges::count(roles, role) > 0) return role;
    }
    return std::nullopt;
}

std::vector<Role> HeldRights::roles_on_map(const core::AccountId& account,
                                           const core::BookId& territory,
                                           const core::UnitId& unit) {
    const auto held = held_today(account);
    auto roles = roles_over(held, territory);
    std::erase(roles, Role::commune);
    if (is_communes(held, places_.units_over_unit(unit))) roles.push_back(Role::commune);
    return roles;
}

// Every unit and village that the operation is about lies under a commune's officer.
bool HeldRights::names_own(std::span<const RoleHeld> held_today, const Ops& ops,
                           std::size_t index) {
    using namespace core::territory;
    const auto* list = std::get_if<std::vector<TerritoryOp>>(&ops);
    if (list == nullptr) return false;
    const auto& what = (*list)[index].what;
    const auto unit = [&](const core::UnitId& id) {
        return is_communes(held_today, places_.units_over_unit(id));
    };
    const auto village = [&](const core::VillageId& id) {
        return is_communes(held_today, places_.units_over_village(id));
    };
    if (const auto* reported = std::get_if<UnitReported>(&what)) return unit(reported->unit);
    if (const auto* renamed = std::get_if<VillageRenamed>(&what)) return village(renamed->village);
    const auto* created = std::get_if<VillageCreated>(&what);
    return created != nullptr && unit(created->unit) &&
           std::ranges::all_of(created->predecessors, village);
}

std::vector<Role> HeldRights::roles_to_open(const core::AccountId& account, const Ops& ops) {
    std::vector<core::UnitId> units;
    if (const auto* registered = registration(ops))
        units = places_.units_over_unit(registered->unit);
    if (const auto* proposed = proposal(ops))
        units = places_.units_over_village(proposed->seat_village);
    std::vector<Role> roles;
    for (const auto& held : held_today(account)) {
        const bool over = held.unit && std::ranges::count(units, *held.unit) > 0;
        if (over && std::ranges::count(roles, held.role) == 0) roles.push_back(held.role);
    }
    return roles;
}

std::optional<core::Rejection> HeldRights::refuses(const Caller& caller, const Book& book,
                                                   const core::Entry& entry, const Ops& ops) {
    if (is_revoked(caller.device)) return core::make_rejection("sync.device.revoked", "device");
    const bool opens = book.head().last_seq == 0;
    const auto held = held_today(caller.account);
    auto roles = opens ? roles_to_open(caller.account, ops) : roles_over(held, entry.book_id);
    // Over the map a commune's officer is nobody, but in what an operation says of his own units.
    const bool of_map = book.kind() == core::BookKind::territory && !opens;
    if (of_map) std::erase(roles, Role::commune);
    const bool of_commune = of_map && std::ranges::count(held, Role::commune, &RoleHeld::role) > 0;
    if (roles.empty() && !of_commune) return core::make_rejection("sync.book.no_right");
    if (auto refused = refused_registration(places_, held, ops)) return refused;
    const auto may = [&](std::string_view op) { return may_record(roles, book.kind(), op); };
    for (std::size_t i = 0; i < count_of(ops); ++i) {
        std::string op(name_of(ops, i));
        if (of_commune && !may(op) && may_record(Role::commune, book.kind(), op)) {
            if (names_own(held, ops, i)) continue;
            auto refused = core::make_rejection("role.unit.not_own", "unit");
            refused.op_index = static_cast<int>(i);
            return refused;
        }
        // Who may not record an operation may not undo it either.
        if (const auto* reversed = reversal(ops, i); reversed != nullptr && may(op)) {
            if (auto undone = reversed_op(book, entry.book_id, *reversed); !undone.empty()) {
                op = std::move(undone);
            }
        }
        if (may(op)) {
            if (auto refused = refused_answer(book, ops, i, roles)) return refused;
            continue;
        }
        auto refused = core::make_rejection("role.operation.not_allowed", "op", {{"op", op}});
        refused.op_index = static_cast<int>(i);
        return refused;
    }
    return std::nullopt;
}

std::optional<PartClasses> HeldRights::readable(const Caller& caller, const core::BookId& book) {
    if (is_revoked(caller.device)) return std::nullopt;
    const auto roles = roles_over(caller.account, book);
    const auto sees = [&](Sight sight) {
        return std::ranges::any_of(roles,
                                   [&](Role role) { return may_see(role, sight) == Seeing::yes; });
    };
    if (!sees(Sight::entries)) return std::nullopt;
    PartClasses classes;
    for (const auto kind : {core::PartClass::name, core::PartClass::contact,
                            core::PartClass::sensitive, core::PartClass::text}) {
        if (sees(sight_of(kind))) classes.insert(kind);
    }
    return classes;
}

bool HeldRights::concerns(const Caller& caller, const core::BookId& book) {
    const auto device = store_.people().device(caller.device);
    if (device && device->book == book) return true;
    if (!roles_over(caller.account, book).empty()) return true;
    return std::ranges::any_of(store_.people().roles(caller.account),
                               [&](const RoleHeld& held) { return once_over(held, book); });
}

// Maps change under a role: what counts is where the book stood when it began, or on its last day.
bool HeldRights::once_over(const RoleHeld& held, const core::BookId& book) {
    const auto today = core::business_date(clock_.now_ms());
    if (held.from > today) return false;
    if (held.book == book || held.role == Role::administrator) return true;
    if (!held.unit) return false;
    const auto last = held.until && *held.until <= today ? *held.until - 1 : today;
    const auto stood_under = [&](core::Date day) {
        return std::ranges::count(places_.units_over_on(book, day), *held.unit) > 0;
    };
    return stood_under(last) || stood_under(held.from);
}

bool HeldRights::takes_back(const core::BookId& book) {
    const auto leave = store_.people().leave(book);
    return leave && clock_.now_ms() < leave->until;
}

bool HeldRights::is_revoked(const core::DeviceId& id) {
    const auto device = store_.people().device(id);
    return device && device->revoked_at;
}

std::string HeldRights::reversed_op(const Book& book, const core::BookId& id,
                                    const core::OpReversed& what) {
    const auto seq = book.seq_of(what.entry_id);
    if (seq == 0) return {};
    const auto page = store_.entries(id, seq - 1, {.entries = 1});
    if (page.empty()) return {};
    const auto ops = read_ops(book.kind(), page.front().entry);
    return ops ? std::string(name_of(*ops, static_cast<std::size_t>(what.op_index.value)))
               : std::string();
}

}  // namespace lth::app
