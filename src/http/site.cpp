#include "http/site.hpp"

#include <spdlog/spdlog.h>

#include "app/fault.hpp"
#include "http/compress.hpp"
#include "http/cookies.hpp"
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

Response with_wait(Response response, const core::Rejection& rejection) {
    if (rejection.rule.id() == "sign_in.busy") response.headers.emplace_back("Retry-After", "1");
    for (const auto& fact : rejection.facts) {
        const bool waits = rejection.rule.id() == "session.slow_down" && fact.name == "seconds";
        if (waits) response.headers.emplace_back("Retry-After", fact.value);
    }
    return response;
}

Response refused(const Request& request, const core::Rejection& rejection) {
    if (!wants_page(request.target)) return with_wait(problem(rejection), rejection);
    if (request.method != Method::post && must_sign_in(rejection.rule.id())) {
        return to_sign_in(request.target);
    }
    return pages::refusal_page(pages::Links(request.target), rejection,
                               status_of(rejection.rule.id()));
}

core::Result<Response> handle(const Request& request, const Services& services,
                              std::string_view& route_name) {
    const auto found = match(all_routes(), request.method, request.target);
    if (std::holds_alternative<NoSuchPath>(found)) return core::reject("http.path.unknown");
    if (const auto* other = std::get_if<NoSuchMethod>(&found)) {
        return core::reject("http.method.unknown", {}, {{"allowed", other->allowed}});
    }
    const auto& [route, path] = std::get<Found>(found);
    route_name = route->name;
    if (const auto unknown = unknown_parameter(*route, request.target); !unknown.empty()) {
        return core::reject(
            "http.parameter.unknown", unknown,
            {{"name", std::string(unknown)}, {"known", std::string(route->parameters)}});
    }
    const auto session = find_session(request, services);
    const Call call{request, path, services, language_of(request.target), session};
    if (const auto may = check_access(*route, call); !may) return std::unexpected(may.error());
    auto response = route->handler(call);
    if (response && session && session->token) {
        set_cookie(*response, session_cookie, *session->token);
    }
    return response;
}

}  // namespace

Response answer(const Request& request, const Services& services) {
    std::string_view route = "none";
    try {
        auto response = handle(request, services, route);
        if (!response) response = refused(request, response.error());
        response->route = route;
        compress(*response, request);
        return std::move(*response);
    } catch (const app::Fault& fault) {
        spdlog::error("{}: {}", route, fault.message(core::Language::en));
    } catch (const std::exception& error) {
        spdlog::error("{}: {}", route, error.what());
    }
    auto response = problem(core::make_rejection("http.server.fault"));
    response.route = route;
    return response;
}

}  // namespace lth::http
