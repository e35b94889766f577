// Accounts of officers: made, given roles, reset and disabled by whoever stands above them. Nobody
// makes or resets anyone with a right above or beside his own.
#pragma once

#include <boost/describe/class.hpp>

#include "app/held_rights.hpp"
#include "app/sessions.hpp"
#include "app/unit_map.hpp"

namespace lth::app {

/// Who acts, with the roles he holds today.
struct Maker {
    core::AccountId account;
    std::vector<RoleHeld> roles;
};
/// Whoever has the database in hand needs no account.
[[nodiscard]] Maker maker_by_hand();

/// One place: a unit by its code or id, or a club's book; an administrator has none.
struct RoleForm {
    Role role = Role::commune;
    std::optional<std::string> unit = {};
    std::optional<core::BookId> book = {};
    std::optional<core::Date> from = {};   // today
    std::optional<core::Date> until = {};  // the first day without it
};
BOOST_DESCRIBE_STRUCT(RoleForm, (), (role, unit, book, from, until))

struct AccountForm {
    std::string login;
    std::string shown_name;
    Role role = Role::commune;
    std::optional<std::string> unit = {};
    std::optional<core::BookId> book = {};
    std::optional<core::Date> from = {};
    std::optional<core::Date> until = {};
};
BOOST_DESCRIBE_STRUCT(AccountForm, (), (login, shown_name, role, unit, book, from, until))

/// What is printed and handed over; the code is shown once and never kept.
struct PrintedSlip {
    core::AccountId account;
    std::string slip;
    std::int64_t expires_at = 0;
};
BOOST_DESCRIBE_STRUCT(PrintedSlip, (), (account, slip, expires_at))

struct RoleLine {
    Role role = Role::commune;
    std::optional<core::UnitId> unit = {};
    std::optional<std::string> unit_code = {};  // on today's map
    std::optional<std::string> unit_name = {};
    std::optional<core::BookId> book = {};
    core::Date from;
    std::optional<core::Date> until = {};
};
BOOST_DESCRIBE_STRUCT(RoleLine, (), (role, unit, unit_code, unit_name, book, from, until))

struct AccountLine {
    core::AccountId account;
    std::string login;
    std::string shown_name;
    std::optional<std::int64_t> disabled_at = {};
    bool has_password = false;  // false: the first slip was not used yet
    bool totp = false;
    std::vector<RoleLine> roles;
};
BOOST_DESCRIBE_STRUCT(AccountLine, (),
                      (account, login, shown_name, disabled_at, has_password, totp, roles))

class Accounts {
public:
    Accounts(Store& store, Places& places, UnitMap& map, Clock& clock, Ids& ids);

    /// Rules account.*.
    [[nodiscard]] core::Result<PrintedSlip> create(const Maker& maker, const AccountForm& form);
    /// Those below the maker, by login.
    [[nodiscard]] std::vector<AccountLine> below(const Maker& maker);

    // Rules account.unknown and account.not_above.
    [[nodiscard]] core::Result<PrintedSlip> reset(const Maker& maker, const core::AccountId& id);
    [[nodiscard]] core::Result<void> disable(const Maker& maker, const core::AccountId& id);
    [[nodiscard]] core::Result<void> enable(const Maker& maker, const core::AccountId& id);
    /// And account.role.*.
    [[nodiscard]] core::Result<void> give_role(const Maker& maker, const core::AccountId& id,
                                               const RoleForm& form);
    [[nodiscard]] core::Result<void> end_role(const Maker& maker, const core::AccountId& id,
                                              const RoleForm& form);

    [[nodiscard]] std::vector<RoleLine> lines(const std::vector<RoleHeld>& roles);

private:
    [[nodiscard]] core::Result<RoleHeld> read_role(const RoleForm& form);
    [[nodiscard]] bool may_make(const Maker& maker, const RoleHeld& held);
    [[nodiscard]] core::Result<Account> account_below(const Maker& maker,
                                                      const core::AccountId& id);
    [[nodiscard]] bool is_above(const Maker& maker, const Account& account);
    [[nodiscard]] Slip slip_for(const Maker& maker, const core::AccountId& account,
                                const core::Digest& code_hash) const;
    [[nodiscard]] core::Date today() const { return core::business_date(clock_.now_ms()); }

    Store& store_;
    Places& places_;
    UnitMap& map_;
    Clock& clock_;
    Ids& ids_;
};

}  // namespace lth::app
