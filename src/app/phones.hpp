// What phones of clubs ask of the server, and the port that answers them.
#pragma once

#include "app/attachments.hpp"
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
    /// See AttachmentDesk.
    [[nodiscard]] virtual core::Result<void> put_attachment(const Caller& caller,
                                                            const core::Digest& sha256,
                                                            const std::string& content) = 0;
    [[nodiscard]] virtual core::Result<Attachment> attachment(const Caller& caller,
                                                              const core::Digest& sha256) = 0;
};

class PhoneDesk final : public Phones {
public:
    PhoneDesk(Devices& devices, SyncDesk& desk, AttachmentDesk& attachments)
        : devices_(devices), desk_(desk), attachments_(attachments) {}

    core::Result<Bound> bind(const Binding& binding) override { return devices_.bind(binding); }
    core::Result<Caller> sign_in(const core::DeviceId& device, const core::Digest& key) override {
        return devices_.sign_in(device, key);
    }
    core::Result<core::replica::Answer> sync(const Caller& caller,
                                             const core::replica::Request& request) override {
        return desk_.answer(caller, request);
    }
    core::Result<void> put_attachment(const Caller& caller, const core::Digest& sha256,
                                      const std::string& content) override {
        return attachments_.put(caller, sha256, content);
    }
    core::Result<Attachment> attachment(const Caller& caller, const core::Digest& sha256) override {
        return attachments_.get(caller, sha256);
    }

private:
    Devices& devices_;
    SyncDesk& desk_;
    AttachmentDesk& attachments_;
};

}  // namespace lth::app
