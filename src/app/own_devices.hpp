// Devices of officers who sign in: bound by the session instead of a card, for every book that the
// officer has a right over.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/ports.hpp"
#include "app/sign_in.hpp"

namespace lth::app {

struct OwnDevice {
    core::DeviceId device;
    core::Digest key{};
    std::string name;
    std::string core_version;
    std::string password = {};  // the present one: a key outlives the session that bound it
};
BOOST_DESCRIBE_STRUCT(OwnDevice, (), (device, key, name, core_version, password))

struct OwnBound {
    core::AccountId account;
    std::int64_t server_time = 0;
};
BOOST_DESCRIBE_STRUCT(OwnBound, (), (account, server_time))

/// Times in ms UTC.
struct OwnDeviceRow {
    core::DeviceId device;
    std::string name;
    std::int64_t bound_at = 0;
    std::optional<std::int64_t> last_seen_at = {};  // to within an hour
    std::optional<std::int64_t> revoked_at = {};
};
BOOST_DESCRIBE_STRUCT(OwnDeviceRow, (), (device, name, bound_at, last_seen_at, revoked_at))

class OwnDevices {
public:
    OwnDevices(Store& store, Clock& clock) : store_(store), clock_(clock) {}

    /// Once OfficerDesk has seen the password. The same device again is answered as at first. Rules
    /// device.id_used, device.name.malformed.
    [[nodiscard]] core::Result<OwnBound> bind(const SignedIn& who, const OwnDevice& own);

    /// In the order in which they were bound.
    [[nodiscard]] std::vector<OwnDeviceRow> list(const SignedIn& who);

    /// It gets nothing more, and what it still sends becomes cases. Said again it answers the same.
    /// Rule device.none, also for a device of somebody else.
    [[nodiscard]] core::Result<OwnDeviceRow> revoke(const SignedIn& who, const core::DeviceId& id);

private:
    Store& store_;
    Clock& clock_;
};

}  // namespace lth::app
