#include "http/handlers/visitors.hpp"

#include "http/client_address.hpp"
#include "http/cookies.hpp"

namespace lth::http {
namespace {

constexpr std::int64_t known_for_s = 400LL * 86'400;  // the longest that browsers allow

}  // namespace

app::Visitor visitor_of(const Call& call) {
    // Whoever has one address of a /64 has them all; loopback is counted here, as itself.
    auto client = counted_as(call.request.client);
    if (client.empty()) client = call.request.client;
    app::Visitor visitor{.client = std::move(client), .user_agent = call.request.user_agent};
    if (const auto known = cookie_of(call.request, browser_cookie)) visitor.known = *known;
    if (call.session) visitor.session = call.session->who.session.id;
    return visitor;
}

void keep_admitted(Response& response, const app::Admitted& admitted) {
    if (admitted.session.token) set_cookie(response, session_cookie, *admitted.session.token);
    set_cookie(response, browser_cookie, admitted.known, known_for_s);
}

core::Result<Target> read_form(const Request& request) {
    if (request.content_type != "application/x-www-form-urlencoded") {
        return core::reject("http.request.malformed", "Content-Type");
    }
    return parse_target("/?" + request.body);
}

}  // namespace lth::http
