#include "app/sessions.hpp"

#include <algorithm>

#include "app/codes.hpp"

namespace lth::app {
namespace {

constexpr std::size_t max_browser_bytes = 200;
constexpr std::int64_t browser_life_ms = 400LL * 86'400'000;  // what browsers keep a cookie for
constexpr std::int64_t failure_life_ms = 86'400'000;

std::string token_of(const SessionId& id, const core::Digest& secret) {
    return to_text(id) + "." + core::to_hex(secret);
}

struct Token {
    SessionId id;
    core::Digest hash;
};

std::optional<Token> read_token(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto id = core::parse_uuid(text.substr(0, dot));
    const auto secret = core::parse_hex(text.substr(dot + 1));
    if (!id || !secret) return std::nullopt;
    return Token{SessionId(*id), hash_of_secret(*secret)};
}

// Printable ASCII of what the browser said.
std::string browser_name(std::string_view text) {
    std::string name;
    for (const char c : text.substr(0, max_browser_bytes)) {
        if (c >= ' ' && c <= '~') name += c;
    }
    return name;
}

}  // namespace

std::vector<RoleHeld> roles_on(std::vector<RoleHeld> roles, core::Date day) {
    std::erase_if(roles, [&](const RoleHeld& held) {
        return held.from > day || (held.until && *held.until <= day);
    });
    return roles;
}

bool needs_totp(const std::vector<RoleHeld>& roles) {
    return std::ranges::any_of(roles, [](const RoleHeld& held) {
        return held.role == Role::province || held.role == Role::administrator;
    });
}

Sessions::Sessions(Store& store, Clock& clock, Ids& ids, SessionLimits limits)
    : store_(store), clock_(clock), ids_(ids), limits_(limits) {}

bool Sessions::is_over(const WebSession& session) const {
    const auto now = clock_.now_ms();
    return now - session.seen_at >= limits_.idle_ms || now - session.made_at >= limits_.life_ms;
}

Sessions::Opened Sessions::open(const core::AccountId& account, std::string_view browser,
                                PasswordIs password) {
    const auto now = clock_.now_ms();
    const auto secret = make_secret(ids_);
    WebSession session{.id = SessionId(make_uuid7(now, ids_)),
                       .account = account,
                       .token_hash = hash_of_secret(secret),
                       .made_at = now,
                       .seen_at = now,
                       .rotated_at = now,
                       .browser = browser_name(browser),
                       .weak_password = password == PasswordIs::weak};
    store_.sign_ins().put_session(session);
    auto token = token_of(session.id, secret);
    return {std::move(session), std::move(token)};
}

core::Result<FoundSession> Sessions::find(std::string_view text) {
    auto& sign_ins = store_.sign_ins();
    const auto none = core::reject("session.none");
    const auto token = read_token(text);
    if (!token) return none;
    auto session = sign_ins.session(token->id);
    if (!session || is_over(*session)) return none;
    const auto now = clock_.now_ms();
    const bool is_current = session->token_hash == token->hash;
    const bool was_current = session->previous_hash == token->hash && now < session->previous_until;
    if (!is_current && !was_current) return none;
    const auto account = store_.people().account(session->account);
    if (!account || account->disabled_at) return none;
    FoundSession found;
    if (is_current && now - session->rotated_at >= limits_.rotate_ms) {
        found.token = rotate(*session);
    } else if (now - session->seen_at >= limits_.seen_ms) {
        sign_ins.seen(session->id, now);
        session->seen_at = now;
    }
    found.who.account = *account;
    found.who.roles = roles_on(store_.people().roles(account->id), core::business_date(now));
    found.who.reasons = sign_ins.reasons(session->id);
    std::erase_if(found.who.reasons,
                  [&](const ReadingReason& reason) { return reason.expires_at <= now; });
    if (needs_totp(found.who.roles)) {
        const auto totp = sign_ins.totp(account->id);
        found.who.totp_needed = !totp || !totp->confirmed_at;
    }
    found.who.session = std::move(*session);
    return found;
}

std::optional<std::string> Sessions::renew(WebSession session) { return rotate(session); }

// Nothing if another request was first: its answer brings the new token.
std::optional<std::string> Sessions::rotate(WebSession& session) {
    const auto now = clock_.now_ms();
    const auto secret = make_secret(ids_);
    session.previous_hash = session.token_hash;
    session.previous_until = now + limits_.grace_ms;
    session.token_hash = hash_of_secret(secret);
    session.rotated_at = now;
    session.seen_at = now;
    if (!store_.sign_ins().rotate(session)) return std::nullopt;
    return token_of(session.id, secret);
}

std::vector<WebSession> Sessions::of(const core::AccountId& account) {
    auto sessions = store_.sign_ins().sessions(account);
    std::erase_if(sessions, [&](const WebSession& session) { return is_over(session); });
    return sessions;
}

core::Result<void> Sessions::end(const core::AccountId& account, const SessionId& id) {
    const auto session = store_.sign_ins().session(id);
    if (!session || session->account != account) return core::reject("session.unknown", "id");
    store_.sign_ins().end_session(id);
    return {};
}

void Sessions::forget_old() {
    const auto now = clock_.now_ms();
    store_.sign_ins().forget({.sessions_seen_before = now - limits_.idle_ms,
                              .sessions_made_before = now - limits_.life_ms,
                              .browsers_seen_before = now - browser_life_ms,
                              .failures_before = now - failure_life_ms,
                              .reasons_before = now});
}

}  // namespace lth::app
