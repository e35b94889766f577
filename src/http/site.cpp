#include "http/site.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <optional>

#include "app/fault.hpp"
#include "http/compress.hpp"
#include "http/cookies.hpp"
#include "http/limits.hpp"
#include "http/pages/pages.hpp"
#include "http/refusals.hpp"
#include "http/routes.hpp"

namespace lth::http {
namespace {

bool wants_page(const Target& target) {
    return target.segments.empty() ||
           (target.segments.front() != "api" && target.segments.front() != "assets" &&
            target.segments.front() != "app");
}

bool must_sign_in(std::string_view rule) {
    return rule == "session.none" || rule == "session.totp_needed" ||
           rule == "session.password_needed";
}

// A page goes to the door, and on from there.
Response to_sign_in(const Target& target) {
    std::string here = target.path;
    for (const auto& [name, value] : target.parameters) {
        here +=
            (here.contains('?') ? '&' : '?') + percent_encoded(name) + "=" + percent_encoded(value);
    }
    const std::string language = target.parameter("lang") == "en" ? "lang=en&" : "";
    Response response{.status = 303};
    response.headers.emplace_back("Location",
                                  "/sign-in?" + language + "next=" + percent_encoded(here));
    return response;
}

Response refused(const Request& request, const core::Rejection& rejection) {
    if (wants_page(request.target) && request.method != Method::post &&
        must_sign_in(rejection.rule.id())) {
        return to_sign_in(request.target);
    }
    auto response =
        wants_page(request.target)
            ? pages::refusal_page(pages::Links(request), rejection, status_of(rejection.rule.id()))
            : problem(rejection);
    say_when(response, rejection);
    return response;
}

// What a browser keeps, and what tells whether the server lives, are not counted.
bool is_counted(const Target& target) {
    if (target.segments.empty()) return true;
    const auto& first = target.segments.front();
    return first != "assets" && first != "app" && first != "healthz";
}

// What an answer says beside what its handler returns, however it ends.
struct Around {
    std::string_view route = "none";
    std::optional<std::string> token = {};  // that took the place of the session's last one
};

// The token before counts for a minute only: a browser that is not told the new one is signed out.
void keep_token(Response& response, const std::optional<std::string>& token) {
    const std::string start = std::string(session_cookie) + "=";
    const bool is_set = std::ranges::any_of(response.headers, [&](const auto& header) {
        return header.first == "Set-Cookie" && header.second.starts_with(start);
    });
    if (token && !is_set) set_cookie(response, session_cookie, *token);
}

core::Result<Response> handle(const Request& request, const Services& services, Around& around) {
    if (is_counted(request.target)) {
        const auto counted = services.rates.count_address(request.client);
        if (!counted) return std::unexpected(counted.error());
    }
    const auto found = match(all_routes(), request.method, request.target);
    if (std::holds_alternative<NoSuchPath>(found)) return core::reject("http.path.unknown");
    if (const auto* other = std::get_if<NoSuchMethod>(&found)) {
        return core::reject("http.method.unknown", {}, {{"allowed", other->allowed}});
    }
    const auto& [route, path] = std::get<Found>(found);
    around.route = route->name;
    if (const auto unknown = unknown_parameter(*route, request.target); !unknown.empty()) {
        return core::reject(
            "http.parameter.unknown", unknown,
            {{"name", std::string(unknown)}, {"known", std::string(route->parameters)}});
    }
    // Only what phones send in bulk may come compressed: its handler unpacks it.
    if (route->pattern != sync_path && !request.content_encoding.empty()) {
        return core::reject("http.encoding.unknown", "Content-Encoding",
                            {{"encoding", request.content_encoding}});
    }
    const auto session = find_session(request, services);
    if (session) around.token = session->token;
    const Call call{request, path, services, language_of(request.target), session};
    if (const auto may = check_access(*route, call); !may) return std::unexpected(may.error());
    return route->handler(call);
}

}  // namespace

Response answer(const Request& request, const Services& services) {
    Around around;
    try {
        auto response = handle(request, services, around);
        if (!response) response = refused(request, response.error());
        response->route = around.route;
        keep_token(*response, around.token);
        compress(*response, request);
        return std::move(*response);
    } catch (const app::Fault& fault) {
        spdlog::error("{}: {}", around.route, fault.message(core::Language::en));
    } catch (const std::exception& error) {
        spdlog::error("{}: {}", around.route, error.what());
    }
    auto response = problem(core::make_rejection("http.server.fault"));
    response.route = around.route;
    keep_token(response, around.token);
    return response;
}

}  // namespace lth::http
