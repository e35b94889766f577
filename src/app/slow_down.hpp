// Wrong tries make the next one wait, longer each time. They count for a login from one client, or
// from one browser that has signed in before: what strangers get wrong slows strangers only, so
// nobody can lock another out.
#pragma once

#include <string_view>

#include "app/ports.hpp"
#include "app/sign_in.hpp"

namespace lth::app {

struct SlowDownLimits {
    std::int64_t free_tries = 5;
    std::int64_t first_wait_ms = 2'000;  // doubles with each further try
    std::int64_t most_wait_ms = 900'000;
};

/// Where a try comes from.
struct Visitor {
    std::string client;                     // an address, or the network that counts as one
    std::string user_agent;                 // the browser, as it names itself
    std::optional<std::string> known = {};  // what a browser that has signed in before keeps
    std::optional<SessionId> session = {};  // signed in already
};

class SlowDown {
public:
    SlowDown(Store& store, Clock& clock, SlowDownLimits limits = {})
        : store_(store), clock_(clock), limits_(limits) {}

    /// Whose wrong tries count together. `account` is the login's, if there is one.
    [[nodiscard]] core::Digest key_of(std::string_view login, const Visitor& visitor,
                                      const std::optional<Account>& account);

    /// Of wrong codes: of an account from wherever, since who comes so far has its password; of a
    /// browser that it knows, apart.
    [[nodiscard]] core::Digest code_key_of(const core::AccountId& account, const Visitor& visitor);

    /// Rule session.slow_down.
    [[nodiscard]] core::Result<void> check(const core::Digest& key);
    void count(const core::Digest& key);
    void forgive(const core::Digest& key);

    /// Keeps the browser as one that the account signs in from; what it is to keep.
    [[nodiscard]] std::string remember(const core::AccountId& account, const Visitor& visitor,
                                       Ids& ids);

private:
    [[nodiscard]] bool knows(const core::AccountId& account, const Visitor& visitor);

    Store& store_;
    Clock& clock_;
    SlowDownLimits limits_;
};

}  // namespace lth::app
