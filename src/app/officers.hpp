// Everything that officers ask of the server, put together once for the server and for tests.
#pragma once

#include "app/accounts.hpp"
#include "app/own_devices.hpp"
#include "app/readers.hpp"
#include "app/sign_in_desk.hpp"
#include "app/trail.hpp"

namespace lth::app {

/// What an officer is told about himself.
struct Me {
    core::AccountId account;
    std::string login;
    std::string shown_name;
    std::vector<RoleLine> roles;  // of today
    bool must_change_password = false;
    bool totp = false;
    bool totp_needed = false;
    bool simulated = false;                        // a demonstration: people and clubs are made up
    std::optional<std::int64_t> last_backup = {};  // of the database, ms UTC
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (account, login, shown_name, roles, must_change_password, totp, totp_needed,
                       simulated, last_backup))

class OfficerDesk {
public:
    struct Ports {
        Store& store;
        Places& places;
        UnitMap& map;
        HeldRights& rights;
        Clock& clock;
        Ids& ids;
    };
    explicit OfficerDesk(const Ports& ports, const HashingLimits& hashing = {})
        : passwords(hashing),
          sessions(ports.store, ports.clock, ports.ids),
          door(ports.store, sessions, passwords, ports.clock, ports.ids),
          accounts(ports.store, ports.places, ports.map, ports.clock, ports.ids),
          readers(ports.store, ports.rights, ports.map, ports.clock, ports.ids),
          devices(ports.store, ports.clock),
          trail(ports.store, ports.rights, ports.places, ports.clock),
          store_(ports.store) {}

    [[nodiscard]] Me me(const SignedIn& who) {
        const auto totp = store_.sign_ins().totp(who.account.id);
        return {.account = who.account.id,
                .login = who.account.login,
                .shown_name = who.account.shown_name,
                .roles = accounts.lines(who.roles),
                .must_change_password = who.session.weak_password,
                .totp = totp && totp->confirmed_at,
                .totp_needed = who.totp_needed,
                .last_backup = store_.last_backup()};
    }

    /// Rules of SignInDesk::check_present and OwnDevices::bind.
    [[nodiscard]] core::Result<OwnBound> bind_device(const SignedIn& who, const OwnDevice& own) {
        const auto present = door.check_present(who, own.password, "password");
        if (!present) return std::unexpected(present.error());
        return devices.bind(who, own);
    }

    Passwords passwords;
    Sessions sessions;
    SignInDesk door;
    Accounts accounts;
    Readers readers;
    OwnDevices devices;
    Trail trail;

private:
    Store& store_;
};

}  // namespace lth::app
