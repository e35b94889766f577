// Sessions of browsers: opened by a sign-in, found by the token that the browser keeps, renewed
// every hour, ended by time, by their owner, or with the account.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ports.hpp"
#include "app/sign_in.hpp"

namespace lth::app {

struct SessionLimits {
    std::int64_t idle_ms = 12 * 3'600'000;
    std::int64_t life_ms = 7 * 86'400'000;
    std::int64_t rotate_ms = 3'600'000;  // a token's age when it is replaced
    std::int64_t grace_ms = 60'000;      // the replaced one still counts, for requests on their way
    std::int64_t seen_ms = 60'000;       // `seen_at` is as exact as this
};

/// Whoever the token belongs to, and the token to keep from now on if it was replaced.
struct FoundSession {
    SignedIn who;
    std::optional<std::string> token = {};
};

/// The roles among these that count on the day.
[[nodiscard]] std::vector<RoleHeld> roles_on(std::vector<RoleHeld> roles, core::Date day);

/// These roles sign in with a second factor.
[[nodiscard]] bool needs_totp(const std::vector<RoleHeld>& roles);

/// By the rules of today.
enum class PasswordIs : std::uint8_t { fine, weak };

class Sessions {
public:
    Sessions(Store& store, Clock& clock, Ids& ids, SessionLimits limits = {});

    /// A new session, with the token for the browser.
    struct Opened {
        WebSession session;
        std::string token;
    };
    [[nodiscard]] Opened open(const core::AccountId& account, std::string_view browser,
                              PasswordIs password);

    /// Rule session.none.
    [[nodiscard]] core::Result<FoundSession> find(std::string_view token);

    /// A new token at once, for a session whose password was changed.
    [[nodiscard]] std::optional<std::string> renew(WebSession session);

    /// Of the account, that have not ended.
    [[nodiscard]] std::vector<WebSession> of(const core::AccountId& account);

    /// Rule session.unknown if it is none of the account's.
    [[nodiscard]] core::Result<void> end(const core::AccountId& account, const SessionId& id);

    /// Drops what time has ended.
    void forget_old();

private:
    [[nodiscard]] bool is_over(const WebSession& session) const;
    [[nodiscard]] std::optional<std::string> rotate(WebSession& session);

    Store& store_;
    Clock& clock_;
    Ids& ids_;
    SessionLimits limits_;
};

}  // namespace lth::app
