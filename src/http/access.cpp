#include "http/access.hpp"

#include "http/cookies.hpp"
#include "http/limits.hpp"
#include "http/router.hpp"
#include "http/services.hpp"

namespace lth::http {
namespace {

// "https://host:port" without its scheme; empty if it is not of that form ("null").
std::string_view host_of(std::string_view origin) {
    constexpr std::string_view mark = "://";
    const auto at = origin.find(mark);
    return at == std::string_view::npos ? std::string_view{} : origin.substr(at + mark.size());
}

bool is_open(Access access, Public open) {
    switch (access) {
        case Access::anyone:
            return true;
        case Access::figures:
            return open != Public::none;
        case Access::books:
            return open == Public::books;
        case Access::signed_in:
        case Access::session:
            break;
    }
    return false;
}

bool takes_file(const Route& route) {
    return route.method == Method::post && route.pattern == imports_path;
}

}  // namespace

core::Result<app::SignedIn> signed_in(const Call& call) {
    if (!call.session) return std::unexpected(call.session.error());
    return call.session->who;
}

core::Result<void> same_origin(const Request& request) {
    const bool same = request.fetch_site.empty()
                          ? !request.host.empty() && host_of(request.origin) == request.host
                          : request.fetch_site == "same-origin";
    if (same) return {};
    return core::reject("session.other_site");
}

core::Result<void> same_site(const Request& request) {
    if (const auto same = same_origin(request); !same) return same;
    constexpr std::string_view json = "application/json";
    const bool is_json =
        request.content_type == json || request.content_type.starts_with(std::string(json) + ";");
    if (request.body.empty() || is_json) return {};
    return core::reject("session.not_json", "Content-Type");
}

core::Result<void> same_site_file(const Request& request) {
    if (const auto same = same_origin(request); !same) return same;
    if (request.content_type == "application/octet-stream") return {};
    return core::reject("import.not_file", "Content-Type");
}

core::Result<app::FoundSession> find_session(const Request& request, const Services& services) {
    const auto token = cookie_of(request, session_cookie);
    if (!token) return core::reject("session.none");
    return services.officers.sessions.find(*token);
}

core::Result<void> check_access(const Route& route, const Call& call) {
    if (is_open(route.access, call.services.open)) return {};
    if (!call.session) return std::unexpected(call.session.error());
    if (route.access != Access::session) {
        const auto& who = call.session->who;
        if (who.session.weak_password) return core::reject("session.password_needed");
        if (who.totp_needed) return core::reject("session.totp_needed");
    }
    if (route.method == Method::get) return {};
    if (!route.pattern.starts_with("/api/")) return same_origin(call.request);
    return takes_file(route) ? same_site_file(call.request) : same_site(call.request);
}

}  // namespace lth::http
