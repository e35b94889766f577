#include "app/own_devices.hpp"

#include "app/codes.hpp"

namespace lth::app {

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

}  // namespace lth::app
