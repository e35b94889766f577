#include "app/own_devices.hpp"

#include "app/codes.hpp"

namespace lth::app {
namespace {

OwnDeviceRow row_of(const Device& device) {
    return {.device = device.id,
            .name = device.name,
            .bound_at = device.bound_at,
            .last_seen_at = device.last_seen_at,
            .revoked_at = device.revoked_at};
}

}  // namespace

core::Result<OwnBound> OwnDevices::bind(const SignedIn& who, const OwnDevice& own) {
    if (!may_be_shown(own.name)) return core::reject("device.name.malformed", "name");
    const auto now = clock_.now_ms();
    const auto key_hash = hash_of_secret(own.key);
    if (const auto known = store_.people().device(own.device)) {
        const bool same =
            known->key_hash == key_hash && known->account == who.account.id && !known->revoked_at;
        if (!same) return core::reject("device.id_used", "device");
        return OwnBound{who.account.id, now};
    }
    const Device device{.id = own.device,
                        .account = who.account.id,
                        .book = {},
                        .name = own.name,
                        .key_hash = key_hash,
                        .bound_at = now,
                        .core_version = own.core_version};
    (void)store_.people().put({.devices = {device}});
    return OwnBound{who.account.id, now};
}

std::vector<OwnDeviceRow> OwnDevices::list(const SignedIn& who) {
    std::vector<OwnDeviceRow> rows;
    for (const auto& device : store_.people().devices_of(who.account.id)) {
        rows.push_back(row_of(device));
    }
    return rows;
}

core::Result<OwnDeviceRow> OwnDevices::revoke(const SignedIn& who, const core::DeviceId& id) {
    auto device = store_.people().device(id);
    if (!device || device->account != who.account.id) return core::reject("device.none", "id");
    if (!device->revoked_at) {
        device->revoked_at = clock_.now_ms();
        (void)store_.people().put({.devices = {*device}});
    }
    return row_of(*device);
}

}  // namespace lth::app
