#include "app/slow_down.hpp"

#include <algorithm>

#include "app/codes.hpp"

namespace lth::app {
namespace {

constexpr std::int64_t second_ms = 1'000;
constexpr std::int64_t most_doublings = 32;

std::optional<core::Digest> hash_of_known(const Visitor& visitor) {
    if (!visitor.known) return std::nullopt;
    const auto secret = core::parse_hex(*visitor.known);
    if (!secret) return std::nullopt;
    return hash_of_secret(*secret);
}

}  // namespace

bool SlowDown::knows(const core::AccountId& account, const Visitor& visitor) {
    const auto hash = hash_of_known(visitor);
    if (!hash) return false;
    const auto browser = store_.sign_ins().browser(*hash);
    return browser && browser->account == account;
}

core::Digest SlowDown::key_of(std::string_view login, const Visitor& visitor,
                              const std::optional<Account>& account) {
    const bool is_known = account && knows(account->id, visitor);
    const std::string from = is_known ? "known\n" + *visitor.known : "client\n" + visitor.client;
    return core::sha256("LTH-F1\n" + std::string(login) + "\n" + from);
}

core::Digest SlowDown::code_key_of(const core::AccountId& account, const Visitor& visitor) {
    const std::string from = knows(account, visitor) ? "known\n" + *visitor.known : "stranger\n";
    return core::sha256("LTH-F2\n" + to_text(account) + "\n" + from);
}

core::Result<void> SlowDown::check(const core::Digest& key) {
    const auto failures = store_.sign_ins().failures(key);
    if (!failures || failures->count < limits_.free_tries) return {};
    const auto doublings = std::min(failures->count - limits_.free_tries, most_doublings);
    const auto wait = std::min(limits_.first_wait_ms << doublings, limits_.most_wait_ms);
    const auto left = failures->last_at + wait - clock_.now_ms();
    if (left <= 0) return {};
    const auto seconds = (left + second_ms - 1) / second_ms;
    return core::reject("session.slow_down", {}, {{"seconds", std::to_string(seconds)}});
}

void SlowDown::count(const core::Digest& key) {
    store_.sign_ins().count_failure(key, clock_.now_ms());
}

void SlowDown::forgive(const core::Digest& key) { store_.sign_ins().forgive(key); }

std::string SlowDown::remember(const core::AccountId& account, const Visitor& visitor, Ids& ids) {
    const auto now = clock_.now_ms();
    if (knows(account, visitor)) {
        store_.sign_ins().put_browser({*hash_of_known(visitor), account, now});
        return *visitor.known;
    }
    const auto secret = make_secret(ids);
    store_.sign_ins().put_browser({hash_of_secret(secret), account, now});
    return core::to_hex(secret);
}

}  // namespace lth::app
