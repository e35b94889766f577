// The sign-in for pages without script: plain forms, answered by a page or by going on.
#include "http/cookies.hpp"
#include "http/handlers/handlers.hpp"
#include "http/handlers/visitors.hpp"
#include "http/pages/sign_in.hpp"
#include "http/refusals.hpp"

namespace lth::http {
namespace {

std::string value_of(const Target& form, std::string_view name) {
    return std::string(form.parameter(name).value_or(""));
}

// Only inside this site: "//host" and "/\host" would leave it.
std::string safe_next(std::string next) {
    const bool inside = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    return inside ? next : "/sign-in";
}

Response go_to(const std::string& address) {
    Response response{.status = 303};
    response.headers.emplace_back("Location", address);
    return response;
}

pages::SignInView view_of(const Call& call) {
    pages::SignInView view;
    if (call.session) view.me = call.services.officers.me(call.session->who);
    return view;
}

Response draw(const Call& call, const pages::SignInView& view) {
    const unsigned status = view.refused ? status_of(view.refused->rule.id()) : 200;
    return pages::sign_in_page(pages::Links(call.request), view, status);
}

Response refused(const Call& call, const core::Rejection& rejection, std::string login = {},
                 std::string next = {}) {
    auto view = view_of(call);
    view.refused = rejection;
    view.login = std::move(login);
    view.next = std::move(next);
    return draw(call, view);
}

}  // namespace

core::Result<Response> get_sign_in(const Call& call) {
    auto view = view_of(call);
    view.next = std::string(call.request.target.parameter("next").value_or(""));
    return draw(call, view);
}

core::Result<Response> post_sign_in(const Call& call) {
    if (const auto same = same_origin(call.request); !same) return std::unexpected(same.error());
    const auto form = read_form(call.request);
    if (!form) return std::unexpected(form.error());
    app::SignInForm sign_in{.login = value_of(*form, "login"),
                            .password = value_of(*form, "password")};
    if (const auto code = value_of(*form, "code"); !code.empty()) sign_in.code = code;
    const auto admitted = call.services.officers.door.sign_in(sign_in, visitor_of(call));
    const auto next = value_of(*form, "next");
    if (!admitted) return refused(call, admitted.error(), sign_in.login, next);
    const auto& who = admitted->session.who;
    const bool complete = !who.totp_needed && !who.session.weak_password;
    auto response = go_to(complete ? safe_next(next) : "/sign-in");
    keep_admitted(response, *admitted);
    return response;
}

core::Result<Response> post_slip(const Call& call) {
    if (const auto same = same_origin(call.request); !same) return std::unexpected(same.error());
    const auto form = read_form(call.request);
    if (!form) return std::unexpected(form.error());
    const app::ResetForm reset{value_of(*form, "login"), value_of(*form, "slip"),
                               value_of(*form, "password")};
    const auto done = call.services.officers.door.reset(reset, visitor_of(call));
    if (!done) return refused(call, done.error(), reset.login);
    pages::SignInView view{.login = reset.login, .slip_done = true};
    return draw(call, view);
}

core::Result<Response> post_sign_out(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto ended = call.services.officers.sessions.end(who->account.id, who->session.id);
    if (!ended) return std::unexpected(ended.error());
    auto response = go_to("/sign-in");
    set_cookie(response, session_cookie, "", 0);
    return response;
}

core::Result<Response> post_totp(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    auto setup = call.services.officers.door.begin_totp(*who);
    if (!setup) return refused(call, setup.error());
    auto view = view_of(call);
    view.setup = std::move(*setup);
    return draw(call, view);
}

core::Result<Response> post_totp_code(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto form = read_form(call.request);
    if (!form) return std::unexpected(form.error());
    const auto done = call.services.officers.door.confirm_totp(*who, value_of(*form, "code"));
    if (!done) return refused(call, done.error());
    return go_to("/sign-in");
}

core::Result<Response> post_password(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto form = read_form(call.request);
    if (!form) return std::unexpected(form.error());
    const auto token = call.services.officers.door.change_password(
        *who, value_of(*form, "old_password"), value_of(*form, "new_password"));
    if (!token) return refused(call, token.error());
    auto response = go_to("/sign-in");
    if (*token) set_cookie(response, session_cookie, **token);
    return response;
}

core::Result<Response> post_reason(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto form = read_form(call.request);
    if (!form) return std::unexpected(form.error());
    const auto text = value_of(*form, "book");
    const auto book = core::parse_uuid(text);
    if (!book) return core::reject("question.book.unknown", "book", {{"book", text}});
    const app::ReasonForm reason{core::BookId(*book), value_of(*form, "reason")};
    const auto given = call.services.officers.readers.give_reason(*who, reason);
    const pages::Links links(call.request);
    if (!given) return pages::reason_page(links, reason.book, given.error());
    return go_to(links.to("/books/" + text));
}

}  // namespace lth::http
