// What phones of clubs ask of the server, and the port that answers them.
#pragma once

#include "app/devices.hpp"
#include "app/sync.hpp"

namespace lth::app {

class Phones {
public:
    virtual ~Phones() = default;

    /// See Devices.
    [[nodiscard]] virtual core::Result<Bound> bind(const Binding& binding) = 0;
    [[nodiscard]] virtual core::Result<Caller> sign_in(const core::DeviceId& device,
                                                       const core::Digest& key) = 0;
    /// See SyncDesk.
    [[nodiscard]] virtual core::Result<core::replica::Answer> sync(
        const Caller& caller, const core::replica::Request& request) = 0;
};

class PhoneDesk final : public Phones {
public:
    PhoneDesk(Devices& devices, SyncDesk& desk) : devices_(devices), desk_(desk) {}

    core::Result<Bound> bind(const Binding& binding) override { return devices_.bind(binding); }
    core::Result<Caller> sign_in(const core::DeviceId& device, const core::Digest& key) override {
        return devices_.sign_in(device, key);
    }
    core::Result<core::replica::Answer> sync(const Caller& caller,
                                             const core::replica::Request& request) override {
        return desk_.answer(caller, request);
    }

private:
    Devices& devices_;
    SyncDesk& desk_;
};

}  // namespace lth::app
