// Which handler answers a method and a path. Patterns are literal segments and `{name}`.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/access.hpp"
#include "http/message.hpp"

namespace lth::http {

/// What a pattern's names stood for.
using PathValues = std::map<std::string, std::string, std::less<>>;

struct Call {
    const Request& request;
    const PathValues& path;
    const Services& services;
    core::Language language;
    const core::Result<app::FoundSession>& session;  // see signed_in(call)
};

using Handler = core::Result<Response> (*)(const Call&);

struct Route {
    Method method;
    std::string_view pattern;
    Handler handler;
    std::string_view name;        // in log and metrics
    std::string_view parameters;  // names of the query, parted by spaces
    Access access = Access::signed_in;
};

struct Found {
    const Route* route;
    PathValues path;
};
struct NoSuchPath {};
struct NoSuchMethod {
    std::string allowed;  // "GET, HEAD"
};
using Match = std::variant<Found, NoSuchPath, NoSuchMethod>;

/// The first route in order of the table. HEAD is answered by GET.
[[nodiscard]] Match match(std::span<const Route> routes, Method method, const Target& target);

/// A parameter of the request that the route does not have; empty if there is none.
[[nodiscard]] std::string_view unknown_parameter(const Route& route, const Target& target);

}  // namespace lth::http
