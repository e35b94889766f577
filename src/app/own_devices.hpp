// Devices of officers who sign in: bound by the session instead of a card, for every book that the
// officer has a right over.
#pragma once

#include <boost/describe/class.hpp>

#include "app/ports.hpp"
#include "app/sign_in.hpp"

namespace lth::app {

struct OwnDevice {
    core::DeviceId device;
    core::Digest key{};
    std::string name;
    std::string core_version;
};
BOOST_DESCRIBE_STRUCT(OwnDevice, (), (device, key, name, core_version))

struct OwnBound {
    core::AccountId account;
    std::int64_t server_time = 0;
};
BOOST_DESCRIBE_STRUCT(OwnBound, (), (account, server_time))

class OwnDevices {
public:
    OwnDevices(Store& store, Clock& clock) : store_(store), clock_(clock) {}

    /// The same device again is answered as at first. Rules device.id_used, device.name.malformed.
    [[nodiscard]] core::Result<OwnBound> bind(const SignedIn& who, const OwnDevice& own);

private:
    Store& store_;
    Clock& clock_;
};

}  // namespace lth::app
