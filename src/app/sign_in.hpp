// What signing in leaves behind: second factors, sessions, slips, known browsers, wrong tries; and
// who is at the other end of a request.
#pragma once

#include <array>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/people.hpp"

namespace lth::app {

using SessionId = core::UuidOf<struct SessionTag>;

/// A browser that is signed in.
struct WebSession {
    SessionId id;
    core::AccountId account;
    core::Digest token_hash{};     // SHA-256 of what the browser keeps
    core::Digest previous_hash{};  // counts until `previous_until`, for requests on their way
    std::int64_t previous_until = 0;
    std::int64_t made_at = 0;  // ms UTC, like all instants here
    std::int64_t seen_at = 0;
    std::int64_t rotated_at = 0;
    std::string browser;         // as it named itself
    bool weak_password = false;  // by the rules of today: it must be changed first

    friend bool operator==(const WebSession&, const WebSession&) = default;
};

/// Names of one book, opened to one session by a typed reason.
struct ReadingReason {
    SessionId session;
    core::BookId book;
    std::int64_t given_at = 0;
    std::int64_t expires_at = 0;
    std::string reason;

    friend bool operator==(const ReadingReason&, const ReadingReason&) = default;
};

struct KnownBrowser {
    core::Digest token_hash{};
    core::AccountId account;
    std::int64_t seen_at = 0;

    friend bool operator==(const KnownBrowser&, const KnownBrowser&) = default;
};

/// Wrong tries in a row.
struct Failures {
    core::Digest key{};  // of a login and a client, or of a login and a known browser
    std::int64_t count = 0;
    std::int64_t last_at = 0;

    friend bool operator==(const Failures&, const Failures&) = default;
};

/// Who asks, as the cookie has shown.
struct SignedIn {
    Account account;
    WebSession session;
    std::vector<RoleHeld> roles;         // of today
    std::vector<ReadingReason> reasons;  // that still count
    bool totp_needed = false;            // may do nothing but set the second factor up
};

/// Rows that are older than this are of no use.
struct OldSignIns {
    std::int64_t sessions_seen_before = 0;
    std::int64_t sessions_made_before = 0;
    std::int64_t browsers_seen_before = 0;
    std::int64_t failures_before = 0;
    std::int64_t reasons_before = 0;
};

/// All calls may be made from any thread, and throw Fault.
class SignIns {
public:
    virtual ~SignIns() = default;

    [[nodiscard]] virtual std::optional<Totp> totp(const core::AccountId& account) = 0;
    /// False if this step of time, or a later one, was used before.
    [[nodiscard]] virtual bool spend_totp_step(const core::AccountId& account,
                                               std::int64_t step) = 0;

    virtual void put_session(const WebSession& session) = 0;
    [[nodiscard]] virtual std::optional<WebSession> session(const SessionId& id) = 0;
    /// In the order in which they began.
    [[nodiscard]] virtual std::vector<WebSession> sessions(const core::AccountId& account) = 0;
    /// False if its token is no longer `previous_hash`: another request has rotated it.
    [[nodiscard]] virtual bool rotate(const WebSession& session) = 0;
    virtual void seen(const SessionId& id, std::int64_t at) = 0;
    virtual void end_session(const SessionId& id) = 0;
    /// All of the account but one; a nil id keeps none.
    virtual void end_other_sessions(const core::AccountId& account, const SessionId& kept) = 0;

    [[nodiscard]] virtual std::optional<Slip> slip(const core::Digest& code_hash) = 0;

    virtual void put_browser(const KnownBrowser& browser) = 0;
    [[nodiscard]] virtual std::optional<KnownBrowser> browser(const core::Digest& token_hash) = 0;

    virtual void count_failure(const core::Digest& key, std::int64_t at) = 0;
    [[nodiscard]] virtual std::optional<Failures> failures(const core::Digest& key) = 0;
    virtual void forgive(const core::Digest& key) = 0;

    virtual void put_reason(const ReadingReason& reason) = 0;
    [[nodiscard]] virtual std::vector<ReadingReason> reasons(const SessionId& session) = 0;

    virtual void forget(const OldSignIns& old) = 0;
};

}  // namespace lth::app
