#include "app/accounts.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

#include "app/clusters.hpp"
#include "app/codes.hpp"
#include "app/sign_in_desk.hpp"

namespace lth::app {
namespace {

constexpr std::int64_t slip_life_ms = 7 * 86'400'000;
constexpr std::size_t min_login = 3;
constexpr std::size_t max_login = 40;

bool may_be_login(std::string_view login) {
    constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
    return login.size() >= min_login && login.size() <= max_login &&
           login.find_first_not_of(characters) == std::string_view::npos;
}

// What each role makes: those below it, in the place below its own.
bool makes(Role maker, Role made) {
    switch (maker) {
        case Role::administrator:
            return true;
        case Role::province:
            return made == Role::commune || made == Role::club_board || made == Role::district ||
                   made == Role::steering;
        case Role::commune:
            return made == Role::club_board;
        default:
            return false;
    }
}

// An administrator has no place, a board has its club's book, the others a unit.
bool has_its_place(const RoleForm& form) {
    const bool wants_book = form.role == Role::club_board;
    const bool wants_unit = !wants_book && form.role != Role::administrator;
    return form.book.has_value() == wants_book && form.unit.has_value() == wants_unit;
}

// Whoever records or opens names does so at the level of his office. A steering board or an auditor
// of any unit looks at that unit only.
std::optional<core::territory::Level> level_for(Role role) {
    switch (role) {
        case Role::commune:
            return core::territory::Level::commune;
        case Role::district:
            return core::territory::Level::district;  // a cluster stands in its place
        case Role::province:
            return core::territory::Level::province;
        default:
            return std::nullopt;
    }
}

RoleForm role_of(const AccountForm& form) {
    return {form.role, form.unit, form.book, form.from, form.until};
}

}  // namespace

Maker maker_by_hand() {
    return {.account = {}, .roles = {{.account = {}, .role = Role::administrator, .from = {}}}};
}

Accounts::Accounts(Store& store, Places& places, UnitMap& map, Clock& clock, Ids& ids)
    : store_(store), places_(places), map_(map), clock_(clock), ids_(ids) {}

core::Result<RoleHeld> Accounts::read_role(const RoleForm& form) {
    if (!has_its_place(form)) {
        const core::Fact role{"role", boost::describe::enum_to_string(form.role, "")};
        if (form.role == Role::administrator) {
            return core::reject("account.role.no_place", "role", {role});
        }
        return core::reject("account.role.place", "role", {role});
    }
    RoleHeld held{.account = {}, .role = form.role, .book = form.book, .from = {}};
    held.from = form.from.value_or(today());
    held.until = form.until;
    if (form.unit) {
        const auto unit = map_.find_unit(*form.unit);
        if (!unit) {
            return core::reject("question.unit.unknown", "unit",
                                {{"unit", *form.unit}, {"date", to_text(today())}});
        }
        // What a cluster's officer does is to look: each commune's work has its own officer.
        const bool looks = form.role == Role::district || form.role == Role::steering;
        if (cluster_in(unit->code) && !looks) {
            return core::reject("account.role.place", "role",
                                {{"role", boost::describe::enum_to_string(form.role, "")}});
        }
        if (const auto level = level_for(form.role); level && unit->level != *level) {
            return core::reject("account.role.level", "unit",
                                {{"role", boost::describe::enum_to_string(form.role, "")},
                                 {"level", boost::describe::enum_to_string(*level, "")},
                                 {"unit", unit->name}});
        }
        held.unit = unit->id;
    }
    if (form.book) {
        const auto book = store_.book(*form.book);
        if (!book || book->kind != core::BookKind::club) {
            return core::reject("question.club.unknown", "book", {{"club", to_text(*form.book)}});
        }
    }
    return held;
}

bool Accounts::may_make(const Maker& maker, const RoleHeld& held) {
    std::vector<core::UnitId> over;
    if (held.unit) over = map_.units_over(*held.unit);
    if (held.book) over = places_.units_over(*held.book);
    return std::ranges::any_of(maker.roles, [&](const RoleHeld& mine) {
        if (!makes(mine.role, held.role)) return false;
        if (mine.role == Role::administrator) return true;
        // A commune is below the province, not in its place; a steering board sits beside it.
        const bool beside = held.unit == mine.unit && held.role != Role::steering;
        return mine.unit && !beside && std::ranges::count(over, *mine.unit) > 0;
    });
}

// By every role that still counts or will; by those of the past if there is none.
bool Accounts::is_above(const Maker& maker, const Account& account) {
    if (account.login.empty() || account.id == maker.account) return false;
    const auto roles = store_.people().roles(account.id);
    auto live = roles;
    std::erase_if(live, [&](const RoleHeld& held) { return held.until && *held.until <= today(); });
    return std::ranges::all_of(live.empty() ? roles : live,
                               [&](const RoleHeld& held) { return may_make(maker, held); });
}

core::Result<Account> Accounts::account_below(const Maker& maker, const core::AccountId& id) {
    auto account = store_.people().account(id);
    if (!account || account->login.empty()) {
        return core::reject("account.unknown", "id", {{"account", to_text(id)}});
    }
    if (!is_above(maker, *account)) return core::reject("account.not_above", "id");
    return std::move(*account);
}

Slip Accounts::slip_for(const Maker& maker, const core::AccountId& account,
                        const core::Digest& code_hash) const {
    const auto now = clock_.now_ms();
    return {.code_hash = code_hash,
            .account = account,
            .made_by = maker.account,
            .made_at = now,
            .expires_at = now + slip_life_ms};
}

core::Result<PrintedSlip> Accounts::create(const Maker& maker, const AccountForm& form) {
    const auto login = plain_login(form.login);
    if (!may_be_login(login)) return core::reject("account.login.malformed", "login");
    if (!may_be_shown(form.shown_name)) {
        return core::reject("account.name.malformed", "shown_name");
    }
    auto held = read_role(role_of(form));
    if (!held) return std::unexpected(held.error());
    if (held->until && *held->until <= held->from) {
        return core::reject("account.role.dates", "until");
    }
    if (!may_make(maker, *held)) return core::reject("account.not_above", "role");
    const core::AccountId id{make_uuid7(clock_.now_ms(), ids_)};
    held->account = id;
    const auto code = make_code(ids_);
    const auto slip = slip_for(maker, id, code.hash);
    const auto written = store_.people().put(
        {.accounts =
             {{.id = id, .login = login, .password_hash = {}, .shown_name = form.shown_name}},
         .roles = {*held},
         .slips = {slip}});
    if (written == PeopleWritten::login_taken) {
        return core::reject("account.login.taken", "login", {{"login", login}});
    }
    return PrintedSlip{id, code.printed, slip.expires_at};
}

std::vector<AccountLine> Accounts::below(const Maker& maker) {
    std::vector<AccountLine> found;
    for (const auto& account : store_.people().accounts()) {
        if (!is_above(maker, account)) continue;
        const auto totp = store_.sign_ins().totp(account.id);
        found.push_back({.account = account.id,
                         .login = account.login,
                         .shown_name = account.shown_name,
                         .disabled_at = account.disabled_at,
                         .has_password = !account.password_hash.empty(),
                         .totp = totp && totp->confirmed_at,
                         .roles = lines(store_.people().roles(account.id))});
    }
    return found;
}

core::Result<PrintedSlip> Accounts::reset(const Maker& maker, const core::AccountId& id) {
    const auto account = account_below(maker, id);
    if (!account) return std::unexpected(account.error());
    if (account->disabled_at) return core::reject("account.disabled", "id");
    const auto code = make_code(ids_);
    const auto slip = slip_for(maker, id, code.hash);
    (void)store_.people().put(
        {.signed_out = {id}, .unbindings = {{id, clock_.now_ms()}}, .slips = {slip}});
    return PrintedSlip{id, code.printed, slip.expires_at};
}

core::Result<void> Accounts::disable(const Maker& maker, const core::AccountId& id) {
    const auto account = account_below(maker, id);
    if (!account) return std::unexpected(account.error());
    const auto at = account->disabled_at.value_or(clock_.now_ms());
    (void)store_.people().put(
        {.disablings = {{id, at}}, .signed_out = {id}, .unbindings = {{id, clock_.now_ms()}}});
    return {};
}

core::Result<void> Accounts::enable(const Maker& maker, const core::AccountId& id) {
    const auto account = account_below(maker, id);
    if (!account) return std::unexpected(account.error());
    (void)store_.people().put({.disablings = {{id, std::nullopt}}});
    return {};
}

core::Result<void> Accounts::give_role(const Maker& maker, const core::AccountId& id,
                                       const RoleForm& form) {
    const auto account = account_below(maker, id);
    if (!account) return std::unexpected(account.error());
    auto held = read_role(form);
    if (!held) return std::unexpected(held.error());
    if (held->until && *held->until <= held->from) {
        return core::reject("account.role.dates", "until");
    }
    if (!may_make(maker, *held)) return core::reject("account.not_above", "role");
    held->account = id;
    (void)store_.people().put({.roles = {*held}});
    return {};
}

core::Result<void> Accounts::end_role(const Maker& maker, const core::AccountId& id,
                                      const RoleForm& form) {
    const auto account = account_below(maker, id);
    if (!account) return std::unexpected(account.error());
    // A unit that is no longer on the map is named by its id.
    const auto unit = form.unit ? map_.find_unit(*form.unit) : std::nullopt;
    const auto by_id = form.unit ? core::parse_base32(*form.unit) : std::nullopt;
    for (auto held : store_.people().roles(id)) {
        const bool same_unit = form.unit.has_value() == held.unit.has_value() &&
                               (!held.unit || (unit && unit->id == *held.unit) ||
                                (by_id && held.unit->value == *by_id));
        const bool live = !held.until || *held.until > today();
        if (held.role != form.role || !same_unit || held.book != form.book || !live) continue;
        held.until = form.until.value_or(today());
        if (*held.until < held.from) return core::reject("account.role.dates", "until");
        (void)store_.people().put({.roles = {held}});
        return {};
    }
    return core::reject("account.role.none", "role");
}

std::vector<RoleLine> Accounts::lines(const std::vector<RoleHeld>& roles) {
    std::vector<RoleLine> found;
    for (const auto& held : roles) {
        RoleLine line{.role = held.role, .unit = held.unit, .book = held.book, .from = held.from};
        line.until = held.until;
        if (held.unit) {
            if (const auto unit = map_.find_unit(to_text(*held.unit))) {
                line.unit_code = unit->code;
                line.unit_name = unit->name;
            }
        }
        found.push_back(std::move(line));
    }
    return found;
}

}  // namespace lth::app
