// Officers sign in and out, and keep their passwords, second factors and sessions.
#include "app/officers.hpp"
#include "http/cookies.hpp"
#include "http/handlers/handlers.hpp"
#include "http/handlers/visitors.hpp"
#include "http/pages/qr.hpp"
#include "json/message.hpp"

namespace lth::http {
namespace {

struct TotpCode {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(TotpCode, (), (code))

// With the drawing of its address, so that no other place is told the key to draw it.
struct TotpShown {
    std::string secret;
    std::string uri;
    pages::Qr qr;
};
BOOST_DESCRIBE_STRUCT(TotpShown, (), (secret, uri, qr))

struct SessionLine {
    core::Uuid id;
    std::string browser;
    std::int64_t first_seen = 0;
    std::int64_t last_seen = 0;
    bool current = false;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (), (id, browser, first_seen, last_seen, current))

Response nothing() { return json_response("{}"); }

std::string me_json(const Call& call, const app::SignedIn& who) {
    auto me = call.services.officers.me(who);
    me.simulated = call.services.reading.simulated();
    return json::write_message(me);
}

}  // namespace

core::Result<Response> api_sign_in(const Call& call) {
    if (const auto same = same_site(call.request); !same) return std::unexpected(same.error());
    const auto form = json::read_message<app::SignInForm>(call.request.body, "session");
    if (!form) return std::unexpected(form.error());
    auto& officers = call.services.officers;
    const auto admitted = officers.door.sign_in(*form, visitor_of(call));
    if (!admitted) return std::unexpected(admitted.error());
    auto response = json_response(me_json(call, admitted->session.who));
    keep_admitted(response, *admitted);
    return response;
}

core::Result<Response> api_me(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    return json_response(me_json(call, *who));
}

core::Result<Response> api_sign_out(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto ended = call.services.officers.sessions.end(who->account.id, who->session.id);
    if (!ended) return std::unexpected(ended.error());
    auto response = nothing();
    set_cookie(response, session_cookie, "", 0);
    return response;
}

core::Result<Response> api_sessions(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    std::vector<SessionLine> lines;
    for (const auto& session : call.services.officers.sessions.of(who->account.id)) {
        lines.push_back({session.id, session.browser, session.made_at, session.seen_at,
                         session.id == who->session.id});
    }
    return json_response(json::write_message(lines));
}

core::Result<Response> api_end_session(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto id = core::parse_uuid(call.path.at("id"));
    if (!id) return core::reject("session.unknown", "id");
    const auto ended = call.services.officers.sessions.end(who->account.id, app::SessionId(*id));
    if (!ended) return std::unexpected(ended.error());
    return nothing();
}

core::Result<Response> api_change_password(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto form = json::read_message<app::PasswordChange>(call.request.body, "password");
    if (!form) return std::unexpected(form.error());
    const auto token =
        call.services.officers.door.change_password(*who, form->old_password, form->new_password);
    if (!token) return std::unexpected(token.error());
    auto response = nothing();
    if (*token) set_cookie(response, session_cookie, **token);
    return response;
}

core::Result<Response> api_begin_totp(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto setup = call.services.officers.door.begin_totp(*who);
    if (!setup) return std::unexpected(setup.error());
    const TotpShown shown{setup->secret, setup->uri, pages::qr_of(setup->uri)};
    return json_response(json::write_message(shown));
}

core::Result<Response> api_confirm_totp(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto form = json::read_message<TotpCode>(call.request.body, "totp");
    if (!form) return std::unexpected(form.error());
    const auto done = call.services.officers.door.confirm_totp(*who, form->code);
    if (!done) return std::unexpected(done.error());
    return nothing();
}

core::Result<Response> api_reset(const Call& call) {
    if (const auto same = same_site(call.request); !same) return std::unexpected(same.error());
    const auto form = json::read_message<app::ResetForm>(call.request.body, "reset");
    if (!form) return std::unexpected(form.error());
    const auto done = call.services.officers.door.reset(*form, visitor_of(call));
    if (!done) return std::unexpected(done.error());
    return nothing();
}

core::Result<Response> api_bind_own_device(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto own = json::read_message<app::OwnDevice>(call.request.body, "device");
    if (!own) return std::unexpected(own.error());
    const auto bound = call.services.officers.bind_device(*who, *own);
    if (!bound) return std::unexpected(bound.error());
    return json_response(json::write_message(*bound));
}

core::Result<Response> api_own_devices(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    return json_response(json::write_message(call.services.officers.devices.list(*who)));
}

core::Result<Response> api_revoke_own_device(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto id = core::parse_uuid(call.path.at("id"));
    if (!id) return core::reject("device.none", "id");
    const auto revoked = call.services.officers.devices.revoke(*who, core::DeviceId(*id));
    if (!revoked) return std::unexpected(revoked.error());
    return json_response(json::write_message(*revoked));
}

}  // namespace lth::http
